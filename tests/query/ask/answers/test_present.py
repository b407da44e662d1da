"""What "is" and "now" mean: the newest article's day, against which ends and starts that were announced are held."""

from __future__ import annotations

import datetime

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from tests.benchmarks.ask.graphs import build


@pytest.mark.parametrize(
    "question",
    [
        "Who is operations chief of Mirador Mobility?",
        "Who is Mirador Mobility's chief operating officer now?",
        "Mirador Mobility operations chief",
    ],
)
def test_whoever_was_to_leave_by_now_gives_way_to_whoever_was_to_follow(articles: Lookup, question: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Priya Raghunathan"]
    assert "It was planned for a day that is past; that it came about is not stated." in answer.caveats


@pytest.mark.parametrize(
    "question",
    ["Does Daniel Okafor work for Mirador Mobility?", "What role does Daniel Okafor have?"],
)
def test_an_end_that_is_past_leaves_the_present_open(articles: Lookup, question: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.NOT_STATED
    assert "It was to end on 30 November 2025, which is past" in answer.answer


def test_before_that_end_the_office_was_held_and_its_end_is_told(articles: Lookup):
    day = datetime.date(2025, 11, 10)
    answer = ask(articles, "Who is operations chief of Mirador Mobility?", as_of=day)
    assert [item.label for item in answer.answers] == ["Daniel Okafor"]
    assert "It is announced to end on 30 November 2025." in answer.caveats


def test_whoever_is_announced_is_told_beside_the_holder():
    answer = ask(Lookup(*build("harbour")), "Who is the CEO of Terminales del Norte?")
    assert [item.label for item in answer.answers] == ["Mohammed al-Rashidi"]
    assert any(caveat.startswith("Announced: Pilar Ibáñez de Soto") for caveat in answer.caveats)


def test_a_name_of_an_office_alone_asks_for_its_holder_now(articles: Lookup):
    answer = ask(articles, "Larkspur Data CEO")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Wanjiru Kamande"]


def test_whether_somebody_holds_what_was_only_announced_is_no_yes(articles: Lookup):
    answer = ask(articles, "Is Wanjiru Kamande chief executive of Larkspur Data?")
    assert answer.status is AnswerStatus.PARTIAL
    assert not answer.answers


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Has Adaeze Nwosu left Pemberly Systems?", "Adaeze Nwosu is chief executive of Pemberly Systems"),
        ("Is Camille Rousset leaving Brightfold?", "Camille Rousset is director of Brightfold"),
    ],
)
def test_whoever_is_said_to_be_there_still_has_not_left(articles: Lookup, question: str, said: str):
    answer = ask(articles, question)
    assert [item.label for item in answer.answers] == ["no"]
    assert said in answer.answer
    assert ask(articles, "Did Adaeze Nwosu leave Pemberly Systems?").status is AnswerStatus.NOT_STATED
