"""Finds times in text: dates as EDTF with their bounds, and durations; never more precise than the words are.

A date is anchored to the day of publication only where the ordinary reading allows it:

- "last month", "yesterday", "earlier this year", "two years ago" count from it;
- "in June", "on Monday", "the third quarter" are the most recent ones, or the coming ones if the sentence speaks of
  the future ("will open in June", "by June"); where it leaves that open, or has just named another year, they stay
  `XXXX-06`;
- "last June" is one of two Junes while the last one is of this year: `[2024-06,2025-06]`;
- "a week earlier", "that year", "the following month" count from an event, so they have no value.

"Early 2024" is 2024; "around 2015" and fiscal years have no bounds; "by 2026" is `[..2026]`. "Since 2018" and "until
2018" give 2018: the relation knows which end that is. "From 2015 to 2020", "2015-20" and "between 2019 and 2021" are
one time with two ends; "in 2019 or 2021" is one of two years.
"""

from __future__ import annotations

import bisect
import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from app.extraction.values.calendar_words import Point
from app.extraction.values.deictic import find_deictics
from app.extraction.values.direction import Direction, find_direction
from app.extraction.values.durations import Duration
from app.extraction.values.edtf import Reading, parse_edtf_bounds, read_edtf
from app.extraction.values.joining import Stretch, disjoint, joined
from app.extraction.values.lengths import find_lengths
from app.extraction.values.occurrences import coming, most_recent, nearest, occurrences, weekdays
from app.extraction.values.points import find_points
from app.model import TimeValue

__all__ = ["Clauses", "Duration", "FoundTime", "find_times", "parse_edtf_bounds"]


@dataclass(frozen=True)
class FoundTime:
    """A time where a text states it: exactly one of a point or stretch of the calendar (`value`) and a `duration`."""

    start: int
    end: int
    text: str
    value: TimeValue | None = None
    duration: Duration | None = None


class Clauses(Protocol):
    """What a parse knows of the clauses that times stand in, by their offsets in the text."""

    def past_verb(self, start: int, end: int) -> int | None:
        """Where the verb in the past stands that the words at those offsets belong to; None for any other."""

    def is_aside(self, earlier: int, later: int) -> bool:
        """Whether what stands earlier is told in an aside that what stands later has no part in."""


def find_times(
    text: str, published: datetime.date | None = None, offset: int = 0, clauses: Clauses | None = None
) -> list[FoundTime]:
    """The times that a text states, in order and disjoint. `offset` is where the text starts in the article.

    With `clauses` the verb that a time belongs to counts for more than the words before it.

    >>> [time.value.edtf for time in find_times("announced in June", datetime.date(2025, 9, 1))]
    ['2025-06']
    >>> [time.duration.iso for time in find_times("after just two months")]
    ['P2M']
    """
    anchor = published if published and 1600 <= published.year <= 9000 else None
    points = disjoint([*find_points(text), *find_deictics(text)])
    found = list(_dates(text, joined(text, points), anchor, offset, clauses))
    taken = [(time.start - offset, time.end - offset) for time in found]
    found += [time for time in _durations(text, offset) if not _touches(time.start - offset, time.end - offset, taken)]
    return sorted(found, key=lambda time: time.start)


def _durations(text: str, offset: int) -> Iterator[FoundTime]:
    for length in find_lengths(text):
        if not length.ago:
            words = text[length.start : length.end]
            yield FoundTime(length.start + offset, length.end + offset, words, duration=length.duration)


