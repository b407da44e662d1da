from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.kinds.several.segments import segmented
from app.query.ask.lexical.lexicon import load_lexicon
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Who founded Annotara and when?", 2),
        ("Who left Meta, and for how long had they been there?", 2),
        ("Who invested in Meta and Scale AI?", 1),
        ("What is the partnership between Meta and Scale AI?", 1),
    ],
)
def test_questions_are_split_where_a_new_one_begins(question: str, parts: int):
    assert max((len(way.parts) for way in segmented(question, load_lexicon())), default=1) == parts


def test_a_bare_when_takes_up_the_first_question(articles: Lookup):
    answer = ask(articles, "Who founded Annotara and when?")
    assert answer.status is AnswerStatus.ANSWERED
    assert answer.answer == "Zofia Wilk founded Annotara; in 2017."
    assert len(answer.answers) == 1


def test_a_pronoun_means_whom_the_first_question_found(articles: Lookup):
    answer = ask(articles, "Who is chief executive of Roadlight and where did she work before?")
    assert answer.status is AnswerStatus.ANSWERED
    assert [item.label for item in answer.answers] == ["Katrien Bos", "Delmare Semiconductor"]


def test_half_an_answer_is_partial(articles: Lookup):
    answer = ask(articles, "Who oversaw Meta's data operations and why did they leave?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Ruben Mayer"]
    assert "A reason is not stated." in answer.answer


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who invested in Kestrelworks and who led?", "Tallowmere Capital led the Series C round of Kestrelworks"),
        ("Who founded Annotara, in which year, and who is the CEO?", "Zofia Wilk is chief executive of Annotara."),
    ],
)
def test_a_post_or_lead_is_of_the_firm_that_the_part_before_named(articles: Lookup, question: str, labels: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert labels in answer.answer


def test_the_year_of_the_first_part_stays_beside_what_the_last_part_tells(articles: Lookup):
    answer = ask(articles, "Who founded Annotara, in which year, and who is the CEO?")
    assert [item.time["text"] for item in answer.answers] == [["in 2017"]]


@pytest.mark.parametrize(
    "question",
    [
        "Who invested in Scale AI and does Harrowgate Ventures have a stake?",
        "Who oversaw Meta's data operations, and did that person belong to Solvane?",
        "How much did Meta invest in Scale AI and what share did it get for that?",
    ],
)
def test_what_leans_on_the_part_before_is_not_asked_of_anybody_else(articles: Lookup, question: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.PARTIAL
    assert len(answer.answers) == 1


def test_the_share_that_was_got_is_no_price(articles: Lookup):
    answer = ask(articles, "Who invested in Annotara and what share did they get?")
    assert "15 percent" in [item.label for item in answer.answers]
