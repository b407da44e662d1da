"""Chooses among readings that found something: the same answer counts once, different ones are refused."""

from __future__ import annotations

from collections.abc import Sequence

from pyoxigraph import NamedNode

from app.model import AnswerStatus
from app.ontology import Ontology
from app.query.ask.answers import refusals
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import PRESENT, Asked, Reading
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import name_words
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.plan import ANSWER, OneOf, Plan


class Choosing:
    """Chooses among the results of one question."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology, answerer: Answerer) -> None:
        self.lexicon = lexicon
        self.ontology = ontology
        self.answerer = answerer

    def of(self, results: list[tuple[Reading, Found]]) -> Draft:
        """The one answer of several readings that all found something, or what they can mean."""
        kept = self._distinct(self._in_tense(results))
        drafts = []
        for reading, found in kept:
            draft = self._which(found) or self.answerer.found(found)
            draft.caveats += reading.notes
            draft.confidence = max(0.0, 0.98 - reading.cost)
            drafts.append(draft)
        answered = [draft for draft in drafts if draft.answered] or drafts
        if answered[0].timed and all(draft.timed == answered[0].timed for draft in answered):
            return answered[0]  # to have left the one is to have joined the other
        if (fullest := next((draft for draft in answered if _covers(draft, answered)), None)) is not None:
            return fullest  # founded "in 2018" is the same answer, whether the founders are told or not
        if all([item.label for item in draft.items] == ["yes"] for draft in answered):
            return answered[0]  # yes, whichever was meant
        if all(draft.status is AnswerStatus.NOT_STATED for draft in answered):
            return answered[0]  # whichever was meant, it is not stated
        return answered[0] if len(answered) == 1 else refusals.ambiguous(answered)

    def _in_tense(self, results: list[tuple[Reading, Found]]) -> list[tuple[Reading, Found]]:
        """Of one verb for events and states: "what did X buy" asks for the ones, "what does X buy" for the others."""
        verbal = [(reading, found, self._is_event(found.plan)) for reading, found in results if reading.situation]
        told = {found.plan.root.verb.partition("/")[0] for _, found, _ in verbal if found.plan.root}
        if len(verbal) < len(results) or len(told) > 1 or len({event for _, _, event in verbal}) < 2:
            return results
        fitting = [(reading, found) for reading, found, event in verbal if event is not found.plan.atoms[0].present]
        return fitting or results

    def _is_event(self, plan: Plan) -> bool:
        first = plan.atoms[0]
        point = self.ontology.situation_of(first.relation.name).point_in_time
        return point or bool({first.requires, first.aspect} & {"started", "ended"})

    def _distinct(self, results: Sequence[tuple[Reading, Found]]) -> list[tuple[Reading, Found]]:
        """The results that differ: the same facts or the same answers are one, and a part gives way to the whole."""
        kept: list[tuple[Reading, Found]] = []
        seen: list[tuple[frozenset[str], frozenset[str]]] = []
        for reading, found in sorted(results, key=lambda result: self._rank(result[1])):
            facts, names = self._facts(found), self._labels(found)
            if not any(facts <= others or (names and names <= labels) for others, labels in seen):
                kept.append((reading, found))
                seen.append((facts, names))
        return kept

    def _rank(self, found: Found) -> tuple[int, bool]:
        return -len(self._facts(found)), found.plan.asked is Asked.AMOUNT  # "what does X own" asks for no number

    def _facts(self, found: Found) -> frozenset[str]:
        return frozenset(row.facts[0].id for row in found.rows)

    def _labels(self, found: Found) -> frozenset[str]:
        return frozenset(self.answerer.speaker.label(row.term.value) for row in found.rows if row.term is not None)

    def _which(self, found: Found) -> Draft | None:
        """Whether "the chief executive" could be several: then none of them is the answer."""
        plan = found.plan
        for variable, words in plan.definite:
            anchored = plan.names or any(row.value(variable) is None for row in found.rows)
            labels = dict.fromkeys(self.answerer.speaker.label(row.value(variable) or "") for row in found.rows)
            singular = self.lexicon.is_singular(words)
            if len(labels) > 1 and singular and not (variable == ANSWER and anchored) and plan.order is None:
                return refusals.which_one(words, list(labels), self.answerer.found(found))
        if self._is_of_many(found):
            labels = dict.fromkeys(self.answerer.speaker.label(row.term.value) for row in found.rows if row.term)
            return refusals.which_one(plan.answer_words, list(labels), self.answerer.found(found))
        if plan.pronouns:
            return refusals.whom(plan)
        for variable, words in plan.loose:
            labels = dict.fromkeys(self.answerer.speaker.label(row.value(variable) or "") for row in found.rows)
            if len(labels) > 1 and plan.order is None:
                return refusals.untold(words, list(labels), self.answerer.found(found))
        return None

    def _is_of_many(self, found: Found) -> bool:
        """Whether "who is managing director" asks for one of several, with no word on where."""
        plan = found.plan
        several = len({row.term for row in found.rows}) > 1
        alone = not plan.names and len(plan.atoms) == 1 and not plan.order and not plan.atoms[0].periods
        titled = any(slot == "title" for slot, _ in plan.atoms[0].arguments) if plan.atoms else False
        present = plan.atoms[0].tense in PRESENT if plan.atoms else False
        asks = plan.asked is Asked.WHO and present and titled
        return several and alone and asks and self.lexicon.is_singular(plan.answer_words)


def speaks_of(plan: Plan, words: tuple[str, ...], names: Sequence[Candidate]) -> bool:
    """Whether the plan uses a name of the question: as an entity, or as the text of a slot."""
    known = [term for atom in plan.atoms for _, t in (*atom.arguments, *atom.excluded) if isinstance(t, OneOf)
             for term in t.terms]  # fmt: skip
    iris = {str(NamedNode(candidate.iri)) for candidate in names}
    texts = [set(name_words(term)) for term in known if not term.startswith("<")]
    labels = [set(words), *(set(name_words(candidate.label)) for candidate in names)]
    used = iris & {*known, *(str(NamedNode(iri)) for iri in plan.names)}
    return bool(used) or any(label & text for label in labels for text in texts)


def _covers(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an answer to "when" gives all dates that the others give, or more precise ones of the same time."""
    dates = _dates(draft)
    others = [_dates(other) for other in drafts]
    return all(given and all(any(date.startswith(vague) for date in dates) for vague in given) for given in others)


def _dates(draft: Draft) -> frozenset[str]:
    """The dates that an answer to "when" gives."""
    asked = draft.plan is not None and draft.plan.asked is Asked.WHEN
    return frozenset(str(item.time.get("date", {}).get("edtf", "")) for item in draft.items if asked) - {""}
