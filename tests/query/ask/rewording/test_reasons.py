"""Why somebody did something is found however the doing is worded, and is never guessed."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup

QUARREL, TARGETS = "a row over bonuses", "missed targets"


@pytest.mark.parametrize(
    "question",
    [
        "Why did Ludwig von Trossau decide to resign?",
        "Why did von Trossau choose to leave Nordhaven Bank?",
        "Why did Nordhaven Bank and Ludwig von Trossau part ways?",
        "Why did von Trossau break with Nordhaven Bank?",
        "Why did von Trossau and Nordhaven Bank split?",
    ],
)
def test_leaving(northfield: Lookup, question: str):
    assert [item.label for item in ask(northfield, question).answers] == [QUARREL]


@pytest.mark.parametrize(
    "question",
    [
        "Why did Bahía Clara Solar part ways with its chief executive?",
        "Why did Bahía Clara Solar and Théo van der Meulen go their separate ways?",
        "Why did Bahía Clara Solar decide to dismiss Théo van der Meulen?",
    ],
)
def test_either_side_can_be_named_first(harbour: Lookup, question: str):
    assert [item.label for item in ask(harbour, question).answers] == [TARGETS]


@pytest.mark.parametrize(
    "question",
    [
        "Why did St Brannoc Hospital Trust and Minutes part ways?",
        "Why did Minutes split with St Brannoc Hospital Trust?",
        "Why did Long Reach choose to buy Kwame Freight?",
    ],
)
def test_a_reason_that_nobody_gives_is_not_stated(harbour: Lookup, question: str):
    answer = ask(harbour, question)
    assert answer.status is AnswerStatus.NOT_STATED
    assert answer.answers == ()


def test_a_reason_for_what_no_relation_holds_is_not_stated_either(harbour: Lookup):
    assert ask(harbour, "Why did Minutes after Health First?").status is AnswerStatus.NOT_STATED
    assert ask(harbour, "Why is the sky above Esbjerg blue?").status is AnswerStatus.OUT_OF_SCOPE
