"""What an organisation was called before, in whatever order a sentence tells it."""

import pytest

from tests.extraction.reading import said

# The text, and the claim that it makes.
CASES = [
    ("Until last year Tarvo Cloud was called Bitmine and dug for coins.", "formerName(Tarvo Cloud > Bitmine)"),
    (
        "Tarvo Cloud has few friends. Until last year the Leeds company was called Bitmine.",
        "formerName(Tarvo Cloud > Bitmine)",
    ),
    (
        "Mia Kern set up Twirl Mobility in 2019 under the name PikiRide, which it kept for a year.",
        "formerName(Twirl Mobility > PikiRide)",
    ),
    (
        "Mollis, which went by Grotto Games until a lawsuit in 2020, employs 50.",
        "formerName(Mollis > Grotto Games)",
    ),
    (
        "Harlan Steel, as Ostrava Iron has been called since 2021, cut 300 jobs.",
        "formerName(Harlan Steel > Ostrava Iron)",
    ),
    (
        "Bocan Soft, as Black Heron was called until its flotation, had a hit in 2012.",
        "formerName(Black Heron > Bocan Soft)",
    ),
    ("Known until 2010 as Lister X-Ray, Sonavue Clinics employs 1,150.", "formerName(Sonavue Clinics > Lister X-Ray)"),
    (
        "Founded in 1961 as Ormond Ice and headquartered in Leeds, Ormond Logistics runs cold stores.",
        "formerName(Ormond Logistics > Ormond Ice)",
    ),
    (
        "Sonavue Clinics is big. In its early years the company was called Lister X-Ray.",
        "formerName(Sonavue Clinics > Lister X-Ray)",
    ),
    (
        "She trained at Lister X-Ray, the Leeds firm that the world now knows as Sonavue Clinics.",
        "formerName(Sonavue Clinics > Lister X-Ray)",
    ),
    (
        "Velt bought a third of Sonavue Clinics, which is what Lister X-Ray calls itself these days.",
        "formerName(Sonavue Clinics > Lister X-Ray)",
    ),
    (
        "Sonavue Clinics runs labs. Founded in 2010 by Mia Kern under the name Lister X-Ray, the company adopted its "
        "present name in 2014.",
        "formerName(Sonavue Clinics > Lister X-Ray)",
    ),
    ("Hobbs Ormond became Kestrel Media in 2014 and moved to Leeds.", "formerName(Kestrel Media > Hobbs Ormond)"),
]


@pytest.mark.parametrize(("text", "told"), CASES)
def test_former_names(text: str, told: str) -> None:
    found = said(text)
    assert told in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Sold under the name Frisk, the drink is made by Lumen Foods.",
        "Anna Bell, as she was called until 2010, runs Lumen Foods.",
        "Until last year Tarvo Cloud was called a disgrace by Bitmine.",
    ],
)
def test_what_is_no_former_name(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("formerName")]


@pytest.mark.parametrize(
    "text",
    [
        "Lumen Foods (ex-Tarvo Mills) sells oats.",
        "Lumen Foods (the oat firm, previously Tarvo Mills) sells oats.",
        "Lumen Foods, the oat start-up (formerly Tarvo Mills), sells oats.",
        "Hollin Capital backed Lumen Foods when it was still called Tarvo Mills.",
    ],
)
def test_names_given_up_are_told_in_brackets_and_clauses(text: str) -> None:
    assert "formerName(Lumen Foods > Tarvo Mills)" in said(text)


def test_an_old_name_in_brackets_does_nothing() -> None:
    text = "Its backers include lumen9, the digital bank (formerly Tarvo Mills), which put £15 million into Hollin."
    assert not [claim for claim in said(text) if claim.startswith("investedIn(Tarvo")]
