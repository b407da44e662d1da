"""Holds the numbers of facts against the bound that a question gives, as closely as the articles state them.

What an article puts as "about $30 million" or "more than $30 million" is known within bounds only, so that it may be
neither sure to lie beyond a number nor sure not to. Currencies are never converted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from app.extraction.values.money import find_money, find_percents
from app.model import Claim, Fact
from app.query.ask.lexical.quantities import BOUNDS, RANGE, SHARE, Quantity
from app.query.ask.lexical.words import DETERMINERS, spelt_tokens

ELSEWHERE, UNSTATED = "in another currency", "not stated"
"""Sides of a quantity for what is not compared: other currencies, and facts with no such number."""
_ABOUT, _NEARLY, _JUST_OVER = "about", "nearly", "just over"
_HEDGES = BOUNDS | {
    tuple(words.split()): side
    for side, phrases in {
        _ABOUT: "about|around|roughly|approximately|some|circa|an estimated|estimated|estimated at|close to|in the"
        " region of|in the order of|up to about|an approximate",
        _NEARLY: "nearly|almost|just under|just below|a little under|a little less than|slightly less than"
        "|slightly under|close on",
        _JUST_OVER: "just over|just above|a little over|a little more than|slightly more than|slightly over",
    }.items()
    for words in phrases.split("|")
}
"""What words before a number make of it in an article."""
_BEHIND = {("or", "more"): ">=", ("plus",): ">=", ("or", "so"): _ABOUT, ("or", "less"): "<="}
_NEAR = Decimal("0.1")
"""So far, as a share of it, "about" a number is taken to reach."""
_REACH = 2
"""What is "more than" half a bound at most, or less than twice it, is worth a word; beyond that nobody would doubt."""
_LONGEST_HEDGE = max(map(len, _HEDGES))
_LOOK_BEFORE, _LOOK_BEHIND = 80, 20


class Verdict(Enum):
    """Whether a number is as a question wants it."""

    YES = "yes"
    NO = "no"
    OPEN = "open"
    """Known too loosely to tell."""
    DISPUTED = "disputed"
    """By what some sources give it is, by what others give it is not."""


@dataclass(frozen=True)
class _Span:
    """All numbers that a stated one may be; None is no limit, and a strict end does not belong to it."""

    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False

    def within(self, other: _Span) -> bool:
        """Whether every number of this span is one of the other's."""
        low = other.low is None or (
            self.low is not None
            and (self.low > other.low or (self.low == other.low and (self.above or not other.above)))
        )
        high = other.high is None or (
            self.high is not None
            and (self.high < other.high or (self.high == other.high and (self.below or not other.below)))
        )
        return low and high

    def apart(self, other: _Span) -> bool:
        """Whether no number is of both."""
        return _ends_before(self, other) or _ends_before(other, self)


def _ends_before(left: _Span, right: _Span) -> bool:
    if left.high is None or right.low is None:
        return False
    return left.high < right.low or (left.high == right.low and (left.below or right.above))


def nearby(wanted: Quantity) -> Quantity:
    """The stated numbers that can be as a question wants them, or that come near enough for a doubt."""
    if wanted.side == RANGE and wanted.most is not None:
        return replace(wanted, amount=wanted.amount / _REACH, most=wanted.most * _REACH)
    if wanted.side in (">", ">="):
        return replace(wanted, amount=wanted.amount / _REACH, side=">=")
    return replace(wanted, amount=wanted.amount * _REACH, side="<=")


def judged(fact: Fact, slot: str, wanted: Quantity, claims: Sequence[Claim]) -> Verdict:
    """Whether a fact's number is as a question wants it, by the words of the claims that support the fact."""
    currencies = fact.slots.get("currency", ())
    if wanted.currency not in (None, SHARE) and currencies != (wanted.currency,):
        return Verdict.DISPUTED if wanted.currency in currencies else Verdict.NO
    asked = _span(wanted.side, wanted.amount, wanted.most)
    verdicts = {
        value: {_verdict(_span(hedge, Decimal(value)), asked) for hedge in _hedges(value, slot, claims) or {"="}}
        for value in fact.slots.get(slot, ())
    }
    found = set().union(*verdicts.values())
    if len(found) == 1:
        return found.pop()
    each = {next(iter(own)) if len(own) == 1 else Verdict.OPEN for own in verdicts.values()}
    return Verdict.DISPUTED if {Verdict.YES, Verdict.NO} <= each else Verdict.OPEN


def _verdict(stated: _Span, asked: _Span) -> Verdict:
    return Verdict.YES if stated.within(asked) else Verdict.NO if stated.apart(asked) else Verdict.OPEN


def _span(side: str, number: Decimal, most: Decimal | None = None) -> _Span:
    """The numbers that a bound leaves open."""
    near = number * _NEAR
    match side:
        case ">" | ">=":
            return _Span(number, None, above=side == ">")
        case "<" | "<=":
            return _Span(None, number, below=side == "<")
        case "about":
            return _Span(number - near, number + near)
        case "nearly":
            return _Span(number - near, number, below=True)
        case "just over":
            return _Span(number, number + near, above=True)
        case _:
            return _Span(number, number if most is None else most)


def stated(fact: Fact, slot: str, claims: Sequence[Claim]) -> list[str]:
    """The words that articles put a fact's number in, with what they make of it: "more than $30 million"."""
    found = (put.words for value in fact.slots.get(slot, ()) for put in _all_put(value, slot, claims))
    return list(dict.fromkeys(found))


@dataclass(frozen=True)
class _Put:
    """How an article puts a number: as a bound of what it is, or as it is; and in what words."""

    side: str
    words: str


def _hedges(value: str, slot: str, claims: Sequence[Claim]) -> set[str]:
    return {put.side for put in _all_put(value, slot, claims)}


def _all_put(value: str, slot: str, claims: Sequence[Claim]) -> Iterator[_Put]:
    """How the claims that give a number put it, wherever their evidence has it."""
    for claim in claims:
        if claim.qualifiers.get(slot) == value:
            for span in claim.evidence:
                for start, end in _places(span.text, slot, Decimal(value)):
                    yield _put(span.text, start, end)


def _places(text: str, slot: str, number: Decimal) -> Iterator[tuple[int, int]]:
    if slot == "percent":
        yield from ((share.start, share.end) for share in find_percents(text) if share.percent == number)
    else:
        yield from ((found.start, found.end) for found in find_money(text) if found.money.amount == number)


def _put(text: str, start: int, end: int) -> _Put:
    """What the words before and behind a number make of it."""
    behind = spelt_tokens(text[end : end + _LOOK_BEHIND])
    for phrase, side in _BEHIND.items():
        if tuple(token.word for token in behind[: len(phrase)]) == phrase:
            return _Put(side, text[start : end + behind[len(phrase) - 1].end])
    if text[end : end + 1] == "+":
        return _Put(">=", text[start : end + 1])
    offset = max(0, start - _LOOK_BEFORE)
    before = spelt_tokens(text[offset:start])
    while before and before[-1].word in DETERMINERS - {"some"}:
        before.pop()
    for length in range(min(_LONGEST_HEDGE, len(before)), 0, -1):
        if hedge := _HEDGES.get(tuple(token.word for token in before[-length:])):
            return _Put(hedge, text[offset + before[-length].start : end])
    return _Put("=", text[start:end])
