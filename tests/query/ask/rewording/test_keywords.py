"""Strings of keywords, with no grammar, get the answer of the plain question."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("keywords", "plain"),
    [
        ("yuki nakamura nakamura reefer ceo true or false", "Is Yuki Nakamura chief executive of Nakamura Reefer?"),
        ("anna berg health first employee yes or no", "Does Anna Berg work for Health First?"),
        ("marina stone calder & sons towage chief engineer start date",
         "Since when has Marina Stone been chief engineer of Calder & Sons Towage?"),
        ("eleni papadaki rising tide health chief medical officer end date",
         "Until when was Eleni Papadaki chief medical officer of Rising Tide Health?"),
        ("augusta march cape verity wind start date", "When did Augusta March join Cape Verity Wind?"),
        ("gudrun ravn vesterhavn line retirement date", "When did Gudrun Ravn retire from Vesterhavn Line?"),
        ("gudrun ravn vesterhavn line ceo tenure length",
         "How long was Gudrun Ravn chief executive of Vesterhavn Line?"),
        ("bahia clara solar theo van der meulen dismissal reason",
         "Why did Bahía Clara Solar dismiss Théo van der Meulen?"),
        ("long reach alternatives to pase reason", "Why is Long Reach exploring alternatives to PASE?"),
        ("vesterhavn line finance chief", "Who is the chief financial officer of Vesterhavn Line?"),
    ],
)  # fmt: skip
def test_keywords(harbour: Lookup, keywords: str, plain: str):
    expected, answer = ask(harbour, plain), ask(harbour, keywords)
    assert expected.answers
    assert [(item.label, item.value) for item in answer.answers] == [
        (item.label, item.value) for item in expected.answers
    ]


def test_a_price_that_is_only_planned_is_told_as_such(harbour: Lookup):
    answer = ask(harbour, "orskov energi hadley grid price")
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer.startswith("Only planned")


@pytest.mark.parametrize("question", ["long reach kwame freight owner", "minutes health first acquired true or false"])
def test_what_is_not_so_is_no_answer(harbour: Lookup, question: str):
    assert not ask(harbour, question).answers


def test_two_names_side_by_side_are_two(articles: Lookup):
    assert not ask(articles, "tallowmere pemberly closing date").answers


def test_a_stake_of_two_who_are_named_is_its_number(articles: Lookup):
    assert [item.label for item in ask(articles, "tallowmere capital cindervale stake").answers] == ["22 percent"]
