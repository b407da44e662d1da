"""The words for months, seasons and days of the week, and a time as far as its own words go."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from app.extraction.values.edtf import Reading

_MONTH_NAMES = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr . Jun Jul Aug Sep Oct Nov Dec"
).split()
MONTHS = {name: f"{index % 12 + 1:02}" for index, name in enumerate(_MONTH_NAMES) if name != "."} | {"Sept": "09"}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
WEEKDAYS = {
    name: index for index, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
}

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b"
SEASON = rf"(?i:{'|'.join(SEASONS)})"

Completion = Callable[[datetime.date], Reading]


@dataclass(frozen=True)
class Point:
    """A time as far as its own words go: EDTF with X for what they leave open.

    `complete` reads the rest off the publication date; without it, a missing year or day is for the reader of the
    sentence to find.
    """

    start: int
    end: int
    edtf: str
    weekday: int | None = None
    complete: Completion | None = None

    @property
    def open_year(self) -> bool:
        """Whether the words name a month, day or quarter of a year that they do not name."""
        return self.edtf.startswith("XXXX-") and self.weekday is None and self.complete is None
