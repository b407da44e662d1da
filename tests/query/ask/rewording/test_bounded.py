from __future__ import annotations

import pytest

from app.query.ask.rewording.wording import plain


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("stakes of 20 percent or more", "stakes of at least 20 percent"),
        ("deals of $50m+", "deals of at least $50m"),
        ("deals > $50m", "deals  more than $50m"),
        ("deals ≤ 5 million euros", "deals  at most 5 million euros"),
        ("investments of €5m or less", "investments of at most €5m"),
        ("Which deals exceeded $30m?", "Which deals over $30m?"),
    ],
)
def test_a_bound_stands_before_its_number(question: str, put: str):
    assert plain(question) == put


@pytest.mark.parametrize("question", ["Who left Pelm or Acme?", "Who joined in 2020 or later?"])
def test_what_bounds_no_number_stays(question: str):
    assert plain(question) == question
