"""Clauses and parts of a whole are understood wherever in the question they stand."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Where is the company based that Joris de Wit founded?", ["Eindhoven"]),
        ("Which city is the company based in that Lindiwe Thandeka founded?", ["Cape Town"]),
        ("Where is the company headquartered that makes the Packmule robot?", ["Ljubljana"]),
    ],
)
def test_a_relative_clause_at_the_end(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Which vendors does Quillmere use in its research unit?", ["Hired Hands", "two freelance agencies"]),
        ("In its research unit, which vendors does Quillmere use?", ["Hired Hands", "two freelance agencies"]),
        ("Who supplies annotators to Quillmere in its Vireo Labs unit?", ["Hired Hands"]),
        ("What does Quillmere focus on at its research unit?", ["query planning"]),
        ("Who oversees storage research at Quillmere's Vireo Labs?", ["Siobhán Ní Bhriain"]),
    ],
)
def test_in_a_part_of_it(northfield: Lookup, question: str, labels: list[str]):
    assert sorted(item.label for item in ask(northfield, question).answers) == labels


def test_a_part_of_something_else_is_none_of_it(northfield: Lookup):
    assert ask(northfield, "Who runs Target Point's Vireo Labs?").status is AnswerStatus.NOT_STATED


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("How big was the investment that Banco Serrado made in Quillmere?", ["€150 million"]),
        ("How large is the stake that ISKRA Robotics holds in Pemba Cloud?", ["6 percent"]),
    ],
)
def test_what_a_verb_carries(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels


def test_who_joined_a_round_did_so_when_others_did(harbour: Lookup):
    answer = ask(harbour, "Who was the first to invest in GreenKeel?")
    assert [item.label for item in answer.answers] == ["Vesterhavn Line"]


def test_a_family_name_of_several_words(harbour: Lookup):
    answer = ask(harbour, "When is Nwosu-Grant leaving Hadley Grid?")
    assert [item.label for item in answer.answers] == ["Ifeanyi Nwosu-Grant"]
    answer = ask(harbour, "When does Ibáñez de Soto take over at Terminales del Norte?")
    assert [item.label for item in answer.answers] == ["Pilar Ibáñez de Soto"]
