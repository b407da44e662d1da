"""Finds times among a question's words."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass

from app.query.ask.lexical.words import Token

_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name}
_SIDES = {
    "in": "within", "during": "within", "on": "within", "within": "within", "before": "before", "after": "after",
    "since": "since", "until": "until", "by": "until",
}  # fmt: skip


_PARTS: dict[tuple[str, ...], tuple[int, int]] = {
    ("early",): (1, 4), ("mid",): (5, 8), ("middle",): (5, 8), ("late",): (9, 12),
    ("spring",): (3, 5), ("summer",): (6, 8), ("autumn",): (9, 11), ("fall",): (9, 11),
    **{(half, "half"): months for half, months in (("first", (1, 6)), ("second", (7, 12)))},
    **{(f"h{n}",): months for n, months in ((1, (1, 6)), (2, (7, 12)))},
    **{(word, "quarter"): (3 * n + 1, 3 * n + 3) for n, word in enumerate(("first", "second", "third", "fourth"))},
    ("last", "quarter"): (10, 12), ("final", "quarter"): (10, 12),
    **{(f"q{n + 1}",): (3 * n + 1, 3 * n + 3) for n in range(4)},
}  # fmt: skip
"""The months that parts of a year are taken to be; winter lies in two years, and so is none of them."""
_EDGES = {"beginning of": False, "start of": False, "end of": True, "close of": True}


@dataclass(frozen=True)
class Period:
    """A condition on time: within, before, after, since or until the days from `first` to `last`.

    `inner`, of "between 2019 and 2021": the days after the one end and before the other. What only begins in 2021, or
    ends in 2019, was at no time surely in between.
    """

    side: str
    first: str
    last: str
    text: str
    inner: tuple[str, str] | None = None


def period_at(tokens: Sequence[Token], start: int) -> tuple[Period, int] | None:
    """The condition on time that begins at a token ("in June 2025", "before 2020"), and the token after it.

    >>> from app.query.ask.lexical.words import tokenize
    >>> period_at(tokenize("in June 2025"), 0)[0].last
    '2025-06-30'
    """
    words = [token.word for token in tokens]
    if span := _span_at(tokens, words, start):
        return span
    if start < len(words) and words[start] == "of" and (dated := date_at(words, start + 1)):
        (first, last), end = dated  # "the round of February 2025"
        return Period("of", first, last, " ".join(token.text for token in tokens[start:end])), end
    side, begin = _side_at(words, start)
    found = _edge(words, begin, within=side == "within") or (date_at(words, begin) if side else None)
    if found is None:
        return None
    (first, last), end = found
    return Period(side or "within", first, last, " ".join(token.text for token in tokens[start:end])), end


def _side_at(words: Sequence[str], start: int) -> tuple[str | None, int]:
    """The side that a preposition says, if there is one, and the word after it."""
    if tuple(words[start : start + 2]) == ("as", "of"):
        return "as of", start + 2
    side = {**_SIDES, "from": "since"}.get(words[start]) if start < len(words) else None
    vague = words[start : start + 1] in (["at"], ["towards"], ["around"]) and words[start + 1 : start + 2] == ["the"]
    if vague and " ".join(words[start + 2 : start + 4]) in _EDGES:
        return "within", start + 1
    return side, start + (side is not None)


def _edge(words: Sequence[str], start: int, *, within: bool) -> tuple[tuple[str, str], int] | None:
    """The first or last days of a year or month: "the end of 2024", a quarter long at most, or that very day."""
    the = words[start : start + 1] == ["the"]
    last = _EDGES.get(" ".join(words[start + the : start + the + 2]))
    found = date_at(words, start + the + 2) if last is not None else None
    if found is None:
        return None
    (begin, end), after = found
    year = begin[:4] == end[:4] and begin[5:] == "01-01" and end[5:] == "12-31"
    if not within or not year:
        return ((end, end) if last else (begin, begin)) if not within else (begin, end), after
    return ((f"{begin[:4]}-10-01", end) if last else (begin, f"{begin[:4]}-03-31")), after


def _span_at(tokens: Sequence[Token], words: Sequence[str], start: int) -> tuple[Period, int] | None:
    """Read "between 2004 and 2008", "from 2004 to 2008"."""
    if start >= len(words) or words[start] not in ("between", "from") or not (first := date_at(words, start + 1)):
        return None
    (begin, from_), middle = first
    joined = middle < len(words) and words[middle] in ("and", "to", "until", "till", "through")
    second = date_at(words, middle + 1) if joined else None
    if second is None or second[0][1] < begin:
        return None
    text = " ".join(token.text for token in tokens[start : second[1]])
    inner = (from_, second[0][0]) if from_ < second[0][0] else None
    return Period("within", begin, second[0][1], text, inner), second[1]


def date_at(words: Sequence[str], position: int) -> tuple[tuple[str, str], int] | None:
    """The first and last day of the date that begins at a word, and the word after it."""
    if part := _part_of_year(words, position):
        return part
    day: int | None = None
    if position < len(words) and words[position] in ("the", "year"):
        position += 1
    rest = list(words[position : position + 3])
    if rest[:1] and _is_year(rest[0]):
        return (f"{rest[0]}-01-01", f"{rest[0]}-12-31"), position + 1
    if len(rest) == 3 and _is_day(rest[0]) and rest[1] in _MONTHS and _is_year(rest[2]):
        day, month, year, used = int(rest[0].rstrip("stndrh")), _MONTHS[rest[1]], int(rest[2]), 3
    elif len(rest) == 3 and rest[0] in _MONTHS and _is_day(rest[1]) and _is_year(rest[2]):
        month, day, year, used = _MONTHS[rest[0]], int(rest[1].rstrip("stndrh")), int(rest[2]), 3
    elif len(rest) >= 2 and rest[0] in _MONTHS and _is_year(rest[1]):
        month, year, used = _MONTHS[rest[0]], int(rest[1]), 2
    else:
        return None
    days = calendar.monthrange(year, month)[1]
    if day is not None and not 1 <= day <= days:
        return None
    return (f"{year}-{month:02}-{day or 1:02}", f"{year}-{month:02}-{day or days:02}"), position + used


def _part_of_year(words: Sequence[str], position: int) -> tuple[tuple[str, str], int] | None:
    """Read "early 2025", "the first half of 2025", "Q1 2025", "the summer of 2025"."""
    position += words[position : position + 1] == ["the"]
    for part, (first, last) in _PARTS.items():
        end = position + len(part)
        if tuple(words[position:end]) == part:
            end += words[end : end + 1] in (["of"], ["in"])
            if words[end : end + 1] and _is_year(words[end]):
                year, days = int(words[end]), calendar.monthrange(int(words[end]), last)[1]
                return (f"{year}-{first:02}-01", f"{year}-{last:02}-{days:02}"), end + 1
    return None


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[0] in "12"


def _is_day(word: str) -> bool:
    digits = word.rstrip("stndrh")
    return digits.isdigit() and len(digits) <= 2
