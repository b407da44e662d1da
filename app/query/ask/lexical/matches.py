"""What words of a question may mean: a name, a sense of the lexicon, a value, an amount, a time."""

from __future__ import annotations

from dataclasses import dataclass

from app.query.ask.lexical.entries import Sense
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.quantities import Quantity
from app.query.ask.lexical.values import Period


@dataclass(frozen=True)
class Match:
    """Words from `start` to `end` read as names, as a sense of the lexicon, as values, as an amount or as a time."""

    start: int
    end: int
    cost: float = 0.0
    names: tuple[Candidate, ...] = ()
    sense: Sense | None = None
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    quantity: Quantity | None = None
    period: Period | None = None
    note: str = ""
