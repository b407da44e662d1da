"""Durations in sentences: as ISO 8601, and as the days that they can mean."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.extraction.values.durations import NO_LIMIT_DAYS, UNITS, Duration, Hedge, measure
from app.extraction.values.lengths import find_lengths


def durations(text: str) -> list[tuple[str, str]]:
    return [(text[found.start : found.end], found.duration.iso) for found in find_lengths(text) if not found.ago]


@pytest.mark.parametrize(
    ("text", "words", "iso"),
    [
        ("marked by her departure after just two months", "just two months", "P2M"),
        ("lasted six weeks", "six weeks", "P6W"),
        ("for nine years", "nine years", "P9Y"),
        ("after a year and a half", "a year and a half", "P18M"),
        ("18 months in the job", "18 months", "P18M"),
        ("eighteen months in the job", "eighteen months", "P18M"),
        ("spent a decade there", "a decade", "P10Y"),
        ("half a year in", "half a year", "P6M"),
        ("two-and-a-half years as chair", "two-and-a-half years", "P30M"),
        ("2.5 years as chair", "2.5 years", "P30M"),
        ("after nearly seven years", "nearly seven years", "P7Y"),
        ("over the past three years", "three years", "P3Y"),
        ("for the first five years", "five years", "P5Y"),
        ("a couple of years", "a couple of years", "P2Y"),
        ("a two-year contract", "two-year", "P2Y"),
        ("one hundred and twenty days", "one hundred and twenty days", "P120D"),
        ("two years' experience", "two years", "P2Y"),
        ("worked there for two years before joining Solvane", "two years", "P2Y"),
        ("a fortnight or so? no: two fortnights", "two fortnights", "P4W"),
    ],
)
def test_a_duration_is_found_with_the_words_that_hedge_it(text, words, iso):
    assert durations(text)[-1] == (words, iso)


@pytest.mark.parametrize(
    "text",
    [
        "several years",
        "a few months",
        "two to three years",
        "2-3 years",
        "between two and three years",
        "every two months",
        "twice a year",
        "$5 million a year",
        "five days a week",
        "a week earlier",
        "two years later",
        "three months after announcing the deal",
        "two years ago",
        "the next two years",
        "a 25-year-old",
        "18 years old",
        "one day it will",
        "three quarters of the staff",
        "half-year results",
        "1,5 years",
        "999999999999999 years",
    ],
)
def test_what_has_no_one_number_or_does_not_last_is_no_duration(text):
    assert durations(text) == []


def test_n_units_are_half_a_unit_more_or_less():
    assert measure(Decimal(2), "month") == Duration("P2M", 45, 77)
    assert measure(Decimal(1), "year") == Duration("P1Y", 183, 549)
    assert measure(Decimal(3), "day") == Duration("P3D", 3, 3)


@pytest.mark.parametrize(
    ("text", "min_days", "max_days"),
    [
        ("just two months", 45, 77),
        ("about two months", 30, 93),
        ("nearly two months", 30, 62),
        ("less than two months", 0, 62),
        ("more than two months", 60, 93),
        ("over two months", 45, 93),
        ("over the past two months", 45, 77),
        ("at least two months", 60, NO_LIMIT_DAYS),
        ("up to two months", 0, 62),
        ("two months or more", 60, NO_LIMIT_DAYS),
    ],
)
def test_a_hedge_moves_the_limits(text, min_days, max_days):
    found = next(find_lengths(text)).duration
    assert (found.iso, found.min_days, found.max_days) == ("P2M", min_days, max_days)


@given(st.integers(1, 400), st.sampled_from(sorted(UNITS)), st.sampled_from(Hedge))
def test_limits_are_ordered_and_hold_the_number(count, unit, hedge):
    found = measure(Decimal(count), unit, hedge)
    if found is not None:
        assert 0 <= found.min_days <= count * UNITS[unit].high
        assert found.min_days <= found.max_days
        assert found.max_days >= count * UNITS[unit].low


@given(st.integers(2, 99), st.sampled_from(["day", "week", "month", "year"]))
def test_a_number_of_units_is_read_as_it_was_written(count, unit):
    assert durations(f"for {count} {unit}s") == [(f"{count} {unit}s", f"P{count}{unit[0].upper()}")]
