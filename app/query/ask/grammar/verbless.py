"""Reads clauses with no verb but "be", and with none: "who is the CEO", "are X and Y partners", "Acme vendors"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import FRAGMENT_COST, Parts
from app.query.ask.grammar.placing import Placer
from app.query.ask.grammar.reading import Asked, Phrase, Situation
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.words import BE


class VerblessReader:
    """Joins phrases that no verb joins."""

    def __init__(self, filler: Filler, placer: Placer) -> None:
        self.filler = filler
        self.placer = placer

    def readings(self, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Everything that phrases without a verb can say together."""
        phrases = [*parts.before, *parts.after]
        if parts.stranded:
            yield from self._stranded(phrases, parts)
        elif parts.is_copula and not parts.there:
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
            yield from ((situation, None, 0.0) for situation in self._whereabouts(left, right, parts))
            extended = self.extend_description(right, list(parts.obliques))
            if extended is not None:
                yield from ((None, phrase, 0.0) for phrase in self.unify(left, extended))

    def _whereabouts(self, left: Phrase, right: Phrase, parts: Parts) -> Iterator[Situation]:
        """Read "where is X" and "how much is X" as what the lexicon says they ask for, by what X is."""
        kind = {Asked.WHERE: Kind.WHEREABOUTS, Asked.AMOUNT: Kind.WORTH}.get(left.asked) if left.asked else None
        told = bool(right.roles) and right.asked is None and bool(right.classes) and "Person" not in right.classes
        if kind is None or parts.obliques or not (told or (right.names and not right.roles)):
            return
        for entry in self.filler.lexicon.entries:
            for frame in entry.frames if entry.kind is kind else ():
                schema = self.filler.ontology.relations[entry.relation]
                placed = self.filler.add(Situation(schema, (), frame, aspect=schema.aspect), frame.subject, right)
                asking = self.filler.add(placed, frame.object or "", left) if placed else None
                if asking is not None:
                    yield asking

    def _located(self, phrase: Phrase, parts: Parts) -> Iterator[Situation]:
        """Read "which companies are in X" and "is Y in X" as what "where is Y" asks for."""
        if [word for word, _ in parts.obliques] != ["in"] or phrase.asked is Asked.WHO or phrase.event or phrase.roles:
            return
        _, place = parts.obliques[0]
        for entry in self.filler.lexicon.entries:
            for frame in entry.frames if entry.kind is Kind.WHEREABOUTS and place.names else ():
                schema = self.filler.ontology.relations[entry.relation]
                placed = self.filler.add(Situation(schema, (), frame, aspect=schema.aspect), frame.subject, phrase)
                located = self.filler.add(placed, frame.object or "", place) if placed else None
                if located is not None:
                    yield located

    def _stranded(self, phrases: list[Phrase], parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "which company is X a unit of": what was moved to the front belongs to the preposition at the end."""
        if parts.is_copula and len(phrases) == 3 and len(parts.stranded) == 1:
            extended = self.extend_description(phrases[2], [(parts.stranded[0], phrases[0])])
            if extended is not None:
                yield from ((None, phrase, 0.0) for phrase in self.unify(phrases[1], extended))

    def _being(self, phrase: Phrase, parts: Parts) -> Iterator[tuple[Situation | None, Phrase | None, float]]:
        """Read "when was the acquisition", "is Meta in a partnership with Scale AI"."""
        if phrase.event and parts.adverb:
            if (
                (situation := self.placer.rest(phrase.event, replace(parts, auxiliaries=())))
                if not parts.verb
                else None
            ):
                yield situation, None, 0.0
            return
        yield from ((situation, None, 0.0) for situation in self._located(phrase, parts))
        events = [other.event for _, other in parts.obliques if other.event]
        if len(parts.obliques) == 1 and events and (attached := self.filler.attach(events[0], phrase)):
            yield attached, None, 0.0

    def extend_description(self, phrase: Phrase, obliques: list[tuple[str, Phrase]]) -> Phrase | None:
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

    def unify(self, left: Phrase, right: Phrase) -> Iterator[Phrase]:
        """One phrase that is both: "Who is the CEO", "Is X the CEO", "What is the size of the deal"."""
        if left.event or (left.roles and not right.roles):
            left, right = right, left
        if right.event:
            yield from self._content(left, right, right.event)
            if left.asked in (Asked.AMOUNT, Asked.WHAT):
                yield replace(right, asked=Asked.AMOUNT if right.measure or right.measured else left.asked)
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
        sizes = [phrase for phrase in phrases if phrase.measure and not phrase.event]
        if len(sizes) == 1 and len(described) == 1 and described[0].event:  # "Acme Pelm investment amount"
            sized = replace(described[0], measure=sizes[0].measure)
            phrases = [sized if phrase is described[0] else phrase for phrase in phrases if phrase is not sizes[0]]
            described = [sized]
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
            complete = self.placer.rest(situation, parts) if parts.verb is None else None
            if complete is None:
                return
            if noun.event:
                yield None, replace(noun, event=complete), FRAGMENT_COST
            else:
                yield None, replace(noun, roles=((noun.roles[0][0], complete), *noun.roles[1:])), FRAGMENT_COST
