"""Which of several things came first is told only where their days settle it."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.plans.order import is_before
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Is Kestrelworks older than Annotara?", "no"),
        ("Is Cindervale younger than Larkspur Data?", "yes"),
        ("Was Annotara founded later than Larkspur Data?", "yes"),
        ("Did Larkspur Data come before Annotara?", "yes"),
        ("Does Annotara predate Larkspur Data?", "no"),
        ("Which came first, Annotara or Larkspur Data?", "Larkspur Data"),
        ("Which company was founded first, Annotara or Mirador Mobility?", "Mirador Mobility"),
        ("Which of Annotara and Cindervale is younger?", "Annotara"),
    ],
)
def test_age(articles: Lookup, question: str, label: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert [item.label for item in answer.answers] == [label]


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Is Current Systems older than Quillmere?", "yes"),
        ("Which is older, Current Systems or Quillmere?", "Current Systems"),
        ("Who left first, Mark Major or Joris de Wit?", "Joris de Wit"),
    ],
)
def test_a_date_is_one_in_whichever_relation_it_stands(northfield: Lookup, question: str, label: str):
    assert [item.label for item in ask(northfield, question).answers] == [label]


def test_what_is_bought_can_be_compared_as_well_as_who_buys(harbour: Lookup):
    asked = {
        "Did Long Reach buy Nakamura Reefer before Kwame Freight?": "yes",
        "Did Long Reach buy Kwame Freight before Nakamura Reefer?": "no",
    }
    assert {q: [item.label for item in ask(harbour, q).answers] for q in asked} == {q: [a] for q, a in asked.items()}


@pytest.mark.parametrize(
    "question", ["Is Sable & Finch older than Quillmere?", "Which is younger, Target Point or Quillmere?"]
)
def test_what_is_not_dated_is_not_put_in_order(northfield: Lookup, question: str):
    answer = ask(northfield, question)
    assert answer.status is AnswerStatus.NOT_STATED
    assert "cannot be told" in answer.answer


def test_spans_that_overlap_are_in_no_order():
    assert is_before(("2011-01-01", "2011-12-31"), ("2012-01-01", None))
    assert not is_before(("2011-01-01", "2011-12-31"), ("2011-06-01", "2011-06-30"))
    assert not is_before((None, None), ("2012-01-01", "2012-12-31"))
