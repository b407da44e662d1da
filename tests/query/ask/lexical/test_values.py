from __future__ import annotations

import pytest

from app.query.ask.lexical.values import period_at
from app.query.ask.lexical.words import tokenize


@pytest.mark.parametrize(
    ("text", "side", "first", "last"),
    [
        ("in 2025", "within", "2025-01-01", "2025-12-31"),
        ("in February 2024", "within", "2024-02-01", "2024-02-29"),
        ("before 5 June 2025", "before", "2025-06-05", "2025-06-05"),
        ("since June 5, 2025", "since", "2025-06-05", "2025-06-05"),
        ("as of 2020", "as of", "2020-01-01", "2020-12-31"),
    ],
)
def test_periods(text: str, side: str, first: str, last: str):
    found = period_at(tokenize(text), 0)
    assert found is not None
    assert (found[0].side, found[0].first, found[0].last) == (side, first, last)


@pytest.mark.parametrize("text", ["in Scale AI", "in 31 February 2025", "before", "in 99"])
def test_what_is_no_period(text: str):
    assert period_at(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "side", "days"),
    [
        ("in early 2025", "within", ("2025-01-01", "2025-04-30")),
        ("in mid-2023", "within", ("2023-05-01", "2023-08-31")),
        ("in the second half of 2024", "within", ("2024-07-01", "2024-12-31")),
        ("in Q1 2026", "within", ("2026-01-01", "2026-03-31")),
        ("since the summer of 2022", "since", ("2022-06-01", "2022-08-31")),
        ("at the end of 2024", "within", ("2024-10-01", "2024-12-31")),
        ("before the end of 2024", "until", ("2024-12-31", "2024-12-31")),
        ("since the start of 2024", "since", ("2024-01-01", "2024-12-31")),
    ],
)
def test_parts_of_a_year(text: str, side: str, days: tuple[str, str]):
    found = period_at(tokenize(text), 0)
    assert found is not None
    assert (found[0].side, (found[0].first, found[0].last), found[1]) == (side, days, len(tokenize(text)))


@pytest.mark.parametrize("text", ["in the winter of 2024", "in June", "at 2024", "in the end"])
def test_no_time_is_made_up(text: str):
    assert period_at(tokenize(text), 0) is None
