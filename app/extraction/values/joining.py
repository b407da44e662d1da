"""Which words belong to which date: "early 2024", "Monday, 12 June", "from June to August 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.extraction.values.calendar_words import Point


@dataclass(frozen=True)
class Stretch:
    """Two points and the words that join them: from the first to the last, or, if `either`, one or both of them."""

    start: int
    end: int
    first: Point
    last: Point
    either: bool = False


_MODIFIER = re.compile(
    r"\b(?:(?:early|mid|late)(?:\s(?:in|on))?[\s-]"
    r"|(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close|turn|rest|remainder|course|whole|month|year)\sof\s(?:the\s)?)$",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"\bweek\s(?:of|ending|ended|beginning|starting)\s(?:\w{1,9}\s)?$", re.IGNORECASE)
_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|until|till|through)\s", re.IGNORECASE)
_OR = re.compile(r"\s(?:and|or)\s")
_YEAR = re.compile(r"[0-9]{4}|[0-9]{3}X")
_FROM = re.compile(r"\bfrom\s$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s$", re.IGNORECASE)
# What moves from one date to another does not last from the one to the other.
_MOVED = re.compile(
    r"\b(?:delay|postpone|push|mov|shift|rose|rise|fell|fall|grew|grow|up|down|climb|drop)\w*\s[^.]{0,40}$",
    re.IGNORECASE,
)
_LOOK_BACK = 32


def disjoint(points: Iterable[Point]) -> list[Point]:
    """The points in order; of those that overlap, the one that begins first, and the longest of these."""
    kept: list[Point] = []
    for point in sorted(points, key=lambda point: (point.start, -point.end)):
        if not kept or point.start >= kept[-1].end:
            kept.append(point)
    return kept


def joined(text: str, points: list[Point]) -> Iterator[Point | Stretch]:
    """The points with the words that belong to them, and the stretches that two of them make."""
    pending: Point | None = None
    floor = 0
    for point in points:
        if _WEEK_OF.search(text, max(floor, point.start - _LOOK_BACK), point.start):
            continue
        point = _with_modifier(text, point, floor)
        floor = point.end
        if pending is None:
            pending = point
            continue
        joined = _join(text, pending, point)
        if isinstance(joined, Stretch):
            yield joined
            pending = None
        else:
            if joined is None:
                yield pending
            pending = joined or point
    if pending is not None:
        yield pending


def _with_modifier(text: str, point: Point, floor: int) -> Point:
    """The date with the words that narrow it down, which we do not: "early 2024" is 2024."""
    modifier = _MODIFIER.search(text, max(floor, point.start - _LOOK_BACK), point.start)
    return replace(point, start=modifier.start()) if modifier else point


def _join(text: str, first: Point, last: Point) -> Point | Stretch | None:
    """What two neighbours make: "Monday, 12 June" one date, "June to August 2023" a stretch; most make nothing."""
    between = text[first.end : last.start]
    if len(between) > 12:
        return None
    if (
        first.weekday is not None
        and last.weekday is None
        and last.complete is None
        and re.fullmatch(r",?\s(?:the\s)?", between)
    ):
        return replace(last, start=first.start)
    before = text[max(0, first.start - _LOOK_BACK * 2) : first.start]
    start = first.start
    if _BETWEEN.search(before) and between.strip() == "and":
        start -= len("between ")
    elif _OR.fullmatch(between) and _YEAR.fullmatch(first.edtf) and _YEAR.fullmatch(last.edtf):
        # "In the 1980s and 1990s" is a stretch, "in 1906 or 1909" a choice; of two events each has one of two years.
        decades = first.edtf.endswith("X") and "and" in between
        return Stretch(start, last.end, first, last, either=not decades)
    elif not _JOINT.fullmatch(between):
        return None
    elif _FROM.search(before):
        if _MOVED.search(before):
            return None
        start -= len("from ")
    first = _same_year(first, last)
    return Stretch(start, last.end, first, last)


def _same_year(first: Point, last: Point) -> Point:
    """The first end with the year that only the last one names ("June to August 2023")."""
    if not (first.open_year and first.edtf.count("-") == 1 == last.edtf.count("-") and last.edtf[:4].isdigit()):
        return first
    return replace(first, edtf=last.edtf[:4] + first.edtf[4:]) if first.edtf[4:] <= last.edtf[4:] else first
