"""For questions that no fact answers: what is only reported or planned, what has ended, and what comes nearest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pyoxigraph import Literal

from app.graphs import TRUSTED
from app.model import AnswerItem, AnswerStatus, Bounds, Fact, Status
from app.ontology import RelationSchema
from app.query.ask.answers import refusals
from app.query.ask.answers.answer import UNSTATED, Answerer, Draft
from app.query.ask.answers.hearsay import by_hearsay
from app.query.ask.answers.times import day_words, lies_outside, range_words, time_words
from app.query.ask.grammar.reading import PRESENT, Asked, Tense
from app.query.ask.lexical.analyse import Apart
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Names
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import content_words, name_words
from app.query.ask.plans.evaluate import ALL_GRAPHS, Evaluator, Found, Row
from app.query.ask.plans.makings import deeds
from app.query.ask.plans.plan import Atom, OneOf, Plan, Variable, point_of

_MOST_NEAREST = 3
_TELLABLE = (Status.REPORTED, Status.ASSERTED, Status.STATED, Status.DISPUTED)
_LISTING = (Asked.WHO, Asked.WHAT, Asked.WHICH, Asked.LIST, Asked.COUNT)
_BY_SERVICE = "Told by what they supply: the articles do not say of which kind these vendors are."
_NEGATIVE, _SOFT = "NegativeFact", "SimpleFact"


class Fallback:
    """Looks beside and beyond the facts, and says in every sentence that it does."""

    def __init__(self, lexicon: Lexicon, names: Names, evaluator: Evaluator, answerer: Answerer) -> None:
        self.lexicon = lexicon
        self.names = names
        self.evaluator = evaluator
        self.answerer = answerer

    def nothing_found(self, refused: Sequence[Found]) -> Draft:
        """The most that can be said for plans without rows."""
        missing = [found for found in refused if found.plan.missing]
        if missing and len(missing) == len(refused):
            return refusals.unknown(missing[0].plan, self.names)
        if pronouns := [found for found in refused if found.plan.pronouns]:
            return refusals.whom(pronouns[0].plan)
        known = [found for found in refused if not found.plan.missing]
        for attempt in (
            self._no_longer,
            self._came_from,
            self.concluded,
            self._ahead,
            self._due,
            self._by_hearsay,
            self._without_detail,
            self._acting,
            self._longer_title,
            self._unconfirmed,
            self._lapsed,
            self._negated,
            self._goes_on,
            self._outside,
            self._chained,
            self._through_unit,
            self._wider_class,
            self._once_new,
        ):
            for found in known:
                if draft := attempt(found.plan):
                    return draft
        return self._not_stated(known)

    def _not_stated(self, refused: Sequence[Found]) -> Draft:
        if all(atom.tense is Tense.PLANNED and not atom.past for found in refused for atom in found.plan.atoms[:1]):
            draft = Draft(AnswerStatus.OUT_OF_SCOPE, refusals.FUTURE, queries=[refused[0].query])
        else:
            many = self.evaluator.lookup.article_count()
            articles = f"{many} article{'' if many == 1 else 's'}"
            whether = refused[0].plan.asked is Asked.WHETHER
            sentence = (
                f"There is no evidence for that in {articles}." if whether else f"That is not stated in {articles}."
            )
            draft = Draft(AnswerStatus.NOT_STATED, sentence, queries=[refused[0].query])
        for found in refused:
            if self._add_nearest(draft, found.plan):
                break
        return draft

    # --- answers with a reservation ---------------------------------------------------------------------------------

    def _no_longer(self, plan: Plan) -> Draft | None:
        """A yes/no question about the present, of what an article says has ended."""
        if plan.asked is not Asked.WHETHER or plan.atoms[0].tense not in (Tense.CURRENT, Tense.STILL):
            return None
        former = _first(plan, tense=Tense.FORMER)
        found = self.evaluator.run(former)
        found = found if found.rows else self.evaluator.run(self._for_another(former) or former)
        if not found.rows:
            return None
        draft = self.answerer.found(found)
        draft.sentence = f"No longer: {draft.sentence.removeprefix('Yes: ')}"
        draft.items = [item.model_copy(update={"label": "no", "value": "no"}) for item in draft.items]
        return draft

    def _lapsed(self, plan: Plan) -> Draft | None:
        """What was to end on a day that is past by now, with no word on whether it did."""
        if plan.atoms[0].tense not in PRESENT or plan.asked not in (*_LISTING, Asked.WHERE, Asked.WHETHER):
            return None
        found = self.evaluator.run(_first(plan, tense=Tense.ANY))
        rows = tuple(row for row in found.rows if self.answerer.currency.is_due(row.facts[0]))
        if not rows:
            return None
        draft = self.answerer.found(replace(found, rows=rows))
        last = self.answerer.currency.last_stated([row.facts[0] for row in rows])
        end = rows[0].facts[0].time.end
        draft.sentence = (
            f"Last stated{f' on {day_words(last)}' if last else ''}: {draft.sentence.removeprefix('Yes: ')} "
            f"It was to end {range_words(end.earliest, end.latest)}, which is past; whether it did is not stated."
        )
        draft.status, draft.items = AnswerStatus.NOT_STATED, []
        return draft

    def _for_another(self, plan: Plan) -> Plan | None:
        """The plan with the titles of those who held the post for somebody else; None where there are none."""
        atom = plan.atoms[0]
        titles = next((t.terms for s, t in atom.arguments if s == "title" and isinstance(t, OneOf)), ())
        acting = self.names.standing_in(titles, self.lexicon)
        changed = tuple((s, OneOf(acting) if s == "title" else term) for s, term in atom.arguments)
        return _first(plan, arguments=changed) if acting and not _asks_who(plan) else None

    def _acting(self, plan: Plan) -> Draft | None:
        """For the office of somebody who is named: that it was held for somebody else."""
        found = self.evaluator.run(other) if (other := self._for_another(plan)) else None
        if found is None or not found.rows:
            return None
        draft = self.answerer.found(found)
        draft.status = AnswerStatus.PARTIAL if draft.status is AnswerStatus.ANSWERED else draft.status
        draft.caveats.insert(0, "The office was held for somebody else, in the meantime.")
        return draft

    def _goes_on(self, plan: Plan) -> Draft | None:
        """Whether somebody has left or is leaving, who an article says is still there."""
        atom = plan.atoms[0]
        if plan.asked is not Asked.WHETHER or atom.requires != "ended" or not atom.by_now or atom.periods:
            return None
        there = replace(atom, aspect="exists", requires=None, whole=False, tense=Tense.CURRENT)
        found = self.evaluator.run(
            replace(plan, atoms=(there, *plan.atoms[1:]), root=None)
        )  # not "X left", but what X is
        talked = any(aspect.name == "ended" for row in found.rows for aspect in row.facts[0].aspects)
        sure = (row for row in found.rows if not talked and self.answerer.currency.holds(row.facts[0]))
        rows = tuple(sure)
        return self._no(replace(found, rows=rows), "No") if rows else None

    def _outside(self, plan: Plan) -> Draft | None:
        """Whether something was so in a time that it lies outside of, where it has but one time."""
        atom = plan.atoms[0]
        if plan.asked is not Asked.WHETHER or len(atom.periods) != 1 or len(plan.atoms) > 1 or not plan.names:
            return None
        timeless = _first(plan, periods=(), tense=Tense.ANY)
        done = (deed for deed, _ in deeds(timeless, self.lexicon, self.evaluator.ontology))
        for each in (timeless, *done):
            relation = each.atoms[0].relation.name
            again = self.evaluator.ontology.situation_of(relation).point_in_time and relation not in self.lexicon.once
            found = self.evaluator.run(each) if not again else None
            if found and found.rows and all(lies_outside(row.facts[0].time, atom.periods[0]) for row in found.rows):
                return self._no(found, "Not then")
        return None

    def _no(self, found: Found, opening: str) -> Draft:
        """A no, with the facts that speak against it."""
        draft = self.answerer.found(found)
        when = next((words for row in found.rows if (words := time_words(row.facts[0].time))), "")
        bare = draft.sentence.removeprefix("Yes: ").removesuffix(".")
        draft.sentence = f"{opening}: {bare}{f', {when}' if when else ''}."
        draft.status = AnswerStatus.ANSWERED
        draft.items = [AnswerItem(label="no", value="no", status=found.rows[0].facts[0].status)]
        return draft

    def _longer_title(self, plan: Plan) -> Draft | None:
        """For somebody who is named: a post whose title says more than the question does ("head" of something)."""
        atom = plan.atoms[0]
        titles = next((t.terms for s, t in atom.arguments if s == "title" and isinstance(t, OneOf)), ())
        longer = self.names.longer_titles(titles)
        if not longer or _asks_who(plan) or not plan.names:
            return None
        changed = tuple((s, OneOf(longer) if s == "title" else term) for s, term in atom.arguments)
        found = self.evaluator.run(_first(plan, arguments=changed))
        if len({row.facts[0].slots.get("title") for row in found.rows}) != 1:
            return None
        draft = self.answerer.found(found)
        draft.status = AnswerStatus.PARTIAL if draft.status is AnswerStatus.ANSWERED else draft.status
        draft.caveats.insert(0, "The articles give a longer title.")
        return draft

    def _once_new(self, plan: Plan) -> Draft | None:
        """Who was named to a post that is over by now."""
        if plan.atoms[0].tense is not Tense.NEW:
            return None
        found = self.evaluator.run(_first(plan, tense=Tense.ANY))
        return self.answerer.found(found) if found.rows and plan.atoms[0].aspect == "started" else None

    def _ahead(self, plan: Plan) -> Draft | None:
        """A question about the future of what articles tell as a fact before it happens ("she succeeds him in May")."""
        if plan.atoms[0].tense is not Tense.PLANNED or plan.atoms[0].relation.name not in self.lexicon.ahead:
            return None
        found = self.evaluator.run(_first(plan, tense=Tense.ANY))
        return self.answerer.found(found) if found.rows else None

    def planned(self, plan: Plan) -> Draft | None:
        """What is to come and is stated; None if nothing is."""
        found = self.evaluator.run(_first(plan, requires=None), graphs=ALL_GRAPHS)
        rows = tuple(row for row in found.rows if not row.facts[0].realised and row.facts[0].status in TRUSTED)
        return self._reserved(self.answerer.found(replace(found, rows=rows)), rows) if rows else None

    def with_successor(self, draft: Draft) -> Draft:
        """For who holds an office: whoever is announced for it, and in their place once that day is past."""
        plan = draft.plan
        first = plan.atoms[0] if plan and plan.atoms else None
        if not draft.answered or plan is None or first is None or plan.asked not in _LISTING or len(plan.atoms) > 1:
            return draft
        titled = any(slot == "title" and isinstance(term, OneOf) for slot, term in first.arguments)
        if not titled or first.tense not in PRESENT or not _asks_who(plan):
            return draft
        found = self.evaluator.run(plan, graphs=ALL_GRAPHS)
        rows = [row for row in found.rows if not row.facts[0].realised and row.facts[0].status in TRUSTED]
        currency = self.answerer.currency
        begun = tuple(row for row in rows if currency.has_begun(row.facts[0]))
        if begun and self.lexicon.is_singular(plan.answer_words):
            taken = self._reserved(self.answerer.found(replace(found, rows=begun)), begun)
            taken.caveats.append(f"Stated before that: {draft.sentence}")
            taken.facts += draft.facts
            return taken
        for fact in (row.facts[0] for row in rows):
            when = range_words(fact.time.start.earliest, fact.time.start.latest)
            draft.caveats.append(f"Announced: {self.answerer.speaker.sentence(fact)}{f', {when}' if when else ''}.")
        return draft

    def _came_from(self, plan: Plan) -> Draft | None:
        """Where somebody was before, by what is said of where they came from."""
        atom, answer = plan.atoms[0], plan.answer
        for slot, base in self.lexicon.earlier.items():
            here = dict(atom.excluded).get(base)
            asked = answer is not None and (base, answer) in atom.arguments
            siblings = [
                schema
                for schema in self.evaluator.ontology.relations.values()
                if schema.situation == atom.relation.situation and slot in schema.qualifiers
            ]
            if here is None or not asked or answer is None or atom.tense is not Tense.FORMER or not siblings:
                continue
            kept = tuple((s, t) for s, t in atom.arguments if s != base)
            moved = replace(atom, relation=siblings[0], tense=Tense.ANY, excluded=(), requires=None)
            arguments = (*kept, (base, here), (slot, Variable(answer.name)))
            found = self.evaluator.run(replace(plan, atoms=(replace(moved, arguments=arguments), *plan.atoms[1:])))
            if found.rows:
                return self.answerer.found(found)
        return None

    def concluded(self, plan: Plan) -> Draft | None:
        """Who owns what, where no article says so, by who has bought the whole of it: a conclusion, and told as one."""
        atom = plan.atoms[0]
        plain = not (atom.periods or atom.quantities or atom.requires or atom.excluded or plan.measure or plan.order)
        if not plain or atom.tense not in (Tense.ANY, Tense.CURRENT):
            return None
        for deed, done in deeds(plan, self.lexicon, self.evaluator.ontology):
            found = self.evaluator.run(deed)
            rows = tuple(row for row in found.rows if self._is_last(row.facts[0], done))
            if rows:
                draft = self.answerer.found(replace(found, rows=rows))
                draft.caveats.insert(0, f"Concluded from what is stated ({done.label}): no article says so itself.")
                return draft
        return None

    def _is_last(self, fact: Fact, done: RelationSchema) -> bool:
        """Whether all of something changed hands, and nobody else is said to have got it."""
        thing = fact.slots.get(done.object_slot or "", ())
        others = self.evaluator.lookup.facts(relation=done.name, entity=thing)
        same = [other for other in others if other.slots.get(done.object_slot or "") == thing and other.realised]
        takers = {taker for other in same for taker in other.slots.get(done.subject_slot, ())}
        return not fact.slots.get("percent") and len(takers) == 1

    def _due(self, plan: Plan) -> Draft | None:
        """When or whether something ends or begins, asked in the present tense, of what is still to do so."""
        first = plan.atoms[0]
        begins = first.requires == "started" and plan.asked is Asked.WHETHER
        ends = first.requires == "ended" and plan.asked in (Asked.WHEN, Asked.WHETHER)
        if not first.present or not (begins or ends):
            return None
        found = self.evaluator.run(_first(plan, tense=Tense.PLANNED))
        if not found.rows:
            return None
        draft = self.answerer.found(found)
        if plan.asked is Asked.WHETHER:
            draft.sentence = draft.sentence.replace("Yes:", "Yes, as a plan:", 1)
            draft.caveats.insert(0, "A plan, not something that has come about.")
        return draft

    def _unconfirmed(self, plan: Plan) -> Draft | None:
        """What is only reported or planned is an answer with a reservation; what is only possible is none."""
        loosened = _first(plan, requires=None) if plan.atoms[0].requires == "started" else plan
        found = self.evaluator.run(loosened, graphs=ALL_GRAPHS)
        if not found.rows or plan.atoms[0].tense is Tense.PLANNED:
            return None
        open_rows = [row for row in found.rows if not all(_established(fact) for fact in row.facts)]
        told = tuple(row for row in open_rows if all(fact.status in _TELLABLE for fact in row.facts))
        if not open_rows:
            return None
        if told:
            draft = self.answerer.found(replace(found, rows=told))
            return self._reserved(draft, told)
        kinds = sorted({str(row.facts[0].status) for row in open_rows})
        sentences = list(dict.fromkeys(self.answerer.speaker.sentence(row.facts[0]) for row in open_rows))
        draft = Draft(AnswerStatus.NOT_STATED, f"Not established, only {' or '.join(kinds)}: {'; '.join(sentences)}.")
        draft.alternatives, draft.queries = sentences, [found.query]
        draft.facts = [row.facts[0] for row in open_rows]
        return draft

    def _by_hearsay(self, plan: Plan) -> Draft | None:
        found = by_hearsay(plan, self.evaluator)
        return self._reserved(self.answerer.found(found), found.rows) if found else None

    def _without_detail(self, plan: Plan) -> Draft | None:
        """What fits but for a detail that the articles leave open: that somebody left, though not how."""
        atom = plan.atoms[0]
        details = [slot for slot, _ in atom.arguments if slot in self.lexicon.optional]
        # Whoever asks who resigned does not want to hear who left, one way or another.
        if not details or plan.asked is Asked.WHETHER or not plan.names or _asks_who(plan):
            return None
        kept = tuple((slot, term) for slot, term in atom.arguments if slot not in details)
        found = self.evaluator.run(_first(plan, arguments=kept))
        rows = tuple(row for row in found.rows if all(_is_open(row.facts[0], slot) for slot in details))
        if not rows:
            return None
        draft = self.answerer.found(replace(found, rows=rows))
        draft.status = AnswerStatus.PARTIAL if draft.status is AnswerStatus.ANSWERED else draft.status
        draft.caveats.insert(0, f"The articles do not state the {' or '.join(details)}.")
        return draft

    def _reserved(self, draft: Draft, rows: Sequence[Row]) -> Draft:
        facts = [fact for row in rows for fact in row.facts]
        word = reservation(facts)
        first = draft.plan.atoms[0] if draft.plan else None
        new = word == "planned" and first is not None and first.tense is Tense.NEW
        announced = word == "planned" and first is not None and first.aspect == "announced"
        asks_time = draft.plan is not None and draft.plan.asked in (Asked.WHEN, Asked.HOW_LONG)
        asks_amount = draft.plan is not None and draft.plan.asked is Asked.AMOUNT
        ahead = word == "planned" and first is not None and first.present and (asks_time or asks_amount)
        if draft.status is AnswerStatus.ANSWERED and not announced:
            draft.status = AnswerStatus.PARTIAL
        if draft.items and draft.items[0].label == "yes":
            answer = "yes" if word == "reported" or announced else word
            draft.items = [draft.items[0].model_copy(update={"label": answer, "value": answer})]
        bare = draft.sentence.removeprefix("Yes: ").removeprefix("Yes, as a plan: ").removeprefix("Planned: ")
        draft.sentence = f"Only {word}: {bare}"
        draft.caveats.insert(0, f"Only {word}, not established as a fact.")
        # What is planned or rumoured is not so; it is told, and not given as the answer. Only of moods and quarrels,
        # which nobody could report as plain facts, hearsay is the best there is.
        dated = word == "planned" and first is not None and bool(first.periods)
        due = self._is_past_plan(draft, facts)
        if due:
            draft.caveats.insert(1, "It was planned for a day that is past; that it came about is not stated.")
        if not (announced or ahead or new or dated or due) and not (
            word == "reported" and all(fact.type == _SOFT for fact in facts)
        ):
            draft.items = []
        return draft

    def _is_past_plan(self, draft: Draft, facts: Sequence[Fact]) -> bool:
        """Whether an answer lists whom the present office or tie was announced for, from a day that is past by now."""
        plan = draft.plan
        listed = plan is not None and plan.asked in (*_LISTING, Asked.WHERE) and plan.atoms[0].tense in PRESENT
        ahead = [fact for fact in facts if not fact.realised]
        return listed and bool(ahead) and all(self.answerer.currency.has_begun(fact) for fact in ahead)

    def _negated(self, plan: Plan) -> Draft | None:
        """What an article says is not so, or what somebody denies."""
        denied = negative(plan)
        if plan.asked is not Asked.WHETHER or denied is None:
            return None
        found = self.evaluator.run(denied, graphs=ALL_GRAPHS)
        # Who denies a plan has not denied that something else came about, and the other way round.
        first = plan.atoms[0]
        under_way = first.present and self.evaluator.ontology.situation_of(first.relation.name).point_in_time
        planned = first.tense is Tense.PLANNED
        # "Is X buying Y" asks of what may be done, or still to come.
        known = (row for row in found.rows if under_way or row.facts[0].realised is not planned)
        rows = tuple(row for row in known if self._denies(row.facts[0], plan))
        if not rows:
            return None
        fact = rows[0].facts[0]
        said = self.answerer.claimed(fact)
        if fact.status is Status.NEGATED:
            item = AnswerItem(label="no", value="no", status=fact.status)
            return Draft(AnswerStatus.ANSWERED, f"No: {said}", [item], facts=[fact], queries=[found.query])
        item = AnswerItem(label="denied", value="denied", status=fact.status)
        return Draft(AnswerStatus.PARTIAL, f"Denied: {said}", [item], facts=[fact], queries=[found.query])

    def _denies(self, fact: Fact, plan: Plan) -> bool:
        """Whether what is denied is what is asked, and no other post or round of the same two."""
        wanted = {slot: set(term.terms) for slot, term in plan.atoms[0].arguments if isinstance(term, OneOf)}
        asked = {part: terms for slot, terms in wanted.items() for part in slot.split("|")}
        claims = self.evaluator.lookup.claims_by_id([*fact.supported_by, *fact.disputed_by])
        said = [{k: v for k, v in claim.qualifiers.items() if k in self.lexicon.exact_slots} for claim in claims]
        return any(all(str(Literal(value)) in asked.get(slot, ()) for slot, value in each.items()) for each in said)

    def _chained(self, plan: Plan) -> Draft | None:
        """Whether a part of a part is part of the whole."""
        atom = plan.atoms[0]
        schema = atom.relation
        if plan.asked is not Asked.WHETHER or schema.name not in self.lexicon.transitive or len(plan.atoms) > 1:
            return None
        between = Variable("between")
        ends = dict(atom.arguments)
        lower, upper = ends.get(schema.subject_slot), ends.get(schema.object_slot or "")
        if lower is None or upper is None:
            return None
        first = replace(atom, arguments=((schema.subject_slot, lower), (schema.object_slot or "", between)))
        second = replace(
            atom, variable="link", arguments=((schema.subject_slot, between), (schema.object_slot or "", upper))
        )
        found = self.evaluator.run(replace(plan, atoms=(first, second)))
        return self.answerer.found(found) if found.rows else None

    def _through_unit(self, plan: Plan) -> Draft | None:
        """A yes/no question about a company, of what holds for one of its units."""
        atom = plan.atoms[0]
        unit_of = self.evaluator.ontology.relations.get("unitOf")
        for index, (slot, term) in enumerate(atom.arguments):
            if plan.asked is not Asked.WHETHER or slot not in self.lexicon.through_units or unit_of is None:
                continue
            unit = Variable("unit")
            arguments = (*atom.arguments[:index], (slot, unit), *atom.arguments[index + 1 :])
            link = Atom("link", unit_of, ((unit_of.subject_slot, unit), (unit_of.object_slot or "", term)))
            found = self.evaluator.run(replace(plan, atoms=(replace(atom, arguments=arguments), link, *plan.atoms[1:])))
            if found.rows:
                draft = self.answerer.found(found)
                draft.status = AnswerStatus.PARTIAL
                draft.sentence = f"Through a unit: {draft.sentence.removeprefix('Yes: ')}"
                draft.caveats.append("This holds for a unit; nothing is stated of the company itself.")
                return draft
        return None

    def _wider_class(self, plan: Plan) -> Draft | None:
        """What fits but for a class that the graph only infers ("data vendor")."""
        found = self._of_any_class(plan)
        if found is None or not found.rows:
            return None
        draft = self.answerer.found(found)
        if not all(row.facts[0].slots.get("service") for row in found.rows):
            draft.status = AnswerStatus.PARTIAL
        draft.caveats.append(_BY_SERVICE)
        return draft

    def _of_any_class(self, plan: Plan) -> Found | None:
        """What fits but for a class that is only inferred, by the signs of it; None if no such class is asked for."""
        signs = [words for name, words in self.lexicon.signs.items() if plan.answer and name in plan.answer.classes]
        if plan.answer is None or not signs:
            return None
        wide = replace(plan.answer, classes=())
        atoms = tuple(
            replace(atom, arguments=tuple((s, wide if t == plan.answer else t) for s, t in atom.arguments))
            for atom in plan.atoms
        )
        found = self.evaluator.run(replace(plan, atoms=atoms, answer=wide))
        return replace(found, rows=tuple(row for row in found.rows if _mentions(row.facts[0], signs[0])))

    def by_service(self, draft: Draft) -> Draft:
        """For a class that is only inferred ("data vendors"): beside those of it, whoever supplies what they do."""
        plan = draft.plan
        wide = (
            self._of_any_class(plan) if draft.answered and plan and plan.asked in _LISTING and not plan.order else None
        )
        if plan is None or wide is None:
            return draft
        told = self.evaluator.run(plan)
        known = {row.term for row in told.rows}
        more = tuple(row for row in wide.rows if row.term not in known and row.facts[0].slots.get("service"))
        if not more:
            return draft
        fuller = self.answerer.found(replace(wide, plan=plan, rows=(*told.rows, *more)))
        fuller.confidence = draft.confidence
        fuller.caveats += [*draft.caveats, _BY_SERVICE]
        return fuller

    # --- what may belong to an answer, too --------------------------------------------------------------------------

    def perhaps_more(self, draft: Draft) -> Draft:
        """For "who joined in June": in part only, where others are told in that time with no word on when it was."""
        plan = draft.plan
        atom = plan.atoms[0] if plan and plan.atoms else None
        if plan is None or atom is None or plan.asked not in _LISTING or len(atom.periods) != 1 or plan.order:
            return draft
        point = point_of(atom, self.evaluator.ontology)
        period = atom.periods[0]
        if point is None or period.side != "within":
            return draft
        known = {fact.id for fact in draft.facts}
        rows = self.evaluator.run(_first(plan, periods=())).rows
        others = [row.facts[0] for row in rows if row.facts[0].id not in known]
        undated = [fact for fact in others if _is_told_in(getattr(fact.time, point), period)]
        if not undated:
            return draft
        sentences = list(dict.fromkeys(self.answerer.speaker.sentence(fact) for fact in undated))
        draft.status, draft.items = AnswerStatus.PARTIAL, []
        draft.sentence = f"For certain: {draft.sentence} At a time that is not stated: {'; '.join(sentences)}."
        draft.facts += undated
        return draft

    # --- what comes nearest -----------------------------------------------------------------------------------------

    def _add_nearest(self, draft: Draft, plan: Plan) -> bool:
        """The facts that one condition less would let through."""
        for relaxed in _relaxed(plan):
            found = self.evaluator.run(relaxed)
            if found.rows:
                facts = list({row.facts[0].id: row.facts[0] for row in found.rows}.values())[:_MOST_NEAREST]
                sentences = [self.answerer.speaker.sentence(fact) for fact in facts]
                draft.alternatives += [f"{text}." for text in sentences]
                draft.sentence += f" Nearest known: {'; '.join(sentences)}."
                draft.facts += facts
                return True
        return self._add_between(draft, plan)

    def _add_between(self, draft: Draft, plan: Plan) -> bool:
        """For two who are named: what else is known of both."""
        if len(plan.names) != 2 or plan.asked is not Asked.WHETHER:
            return False
        facts = self.answerer.between(plan.names)[:_MOST_NEAREST]
        sentences = [self.answerer.speaker.sentence(fact) for fact in facts]
        draft.alternatives += [f"{text}." for text in sentences]
        draft.sentence += f" What is known of both: {'; '.join(sentences)}." if sentences else ""
        draft.facts += facts
        return bool(facts)


def _mentions(fact: Fact, signs: frozenset[str]) -> bool:
    """Whether the fact's service has one of the words, or leaves open what it is."""
    words = {word for text in fact.slots.get("service", ()) for word in content_words(name_words(text))}
    return not words or bool(words & signs)


