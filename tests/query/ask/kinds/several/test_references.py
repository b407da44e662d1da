from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.kinds.several.references import with_pronouns
from app.query.ask.lexical.lexicon import load_lexicon
from app.query.ask.lexical.words import tokenize
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("part", "plain"),
    [
        ("what does that company make", "what does it make"),
        ("which employer did that woman have before", "which employer did he have before"),
        ("who is that firm's boss", "who is its boss"),
        ("how much did each of them give", "how much did they give"),
        ("who runs it over there", "who runs it at it"),
        ("for how much apiece", "for how much"),
        ("is there a partnership", "is there a partnership"),
        ("where is the company that it bought", "where is the company that it bought"),
    ],
)
def test_what_only_points_back_becomes_a_pronoun(part: str, plain: str):
    assert [token.word for token in with_pronouns(tokenize(part), load_lexicon())] == plain.split()


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Which firm founded by Zofia Wilk supplies Brightfold, and who put money into that firm?",
         ["Annotara", "Delmare Semiconductor"]),
        ("Who does Gareth Tindall work for, and what is his job?", ["Kestrelworks", "chief financial officer"]),
        ("What has Zofia Wilk founded and who invested there?", ["Annotara", "Delmare Semiconductor"]),
        ("Who supplies Brightfold, and with what?", ["Annotara", "Quillmark Labs", "heart scans", "lung scans"]),
        ("Who took over from Gareth Tindall, and which employer did that person have before?",
         ["Bettina Krall", "Solvane"]),
    ],
)  # fmt: skip
def test_a_second_question_points_back_at_the_first(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == sorted(labels)


def test_two_things_said_of_one_are_both_required(articles: Lookup):
    answer = ask(articles, "Which company is supplied by Annotara and was once a client of Larkspur Data?")
    assert [item.label for item in answer.answers] == ["Brightfold"]


def test_half_of_two_things_said_of_one_is_no_answer(articles: Lookup):
    answer = ask(articles, "Which company is supplied by Annotara and was gloriously zonked?")
    assert answer.status is AnswerStatus.NOT_UNDERSTOOD


def test_a_second_question_that_leads_anywhere_is_not_answered(articles: Lookup):
    answer = ask(articles, "Who founded Annotara, and with whom?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Zofia Wilk"]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Which rounds has Harrowgate Ventures joined?", ["Series B", "Series C"]),
        ("Which financing round of Brightfold did Harrowgate Ventures lead?", ["Series B"]),
        ("list the rounds of Kestrelworks", ["Series C"]),
    ],
)
def test_rounds_are_asked_for_by_what_they_are_called(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert [item.label for item in answer.answers] == labels
