"""Turns of phrase that say the same as plainer ones, and what comes near them and says something else."""

from __future__ import annotations

import pytest

from app.query.ask.rewording.wording import asked


@pytest.mark.parametrize(
    ("question", "put"),
    [
        ("For our timeline we need to know who founded Pelm.", "who founded Pelm."),
        ("I would be grateful for the names of all companies that Acme bought.", "all companies that Acme bought."),
        ("Does Acme have a subsidiary, and which one?", "what subsidiary does Acme have"),
        ("Which takeover did Acme deny?", "which company did Acme deny buying?"),
        ("What is Roe's own stake in Acme?", "What is Roe's stake in Acme?"),
        ("Where did Acme get Ann Roe from?", "from which company did Acme recruit Ann Roe?"),
        ("In which decade did Ann Roe join Acme?", "when did Ann Roe join Acme?"),
        ("Who has been chosen to follow Ann Roe at Pelm?", "Who will succeed Ann Roe at Pelm?"),
        ("Whom did Ann Roe succeed at the top of Acme?", "Whom did Ann Roe succeed at Acme?"),
        ("Who is the chair of the merged company Acme Pelm?", "Who is the chair of Acme Pelm?"),
        ("What did Acme put on the table for Pelm?", "how much did Acme offer for Pelm?"),
        ("Is there anything to the report that Acme bought Pelm?", "is it certain that Acme bought Pelm?"),
        ("After how long did Ann Roe leave Acme?", "how long was Ann Roe at Acme?"),
        ("Has Ann Roe left Acme for good?", "Has Ann Roe left Acme?"),
        ("What reason did Acme give for the exit of its chair?", "why was the exit of Acme's chair?"),
        ("Pelm's earlier name?", "Pelm's earlier name?"),
        ("Who ran Pelm after Ann von Roe?", "Who succeeded Ann von Roe at Pelm?"),
    ],
)
def test_a_turn_of_phrase_is_put_plainly(question: str, put: str):
    assert asked(question).casefold().rstrip(".?") == put.casefold().rstrip(".?")


@pytest.mark.parametrize(
    "question",
    [
        "Who ran Pelm after the merger?",
        "Who owns the merged company?",
        "Does Acme have a chief executive?",
        "Where did Ann Roe get her money?",
    ],
)
def test_what_comes_near_stays(question: str):
    assert asked(question) == question


def test_the_deal_is_the_merger_that_stands_before_it():
    assert asked("The planned merger of Acme and Pelm: what was the deal worth?") == (
        "what was The planned merger of Acme and Pelm worth?"
    )
