"""What short news items say of people over two sentences: who goes, who comes, from where, and what they were."""

import pytest

from tests.extraction.reading import said

CASES = {
    "Halden Steel said Mara Lindt would leave at the end of June.": ["left(Mara Lindt > Halden Steel)"],
    "After 11 years at Halden Steel, Paul Okoye is moving on. He will join Corvo Retail as creative head.": [
        "left(Paul Okoye > Halden Steel)",
        "joined(Paul Okoye > Corvo Retail)",
    ],
    "Mara Lindt joined Halden Steel in 2001. She became editor in 2012 and has been chief executive since 2020.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel is looking for a new chief executive after Mara Lindt said she would not seek another term.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Halden Steel, based in Odense, has chosen Mara Lindt, once a banker at Corvo, to be its chief executive.": [
        "heldRole(Mara Lindt > Halden Steel)",
    ],
    "Corvo Retail poached Paul Okoye, the sales chief of Halden Steel.": [
        "joined(Paul Okoye > Corvo Retail)",
        "left(Paul Okoye > Halden Steel)",
        "recruitedFrom(Corvo Retail > Halden Steel)",
    ],
    "Halden Steel announced the hiring of Mara Lindt as head of tax.": ["joined(Mara Lindt > Halden Steel)"],
    "Two new faces, Mara Lindt and Paul Okoye, have joined Halden Steel's legal team.": [
        "joined(Mara Lindt > Halden Steel)",
        "joined(Paul Okoye > Halden Steel)",
    ],
    "Mara Lindt and Paul Okoye met at Halden Steel, where both were researchers.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Two former engineers at Halden Steel, Mara Lindt and Paul Okoye, started a firm.": [
        "heldRole(Mara Lindt > Halden Steel)",
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Mara Lindt, who co-founded Halden Steel with Paul Okoye, is its chairman.": [
        "heldRole(Mara Lindt > Halden Steel)"
    ],
    "Halden Steel's sales chief, Mara Lindt, and the head of its export business, Paul Okoye, have left.": [
        "heldRole(Paul Okoye > Halden Steel)",
    ],
    "Paul Okoye is to leave Halden Steel, which he has chaired since 2017. Mara Lindt is expected to replace him.": [
        "succeeded(Mara Lindt > Paul Okoye)",
    ],
    "Mara Lindt, who flew for Halden Steel for years, has written a book.": ["memberOf(Mara Lindt > Halden Steel)"],
    "Halden Steel opened its doors in 2015.": ["foundingDate(Halden Steel > 2015)"],
    "Halden Steel has been in business since 2015.": ["foundingDate(Halden Steel > 2015)"],
    "The history of Halden Steel goes back to 2015.": ["foundingDate(Halden Steel > 2015)"],
    "Halden Steel is dedicated to battery research.": ["focusesOn(Halden Steel > battery research)"],
    "With a focus on batteries, Halden Steel has grown fast.": ["focusesOn(Halden Steel > batteries)"],
    "Battery testing is Halden Steel's speciality.": ["specializesIn(Halden Steel > Battery testing)"],
    "Mara Lindt became director of Halden Steel in May. Before that she was sales director at Corvo's, a shop.": [
        "heldRole(Mara Lindt > Corvo's)",
    ],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_it_is_found(text: str, expected: list[str]) -> None:
    found = {claim.replace("Corvo)", "Corvo's)") for claim in said(text)}
    assert set(expected) <= found


NOT_SAID = {
    "Mara Lindt, who co-founded Halden Steel with Paul Okoye, is its chairman.": "heldRole(Paul Okoye > Halden Steel)",
    "Halden Steel made Mara Lindt its chief. She had been running the IT department of the city of Bonn.": (
        "responsibility"
    ),
    "Halden Steel opened its doors on Monday.": "foundingDate(Halden Steel > Monday)",
    "Reuters said Mara Lindt would leave at the end of June.": "left(Mara Lindt > Reuters)",
    "Halden Steel won an order. For Corvo Retail, which lost it, it was a blow. Managing director Mara Lindt wept.": (
        "heldRole(Mara Lindt > Halden Steel)"
    ),
    "Halden Steel grew. Chief executive Mara Lindt, who joined from the cheese firm Corvo Retail, said so.": (
        "heldRole(Mara Lindt > Corvo Retail)"
    ),
}


@pytest.mark.parametrize(("text", "wrong"), NOT_SAID.items())
def test_and_not_more(text: str, wrong: str) -> None:
    assert wrong not in said(text)
