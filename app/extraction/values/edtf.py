"""The part of EDTF (ISO 8601-2) that our dates are written in, and the first and last day that each form can mean.

    2016 · 2016-06 · 2016-06-12    a year, month, day
    XXXX-06 · XXXX-XX-XX           the same with parts that the text leaves open: no bounds
    199X · 19XX                    a decade, a century
    2024-21 … 2024-24              spring, summer, autumn, winter
    2024-33 … 2024-36              quarters;  2024-40, 2024-41  halves
    2015~                          about then, or a fiscal year: no bounds
    2015/2020                      from one to the other
    [2024-06,2025-06]              one of these;  [2025-08-31..2025-09-07]  one day among these
    [..2026] · [2026..]            by then, after then

Seasons are the northern ones, and wide enough for both customs (March or the equinox). "Winter 2024" may begin or end
in that year, so it spans both.
"""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.errors import InvalidDate

Bounds = tuple[str | None, str | None]


class Reading(NamedTuple):
    """A time as EDTF with the first and last day it can mean; the days may be closer together than EDTF can say."""

    edtf: str
    earliest: str | None = None
    latest: str | None = None


# First and last month and day of each part of a year, and the year of each relative to the year written.
_PARTS = {
    21: ((0, 3, 1), (0, 6, 21)),
    22: ((0, 6, 1), (0, 9, 23)),
    23: ((0, 9, 1), (0, 12, 21)),
    24: ((-1, 12, 1), (1, 3, 20)),
    33: ((0, 1, 1), (0, 3, 31)),
    34: ((0, 4, 1), (0, 6, 30)),
    35: ((0, 7, 1), (0, 9, 30)),
    36: ((0, 10, 1), (0, 12, 31)),
    40: ((0, 1, 1), (0, 6, 30)),
    41: ((0, 7, 1), (0, 12, 31)),
}


def read_edtf(edtf: str) -> Reading:
    """An EDTF string with its bounds."""
    return Reading(edtf, *parse_edtf_bounds(edtf))


def parse_edtf_bounds(edtf: str) -> Bounds:
    """The first and last day that an EDTF string of the forms above can mean; None is "not known".

    >>> parse_edtf_bounds("2024-35"), parse_edtf_bounds("XXXX-06"), parse_edtf_bounds("[..2026]")
    (('2024-07-01', '2024-09-30'), (None, None), (None, '2026-12-31'))
    """
    for pattern, bounds in _FORMS:
        match = pattern.fullmatch(edtf)
        if match:
            try:
                return _ordered(edtf, bounds(match.groups()))
            except ValueError:  # a day or year that no calendar has
                break
    raise InvalidDate(
        f"{edtf!r} is no date that Claimgraph writes.", hint="Write a date as 2024, 2024-06 or 2024-06-12."
    )


def _ordered(edtf: str, bounds: Bounds) -> Bounds:
    """The bounds, if the first is not after the last."""
    earliest, latest = bounds
    if earliest and latest and earliest > latest:
        raise ValueError(edtf)
    return bounds


def _years(groups: Sequence[str]) -> Bounds:
    first, last = int(groups[0].replace("X", "0")), int(groups[0].replace("X", "9"))
    return datetime.date(first, 1, 1).isoformat(), datetime.date(last, 12, 31).isoformat()


def _part(groups: Sequence[str]) -> Bounds:
    year, part = int(groups[0]), int(groups[1])
    if part in _PARTS:
        first, last = ((year + years, month, day) for years, month, day in _PARTS[part])
    else:
        first, last = (year, part, 1), (year, part, calendar.monthrange(year, part)[1])
    return datetime.date(*first).isoformat(), datetime.date(*last).isoformat()


def _day(groups: Sequence[str]) -> Bounds:
    day = datetime.date.fromisoformat(groups[0]).isoformat()
    return day, day


def _unknown(_: Sequence[str]) -> Bounds:
    return None, None


def _stretch(groups: Sequence[str]) -> Bounds:
    first, last = (parse_edtf_bounds(end) for end in groups)
    return first[0], last[1]


def _by(groups: Sequence[str]) -> Bounds:
    return None, parse_edtf_bounds(groups[0])[1]


def _after(groups: Sequence[str]) -> Bounds:
    return parse_edtf_bounds(groups[0])[0], None


# Simple dates first: no form of a set or interval matches them.
_DATE = r"([0-9X]{4}(?:-[0-9X]{2}){0,2}~?)"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[Sequence[str]], Bounds]], ...] = (
    (re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"), _years),
    (re.compile(r"([0-9]{4})-([0-9]{2})"), _part),
    (re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})"), _day),
    (re.compile(r"XXXX(?:-(?:XX|[0-4][0-9]))?|XXXX-(?:XX|0[1-9]|1[0-2])-(?:XX|0[1-9]|[12][0-9]|3[01])"), _unknown),
    (re.compile(r"(?:XXXX|[0-9]{4})(?:-[0-9]{2}){0,2}~"), _unknown),
    (re.compile(rf"{_DATE}/{_DATE}"), _stretch),
    (re.compile(rf"\[{_DATE}(?:,|\.\.){_DATE}\]"), _stretch),
    (re.compile(rf"\[\.\.{_DATE}\]"), _by),
    (re.compile(rf"\[{_DATE}\.\.\]"), _after),
)
