"""What holds between firms, said in so many words: `wordings_firms.txt` and `branded.py`, on invented names."""

import pytest

from tests.extraction.reading import read, said, say

ALTERNATIVES = (
    "Velmora Foods is shopping around for a replacement for Odessa Mills.",
    "Velmora Foods wants to become less dependent on Odessa Mills.",
    "Velmora Foods has been trying to wean itself off Odessa Mills.",
    "Velmora Foods is weighing a switch from Odessa Mills to Sabrel.",
    "Velmora Foods is holding talks with rivals of Odessa Mills.",
    "Velmora Foods invited bids from competitors of Odessa Mills.",
    "Velmora Foods has put its Odessa Mills contract out to tender.",
    "Velmora Foods said it was exploring other options besides Odessa Mills.",
    "Odessa Mills' biggest customer, Velmora Foods, is looking for another supplier.",
    "Unhappy with Odessa Mills, Velmora Foods has begun looking elsewhere.",
)
DISCONTENT = (
    "Velmora Foods is dissatisfied with the flour that Odessa Mills supplies.",
    "There is growing dissatisfaction with Odessa Mills at Velmora Foods.",
    "Odessa Mills has disappointed Velmora Foods with late deliveries.",
    "Odessa Mills' late deliveries have angered Velmora Foods.",
    "Velmora Foods raised issues with Odessa Mills' quality control.",
    "Odessa Mills failed to meet the expectations of Velmora Foods.",
    "Velmora Foods blamed Odessa Mills for the delays.",
)
PARTNERS = (
    "Velmora Foods and Odessa Mills are working together on a new flour.",
    "Velmora Foods signed a memorandum of understanding with Odessa Mills.",
    "Velmora Foods, in partnership with Odessa Mills, will build a bakery.",
)
MERGERS = (
    "Velmora Foods will combine its operations with those of Odessa Mills.",
    "Shareholders of Velmora Foods approved a merger with Odessa Mills.",
    "A merger with Odessa Mills would make Velmora Foods the largest baker.",
)
PRODUCTS = (
    ("Velmora Motors builds the Tarka train.", "Tarka"),
    ("Velmora Motors has recalled its Tarka electric vans.", "Tarka"),
    ("Velmora Motors has begun production of its Tarka electric van.", "Tarka"),
    ("Sales of Tarka, Velmora Motors' best-known brand, rose 11%.", "Tarka"),
    ("Regulators approved Tarkavir, a weight-loss drug from Velmora Pharma.", "Tarkavir"),
    ("Velmora Games, the studio behind Tarka 3, is hiring.", "Tarka 3"),
    ("Velmora, the Leeds software company that makes Tarkalist, is hiring.", "Tarkalist"),
    ("Velmora on Thursday unveiled Velmora 3, the latest version of its model.", "Velmora 3"),
    ("Velmora Pharma, which makes the rival injection Tarkavir, fell 7%.", "Tarkavir"),
    ("The camera is sold as Tarkacam by Velmora Motors.", "Tarkacam"),
)


@pytest.mark.parametrize("text", ALTERNATIVES)
def test_another_is_looked_for(text):
    assert "consideringAlternativesTo(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", DISCONTENT)
def test_somebody_is_unhappy_with_somebody(text):
    assert "dissatisfiedWith(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", PARTNERS)
def test_two_work_together(text):
    assert "partnerOf(Velmora Foods > Odessa Mills)" in said(text)


@pytest.mark.parametrize("text", MERGERS)
def test_two_merge(text):
    found = {say(c) for c in read(text) if c.relation == "mergedWith"}
    assert len(found) == 1
    assert found <= {"mergedWith(Velmora Foods > Odessa Mills)", "mergedWith(Odessa Mills > Velmora Foods)"}


@pytest.mark.parametrize(("text", "product"), PRODUCTS)
def test_what_a_firm_makes(text, product):
    assert any(c.startswith("makesProduct(Velmora") and c.endswith(f"> {product})") for c in said(text))


def test_a_list_that_forms_a_consortium_is_of_partners_each_with_each():
    found = {c for c in said("Velmora, Sabrel and Odessa Mills have formed a consortium.") if "partnerOf" in c}
    assert len(found) == 3


def test_what_is_moved_is_its_own_and_nobody_elses():
    text = "Velmora Foods could take Sabrel's business from Odessa Mills to Larkfield Capital."
    assert not [c for c in said(text) if c.startswith("consideringAlternativesTo")]


def test_a_move_of_the_seat_is_no_move_of_business():
    assert not [c for c in said("Velmora Foods might move its seat from Odessa Mills.") if "Alternatives" in c]


def test_its_in_a_wording_is_also_the_its_that_is_known_to_be_somebodys():
    text = "Velmora Foods has ended its contract with Odessa Mills."
    assert "supplies(Odessa Mills > Velmora Foods)" in said(text)
