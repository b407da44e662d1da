"""Products by name or by kind, beside what they are."""

import pytest

from tests.extraction.reading import said

_TOLD = (
    ("Serravale makes Mirinha cheese and Lagoa yoghurt.", "makesProduct(Serravale > Mirinha)"),
    (
        "Orsova Therapeutics said its lead drug, orsotinab, failed a trial.",
        "makesProduct(Orsova Therapeutics > orsotinab)",
    ),
    (
        "The unit, Sahyadri Vetcare, makes poultry vaccines and the cattle dewormer Fendoxin.",
        "makesProduct(Sahyadri Vetcare > Fendoxin)",
    ),
    (
        "Monsoon Therapeutics brought Brevisol, an asthma inhaler, to market in April.",
        "makesProduct(Monsoon Therapeutics > Brevisol)",
    ),
    ("Arctura designed radar chips for cars.", "makesProduct(Arctura > radar chips)"),
    (
        "Lumeno Data is a company that makes fraud-detection software.",
        "makesProduct(Lumeno Data > fraud-detection software)",
    ),
    ("Voltara Storage manufactures grid batteries in Lyon.", "makesProduct(Voltara Storage > grid batteries)"),
)


@pytest.mark.parametrize(("text", "claim"), _TOLD)
def test_goods_are_products(text: str, claim: str) -> None:
    assert claim in said(text)


_SILENT = (
    "Arden made losses last year and made indicative bids in March.",
    "Arden produced 412,000 ounces last year.",
    "Arden made a proposal. Arden produced results above forecasts.",
)


@pytest.mark.parametrize("text", _SILENT)
def test_what_is_no_product_is_none(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("makesProduct")]


@pytest.mark.parametrize(
    "text",
    [
        "Velmora Labs's triage bot, HushOne, was launched in May.",
        "HushOne, Velmora Labs's flagship product, was launched in May.",
        "Velmora Labs is a start-up whose main product is HushOne.",
    ],
)
def test_a_product_that_is_launched_is_made_and_not_founded(text: str) -> None:
    found = said(text)
    assert "makesProduct(Velmora Labs > HushOne)" in found
    assert not [claim for claim in found if claim.startswith("foundingDate")]


def test_a_firm_that_is_launched_is_founded() -> None:
    assert "foundingDate(Velmora Labs > 2019)" in said("Ana Sorel launched Velmora Labs, a robotics start-up, in 2019.")
