"""Finds amounts of money and percentages in text, exactly as stated.

An amount needs a number and a currency; "about" and "up to" do not change it, and vague ones ("tens of millions of
dollars") are none. A range ("$10-12 million", "between $10m and $12m") is no single amount, so it gives none either;
"from $10m to $12m" is two amounts. A bare "crore" or "lakh" is rupees where it counts nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from app.extraction.expressions import compile_quick
from app.extraction.values.currencies import CODES, LETTERS, NAMES, NEED_SCALE, SIGNS
from app.extraction.values.numbers import FIGURE, GAP, JOIN, NUMBER, parse_number
from app.model import Money


@dataclass(frozen=True)
class FoundMoney:
    """An amount where a text states it, in units of its currency."""

    start: int
    end: int
    money: Money


@dataclass(frozen=True)
class FoundPercent:
    """A percentage where a text states it."""

    start: int
    end: int
    percent: Decimal


_SCALES = {
    10**3: "thousand k",
    10**5: "lakh lakhs lac lacs",
    10**6: "million mn mln mio mm m",
    10**7: "crore crores cr",
    10**9: "billion bn bln b",
    10**12: "trillion trn tn",
}
_SCALE_OF = {word: scale for scale, words in _SCALES.items() for word in words.split()}


def _alternatives(words: Iterable[str]) -> str:
    """A pattern for any of these: the longest first, with blanks of any kind between their words."""
    return "|".join(re.escape(word).replace(r"\ ", GAP) for word in sorted(words, key=len, reverse=True))


_SCALE = rf"(?i:{_alternatives(_SCALE_OF)})"
_SIGN = _alternatives(SIGNS)
_CODE = _alternatives(CODES)
# 1,5 million is a decimal comma; 1,5 alone may be anything.
_AMOUNT = rf"(?:{FIGURE}|[0-9]{{1,3}},[0-9]{{1,2}}(?=(?:{GAP})?{_SCALE}\b))"
_SPACE = r"[\s]?"
_LEFT = r"(?<![\w.,])"
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
_CURRENCY_OF = {name.lower(): code for name, code in NAMES.items()}

_MARKED = compile_quick(
    rf"{_LEFT}(?:(?P<code>{_CODE}){_SPACE}\$?|(?P<sign>{_SIGN})){_SPACE}(?P<number>{_AMOUNT})"
    rf"(?:(?:{_SPACE}|-)(?P<scale>{_SCALE})\b)?(?!%)"
)
_NAMED = compile_quick(
    rf"(?<![\w.,$€£¥₹])(?P<number>{_AMOUNT}|(?i:{NUMBER}|an?))(?:(?:{JOIN})?(?P<scale>{_SCALE})\b)?"
    rf"(?:{JOIN}(?P<name>(?i:{_alternatives(NAMES)}))|{_SPACE}(?:(?P<code>{_CODE})|(?P<sign>[€£¥₹]|kr)))(?!\w)"
)
_INDIAN = compile_quick(
    rf"(?<![\w.,$€£¥₹])(?P<number>{_AMOUNT}|(?i:{NUMBER}))(?:{JOIN})?(?P<scale>(?i:lakhs?|crores?))\b"
    rf"(?=[.,;:)!?'\"”’]|\s*$|{GAP}(?:in|from|to|at|for|by|on|and|as|into|last|this|through|during|with|round|investment|funding"
    rf"|deal|stake|valuation|loan|each|per|a|after|over|which|while|but|or)\b)"
)

_CURRENCY = re.compile(rf"(?:{_CODE}|{_SIGN})\s?\$?")

# The other half of a range, before or after an amount.
_MARK = rf"(?:{_CODE}|{_SIGN})\s?"
_TO = rf"(?:\s?[-–—]\s?|{GAP}(?:to|or){GAP})"
_MARKED_BEFORE = re.compile(rf"{_MARK}{FIGURE}(?:[\s-]?{_SCALE})?{_TO}$")
_NUMBER_BEFORE = re.compile(rf"(?:[0-9]|\b(?i:{NUMBER}))(?:[\s-]?{_SCALE})?{_TO}$")
_RANGE_AFTER = re.compile(rf"\s?[-–—]\s?(?:{_MARK})?[0-9]|{GAP}(?:to|or){GAP}(?:{_MARK}[0-9]|{FIGURE}[\s-]?{_SCALE}\b)")
_FROM = re.compile(r"\bfrom\s(?:about\s|around\s)?(?:[^.;]{1,28}\sto\s)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s(?:about\s|around\s)?(?:[^;]{1,28}\sand\s)?$", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:tens|dozens|hundreds|thousands|several|few|many|multi)(?:\sof)?[\s-]$", re.IGNORECASE)
_LOOK_BACK, _LOOK_AHEAD = 48, 32


def find_money(text: str, offset: int = 0) -> list[FoundMoney]:
    """The amounts that a text states, in order and disjoint.

    >>> find_money("a $14.3 billion stake")[0].money
    Money(amount=Decimal('14300000000'), currency='USD', text='$14.3 billion')
    """
    matches = [match for pattern in (_MARKED, _NAMED, _INDIAN) for match in pattern.finditer(text)]
    found: list[FoundMoney] = []
    end = 0
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        money = _money(match) if match.start() >= end else None
        if money is not None:
            end = match.end()
            found.append(FoundMoney(match.start() + offset, end + offset, money))
    return found


def is_currency(text: str) -> bool:
    """Whether a text is the sign or code of a currency, perhaps with figures: "S$", "NKr", "R$24"."""
    return _CURRENCY.fullmatch(text.rstrip("0123456789.,")) is not None


def _money(match: re.Match[str]) -> Money | None:
    """The amount, unless its words are vague, half of a range, or mean something else."""
    groups = match.groupdict()
    name = " ".join((groups.get("name") or "").lower().split())
    words, scale = match["number"], _SCALE_OF[match["scale"].lower()] if match["scale"] else 1
    if scale == 1 and (name in NEED_SCALE or groups.get("sign") in LETTERS or words.lower() in ("a", "an", "half")):
        return None
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _VAGUE.search(before) or _is_half_of_range(match, before, marked=match.re is _MARKED):
        return None
    return Money(amount=_plain(_decimal(words) * scale), currency=_currency(groups, name), text=match[0])


def _is_half_of_range(match: re.Match[str], before: str, *, marked: bool) -> bool:
    """Whether the amount is the lower or upper end of a range. "From $10m to $12m" is a change, not a range."""
    if _BETWEEN.search(before):
        return True
    other = (_MARKED_BEFORE if marked else _NUMBER_BEFORE).search(before) or _RANGE_AFTER.match(
        match.string, match.end(), match.end() + _LOOK_AHEAD
    )
    return bool(other) and not _FROM.search(before)


def _currency(groups: Mapping[str, str | None], name: str) -> str | None:
    """ISO 4217, or None for a name that several currencies share."""
    if name:
        return _CURRENCY_OF[name]
    if groups.get("code"):
        return CODES[groups["code"] or ""]
    return SIGNS[groups["sign"] or ""] if groups.get("sign") else "INR"


def _decimal(words: str) -> Decimal:
    """The number, with a comma read as a decimal one where no thousands follow it."""
    return Decimal(words.replace(",", ".")) if _DECIMAL_COMMA.fullmatch(words) else parse_number(words)


def _plain(amount: Decimal) -> Decimal:
    """The same amount without trailing zeros or exponent."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


