"""Finds amounts of money and shares among a question's words, with what they are a bound of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from app.query.ask.lexical.words import Token

NUMBER_SLOTS = frozenset({"amount", "percent", "valuation"})
"""The slots of situations that hold a number."""
SHARE = "%"
"""Stands in place of a currency where a number is a share."""
RANGE = "within"
"""The side of a range, both ends of which belong to it."""
_CURRENCIES = {
    "$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD", "€": "EUR", "eur": "EUR", "euro": "EUR",
    "euros": "EUR", "£": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP", "¥": "JPY",
    "jpy": "JPY", "yen": "JPY", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "inr": "INR", "rupee": "INR",
    "rupees": "INR", "cny": "CNY", "yuan": "CNY", "renminbi": "CNY", "krw": "KRW", "won": "KRW", "cad": "CAD",
    "aud": "AUD", "brl": "BRL", "zar": "ZAR", "rand": "ZAR", "pln": "PLN", "zloty": "PLN", "zlotys": "PLN",
}  # fmt: skip
_SCALES = {"thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "billion": 9, "bn": 9, "b": 9, "trillion": 12}
_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten eleven twelve".split(), range(1, 13), strict=True)
)
_NUMBERS |= {"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "hundred": 100}
BOUNDS: dict[tuple[str, ...], str] = {
    tuple(words.split()): side
    for side, phrases in {
        ">": "more than|over|above|greater than|larger than|bigger than|higher than|in excess of|exceeding|north of"
        "|topping|beyond",
        ">=": "at least|no less than|not less than|no fewer than|not under|not below|upwards of|a minimum of"
        "|minimum of",
        "<": "less than|under|below|smaller than|lower than|fewer than|short of|south of",
        "<=": "at most|up to|no more than|not more than|not over|not above|not exceeding|a maximum of|maximum of"
        "|as much as",
        "=": "exactly",
    }.items()
    for words in phrases.split("|")
}
"""What words before a number make of it, in questions and in articles alike."""
_FRACTIONS = {
    ("half",): Decimal(50), ("a", "half"): Decimal(50), ("one", "half"): Decimal(50), ("a", "quarter"): Decimal(25),
    ("one", "quarter"): Decimal(25), ("a", "third"): Decimal(100) / 3, ("one", "third"): Decimal(100) / 3,
    ("a", "fifth"): Decimal(20), ("a", "tenth"): Decimal(10), ("all",): Decimal(100),
}  # fmt: skip
_MAJORITIES = (("the", "majority"), ("a", "majority"), ("majority",), ("most",), ("the", "bulk"))


@dataclass(frozen=True)
class Quantity:
    """An amount of money or a share in percent. `currency` is None for a bare number, `%` for a share.

    `side` says which numbers are meant: this one, those beyond it, or, of a range, those from it to `most`.
    """

    amount: Decimal
    currency: str | None
    side: str = "="
    most: Decimal | None = None

    @property
    def compares(self) -> bool:
        """Whether it is a bound that numbers are held against, and no number by itself."""
        return self.side != "="


def quantity_at(tokens: Sequence[Token], start: int) -> tuple[Quantity, int] | None:
    """The amount that begins at a token, and the token after it.

    >>> from app.query.ask.lexical.words import tokenize
    >>> quantity_at(tokenize("15 percent"), 0)
    (Quantity(amount=Decimal('15'), currency='%', side='=', most=None), 2)
    """
    words = [token.word for token in tokens]
    for compared, side in BOUNDS.items():
        if tuple(words[start : start + len(compared)]) == compared:
            found = _quantity_at(words, start + len(compared))
            return (replace(found[0], side=side), found[1]) if found else None
    return _range_at(words, start) or _quantity_at(words, start)


@dataclass(frozen=True)
class _Figure:
    """A number as it is written: what scales it and its currency are None where nothing is said."""

    number: Decimal
    scale: int | None
    currency: str | None
    end: int

    @property
    def quantity(self) -> Quantity | None:
        """The amount; None for a bare number, which counts something else."""
        if self.currency is None and self.scale is None:
            return None
        return Quantity(self.number.scaleb(self.scale or 0), self.currency)


def _range_at(words: Sequence[str], start: int) -> tuple[Quantity, int] | None:
    """Read "between $1bn and $2bn", "from 10 to 20 percent" and "£10m-20m", of which the dash is no word."""
    opened = start < len(words) and words[start] in ("between", "from")
    low = _figure_at(words, start + opened)
    if low is None:
        return None
    joined = words[low.end : low.end + 1] in (["and"], ["to"])
    high = _figure_at(words, low.end + joined)
    top = high.quantity if high else None  # the unit of money may stand before the lower end alone
    if high is None or top is None or (joined and not opened and words[low.end] == "and"):
        return None
    # What the upper end alone says is said of the lower one too: "1 to 2 billion euros".
    scale = high.scale if low.scale is None else low.scale
    least = low.number.scaleb(scale or 0)
    if least >= top.amount or (low.currency and high.currency and low.currency != high.currency):
        return None
    return Quantity(least, high.currency or low.currency, RANGE, top.amount), high.end


def _quantity_at(words: Sequence[str], start: int) -> tuple[Quantity, int] | None:
    if share := _share_at(words, start):
        return share
    figure = _figure_at(words, start)
    quantity = figure.quantity if figure else None
    return (quantity, figure.end) if figure and quantity else None


def _figure_at(words: Sequence[str], start: int) -> _Figure | None:
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
    scale = _SCALES.get(glued)
    if not glued and position < len(words) and words[position] in _SCALES:
        scale = _SCALES[words[position]]
        position += 1
    if position < len(words) and words[position] in ("%", "percent"):
        return _Figure(number, scale, SHARE, position + 1)
    if words[position : position + 2] == ["per", "cent"]:
        return _Figure(number, scale, SHARE, position + 2)
    if currency is None and position < len(words) and words[position] in _CURRENCIES:
        currency = _CURRENCIES[words[position]]
        position += 1
    return _Figure(number, scale, currency, position)


def _share_at(words: Sequence[str], start: int) -> tuple[Quantity, int] | None:
    """Read "half of", "the majority of"."""
    shares = {parts: Quantity(share, SHARE) for parts, share in _FRACTIONS.items()}
    shares |= {parts: Quantity(Decimal(50), SHARE, ">") for parts in _MAJORITIES}
    found = (parts for parts in shares if tuple(words[start : start + len(parts) + 1]) == (*parts, "of"))
    parts = next(found, None)
    return (shares[parts], start + len(parts)) if parts else None


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
