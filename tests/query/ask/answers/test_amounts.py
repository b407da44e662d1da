"""What something cost is asked by the deal, by what was bought, and by either alone."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "price paid for Pemberly Systems",
        "Pemberly Systems deal value",
        "Pemberly Systems price",
        "cost of Pemberly Systems",
        "What was the price of Pemberly Systems?",
        "What was the price tag on the Pemberly takeover?",
        "Kindly state the consideration paid by Solvane for Pemberly Systems.",
        "What did Solvane pay to get hold of Pemberly Systems?",
        "What did Solvane give for Pemberly Systems?",
    ],
)
def test_price(articles: Lookup, question: str):
    assert [item.label for item in ask(articles, question).answers] == ["€620 million"]


def test_what_is_made_has_no_price_here(articles: Lookup):
    assert ask(articles, "What is the price of Tidepool?").answers == ()


def test_a_head_count_is_not_recorded(articles: Lookup):
    answer = ask(articles, "How big is Solvane's staff?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert "headcount" in answer.answer


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Has Harbour Light invested in GreenKeel?", ["yes"]),
        ("Whose stake in Long Reach is bigger, Kwame Boateng's or Union Mutual's?", ["Kwame Boateng"]),
        ("How big is the stake of Union Mutual in Long Reach?", ["22 percent"]),
        ("Who gave Théo van der Meulen the sack?", ["Bahía Clara Solar"]),
        ("Where do Health First's nurses come from?", []),  # not from where it has its head office
    ],
)
def test_turns_of_phrase(harbour: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(harbour, question).answers] == labels


def test_the_least_at_once_is_not_the_least_in_all(northfield: Lookup):
    """Lead Partners gave the smallest sum, and a larger one another time."""
    assert ask(northfield, "Who put the least money into Thandeka AI?").status is AnswerStatus.NOT_STATED
    answer = ask(northfield, "Who put the most money into Thandeka AI?")
    assert [item.label for item in answer.answers] == ["Lead Partners"]
