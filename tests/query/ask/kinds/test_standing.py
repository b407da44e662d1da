"""Who says something, how sure it is and which sums are named may be asked in many ways; each has one answer."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("Is Meta's search for alternatives to Scale AI official or still only talk?", "reported"),
        ("Rumour or fact: is Meta looking for alternatives to Scale AI?", "reported"),
        ("Has Solvane bought Pemberly Systems, or does it merely intend to?", "yes"),
        ("Was Solvane's takeover of Pemberly Systems finished or just proposed?", "yes"),
        ("Is it certain that Solvane is buying Cindervale?", "denied"),
        ("Is Delmare's 15 percent stake in Annotara an established fact?", "yes"),
    ],
)
def test_of_two_standings_the_true_one_is_told(articles: Lookup, question: str, label: str):
    assert [item.label for item in ask(articles, question).answers] == [label]


def test_a_size_that_is_not_stated_has_no_standing(articles: Lookup):
    assert ask(articles, "Is Delmare's 19 percent stake in Annotara confirmed or only reported?").answers == ()


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who put out the story that Solvane was preparing a bid for Cindervale?", ["The Hanover Ledger"]),
        ("Solvane was getting ready to bid for Cindervale. Says who?", ["The Hanover Ledger"]),
        ("From whom do we know that Solvane was about to make an offer for Cindervale?", ["The Hanover Ledger"]),
        ("Who challenges the report that Solvane is in talks to buy Cindervale?", ["Solvane"]),
        ("Who is on record as denying that Solvane is in talks to buy Cindervale?", ["Solvane"]),
        ("On whose authority is it that Peter Lindqvist has no seat on the board of Larkspur Data?", ["Samuel Otieno"]),
    ],
)
def test_who_says_it(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [item.label for item in answer.answers] == labels


@pytest.mark.parametrize(
    "question",
    [
        "Which amounts are mentioned for Delmare's investment in Annotara?",
        "What sums do the papers quote for what Delmare paid for 15 percent of Annotara?",
        "There are two figures for Delmare's investment in Annotara: which are they?",
        "How much did Delmare invest in Annotara? I have two versions.",
        "Quick fact check: how much did Delmare invest in Annotara?",
    ],
)
def test_every_sum_that_is_named_is_given(articles: Lookup, question: str):
    assert {item.value for item in ask(articles, question).answers} == {"45000000", "60000000"}


@pytest.mark.parametrize("question", ["Only confirmed facts: who owns Annotara?", "Annotara? The former owner."])
def test_what_restricts_is_never_set_aside(articles: Lookup, question: str):
    assert not ask(articles, question).answers


def test_what_somebody_gave_of_a_round_is_not_the_round(articles: Lookup):
    answer = ask(articles, "What was Harrowgate's share in the Series C of Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED
