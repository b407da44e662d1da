"""What is said before a question is no answer to it."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup

_GIVING = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)


@pytest.mark.parametrize(
    "question",
    [
        "Rosalind Quill runs Nordhaven Bank; what did she study?",
        "Quillmere Systems is run by somebody. What is her salary?",
        "Tamsin Data supplies ISKRA Robotics. What colour is its logo?",
        "Who leads, as chief executive, the company that never was?",
        "Who heads, as managing director, the choir Target Point sings in?",
    ],
)
def test_what_is_not_understood_is_not_passed_over(northfield: Lookup, question: str):
    assert ask(northfield, question).status not in _GIVING


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Ludwig von Trossau left Nordhaven Bank. Where did he go?", ["Chen-Laurier Capital"]),
        ("Thandeka AI was founded in 2019. By whom?", ["Daniel Osei", "Lindiwe Thandeka"]),
        ("Current Systems has a new chief executive. Who is it?", ["Jean-Baptiste N'Diaye"]),
        ("Target Point has got a new boss, who is she?", ["May Chen"]),
        ("Together with Banco Serrado, Target Point started a joint venture; who is its managing director?",
         ["Carmen Vidal"]),
    ],
)  # fmt: skip
def test_only_what_is_asked_is_the_answer(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels
