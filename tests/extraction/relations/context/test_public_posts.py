"""Posts of a state, and bare titles that are not of the firm that was spoken of before."""

import pytest

from tests.extraction.reading import read, said

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


@pytest.mark.parametrize(
    "text",
    [
        "Tarvo Foods hired Joan Hale in 2004. She took a Ph.D. in 1996 under advisor Karl Reed.",
        "Tarvo Foods hired Joan Hale in 2004. Her thesis adviser, Karl Reed, was pleased.",
        "Strategic partner Lena Voss holds 10% of Tarvo Foods.",
        "Joan Hale acted as chairman of directors until her death on 3 March 1924, at Osmark.",
        "He met Lena Voss, future member of the Red Banner Guild, and future Tarvo Foods chairman Karl Reed.",
        "Lena Voss has led workshops at the Osmark Institute.",
        "Otto was the son of Albert, Duke of Osmark, and Lena Voss of Tarvo.",
    ],
)
def test_told_of_no_post(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith(("heldRole", "memberOf"))}


def test_each_has_the_post_told_in_turn() -> None:
    text = (
        "Joan Hale and Karl Reed, the chief executive of Tarvo Foods and chairman of Osmark Bank respectively, spoke."
    )
    posts = {claim for claim in said(text) if claim.startswith("heldRole")}
    assert posts == {"heldRole(Joan Hale > Tarvo Foods)", "heldRole(Karl Reed > Osmark Bank)"}
    text = "The shop was opened by Joan Hale and Karl Reed, a former buyer for Tarvo Foods and a designer respectively."
    assert {c for c in said(text) if c.startswith("heldRole")} == {"heldRole(Joan Hale > Tarvo Foods)"}
    text = "Chairman Joan Hale of Tarvo Foods told Karl Reed that sales and profit rose 3% and 5% respectively."
    assert "heldRole(Joan Hale > Tarvo Foods)" in said(text)


def test_the_company_was_led_up_to_its_purchase() -> None:
    text = (
        "Tarvo Foods was founded by Karl Reed in 1990. Karl Reed was followed as chief executive by Joan Hale who led "
        "the company up to its acquisition in 2012 by Osmark Corporation."
    )
    found = said(text)
    assert "heldRole(Joan Hale > Osmark Corporation)" not in found
    assert "heldRole(Joan Hale > Tarvo Foods)" in found


def test_the_chair_of_a_faculty_chairs_nothing_else() -> None:
    titles = {
        claim.qualifiers["title"]
        for claim in read("Joan Hale is Chair of the Faculty and Director of the Osmark Institute.")
        if claim.relation == "heldRole"
    }
    assert titles == {"Director"}


def test_a_title_goes_on_after_an_ampersand() -> None:
    text = "Joan Hale lives in Osmark University, where she is Professor of Innovation & Knowledge Exchange."
    titles = {claim.qualifiers["title"] for claim in read(text) if claim.relation == "heldRole"}
    assert titles == {"Professor of Innovation & Knowledge Exchange"}


@pytest.mark.parametrize(
    "text",
    [
        "Joan Hale, pictured left in 2010, runs Tarvo Foods.",
        "Tarvo Foods opened in 1928. Joan Hale worked with her father (left in picture) in 1989.",
        "Joan Hale enrolled at Osmark University in 1940.",
    ],
)
def test_nobody_comes_or_goes(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith(("left", "joined"))}


def test_a_bracket_behind_another_post_dates_that() -> None:
    text = "Joan Hale served as president of Tarvo Foods and as editor of the Osmark Review (1990-95)."
    times = {claim.time.end for claim in read(text) if claim.object and "Tarvo" in str(claim.object)}
    assert times == {None}
    text = "Joan Hale served as president of Tarvo Foods from 1990 to 1995."
    assert {claim.time.end.edtf for claim in read(text) if claim.time.end} == {"1995"}


def test_no_post_at_what_a_strike_is_named_after() -> None:
    text = "Reed worked full-time as an air traffic controller until the 1981 OSMARK strike."
    assert "heldRole(Reed > OSMARK)" not in said(text)
