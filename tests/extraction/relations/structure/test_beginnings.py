"""Who founded what, told by how it began."""

import pytest

from tests.extraction.reading import read, said

FOUNDED = {
    "Kelvin Rail traces its roots to a smithy that Pavel Novak opened in 1904.": {"founded(Pavel Novak > Kelvin Rail)"},
    "Kelvin Rail started life in 1964, when Pavel Novak and his brother-in-law Jan Holub opened a foundry.": {
        "founded(Pavel Novak > Kelvin Rail)",
        "founded(Jan Holub > Kelvin Rail)",
    },
    "Kelvin Rail began in Ada Moyle's garage in 1998.": {"founded(Ada Moyle > Kelvin Rail)"},
    "Brisa Foods grew out of a market stall that Ada Moyle ran in Leeds.": {"founded(Ada Moyle > Brisa Foods)"},
    "Ruhland, the sensor company that the steelmaker Thyrow spun off in 2015, is listed.": {
        "founded(Thyrow > Ruhland)"
    },
    "Jane Poole left Norvik in 2016 to start a company of her own, Kledd, which makes boards.": {
        "founded(Jane Poole > Kledd)"
    },
    "After quitting Norvik, Jane Poole set up her own consultancy, called Kelvin Advisers.": {
        "founded(Jane Poole > Kelvin Advisers)"
    },
    "Jane Poole quit last March to start a rival, Coldharbour Freight.": {"founded(Jane Poole > Coldharbour Freight)"},
    "Peter Wain is leaving Norvik, which he co-founded in 2006 with Jill Abbot.": {
        "founded(Peter Wain > Norvik)",
        "founded(Jill Abbot > Norvik)",
    },
    "Kelvin Rail was founded in 2018 by Callum Strand and his brother Rory, and employs 30 people.": {
        "founded(Callum Strand > Kelvin Rail)",
        "founded(Rory > Kelvin Rail)",
    },
    "In 2018 Jane Poole came home and started Kledd in a borrowed garage in Hull with Ada Moyle, an engineer.": {
        "founded(Jane Poole > Kledd)",
        "founded(Ada Moyle > Kledd)",
    },
    "Another is Kledd, a fertiliser business started in a barn by two of her former pupils, Ada Moyle and Ian Roe.": {
        "founded(Ada Moyle > Kledd)",
        "founded(Ian Roe > Kledd)",
    },
    "Norvik has set up a joint venture with Brisa Lines of Lisbon, called Seaway Ferries, to run night boats.": {
        "founded(Norvik > Seaway Ferries)",
        "founded(Brisa Lines > Seaway Ferries)",
    },
    "Together with Brisa Lines, Norvik is to set up a joint venture, Seaway, to run night boats.": {
        "founded(Norvik > Seaway)",
        "founded(Brisa Lines > Seaway)",
    },
    "Norvik will take control of Seaway, the joint venture that it set up with Brisa Lines eleven years ago.": {
        "founded(Norvik > Seaway)",
        "founded(Brisa Lines > Seaway)",
    },
}
NOT_FOUNDED = {
    "Kelvin Rail started paying dividends in 2001, when Ada Moyle opened a plant in Leeds.": "Ada Moyle",
    "Norvik began talks in May, when Ada Moyle set up a meeting.": "Ada Moyle",
    "Ada Moyle launched a rival, Norvik said.": "Ada Moyle",
    "Ada Moyle opened a shop for Norvik in Leeds.": "Ada Moyle",
    "Norvik set up Seaway with Brisa Lines as its first customer.": "Brisa Lines",
    "Norvik set up Seaway with money from Brisa Lines.": "Brisa Lines",
}


@pytest.mark.parametrize(("text", "claims"), FOUNDED.items())
def test_a_beginning_tells_who_founded(text: str, claims: set[str]) -> None:
    assert claims <= said(text)


@pytest.mark.parametrize(("text", "who"), NOT_FOUNDED.items())
def test_who_opens_something_else_founded_nothing(text: str, who: str) -> None:
    assert not [c for c in read(text) if c.relation == "founded" and c.subject.name == who]


@pytest.mark.parametrize(
    "text",
    [
        "The work rests on a subsidiary, Norvik Digital, which is to be established in October.",
        "The ferries belong to a venture that Norvik and the conglomerate Brisa Lines formed in March.",
        "Jane Poole left in May to set up her own fund, Lakeward Capital.",
        "The Union is a body affiliated to the Brisa Football Association that was founded in 1927 to run football.",
        "Brisa Records was created for the 1996 Olympics.",
        "Kledd is a start-up that Jane Poole founded with two former Brisa Lines engineers in May.",
    ],
)
def test_no_founding_date(text: str) -> None:
    dated = {claim for claim in said(text) if claim.startswith("foundingDate")}
    assert dated <= {"foundingDate(Kledd > May)"}, dated


def test_the_firm_is_the_articles() -> None:
    found = said(
        "Kelvin Rail makes wheels in Leeds. Its owners are the heirs of Pavel Novak, who founded the business in 1904."
    )
    assert "founded(Pavel Novak > Kelvin Rail)" in found, found


def test_who_runs_it_did_not_found_it() -> None:
    found = said("Kelvin Rail was founded in 2003 and is led by Ada Moyle.")
    assert "foundingDate(Kelvin Rail > 2003)" in found
    assert not any(claim.startswith("founded(") for claim in found)


def test_the_date_is_not_that_of_the_firm_that_founders_come_from() -> None:
    found = said(
        "Kelvin Rail makes wheels. Founded in 2003 by Ada Moyle and Jan Holub, two former Brisa Foods engineers, "
        "the company has grown."
    )
    assert "foundingDate(Kelvin Rail > 2003)" in found
    assert "foundingDate(Brisa Foods > 2003)" not in found


def test_the_date_of_a_tie_up_is_not_that_of_a_firm() -> None:
    found = said("Kelvin Rail is built into the timetable of Brisa Foods, a tie-up which dates back to 2003.")
    assert not any(claim.startswith("foundingDate") for claim in found)
