"""How often something happened is counted by what the articles name, and told as no more than that."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many times has Lead Partners invested in Thandeka AI?", 2),
        ("How often did Lead Partners invest in Thandeka AI?", 2),
        ("On how many occasions has Founders Row invested in Before Noon?", 1),
        ("How many funding rounds has Thandeka AI raised?", 2),
        ("How many rounds has Lead Partners led?", 1),
        ("In how many rounds did Lead Partners invest in Thandeka AI?", 2),
    ],
)
def test_events_are_counted(northfield: Lookup, question: str, number: int):
    answer = ask(northfield, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert len(answer.answers) == number
    assert answer.answer.startswith(f"At least {number} known")


def test_a_round_of_three_investors_is_one(harbour: Lookup):
    answer = ask(harbour, "How many rounds has GreenKeel raised?")
    assert sorted(item.label for item in answer.answers) == ["Series A", "Series B"]


def test_which_round(northfield: Lookup):
    assert [item.label for item in ask(northfield, "Which rounds did Lead Partners lead?").answers] == ["Series B"]


def test_what_lasts_is_not_counted_as_if_it_happened(northfield: Lookup):
    answer = ask(northfield, "How often has Mark Major been chief executive of Target Point?")
    assert answer.status is AnswerStatus.NOT_UNDERSTOOD


def test_how_many_times_larger_is_a_calculation(northfield: Lookup):
    answer = ask(northfield, "How many times larger is Lead Partners than Founders Row?")
    assert answer.status is AnswerStatus.OUT_OF_SCOPE
