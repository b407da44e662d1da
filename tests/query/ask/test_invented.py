"""Questions over the generated graphs, whose names and offices no rule was written against."""

from __future__ import annotations

from functools import cache

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from tests.benchmarks.ask.graphs import build


@cache
def graph(name: str) -> Lookup:
    return Lookup(*build(name))


ANSWERED = [
    # a state has to lie in a span, and not only to touch it
    ("harbour", "Who was chief medical officer of Rising Tide Health between 2017 and 2019?", ["Eleni Papadaki"]),
    ("harbour", "Who was operations chief of Vesterhavn Line between 2003 and 2009?", ["Gudrun Ravn"]),
    ("harbour", "Who has been chief executive of Rising Tide Health since 2021?", ["Eleni Papadaki"]),
    # what else, and where else
    ("northfield", "Which founders of a company also work elsewhere?", ["Joris de Wit"]),
    # a class that is only inferred
    ("northfield", "Which data vendors does Vireo Labs use?", ["Hired Hands", "two freelance agencies"]),
    # who did it, and not what was done
    ("northfield", "Which company made the largest purchase?", ["Quillmere Systems"]),
    ("northfield", "Biggest acquisition by whom?", ["Quillmere Systems"]),
    # the deal of the first question
    ("northfield", "Who bought Tamsin Data, and what was the price?", ["Quillmere Systems", "€310 million"]),
    ("northfield", "Who bought Tamsin Data and when was the deal closed?", ["Quillmere Systems"]),
    ("northfield", "Who agreed to buy Nordhaven Pensions, and when was the deal announced?", ["Banco Serrado"]),
    ("northfield", "Who founded Meridian Gate and when was it founded?", ["Banco Serrado", "Target Point"]),
    # offices held for somebody else
    ("northfield", "How long did Leila ben Amor fill in as chief executive of Nordhaven Bank?", ["Leila ben Amor"]),
    ("northfield", "How long did Leila ben Amor act as Nordhaven Bank's chief executive?", ["Leila ben Amor"]),
    ("northfield", "Who stood in as chief executive of Nordhaven Bank?", ["Leila ben Amor"]),
    # a slip of the keyboard in a title of several words
    ("northfield", "Who is chief risk oficer of Nordhaven Bank?", ["Daniel Osei"]),
    ("northfield", "Who is manging director of Meridian Gate?", ["Carmen Vidal"]),
    ("northfield", "How long was Carmen Vidal head of crads at Banco Serrado?", ["Carmen Vidal"]),
    # words of somebody who is not named
    (
        "northfield",
        "According to whom is Vireo Labs looking for alternatives because of staff turnover?",
        ["unnamed sources"],
    ),
    # parts of a year, and what lies outside of a time
    ("northfield", "Who invested in Thandeka AI in the summer of 2022?", ["Lead Partners"]),
    ("northfield", "Quillmere acquisitions april 2025", ["Tamsin Data"]),
    ("northfield", "Who ran Nordhaven Bank at the beginning of 2020?", ["Ludwig von Trossau"]),
    ("harbour", "Who left Bahía Clara Solar in the first quarter of 2025?", ["Théo van der Meulen"]),
    ("northfield", "Was the merger of Kitsune Kernel and Pemba Cloud completed before the end of 2024?", ["yes"]),
    ("northfield", "Did Quillmere buy Tamsin Data in 2024?", ["no"]),
    ("northfield", "Were Target Point and L'Atelier Numérique partners in 2021?", ["no"]),
    ("harbour", "Was Eleni Papadaki chief executive of Rising Tide Health in 2018?", ["no"]),
    ("harbour", "Did Kwame Freight belong to Long Reach in 2020?", ["no"]),
    ("northfield", "Is Leila ben Amor chief executive of Nordhaven Bank?", ["no"]),
    # both times at once
    (
        "northfield",
        "Who are the current and former chief executives of Nordhaven Bank?",
        ["Ludwig von Trossau", "Rosalind Quill"],
    ),
    # nouns that are spelt as verbs
    ("northfield", "Nordhaven Bank lead", ["Rosalind Quill"]),
    ("northfield", "Quillmere chair", ["Tomasz Wójcik"]),
]


