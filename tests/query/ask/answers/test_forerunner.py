"""Who held a post before somebody is told by whom they succeeded, and never by who had such a post elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from tests.query.ask.answers.test_hearsay import graph
from tests.resolution.making import Report

CHIEF: dict[str, Any] = {"qualifiers": {"title": "chief executive"}}
NAMED = Report("a").says("Ada Vell", "heldRole", "Orbis", **CHIEF).says("Ada Vell", "succeeded", "Tom Reed")
ELSEWHERE = Report("b").says("Ines Roth", "heldRole", "Velt", phase="ended", **CHIEF)


def labels(question: str, *reports: Report) -> list[str]:
    return [item.label for item in ask(graph(*reports), question).answers]


def test_whoever_was_succeeded_by_the_holder_held_the_post_before() -> None:
    for question in (
        "Who was chief executive of Orbis before Ada Vell?",
        "Who led Orbis before Ada Vell?",
        "Who was chief executive before Ada Vell?",
    ):
        assert labels(question, NAMED, ELSEWHERE) == ["Tom Reed"]


def test_another_post_is_not_the_one_that_was_handed_over() -> None:
    answer = ask(graph(NAMED, ELSEWHERE), "Who was finance director of Orbis before Ada Vell?")
    assert (answer.status, answer.answers) == (AnswerStatus.NOT_STATED, ())


def test_who_had_such_a_post_elsewhere_was_not_there_before() -> None:
    alone = Report("c").says("Ada Vell", "heldRole", "Orbis", **CHIEF)
    assert labels("Who was chief executive before Ada Vell?", alone, ELSEWHERE) == []
    former = Report("d").says("Mara Lind", "heldRole", "Orbis", phase="ended", **CHIEF)
    assert labels("Who was chief executive before Ada Vell?", alone, former, ELSEWHERE) == ["Mara Lind"]


@pytest.mark.parametrize(
    "question",
    [
        "Who ran Target Point before Daniel Osei?",
        "Who was chief executive of Target Point before Daniel Osei?",
        "Who ran Target Point after Daniel Osei?",
        "Whom did Daniel Osei replace at Target Point?",
        "Who replaced Daniel Osei at Target Point?",
        "Who was Daniel Osei's successor at Target Point?",
    ],
)
def test_what_a_question_takes_for_granted_is_not_passed_over(northfield: Lookup, question: str):
    answer = ask(northfield, question)
    assert not answer.answers
    assert "Nothing here says that Daniel Osei was at Target Point" in answer.answer


def test_whoever_had_another_post_there_held_not_this_one(northfield: Lookup):
    answer = ask(northfield, "Who ran Nordhaven Bank before Grace Banks?")
    assert not answer.answers
    assert "Nothing here says that Grace Banks held that post: Grace Banks is analyst" in answer.answer


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who ran Nordhaven Bank before Ludwig von Trossau?", []),  # and not those who came after him
        ("Who ran Nordhaven Bank before Leila ben Amor?", ["Ludwig von Trossau"]),
        ("Who ran Nordhaven Bank before Rosalind Quill?", ["Leila ben Amor", "Ludwig von Trossau"]),
        ("Who ran Nordhaven Bank after Ludwig von Trossau?", ["Leila ben Amor"]),
        ("Who led Current Systems before Jean-Baptiste N'Diaye?", ["Art Price"]),
    ],
)
def test_who_came_before_is_told_by_the_order_that_is_stated(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels


def test_a_place_that_somebody_came_from_is_one_where_they_were(northfield: Lookup):
    answer = ask(northfield, "Whom did May Chen replace at Quillmere Systems?")
    assert not answer.answers
    assert "Nothing here says" not in answer.answer
