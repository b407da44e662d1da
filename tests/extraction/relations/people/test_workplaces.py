"""Where people work, told by what they do there."""

import pytest

from tests.extraction.reading import read, said

TOLD = {
    "Jane Poole, a nurse at the Royal Infirmary, said the kit was late.": "heldRole(Jane Poole > Royal Infirmary)",
    "Jane Poole, once a machinist at the Leeds plant of Kelvin Rail, agrees.": "heldRole(Jane Poole > Kelvin Rail)",
    "Jane Poole sold insurance for Jubilant Life before moving to Leeds.": "memberOf(Jane Poole > Jubilant Life)",
    "Liew Kok Hoe, who follows the sector for the broker Straits & Partners, agrees.": (
        "memberOf(Liew Kok Hoe > Straits & Partners)"
    ),
    "Ada Moyle played for Leeds Rovers.": "memberOf(Ada Moyle > Leeds Rovers)",
    "Ada Moyle belongs to the Institute of Directors.": "memberOf(Ada Moyle > Institute of Directors)",
    "Ada Moyle drove trucks for Norvik in the nineties.": "memberOf(Ada Moyle > Norvik)",
    "Ada Moyle, who had put in 15 years at the shoe company Stridewell, arrived in 2021.": (
        "memberOf(Ada Moyle > Stridewell)"
    ),
    "Ada Moyle was a partner at Halden Group and was seconded to the Ministry of Trade in 2014.": (
        "memberOf(Ada Moyle > Ministry of Trade)"
    ),
    "Ada Moyle, a restructuring expert on loan from Dreyer Pohl, looks after it.": "memberOf(Ada Moyle > Dreyer Pohl)",
    "Ada Moyle ran a shipyard and served for 12 years in the Royal Canadian Navy.": (
        "memberOf(Ada Moyle > Royal Canadian Navy)"
    ),
    "Ada Moyle quit in January and is due to start next month at Botswana Breweries.": (
        "joined(Ada Moyle > Botswana Breweries)"
    ),
    "Ada Moyle will begin work at Norvik in May.": "joined(Ada Moyle > Norvik)",
    "Ada Moyle quit in October and has since become a venture partner at Bursztyn Capital.": (
        "heldRole(Ada Moyle > Bursztyn Capital)"
    ),
    "Ada Moyle then worked as an adviser to the investment firm Polder Partners.": (
        "heldRole(Ada Moyle > Polder Partners)"
    ),
    "Before Sunrise Foods, where Ada Moyle spent six years, she was at school.": "memberOf(Ada Moyle > Sunrise Foods)",
    # What is told beside "two colleagues said" goes on after it.
    "Ada Moyle left Norvik last month, two colleagues said, and turns up in April at Brisa Lines as president.": (
        "heldRole(Ada Moyle > Brisa Lines)"
    ),
}
UNTOLD = (
    "Tom Reyes was shown the door at Brisa Foods.",
    "Tom Reyes was a disaster at Brisa Foods.",
    "Jane Poole, a customer at Tesco, was angry.",
    "Jane Poole, a student at Leeds University, was angry.",
    "Jane Poole, a passenger with Ryanair, was angry.",
    "Jane Poole bought a house for Fjord Capital.",
    "Jane Poole bought a boat on loan from Barclays.",
    "Jane Poole started a row at Kelvin Rail.",
    "Jane Poole started to cry at Kelvin Rail.",
)


@pytest.mark.parametrize(("text", "claim"), TOLD.items())
def test_where_somebody_works_is_told_by_what_they_do(text: str, claim: str) -> None:
    assert claim in said(text)


def test_both_are_the_two_people_told_of() -> None:
    claims = said("Dewi Hartono set up Beku with Agus Prasetyo, whom she knew from Lajur, where both had worked.")
    assert {"memberOf(Dewi Hartono > Lajur)", "memberOf(Agus Prasetyo > Lajur)"} <= claims


@pytest.mark.parametrize("text", UNTOLD)
def test_who_is_only_there_does_not_work_there(text: str) -> None:
    ties = {"heldRole", "memberOf", "joined"}
    assert not [claim for claim in read(text) if claim.relation in ties]