def _touches(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """Whether a stretch overlaps one of those taken, which are in order."""
    index = bisect.bisect_left(taken, (start, 0))
    return any(s < end and start < e for s, e in taken[max(0, index - 1) : index + 1])


# --- what they mean
# ------------------------------------------------------------------------------------------------------------

_LIMIT = re.compile(
    r"(?:\b(?P<by>by|before|prior\sto|(?:no|not)\slater\sthan|pre-)|\b(?P<after>after|no\searlier\sthan|post-)"
    r"|\b(?P<about>around|about|circa|roughly|approximately))(?:(?<=-)|\s(?:the\s)?)$",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"[0-9X]{4}(?:-[0-9X]{2}){0,2}~?")
_LOOK_BACK, _OTHER_YEAR_REACH = 32, 120


def _dates(
    text: str,
    items: Iterable[Point | Stretch],
    published: datetime.date | None,
    offset: int,
    clauses: Clauses | None,
) -> Iterator[FoundTime]:
    """The dates with their values. A sentence that has just named another year goes on in that year, or it may not."""
    other_year = -_OTHER_YEAR_REACH
    end = 0
    for item in items:
        floor, end = end, item.end
        limit = _LIMIT.search(text, max(floor, item.start - _LOOK_BACK), item.start)
        told_elsewhere = item.start - other_year < _OTHER_YEAR_REACH
        if told_elsewhere and clauses is not None and clauses.is_aside(other_year - 1, item.start):
            told_elsewhere = False  # "X, founded in 1934, cut 400 jobs in April"
        verb = clauses.past_verb(item.start, item.end) if clauses is not None and not told_elsewhere else None
        direction = find_direction(text, item.start, item.end, deadline=bool(limit and limit["by"]), past=verb)
        if isinstance(item, Stretch):
            reading = _read_stretch(item, published, Direction.UNCLEAR if told_elsewhere else direction)
        else:
            unclear = told_elsewhere and item.weekday is None and item.complete is None
            reading = _read_point(item, published, Direction.UNCLEAR if unclear else direction)
            if published and item.edtf[:4].isdigit() and int(item.edtf[:4]) < published.year:
                other_year = item.end
        if reading is None:
            continue
        start = item.start
        if limit:
            start, reading = limit.start(), _limited(reading, limit)
        yield _found(text, start, item.end, reading, offset)


def _found(text: str, start: int, end: int, reading: Reading, offset: int) -> FoundTime:
    words = text[start:end]
    start, end = start + offset, end + offset
    return FoundTime(start, end, words, value=TimeValue(text=words, start=start, end=end, **reading._asdict()))


_CHOICES = {Direction.PAST: most_recent, Direction.FUTURE: coming, Direction.NEAREST: nearest}


def _read_point(point: Point, published: datetime.date | None, direction: Direction) -> Reading:
    """The date, completed from the day of publication where the sentence allows it."""
    if published and point.complete:
        return point.complete(published)
    if published and direction is not Direction.UNCLEAR and (point.open_year or point.weekday is not None):
        choose = _CHOICES[direction]
        if point.weekday is not None:
            readings = weekdays(point.weekday, published)
        elif "/" in point.edtf:
            return read_edtf(point.edtf)
        else:
            readings = occurrences(point.edtf[4:], published)
        return choose(readings, published) or Reading(point.edtf)
    return Reading(point.edtf) if point.edtf.startswith("XXXX") else read_edtf(point.edtf)


def _read_stretch(stretch: Stretch, published: datetime.date | None, direction: Direction) -> Reading | None:
    """From the first to the last; None where they are in the wrong order or one of them is a choice."""
    last = _read_point(stretch.last, published, direction)
    first = _read_point(stretch.first, published, direction)
    if not (_PLAIN.fullmatch(first.edtf) and _PLAIN.fullmatch(last.edtf)):
        return None
    if first.earliest and last.latest and first.earliest > last.latest:
        return None
    if stretch.either:
        return Reading(f"[{first.edtf},{last.edtf}]", first.earliest, last.latest)
    return Reading(f"{first.edtf}/{last.edtf}", first.earliest, last.latest)


def _limited(reading: Reading, limit: re.Match[str]) -> Reading:
    """By then, after then, or about then."""
    if limit["about"]:
        certain = (
            _PLAIN.fullmatch(reading.edtf)
            and "X" not in reading.edtf[2:].replace("XX-", "")
            and "~" not in reading.edtf
        )
        return Reading(f"{reading.edtf}~") if certain else reading._replace(earliest=None, latest=None)
    plain = bool(_PLAIN.fullmatch(reading.edtf))
    edge = reading.edtf if plain else reading.latest if limit["by"] else reading.earliest
    if edge is None:  # "before April to June" of no year: no day bounds it
        return Reading(reading.edtf)
    return Reading(f"[..{edge}]", None, reading.latest) if limit["by"] else Reading(f"[{edge}..]", reading.earliest)


def day_of(published: str | None) -> datetime.date | None:
    """A day of publication; None if there is none or it is no day."""
    try:
        return datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
