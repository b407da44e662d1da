"""Trade told by goods, shops, contracts and orders."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tyne Chandlers sells ropes by Cordage Lyon.", "supplies(Cordage Lyon > Tyne Chandlers)"),
        ("Tyne Chandlers no longer stocks Rope & Reef.", "supplies(Rope & Reef > Tyne Chandlers)"),
        ("Sundby Solar will install panels on 400 shops of Dagli Foods.", "supplies(Sundby Solar > Dagli Foods)"),
        ("Sundby Solar has fitted cameras in 300 Dagli Foods stores.", "supplies(Sundby Solar > Dagli Foods)"),
        ("Jaya Motors is switching to Sedia Torino, its boss said.", "supplies(Sedia Torino > Jaya Motors)"),
        ("Kavala Vision builds cameras. The lenses are from Nikko Glass.", "supplies(Nikko Glass > Kavala Vision)"),
        (
            "Zagora Shoes, whose hides Perak Leather has tanned since 1990, is moving.",
            "supplies(Perak Leather > Zagora Shoes)",
        ),
        (
            "Ibis Freight has won three of Levko's clients, among them Cedar Pharma.",
            "supplies(Ibis Freight > Cedar Pharma)",
        ),
        (
            "Bina Hotels is a chain in Izmir. Lavanda Ltd has washed its sheets since 1922.",
            "supplies(Lavanda Ltd > Bina Hotels)",
        ),
        ("Dorset Pins lost its biggest account, Blaumann, in May.", "supplies(Dorset Pins > Blaumann)"),
        ("Kavala Tiles has also dropped its advertising agency, Redpoll.", "supplies(Redpoll > Kavala Tiles)"),
    ],
)
def test_told(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Jaya Motors is switching to the Nasdaq exchange.",
        "Lavanda Ltd has washed its hands of the affair.",
        "Mosaic Thorne is folding its PR agencies Candy and Bright Hale into one.",
        "Kavala Vision says that the problems are from Leeds.",
        "Dorset Pins is tipped to be the buyer of Lavanda Ltd.",
    ],
)
def test_no_trade(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("supplies")}


def test_an_agency_that_one_employs_is_no_unit() -> None:
    assert "unitOf(Pike & Dunn > Kestrel)" not in said("Kestrel's advertising agency, Pike & Dunn, was told on Monday.")
