"""Whole stretches of plain newswire: who is meant once others are named, asked or only described."""

import pytest

from tests.extraction.reading import one, said


def test_a_plural_right_before_names_only_describes_them() -> None:
    text = "Orrin, founded in 2019 by Delft graduates Femke Baan and Theo Oduya, makes pumps. Baan is chair."
    found = said(text)
    assert {"founded(Femke Baan > Orrin)", "founded(Theo Oduya > Orrin)", "heldRole(Femke Baan > Orrin)"} <= found
    assert not any("graduates" in claim for claim in found)


def test_a_plural_before_firms_only_describes_them_too() -> None:
    found = said("Orrin was bought by private equity firms Colne Capital and Marsh Lane Partners.")
    assert found == {"acquired(Colne Capital > Orrin)", "acquired(Marsh Lane Partners > Orrin)"}


@pytest.mark.parametrize(
    "silence",
    [
        "Gressel did not respond to a request for comment.",
        "A spokesperson for Gressel declined to comment.",
        "Gressel could not be reached for comment.",
        "Gressel's lawyers had no immediate comment.",
        "The Courier has asked Gressel for comment.",
    ],
)
def test_nothing_goes_on_about_who_keeps_silent(silence: str) -> None:
    start = "Orrin has lost its largest client, Gressel, to a rival. Orrin employs 300 people. "
    found = said(f"{start}{silence} In January the company bought Pumpworks, a repair shop.")
    assert "acquired(Orrin > Pumpworks)" in found
    assert "acquired(Gressel > Pumpworks)" not in found


def test_who_is_said_to_decline_to_tell_something_is_still_spoken_of() -> None:
    text = "Orrin declined to say who took part in the round. Marsh Lane Partners put in $40 million, two people said."
    assert "investedIn(Marsh Lane Partners > Orrin)" in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orrin counts Norway's Fosshav Lines and Japan's Okuma Freight among its customers.", "supplies(Orrin > {})"),
        ("Norway's Fosshav Lines and Japan's Okuma Freight are among Orrin's customers.", "supplies(Orrin > {})"),
        (
            "Orrin has formed a joint venture with Norway's Fosshav Lines and Japan's Okuma Freight.",
            "partnerOf(Orrin > {})",
        ),
    ],
)
def test_a_country_before_each_of_several_names_parts_them_not(text: str, expected: str) -> None:
    assert {expected.format(name) for name in ("Fosshav Lines", "Okuma Freight")} <= said(text)


def test_a_list_of_clients_has_no_seat() -> None:
    text = "Orrin, whose clients include Norway's Fosshav Lines and the Swiss ferry line Rhonia, is based in Lund."
    assert {claim for claim in said(text) if claim.startswith("headq")} == {"headquarteredIn(Orrin > Lund)"}


def test_who_led_a_round_holds_shares_of_the_same_firm() -> None:
    text = "Orrin, which supplies Gressel and Fosshav, raised 90 million crowns in a round led by Marsh Lane Partners, "
    assert "ownsStakeIn(Marsh Lane Partners > Orrin)" in said(f"{text}which now holds 14 percent of the shares.")


def test_the_share_stands_after_the_holder() -> None:
    claim = one("Orrin, whose largest shareholder is the Swiss bank Rhonia with 31%, makes pumps.", "ownsStakeIn")
    assert claim.qualifiers == {"percent": "31"}


def test_a_switch_to_another_is_one_away_from_the_supplier() -> None:
    found = said("Orrin supplies Gressel. Gressel is weighing a switch to the Korean supplier Hanul Pumps.")
    assert "consideringAlternativesTo(Gressel > Orrin)" in found
    assert "consideringAlternativesTo(Gressel > Hanul Pumps)" not in found


def test_under_whom_a_firm_does_something_heads_it() -> None:
    text = "Orrin, whose largest shareholder is Rhonia, has been expanding in Asia under chief executive Mette Sandoy."
    assert "heldRole(Mette Sandoy > Orrin)" in said(text)


def test_where_a_maker_is_from_is_no_part_of_what_it_makes() -> None:
    assert "makesProduct(Orrin > pump)" in said("Norwegian pump maker Orrin has hired Mette Sandoy.")


def test_the_company_in_a_clause_is_not_its_subject() -> None:
    text = "Orrin Motors has dropped its supplier Gressel. Gressel had counted the company's founder among its friends."
    assert not any(claim.startswith("founded") for claim in said(text))


