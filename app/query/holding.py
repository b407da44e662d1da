"""Whether a fact holds on a day: surely, possibly, or surely not. What is not known never rules a day out."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from app.model import Bounds, Fact
from app.ontology import load_ontology


class Holds(StrEnum):
    """The three answers that bounds can give."""

    SURELY = "surely"
    POSSIBLY = "possibly"
    NOT = "not"


def holding(facts: Iterable[Fact], day: date | None) -> list[Fact]:
    """The facts but for those that surely do not hold on the day; all of them if no day is given."""
    return [fact for fact in facts if day is None or holds(fact, day) is not Holds.NOT]


def holds(fact: Fact, day: date) -> Holds:
    """Whether a state lasts on the day, or an event has happened by it.

    A missing end is unknown, so that a state without one possibly holds for ever after.
    """
    time = fact.time
    if load_ontology().situation_of(fact.relation).point_in_time:
        return _by(time.date, day)
    begun, over = _by(time.start, day), _before(time.end, day)
    if begun is Holds.NOT or over is Holds.SURELY:
        return Holds.NOT
    return Holds.SURELY if begun is Holds.SURELY and over is Holds.NOT else Holds.POSSIBLY


def _by(point: Bounds, day: date) -> Holds:
    """Whether a point in time lies on or before a day."""
    if point.earliest and date.fromisoformat(point.earliest) > day:
        return Holds.NOT
    return Holds.SURELY if point.latest and date.fromisoformat(point.latest) <= day else Holds.POSSIBLY


def _before(point: Bounds, day: date) -> Holds:
    """Whether a point in time lies before a day; the last day of a state is still one of its days."""
    if point.earliest and date.fromisoformat(point.earliest) >= day:
        return Holds.NOT
    return Holds.SURELY if point.latest and date.fromisoformat(point.latest) < day else Holds.POSSIBLY