@pytest.mark.parametrize(("name", "question", "labels"), ANSWERED)
def test_answers(name: str, question: str, labels: list[str]):
    answer = ask(graph(name), question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels


OPEN = [
    ("harbour", "Who was chief executive of Rising Tide Health between 2016 and 2021?"),
    ("harbour", "Who was chief executive of Rising Tide Health by 2021?"),
    ("harbour", "Who has been chief executive of Rising Tide Health since 2019?"),
    ("northfield", "Who was chief technology officer of Quillmere between 2019 and 2022?"),
    ("northfield", "Where do founders of Thandeka AI also work?"),
    ("northfield", "Which companies employ founders of Thandeka AI as well?"),
    ("harbour", "Who is chief executive of Hadley Grid?"),
    ("northfield", "Did Lead Partners invest in Thandeka AI in 2023?"),
    ("northfield", "Has Tomasz Wójcik left Quillmere?"),
    ("harbour", "Did Rising Tide Health offer to buy After Hours Clinics?"),
]


@pytest.mark.parametrize(("name", "question"), OPEN)
def test_what_is_not_sure_is_not_given(name: str, question: str):
    answer = ask(graph(name), question)
    assert answer.status is AnswerStatus.NOT_STATED, answer.answer
    assert not answer.answers


def test_a_longer_title_is_told_as_one(articles: Lookup):
    answer = ask(articles, "How long was Priya Raghunathan vice president at Kestrelworks?")
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answers[0].time["duration"] == "P4Y"
    assert "The articles give a longer title." in answer.caveats


def test_a_slip_in_a_title_is_told(articles: Lookup):
    answer = ask(articles, "Who is finance directer of Pemberly Systems?")
    assert [item.label for item in answer.answers] == ["Bettina Krall"]
    assert "“directer” was read as “director”." in answer.caveats


def test_what_is_said_of_somebody_is_not_who_says_it():
    answer = ask(graph("harbour"), "Who is said to own 5 percent of Long Reach?")
    assert "unnamed sources" not in [item.label for item in answer.answers]


def test_a_month_without_a_year_is_not_dropped():
    answer = ask(graph("northfield"), "Did Rosalind Quill become chief executive of Nordhaven Bank in June?")
    assert answer.status in (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.UNKNOWN_ENTITY)
    assert "June" in answer.answer


def test_an_office_held_for_somebody_else_is_told_as_one():
    answer = ask(graph("northfield"), "How long was Leila ben Amor chief executive of Nordhaven Bank?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "The office was held for somebody else, in the meantime." in answer.caveats


def test_the_two_parts_of_an_answer_are_no_surer_than_each():
    answer = ask(graph("northfield"), "Who is taking over Nordhaven Pensions and when was it announced?")
    assert answer.status is AnswerStatus.PARTIAL


def test_a_second_part_about_nothing_in_the_first_is_not_guessed_at(articles: Lookup):
    answer = ask(articles, "Who owns Pemberly Systems and what is the size of the stake?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Solvane"]


def test_what_was_paid_is_no_share(articles: Lookup):
    for question in ("Who owns Roadlight and how much did they pay?", "Who owns Roadlight and what was the price?"):
        assert "50 percent" not in [item.label for item in ask(articles, question).answers]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Solvane acquired", ["Pemberly Systems"]),
        ("Meta invest", ["Scale AI"]),
        ("head Perch Lab", ["Lukas Amsler"]),
        ("Annotara supply Kestrelworks", ["yes"]),
        ("Which was the largest purchase and by whom?", ["Pemberly Systems", "Solvane"]),
        ("What did Delmare Semiconductor buy into in 2023 and how much was paid?", None),
    ],
)
def test_a_fragment_asks_for_the_side_that_it_lacks(articles: Lookup, question: str, labels: list[str] | None):
    answer = ask(articles, question)
    assert "€620 million" not in [item.label for item in answer.answers]
    assert labels is None or [item.label for item in answer.answers] == labels
