"""Who held a post before somebody is told by whom they succeeded, and never by who had such a post elsewhere."""

from __future__ import annotations

from typing import Any

from app.model import AnswerStatus
from app.query.ask import ask
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