# --- percentages
# --------------------------------------------------------------------------------------------------------

_PERCENT = compile_quick(
    rf"(?<![\w.,/$€£¥₹-])(?P<number>(?i:{NUMBER}))(?:\s?%|(?:{JOIN})(?i:per\s?cent|pct)\b)(?![\w%])(?!\s?[-–—]\s?[0-9])"
)
_PERCENT_BEFORE = re.compile(rf"(?:[0-9]|\b(?i:{NUMBER}))(?:\s?%|\sper\s?cent)?{_TO}$")
_PERCENT_AFTER = re.compile(rf"{GAP}(?:to|or){GAP}(?i:{NUMBER})(?:\s?%|\sper\s?cent)")
# A fraction is a share only where the words say of what: "a third of the shares", never "a third party".
_SHARE = re.compile(
    rf"\b(?P<count>an?|one|two|three){JOIN}(?P<part>third|quarter|fifth|tenth)s?"
    rf"(?=\Z|{GAP}of{GAP}(?!an?\b)[^\W\d]|(?:{GAP}|-)(?:stake|share|interest|holding|shareholding|ownership)\b)",
    re.IGNORECASE,
)
_PARTS = {"third": 3, "quarter": 4, "fifth": 5, "tenth": 10}
_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}


def find_percents(text: str, offset: int = 0) -> list[FoundPercent]:
    """The percentages that a text states, in order; a share given as a fraction is rounded to two decimals.

    >>> [str(found.percent) for found in find_percents("from 49 percent to a two-thirds stake")]
    ['49', '66.67']
    """
    found = [FoundPercent(match.start() + offset, match.end() + offset, share) for match, share in _percents(text)]
    return sorted(found, key=lambda percent: percent.start)


def _percents(text: str) -> Iterator[tuple[re.Match[str], Decimal]]:
    for match in _PERCENT.finditer(text):
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        ranged = _PERCENT_BEFORE.search(before) or _PERCENT_AFTER.match(text, match.end(), match.end() + _LOOK_AHEAD)
        if not _BETWEEN.search(before) and (not ranged or _FROM.search(before)):
            yield match, _plain(parse_number(match["number"]))
    for match in _SHARE.finditer(text):
        share = Decimal(100 * _COUNTS[match["count"].lower()]) / _PARTS[match["part"].lower()]
        if share <= 100:
            yield match, _plain(share.quantize(Decimal("0.01")))
