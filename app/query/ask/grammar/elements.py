"""The pieces that a clause is split into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from app.query.ask.grammar.reading import Phrase
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.values import Period

PRUNE = 22


@dataclass(frozen=True)
class Element:
    """One piece of a clause: exactly one of its fields below `end` says what it is."""

    end: int
    cost: float = 0.0
    notes: tuple[str, ...] = ()
    phrase: Phrase | None = None
    preposition: str | None = None  # with a phrase: "in 〈phrase〉"; alone: left at the end of its clause
    auxiliary: str | None = None
    verb: Match | None = None
    state: str | None = None
    period: Period | None = None
    adverb: str | None = None
    there: bool = False
    order: str | None = None
    aspect: str | None = None  # "stop" in "stop using"
    earlier: str | None = None  # with a phrase: "before 〈phrase〉"; alone: "before"


@dataclass(frozen=True)
class Parsed:
    """A phrase, the word after it, what it costs to read it so, and what to tell the user about that."""

    phrase: Phrase
    end: int
    cost: float = 0.0
    notes: tuple[str, ...] = ()


class Phrases(Protocol):
    """Whoever reads the phrases that begin at a word."""

    def at(self, start: int) -> list[Parsed]:
        """All phrases, coordinated ones included: the cheapest readings."""

    def phrases(self, start: int) -> Iterator[Parsed]:
        """The phrases by themselves, with the words that ask for them or tell them apart."""

    def nominals(self, start: int) -> Iterator[Parsed]:
        """The phrases without a determiner."""

    def possessed(self, start: int, owner: Parsed) -> Iterator[Parsed]:
        """The phrases that are somebody's: what may follow "Meta's"."""


def prune(found: Iterable[Parsed]) -> list[Parsed]:
    """The cheapest readings for each end, without duplicates."""
    kept: dict[int, dict[Phrase, Parsed]] = {}
    for parsed in sorted(found, key=lambda parsed: parsed.cost):
        same_end = kept.setdefault(parsed.end, {})
        if parsed.phrase not in same_end and len(same_end) < PRUNE:
            same_end[parsed.phrase] = parsed
    return [parsed for same_end in kept.values() for parsed in same_end.values()]
