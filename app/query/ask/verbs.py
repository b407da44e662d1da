"""Reads what the elements of a clause say: who stands before its verb, who after it, and which slots they fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.query.ask.elements import Element
from app.query.ask.filling import Filler
from app.query.ask.lexicon import Kind
from app.query.ask.parts import FRAGMENT_COST, STATES, Parts, form_cost, sort_elements, tense_of
from app.query.ask.reading import Asked, Phrase, Situation, Tense
from app.query.ask.words import BE

GAP = Phrase("\0", classes=("Agent",))
"""Stands, in a relative clause, for what the clause is about."""


@dataclass(frozen=True)
class Clause:
    """A situation or a phrase that the clause is about, and what it asks of it."""

    situation: Situation | None
    phrase: Phrase | None
    adverb: str | None
    is_question: bool
    cost: float
    notes: tuple[str, ...]


class VerbReader:
    """Turns elements into clauses."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler

    def clauses(self, elements: Sequence[Element]) -> Iterator[Clause]:
        """Everything that the elements can say."""
        parts = sort_elements(elements)
        if parts is None:
            return
        cost = sum(element.cost for element in elements)
        notes = tuple(note for element in elements for note in element.notes)
        for situation, phrase, extra in self._readings(parts):
            if situation:
                situation = self._in_time(situation, parts)
                if situation is None:
                    continue
            elif phrase:
                phrase = self._phrase_in_time(phrase, parts)
                if phrase is None:
                    continue
            yield Clause(situation, phrase, parts.adverb, parts.question, cost + extra, notes)

    def _readings(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        if parts.verb is None:
            yield from self._verbless(parts)
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
        elif kind is Kind.SUPPORT:
            yield from self._supported(parts)

    # --- verbs of relations -----------------------------------------------------------------------------------------

    def _relational(self, parts: Parts) -> Iterator[tuple[Situation, float]]:
        cost = form_cost(parts)
        if cost is None:
            return
        entry = parts.sense.entry
        schema = self.filler.ontology.relations[entry.relation]
        if entry.impersonal and any(phrase.asked is Asked.WHO for phrase in parts.before):
            return
        for frame in entry.frames:
            empty = Situation(
                schema, (), frame, self.filler.constants(entry.constants), entry.aspect or schema.aspect,
                requires=_required(entry.aspect or schema.aspect, parts), verb=parts.sense.base,
                open=entry.open, whole=entry.whole, tense=STATES.get(entry.detail, Tense.ANY),
            )  # fmt: skip
            for situation in self._passive(empty, parts) if parts.passive else self._active(empty, parts):
                if (complete := self._rest(situation, parts)) is not None:
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
        yield from self._objects(filled, [*front, *after], parts)

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

    def _rest(self, situation: Situation, parts: Parts) -> Situation | None:
        """The situation with every "in X", "by Y"; None if one of them has no place."""
        filled: Situation | None = situation
        for preposition, phrase in parts.obliques:
            if filled is None:
                return None
            if preposition == "besides":
                filled = self.filler.exclude_answer(filled, phrase)
            elif preposition == "by" and parts.passive:
                filled = self.filler.add(filled, filled.frame.subject, phrase)
            else:
                filled = self.filler.add_oblique(filled, preposition, phrase)
        return filled

    # --- time -------------------------------------------------------------------------------------------------------

    def _in_time(self, situation: Situation, parts: Parts) -> Situation | None:
        """The situation in the tense of the clause, with what it says of times and of earlier situations."""
        point = self.filler.ontology.situations[situation.relation.situation].point_in_time
        tense = tense_of(parts)
        timeless = point or situation.aspect != "exists" or situation.relation.name in self.filler.lexicon.timeless
        if tense in (Tense.CURRENT, Tense.NEW) and timeless:
            tense = parts.tense
        if situation.tense is not Tense.ANY:
            tense = situation.tense
        if tense is Tense.FORMER and situation.relation.name in self.filler.lexicon.timeless:
            tense = Tense.ANY
        order = parts.order or situation.order
        if "until" in situation.relation.qualifiers and parts.periods:
            situation = self.filler.until(situation, parts.periods)
            parts = replace(parts, periods=())
        if parts.aspect in ("ended", "started"):
            situation = replace(situation, aspect=parts.aspect, requires=None if parts.adverb else parts.aspect)
            tense = Tense.ANY
        placed: Situation | None = replace(
            situation,
            tense=tense,
            periods=situation.periods + parts.periods,
            order=order,
            strict=parts.adverb == "what date",
            present=tense_of(parts) is Tense.CURRENT,
        )
        for word, phrase in parts.earlier:
            if placed is None or (word == "after" and phrase is None):
                return None
            if word == "before":
                placed = replace(placed, tense=Tense.FORMER)
            if phrase:
                placed = (
                    self.filler.exclude(placed, phrase)
                    if word == "before"
                    else self.filler.add_oblique(placed, word, phrase)
                )
        return placed

    def _phrase_in_time(self, phrase: Phrase, parts: Parts) -> Phrase | None:
        if phrase.event:
            event = self._in_time(phrase.event, parts)
            return replace(phrase, event=event) if event else None
        if not phrase.roles:
            return phrase if not parts.periods and not parts.earlier and not parts.order else None
        slot, situation = phrase.roles[-1]
        placed = self._in_time(situation, parts)
        return replace(phrase, roles=(*phrase.roles[:-1], (slot, placed))) if placed else None

    # --- verbs that need a noun -------------------------------------------------------------------------------------

    def _aspectual(self, parts: Parts) -> Iterator[Situation]:
        """Read "the partnership ended", "the deal was announced": the verb names an aspect of the noun."""
        phrases = [*parts.before, *parts.after]
        events = [phrase for phrase in phrases if phrase.event]
        if len(events) != 1 or events[0].event is None:
            return
        aspect = parts.sense.entry.aspect or "exists"
        situation: Situation | None = events[0].event
        for phrase in phrases:
            if situation and phrase is not events[0]:
                situation = self.filler.attach(situation, phrase)
        situation = self._rest(situation, replace(parts, auxiliaries=())) if situation else None
        if situation:
            requires = aspect if aspect in ("ended", "started") and not parts.adverb else None
            yield replace(situation, aspect=aspect, requires=requires, tense=Tense.ANY)

    def _becoming(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "X became CEO of Y", "who was named CEO": the noun after the verb describes who stands before it."""
        complements = [*parts.after, *(phrase for word, phrase in parts.obliques if word == "as")]
        obliques = [(word, phrase) for word, phrase in parts.obliques if word != "as"]
        subjects = list(parts.before)
        if len(complements) != 1 or len(subjects) > 1:
            return
        described = self._extend_description(complements[0], obliques)
        aspect = parts.sense.entry.aspect
        if described is None or not described.roles:
            return
        slot, situation = described.roles[0]
        described = replace(described, roles=((slot, replace(situation, aspect=aspect or situation.aspect)),))
        for phrase in self._unify(subjects[0], described) if subjects else ():
            yield None, phrase, 0.0

    def _supported(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "X has a stake in Y", "which vendors does X have": the noun's own frame takes the places."""
        if parts.passive and not any(word == "by" for word, _ in parts.obliques) and not parts.after:
            return
        phrases = [*parts.before, *parts.after]
        described = [phrase for phrase in phrases if phrase.event or phrase.roles]
        if len(described) != 1:
            return
        noun = replace(described[0], own=False)
        obliques = [*parts.obliques]
        if parts.stranded:
            moved = next((phrase for phrase in phrases if phrase is not described[0]), None)
            if moved is None or len(parts.stranded) > 1:
                return
            obliques.append((parts.stranded[0], moved))
            phrases = [phrase for phrase in phrases if phrase is not moved]
        situation = noun.event or noun.roles[0][1]
        if aspect := parts.sense.entry.aspect:
            situation = replace(situation, aspect=aspect, requires=None if parts.adverb else aspect)
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
        if noun.event:
            asked = replace(noun, event=situation)
            yield (None, asked, 0.0) if noun.asked else (situation, None, 0.0)
        else:
            yield None, replace(noun, roles=((noun.roles[0][0], situation), *noun.roles[1:])), 0.0

    def _carry(self, situation: Situation, phrase: Phrase, side: str) -> Situation | None:
        """Who has or makes it is the noun's owner; who receives it stands on the other side."""
        slot = situation.relation.object_slot
        if side == "object":
            return self.filler.add(situation, slot, phrase) if slot else None
        return self.filler.attach(situation, phrase)

    # --- without a verb ---------------------------------------------------------------------------------------------

    def _verbless(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        phrases = [*parts.before, *parts.after]
        if parts.stranded:
            yield from self._stranded(phrases, parts)
        elif parts.is_be and not parts.there:
            yield from self._copular(phrases, parts)
        elif not set(parts.auxiliaries) - BE:
            yield from self._fragment(phrases, parts)

    def _copular(self, phrases: list[Phrase], parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        if len(phrases) == 1 and parts.order and phrases[0].asked and (phrases[0].event or phrases[0].roles):
            yield None, phrases[0], 0.0
        elif len(phrases) == 1:
            yield from self._being(phrases[0], parts)
        elif len(phrases) == 2:
            left, right = phrases
            extended = self._extend_description(right, list(parts.obliques))
            if extended is not None:
                yield from ((None, phrase, 0.0) for phrase in self._unify(left, extended))

    def _stranded(self, phrases: list[Phrase], parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "which company is X a unit of": what was moved to the front belongs to the preposition at the end."""
        if parts.is_be and len(phrases) == 3 and len(parts.stranded) == 1:
            extended = self._extend_description(phrases[2], [(parts.stranded[0], phrases[0])])
            if extended is not None:
                yield from ((None, phrase, 0.0) for phrase in self._unify(phrases[1], extended))

    def _being(self, phrase: Phrase, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "when was the acquisition", "is Meta in a partnership with Scale AI"."""
        if phrase.event and parts.adverb:
            if (situation := self._rest(phrase.event, replace(parts, auxiliaries=()))) if not parts.verb else None:
                yield situation, None, 0.0
            return
        events = [other.event for _, other in parts.obliques if other.event]
        if len(parts.obliques) == 1 and events and (attached := self.filler.attach(events[0], phrase)):
            yield attached, None, 0.0

    def _extend_description(self, phrase: Phrase, obliques: list[tuple[str, Phrase]]) -> Phrase | None:
        """The description with more "of X": "who is CEO now of X" puts words between them."""
        if not obliques:
            return phrase
        situation = phrase.event or (phrase.roles[0][1] if phrase.roles else None)
        for word, other in obliques:
            situation = self.filler.add_oblique(situation, word, other) if situation else None
        if situation is None:
            return None
        if phrase.event:
            return replace(phrase, event=situation)
        return replace(phrase, roles=((phrase.roles[0][0], situation), *phrase.roles[1:]))

    def _unify(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """One phrase that is both: "Who is the CEO", "Is X the CEO", "What is the size of the deal"."""
        if left.event or (left.roles and not right.roles):
            left, right = right, left
        if right.event:
            yield from self._content(left, right, right.event)
            if left.asked in (Asked.AMOUNT, Asked.WHAT):
                yield replace(right, asked=Asked.AMOUNT if right.measure else left.asked)
            return
        if left.members and right.roles and not right.members:
            yield from self._members_are(left, right)
        if left.asked and right.members and all(member.roles and not member.names for member in right.members):
            first, second = right.members
            right = replace(first, roles=(*first.roles, *second.roles))
        if left.event or left.quantity or left.members or right.members:
            return
        bare = (right.names and not right.roles) or (right.unknown and right.owner is None)
        if left.asked in (Asked.WHO, Asked.WHAT) and bare:
            yield replace(right, asked=Asked.SUMMARY)
        elif right.roles:
            yield from self._describe(left, right)

    def _content(self, left: Phrase, right: Phrase, event: Situation) -> Iterator[Phrase]:
        """Read "what is X's complaint", "what is the dispute of X and Y": what it is about."""
        slot = self.filler.lexicon.contents.get(event.relation.name)
        named = any(phrase.names for _, phrase in event.arguments)
        asking = self.filler.add(event, slot, left) if slot and named and left.asked is Asked.WHAT else None
        if asking is not None:
            yield replace(right, event=asking)

    def _members_are(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """Read "are Meta and Scale AI partners": the noun's situation with both of them in it."""
        _, situation = right.roles[0]
        if situation.relation.symmetric and len(situation.arguments) == 1:
            both = self.filler.add(replace(situation, arguments=()), situation.relation.subject_slot, left)
            if both is not None:
                yield Phrase(right.words, event=both)

    def _describe(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        slot, situation = right.roles[0]
        if left.asked is Asked.WHERE and "Place" not in right.classes:
            return  # "where is the maker" asks for its place, and not for the maker
        fitted = self.filler.fit(left, situation.relation, slot)
        if fitted is None and left.asked is Asked.WHAT and right.classes != ("Person",):
            fitted = left
        if fitted is None:
            return
        classes = left.classes if left.asked is Asked.WHICH else right.classes
        yield replace(
            fitted, roles=(*left.roles, *right.roles), classes=classes,
            words=right.words if left.asked else left.words, open=right.open, definite=right.definite,
        )  # fmt: skip

    def _fragment(self, phrases: list[Phrase], parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "Meta vendors", "is there friction between X and Y", "Scale AI Meta investment"."""
        described = [phrase for phrase in phrases if phrase.event or phrase.roles]
        if len(phrases) == 1 and not parts.obliques:
            yield None, phrases[0], 0.0
        elif len(described) == 1:
            noun = described[0]
            situation = noun.event or noun.roles[0][1]
            for phrase in phrases:
                if phrase is noun:
                    continue
                attached = self.filler.attach(situation, phrase)
                if attached is None:
                    return
                situation = attached
            complete = self._rest(situation, parts) if parts.verb is None else None
            if complete is None:
                return
            if noun.event:
                yield None, replace(noun, event=complete), FRAGMENT_COST
            else:
                yield None, replace(noun, roles=((noun.roles[0][0], complete), *noun.roles[1:])), FRAGMENT_COST


def _required(aspect: str, parts: Parts) -> str | None:
    """Verbs of beginning and ending speak only of what has begun or ended; a stated beginning is one."""
    if aspect == "started" and parts.adverb:
        return None
    return aspect if aspect in ("started", "ended") else None
