"""What a duration in words amounts to: ISO 8601 as stated, and the least and most days that the wording allows.

"n units" means from n - ½ to n + ½ units in whole days, a month being 30 to 31 days and a year 365 to 366: two months
are 45 to 77 days. A half or a quarter in the number halves the slack; days are exact. A word before the number moves
the limits (`Hedge`).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

NO_LIMIT_DAYS = 365_250
"""The most days where only a lower limit is given ("at least two years"): a millennium, which bounds nothing here."""


@dataclass(frozen=True)
class Duration:
    """A length of time: ISO 8601 as stated, and the fewest and most whole days that the wording allows."""

    iso: str
    min_days: int
    max_days: int


class Hedge(StrEnum):
    """What the words beside a number make of it. OVER is either "more than" or "in the course of"."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    BELOW = "below"
    ABOVE = "above"
    OVER = "over"
    AT_LEAST = "at least"


class _Unit(NamedTuple):
    """The ISO 8601 letter of a unit, how many of those it is, and the least and most days of one."""

    letter: str
    factor: int
    low: int
    high: int


UNITS: Mapping[str, _Unit] = {
    "day": _Unit("D", 1, 1, 1),
    "week": _Unit("W", 1, 7, 7),
    "fortnight": _Unit("W", 2, 14, 14),
    "month": _Unit("M", 1, 30, 31),
    "quarter": _Unit("M", 3, 90, 92),
    "year": _Unit("Y", 1, 365, 366),
    "decade": _Unit("Y", 10, 3652, 3653),
    "century": _Unit("Y", 100, 36524, 36525),
}
_SMALLER = {"Y": ("M", 12), "W": ("D", 7)}

_HALF = Decimal("0.5")


class _Count(NamedTuple):
    """A number of units with the slack that it has by itself, and the looser one that a hedge gives it."""

    number: Decimal
    slack: Decimal
    loose: Decimal

    @property
    def next_step(self) -> Decimal:
        """What "more than" stays below: the writer would have said "three", or "more than thirty"."""
        return max(self.number + 1, self.number * 3 / 2)


_LIMITS: Mapping[Hedge, Callable[[_Count], tuple[Decimal, Decimal | None]]] = {
    Hedge.EXACT: lambda n: (n.number - n.slack, n.number + n.slack),
    Hedge.ABOUT: lambda n: (n.number - n.loose, n.number + n.loose),
    Hedge.NEARLY: lambda n: (n.number - n.loose, n.number),
    Hedge.BELOW: lambda n: (Decimal(0), n.number),
    Hedge.ABOVE: lambda n: (n.number, n.next_step),
    Hedge.OVER: lambda n: (n.number - n.slack, n.next_step),
    Hedge.AT_LEAST: lambda n: (n.number, None),
}


def measure(number: Decimal, unit: str, hedge: Hedge = Hedge.EXACT) -> Duration | None:
    """The duration of so many units, or None where it is no whole number in ISO 8601, or absurdly long.

    >>> measure(Decimal(2), "month")
    Duration(iso='P2M', min_days=45, max_days=77)
    >>> measure(Decimal("1.5"), "year", Hedge.NEARLY)
    Duration(iso='P18M', min_days=365, max_days=549)
    """
    iso = _iso(number, unit)
    if iso is None or number * UNITS[unit].high > NO_LIMIT_DAYS:
        return None
    slack = Decimal(0) if unit == "day" else _HALF if number == int(number) else _HALF / 2
    loose = max(2 * slack or Decimal(1), number / 4)
    least, most = _LIMITS[hedge](_Count(number, slack, loose))
    low, high = UNITS[unit].low, UNITS[unit].high
    max_days = NO_LIMIT_DAYS if most is None else min(math.floor(most * high), NO_LIMIT_DAYS)
    return Duration(iso, max(0, math.ceil(least * low)), max_days)


def _iso(number: Decimal, unit: str) -> str | None:
    """ISO 8601 in the unit itself, else in the next smaller one: a year and a half is P18M."""
    letter, factor = UNITS[unit].letter, UNITS[unit].factor
    count = number * factor
    if count != int(count) and letter in _SMALLER:
        letter, per_unit = _SMALLER[letter]
        count *= per_unit
    return f"P{int(count)}{letter}" if count == int(count) and count > 0 else None
