"""Which articles speak of something is told by title, with those alone that name all that is asked for."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "Which articles mention Tallowmere Capital and Solvane?",
        "In how many articles are both Tallowmere and Solvane mentioned?",
        "articles about Tallowmere Capital and Solvane",
    ],
)
def test_articles_that_name_both(articles: Lookup, question: str) -> None:
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    both = [
        article.article.id
        for article in (articles.article(one.id) for one in articles.articles())
        if {"Tallowmere Capital", "Solvane"} <= {entity.name for entity in article.entities}
    ]
    assert both
    assert sorted(item.value or "" for item in answer.answers) == sorted(both)
    assert articles.store.query(answer.sparql[0]) is not None


def test_a_name_that_no_article_has(articles: Lookup) -> None:
    assert ask(articles, "Which articles mention Halvard Optics?").status is AnswerStatus.UNKNOWN_ENTITY


@pytest.mark.parametrize(
    "question", ["Which articles about Solvane are wrong?", "Which articles say that Solvane is greedy?"]
)
def test_no_word_is_passed_over(articles: Lookup, question: str) -> None:
    assert ask(articles, question).answers == ()
