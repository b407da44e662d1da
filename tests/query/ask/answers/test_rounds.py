"""The size of a round is not the part of one who was in it, whatever stands beside his name."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "GreenKeel's Series B: amount",
        "How much did GreenKeel raise in its Series B?",
        "Series B of GreenKeel: size?",
        "What sum did the Series B bring GreenKeel?",
    ],
)
def test_a_sum_of_which_only_parts_are_told_is_not_stated(harbour: Lookup, question: str):
    answer = ask(harbour, question)
    assert answer.status is AnswerStatus.NOT_STATED
    assert not answer.answers
    assert "$130 million" in answer.answer
    assert "$25 million" in answer.answer


@pytest.mark.parametrize("question", ["Kestrelworks' Series C: amount", "How big was the Series C of Kestrelworks?"])
def test_the_sum_that_stands_beside_the_leader_is_that_of_the_round(articles: Lookup, question: str):
    assert [item.label for item in ask(articles, question).answers] == ["$180 million"]


def test_one_investor_s_part_is_told(harbour: Lookup):
    answer = ask(harbour, "How much did Blue Anchor Fund put into GreenKeel's Series B?")
    assert [item.label for item in answer.answers] == ["$25 million"]


@pytest.mark.parametrize(
    "question",
    [
        "blue anchor fund greenkeel total investment",
        "greenkeel funding total",
        "Combined investment of Blue Anchor Fund in GreenKeel",
        "Blue Anchor Fund's overall investment in GreenKeel",
    ],
)
def test_a_total_is_not_worked_out(harbour: Lookup, question: str):
    answer = ask(harbour, question)
    assert answer.status is AnswerStatus.OUT_OF_SCOPE
    assert not answer.answers


@pytest.mark.parametrize(
    "question",
    [
        "Who took the lead in GreenKeel's Series B?",
        "By whom was the Series B of GreenKeel led?",
        "GreenKeel raised a Series B. Who led it?",
        "Who was the lead investor when GreenKeel closed its Series B?",
        "The Series B of GreenKeel had which lead investor?",
    ],
)
def test_who_led_a_round(harbour: Lookup, question: str):
    assert [item.label for item in ask(harbour, question).answers] == ["Harbour Light Capital"]
