"""Bounds from constraints: never tighter than what was said, and contradictions found."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from app.resolution.timeline import Constraint, Ground, apart, not_after, not_before, solve


def test_two_months_before_a_known_end_bound_the_start() -> None:
    constraints = [
        not_after("end", "2025-09-01", Ground("metadata", "told on 2025-09-01")),
        *apart("start", "end", 45, 77, Ground("stated", "two months")),
    ]
    start = solve(["start", "end"], constraints).bounds["start"]
    assert (start.earliest, start.latest) == (None, "2025-07-18")
    assert start.because == ("told on 2025-09-01 (metadata)", "two months (stated)")


def test_without_an_anchor_nothing_is_bounded() -> None:
    bounds = solve(["start", "end"], apart("start", "end", 45, 77, Ground("stated", "two months"))).bounds
    assert all(bound.earliest is None and bound.latest is None and not bound.because for bound in bounds.values())


def test_a_contradiction_is_found_and_bounds_nothing() -> None:
    constraints = [
        not_before("end", "2025-03-01", Ground("stated", "left in March")),
        not_after("end", "2025-02-01", Ground("stated", "left in January")),
        not_after("start", "2024-01-01", Ground("stated", "began in 2023")),
    ]
    solution = solve(["start", "end"], constraints)
    assert {constraint.given_by.reason for constraint in solution.conflict} == {"left in March", "left in January"}
    assert solution.bounds["start"].latest is None


days = st.dates(datetime.date(2000, 1, 1), datetime.date(2030, 12, 31))


@given(start=days, length=st.integers(0, 4000), slack=st.integers(0, 400))
def test_the_truth_always_lies_within_the_bounds(start: datetime.date, length: int, slack: int) -> None:
    end = start + datetime.timedelta(days=length)
    late = (end + datetime.timedelta(days=slack)).isoformat()
    constraints: list[Constraint] = [
        not_before("start", (start - datetime.timedelta(days=slack)).isoformat(), Ground("stated", "a")),
        not_after("end", late, Ground("metadata", "b")),
        *apart("start", "end", max(0, length - slack), length + slack, Ground("stated", "c")),
    ]
    bounds = solve(["start", "end"], constraints).bounds
    for point, day in (("start", start.isoformat()), ("end", end.isoformat())):
        bound = bounds[point]
        assert bound.earliest is not None
        assert bound.latest is not None
        assert bound.earliest <= day <= bound.latest
