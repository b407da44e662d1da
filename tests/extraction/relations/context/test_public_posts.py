"""Posts of a state, and bare titles that are not of the firm that was spoken of before."""

import pytest

from tests.extraction.reading import said

NOBODYS = (
    "Small Farms Minister Joan Hale said the law would change.",
    "The Foreign Affairs Minister Ivo Brandt has refused to speak.",
    "Regional Health Services Minister Mel Ough says the clinics will stay.",
    "The Minister for the Arts, Dana Kemp, opened the show.",
    "Deputy Fisheries Minister Ola Brekke resigned.",
    "Shadow Treasurer Rob Mullin says rates will rise.",
    "But Royal Commissioner Terence Cole has stressed that he is free.",
    "Tarvo Union backs the law. U.S. Energy Secretary Don Rumfield does not.",
    "The KFL's best goalkicker, Tony Lock, will retire. Rovers chief executive Kel Temple says he is loved.",
    "Marrick Foods closed its mill in Elm. Shire president, Ron Grant, says so.",
    "Tarvo Mills halted exports. Nurse unions complained. Harbour captain Jo Reed did too.",
    "The Brenta Group met in Oslo. Sri Lankan president Rani Silva came.",
    "Tarvo Foods lost money. General manager Joan Hale of Wuzhou Tin said so.",
    "Tarvo Foods lost money. Fund manager Joan Hale said so.",
)
SOMEBODYS = {
    "Tarvo Foods closed a mill. Chief executive Joan Hale apologised.": "heldRole(Joan Hale > Tarvo Foods)",
    "Tarvo Foods chief executive Joan Hale apologised.": "heldRole(Joan Hale > Tarvo Foods)",
    "Tarvo Foods grew last year. Finance director Joan Hale said so.": "heldRole(Joan Hale > Tarvo Foods)",
    "Tarvo Foods sells bread. Company president Joan Hale said so.": "heldRole(Joan Hale > Tarvo Foods)",
    "Osmark Bank cut its rate. The governor of Osmark Bank, Jo Reed, spoke.": "heldRole(Jo Reed > Osmark Bank)",
    "Foreign Ministry spokesman Boris Malek said so.": "heldRole(Boris Malek > Foreign Ministry)",
}


@pytest.mark.parametrize("text", NOBODYS)
def test_of_no_firm(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("heldRole")}


def test_of_the_owner_that_was_taken_for_no_firm() -> None:
    text = "Tarvo Foods cut its prices. Mendip's catering manager, Joan Hale, says waste has dropped by a fifth."
    assert "heldRole(Joan Hale > Tarvo Foods)" not in said(text)


@pytest.mark.parametrize(("text", "claim"), SOMEBODYS.items())
def test_of_the_firm(text: str, claim: str) -> None:
    assert claim in said(text)
