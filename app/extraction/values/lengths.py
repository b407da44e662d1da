"""Finds durations in text ("just two months") and lengths that count back from today ("two years ago").

Where the wording gives no one number ("several years", "two to three years"), or where a length does not last (a rate,
a repetition, an age, a distance from another event), there is no duration.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.extraction.expressions import compile_quick
from app.extraction.values.durations import Duration, Hedge, measure
from app.extraction.values.numbers import GAP, JOIN, NUMBER, parse_number


@dataclass(frozen=True)
class Length:
    """A length where a text states it. With `ago` it counts back from the day of writing and lasts nothing."""

    start: int
    end: int
    unit: str
    duration: Duration
    ago: bool = False


_HEDGES = {
    "just": Hedge.EXACT,
    "only": Hedge.EXACT,
    "merely": Hedge.EXACT,
    "exactly": Hedge.EXACT,
    "about": Hedge.ABOUT,
    "around": Hedge.ABOUT,
    "roughly": Hedge.ABOUT,
    "approximately": Hedge.ABOUT,
    "barely": Hedge.ABOUT,
    "some": Hedge.ABOUT,
    "close to": Hedge.ABOUT,
    "nearly": Hedge.NEARLY,
    "almost": Hedge.NEARLY,
    "not quite": Hedge.NEARLY,
    "just under": Hedge.NEARLY,
    "just short of": Hedge.NEARLY,
    "under": Hedge.BELOW,
    "less than": Hedge.BELOW,
    "fewer than": Hedge.BELOW,
    "up to": Hedge.BELOW,
    "at most": Hedge.BELOW,
    "no more than": Hedge.BELOW,
    "within": Hedge.BELOW,
    "over": Hedge.OVER,
    "just over": Hedge.ABOVE,
    "a little over": Hedge.ABOVE,
    "well over": Hedge.ABOVE,
    "more than": Hedge.ABOVE,
    "at least": Hedge.AT_LEAST,
    "no less than": Hedge.AT_LEAST,
    "upwards of": Hedge.AT_LEAST,
}
_TAILS = {"or so": Hedge.ABOUT, "or more": Hedge.AT_LEAST, "or less": Hedge.BELOW}
_HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}

_HEDGE = "|".join(sorted((words.replace(" ", GAP) for words in _HEDGES), key=len, reverse=True))
_LENGTH = compile_quick(
    rf"""(?<![\w.,/$€£¥₹½-])
    (?:(?P<hedge>{_HEDGE}){GAP})?
    (?P<frame>(?:the{GAP})?(?:past|last|first){GAP})?
    (?P<length>
        (?:(?P<couple>(?:a{GAP})?couple{GAP}of)|(?P<number>{NUMBER})|(?P<one>an?))
        (?:{GAP}(?:full|whole))?{JOIN}
        (?P<unit>day|week|fortnight|month|quarter(?!s?{GAP}of\b)|year|decade|centur(?=y|ies))(?:s|y|ies)?(?![\w-])
        (?:{GAP}and{GAP}a{GAP}(?P<half>half|quarter)\b)?
    )
    (?:{GAP}(?P<tail>or{GAP}(?:so|more|less))\b)?""",
    re.IGNORECASE | re.VERBOSE,
)

# What stands before or after a length that does not last: a rate, a repetition, a time to come, half of a range, an
# age, the distance between two events.
_REFUSED_BEFORE = re.compile(
    rf"""(?:\b(?:every|each|per|next|coming|following|another|further|aged|twice|once|times|(?:{NUMBER}){GAP}(?:to|or)
    |between{GAP}(?:{NUMBER}){GAP}and)\s{{1,4}}|[0-9a-z]\s?[–—])$""",
    re.IGNORECASE | re.VERBOSE,
)
_NEXT_WORD = re.compile(
    rf"""(?:['’]?{GAP}(?:(?P<ago>ago)|(?P<before>before)
    |earlier|later|prior|previously|beforehand|afterwards?|after|old|older|younger|ahead|behind|away|apart|early|late|he
    nce |from{GAP}(?:now|today)|(?:an?|per|every|each){GAP}(?:week|month|year|day)|running)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
# "A year" is a rate or a date ("twice a year", "a year earlier") unless the word before says that it lasts.
_LASTS = re.compile(
    r"\b(?:after|for|in|full|whole|spent|last(?:s|ed|ing)|took|takes|stayed|served)\s{1,4}$", re.IGNORECASE
)
_LASTS_BEFORE = re.compile(r"\b(?:for|spent|worked|stayed|served|lasted)\s{1,4}$", re.IGNORECASE)
_LOOK_BACK, _LOOK_AHEAD = 48, 24


def find_lengths(text: str) -> Iterator[Length]:
    """The durations that a text states, and the lengths that lead back from the day of writing.

    >>> [found.duration for found in find_lengths("She left after just two months.")]
    [Duration(iso='P2M', min_days=45, max_days=77)]
    """
    for match in _LENGTH.finditer(text):
        after = _NEXT_WORD.match(text, match.end(), match.end() + _LOOK_AHEAD)
        ago = bool(after and after["ago"])
        if not _lasts(match, after):
            continue
        unit = "century" if match["unit"].lower() == "centur" else match["unit"].lower()
        duration = measure(_number(match), unit, _hedge(match))
        if duration is not None:
            yield Length(_start(match), after.end() if after and ago else match.end(), unit, duration, ago)


def _lasts(match: re.Match[str], after: re.Match[str] | None) -> bool:
    """Whether the length is one that something lasted, or that has passed since."""
    before = match.string[max(0, match.start() - _LOOK_BACK) : match.start()]
    if _REFUSED_BEFORE.search(before) or (match["number"] or "").lower() == "half":
        return False
    if after:
        return bool(after["ago"] or (after["before"] and _LASTS_BEFORE.search(before)))
    single = match["one"] or (match["number"] or "").lower() == "one"
    framed = match["hedge"] or match["frame"] or match["half"] or match["tail"] or "-" in match["length"]
    unit = match["unit"].lower()
    if match["one"] and unit == "quarter":
        return False
    # By itself, as a claim's duration is read again from its own words, it can only be a duration.
    alone = match[0] == match.string
    return not single or bool(framed or alone or _LASTS.search(before)) or unit in ("decade", "centur")


def _start(match: re.Match[str]) -> int:
    """Where the length begins: with its hedge, but without the frame of "over the past two years"."""
    return match.start("hedge") if match["hedge"] and not match["frame"] else match.start("length")


def _hedge(match: re.Match[str]) -> Hedge:
    """What the words around the number make of it."""
    if match["tail"]:
        return _TAILS[" ".join(match["tail"].lower().split())]
    if match["couple"]:
        return Hedge.ABOUT
    if match["frame"] or not match["hedge"]:
        return Hedge.EXACT
    return _HEDGES[" ".join(match["hedge"].lower().split())]


def _number(match: re.Match[str]) -> Decimal:
    """How many units."""
    number = Decimal(2) if match["couple"] else parse_number(match["number"] or match["one"])
    return number + _HALVES[match["half"].lower()] if match["half"] else number
