"""A spell says of every day what `holds` says."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model import Bounds, Fact, FactTime, Status
from app.ontology import load_ontology
from app.query.holding import Holds, holds
from app.query.spells import Interval, spell

FIRST = date(2020, 1, 1)
days = st.integers(0, 20).map(lambda number: (FIRST + timedelta(days=number)).isoformat())


@st.composite
def bounds(draw: st.DrawFn) -> Bounds:
    """Bounds as the timeline gives them: either may be missing, and the earliest is not after the latest."""
    first, last = sorted((draw(days), draw(days)))
    return Bounds(earliest=draw(st.sampled_from([first, None])), latest=draw(st.sampled_from([last, None])))


@given(st.sampled_from(["heldRole", "acquired", "foundingDate"]), bounds(), bounds(), bounds(), days)
def test_a_spell_agrees_with_holding(relation: str, start: Bounds, end: Bounds, point: Bounds, day: str) -> None:
    time = FactTime(start=start, end=end, date=point)
    type_ = load_ontology().relations[relation].situation
    fact = Fact(id="f", type=type_, relation=relation, slots={}, status=Status.ASSERTED, realised=True, time=time)
    found = spell(relation, time)
    expected = holds(fact, date.fromisoformat(day))
    assert within(found.possibly, day) == (expected is not Holds.NOT)
    assert (found.surely is not None and within(found.surely, day)) == (expected is Holds.SURELY)


def within(interval: Interval, day: str) -> bool:
    return (interval.first is None or interval.first <= day) and (interval.last is None or day <= interval.last)
