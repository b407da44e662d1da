"""Posts that people come to, where they go next, and posts told by abstract nouns."""

import pytest

from tests.extraction.reading import read, said

TOLD = {
    "Ada Moyle came to Kelvin Rail in 2017 as finance chief.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Ada Moyle arrived at Kelvin Rail as chief executive in 2021.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Ada Moyle spent years at Pratley before moving to Malaysia in 2022 as Selat Aero's head of engines.": (
        "heldRole(Ada Moyle > Selat Aero)"
    ),
    "Ada Moyle walked out of Daehwa in 2011 and went to Norvik, then a dozen people.": "joined(Ada Moyle > Norvik)",
    "Ada Moyle handed in her notice; she has since taken a job at Amorelha.": "joined(Ada Moyle > Amorelha)",
    "Ada Moyle went from Norvik to Brisa Foods.": "left(Ada Moyle > Norvik)",
    "Ada Moyle, ex-Norvik, joins as sales chief of Brisa Foods.": "joined(Ada Moyle > Brisa Foods)",
    "Ada Moyle relinquished the presidency of Kelvin Rail in May.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Ada Moyle has taken the chair at Kelvin Rail.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Ada Moyle stepped down from the Kelvin Rail chairmanship.": "heldRole(Ada Moyle > Kelvin Rail)",
    "Ada Moyle, provost since 2019, will become Northmoor University's 11th president in May.": (
        "heldRole(Ada Moyle > Northmoor University)"
    ),
    "On Monday Shanthi Hospitals broke with the habit, naming Ada Moyle as its chief executive.": (
        "heldRole(Ada Moyle > Shanthi Hospitals)"
    ),
    "Ada Moyle spent most of her working life at Pratley, latterly in charge of its repair works.": (
        "heldRole(Ada Moyle > Pratley)"
    ),
    "Rafuse Marine has hired 40 welders since May, a good many of them from Pictou Steel.": (
        "recruitedFrom(Rafuse Marine > Pictou Steel)"
    ),
    "Kelvin Rail recruited a dozen engineers last year, mostly from Norvik.": "recruitedFrom(Kelvin Rail > Norvik)",
}
UNTOLD = (
    "Ada Moyle lives in Tarnwick. She moved to Tarnwick in 1886 as a partner in a bank.",
    "Ada Moyle took a chair from the kitchen of Kelvin Rail.",
    "Ada Moyle won the presidency of the student union at Norvik.",
    "Ada Moyle quit Daehwa and went to Leeds.",
    "Ada Moyle went to Norvik for a meeting.",
    "Kelvin Rail hired 40 trucks, most of them from Norvik.",
)


def test_the_day_of_joining_one_firm_is_not_that_of_leaving_another() -> None:
    claims = read("Mara Lindt joined Halden Steel from Marlow Group on May 6.", "2025-06-15")
    dates = {claim.relation: claim.time.date for claim in claims}
    assert dates["joined"] is not None
    assert dates["left"] is None


@pytest.mark.parametrize(("text", "claim"), TOLD.items())
def test_where_people_come_is_told(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize("text", UNTOLD)
def test_who_takes_or_visits_something_else_does_not_come(text: str) -> None:
    ties = {"heldRole", "joined", "recruitedFrom"}
    assert not [claim for claim in read(text) if claim.relation in ties]


def test_nobody_leaves_what_they_leave_to_start() -> None:
    claims = said(
        "Ada Moyle, who quit as managing director of the unit to start a rival, Coldharbour Freight, is glad."
    )
    assert "founded(Ada Moyle > Coldharbour Freight)" in claims
    assert not {"left(Ada Moyle > Coldharbour Freight)", "heldRole(Ada Moyle > Coldharbour Freight)"} & claims


def test_a_month_that_its_verb_puts_in_the_past_passes_the_gate() -> None:
    text = "A sale would cap a difficult year for Norvik, whose partner for India, Ada Moyle, left in May to rest."
    (left,) = [claim for claim in read(text, published="2024-08-01") if claim.relation == "left"]
    assert left.time.date is not None
    assert left.time.date.edtf == "2024-05"