def test_a_start_up_is_one_word_that_points_back() -> None:
    text = "Gressel has invested $20 million in the start-up Vanta. The Gothenburg start-up was founded by Femke Baan."
    assert {"founded(Femke Baan > Vanta)", "investedIn(Gressel > Vanta)"} <= said(text)


def test_a_definite_noun_with_a_name_in_it_points_to_nothing_before() -> None:
    text = "Brewer Orrin has hired Ann Lee. It owns the Three Bells pub chain, which is run by Femke Baan."
    assert "heldRole(Femke Baan > Orrin)" not in said(text)


def test_the_post_from_which_a_successor_comes_is_not_the_predecessors() -> None:
    text = (
        "The Orrin Archive has chosen Amara Osei as its director. Osei, currently head of collections at the Kelvin "
        "Museum, will take up the post in May. She replaces Martin Bell, who is stepping down."
    )
    assert "heldRole(Martin Bell > Kelvin Museum)" not in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Gressel has invested 200 million crowns in the pump maker Orrin, taking a stake of 15%.",
        "Gressel will invest $20m in Orrin and get a 15 percent holding.",
        "Orrin raised $40m from Gressel, giving it a 15% stake in the company.",
    ],
)
def test_the_share_that_money_buys_is_held_by_whose_money_it_is(text: str) -> None:
    assert {"investedIn(Gressel > Orrin)", "ownsStakeIn(Gressel > Orrin)"} <= said(text)


def test_a_town_before_what_a_firm_is_tells_where_it_is_from() -> None:
    found = said("Gressel has bought a majority stake in Ludlow cider maker Orrin for an undisclosed sum.")
    assert "headquarteredIn(Orrin > Ludlow)" in found
    assert "investedIn(Gressel > Ludlow)" not in found


def test_whose_post_is_taken_over_is_a_person() -> None:
    text = "Theo Oduya is managing partner of Orrin. Oduya took over from Elaine Park in 2023."
    assert "succeeded(Theo Oduya > Elaine Park)" in said(text)


def test_who_founded_a_firm_did_not_found_what_its_description_names() -> None:
    found = said("Orrin, a spin-off from Kelvin University, was founded by professor Femke Baan and Theo Oduya.")
    assert {"founded(Femke Baan > Orrin)", "founded(Theo Oduya > Orrin)"} <= found
    assert not any(claim.endswith("> Kelvin University)") for claim in found if claim.startswith("founded"))


def test_a_firm_that_another_is_called_after_has_no_part_in_what_is_told() -> None:
    found = said("Orrin's head of purchasing, Mette Sandoy, left for Gressel rival Vanta last month.")
    assert "joined(Mette Sandoy > Vanta)" in found
    assert "joined(Mette Sandoy > Gressel)" not in found


def test_whom_its_boss_worked_for_is_no_client_of_the_firm() -> None:
    found = said("Orrin's chief executive Mette Sandoy used to work for Gressel.")
    assert not any(claim.startswith("supplies") for claim in found)


def test_of_whom_a_share_is_bought_is_its_founder() -> None:
    text = "Orrin will buy a 60 percent stake in rival Vanta Seafoods for $9 million from its founder, Ann Lee."
    assert "founded(Ann Lee > Vanta Seafoods)" in said(text)
    assert "founded(Ann Lee > Orrin)" not in said(text)


@pytest.mark.parametrize(
    ("text", "falsehood"),
    [
        (
            "Two former employees of Orrin have raised $12 million for Vanta. The round was led by Gressel Fund.",
            "investedIn(Gressel Fund > Orrin)",
        ),
        ("Orrin was sold by Vanta to the buyout house Gressel in 2015.", "supplies(Vanta > Gressel)"),
        ("Orrin has been urged by the hedge fund Gressel to spin off Vanta.", "unitOf(Vanta > Gressel)"),
        (
            "Orrin will make processors for Vanta, ending Vanta's ten-year reliance on Gressel.",
            "consideringAlternativesTo(Orrin > Gressel)",
        ),
    ],
)
def test_what_somebody_else_does_is_not_theirs(text: str, falsehood: str) -> None:
    assert falsehood not in said(text)


def test_what_somebody_advises_on_is_done_by_whom_they_advise() -> None:
    found = said("Orrin advised Gressel Group on its purchase of Vanta.")
    assert "acquired(Gressel Group > Vanta)" in found
    assert "acquired(Orrin > Vanta)" not in found
