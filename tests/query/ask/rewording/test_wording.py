"""The same things asked in many ways: one or more sentences for every family of constructions."""

from __future__ import annotations

import pytest

from app.graphs import entity_quads
from app.model import AnswerStatus, Entity
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from tests.query.ask.articles import graph

FAMILIES = [
    # light verbs and idioms
    ("Who is at the helm of Solvane?", ["Markus Oberlin"]),
    ("Who put money into Kestrelworks?", ["Delmare Semiconductor", "Harrowgate Ventures", "Tallowmere Capital"]),
    ("Who has a stake in Cindervale?", ["Tallowmere Capital"]),
    ("Who is behind Annotara?", ["Zofia Wilk"]),
    ("What does Annotara do for Brightfold?", ["lung scans"]),
    ("From whom does Meta poach staff?", ["OpenAI", "Scale AI"]),
    # names of people by what they are, and imperatives
    ("Name the person in charge of Perch Lab", ["Lukas Amsler"]),
    ("Give me a list of the vendors of Mirador Mobility", ["Larkspur Data", "Ostrey Micro"]),
    ("Number of units of Kestrelworks", ["Perch Lab"]),
    ("Who owns part of Cindervale, whether or not the price is known?", ["Tallowmere Capital"]),
    # short forms
    ("Who'll run Larkspur Data?", ["Wanjiru Kamande"]),
    ("Who says that Lindqvist won't have a seat on Larkspur Data's board?", ["Samuel Otieno"]),
    ("Till when did Gareth Tindall work for Pemberly Systems?", ["Gareth Tindall"]),
    # politeness and indirect questions
    ("I was wondering who chairs Brightfold.", ["Étienne Marchal"]),
    ("Good morning! Any idea who runs Delmare Semiconductor? Many thanks.", ["Willem Aerts"]),
    ("Can you tell me whether Meta owns TBD Labs?", ["yes"]),
    # how, which of two, which of them, what is biggest
    ("How did Peter Lindqvist leave Larkspur Data?", ["resigned"]),
    ("Was Lindqvist fired or did he resign?", ["resigned"]),
    ("Which of Brightfold and Kestrelworks did Lukas Amsler leave?", ["Brightfold"]),
    ("Which is older, Annotara or Larkspur Data?", ["Larkspur Data"]),
    ("Which of Annotara's clients has Delmare invested in?", ["Kestrelworks"]),
    ("Which is the oldest of the companies?", ["Larkspur Data"]),
    # names that changed, and things that stopped
    ("Under which name was Cindervale known until 2019?", ["Papercrane"]),
    ("Which companies have changed their name?", ["Cindervale", "Meta"]),
    ("Is Meta the same company as Facebook?", ["yes"]),
    # rounds, sizes, topics
    ("How large was Brightfold's Series B?", ["€70 million"]),
    ("size of Tallowmere's stake in Cindervale", ["22 percent"]),
    ("What valuation did Kestrelworks reach?", ["$1.4 billion"]),
    ("Who runs the robotic grasping unit of Kestrelworks?", ["Lukas Amsler"]),
    ("What's Brightfold's complaint about Larkspur Data?", ["quality"]),
    # a name that the question has already, and an aside
    ("What percentage of Larkspur Data does its founder keep?", ["30 percent"]),
    ("Which investor in Kestrelworks also bought into one of its vendors?", ["Delmare Semiconductor"]),
    ("Ruben Mayer: who is he?", ["Ruben Mayer"]),
    # nothing in the question is passed over
    ("What share of Pemberly Systems did Harrowgate Ventures own?", ["61 percent"]),
    ("Who was chief executive of Brightfold in 2025?", ["Camille Rousset"]),
    ("Who left Kestrelworks?", ["Priya Raghunathan"]),
    ("Who's the boss over at Kestrelworks?", ["Ingrid Solheim"]),
    ("Where did Gareth Tindall go?", ["Kestrelworks"]),
    # clefts
    ("Was it Solvane that bought Pemberly Systems?", ["yes"]),
    ("Who was it that founded Annotara?", ["Zofia Wilk"]),
    # passives with what was asked left in place
    ("Pemberly Systems was acquired by whom?", ["Solvane"]),
    ("From which companies were people recruited by Meta?", ["OpenAI", "Scale AI"]),
    # exclusion
    ("Who else invested in Kestrelworks besides Tallowmere Capital?", ["Delmare Semiconductor", "Harrowgate Ventures"]),
    ("Apart from Annotara, which vendors does Brightfold use now?", ["Quillmark Labs"]),
    # relative clauses
    ("Which company whose chief executive is Zofia Wilk supplies Brightfold?", ["Annotara"]),
    ("Who founded the company of which Wanjiru Kamande was chief operating officer?", []),
    ("Who founded the company in which Delmare invested $45 million?", ["Zofia Wilk"]),
    # verb phrases side by side
    ("Which company invested in Kestrelworks and founded Roadlight?", ["Delmare Semiconductor"]),
    ("Who invested in Annotara and in Kestrelworks?", ["Delmare Semiconductor"]),
    # times
    ("Who was chief executive of Brightfold between 2022 and 2024?", ["Camille Rousset"]),
    ("Brightfold CEO 2024", ["Camille Rousset"]),
    ("Who left Pemberly Systems when Solvane took over?", ["Gareth Tindall"]),
    ("What was the year of the founding of Annotara?", ["Zofia Wilk"]),
    ("What year was Larkspur Data founded in?", ["Peter Lindqvist"]),
    ("Who is no longer at Brightfold?", ["Camille Rousset", "Lukas Amsler"]),
    # comparisons and superlatives
    ("Was Annotara founded before Kestrelworks?", ["yes"]),
    ("Was Kestrelworks founded before Larkspur Data?", ["no"]),
    ("Who holds more of Cindervale, Tallowmere Capital or Solvane?", []),
    ("Which is the oldest company?", ["Larkspur Data"]),
    # how certain
    ("How certain is the acquisition of Pemberly Systems?", ["asserted"]),
    ("Is it confirmed that Meta is looking for alternatives to Scale AI?", ["reported"]),
    # whose words
    ("Who says that one label in twelve had been wrong?", ["Camille Rousset"]),
    # people for their company
    ("What are TBD Labs' researchers unhappy about?", ["quality of data"]),
    # slips
    ("wich company aquired Pemberly?", ["Solvane"]),
    ("wat does Ostrey Micro suply?", ["processors"]),
]


