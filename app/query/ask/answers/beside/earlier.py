"""Who held a post before somebody: that this one held it, and that the others were earlier, has to be stated too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.model import AnswerStatus, Fact
from app.query.ask.answers.beside.looking import Beside, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sentences import join
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import spelt_words
from app.query.ask.plans.evaluate import Found, Row
from app.query.ask.plans.order import is_before
from app.query.ask.plans.plan import Atom, OneOf, Plan

_SUCCESSION = "succeeded"


@dataclass(frozen=True)
class _Post:
    """A post at a place, and whoever is said to have come to it later."""

    atom: Atom
    holder: str
    place: str


def held_before(beside: Beside, found: Found) -> Found | Draft:
    """For "who ran X before Roe": those who certainly did; a refusal where nothing says that Roe did, or who did."""
    posts = _posts_of(beside, found.plan)
    if not posts or not found.rows:
        return found
    speaker = beside.answerer.speaker
    told = {post: _together(beside, post.holder, post.place) for post in posts}
    post = max(posts, key=lambda each: len(told[each]))  # of several of one name, whoever was there is meant
    linked = told[post]
    who, where = speaker.label(post.holder), speaker.label(post.place)
    if not linked:
        return _refused(f"Nothing here says that {who} was at {where}.", found, ())
    own = _own(beside, found.plan)
    if not own and all(_names_post(fact, post.atom) for fact in linked):
        known = join(list(dict.fromkeys(speaker.sentence(fact) for fact in linked)))
        return _refused(f"Nothing here says that {who} held that post: {known}.", found, linked)
    order = _Order(beside, post, own or linked)
    rows = tuple(row for row in found.rows if order.is_earlier(row))
    open_ = [row.facts[0] for row in found.rows if row not in rows and not order.is_later(row)]
    if rows or not open_:
        return replace(found, rows=rows)
    said = "; ".join(dict.fromkeys(speaker.sentence(fact) for fact in open_))
    return _refused(f"Who of them came before {who} is not stated: {said}.", found, open_)


def unlinked(beside: Beside, plan: Plan) -> str:
    """That nothing says of somebody to have been at a place, where a question takes that for granted; else nothing."""
    atom = plan.atoms[0] if plan.atoms else None
    if atom is None or plan.missing or atom.relation.subject_class != "Person" or plan.asked is Asked.WHETHER:
        return ""
    speaker = beside.answerer.speaker
    named = [term for _, t in (*atom.arguments, *atom.excluded) if isinstance(t, OneOf) for term in t.terms]
    known = [found for term in named if (found := speaker.entity(term.strip("<>"))) is not None]
    known += [found for found in (_place(beside, atom),) if found is not None]
    ontology = beside.evaluator.ontology
    people = list(dict.fromkeys(each for each in known if each.type == "Person"))
    places = list(dict.fromkeys(each for each in known if ontology.is_a(each.type, "Organization")))
    base = beside.evaluator.lookup.iris.base
    if len({each.label for each in people}) != 1 or len(places) != 1:
        return ""
    where = places[0].iri.removeprefix(base)
    if any(_together(beside, id_, where) for each in people for id_ in _namesakes(beside, each)):
        return ""
    return f"Nothing here says that {people[0].label} was at {places[0].label}."


def _together(beside: Beside, person: str, place: str) -> list[Fact]:
    """What is said of somebody and a place, be it named as such, as a unit, by a longer name, or in a text."""
    lookup, speaker = beside.evaluator.lookup, beside.answerer.speaker
    units = {id_ for fact in lookup.facts(relation="unitOf", entity=place) for id_ in fact.slots.get("subject", ())}
    entity = lookup.entity(place)
    names = [set(spelt_words(name)) for name in (entity.name, *entity.aliases)]

    def is_there(value: str) -> bool:
        """Whether a value is the place, or may be: "Acme" and "Acme Robotics" can be one."""
        words = set(spelt_words(speaker.label(value)))
        return value in units | {place} or any(words and (words <= name or name <= words) for name in names)

    told = lookup.facts(entity=person, scope="all")
    return [fact for fact in told if any(is_there(value) for values in fact.slots.values() for value in values)]


def _namesakes(beside: Beside, person: Candidate) -> list[str]:
    """The ids of all who bear somebody's name."""
    named = beside.names.by_words.get(spelt_words(person.label))
    base = beside.evaluator.lookup.iris.base
    return [each.iri.removeprefix(base) for each in (named.candidates if named else (person,))]


def _place(beside: Beside, atom: Atom) -> Candidate | None:
    """The organisation that a text of a situation names: "succeeded Roe at X"."""
    texts = (t.terms for slot, t in atom.arguments if slot == "organization" and isinstance(t, OneOf))
    found = (beside.names.find(term.strip('"')) for terms in texts for term in terms if not term.startswith("<"))
    return next((each for each in found if each is not None), None)


def _names_post(fact: Fact, atom: Atom) -> bool:
    """Whether a fact says in what post somebody was, so that it was no other one."""
    said = fact.slots.get("title") or fact.slots.get("responsibility")
    return fact.relation == atom.relation.name and bool(said)


def _posts_of(beside: Beside, plan: Plan) -> list[_Post]:
    """The post that is asked of, with each who may be meant to have come later; none where no place is named."""
    atom = plan.atoms[0] if plan.atoms else None
    if atom is None or atom.tense is not Tense.FORMER:
        return []
    schema = atom.relation
    holder = dict(atom.excluded).get(schema.subject_slot)
    place = dict(atom.arguments).get(schema.object_slot or "")
    if holder is None or not isinstance(place, OneOf) or len(place.terms) != 1:
        return []
    base = beside.evaluator.lookup.iris.base
    ids = [term.strip("<>").removeprefix(base) for term in (*holder.terms, *place.terms)]
    return [_Post(atom, each, ids[-1]) for each in ids[:-1]]


def _own(beside: Beside, plan: Plan) -> list[Fact]:
    """The facts that say of the later one to have held that post."""
    atom = plan.atoms[0]
    slot = atom.relation.subject_slot
    own = tuple((each, dict(atom.excluded)[slot] if each == slot else term) for each, term in atom.arguments)
    held = with_first(plan, arguments=own, excluded=(), tense=Tense.ANY, requires=None, periods=())
    return [row.facts[0] for row in beside.evaluator.run(replace(held, answer=None, atoms=held.atoms[:1])).rows]


@dataclass(frozen=True)
class _Order:
    """Tells who held a post before somebody, by whom people succeeded, by days, and by who is in office still."""

    beside: Beside
    post: _Post
    own: Sequence[Fact]

    def is_earlier(self, row: Row) -> bool:
        """Whether somebody certainly held the post before."""
        fact = row.facts[0]
        if self._follows(self.post.holder, self._holder(fact)):
            return True
        if self._follows(self._holder(fact), self.post.holder):
            return False
        in_office = bool(self.own) and not any(own.time.ended for own in self.own)
        if fact.time.ended and in_office:
            return not any(self._starts_before(own, fact) for own in self.own)
        return any(self._starts_before(fact, own) or self._ends_before(fact, own) for own in self.own)

    def is_later(self, row: Row) -> bool:
        """Whether somebody certainly came to the post later."""
        fact = row.facts[0]
        return self._follows(self._holder(fact), self.post.holder) or any(
            self._starts_before(own, fact) for own in self.own
        )

    def _holder(self, fact: Fact) -> str:
        return next(iter(fact.slots.get(self.post.atom.relation.subject_slot, ())), "")

    @staticmethod
    def _starts_before(one: Fact, other: Fact) -> bool:
        left, right = one.time.start, other.time.start
        return is_before((left.earliest, left.latest), (right.earliest, right.latest))

    @staticmethod
    def _ends_before(one: Fact, other: Fact) -> bool:
        left, right = one.time.end, other.time.start
        return left.latest is not None and right.earliest is not None and left.latest <= right.earliest

    def _follows(self, later: str, earlier: str) -> bool:
        """Whether a chain of successions at the place leads from the one to the other."""
        seen, open_ = {later}, [later]
        while open_:
            for fact in self._successions(open_.pop()):
                for before in fact.slots.get("object", ()):
                    if before == earlier:
                        return True
                    if before not in seen:
                        seen.add(before)
                        open_.append(before)
        return False

    def _successions(self, person: str) -> Iterable[Fact]:
        """Whom somebody succeeded, at the place or with no word on where."""
        place = {self.post.place, self.beside.answerer.speaker.label(self.post.place)}
        told = self.beside.evaluator.lookup.facts(relation=_SUCCESSION, entity=person)
        for fact in told:
            where = fact.slots.get("organization", ())
            if person in fact.slots.get("subject", ()) and (not where or place & set(where)):
                yield fact


def _refused(sentence: str, found: Found, facts: Sequence[Fact]) -> Draft:
    return Draft(AnswerStatus.NOT_STATED, sentence, facts=list(facts), queries=[found.query], plan=found.plan)
