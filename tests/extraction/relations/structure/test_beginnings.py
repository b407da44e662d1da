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
