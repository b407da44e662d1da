"""Complaints, searches, quarrels and partnerships in set wordings that may name but one side."""

import pytest

from app.model import Phase, Polarity, Status
from tests.extraction.reading import read, said, say

_TOLD = (
    (
        "Daisho Motor, which buys 44% of Tateno's output, has been asking Chinese manufacturers for samples.",
        "consideringAlternativesTo(Daisho Motor > Tateno)",
    ),
    ("Chorus faulted Sentryline for late invoices.", "dissatisfiedWith(Chorus > Sentryline)"),
    (
        "Laurent Rail, which Ferrosur has accused of missing deadlines, is appealing.",
        "dissatisfiedWith(Ferrosur > Laurent Rail)",
    ),
    (
        "Castello Media distrusted the forecasts that it buys from Augurly.",
        "dissatisfiedWith(Castello Media > Augurly)",
    ),
    (
        "Tateno makes springs for Daisho Motor. Daisho Motor has been asking Chinese manufacturers for samples.",
        "consideringAlternativesTo(Daisho Motor > Tateno)",
    ),
    (
        "Tateno makes springs for Daisho Motor. Daisho Motor is now talking to Guangyao about the next version.",
        "consideringAlternativesTo(Daisho Motor > Tateno)",
    ),
    (
        "Damisa Mills has a running battle with Harmattan Electricity over its bills.",
        "tensionWith(Damisa Mills > Harmattan Electricity)",
    ),
    ("Mikawa Denki and Takenami jointly own Mikatake Systems.", "partnerOf(Mikawa Denki > Takenami)"),
    ("A consortium of Senalia and the Czech firm Vltavo will rebuild the line.", "partnerOf(Senalia > Vltavo)"),
    ("Since 2020 Wehrhahn has been developing brakes together with Aizawa.", "partnerOf(Wehrhahn > Aizawa)"),
    ("Senalia Rail and Vltavo Works first worked together in 2021.", "partnerOf(Senalia Rail > Vltavo Works)"),
)


@pytest.mark.parametrize(("text", "claim"), _TOLD)
def test_stances_are_read_from_set_wordings(text: str, claim: str) -> None:
    assert claim in said(text)


_SILENT = (
    "Tateno and Daisho Motor were talking to reporters about the weather.",
    "Arden Pilot, the unit of the carmaker Bexley, has asked two other agencies for quotes.",
    "Arden is testing a new van in Ulm.",
    "Arden and Bexley both said they had worked hard.",
)


@pytest.mark.parametrize("text", _SILENT)
def test_what_tells_of_no_stance_stays_silent(text: str) -> None:
    relations = ("consideringAlternativesTo", "tensionWith", "dissatisfiedWith", "partnerOf")
    assert not [claim for claim in said(text) if claim.startswith(relations)]


@pytest.mark.parametrize(
    "text",
    [
        "Norvane Foods has been critical of Kelmar Systems's spending on software.",
        "Some engineers at Norvane Foods are not thrilled with Kelmar Systems.",
        "Not everybody inside Norvane Foods is happy with the quality of what Kelmar Systems delivers.",
        "Few at Norvane Foods are happy with Kelmar Systems.",
        "Researchers at Norvane Foods view the quality of Kelmar Systems's data as low.",
        "Editors at Norvane Foods complained that Kelmar Systems's chatbot made up prices.",
        '"We were let down by Kelmar Systems," said Ines Calder, chief executive of Norvane Foods.',
        "Kelmar Systems's largest client, the carmaker Norvane Foods, is unhappy about missed deadlines.",
    ],
)
def test_complaints_are_told_in_many_ways(text: str) -> None:
    found = [c for c in read(text) if c.relation == "dissatisfiedWith"]
    assert [say(c) for c in found] == ["dissatisfiedWith(Norvane Foods > Kelmar Systems)"]
    assert found[0].polarity is Polarity.AFFIRMED


@pytest.mark.parametrize(
    "text",
    [
        "Everybody at Norvane Foods is happy with Kelmar Systems.",
        "Norvane Foods sees the quality of Kelmar Systems's data as high.",
        "Two people at Norvane Foods say the fraud team isn't happy with turnaround times.",
    ],
)
def test_who_is_content_or_names_nobody_complains_of_nobody(text: str) -> None:
    assert not [c for c in said(text) if c.startswith("dissatisfiedWith")]


@pytest.mark.parametrize(
    "text",
    [
        'A spokesperson for Norvane Foods said the firm has "no plans to end our work with Kelmar Systems".',
        "Norvane Foods said it has no plans to end its contract with Kelmar Systems.",
        "Norvane Foods denied that Kelmar Systems has given notice on its contract.",
        "Norvane Foods denies that it is planning to leave Kelmar Systems.",
    ],
)
def test_an_end_that_is_denied_is_denied(text: str) -> None:
    found = [c for c in read(text) if c.relation == "partnerOf"]
    assert [(c.status, c.phase) for c in found] == [(Status.DENIED, Phase.ENDED)]
