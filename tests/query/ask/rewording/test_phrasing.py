"""Reasons, times and topics are asked for in many ways that mean the same."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup

SAME = [
    # reasons
    (
        "State the reason given for Peter Lindqvist's departure from Larkspur Data.",
        ["had wanted to hand over for some time"],
    ),
    ("What explanation has been offered for Peter Lindqvist's resignation?", ["had wanted to hand over for some time"]),
    ("Which motives are cited for Lukas Amsler's exit from Brightfold?", []),
    ("Is there any reason on record for Lukas Amsler's departure?", []),
    # times
    ("Who was finance director of Pemberly Systems during the period 2021 to 2024?", ["Gareth Tindall"]),
    ("Did Solvane acquire Pemberly Systems by the end of January 2026?", ["yes"]),
    ("Did Solvane acquire Pemberly Systems before the end of 2025?", ["no"]),
    ("Who led Kestrelworks's round of September 2025?", ["Tallowmere Capital"]),
    ("Who led Kestrelworks's round of August 2025?", []),
    ("On which day did Solvane's purchase of Pemberly Systems close, rather than being announced?", ["Solvane"]),
    # a topic first
    ("Annotara: founder?", ["Zofia Wilk"]),
    ("Kestrelworks: valuation in the Series C?", ["$1.4 billion"]),
    ("Purchase of Pemberly Systems: price?", ["€620 million"]),
    ("Scale AI: who invested in that company?", ["Meta"]),
    ("Papercrane: under which name is that business known today?", ["Cindervale"]),
    ("Finance director of Pemberly Systems: how long did Bettina Krall hold the post?", []),
    # one of several
    ("Founded earliest: Annotara, Kestrelworks or Larkspur Data?", ["Larkspur Data"]),
    ("Which was founded last, Larkspur Data, Annotara or Kestrelworks?", ["Kestrelworks"]),
    ("Youngest: Larkspur Data or Kestrelworks?", ["Kestrelworks"]),
]


@pytest.mark.parametrize(("question", "labels"), SAME)
def test_is_understood(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status.value != "not_understood", answer.answer
    assert sorted(item.label for item in answer.answers) == labels


def test_a_month_is_not_who_bears_its_name(articles: Lookup):
    """In "in March" nobody is named, so that an answer need speak of no one."""
    assert [item.label for item in ask(articles, "Who was dismissed in June 2025?").answers] == []


ACCORDING = [
    (
        "According to Samuel Otieno, why did Peter Lindqvist leave Larkspur Data?",
        ["had wanted to hand over for some time"],
    ),
    (
        "Why did Peter Lindqvist leave Larkspur Data, according to its chairman?",
        ["had wanted to hand over for some time"],
    ),
    ("Why did Peter Lindqvist leave Larkspur Data, according to Ingrid Solheim?", []),
    ("Who founded Annotara, in the words of Ingrid Solheim?", []),
    ("According to anonymous sources, what is Meta considering alternatives to?", ["Scale AI"]),
]


@pytest.mark.parametrize(("question", "labels"), ACCORDING)
def test_only_what_the_speaker_is_quoted_for(articles: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(articles, question).answers] == labels


TURNS = [
    ("Who stepped in as finance director at Pemberly Systems once Gareth Tindall had left?", ["Bettina Krall"]),
    ("Who was chief executive of Larkspur Data until Wanjiru Kamande came in?", ["Peter Lindqvist"]),
    ("Who held the position of chief executive at Brightfold in 2024?", ["Camille Rousset"]),
    ("Which person, having been finance chief of Cindervale, is now a partner at Tallowmere Capital?", ["Helena Voss"]),
    ("Where is the investor headquartered that led Brightfold's Series B round?", ["Boston"]),
    ("When did Peter Lindqvist submit his resignation?", ["Peter Lindqvist"]),
    ("For how many years was Priya Raghunathan in post at Kestrelworks?", ["Priya Raghunathan"]),
]


@pytest.mark.parametrize(("question", "labels"), TURNS)
def test_turns_of_phrase(articles: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(articles, question).answers] == labels


MORE = [
    ("Harrowgate's stake in Brightfold, as of today: size?", ["28 percent"]),
    ("Names of the investors in Kestrelworks?", ["Delmare Semiconductor", "Harrowgate Ventures", "Tallowmere Capital"]),
    ("What share of Roadlight is held by Delmare?", ["50 percent"]),
    ("What line of work is Scale AI in?", ["data labeling"]),
    ("How much did Solvane need to pay to obtain Pemberly Systems?", ["€620 million"]),
    ("Was it Mirador Mobility or Solvane that took over Pemberly Systems?", ["Solvane"]),
    ("Is it still unclear whether Solvane bought Pemberly Systems?", ["yes"]),
    ("Announcement date of Solvane's takeover of Pemberly Systems?", ["Solvane"]),
    ("Helena Voss's reasons for leaving Cindervale?", []),
    ("How big is the stake of Harrowgate Ventures in Brightfold?", ["28 percent"]),
    ("Is Cindervale up for sale?", []),
]


@pytest.mark.parametrize(("question", "labels"), MORE)
def test_nouns_stand_for_questions(articles: Lookup, question: str, labels: list[str]):
    assert sorted(item.label for item in ask(articles, question).answers) == labels
