"""Reads what nouns for relations describe: "vendor of Acme", "Acme's investment in Pelm", "researchers at Acme"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from app.query.ask.grammar.elements import Parsed
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import STATES
from app.query.ask.grammar.reading import HERE, Phrase, Situation, Tense
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Frame, Kind
from app.query.ask.lexical.matches import Match

_MEASURE = "measure"
_METONYM_COST, _LESS_TELLING_COST = 0.05, 0.01


class Describer:
    """Makes situations of nouns. `at` reads the phrases that follow, `relative` what follows "that" and "who"."""

    def __init__(self, analysis: Analysis, filler: Filler, at: Callable[[int], list[Parsed]]) -> None:
        self.analysis = analysis
        self.filler = filler
        self.relative: Callable[[Parsed], Iterator[Parsed]] = lambda _: iter(())
        self.carried: Callable[[Parsed], Iterator[Parsed]] = lambda _: iter(())
        self._at = at

    def noun(
        self,
        match: Match,
        entry: Entry,
        constants: tuple[tuple[str, tuple[str, ...]], ...],
        owner: Phrase | None,
        terms: tuple[tuple[str, tuple[str, ...]], ...] = (),
    ) -> Iterator[Parsed]:
        """What a noun for a relation describes, with whatever follows it."""
        schema = self.filler.ontology.relations[entry.relation]
        known = (*self.filler.constants(constants), *terms)
        for frame in entry.frames:
            situation = Situation(
                schema,
                (),
                frame,
                known,
                entry.aspect or schema.aspect,
                tense=STATES.get(entry.detail, Tense.ANY),
                verb=match.sense.base if match.sense else "",
            )
            if entry.denotes:
                situation = replace(situation, arguments=((entry.denotes, HERE),))
            for owned in self._own(situation, frame, owner) if owner else (situation,):
                yield from self._completed(entry, owned, match)

    def _size_of(self, event: Parsed) -> Iterator[Parsed]:
        """An event with a noun for its number behind it: "investment amount"."""
        situation = event.phrase.event
        for match in self.analysis.senses(event.end, Kind.SLOT_NOUN) if situation else ():
            measure = self.size(match.sense.entry, situation) if match.sense and situation else None
            if measure:
                phrase = replace(event.phrase, measure=measure)
                yield replace(event, phrase=phrase, end=match.end, cost=event.cost + match.cost)

    def _own(self, situation: Situation, frame: Frame, owner: Phrase) -> Iterator[Situation]:
        """The owner stands before "~" in the frame; of an event it may be either side ("the Pemberly acquisition")."""
        schema = situation.relation
        if len(owner.members) == 2 and not schema.symmetric and schema.object_slot:
            for one, other in (owner.members, owner.members[::-1]):  # "the Acme Pelm takeover"
                placed = self.filler.add(situation, schema.subject_slot, one)
                if placed is not None and (both := self.filler.add(placed, schema.object_slot, other)) is not None:
                    yield both
        if owner.members:
            places = [frame.subject]
        elif any(phrase == HERE for _, phrase in situation.arguments):
            attached = self.filler.attach(situation, owner)
            if attached is not None:
                yield attached
            return
        else:
            places = [schema.subject_slot, *([schema.object_slot] if schema.object_slot else [])]
        for slot in dict.fromkeys(places):
            if (filled := self.filler.add(situation, slot, owner)) is not None:
                yield filled

    def _completed(self, entry: Entry, situation: Situation, match: Match) -> Iterator[Parsed]:
        """The description with whatever follows it."""
        less = _LESS_TELLING_COST * self._has_own_name(entry, match)
        for complete, end, cost, notes in self._complements(situation, match.end):
            if entry.denotes is None and not all(complete.filled(slot) for slot in complete.frame.required):
                continue  # "part of Acme" is no part of a round
            parsed = Parsed(self._phrase(entry, complete, match, end), end, cost + match.cost + less, notes)
            yield parsed
            yield from self._size_of(parsed)
            if entry.denotes or self.analysis.word(end) in ("that", "which"):
                yield from self.with_relatives(parsed, again=False)
            else:
                yield from self.carried(parsed)
            if entry.open and match.sense and match.sense.plural:
                yield from self._metonym(complete, end, cost + match.cost, notes)

    def _has_own_name(self, entry: Entry, match: Match) -> bool:
        """Whether "rounds" and "which round" ask for what situations are called ("Series A")."""
        several = match.sense is not None and match.sense.plural
        asked = self.analysis.word(match.start - 1) in ("which", "what") if match.start else False
        if entry.denotes or not (several or asked):
            return False
        senses = (other.sense.entry for other in self.analysis.senses(match.start, Kind.NOUN) if other.sense)
        return any(e.relation == entry.relation and e.denotes in self.analysis.lexicon.ignored for e in senses)

    def _metonym(self, situation: Situation, end: int, cost: float, notes: tuple[str, ...]) -> Iterator[Parsed]:
        """Read "researchers at Meta" as Meta where a company is meant, and say so."""
        named = [phrase for _, phrase in situation.arguments if phrase.names]
        if len(named) == 1 and len(situation.arguments) == 2:
            note = f"What is known of {named[0].names[0].label} itself is told."
            yield Parsed(replace(named[0], people=True), end, cost + _METONYM_COST, (*notes, note))

    def _phrase(self, entry: Entry, situation: Situation, match: Match, end: int) -> Phrase:
        words = self.analysis.text(match.start, end)
        if entry.denotes is None:
            return Phrase(words, event=situation, measured=entry.measures)
        schema = situation.relation
        classes = {schema.subject_slot: schema.subject_class, schema.object_slot: schema.object_class}
        name = entry.class_name or classes.get(entry.denotes)
        return Phrase(
            words,
            classes=(name,) if name and name != "value" else (),
            roles=((entry.denotes, situation),),
            open=entry.open,
            loose=entry.loose,
        )

    def _complements(self, situation: Situation, start: int) -> Iterator[tuple[Situation, int, float, tuple[str, ...]]]:
        """The situation with none, some or all of the "of X" and "in Y" that follow."""
        yield situation, start, 0.0, ()
        preposition = self.analysis.word(start)
        if not any(preposition in words for words, _ in situation.frame.obliques):
            return
        for parsed in self._at(start + 1):
            both = self.filler.between(situation, parsed.phrase) if preposition == "between" else ()
            filled = self.filler.add_oblique(situation, preposition, parsed.phrase)
            for placed in (*both, *([filled] if filled else [])):
                for complete, end, cost, notes in self._complements(placed, parsed.end):
                    yield complete, end, cost + parsed.cost, parsed.notes + notes

    def with_relatives(self, parsed: Parsed, *, again: bool = True) -> Iterator[Parsed]:
        """A phrase with each relative clause that may follow it, and by itself."""
        if again:
            yield parsed
        yield from self.relative(parsed)

    def size(self, entry: Entry, event: Situation) -> str | None:
        """The number that a word means of a situation: its own slot, or for "size" what it is measured by."""
        if entry.detail == _MEASURE:
            return self.analysis.lexicon.measures.get(event.relation.name)
        return entry.detail if entry.detail in event.relation.qualifiers else None
