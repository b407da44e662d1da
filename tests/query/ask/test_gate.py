"""What an answer must not pass over: words that limit, whose part a sum is, days, what was only said not to be."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup

ANSWERED = [
    # "what" asks for the other side before it asks for a number
    ("What does Harrowgate Ventures own?", ["Brightfold"]),
    ("What stakes does Tallowmere hold?", ["Cindervale"]),
    ("What are Tallowmere Capital's investments?", ["Cindervale", "Kestrelworks"]),
    ("What does Delmare own of Annotara?", ["15 percent"]),
    # times of what lasts
    ("Who labelled Brightfold's scans before November 2025?", ["Larkspur Data"]),
    ("Which roles has Gareth Tindall held?", ["chief financial officer", "finance director"]),
    ("What was Bettina Krall's job before she became finance director?", ["head of controlling"]),
    ("When is Daniel Okafor due to retire?", ["Daniel Okafor"]),
    ("When did Solvane announce that it would buy Pemberly Systems?", ["Solvane"]),
    # who is in charge of what a title names
    ("Who heads logistics at Kestrelworks?", ["Erik Thorsen"]),
    ("Who ran finance at Pemberly?", ["Bettina Krall", "Gareth Tindall"]),
    # numbers with a side
    ("Who owns more than a quarter of Brightfold?", ["Harrowgate Ventures"]),
    ("Did Meta invest more than ten billion dollars in Scale AI?", ["yes"]),
    # places and company
    ("Where is Perch Lab?", ["Zurich"]),
    ("At which company is Gareth Tindall now?", ["Kestrelworks"]),
    ("With whom did Delmare set up Roadlight?", ["Mirador Mobility"]),
    ("Which investors joined the Series C round of Kestrelworks?",
     ["Delmare Semiconductor", "Harrowgate Ventures", "Tallowmere Capital"]),
    ("When was Annotara founded, and by whom?", ["Zofia Wilk"]),
    # who holds what now, who took over, who did it
    ("What stake did Harrowgate have in Pemberly?", ["61 percent"]),
    ("Who took over at Larkspur Data?", ["Wanjiru Kamande"]),
    ("Which chief executives are also founders?",
     ["Ingrid Solheim", "Mateus Arruda", "Rosa Quintanilla", "Zofia Wilk"]),
    ("Who made the largest investment?", ["Meta"]),
    ("What is Kestrelworks worth?", ["$1.4 billion"]),
    ("When was Meta's deal with Scale AI announced?", ["Meta"]),
    ("Which firm does the analyst Yuki Tanabe work for?", ["Corvane Research"]),
    ("Did Peter Lindqvist become chief executive of Larkspur Data?", ["yes"]),
    ("How much of Annotara did Delmare get?", ["15 percent"]),
    ("Is Papercrane an old name of Cindervale?", ["yes"]),
    ("Did Mirador Mobility consider buying Pemberly Systems?", ["yes"]),
    # saying that something is not so is denying it
    ("According to whom is Solvane not negotiating with Cindervale?", ["Solvane"]),
    ("Who denied that Delmare was negotiating with another truck company?", ["Willem Aerts"]),
    ("Isn't Adaeze Nwosu chief executive of Pemberly Systems?", ["yes"]),
]  # fmt: skip

REFUSED = [
    # a parent is not the topmost one
    ("Who is the ultimate owner of Perch Lab?", AnswerStatus.NOT_UNDERSTOOD),
    ("How much did Tallowmere invest in Kestrelworks?", AnswerStatus.NOT_STATED),
    ("When did the deal with Pemberly close?", AnswerStatus.AMBIGUOUS),
    ("Which chipmaker owns half of Roadlight?", AnswerStatus.NOT_STATED),
    ("Does Harrowgate own less than a quarter of Brightfold?", AnswerStatus.NOT_STATED),
    ("Who runs operations at Brightfold?", AnswerStatus.NOT_STATED),
    ("Who says that Meta is not a partner of Scale AI?", AnswerStatus.NOT_STATED),
    ("On what cargo does Perch Lab concentrate?", AnswerStatus.NOT_UNDERSTOOD),
    ("What stake does Harrowgate have in Pemberly?", AnswerStatus.NOT_STATED),
    ("Which investment was the smallest?", AnswerStatus.NOT_STATED),
    ("How much did Delmare invest in total?", AnswerStatus.OUT_OF_SCOPE),
    ("How many people does Kestrelworks want to hire?", AnswerStatus.NOT_STATED),
    ("Is Peter Lindqvist chairman of Larkspur Data?", AnswerStatus.NOT_STATED),
    ("Which founder left the company?", AnswerStatus.AMBIGUOUS),
    ("Does chief executive Erik Thorsen work for Kestrelworks?", AnswerStatus.NOT_STATED),
    ("Does Tallowmere Capital own Cindervale?", AnswerStatus.PARTIAL),
    ("Who is finance director?", AnswerStatus.AMBIGUOUS),
    ("Is chief scientist a role at Brightfold?", AnswerStatus.UNKNOWN_ENTITY),
    ("Who succeeded Priya Raghunathan at Kestrelworks?", AnswerStatus.NOT_STATED),
]


@pytest.mark.parametrize(("question", "labels"), ANSWERED)
def test_answers(articles: Lookup, question: str, labels: list[str]) -> None:
    answer = ask(articles, question)

    assert answer.status is AnswerStatus.ANSWERED, answer.answer
    assert sorted(item.label for item in answer.answers) == labels


@pytest.mark.parametrize(("question", "status"), REFUSED)
def test_refuses_what_it_cannot_check(articles: Lookup, question: str, status: AnswerStatus) -> None:
    answer = ask(articles, question)

    assert answer.status is status, answer.answer
    assert not answer.answers


def test_a_venture_of_two_is_called_so(articles: Lookup) -> None:
    answer = ask(articles, "What is Roadlight?")

    assert answer.answer.startswith("Roadlight is a joint venture of Delmare Semiconductor and Mirador Mobility.")
    assert any("joint venture" in item.text for item in answer.evidence)


def test_the_sum_of_a_round_is_told_as_such(articles: Lookup) -> None:
    answer = ask(articles, "How big was Brightfold's Series B?")

    assert [item.value for item in answer.answers] == ["70000000"]
    assert "led the Series B round" in answer.answer


def test_a_sum_that_articles_differ_on_is_no_plain_yes(articles: Lookup) -> None:
    answer = ask(articles, "Did Delmare invest 45 million dollars in Annotara?")

    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["disputed"]
