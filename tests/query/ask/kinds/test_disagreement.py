"""What articles disagree on is told as both sides give it."""

from __future__ import annotations

import pytest

from app.extraction.engine import load_engine
from app.model import AnswerStatus, Article
from app.pipeline import ingest
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from app.vocab import Iris


@pytest.mark.parametrize(
    "question",
    [
        "What do the articles disagree on?",
        "On what do the sources contradict each other about Annotara?",
        "Which figures do the papers give for Delmare's investment in Annotara?",
    ],
)
def test_both_values_are_given(articles: Lookup, question: str):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert {item.value for item in answer.answers} == {"45000000", "60000000"}


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Do the articles agree on what Delmare paid for its share of Annotara?", "no"),
        ("Is the amount Delmare paid for Annotara's shares disputed?", "yes"),
    ],
)
def test_whether_they_agree(articles: Lookup, question: str, word: str):
    assert [item.label for item in ask(articles, question).answers] == [word]


def test_no_disagreement_is_made_up(articles: Lookup):
    answer = ask(articles, "Do the articles agree on who founded Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert answer.answers == ()


@pytest.mark.parametrize(
    ("texts", "question", "values", "status"),
    [
        (("Anna Berg founded Helvar Group in 1998.",), "Was Helvar Group founded before 2000?", ["yes"], "asserted"),
        (
            ("Anna Berg founded Helvar Group in 1998.", "Helvar Group was founded in May 1998."),
            "When was Helvar Group founded?",
            ["May 1998"],
            "asserted",
        ),
        (
            ("Anna Berg founded Helvar Group in 1998.", "Helvar Group was founded in 2001."),
            "When was Helvar Group founded?",
            ["1998", "2001"],
            "disputed",
        ),
    ],
)
def test_a_founding_told_with_and_without_its_founder_is_one_answer(
    texts: tuple[str, ...], question: str, values: list[str], status: str
):
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [Article(text=text) for text in texts], load_engine())
    answer = ask(Lookup(store, iris), question)
    assert [item.value for item in answer.answers] == values
    assert {item.status for item in answer.answers} == {status}


def test_until_when_a_name_was_used_is_when_it_changed():
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [Article(text="Marlow Data was renamed Helvar Group in 2015.")], load_engine())
    answer = ask(Lookup(store, iris), "When was Marlow Data renamed Helvar Group?")
    assert answer.answer == "Helvar Group was formerly named Marlow Data until 2015."
