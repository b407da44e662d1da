"""Whether something "still" holds is answered only where an article says so or no newer one could know better."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from tests.query.ask.articles import extractions, lookup_of
from tests.resolution.making import Report


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Is Adaeze Nwosu still chief executive of Pemberly Systems?", "yes"),
        ("Does Larkspur Data still supply Mirador Mobility?", "yes"),
        ("Is Camille Rousset still chief executive of Brightfold?", "no"),
        ("Does Harrowgate still hold shares in Pemberly?", "no"),
    ],
)
def test_what_articles_say_of_now(articles: Lookup, question: str, word: str):
    assert [item.label for item in ask(articles, question).answers] == [word]


def test_an_end_that_was_announced_leaves_it_open(articles: Lookup):
    answer = ask(articles, "Is Daniel Okafor still at Mirador Mobility?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert "4 November 2025" in answer.answer


def test_an_older_article_is_no_answer_where_a_newer_one_speaks_of_the_same_person():
    missed = tuple(
        extraction.model_copy(
            update={
                "claims": tuple(
                    claim
                    for claim in extraction.claims
                    if "Rousset" not in claim.evidence[0].text or claim.qualifiers.get("title") == "director"
                )
            }
        )
        if (extraction.article.source or "").startswith("17-")
        else extraction
        for extraction in extractions()
    )
    answer = ask(lookup_of(missed), "Is Camille Rousset still chief executive of Brightfold?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert "18 November 2025" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Who is chief executive of Terminales del Norte in March 2026?",
        "Who heads Terminales del Norte after January 2026?",
    ],
)
def test_a_time_after_all_articles_is_that_of_whoever_is_announced(harbour: Lookup, question: str):
    answer = ask(harbour, question)
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer.startswith("Only planned: Pilar Ibáñez de Soto")


@pytest.mark.parametrize(
    ("published", "question", "words"),
    [
        ("2025-05-01", "Has Ines Roth left Umbra?", ["no"]),
        ("2025-05-01", "Is Ines Roth leaving Umbra?", []),  # who is leaving was still there, too
        ("2025-09-01", "Is Ines Roth leaving Umbra?", ["no"]),
        (None, "Has Ines Roth left Umbra?", []),  # nobody knows when that "still" was said
    ],
)
def test_who_is_still_there_by_an_older_article_may_be_leaving(published: str | None, question: str, words: list[str]):
    told = Report("Ines Roth is still the head of Umbra.", published=published)
    newer = Report("Ines Roth, of Umbra, bought a farm.", published="2025-08-01").entity("Ines Roth", "Person")
    told.says("Ines Roth", "heldRole", "Umbra", qualifiers={"title": "head"})
    newer.says("Ines Roth", "investedIn", "Velt Farm").says("Ines Roth", "investedIn", "Umbra")
    answer = ask(lookup_of((told.done(), newer.done())), question)
    assert [item.label for item in answer.answers] == words