@pytest.mark.parametrize(("question", "labels"), FAMILIES)
def test_is_understood(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)

    assert sorted(item.label for item in answer.answers) == labels, answer.answer
    if labels:
        assert answer.status in (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)


STRANGE = [
    "Who secretly founded Annotara?",
    "Who founded Annotara on a Tuesday?",
    "Which blue companies did Meta acquire?",
    "Who nearly invested in Kestrelworks?",
    "Who invested in Kestrelworks under a false name?",
    "Who never worked for Meta?",
    "Which companies except vendors of Meta did Solvane buy?",
]


@pytest.mark.parametrize("question", STRANGE)
def test_a_word_without_a_place_is_no_answer(articles: Lookup, question: str):
    assert ask(articles, question).answers == ()


def test_what_is_said_of_a_unit_holds_for_the_whole_it_is_part_of(articles: Lookup):
    assert ask(articles, "Is Perch Lab part of Kestrelworks?").answers[0].label == "yes"
    assert ask(articles, "Is Perch Lab part of Solvane?").status is AnswerStatus.NOT_STATED


def test_a_plan_is_told_and_not_given(articles: Lookup):
    answer = ask(articles, "Who is on the board of Kestrelworks?")
    assert "Helena Voss" in answer.answer
    assert answer.answers == ()
    assert ask(articles, "When does Priya Raghunathan start at Mirador Mobility?").answers


def test_names_are_read_again_when_the_graph_changes():
    lookup = Lookup(EmbeddedStore(), graph().iris)
    assert ask(lookup, "Who founded Annotara?").status is AnswerStatus.UNKNOWN_ENTITY
    lookup.store.apply(Change(add=graph().store.quads()))
    assert [item.label for item in ask(lookup, "Who founded Annotara?").answers] == ["Zofia Wilk"]


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who was named chief executive of Larkspur Data?", ["Wanjiru Kamande"]),
        ("Who was chief operating officer of Mirador Mobility in January 2026?", ["Priya Raghunathan"]),
        ("Which chief executives stepped down?", ["Camille Rousset", "Peter Lindqvist"]),
        ("Which vendors started working for Brightfold in November 2025?", ["Annotara", "Quillmark Labs"]),
    ],
)
def test_posts_and_contracts_by_the_time_they_were_to_begin_or_end(articles: Lookup, question: str, labels: list[str]):
    assert sorted(item.label for item in ask(articles, question).answers) == labels


def test_words_for_an_unnamed_group_are_no_name_that_must_be_spoken_of():
    known = graph()
    group = Entity(id="collective/data-vendors", name="data vendors", type="Collective")
    store = EmbeddedStore()
    store.apply(Change(add=[*known.store.quads(), *entity_quads(group, known.iris)]))

    answer = ask(Lookup(store, known.iris), "Which data vendors does TBD Labs use?")

    assert [item.label for item in answer.answers] == ["third-party data vendors"]
