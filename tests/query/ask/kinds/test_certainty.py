"""How certain something is can be asked with and without "that", and of bids as of deals."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Is it true Solvane made a bid for Cindervale?", "denied"),
        ("Is it true that Solvane made a bid for Cindervale?", "denied"),
        ("Is it confirmed Solvane tabled an offer for Cindervale?", "denied"),
        ("Is it a fact Meta invested in Scale AI?", "yes"),
    ],
)
def test_that_may_be_left_out(articles: Lookup, question: str, label: str):
    assert [item.label for item in ask(articles, question).answers] == [label]


def test_a_question_for_something_else_is_not_taken_for_one_of_certainty(northfield: Lookup):
    answer = ask(northfield, "Is it certain when Chase Sterling joins Series Capital?")
    assert answer.status is AnswerStatus.NOT_UNDERSTOOD


@pytest.mark.parametrize("verb", ["placed a bid", "submitted an offer", "put in a bid", "lodged an offer"])
def test_a_bid_is_carried_by_many_verbs(northfield: Lookup, verb: str):
    answer = ask(northfield, f"Who {verb} for Nordhaven Pensions?")
    assert [item.label for item in answer.answers] == ["Banco Serrado"]
