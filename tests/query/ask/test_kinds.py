"""One question of every kind, over the sample articles."""

from __future__ import annotations

import datetime

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup

ANSWERED = [
    ("Who acquired Pemberly Systems?", ["Solvane"]),
    ("What did Solvane buy in 2026?", ["Pemberly Systems"]),
    ("Which companies has Harrowgate Ventures invested in?", ["Brightfold", "Kestrelworks", "Pemberly Systems"]),
    ("When was Annotara founded?", ["Zofia Wilk"]),
    ("How much did Meta invest in Scale AI?", ["$14.3 billion"]),
    ("What is the size of Meta's investment in Scale AI?", ["$14.3 billion"]),
    ("What stake does Peter Lindqvist have in Larkspur Data?", ["30 percent"]),
    ("How long was Camille Rousset chief executive of Brightfold?", ["Camille Rousset"]),
    ("Is TBD Labs part of Meta?", ["yes"]),
    ("Did Scale AI receive an investment from Meta?", ["yes"]),
    ("Does Ruben Mayer still work for Meta?", ["no"]),
    ("Did Ruben Mayer belong to the superintelligence team?", ["no"]),
    ("Name the vendors of Brightfold", ["Annotara", "Larkspur Data", "Quillmark Labs"]),
    ("Which vendors does Brightfold use now?", ["Annotara", "Quillmark Labs"]),
    ("Which company received the largest investment?", ["Scale AI"]),
    ("Who is the current finance director of Pemberly Systems?", ["Bettina Krall"]),
    ("Who was the former finance director of Pemberly Systems?", ["Gareth Tindall"]),
    ("Who succeeded Gareth Tindall?", ["Bettina Krall"]),
    ("Which vendors do units of Kestrelworks use?", ["Quillmark Labs"]),
    ("Which investor has backed both Kestrelworks and Cindervale?", ["Tallowmere Capital"]),
    ("Where did Lukas Amsler work before he joined Kestrelworks?", ["Brightfold"]),
    ("Where is Delmare Semiconductor based?", ["Eindhoven"]),
    ("Which companies are in Eindhoven?", ["Delmare Semiconductor", "Roadlight"]),
    ("Is Roadlight in Eindhoven?", ["yes"]),
    ("What was Meta called before?", ["Facebook"]),
    ("What did Papercrane become?", ["Cindervale"]),
    ("What does Scale AI specialise in?", ["data labeling"]),
    ("solvane spokesman", ["Jonas Reiter"]),
    ("meta scale ai investmnt amount", ["$14.3 billion"]),
    ("clients of annotara", ["Brightfold", "Kestrelworks"]),
    ("Kestrelworks products", ["Talon"]),
    ("Who denied that Solvane is in talks to buy Cindervale?", ["Solvane"]),
    ("Who says that Facebook and Scale AI are still cooperating?", ["Meta", "Scale AI"]),
    ("Did Solvane deny that it is in talks to buy Cindervale?", ["yes"]),
    ("Is it true that Meta invested in Scale AI?", ["yes"]),
    ("Which group owns the company where Mateus Arruda was a software engineer?", ["Solvane"]),
    ("Who was chief executive of Larkspur Data before Wanjiru Kamande?", ["Peter Lindqvist"]),
    ("What does Gareth Tindall do at Kestrelworks?", ["chief financial officer"]),
    ("Which company is Pemberly Systems a subsidiary of?", ["Solvane"]),
    ("Who sold its stake in Pemberly Systems?", ["Harrowgate Ventures"]),
    ("Which vendor did Brightfold drop?", ["Larkspur Data"]),
    ("Who led the Series C round of Kestrelworks?", ["Tallowmere Capital"]),
    ("How much did the Pemberly Systems acquisition cost?", ["€620 million"]),
    ("Who founded Kestrelworks and when?", ["Ingrid Solheim", "Tomás Breval"]),
]


@pytest.mark.parametrize(("question", "labels"), ANSWERED)
def test_answers(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)

    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels
    assert answer.evidence
    assert answer.sparql
    assert answer.confidence > 0.5


