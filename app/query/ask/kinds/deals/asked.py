"""Reads questions for lists of deals: what kind of deal, whose, how large, when, and how far along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.reading import Phrase, Situation
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.names import TYPO_COST
from app.query.ask.lexical.quantities import SHARE, Quantity
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import AUXILIARIES, DETERMINERS

_LONGEST_STAGE = 5
_OPENING = frozenset({"which", "what", "list", "whose"})
_SILENT = frozenset("that which have has had been were was are is be there of with at worth valued priced for".split())
_SILENT_SIZES = frozenset("value valued price priced size sized costing totalling totaling amounting to worth".split())
_BEFORE_NAMES = frozenset("by from of in into for to with at involving between".split())


class Stage(Enum):
    """How far along the deals must be that a question asks for."""

    ANY = "agreed"
    ANNOUNCED = "announced"
    COMPLETED = "completed"
    PLANNED = "planned"


@dataclass(frozen=True)
class Named:
    """Who takes part, and the word before the name; empty where the name stands before the noun."""

    mark: str
    phrase: Phrase


@dataclass(frozen=True)
class Deals:
    """What a list of deals is asked for."""

    words: str
    entries: tuple[Entry, ...]
    stage: Stage
    bound: Quantity | None
    period: Period | None
    named: tuple[Named, ...]
    counted: bool

    def situations(self, filler: Filler) -> list[Situation]:
        """The situations that are meant, one for each relation that can have all that the question says."""
        found = (self._situation(entry, filler) for entry in self.entries)
        return [situation for situation in found if situation is not None]

    def _situation(self, entry: Entry, filler: Filler) -> Situation | None:
        schema = filler.ontology.relations[entry.relation]
        point = filler.ontology.situation_of(schema.name).point_in_time
        if not point and (self.period or self.stage is not Stage.ANY):
            return None
        frame = entry.frames[0]
        arguments: list[tuple[str, Phrase]] = []
        for named in self.named:
            marked = (slot for marks, slot in frame.obliques if named.mark in marks)
            slot = next(marked, "") if named.mark else frame.subject
            fitting = [part for part in slot.split("|") if slot and filler.fit(named.phrase, schema, part)]
            if not fitting or slot in dict(arguments):
                return None
            arguments.append((slot, named.phrase))
        if self.bound:
            slot = "percent" if self.bound.currency == SHARE else filler.lexicon.measures.get(schema.name, "amount")
            if slot not in schema.qualifiers or (slot == "percent") != (self.bound.currency == SHARE):
                return None
            arguments.append((slot, Phrase(self.words, quantity=self.bound)))
        return Situation(schema, tuple(arguments), replace(frame, required=frozenset()))


@dataclass
class _Reading:
    """What has been read so far."""

    noun: tuple[str, tuple[Entry, ...]] | None = None
    stage: Stage | None = None
    bound: Quantity | None = None
    period: Period | None = None
    named: tuple[Named, ...] = ()


def deals_question(analysis: Analysis) -> Deals | None:
    """What list of deals is asked for; None for any other question, and where a word says more than that."""
    words = analysis.words
    counted = words[:2] == ["how", "many"]
    if not words or words[0] in AUXILIARIES - {"have"} or analysis.asks_whether:
        return None
    read = _Reading()
    position = 2 if counted else 1 if words[0] in _OPENING else 0
    while position < len(words):
        after = _step(analysis, position, read)
        if after is None:
            return None
        position = after
    if read.noun is None:
        return None
    several = len({entry.relation for entry in read.noun[1]}) > 1
    bounded = read.bound is not None and read.bound.compares
    if not (bounded or read.stage or (read.period and several)) or (read.bound and not bounded):
        return None
    stage = read.stage or Stage.ANY
    return Deals(read.noun[0], read.noun[1], stage, read.bound, read.period, read.named, counted)


def _step(analysis: Analysis, position: int, read: _Reading) -> int | None:
    """Read what begins at a word; the word after it, or None where that cannot be."""
    word = analysis.words[position]
    matches = analysis.at(position)
    if bound := _longest([match for match in matches if match.quantity]):
        if read.bound:
            return None
        read.bound = bound.quantity
        return bound.end
    if period := _longest([match for match in matches if match.period]):
        if read.period:
            return None
        read.period = period.period
        return period.end
    if end := _named(analysis, position, read):
        return end
    if staged := _known(analysis.words, position, analysis.lexicon.stages):
        if read.stage:
            return None
        read.stage = Stage(analysis.lexicon.stages[staged])
        return position + len(staged)
    if noun := _known(analysis.words, position, analysis.lexicon.dealings):
        if read.noun:
            return None
        end = position + len(noun)
        read.noun = (analysis.text(position, end), analysis.lexicon.dealings[noun])
        return end
    return position + 1 if word in _SILENT | _SILENT_SIZES | DETERMINERS else None


def _known(words: Sequence[str], position: int, table: Mapping[tuple[str, ...], object]) -> tuple[str, ...] | None:
    """The longest words of a table that begin here."""
    for length in range(_LONGEST_STAGE, 0, -1):
        if (found := tuple(words[position : position + length])) in table:
            return found
    return None


def _named(analysis: Analysis, position: int, read: _Reading) -> int | None:
    """Read "by Acme" behind the noun, and "Acme" or "Acme's" before it."""
    marked = read.noun is not None
    if marked and analysis.words[position] not in _BEFORE_NAMES:
        return None
    start = position + marked
    named = [match for match in analysis.at(start) if match.names and match.cost < TYPO_COST]
    whole = _longest(named)
    if whole is None:
        return None
    phrase = Phrase(analysis.text(start, whole.end), names=whole.names)
    read.named = (*read.named, Named(analysis.words[position] if marked else "", phrase))
    return whole.end + (analysis.word(whole.end) == "'s")


def _longest(matches: Sequence[Match]) -> Match | None:
    return max(matches, key=lambda match: (match.end, -match.cost), default=None)
