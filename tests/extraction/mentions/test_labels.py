"""Words that a label, a rating or a number gives a capital, and what firms, places and products are told by."""

import pytest

from app.documents.clean import segment
from app.extraction.mentions.mentions import find_mentions
from app.extraction.parsing.parse import parse
from app.model import Article


def names(text: str) -> dict[str, str]:
    """The names of a text with their types."""
    document = segment(Article(text=text))
    return {entity.name: entity.type for entity in find_mentions(parse(document), document).entities.values()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Quick hits\n\nAcme Foods has hired Jane Roe.", {"Acme Foods", "Jane Roe"}),
        ("Rumour: Acme Foods may be for sale.", {"Acme Foods"}),
        ("Everybody at Acme Foods asks about Batch 17. The Batch 17 images were bad.", {"Acme Foods"}),
        ("The bank cut Acme Foods from Buy to Hold on Tuesday.", {"Acme Foods"}),
        ("Acme Foods is large. There are a dozen Acmes and nobody counts them. Acme sells milk.", {"Acme Foods"}),
    ],
)
def test_what_has_a_capital_by_its_place_is_no_name(text: str, found: set[str]) -> None:
    assert names(text).keys() == found


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        (
            "Payments app Coinwell is said to be for sale. Coinwell's chief technology officer left.",
            "Coinwell",
            "Company",
        ),
        ("Based in Tallinn, Sprocket is best known for its robots.", "Sprocket", "Company"),
        ("The firm is hurt by delays of the next-generation T5.", "T5", "Product"),
        ("Jane Roe lost the brain behind the T1 processor.", "T1 processor", "Product"),
        ("The firm was founded by Jane Roe and Min-jae Prior in May.", "Min-jae Prior", "Person"),
        ("The robotics lab Oakum has hired three people.", "Oakum", "Company"),
    ],
)
def test_a_name_is_what_it_acts_as(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


@pytest.mark.parametrize(
    ("text", "name", "other"),
    [
        ("Oakum (styled in lower case, previously Quarry Health) makes an app.", "Oakum", "Quarry Health"),
        ("Oakum Labs, the warehouse-robot folks formerly known as Oakum Drives, won.", "Oakum Labs", "Oakum Drives"),
        ("About Oakum: Formerly known as Quarry Optics, the Leeds-based firm makes lenses.", "Oakum", "Quarry Optics"),
        ("Shares of Quarry Loom Inc. (QRLM) fell.", "Quarry Loom Inc.", "QRLM"),
        ("Jane Roe left Oakum in May. The Oakum Group sells milk.", "Oakum Group", "Oakum"),
    ],
)
def test_other_names_of_one_firm(text: str, name: str, other: str) -> None:
    document = segment(Article(text=text))
    entities = find_mentions(parse(document), document).entities.values()
    assert [entity.aliases for entity in entities if entity.name == name] == [(other,)]


def test_who_puts_money_into_others_is_no_place() -> None:
    text = "It raised $60 million, with participation from existing backer Gull Harbor."
    assert names(text).get("Gull Harbor") not in {None, "Place"}