def test_what_somebody_says_is_quoted(articles: Lookup):
    answer = ask(articles, "What did Solvane deny?")
    assert "it is in talks to buy Cindervale" in answer.answer
    assert [item.status for item in answer.answers] == ["denied"]


def test_how_somebody_left_is_not_made_up(articles: Lookup):
    assert ask(articles, "Did Ruben Mayer resign?").status is AnswerStatus.NOT_STATED
    answer = ask(articles, "When did Ruben Mayer resign?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "The articles do not state the manner." in answer.caveats


def test_an_announcement_is_told_as_one(articles: Lookup):
    answer = ask(articles, "When was the acquisition of Pemberly Systems announced?")
    assert answer.answer == "Solvane acquired Pemberly Systems for €620 million, announced on 7 October 2025."


def test_a_plan_for_the_future_is_told_as_a_plan(articles: Lookup):
    answer = ask(articles, "Who will become chief operating officer of Mirador Mobility?")
    assert answer.answer.startswith("Planned: Priya Raghunathan")


def test_counts_are_a_lower_bound(articles: Lookup):
    answer = ask(articles, "How many companies has Delmare invested in?")
    assert answer.answer.startswith("At least 3 known: ")


def test_people_are_listed_but_not_counted(articles: Lookup):
    answer = ask(articles, "How many people work at Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert "Ingrid Solheim" in answer.answer


def test_a_summary_says_what_is_known_of_a_name(articles: Lookup):
    answer = ask(articles, "What is TBD Labs?")
    assert "TBD Labs is a unit of Meta." in answer.answer
    assert "TBD Labs focuses on superintelligence." in answer.answer
    assert ask(articles, "TBD Labs").answer == answer.answer


def test_what_links_two_names(articles: Lookup):
    answer = ask(articles, "How are Meta and Scale AI connected?")
    assert "Meta invested $14.3 billion in Scale AI" in [item.label for item in answer.answers]


def test_an_interval_comes_with_the_answer(articles: Lookup):
    (item,) = ask(articles, "When did Mateus Arruda work at Pemberly Systems?").answers
    assert item.time["start"]["earliest"] == "2008-01-01"
    assert item.time["end"]["latest"] == "2013-12-31"


def test_as_of_a_day_before_the_end_the_office_was_held(articles: Lookup):
    day = datetime.date(2026, 1, 1)
    assert ask(articles, "Who is the CEO of Brightfold?").status is AnswerStatus.NOT_STATED
    assert [i.label for i in ask(articles, "Who is the CEO of Brightfold?", as_of=day).answers] == ["Camille Rousset"]


# --- what is not established -----------------------------------------------------------------------------------------


def test_what_is_only_reported_is_named_so(articles: Lookup):
    answer = ask(articles, "Is Meta looking for alternatives to Scale AI?")
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer == "Only reported: Meta is considering alternatives to Scale AI."
    assert [item.status for item in answer.answers] == ["reported"]


def test_a_plan_is_named_so(articles: Lookup):
    answer = ask(articles, "Who is the chief executive of Larkspur Data?")
    assert answer.status is AnswerStatus.PARTIAL
    assert answer.answer.startswith("Only planned: Wanjiru Kamande")


def test_a_denied_plan_is_neither_yes_nor_no(articles: Lookup):
    answer = ask(articles, "Is Solvane in talks to buy Cindervale?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["denied"]
    assert ask(articles, "Has Solvane acquired Cindervale?").status is AnswerStatus.NOT_STATED


def test_talk_of_an_end_is_no_end(articles: Lookup):
    answer = ask(articles, "Has the partnership between Facebook and Scale AI ended?")
    assert answer.status is AnswerStatus.NOT_STATED


def test_a_units_vendor_is_not_silently_its_parents(articles: Lookup):
    answer = ask(articles, "Does Kestrelworks use Quillmark Labs?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "Perch Lab" in answer.answer


def test_a_date_that_only_publication_bounds_is_not_stated(articles: Lookup):
    answer = ask(articles, "When did Ingrid Solheim become chief executive of Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED


# --- refusals --------------------------------------------------------------------------------------------------------

REFUSED = [
    ("Who is the CEO of Globex Dynamics?", AnswerStatus.UNKNOWN_ENTITY),
    ("What is Helixmere?", AnswerStatus.UNKNOWN_ENTITY),
    ("Who is the chief executive of Meta?", AnswerStatus.NOT_STATED),
    ("Who founded Solvane?", AnswerStatus.NOT_STATED),
    ("Who oversaw Meta's legal department?", AnswerStatus.NOT_STATED),
    ("What is the revenue of Solvane?", AnswerStatus.NOT_STATED),
    ("Who is the chief executive?", AnswerStatus.AMBIGUOUS),
    ("What does the lab focus on?", AnswerStatus.AMBIGUOUS),
    ("When did she join?", AnswerStatus.AMBIGUOUS),
    ("Should I buy shares in Solvane?", AnswerStatus.OUT_OF_SCOPE),
    ("Will Meta still be working with Scale AI in 2030?", AnswerStatus.OUT_OF_SCOPE),
    ("Why is the sky blue?", AnswerStatus.OUT_OF_SCOPE),
    ("of which by whom the and", AnswerStatus.NOT_UNDERSTOOD),
    ("How about that?", AnswerStatus.NOT_UNDERSTOOD),
    ("Which vendors frobnicate Meta?", AnswerStatus.NOT_UNDERSTOOD),
    ("Who did not invest in Kestrelworks?", AnswerStatus.NOT_UNDERSTOOD),
]


@pytest.mark.parametrize(("question", "status"), REFUSED)
def test_refuses_for_the_right_reason(articles: Lookup, question: str, status: AnswerStatus):
    answer = ask(articles, question)
    assert answer.status is status, answer.answer
    assert answer.answers == ()


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("Did Meta deny that the partnership is over?", AnswerStatus.NOT_STATED),
        ("Did Solvane say that it bought Featherstone Cloud?", AnswerStatus.UNKNOWN_ENTITY),
    ],
)
def test_what_somebody_is_not_quoted_as_saying_is_refused(articles: Lookup, question: str, status: AnswerStatus):
    answer = ask(articles, question)
    assert (answer.status, answer.answers) == (status, ())


def test_who_is_about_to_leave_leaves_as_a_plan(articles: Lookup):
    answer = ask(articles, "Is Wanjiru Kamande joining Larkspur Data?")
    assert [item.label for item in answer.answers] == ["yes"]
    assert answer.answer.startswith("Yes, as a plan:")


def test_a_minority_is_told_with_what_is_missing(articles: Lookup):
    assert "Who owns the rest is not stated." in ask(articles, "Who owns Annotara?").caveats
    assert "Who owns the rest is not stated." not in ask(articles, "Who owns Roadlight?").caveats


def test_a_list_of_a_time_is_not_given_where_undated_ones_are_told_in_it(articles: Lookup):
    answer = ask(articles, "Who joined Kestrelworks in January 2026?")
    assert (answer.status, answer.answers) == (AnswerStatus.PARTIAL, ())
    assert "Gareth Tindall" in answer.answer
    assert "Lukas Amsler" in answer.answer


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Who invested the most in Cindervale?", {"Tallowmere Capital"}),
        ("Who was finance chief of Cindervale until 2021?", {"Helena Voss"}),
        ("Who was finance chief of Cindervale until 2020?", set()),
        ("Which company was founded most recently?", {"Roadlight"}),
    ],
)
def test_most_last_and_until(articles: Lookup, question: str, names: set[str]):
    assert {item.label for item in ask(articles, question).answers} == names


def test_an_announcement_is_no_date_of_the_event(articles: Lookup):
    answer = ask(articles, "When did Tallowmere invest in Kestrelworks?")
    assert answer.status is AnswerStatus.PARTIAL
    assert "announced on 16 September 2025. The date of the event itself is not stated." in answer.answer
