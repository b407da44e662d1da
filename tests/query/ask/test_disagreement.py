"""What articles disagree on is told as both sides give it."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "What do the articles disagree on?",
        "On what do the sources contradict each other about Annotara?",
        "Which figures do the papers give for Delmare's investment in Annotara?",
    ],
)
def test_both_values_are_given(articles: Lookup, question: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert {item.value for item in answer.answers} == {"45000000", "60000000"}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Do the articles agree on what Delmare paid for its share of Annotara?", "no"),
        ("Is the amount Delmare paid for Annotara's shares disputed?", "yes"),
    ],
)
def test_whether_they_agree(articles: Lookup, question: str, word: str):
    assert [item.label for item in ask(articles, question).answers] == [word]


def test_no_disagreement_is_made_up(articles: Lookup):
    answer = ask(articles, "Do the articles agree on who founded Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert answer.answers == ()
