from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.rewording.openings import opened
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Sorry, I am only the new temp here, who runs Acme?", "who runs Acme?"),
        ("hiya, we have to write this up: when was Acme sold?", "when was Acme sold?"),
        ("I should be most grateful if you would let me know which firm makes Rook.", "which firm makes Rook."),
        ("Kindly inform us as to when Acme was sold.", "when Acme was sold."),
        ("My report is about Acme: who runs it?", "Acme: who runs it?"),
        ("Apart from Acme, who backed Pelm?", "who backed Pelm apart from Acme"),
        (
            "After leaving Acme, where did Roe go, and in what role?",
            "where did Roe go after leaving Acme and in what role",
        ),
        ("Can we be certain that Acme bought Pelm?", "is it certain that Acme bought Pelm?"),
        ("Has anybody actually verified that Acme bought Pelm?", "is it certain that Acme bought Pelm?"),
        ("Did Acme tell anyone that it bought Pelm?", "Did Acme tell anyone that it bought Pelm?"),
        ("We know Acme bought Pelm: who runs it?", "We know Acme bought Pelm: who runs it?"),
        ("I know who runs Acme, who founded it?", "I know who runs Acme, who founded it?"),
    ],
)
def test_only_what_says_nothing_of_the_matter_is_taken_off(question: str, plain: str):
    assert opened(question) == plain


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("Pardon me, I'm just the intern, who the heck founded Annotara?", ["Zofia Wilk"]),
        ("We would be very pleased if someone could tell us who chairs Brightfold.", ["Étienne Marchal"]),
        ("Besides Tallowmere Capital, who invested in Kestrelworks?", ["Delmare Semiconductor", "Harrowgate Ventures"]),
        ("Which company did Solvane get its hands on?", ["Pemberly Systems"]),
        ("Which firms have their head offices in Eindhoven?", ["Delmare Semiconductor", "Roadlight"]),
        ("Does Harrowgate Ventures stay on as a shareholder of Pemberly Systems?", ["no"]),
        ("What was the fee paid by Solvane for Pemberly Systems?", ["€620 million"]),
        ("Who is holding the fort at Brightfold?", ["Noor Haddad"]),
        ("Who are the shareholders with over 20 percent of Cindervale?", ["Tallowmere Capital"]),
        ("Who runs the Annotara company?", ["Zofia Wilk"]),
        ("What was Cindervale named befor?", ["Papercrane"]),
        ("give me the lowdown on Ruben Mayer", ["Ruben Mayer"]),
    ],
)
def test_everyday_words_are_understood(articles: Lookup, question: str, labels: list[str]):
    answer = ask(articles, question)
    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels


def test_heads_on_a_payroll_are_listed_but_not_counted(articles: Lookup):
    answer = ask(articles, "How many people are on the payroll of Kestrelworks?")
    assert answer.status is AnswerStatus.NOT_STATED
    assert not answer.answers
