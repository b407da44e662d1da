"""What comes back every week or year: which June, Monday or third quarter is meant, from the day of publication."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from app.errors import InvalidDate
from app.extraction.values.edtf import Reading, read_edtf

_DAY = datetime.timedelta(days=1)
_LONG_PAST = 120


def occurrences(tail: str, published: datetime.date) -> list[Reading]:
    """A part of the year ("-06", "-06-12", "-35") in the years around the publication, the earliest first."""
    found = []
    for year in range(published.year - 8, published.year + 9):
        try:
            found.append(read_edtf(f"{year:04}{tail}"))
        except InvalidDate:  # 29 February in a common year, or before the calendar's first year
            continue
    return found


def most_recent(readings: Iterable[Reading], published: datetime.date) -> Reading | None:
    """The last that had begun by the day of publication."""
    begun = [reading for reading in readings if (reading.earliest or "") <= published.isoformat()]
    return begun[-1] if begun else None


def coming(readings: Iterable[Reading], published: datetime.date) -> Reading | None:
    """The first that was not over on the day of publication."""
    return next((reading for reading in readings if (reading.latest or "") >= published.isoformat()), None)


def nearest(readings: Iterable[Reading], published: datetime.date) -> Reading | None:
    """The one that begins least far from the day of publication; none if another is about as near, or it is long past.

    What is told as news to count from a day has that day ahead, or has just had it.
    """
    dated = [reading for reading in readings if reading.earliest is not None]
    ranked = sorted(dated, key=lambda reading: _distance(reading, published))[:2]
    clear = len(ranked) < 2 or 1.5 * _distance(ranked[0], published) < _distance(ranked[1], published)
    if not ranked or not clear:
        return None
    old = (ranked[0].earliest or "") < (published - _DAY * _LONG_PAST).isoformat()
    return None if old else ranked[0]


def _distance(reading: Reading, published: datetime.date) -> int:
    return abs((datetime.date.fromisoformat(reading.earliest or "") - published).days)


def weekdays(weekday: int, published: datetime.date) -> list[Reading]:
    """That day of the week in the weeks around the publication, the earliest first."""
    first = published + _DAY * ((weekday - published.weekday()) % 7 - 14)
    return [read_edtf((first + _DAY * 7 * week).isoformat()) for week in range(5)]


def last_over(readings: list[Reading], published: datetime.date, *, certain: Callable[[Reading], bool]) -> Reading:
    """The last that was over; where that could as well be called "this" one, it or the one before."""
    over = [reading for reading in readings if (reading.latest or "") < published.isoformat()]
    before, last = over[-2:]
    if certain(last):
        return last
    return Reading(f"[{before.edtf},{last.edtf}]", before.earliest, last.latest)


def next_after(readings: list[Reading], published: datetime.date) -> Reading:
    """The first that begins after the day of publication."""
    return next(reading for reading in readings if (reading.earliest or "") > published.isoformat())
