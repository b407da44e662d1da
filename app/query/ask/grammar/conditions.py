"""Reads a question with a condition on time that is itself an event: "who left Pelm when Acme took over"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model import Bounds, Fact
from app.query.ask.grammar.reading import Reading, Situation
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import Token

_SIDES = {"when": "within", "while": "within", "before": "before", "after": "after", "since": "since", "until": "until"}
_SIDES |= {"once": "after", "as": "within", "till": "until"}


@dataclass(frozen=True)
class Condition:
    """The question, the event that it depends on, and how the two lie in time."""

    main: Sequence[Token]
    event: Sequence[Token]
    side: str


def conditions(tokens: Sequence[Token]) -> list[Condition]:
    """Every way to take a condition off the end of a question.

    >>> from app.query.ask.lexical.words import tokenize
    >>> [found.side for found in conditions(tokenize("Who left Pelm when Acme took over?"))]
    ['within']
    """
    return [
        Condition(tokens[:i], tokens[i + 1 :], _SIDES[token.word])
        for i, token in enumerate(tokens)
        if token.word in _SIDES and 2 < i < len(tokens) - 2
    ]


def period_of(facts: Sequence[Fact], condition: Condition) -> Period | None:
    """The days that the event certainly lies in; None if they are not known, or if there were several such events."""
    points = {(point.earliest, point.latest) for fact in facts for point in [_point(fact)]}
    if len(points) != 1:
        return None
    first, last = points.pop()
    if first is None or last is None:
        return None
    return Period(condition.side, first, last, " ".join(token.text for token in condition.event))


def _point(fact: Fact) -> Bounds:
    return fact.time.date if fact.time.date.earliest else fact.time.start


def within(reading: Reading, period: Period) -> Reading | None:
    """The reading with the condition on its situation."""

    def placed(situation: Situation) -> Situation:
        return replace(situation, periods=(*situation.periods, period))

    if reading.situation is not None:
        return replace(reading, situation=placed(reading.situation))
    focus = reading.focus
    if focus is None:
        return None
    if focus.event is not None:
        return replace(reading, focus=replace(focus, event=placed(focus.event)))
    if focus.roles:
        *others, (slot, situation) = focus.roles
        return replace(reading, focus=replace(focus, roles=(*others, (slot, placed(situation)))))
    return None
