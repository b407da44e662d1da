"""A name of the past may be asked for in many ways; a name of the present is another."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    "question",
    [
        "Vesterhavn Line used to go by what name?",
        "Vesterhavn Line has changed its name; what was it before?",
        "Vesterhavn Line once went by which name?",
        "Before it was called Vesterhavn Line, what was the company's name?",
        "Which name did Vesterhavn Line bear previously?",
        "Vesterhavn Line traded under which name originally?",
        "By what name did Vesterhavn Line go in the past?",
    ],
)
def test_the_name_before(harbour: Lookup, question: str):
    assert [item.label for item in ask(harbour, question).answers] == ["Vester Shipping"]


def test_a_company_that_had_no_other(harbour: Lookup):
    assert not ask(harbour, "GreenKeel used to go by what name?").answers


@pytest.mark.parametrize(
    "question",
    [
        "What is the joint venture of Ørskov Energi and Cape Verity Wind called?",
        "Which joint venture do Ørskov Energi and Cape Verity Wind have?",
        "Which company has Ørskov Energi and Cape Verity Wind as its founders?",
    ],
)
def test_a_joint_venture(harbour: Lookup, question: str):
    assert [item.label for item in ask(harbour, question).answers] == ["Wind Lock"]


@pytest.mark.parametrize(
    "question",
    [
        "Who is managing director of the joint venture between Ørskov Energi and Cape Verity Wind?",
        "I would like to hear who heads, as managing director, the venture Ørskov Energi shares with Cape Verity Wind.",
    ],
)
def test_who_is_at_a_joint_venture(harbour: Lookup, question: str):
    assert [item.label for item in ask(harbour, question).answers] == ["Augusta March"]
