"""Puts what a plan found into an answer: sentence, items with status and time, evidence, caveats, follow-ups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from app.model import AnswerItem, AnswerStatus, Fact, FactTime, Status
from app.query.ask.answers.bounds import told_apart
from app.query.ask.answers.causes import causes
from app.query.ask.answers.caveats import caveats_of, is_part_only
from app.query.ask.answers.currency import Currency
from app.query.ask.answers.draft import Draft, distinct
from app.query.ask.answers.extremes import most_or_first
from app.query.ask.answers.rounds import is_of_whole, parts_of_round
from app.query.ask.answers.sentences import Speaker, join
from app.query.ask.answers.sides import Sides, sides_of
from app.query.ask.answers.times import day_words, item_time
from app.query.ask.answers.timing import SidesOf, TimeAnswer, how_long, when
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.words import name_words
from app.query.ask.plans.evaluate import Found, Row
from app.query.ask.plans.plan import OneOf, Plan
from app.query.ask.plans.rounds import is_own_part
from app.query.lookup import Lookup

_MOST_SENTENCES = 6
UNSTATED = "unstated"
"""What an article has where it leaves a detail open."""


class Answerer:
    """Words answers in the names of one graph."""

    def __init__(self, lookup: Lookup, lexicon: Lexicon, speaker: Speaker, today: str | None = None) -> None:
        self.lookup = lookup
        self.lexicon = lexicon
        self.speaker = speaker
        self.currency = Currency(lookup, today)

    # --- from what was found ----------------------------------------------------------------------------------------

    def found(self, found: Found) -> Draft:
        """The answer for a plan that gave rows."""
        makers = {
            Asked.WHEN: self._timed(when),
            Asked.HOW_LONG: self._timed(how_long),
            Asked.AMOUNT: self._amount,
            Asked.COUNT: self._count,
            Asked.WHETHER: self._whether,
            Asked.WHY: self._why,
            Asked.HOW: self._how,
        }
        ordered = most_or_first(found, self.lexicon)
        make = makers.get(found.plan.asked, self._entities)
        draft = make(ordered) if ordered.rows else Draft(AnswerStatus.NOT_STATED, self._unordered(found))
        draft.plan, draft.queries = found.plan, [found.query]
        draft.facts = distinct(fact for row in found.rows for fact in row.facts)
        draft.caveats += caveats_of(found, draft.facts, self.lookup, self.lexicon)
        draft.caveats += told_apart(found, self.speaker, self.lexicon, self.lookup)
        first = found.plan.atoms[0] if found.plan.atoms else None
        due = first is not None and first.tense is Tense.PLANNED and first.requires == "ended"
        if found.plan.asked is not Asked.WHETHER and (due or any(not fact.realised for fact in draft.facts)):
            draft.sentence = f"Planned: {draft.sentence}"
            draft.caveats.insert(0, "A plan, not something that has come about.")
        elif found.plan.asked is Asked.WHETHER and draft.facts and not any(fact.realised for fact in draft.facts):
            draft.sentence = draft.sentence.replace("Yes:", "Yes, as a plan:", 1)
            if not any(fact.status.vouched or not fact.disputed_by for fact in draft.facts):
                draft.reserve("Only reported, and denied by others.")
        return draft

    def _unordered(self, found: Found) -> str:
        """For a superlative that what is known does not settle."""
        return f"Which of them it is cannot be told from what is stated. {self._sentences(found)}"

    def _sentences(self, found: Found) -> str:
        relation = found.plan.root.relation.name if found.plan.root else None
        said = []
        for row in found.rows:
            for index, fact in enumerate(row.facts):
                said.append(self.speaker.sentence(fact, relation if index == 0 else None))
        distinct = list(dict.fromkeys(said))
        text = ". ".join(distinct[:_MOST_SENTENCES]) + "."
        more = len(distinct) - _MOST_SENTENCES
        return f"{text} And {more} more." if more > 0 else text

    def _item(self, term: NamedNode | Literal | None, facts: Sequence[Fact], value: str | None = None) -> AnswerItem:
        fact = facts[0] if facts else None
        if value is None and fact and isinstance(term, Literal) and (known := self.speaker.place(fact, term.value)):
            term = NamedNode(known.iri)
        iri = term.value if isinstance(term, NamedNode) else None
        if iri and iri.startswith(self.lookup.iris.fact("").value) and fact:
            label = self.speaker.sentence(fact)
        elif isinstance(term, Literal) and fact and (sized := self._sized(fact, term.value)):
            label = sized
        else:
            label = self.speaker.label(term.value) if term is not None else ""
        return AnswerItem(
            label=label,
            iri=iri,
            value=value if value is not None else (term.value if isinstance(term, Literal) else None),
            status=fact.status if fact else None,
            time=item_time(fact.time) if fact else {},
        )

    def _sized(self, fact: Fact, value: str) -> str | None:
        """A number of the fact in words, with its currency or as a share."""
        slots = [slot for slot in ("valuation", "amount", "percent") if value in fact.slots.get(slot, ())]
        return next(
            (words for slot in slots for words, number in self.speaker.measure(fact, slot) if number == value), None
        )

    def _entities(self, found: Found) -> Draft:
        groups: dict[str, list[Row]] = {}
        for row in found.rows:
            groups.setdefault(str(row.term), []).append(row)
        if others := self._other_sides(found):
            return Draft(AnswerStatus.ANSWERED, self._sentences(found), others)
        items = [self._item(rows[0].term, rows[0].facts, self._number(found, rows[0])) for rows in groups.values()]
        return Draft(AnswerStatus.ANSWERED, self._sentences(found), items)

    def _counts_several(self, plan: Plan) -> bool:
        """Whether the noun is one for situations with a number, in the plural: "which stakes"."""
        senses = self.lexicon.senses.get(name_words(plan.words)[:1], ())
        return any(sense.entry.measures and sense.plural for sense in senses)

    def _other_sides(self, found: Found) -> list[AnswerItem]:
        """For "X's investments": in whom, where each has one side besides those named; none for anything else."""
        root, plan = found.plan.root, found.plan
        if not plan.words or root is None or plan.order or self.lexicon.is_singular(plan.words) or not plan.names:
            return []
        ends = dict.fromkeys(slot for slot in (root.relation.subject_slot, root.relation.object_slot) if slot)
        items: dict[str, AnswerItem] = {}
        for fact in (row.facts[0] for row in found.rows):
            sides = [value for slot in ends for value in fact.slots.get(slot, ()) if self.speaker.entity(value)]
            others = [value for value in sides if self.lookup.iris.entity(value).value not in plan.names]
            if len(others) != 1 or len(sides) != 2:
                return []
            items.setdefault(others[0], self._subject_items(others[0], fact)[0])
        return list(items.values())

    def _number(self, found: Found, row: Row) -> str | None:
        """Beside a situation that is itself the answer: its number."""
        root = found.plan.root
        is_fact = isinstance(row.term, NamedNode) and row.term.value.startswith(self.lookup.iris.fact("").value)
        slot = self.lexicon.measures.get(root.relation.name) if root and is_fact else None
        values = row.facts[0].slots.get(slot, ()) if slot else ()
        return values[0] if len(values) == 1 else None

    def _count(self, found: Found) -> Draft:
        draft = self._entities(found)
        if found.plan.open or any(atom.tense is Tense.PLANNED for atom in found.plan.atoms):
            draft.status, draft.items = AnswerStatus.NOT_STATED, []
            draft.sentence = f"A number is not stated. Known by name: {draft.sentence}"
            return draft
        draft.items = self._apart(found) or draft.items
        names = join([item.label for item in draft.items])
        draft.sentence = f"At least {len(draft.items)} known: {names}."
        draft.caveats.append("Only what the articles name is counted.")
        return draft

    def _apart(self, found: Found) -> list[AnswerItem]:
        """For names that are used again elsewhere (the Series B of two companies): each with what it is of."""
        slot = found.plan.atoms[0].relation.object_slot or ""
        of = {(str(row.term), thing): row for row in found.rows for thing in row.facts[0].slots.get(slot, ())}
        if not all(isinstance(row.term, Literal) for row in found.rows) or len({thing for _, thing in of}) < 2:
            return []
        items = [(self._item(row.term, row.facts), thing) for (_, thing), row in of.items()]
        return [i.model_copy(update={"label": f"{i.label} of {self.speaker.label(thing)}"}) for i, thing in items]

    def sides(self, fact: Fact) -> Sides | None:
        """What the articles give for a time that they differ on; None where they agree."""
        return sides_of(fact, self.lookup)

    def _timed(self, answer: Callable[[Found, Speaker, Lexicon, SidesOf], TimeAnswer]) -> Callable[[Found], Draft]:
        """A maker of drafts from what a question about time gets."""

        def make(found: Found) -> Draft:
            timed = answer(found, self.speaker, self.lexicon, self.sides)
            items = [
                item
                for subject, fact in timed.subjects
                for item in self._subject_items(subject, fact, timed.disputed.get(fact.id, ()))
            ]
            return Draft(timed.status, timed.sentence, items, caveats=list(timed.caveats), timed=timed.phrase)

        return make

    def _subject_items(self, entity_id: str, fact: Fact, disputed: Sequence[FactTime] = ()) -> list[AnswerItem]:
        """Whom a time is told of; once for each date that the fact's slots hold, or that sources differ about."""
        time = item_time(fact.time)
        dates = fact.slots.get(self.lexicon.date_slots.get(fact.relation, ""), ())
        label = self.speaker.label(entity_id)
        iri = self.lookup.iris.entity(entity_id).value if "/" in entity_id else None
        if disputed and not dates:
            return [
                AnswerItem(label=label, iri=iri, value=each.text[0], status=Status.DISPUTED, time=item_time(each))
                for each in disputed
            ]
        return [
            AnswerItem(
                label=label,
                iri=iri,
                value=stated,
                status=fact.status,
                time=time if stated is None or fact.time.date_edtf else {**time, "date": {"edtf": stated}},
            )
            for stated in dates or (None,)
        ]

    def _amount(self, found: Found) -> Draft:
        if self._counts_several(found.plan) and (others := self._other_sides(found)):
            return Draft(AnswerStatus.ANSWERED, self._sentences(found), others)
        if parts := parts_of_round(found, self.lexicon, self.lookup):
            found = replace(found, rows=parts)
            if all(is_own_part(row.facts[0], self.lexicon, self.lookup) for row in parts):
                return Draft(AnswerStatus.NOT_STATED, f"What the whole came to is not stated. {self._sentences(found)}")
        items = []
        whole = [row.facts[0] for row in found.rows if is_of_whole(row.facts[0], found.plan, self.lexicon, self.lookup)]
        for row in found.rows:
            fact = row.facts[0]
            if fact in whole:
                continue
            root = found.plan.root
            slot = found.plan.measure or (self.lexicon.measures.get(root.relation.name, "amount") if root else "amount")
            for label, value in self.speaker.measure(fact, slot):
                items.append(AnswerItem(label=label, value=value, status=fact.status, time=item_time(fact.time)))
        sentence = self._sentences(found)
        if not items and whole:
            return Draft(AnswerStatus.NOT_STATED, f"{sentence} How much of that was its own is not stated.")
        if not items:
            return Draft(AnswerStatus.NOT_STATED, f"{sentence} How much is not stated.")
        return Draft(AnswerStatus.ANSWERED, sentence, _unique(items))

    def _whether(self, found: Found) -> Draft:
        facts = [row.facts[0] for row in found.rows]
        if any(atom.tense is Tense.STILL for atom in found.plan.atoms[:1]) and not any(map(self.currency.holds, facts)):
            last = self.currency.last_stated(facts)
            sentence = f"Last stated{f' on {day_words(last)}' if last else ''}: {self._sentences(found)}"
            return Draft(AnswerStatus.NOT_STATED, f"{sentence} Whether it still holds is not stated.")
        first = found.plan.atoms[0]
        asked = {slot for slot, _ in first.quantities}
        asked |= {slot for slot, term in first.arguments if isinstance(term, OneOf)}
        doubted = [[a.name for a in f.aspects if a.name in asked and a.status is Status.DISPUTED] for f in facts]
        if all(doubted) or all(fact.status is Status.DISPUTED for fact in facts):
            item = self._item(None, found.rows[0].facts, value="disputed").model_copy(update={"label": "disputed"})
            told = dict.fromkeys(self._told_apart(fact, names) for fact, names in zip(facts, doubted, strict=True))
            sentence = " ".join([f"Disputed: {self._sentences(found)}", *(words for words in told if words)])
            return Draft(AnswerStatus.PARTIAL, sentence, [item])
        if self._gave_up_post(found):
            over = all(fact.time.ended for fact in facts)
            given_up = "That post is said to have been given up" if over else "That post is planned to be given up"
            return Draft(
                AnswerStatus.PARTIAL,
                f"In part: {'. '.join(dict.fromkeys(map(self.speaker.sentence, facts)))}. "
                f"{given_up}; whether all ties {'have ended' if over else 'end then'} is not stated.",
            )
        if is_part_only(found, self.lexicon):
            return Draft(AnswerStatus.PARTIAL, f"In part: {self._sentences(found)}")
        item = self._item(None, found.rows[0].facts, value="yes").model_copy(update={"label": "yes"})
        return Draft(AnswerStatus.ANSWERED, f"Yes: {self._sentences(found)}", [item])

    def _gave_up_post(self, found: Found) -> bool:
        """Whether "has she left" is asked of somebody of whom only a post is said to have ended."""
        root = found.plan.root
        if root is None or root.relation.aspect != "ended":
            return False
        facts = [row.facts[0] for row in found.rows]
        ends = [id_ for fact in facts for part in fact.aspects if part.name == "ended" for id_ in part.supported_by]
        said = {claim.relation for claim in self.lookup.claims_by_id(ends)}
        return bool(said) and root.relation.name not in said and all(fact.slots.get("title") for fact in facts)

    def _told_apart(self, fact: Fact, names: Sequence[str]) -> str:
        """What sources say of the details that they differ on, in words: "Sources say dismissed or resigned."."""
        values = [value for name in names if name not in NUMBER_SLOTS for value in fact.slots.get(name, ())]
        return f"Sources say {join(values, 'or')}." if len(values) > 1 else ""

    def _why(self, found: Found) -> Draft:
        reasons = [reason for row in found.rows for reason in row.facts[0].slots.get("reason", ())]
        sentence = self._sentences(found)
        root = found.plan.root
        about = self.lexicon.contents.get(root.relation.name) if root else None
        if not reasons and about:  # why somebody is dissatisfied is with what
            reasons = [topic for row in found.rows for topic in row.facts[0].slots.get(about, ())]
        if not reasons:
            return self._caused(found, sentence)
        items = [AnswerItem(label=reason, value=reason) for reason in dict.fromkeys(reasons)]
        return Draft(AnswerStatus.ANSWERED, f"{sentence} Reason given: {join([i.label for i in items])}.", items)

    def _caused(self, found: Found, sentence: str) -> Draft:
        """The reason that an article's sentence gives beside the fact; that none is stated, if there is none."""
        told = causes([row.facts[0] for row in found.rows], self.lookup, self.lexicon)
        if not told:
            return Draft(AnswerStatus.NOT_STATED, f"{sentence} A reason is not stated.")
        items = [AnswerItem(label=cause.words, value=cause.topic) for cause in told]
        return Draft(AnswerStatus.ANSWERED, f"{sentence} Reason given: {join([i.label for i in items])}.", items)

    def _how(self, found: Found) -> Draft:
        root = found.plan.root
        slots = sorted(root.relation.qualifiers & self.lexicon.how_slots) if root else []
        ways = [way for row in found.rows for slot in slots for way in row.facts[0].slots.get(slot, ())]
        known = [way for way in dict.fromkeys(ways) if way != UNSTATED]
        sentence = self._sentences(found)
        if not known:
            return Draft(AnswerStatus.NOT_STATED, f"{sentence} How is not stated.")
        facts = [row.facts[0] for row in found.rows]
        if any(part.name in slots and part.status is Status.DISPUTED for fact in facts for part in fact.aspects):
            items = [AnswerItem(label=way, value=way, status=Status.DISPUTED) for way in known]
            return Draft(AnswerStatus.PARTIAL, f"Disputed: {sentence} Sources say {join(known, 'or')}.", items)
        items = [AnswerItem(label=way, value=way, status=found.rows[0].facts[0].status) for way in known]
        return Draft(AnswerStatus.ANSWERED, f"{sentence} How: {join(known)}.", items)

    def between(self, iris: Sequence[str]) -> list[Fact]:
        """The facts that all of the entities take part in."""
        return self.lookup.shared_facts([iri.removeprefix(self.lookup.iris.base) for iri in iris])

    def listed(self, facts: Sequence[Fact], labels: Sequence[str]) -> Draft:
        """Facts as they are, for a question about what links some entities."""
        if not facts:
            return Draft(AnswerStatus.NOT_STATED, f"Nothing is stated of {join(list(labels))} together.")
        items = [
            AnswerItem(
                label=self.speaker.sentence(fact),
                iri=self.lookup.iris.fact(fact.id).value,
                status=fact.status,
                time=item_time(fact.time),
            )
            for fact in facts
        ]
        sentence = ". ".join(dict.fromkeys(item.label for item in items)) + "."
        return Draft(AnswerStatus.ANSWERED, sentence, items, facts=list(facts), confidence=0.9)

    def claimed(self, fact: Fact) -> str:
        """A denial in the article's own words, since the template of a relation would say the opposite."""
        evidence = self.lookup.evidence(fact)
        return f"“{evidence[0].text}”" if evidence else self.speaker.sentence(fact)


def _unique(items: Sequence[AnswerItem]) -> list[AnswerItem]:
    return list({(item.label, item.value): item for item in items}.values())
