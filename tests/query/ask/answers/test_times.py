from __future__ import annotations

import pytest

from app.model import Bounds, Fact, FactTime, Status
from app.query.ask.answers.times import how_long_phrase, item_time, range_words, when_phrase


def tenure(**time: object) -> Fact:
    known = FactTime.model_validate(time)
    return Fact(id="f", type="Tenure", relation="heldRole", slots={}, status=Status.ASSERTED, realised=True, time=known)


def test_a_duration_stands_for_an_end_without_becoming_a_date():
    fact = tenure(duration="P2M", ended=True, text=("after just two months",), end=Bounds(latest="2025-09-01"))
    said = when_phrase(fact, "end")
    assert said.text == "after about two months (as written: “after just two months”), by 1 September 2025"
    assert not said.dated


def test_a_bound_from_publication_is_not_told_by_the_article():
    fact = tenure(ended=True, end=Bounds(latest="2025-09-01", because=("told on 2025-09-01 (metadata)",)))
    said = when_phrase(fact, "end")
    assert (said.text, said.dated, said.told) == ("by 1 September 2025", False, False)


def test_a_stated_day_is_a_date():
    stated = Bounds(earliest="2026-03-09", latest="2026-03-09", because=('end "on Monday" (metadata)',))
    said = when_phrase(tenure(ended=True, end=stated), "end")
    assert (said.text, said.dated) == ("on 9 March 2026", True)


def test_an_announcement_is_not_the_event():
    fact = tenure(announced=Bounds(earliest="2025-06-01", latest="2025-06-30"), date=Bounds(latest="2025-09-01"))
    said = when_phrase(fact, "date")
    assert (said.text, said.dated) == ("announced in June 2025", False)
    assert said.caveats


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2025-01-01", "2025-12-31", "in 2025"),
        ("2025-12-08", "2025-12-14", "between 8 December 2025 and 14 December 2025"),
        ("2025-12-08", None, "not before 8 December 2025"),
        (None, None, None),
    ],
)
def test_ranges(earliest: str | None, latest: str | None, words: str | None):
    assert range_words(earliest, latest) == words


def test_how_long_needs_words_of_the_article():
    assert how_long_phrase(tenure(start=Bounds(latest="2025-09-01"))) is None
    assert how_long_phrase(tenure(duration="P5Y")) == "for about five years"


def test_what_is_not_known_is_left_out_of_the_json():
    assert item_time(FactTime()) == {}
