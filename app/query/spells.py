"""The days on which a fact holds, as intervals: what `holding.holds` says of every day, said once for a slider."""

from __future__ import annotations

from app.model import FactTime, Noun
from app.ontology import load_ontology


class Interval(Noun):
    """Days from the first to the last, both included; None is without limit."""

    first: str | None = None
    last: str | None = None


class Spell(Noun):
    """When a fact possibly holds, and within that when it surely does; `surely` is None where no day is sure."""

    possibly: Interval
    surely: Interval | None


def spell(relation: str, time: FactTime) -> Spell:
    """The spell of a state, or of what follows once an event has happened.

    >>> from app.model import Bounds
    >>> spell("heldRole", FactTime(start=Bounds(latest="2020-05-01"), end=Bounds(latest="2021-01-01"))).possibly.last
    '2021-01-01'
    """
    if load_ontology().situation_of(relation).point_in_time:
        sure = Interval(first=time.date.latest) if time.date.latest else None
        return Spell(possibly=Interval(first=time.date.earliest), surely=sure)
    possibly = Interval(first=time.start.earliest, last=time.end.latest)
    begun, lasting = time.start.latest, time.end.earliest
    sure = Interval(first=begun, last=lasting) if begun and lasting and begun <= lasting else None
    return Spell(possibly=possibly, surely=sure)
