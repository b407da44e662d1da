"""Times that count from the day of publication: yesterday, last month, next June, earlier this year, two years ago."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from app.extraction.values.calendar_words import MONTH, MONTHS, SEASON, SEASONS, WEEKDAYS, Completion, Point
from app.extraction.values.edtf import Reading, read_edtf
from app.extraction.values.lengths import find_lengths
from app.extraction.values.numbers import GAP
from app.extraction.values.occurrences import last_over, next_after, occurrences, weekdays

_DAY = datetime.timedelta(days=1)


def _year_part(which: str, tail: str) -> Completion:
    """Last, this or next June, spring, Christmas."""

    def complete(published: datetime.date) -> Reading:
        year = str(published.year)
        if tail == "-24":
            return _winter(which, published)
        readings = occurrences(tail, published)
        if which == "last":
            return last_over(readings, published, certain=lambda reading: (reading.latest or "") < year)
        return next_after(readings, published) if which in ("next", "coming") else read_edtf(f"{year}{tail}")

    return complete


def _winter(which: str, published: datetime.date) -> Reading:
    """Last winter began last year, or the year before that while one lasts; this and next winter are that of a year."""
    over = (published.month, published.day) > (3, 20)
    began = published.year - (1 if over else 2)
    if which == "last":
        return Reading(f"{began}-24", f"{began}-12-01", f"{began + 1}-03-20")
    return read_edtf(f"{published.year + (which != 'this')}-24")


def _week_day(which: str, weekday: int) -> Completion:
    """Last Friday (of this week or the one before), this Friday, next Friday."""

    def complete(published: datetime.date) -> Reading:
        readings = weekdays(weekday, published)
        monday = published - _DAY * published.weekday()
        if which == "last":
            return last_over(readings, published, certain=lambda reading: (reading.latest or "") < monday.isoformat())
        if which in ("next", "coming"):
            return next_after(readings, published)
        return read_edtf((monday + _DAY * weekday).isoformat())

    return complete


# --- weeks, months, quarters and years
# ------------------------------------------------------------------------------------

_SHIFTS = {"last": -1, "this": 0, "next": 1}


def _week(published: datetime.date, shift: int) -> Reading:
    """A day of that week, whether weeks begin on Sunday or on Monday."""
    monday = published - _DAY * published.weekday() + _DAY * 7 * shift
    sunday_first = published - _DAY * ((published.weekday() + 1) % 7) + _DAY * 7 * shift
    first, last = min(monday, sunday_first), max(monday, sunday_first) + _DAY * 6
    return read_edtf(f"[{first}..{last}]")


def _month(published: datetime.date, shift: int) -> Reading:
    year, month = divmod(published.year * 12 + published.month - 1 + shift, 12)
    return read_edtf(f"{year:04}-{month + 1:02}")


def _quarter(published: datetime.date, shift: int) -> Reading:
    year, quarter = divmod(published.year * 4 + (published.month - 1) // 3 + shift, 4)
    return read_edtf(f"{year:04}-{33 + quarter}")


def _year(published: datetime.date, shift: int) -> Reading:
    return read_edtf(f"{published.year + shift:04}")


_PERIODS: dict[str, tuple[str, Callable[[datetime.date, int], Reading]]] = {
    "week": ("XXXX-XX-XX", _week),
    "month": ("XXXX-XX", _month),
    "quarter": ("XXXX-XX", _quarter),
    "year": ("XXXX", _year),
}


def _period(read: Callable[[datetime.date, int], Reading], shift: int, part: str | None = None) -> Completion:
    """Last week, this month, earlier this year: "earlier" ends and "later" begins on the day of publication."""

    def complete(published: datetime.date) -> Reading:
        reading = read(published, shift)
        if shift == 0 and part == "earlier":
            return reading._replace(latest=published.isoformat())
        return reading._replace(earliest=published.isoformat()) if shift == 0 and part == "later" else reading

    return complete


def _days_away(days: int) -> Completion:
    return lambda published: read_edtf((published + _DAY * days).isoformat())


def _ago(min_days: int, max_days: int) -> Completion:
    """One of the days that lie so far back."""

    def complete(published: datetime.date) -> Reading:
        first, last = published - _DAY * max_days, published - _DAY * min_days
        return read_edtf(first.isoformat() if first == last else f"[{first}..{last}]")

    return complete


# --- finding them
# ---------------------------------------------------------------------------------------------------------

_DAYS_AWAY = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_DAY_WORD = re.compile(rf"\b(?:{'|'.join(_DAYS_AWAY).replace(' ', GAP)})\b(?!-)", re.IGNORECASE)
# "The last year" is a stretch of twelve months, not a calendar year.
_PERIOD = re.compile(
    rf"(?<!\bthe\s)\b(?:(?P<part>earlier|later|early|late|sometime|mid){GAP})?(?P<which>last|this|next){GAP}"
    rf"(?P<unit>week|month|quarter|year)\b(?!-)",
    re.IGNORECASE,
)
_PERIOD_END = re.compile(
    rf"\b(?:the{GAP}(?:end|close){GAP}of{GAP}(?:the|this){GAP}(?P<unit>month|quarter|year)|(?:the{GAP})?year(?:[-\s]|['’]s{GAP})end)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?<!\bthe\s)\b(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Cc]oming)(?:{GAP}(?P<past>past|coming))?{GAP}"
    rf"(?:(?P<month>{MONTH})|(?P<season>{SEASON})\b|(?P<day>{'|'.join(WEEKDAYS)})\b)(?!\s[0-9]{{1,4}}\b)"
)
_DAY_OF_WEEK = re.compile(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)}){GAP}(?:of{GAP})?(?P<which>last|this|next){GAP}week\b",
)


def find_deictics(text: str) -> Iterator[Point]:
    """Every time that counts from the day of publication; they may overlap.

    >>> [point.edtf for point in find_deictics("it fell last month")]
    ['XXXX-XX']
    """
    for match in _DAY_WORD.finditer(text):
        days = _DAYS_AWAY[" ".join(match[0].lower().split())]
        yield Point(match.start(), match.end(), "XXXX-XX-XX", complete=_days_away(days))
    for match in _PERIOD.finditer(text):
        edtf, read = _PERIODS[match["unit"].lower()]
        part = match["part"].lower() if match["part"] else None
        yield Point(match.start(), match.end(), edtf, complete=_period(read, _SHIFTS[match["which"].lower()], part))
    for match in _PERIOD_END.finditer(text):
        edtf, read = _PERIODS[(match["unit"] or "year").lower()]
        yield Point(match.start(), match.end(), edtf, complete=_period(read, 0))
    yield from map(_named, _NAMED.finditer(text))
    yield from map(_day_of_week, _DAY_OF_WEEK.finditer(text))
    yield from _lengths_ago(text)


def _named(match: re.Match[str]) -> Point:
    which = {"past": "last", "coming": "next"}.get(match["past"] or "", match["which"].lower())
    if match["day"]:
        return Point(match.start(), match.end(), "XXXX-XX-XX", complete=_week_day(which, WEEKDAYS[match["day"]]))
    tail = f"-{MONTHS[match['month']]}" if match["month"] else f"-{SEASONS[match['season'].lower()]}"
    return Point(match.start(), match.end(), f"XXXX{tail}", complete=_year_part(which, tail))


def _day_of_week(match: re.Match[str]) -> Point:
    """Thursday of last week. A Sunday opens the week for some and closes it for others: one of the two."""
    weekday, shift = WEEKDAYS[match["day"]], _SHIFTS[match["which"].lower()]

    def complete(published: datetime.date) -> Reading:
        day = published - _DAY * published.weekday() + _DAY * (7 * shift + weekday)
        return read_edtf(f"[{day - _DAY * 7},{day}]" if weekday == WEEKDAYS["Sunday"] else day.isoformat())

    return Point(match.start(), match.end(), "XXXX-XX-XX", complete=complete)


_AGO_EDTF = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-XX-XX",
    "fortnight": "XXXX-XX-XX",
    "month": "XXXX-XX",
    "quarter": "XXXX-XX",
}


def _lengths_ago(text: str) -> Iterator[Point]:
    """Two years ago, from a year and a half to two and a half."""
    for found in find_lengths(text):
        if found.ago:
            complete = _ago(found.duration.min_days, found.duration.max_days)
            yield Point(found.start, found.end, _AGO_EDTF.get(found.unit, "XXXX"), complete=complete)
