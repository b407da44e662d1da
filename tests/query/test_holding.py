from __future__ import annotations

from datetime import date

import pytest

from app.model import Bounds, Fact, FactTime
from app.query.holding import Holds, holds
from tests.query.sample_graph import INVESTMENT, META, PARTNERSHIP, SCALE, TENURE, fact


def state(start: tuple[str | None, str | None], end: tuple[str | None, str | None]) -> Fact:
    time = FactTime(start=Bounds(earliest=start[0], latest=start[1]), end=Bounds(earliest=end[0], latest=end[1]))
    return fact("f", "Partnership", "partnerOf", {"partner": (META, SCALE)}, time=time)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-31", Holds.NOT),
        ("2020-01-01", Holds.POSSIBLY),
        ("2020-02-01", Holds.SURELY),
        ("2021-03-01", Holds.SURELY),
        ("2021-03-02", Holds.POSSIBLY),
        ("2021-04-01", Holds.POSSIBLY),
        ("2021-04-02", Holds.NOT),
    ],
)
def test_bounds_are_inclusive(day: str, expected: Holds) -> None:
    known = state(("2020-01-01", "2020-02-01"), ("2021-03-01", "2021-04-01"))
    assert holds(known, date.fromisoformat(day)) is expected


def test_a_missing_end_is_not_an_open_one() -> None:
    started = state((None, "2020-02-01"), (None, None))
    assert holds(started, date(2024, 1, 1)) is Holds.POSSIBLY
    assert holds(PARTNERSHIP, date(1900, 1, 1)) is Holds.POSSIBLY


def test_an_event_has_happened_by_a_day() -> None:
    assert holds(INVESTMENT, date(2025, 8, 1)) is Holds.POSSIBLY
    assert holds(INVESTMENT, date(2030, 1, 1)) is Holds.SURELY
    later = fact("f", "Investment", "investedIn", {}, time=FactTime(date=Bounds(earliest="2031-01-01")))
    assert holds(later, date(2030, 12, 31)) is Holds.NOT


def test_a_tenure_that_ended() -> None:
    assert holds(TENURE, date(2025, 8, 1)) is Holds.POSSIBLY
    assert holds(TENURE, date(2025, 9, 2)) is Holds.NOT
