"""The pieces that a clause is split into."""

from __future__ import annotations

from dataclasses import dataclass

from app.query.ask.analyse import Match
from app.query.ask.reading import Phrase
from app.query.ask.values import Period


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
