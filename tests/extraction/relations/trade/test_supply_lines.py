"""Work done for somebody, read off the line of words where the parser loses the verb."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Gondar Leather supplies hides to two Italian shoe houses, Calzature Brenta and Suola Rossa.",
            {"supplies(Gondar Leather > Calzature Brenta)", "supplies(Gondar Leather > Suola Rossa)"},
        ),
        ("Sorel Peaux tans for Ponti Milano and Danton & Fille.", {"supplies(Sorel Peaux > Danton & Fille)"}),
        (
            "Polat Foods employs 40, has a shop in Izmir and bakes bread for Bina Hotels.",
            {"supplies(Polat Foods > Bina Hotels)"},
        ),
        (
            "Okeke Mills of Kano weaves cloth for big brands including Fashola Wear.",
            {"supplies(Okeke Mills > Fashola Wear)"},
        ),
    ],
)
def test_told(text: str, claims: set[str]) -> None:
    assert claims <= said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Novak & Sons makes way for Petrov Rail.",
        "Kwan & Lee sold its shares to Ribeiro Trust.",
        "Orlo Chips made an informal approach to buy Tarn Foods.",
    ],
)
def test_no_trade(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("supplies")}


def test_a_unit_supplies_not_its_parent() -> None:
    assert "supplies(Sabrina Group > Orbis Foods)" not in said(
        "Tagline, a unit of Sabrina Group, labelled images for Orbis Foods until last year."
    )
