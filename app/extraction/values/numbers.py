"""Numbers as articles write them: 1,250, 14.3, eighteen, two hundred and fifty, two-and-a-half, half a."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        start=1,
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SMALL = _UNITS | _TENS
_FRACTION_SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_FRACTIONS = {"half": Decimal("0.5"), "three quarters": Decimal("0.75"), "quarter": Decimal("0.25")}

# Gaps are bounded so that a page of blanks costs no more than a page of words.
GAP = r"\s{1,4}"
JOIN = rf"(?:{GAP}|-)"

# A figure that goes on after its digits (1,5 or 1.2.3) is not the figure that its first digits say.
FIGURE = (
    r"(?:[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3}){1,5}(?:\.[0-9]{1,6})?|[0-9]{1,15}(?:\.[0-9]{1,6})?[½¼¾]?|[½¼¾])"
    r"(?![0-9½¼¾]|[.,][0-9])"
)
_UNIT_WORD = "|".join(sorted(_UNITS, key=len, reverse=True))
_TENS_WORD = rf"(?:{'|'.join(_TENS)})(?:{JOIN}(?:{_UNIT_WORD}))?"
_BELOW_HUNDRED = rf"(?:{_TENS_WORD}|{_UNIT_WORD})"
_WORDS = rf"(?:(?:{_UNIT_WORD}|an?){GAP}hundred(?:{GAP}(?:and{GAP})?{_BELOW_HUNDRED})?|{_BELOW_HUNDRED})"
_AND_FRACTION = rf"(?:{JOIN}and{JOIN}(?:a{JOIN}(?:half|quarter)|three{JOIN}quarters))"
_PART_OF_ONE = rf"(?:half{JOIN}an?|an?{GAP}(?:half|quarter){GAP}of{GAP}an?|three{JOIN}quarters{GAP}of{GAP}an?|half)"

# Never bare "a": whoever allows it adds it.
NUMBER = rf"(?:{FIGURE}|{_PART_OF_ONE}|{_WORDS}{_AND_FRACTION}?)"
"""A number, figures or words, as a regular expression without groups (for use with `re.IGNORECASE`)."""

_SEPARATORS = re.compile(r"(?<=[0-9])[,\u00a0\u202f](?=[0-9]{3})")


def parse_number(text: str) -> Decimal:
    """The value of a text that `NUMBER` matched; plain "a" is one.

    >>> parse_number("1,250"), parse_number("two-and-a-half"), parse_number("half a")
    (Decimal('1250'), Decimal('2.5'), Decimal('0.5'))
    """
    if text[0] in "0123456789½¼¾":
        return _figure(_SEPARATORS.sub("", text))
    words = " ".join(text.lower().replace("-", " ").split())
    whole, _, last = words.rpartition(" and ")
    fraction = _FRACTIONS.get(last.removeprefix("a "))
    if whole and fraction is not None:
        return _count(whole) + fraction
    return next((part for name, part in _FRACTIONS.items() if name in words), None) or Decimal(_count(words) or 1)


def _figure(text: str) -> Decimal:
    """Digits, a fraction sign, or both."""
    sign = _FRACTION_SIGNS.get(text[-1])
    return Decimal(text) if sign is None else Decimal(text[:-1] or 0) + sign


def _count(words: str) -> int:
    """Number words below a thousand."""
    total = 0
    for word in words.split():
        total = max(total, 1) * 100 if word == "hundred" else total + _SMALL.get(word, 0)
    return total