def _is_told_in(bounds: Bounds, period: Period) -> bool:
    """Whether nothing but the day of an article bounds the point, and that day lies in the time."""
    return bounds.earliest is None and bounds.latest is not None and period.first <= bounds.latest <= period.last


def _asks_who(plan: Plan) -> bool:
    """Whether the subject of the first situation is what is asked for."""
    atom = plan.atoms[0]
    return any(slot == atom.relation.subject_slot and term == plan.answer for slot, term in atom.arguments)


def _established(fact: Fact) -> bool:
    return fact.realised and fact.status in TRUSTED


def _is_open(fact: Fact, slot: str) -> bool:
    return set(fact.slots.get(slot, ())) <= {UNSTATED}


def reservation(facts: Sequence[Fact]) -> str:
    """What to call facts that are not established: reported, planned, or possible."""
    if any(fact.status is Status.REPORTED for fact in facts):
        return "reported"
    if any(fact.status in (Status.POSSIBLE, Status.QUESTION) for fact in facts):
        return "possible"
    return "planned"


def _first(plan: Plan, **changes: object) -> Plan:
    """The plan with its first situation changed."""
    first, *rest = plan.atoms
    return replace(plan, atoms=(replace(first, **changes), *rest))  # type: ignore[arg-type]


def negative(plan: Plan) -> Plan | None:
    """The plan for the denial of its first situation, whose slots are neutral; None if it has no such form."""
    atom = plan.atoms[0]
    schema = atom.relation
    neutral = {schema.subject_slot: "subject", schema.object_slot: "object"}
    arguments = tuple((neutral[slot], term) for slot, term in atom.arguments if slot in neutral)
    if not arguments or len(plan.atoms) > 1:
        return None
    denied = replace(
        schema, situation=_NEGATIVE, subject_slot="subject", object_slot="object" if schema.object_slot else None
    )
    return replace(plan, atoms=(Atom(atom.variable, denied, arguments),), order=None)


def _relaxed(plan: Plan) -> Iterator[Plan]:
    """The plan with one condition of its first situation dropped, the least telling one first."""
    first = plan.atoms[0]
    if plan.apart is not Apart.NOTHING:
        yield replace(plan, apart=Apart.NOTHING)
    if first.tense is not Tense.ANY:
        yield _first(plan, tense=Tense.ANY)
    for name, empty in (("periods", ()), ("quantities", ()), ("requires", None), ("excluded", ())):
        if getattr(first, name):
            yield _first(plan, **{name: empty, "tense": Tense.ANY})
    ends = (first.relation.subject_slot, first.relation.object_slot)
    kept = tuple((slot, term) for slot, term in first.arguments if isinstance(term, Variable) or slot in ends)
    if len(kept) < len(first.arguments) and any(isinstance(term, OneOf) for _, term in kept):
        yield _first(plan, arguments=kept, tense=Tense.ANY, requires=None)
    if plan.asked is Asked.WHETHER:
        for index, (slot, term) in enumerate(first.arguments):
            if isinstance(term, OneOf) and slot == first.relation.object_slot:
                arguments = [*first.arguments]
                arguments[index] = (slot, Variable(f"other{index}"))
                yield _first(plan, arguments=tuple(arguments), requires=None, tense=Tense.ANY)
