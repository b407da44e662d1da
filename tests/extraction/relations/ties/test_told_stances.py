"""Complaints, searches, quarrels and partnerships in set wordings that may name but one side."""

import pytest

from tests.extraction.reading import said

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
