from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.grammar.particles import reunited
from app.query.ask.lexical.lexicon import load_lexicon
from app.query.ask.lexical.words import tokenize
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Which two organisations hold half of Roadlight each?", ["Delmare Semiconductor", "Mirador Mobility"]),
        ("Which vendor supplies Brightfold as well as Kestrelworks?", ["Annotara"]),
        ("Who has backed Kestrelworks and also Cindervale?", ["Tallowmere Capital"]),
        ("Which firms count Annotara among their vendors?", ["Brightfold", "Kestrelworks"]),
        ("Does Brightfold count Annotara among its suppliers?", ["yes"]),
        ("How big was the largest investment made by Meta?", ["$14.3 billion"]),
        ("What is the size of the stake that Tallowmere Capital holds in Cindervale?", ["22 percent"]),
        ("How much cash flowed in with Brightfold's Series B?", ["€70 million"]),
        ("How large is the shareholding of Harrowgate Ventures in Brightfold?", ["28 percent"]),
        ("Who are the confirmed owners of Roadlight?", ["Delmare Semiconductor", "Mirador Mobility"]),
    ],
)
def test_amounts_lists_and_what_is_said_of_both(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who are the three shareholders of Roadlight?", "The question speaks of 3; 2 are known."),
        ("Who are the two shareholders of Roadlight?", None),
        ("Which four vendors supply Brightfold?", "The question speaks of 4; 2 are known."),
    ],
)
def test_another_number_than_is_taken_for_granted_is_told(articles: Lookup, question: str, told: str | None):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED
    spoken = [caveat for caveat in answer.caveats if caveat.startswith("The question speaks of")]
    assert spoken == ([told] if told else [])


def test_what_is_not_confirmed_is_no_answer_to_what_is(articles: Lookup):
    assert ask(articles, "Who considered a bid for Pemberly Systems?").status is AnswerStatus.ANSWERED
    assert not ask(articles, "What are the confirmed takeover talks of Mirador Mobility?").answers


@pytest.mark.parametrize(
    "question",
    ["Does Quorvantis Semiconductor sell chips to Kestrelworks?", "Has Brightfold ever zonked Dray Medical?"],
)
def test_a_strange_name_is_told_as_one_and_not_as_a_word(articles: Lookup, question: str):
    answer = ask(articles, question)
    expected = AnswerStatus.UNKNOWN_ENTITY if "Quorvantis" in question else AnswerStatus.NOT_UNDERSTOOD
    assert answer.status is expected, answer.answer


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Who set Larkspur Data up?", ["Peter Lindqvist"]),
        ("Where is Larkspur Data based and who set it up?", ["Nairobi", "Peter Lindqvist"]),
        ("How much was the Solvane Pemberly takeover?", ["€620 million"]),
        ("Which investor held the majority of Pemberly Systems?", ["Harrowgate Ventures"]),
        ("What did Tallowmere Capital fork out for its Cindervale stake?", ["€40 million"]),
        ("List everybody who left Brightfold", ["Lukas Amsler"]),
        ("Name everyone who left Brightfold, and say where they went.", ["Kestrelworks", "Lukas Amsler"]),
        ("Which employer did Bettina Krall have prior to Pemberly Systems?", ["Solvane"]),
    ],
)
def test_parted_verbs_pairs_of_names_and_majorities(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels


def test_what_a_stake_cost_is_no_percentage(articles: Lookup):
    answer = ask(articles, "What share does Delmare Semiconductor hold in Annotara and what did it cost?")
    assert answer.status is AnswerStatus.PARTIAL, answer.answer
    assert [item.label for item in answer.answers] == ["15 percent"]


def test_a_verb_with_a_particle_takes_no_second_one():
    words = tokenize("What part of Pelm did Acme take over in 2021?")
    assert reunited(words, load_lexicon()) is None
