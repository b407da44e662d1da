"""Finds dates that name a place in the calendar (12 June 2023, Q3 2024, the 1990s); what they leave open stays so."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator

from app.errors import InvalidDate
from app.extraction.expressions import compile_quick
from app.extraction.values.calendar_context import is_amount, is_counted, is_month, is_weekday, is_year
from app.extraction.values.calendar_words import MONTH, MONTHS, SEASON, SEASONS, WEEKDAYS, Point
from app.extraction.values.edtf import Reading, parse_edtf_bounds

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_YEAR_SHIFTS = {"last": -1, "this": 0, "next": 1}

_LEFT = r"(?<![\w/.$€£¥₹#@])"
_RIGHT = r"(?![\w%]|[.,/:][0-9])"
_YEAR = r"(?:1[6-9]|20)[0-9]{2}"  # by itself; beside a month, any year of four digits
_ANY_YEAR = r"[12][0-9]{3}"
_DAY = r"(?:0?[1-9]|[12][0-9]|3[01])"
_NTH = rf"{_DAY}(?:st|nd|rd|th)?"
_S = r"\s{1,4}"
_OF_YEAR = rf"(?:,?{_S}(?:(?:of|in){_S})?(?:(?P<year>{_ANY_YEAR})|(?P<which>last|this|next){_S}year){_RIGHT})"
_DASH = r"\s?[-–—]\s?"

# --- one function a form: what it read, or None where the words say something else
# -----------------------------------------------


def _in_year(match: re.Match[str], tail: str = "") -> Point | None:
    """A part of a year that is named, given relative to the publication ("June last year"), or not given."""
    groups = match.groupdict()
    if groups.get("which"):
        return _shifted(match, tail, _YEAR_SHIFTS[match["which"]])
    if is_counted(match):
        return None
    return Point(match.start(), match.end(), f"{groups.get('year') or 'XXXX'}{tail}")


def _shifted(match: re.Match[str], tail: str, shift: int) -> Point:
    def complete(published: datetime.date) -> Reading:
        edtf = f"{published.year + shift}{tail}"
        return Reading(edtf, *parse_edtf_bounds(edtf))

    return Point(match.start(), match.end(), f"XXXX{tail}", complete=complete)


def _number(text: str) -> str:
    return f"{int(re.sub('[a-z]', '', text)):02}"


def _day(match: re.Match[str]) -> Point | None:
    return _in_year(match, f"-{MONTHS[match['month']]}-{_number(match['day'])}")


def _days(match: re.Match[str]) -> Point | None:
    year, month = match["year"] or "XXXX", MONTHS[match["month"]]
    first, last = (f"{year}-{month}-{_number(match[day])}" for day in ("first", "last"))
    return None if match["which"] else Point(match.start(), match.end(), f"{first}/{last}")


def _month(match: re.Match[str]) -> Point | None:
    return _in_year(match, f"-{MONTHS[match['month']]}")


def _iso(match: re.Match[str]) -> Point:
    return Point(match.start(), match.end(), match["date"])


def _numeric(match: re.Match[str]) -> Point | None:
    """Day and month, where only one order is possible; else the year is all that the figures say."""
    first, second = int(match["first"]), int(match["second"])
    if first > 12 or first == second:
        tail = f"-{second:02}-{first:02}"
    else:
        tail = f"-{first:02}-{second:02}" if second > 12 else ""
    return Point(match.start(), match.end(), match["year"] + tail)


def _quarter(match: re.Match[str]) -> Point | None:
    number = match["digit"] or match["digit_first"] or _ORDINALS[match["ordinal"].lower()]
    return _in_year(match, f"-{32 + int(number)}")


def _half(match: re.Match[str]) -> Point | None:
    return _in_year(match, f"-{39 + int(match['digit'] or _ORDINALS[match['ordinal'].lower()])}")


def _season(match: re.Match[str]) -> Point | None:
    return _in_year(match, f"-{SEASONS[match['season'].lower()]}")


def _fiscal(match: re.Match[str]) -> Point:
    """Fiscal years begin when their company says, so the year is no more than a label."""
    year = match["year"] or match["year_first"] or f"20{match['short']}"
    return Point(match.start(), match.end(), f"{year}~")


def _decade(match: re.Match[str]) -> Point:
    digits = match["decade"] or f"19{match['short']}"
    century = digits.endswith("00") and digits != "2000"
    return Point(match.start(), match.end(), f"{digits[:2]}XX" if century else f"{digits[:3]}X")


def _years(match: re.Match[str]) -> Point | None:
    first, last = match["first"], match["last"]
    last = last if len(last) == 4 else first[:2] + last
    # 2003-06 may be a month, 1990-12 too; 2015-20 and 2016/17 may not.
    ambiguous = len(match["last"]) == 2 and int(match["last"]) <= 12 and match["dash"] == "-"
    if ambiguous or last <= first or is_counted(match) or is_amount(match):
        return None
    return Point(match.start(), match.end(), f"{first}/{last}")


def _year(match: re.Match[str]) -> Point | None:
    return _in_year(match) if is_year(match) else None


def _bare_month(match: re.Match[str]) -> Point | None:
    return _in_year(match, f"-{MONTHS[match['month']]}") if is_month(match) else None


def _weekday(match: re.Match[str]) -> Point | None:
    found = Point(match.start(), match.end(), "XXXX-XX-XX", weekday=WEEKDAYS[match["day"]])
    return found if is_weekday(match) else None


_QUARTER = (
    rf"(?:(?P<ordinal>(?i:first|second|third|fourth|1st|2nd|3rd|4th))(?:{_S}|-)quarter"
    rf"|Q(?P<digit>[1-4])|(?P<digit_first>[1-4])Q)"
)
_FISCAL = r"(?:[Ff]iscal|[Ff]inancial)"
_FORMS: tuple[tuple[str, Callable[[re.Match[str]], Point | None]], ...] = (
    (rf"{_LEFT}(?P<date>{_ANY_YEAR}-[01][0-9]-[0-3][0-9])(?![0-9-])", _iso),
    (
        rf"{_LEFT}(?P<first>[0-9]{{1,2}})(?P<mark>[/.])(?P<second>[0-9]{{1,2}})(?P=mark)(?P<year>{_YEAR}){_RIGHT}",
        _numeric,
    ),
    (
        rf"{_LEFT}(?P<first>{_NTH})(?:{_DASH}|{_S}(?:to|and|or){_S})(?P<last>{_NTH}){_S}(?:of{_S})?(?P<month>{MONTH})(?:\.?{_OF_YEAR})?",
        _days,
    ),
    (
        rf"{_LEFT}(?P<month>{MONTH})\.?{_S}(?P<first>{_NTH})(?:{_DASH}|{_S}to{_S})(?P<last>{_NTH})(?:{_OF_YEAR}|{_RIGHT})",
        _days,
    ),
    (rf"{_LEFT}(?P<day>{_NTH}){_S}(?:of{_S})?(?P<month>{MONTH})(?:\.?{_OF_YEAR})?", _day),
    (rf"{_LEFT}(?P<month>{MONTH})\.?{_S}(?P<day>{_NTH})(?:{_OF_YEAR}|{_RIGHT})", _day),
    (rf"{_LEFT}(?P<month>{MONTH})\.?{_OF_YEAR}", _month),
    (rf"{_LEFT}(?:{_FISCAL}{_S})?{_QUARTER}{_OF_YEAR}", _quarter),
    (rf"{_LEFT}(?:[Tt]he{_S})?(?:(?P<ordinal>(?i:first|second))(?:{_S}|-)half|H(?P<digit>[12])){_OF_YEAR}", _half),
    (rf"{_LEFT}(?P<season>{SEASON}){_OF_YEAR}", _season),
    (
        rf"{_LEFT}(?:{_FISCAL}{_S}{_QUARTER}(?:{_S}of)?{_S}|(?:{_QUARTER.replace('?P<', '?P<q_')}{_S}(?:of{_S})?)?"
        rf"(?:{_FISCAL}{_S}(?:year{_S})?|FY\s?['’]?))(?:(?P<year>{_YEAR})|(?P<short>[0-3][0-9]))(?:[-/–][0-9]{{2,4}})?{_RIGHT}"
        rf"|{_LEFT}(?P<year_first>{_YEAR}){_S}{_FISCAL}{_S}year\b",
        _fiscal,
    ),
    (rf"(?:{_LEFT}(?P<decade>(?:1[6-9]|20)[0-9]0)['’]?s|\bthe{_S}['’](?P<short>[5-9]0)s)\b", _decade),
    (rf"{_LEFT}(?P<first>{_YEAR})\s?(?P<dash>[-–—/])\s?(?P<last>{_YEAR}|[0-9]{{2}})(?![\w%-]|[.,/:][0-9])", _years),
    (rf"{_LEFT}(?P<year>{_YEAR})(?![\w%]|[.,/:-][0-9])", _year),
    (rf"{_LEFT}(?P<month>{MONTH})", _bare_month),
    (rf"{_LEFT}{_QUARTER}\b", _quarter),
    (rf"\b(?P<day>{'|'.join(WEEKDAYS)})\b", _weekday),
)
_COMPILED = tuple((compile_quick(pattern), read) for pattern, read in _FORMS)


def find_points(text: str) -> Iterator[Point]:
    """Every reading that a form gives, in the order of the forms; they may overlap.

    >>> [point.edtf for point in find_points("hired on June 12, 2023")]
    ['2023-06-12', '2023']
    """
    for pattern, read in _COMPILED:
        for match in pattern.finditer(text):
            point = read(match)
            if point is not None and (point.weekday is not None or _exists(point)):
                yield point


def _exists(point: Point) -> bool:
    """Whether the calendar has such a day."""
    for edtf in point.edtf.replace("XXXX", "2000").split("/"):
        try:
            parse_edtf_bounds(edtf)
        except InvalidDate:
            return False
    return True
