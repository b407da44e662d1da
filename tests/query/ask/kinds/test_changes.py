"""What has changed in a time is told in order, and only what certainly lies in it."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "What has changed at Pemberly Systems since January 2026?",
        "What happened at Pemberly Systems in January 2026?",
        "Any news on Pemberly Systems between December 2025 and January 2026?",
        "What changed at Pemberly Systems after 2025?",
    ],
)
def test_what_changed(articles: Lookup, question: str) -> None:
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    labels = [item.label for item in answer.answers]
    assert any("acquired Pemberly Systems" in label for label in labels)
    assert not any("Harrowgate Ventures invested" in label for label in labels)  # that was in 2016
    assert answer.evidence


def test_what_came_before(articles: Lookup) -> None:
    (item,) = ask(articles, "What happened at Pemberly Systems before 2010?").answers
    assert "Mateus Arruda" in item.label


def test_nothing_is_made_up(articles: Lookup) -> None:
    answer = ask(articles, "What has changed at Pemberly Systems since 2030?")
    assert (answer.status, answer.answers) == (AnswerStatus.NOT_STATED, ())


@pytest.mark.parametrize(
    "question", ["What has changed for the worse at Solvane since 2025?", "What changed Solvane's mind in 2025?"]
)
def test_no_word_is_passed_over(articles: Lookup, question: str) -> None:
    assert ask(articles, question).answers == ()
