"""Reads what the elements of a clause say: who stands before its verb, who after it, and which slots they fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from app.query.ask.grammar.elements import Element
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import STATES, Parts, form_cost, sort_elements
from app.query.ask.grammar.placing import Placer
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Situation, Tense
from app.query.ask.grammar.verbless import VerblessReader
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.inflect import Form

_PERFECT = frozenset({"held", "used"})
GAP = Phrase("\0", classes=("Agent",))
"""Stands, in a relative clause, for what the clause is about."""


@dataclass(frozen=True)
class Clause:
    """A situation or a phrase that the clause is about, and what it asks of it.

    `finite`: it can stand as a sentence, as "Acme bought Pelm" can and "Acme purchase" cannot.
    """

    situation: Situation | None
    phrase: Phrase | None
    adverb: str | None
    is_question: bool
    cost: float
    notes: tuple[str, ...]
    finite: bool = True


class VerbReader:
    """Turns elements into clauses."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler
        self._placer = Placer(filler)
        self._verbless = VerblessReader(filler, self._placer)

    def clauses(self, elements: Sequence[Element]) -> Iterator[Clause]:
        """Everything that the elements can say."""
        parts = sort_elements(elements)
        if parts is None:
            return
        cost = sum(element.cost for element in elements)
        notes = tuple(note for element in elements for note in element.notes)
        for situation, phrase, extra in self._readings(parts):
            if situation:
                situation = self._placer.in_time(situation, parts)
                if situation is None:
                    continue
            elif phrase:
                phrase = self._placer.phrase_in_time(phrase, parts)
                if phrase is None:
                    continue
            yield Clause(situation, phrase, parts.adverb, parts.question, cost + extra, notes, _is_finite(parts))

    def _readings(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        if parts.verb is None:
            yield from self._verbless.readings(parts)
            return
        kind = parts.sense.entry.kind
        if kind in (Kind.VERB, Kind.ADJECTIVE):
            yield from ((situation, None, cost) for situation, cost in self._relational(parts))
        elif kind is Kind.ASPECT_VERB:
            for situation in self._aspectual(parts):
                events = [phrase for phrase in (*parts.before, *parts.after) if phrase.event and phrase.asked]
                if events and not parts.adverb and events[0].asked in (Asked.WHICH, Asked.COUNT):
                    yield None, replace(events[0], event=situation), 0.0
                else:
                    yield situation, None, 0.0
        elif kind is Kind.COPULA:
            yield from self._becoming(parts)
        elif kind is Kind.SUPPORT and not _PERFECT & set(parts.stranded):  # in "has X held", "has" only helps "held"
            yield from self._supported(parts)

    # --- verbs of relations -----------------------------------------------------------------------------------------

    def _relational(self, parts: Parts) -> Iterator[tuple[Situation, float]]:
        cost = form_cost(parts)
        if cost is None:
            return
        entry = parts.sense.entry
        schema = self.filler.ontology.relations[entry.relation]
        if entry.impersonal and any(phrase.asked is Asked.WHO for phrase in parts.before[-1:]):
            return
        for frame in entry.frames:
            empty = Situation(
                schema, (), frame, self.filler.constants(entry.constants), entry.aspect or schema.aspect,
                requires=_required(entry.aspect or schema.aspect, parts), verb=parts.sense.base,
                open=entry.open, whole=entry.whole, tense=STATES.get(entry.detail, Tense.ANY),
            )  # fmt: skip
            voices = [self._passive(empty, parts)] if parts.passive else []
            if not parts.passive or (parts.tense is Tense.PLANNED and Form.BASE in parts.sense.form):  # "about to bid"
                voices.append(self._active(empty, parts))
            for situation in (situation for voice in voices for situation in voice):
                if (complete := self._placer.rest(situation, parts)) is not None:
                    yield complete, cost

    def _active(self, situation: Situation, parts: Parts) -> Iterator[Situation]:
        if len(parts.before) > 2:
            return
        subject = parts.before[-1:]
        front = parts.before[:-1]
        after = parts.after
        if not subject and after and parts.auxiliaries and not parts.obliques and situation.frame.object is None:
            subject, after = after[:1], after[1:]
        filled: Situation | None = situation
        for phrase in subject:
            filled = self.filler.add(situation, situation.frame.subject, phrase)
            for both in self.filler.between(situation, phrase) if parts.sense.entry.mutual else ():
                yield from self._objects(both, [*front, *after], parts)
        yield from self._objects(filled, [*front, *after], parts)
        if parts.stranded and front and after:  # "who did she found it with": the thing comes first
            yield from self._objects(filled, [*after, *front], parts)

    def _objects(self, situation: Situation | None, objects: list[Phrase], parts: Parts) -> Iterator[Situation]:
        """Objects, and what was moved to the front, each in a place that the frame still has."""
        if situation is None:
            return
        if not objects:
            if not parts.stranded:
                yield situation
            return
        phrase, rest = objects[0], objects[1:]
        for placed, stranded in self._places(situation, phrase, parts.stranded):
            yield from self._objects(placed, rest, replace(parts, stranded=stranded))

    def _places(
        self, situation: Situation, phrase: Phrase, stranded: tuple[str, ...]
    ) -> Iterator[tuple[Situation, tuple[str, ...]]]:
        frame = situation.frame
        for preposition in stranded:
            agent = preposition == "by" and not situation.filled(frame.subject)
            filled = self.filler.add(situation, frame.subject, phrase) if agent else None
            if filled := filled or self.filler.add_oblique(situation, preposition, phrase):
                yield filled, tuple(other for other in stranded if other != preposition)
        if frame.object and (filled := self.filler.add(situation, frame.object, phrase)):
            yield filled, stranded
        measure = self.filler.lexicon.measures.get(situation.relation.name)
        counts = phrase.asked is Asked.AMOUNT or phrase.quantity is not None
        if measure and measure != frame.object and counts and (filled := self.filler.add(situation, measure, phrase)):
            yield filled, stranded
        if phrase.asked is Asked.WHERE and (filled := self._where(situation, phrase)):
            yield filled, stranded

    def _where(self, situation: Situation, phrase: Phrase) -> Situation | None:
        slots = [slot for _, slot in situation.frame.obliques]
        return next((filled for slot in slots if (filled := self.filler.add(situation, slot, phrase))), None)

    def _passive(self, situation: Situation, parts: Parts) -> Iterator[Situation]:
        if not 1 <= len(parts.before) <= 2:
            return
        # "Was X acquired", "when was X acquired by Y": what the sentence is about stands before the verb.
        patient, front = parts.before[-1], parts.before[:-1]
        target: Situation | None = None
        if situation.frame.object:
            target = self.filler.add(situation, situation.frame.object, patient)
            if target is not None:
                yield from self._objects(target, [*front, *parts.after], parts)
        for preposition in parts.stranded:
            target = self.filler.add_oblique(situation, preposition, patient)
            if target is not None:
                left = tuple(other for other in parts.stranded if other != preposition)
                yield from self._objects(target, [*front, *parts.after], replace(parts, stranded=left))

    # --- verbs that need a noun -------------------------------------------------------------------------------------

    def _aspectual(self, parts: Parts) -> Iterator[Situation]:
        """Read "the partnership ended", "the deal was announced": the verb names an aspect of the noun."""
        phrases = [*parts.before, *parts.after]
        events = [phrase for phrase in phrases if phrase.event]
        if len(events) != 1 or events[0].event is None:
            return
        if _is_compound(parts.before, events[0]):
            return
        aspect = parts.sense.entry.aspect or "exists"
        situation: Situation | None = events[0].event
        for phrase in phrases:
            if situation and phrase is not events[0]:
                measure = self.filler.lexicon.measures.get(situation.relation.name)
                sized = (
                    self.filler.add(situation, measure, phrase) if measure and phrase.asked is Asked.AMOUNT else None
                )
                situation = sized or self.filler.attach(situation, phrase)
        situation = self._placer.rest(situation, replace(parts, auxiliaries=())) if situation else None
        timeless = situation is None or self.filler.ontology.situation_of(situation.relation.name).point_in_time
        if aspect == "exists" and parts.periods and not timeless:
            aspect = "started"  # the contracts that were closed in 2024 began then
        if situation:
            requires = aspect if aspect in ("ended", "started") and not parts.adverb else None
            yield replace(situation, aspect=aspect, requires=requires, tense=Tense.ANY)

    def _becoming(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "X became CEO of Y", "who was named CEO": the noun after the verb describes who stands before it."""
        complements = [*parts.after, *(phrase for word, phrase in parts.obliques if word == "as")]
        obliques = [(word, phrase) for word, phrase in parts.obliques if word != "as"]
        subjects = list(parts.before)
        if len(complements) != 1 or len(subjects) > 1 or (parts.sense.entry.passive and not parts.is_be):
            return
        described = self._verbless.extend_description(complements[0], obliques)
        aspect = parts.sense.entry.aspect
        if described is None or not described.roles:
            return
        slot, situation = described.roles[0]
        tense = STATES.get(parts.sense.entry.detail, situation.tense)
        situation = self.filler.standing_in(situation, parts.sense.entry.stands_in)
        situation = replace(situation, aspect=aspect or situation.aspect, tense=tense)
        described = replace(described, roles=((slot, situation),))
        for phrase in self._verbless.unify(subjects[0], described) if subjects else ():
            both = phrase.event if phrase.event and not phrase.asked else None  # "A and B became partners"
            yield (both, None, 0.0) if both else (None, phrase, 0.0)

    def _supported(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "X has a stake in Y", "which vendors does X have": the noun's own frame takes the places."""
        if parts.passive and not any(word == "by" for word, _ in parts.obliques) and not parts.after:
            return
        phrases = [*parts.before, *parts.after]
        described = [phrase for phrase in phrases if phrase.event or phrase.roles]
        if len(described) != 1 or _is_compound(parts.before, described[0]):
            return
        if described[0].roles and not (parts.passive or parts.before or parts.stranded):
            return  # "finance chief of X": nobody finances anything
        noun = replace(described[0], own=False)
        obliques = [*parts.obliques]
        if parts.stranded:
            moved = next((phrase for phrase in phrases if phrase is not described[0]), None)
            if moved is None or len(parts.stranded) > 1:
                return
            obliques.append((parts.stranded[0], moved))
            phrases = [phrase for phrase in phrases if phrase is not moved]
        situation = self._as_supported(noun.event or noun.roles[0][1], parts)
        for phrase in phrases:
            if phrase is not described[0]:
                attached = self._carry(situation, phrase, parts.sense.entry.detail)
                if attached is None:
                    return
                situation = attached
        for word, phrase in obliques:
            extended = self.filler.add_oblique(situation, word, phrase)
            if extended is None:
                return
            situation = extended
        buyer = described[0] in parts.after and any(phrase.asked for phrase in parts.before[-1:])
        yield _told(noun, situation, of_subject=buyer)

    def _as_supported(self, situation: Situation, parts: Parts) -> Situation:
        """The noun's situation as its verb puts it: given up, or only considered."""
        if self.filler.lexicon.is_plan(parts.sense.base):
            situation = replace(situation, tense=Tense.PLANNED)
        if aspect := parts.sense.entry.aspect:
            situation = replace(situation, aspect=aspect, requires=None if parts.adverb else aspect)
        return situation

    def _carry(self, situation: Situation, phrase: Phrase, side: str) -> Situation | None:
        """Who has or makes it is the noun's owner; who receives it stands on the other side."""
        slot = situation.relation.object_slot
        if side == "object":
            return self.filler.add(situation, slot, phrase) if slot else None
        if side == "subject" and not any(p == HERE for _, p in situation.arguments):
            made = self.filler.add(situation, situation.relation.subject_slot, phrase)
            return made or self.filler.attach(situation, phrase) if not phrase.asked else made
        return self.filler.attach(situation, phrase)


def _told(noun: Phrase, situation: Situation, *, of_subject: bool) -> tuple[Situation | None, Phrase | None, float]:
    """What a noun with a verb to carry it speaks of: itself, what it describes or, if so asked, who has or made it."""
    if noun.event:
        return (None, replace(noun, event=situation), 0.0) if noun.asked else (situation, None, 0.0)
    if of_subject and len(noun.roles) == 1:  # "which company made the largest purchase" asks who bought, and not what
        return replace(situation, arguments=tuple(pair for pair in situation.arguments if pair[1] != HERE)), None, 0.0
    return None, replace(noun, roles=((noun.roles[0][0], situation), *noun.roles[1:])), 0.0


def _is_finite(parts: Parts) -> bool:
    """Whether the verb is put in a person or a time, or has an auxiliary."""
    return bool(parts.auxiliaries) or (parts.verb is not None and bool(parts.sense.form & (Form.PRESENT | Form.PAST)))


def _is_compound(before: Sequence[Phrase], noun: Phrase) -> bool:
    """Whether a name stands right before the noun: "the Acme deal" is one phrase, and is read as one."""
    return any(left.names and right is noun for left, right in pairwise(before))


def _required(aspect: str, parts: Parts) -> str | None:
    """Verbs of beginning and ending speak only of what has begun or ended; a stated beginning is one."""
    if aspect == "started" and parts.adverb:
        return None
    return aspect if aspect in ("started", "ended") else None
