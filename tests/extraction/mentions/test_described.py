"""What a name stands for by what it is told to be, and by the words that tell a firm's town."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.mentions import find_mentions
from app.extraction.parsing.parse import parse
from app.model import Article


def types(text: str) -> dict[str, str]:
    """The names of a text with their types."""
    document = segment(Article(text=text))
    return {entity.name: entity.type for entity in find_mentions(parse(document), document).entities.values()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Halden Vat, a Norwegian yard, will build the ships.", "Halden Vat", "Company"),
        ("Moravane Stock, a co-operative whose 40 members grow leeks, has sued.", "Moravane Stock", "Company"),
        ("She has taken a job at Lumorela, the market leader.", "Lumorela", "Company"),
        ("Mara Elster is on loan from the consultants Brix Hollander.", "Brix Hollander", "Company"),
        (
            "Orbay named the joint broker on Monday: the appointment of Okri Vell as joint broker",
            "Okri Vell",
            "Company",
        ),
        ("It announced the appointment of Adaeze Orla as Chief Technology Officer.", "Adaeze Orla", "Person"),
        ("She started Equin with Tavi Sorl, a compiler specialist who was teaching then.", "Tavi Sorl", "Person"),
        ("Veltane finance chief Oriel Hamadar said the plant would stay.", "Oriel Hamadar", "Person"),
        ("A spokesperson for Thornfeld, Ferna Hedl, denied that.", "Ferna Hedl", "Person"),
        ("Nobody has run it since Danu Okrow retired in March.", "Danu Okrow", "Person"),
        (
            "Selma Brax, finance head at Mumbai paint maker Sundval Coatings, will succeed her.",
            "Sundval Coatings",
            "Company",
        ),
        ("Tidemar now counts the fund manager Northgleam among its clients.", "Northgleam", "Company"),
        ("Administrators for the parcel-locker firm Tatvel have sold its brand.", "Tatvel", "Company"),
        ("Eastmora was born in June 2024, when Foxgrove and Linnet combined.", "Eastmora", "Company"),
        ("He met the engineers Ivo Brandt and Lena Roth.", "Ivo Brandt", "Person"),
        ("Their father, Emin, did not live to see it.", "Emin", "Person"),
        ("Marta Velez took the chair. Marta, a former tea buyer at Hollis, left.", "Marta Velez", "Person"),
        ("Ardley Stone, the Preston law firm, acted for the sellers.", "Preston", "Place"),
        ("The Napier South trucking firm Pukeko was sold.", "Napier South", "Place"),
        ("The Velbrook maker of locks has raised money.", "Velbrook", "Place"),
        ("The Lisbon AI lab Tamber has lost its data chief.", "Lisbon", "Place"),
        ("Inhalo will go on making Respiro, the asthma spray that Kolb sells.", "Respiro", "Product"),
        ("He introduced a sneaker called the Muskox and bought Petal & Pine.", "Muskox", "Product"),
        ('The studio Grey Heron made "Ashes of Vineland", a hit.', "Ashes of Vineland", "Product"),
        ("The State Oil Fund of Latvia bought Marl Towers.", "State Oil Fund of Latvia", "Company"),
        (
            "She was at Quebec Railway Officers' Pension Board.",
            "Quebec Railway Officers' Pension Board",
            "Organization",
        ),
    ],
)
def test_the_words_beside_a_name_tell_what_it_is(text: str, name: str, kind: str) -> None:
    found = types(text)
    assert found.get(name) == kind, found


def test_a_currency_is_no_name() -> None:
    found = types("Last year Tretmar sold NKr 870m worth of panels. A claim of RM 18m is with lawyers.")
    assert not {"NKr", "RM"} & found.keys()


def test_a_surname_is_its_bearers_once_he_is_introduced() -> None:
    text = "Corvo Path's founder, Dr. Vikas Renker, was not selling. Renker owns 34%. Renker preferred small shops."
    assert "Renker" not in types(text)
