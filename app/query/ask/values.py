"""Finds amounts and times among a question's words."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from app.query.ask.words import Token

_CURRENCIES = {
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",

    "€": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "¥": "JPY", "jpy": "JPY", "yen": "JPY",
}  # fmt: skip
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9, "b": 9, "trillion": 12}
_MONTHS = {name.casefold(): i for i, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.casefold(): i for i, name in enumerate(calendar.month_abbr) if name}
_SIDES = {
    "in": "within", "during": "within", "on": "within", "within": "within", "before": "before", "after": "after",
    "since": "since", "until": "until", "by": "until",
}  # fmt: skip


_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
_COMPARED = {
    ("more", "than"): ">", ("over",): ">", ("above",): ">", ("less", "than"): "<", ("under",): "<", ("below",): "<",
    ("at", "least"): ">=", ("at", "most"): "<=", ("exactly",): "=", ("up", "to"): "<=",
}  # fmt: skip
_FRACTIONS = {
    ("half",): Decimal(50), ("a", "half"): Decimal(50), ("one", "half"): Decimal(50), ("a", "quarter"): Decimal(25),
    ("one", "quarter"): Decimal(25), ("a", "fifth"): Decimal(20), ("a", "tenth"): Decimal(10), ("all",): Decimal(100),
}  # fmt: skip


@dataclass(frozen=True)
class Quantity:
    """An amount of money or a share in percent. `currency` is None for a bare number, `%` for a share."""

    amount: Decimal
    currency: str | None
    side: str = "="


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


def quantity_at(tokens: Sequence[Token], start: int) -> tuple[Quantity, int] | None:
    """The amount that begins at a token, and the token after it.

    >>> from app.query.ask.words import tokenize
    >>> quantity_at(tokenize("15 percent"), 0)
    (Quantity(amount=Decimal('15'), currency='%', side='='), 2)
    """
    words = [token.word for token in tokens]
    for compared, side in _COMPARED.items():
        if tuple(words[start : start + len(compared)]) == compared:
            found = _quantity_at(words, start + len(compared))
            return (replace(found[0], side=side), found[1]) if found else None
    return _quantity_at(words, start)


def _quantity_at(words: Sequence[str], start: int) -> tuple[Quantity, int] | None:
    for parts, share in _FRACTIONS.items():
        if tuple(words[start : start + len(parts)]) == parts and words[start + len(parts) : start + len(parts) + 1] == [
            "of"
        ]:
            return Quantity(share, "%"), start + len(parts)
    position, currency = start, None
    if position < len(words) and words[position] in _CURRENCIES:
        currency = _CURRENCIES[words[position]]
        position += 1
    if position >= len(words) or not (words[position][0].isdigit() or words[position] in _NUMBERS):
        return None
    number, glued = _number(words[position])
    if number is None:
        return None
    position += 1
    scale = _SCALES.get(glued, 0)
    if not glued and position < len(words) and words[position] in _SCALES:
        scale = _SCALES[words[position]]
        position += 1
    if position < len(words) and words[position] in ("%", "percent"):
        return Quantity(number, "%"), position + 1
    if position + 1 < len(words) and words[position : position + 2] == ["per", "cent"]:
        return Quantity(number, "%"), position + 2
    if currency is None and position < len(words) and words[position] in _CURRENCIES:
        currency = _CURRENCIES[words[position]]
        position += 1
    if currency is None and scale == 0:
        return None
    return Quantity(number.scaleb(scale), currency), position


def _number(word: str) -> tuple[Decimal | None, str]:
    if word in _NUMBERS:
        return Decimal(_NUMBERS[word]), ""
    digits = word.rstrip("kmbnilo")
    glued = word[len(digits) :]
    if glued and glued not in _SCALES:
        return None, ""
    try:
        return Decimal(digits.replace(",", "")), glued
    except InvalidOperation:
        return None, ""


def period_at(tokens: Sequence[Token], start: int) -> tuple[Period, int] | None:
    """The condition on time that begins at a token ("in June 2025", "before 2020"), and the token after it.

    >>> from app.query.ask.words import tokenize
    >>> period_at(tokenize("in June 2025"), 0)[0].last
    '2025-06-30'
    """
    words = [token.word for token in tokens]
    if span := _span_at(tokens, words, start):
        return span
    side = {**_SIDES, "from": "since"}.get(words[start]) if start < len(words) else None
    if start < len(words) and words[start] == "of" and (dated := _date(words, start + 1)):
        (first, last), end = dated  # "the round of February 2025"
        return Period("of", first, last, " ".join(token.text for token in tokens[start:end])), end
    if side is None:
        if words[start : start + 2] != ["as", "of"]:
            return None
        side, begin = "as of", start + 2
    else:
        begin = start + 1
    found = _date(words, begin)
    if found is None:
        return None
    (first, last), end = found
    return Period(side, first, last, " ".join(token.text for token in tokens[start:end])), end


def _span_at(tokens: Sequence[Token], words: Sequence[str], start: int) -> tuple[Period, int] | None:
    """Read "between 2004 and 2008", "from 2004 to 2008"."""
    if start >= len(words) or words[start] not in ("between", "from") or not (first := _date(words, start + 1)):
        return None
    (begin, from_), middle = first
    joined = middle < len(words) and words[middle] in ("and", "to", "until", "till", "through")
    second = _date(words, middle + 1) if joined else None
    if second is None or second[0][1] < begin:
        return None
    text = " ".join(token.text for token in tokens[start : second[1]])
    inner = (from_, second[0][0]) if from_ < second[0][0] else None
    return Period("within", begin, second[0][1], text, inner), second[1]


def _date(words: Sequence[str], position: int) -> tuple[tuple[str, str], int] | None:
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


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[0] in "12"


def _is_day(word: str) -> bool:
    digits = word.rstrip("stndrh")
    return digits.isdigit() and len(digits) <= 2
