"""Rounds told part by part, shares told in passing, and what came of a deal that was sought."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read, said, say

_ROUND = "Tern Systems of Delft, a three-year-old start-up that makes clamps for river barges, raised €9 million in "
FOUND = (
    # Who leads or joins a round, wherever the subject stands.
    (
        "Crane Partners, a London fund that led Tern Systems' $60 million Series C round in 2019, is selling.",
        {"investedIn(Crane Partners > Tern Systems)"},
    ),
    (
        "Crane Partners, which put $12 million into Tern Systems's Series C, is worried.",
        {"investedIn(Crane Partners > Tern Systems)"},
    ),
    (
        _ROUND
        + "Series A funding led by Crane Partners, with participation from Marlow and earlier backer Bexley Seed.",
        {f"investedIn({name} > Tern Systems)" for name in ("Crane Partners", "Marlow", "Bexley Seed")},
    ),
    (
        _ROUND + "seed funding. Crane Partners led; Marlow Growth also joined in.",
        {"investedIn(Crane Partners > Tern Systems)", "investedIn(Marlow Growth > Tern Systems)"},
    ),
    (
        _ROUND + "May. The sole investor was Crane Partners.",
        {"investedIn(Crane Partners > Tern Systems)"},
    ),
    (
        "Tern Systems raised $8 million from investors including Tarn and Ostler Seed.",
        {"investedIn(Tarn > Tern Systems)", "investedIn(Ostler Seed > Tern Systems)"},
    ),
    # Shares told in passing.
    (
        "Crane Partners owns 30% of Tern Systems and Ostler Capital 12%.",
        {"ownsStakeIn(Crane Partners > Tern Systems)", "ownsStakeIn(Ostler Capital > Tern Systems)"},
    ),
    (
        "Ida Roe holds 8% of Tern Systems, filings show, against 31% with Ostler Capital.",
        {"ownsStakeIn(Ida Roe > Tern Systems)", "ownsStakeIn(Ostler Capital > Tern Systems)"},
    ),
    # Parts that are bought, partners and bids.
    ("Crane Partners paid $150 million for 15% of Tern Systems.", {"investedIn(Crane Partners > Tern Systems)"}),
    (
        "Crane Partners has completed the acquisition of a majority interest in Tern Systems.",
        {"acquired(Crane Partners > Tern Systems)"},
    ),
    (
        "Crane Partners completed the acquisition of a 20% stake in Tern Systems.",
        {"investedIn(Crane Partners > Tern Systems)"},
    ),
    (
        "Crane Partners teamed up with Ostler Capital to buy Tern Systems.",
        {"acquired(Crane Partners > Tern Systems)", "acquired(Ostler Capital > Tern Systems)"},
    ),
    (
        "Crane Partners bought Tern Systems together with Ostler Capital.",
        {"acquired(Crane Partners > Tern Systems)", "acquired(Ostler Capital > Tern Systems)"},
    ),
    ("Bexmeter, a German start-up Tern Systems bought in 2018, is profitable.", {"acquired(Tern Systems > Bexmeter)"}),
    (
        "Crane Partners has hired Roe & Moss to prepare an offer for Tern Systems.",
        {"acquired(Crane Partners > Tern Systems)"},
    ),
    ("Crane Partners made an approach to Tern Systems in May.", {"acquired(Crane Partners > Tern Systems)"}),
    (
        "Crane Partners and Ostler Capital have lodged bids for the 60-store Tern Home business.",
        {"acquired(Crane Partners > Tern Home)", "acquired(Ostler Capital > Tern Home)"},
    ),
    (
        "Tern Systems was bought out by its management in 2022 with £6.5m from Crane Partners.",
        {"investedIn(Crane Partners > Tern Systems)"},
    ),
    (
        "Tern Systems has held talks with Crane Partners and Ostler Capital about a seed round.",
        {"investedIn(Crane Partners > Tern Systems)", "investedIn(Ostler Capital > Tern Systems)"},
    ),
    # Lists of what somebody has bought, backed or owns.
    (
        "Crane Partners has backed over 30 companies, among them the recycler Relmora and the sensor maker Otovik.",
        {"investedIn(Crane Partners > Relmora)", "investedIn(Crane Partners > Otovik)"},
    ),
    (
        "Tern Systems has completed five acquisitions, among them Bluegrove Imaging in 2019 and Marlow Scans in 2022.",
        {"acquired(Tern Systems > Bluegrove Imaging)", "acquired(Tern Systems > Marlow Scans)"},
    ),
    (
        "Crane Partners, an investment firm, still owns two food companies, Tern Foods and a maker of pizza, Otovik.",
        {"ownsStakeIn(Crane Partners > Tern Foods)", "ownsStakeIn(Crane Partners > Otovik)"},
    ),
    (
        "Crane Partners is based in Chicago. Its current portfolio companies include Tern Foods and Otovik Services.",
        {"investedIn(Crane Partners > Tern Foods)", "investedIn(Crane Partners > Otovik Services)"},
    ),
    (
        "Tern is studying the options for its stake of 15% in the Belgian start-up Otovik.",
        {"ownsStakeIn(Tern > Otovik)"},
    ),
    (
        "Crane Partners put $6 million into Otovik in 2023 and holds 11% of its outstanding shares.",
        {"ownsStakeIn(Crane Partners > Otovik)"},
    ),
    # What a firm is called in one sentence it is in all.
    (
        "Tern sold out to Redmoor Hale, a Leeds investment firm. Redmoor Hale owns Otovik.",
        {"ownsStakeIn(Redmoor Hale > Otovik)"},
    ),
    # What came of a deal.
    ("Tern Systems and the payments firm Otovik have called off their merger.", {"mergedWith(Tern Systems > Otovik)"}),
    (
        "Tern Systems agreed in May to buy Bexley Clamps. The deal collapsed in June.",
        {"acquired(Tern Systems > Bexley Clamps)"},
    ),
)


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_says(text: str, expected: set[str]) -> None:
    assert expected <= said(text)


@pytest.mark.parametrize(
    "ending",
    [
        "The talks collapsed in June.",
        "In June Tern Systems walked away.",
        "In June Tern Systems abandoned the deal.",
        "The deal was called off in June.",
        "The takeover was blocked in June.",
        "In June the bidder withdrew.",
    ],
)
def test_a_deal_that_is_off(ending: str) -> None:
    claims = read(f"Tern Systems made a bid for Bexley Clamps in May. {ending}")
    assert "negated" in {str(c.polarity) for c in claims if say(c) == "acquired(Tern Systems > Bexley Clamps)"}


@pytest.mark.parametrize(
    "ending",
    [
        "The wage talks collapsed in June.",
        "In June Tern Systems withdrew from Spain.",
        "The deal with the union was called off in June.",
        "The talks may collapse.",
        "Tern Systems has not walked away.",
    ],
)
def test_a_deal_that_goes_on(ending: str) -> None:
    claims = read(f"Tern Systems made a bid for Bexley Clamps in May. {ending}")
    assert "negated" not in {str(c.polarity) for c in claims if c.relation == "acquired"}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        # A grant is no investment, a succession no purchase, an old name no buyer.
        ("Tern Systems makes clamps. The Delta Fund contributes €2 million in grants to the plant.", "investedIn"),
        ("Carl Roe founded Tern Systems. He handed over the company to his son Ulf in 1981.", "acquired(Ulf"),
        ("Tern Systems, founded in 1974 as Roe Eggs, sells clamps and bought Bexley Clamps.", "acquired(Roe Eggs"),
        ("Tern Systems will pay $3 million for a plant in Leeds, West Yorkshire.", "acquired"),
        # Who tells of a deal in a clause about another has no part in it.
        ("Ida Roe said that Crane & Moss, which bought a 15% holding in Tern Systems, was happy.", "(Ida Roe > Tern"),
        # Bankers prepare bids for others; to back an offer is to put no money in.
        ("Crane Partners has hired Roe & Moss to prepare an offer for Tern Systems.", "(Roe & Moss"),
        ("Tern Systems has had an offer, and Ida Roe has promised to back it.", "investedIn"),
        ("Crane Partners made an offer to Tern Systems of cheaper steel.", "acquired"),
        ("Crane Partners teamed up with Ostler to build a port. It bought Tern Systems.", "acquired(Ostler"),
        ("Tern Systems has sold clamps to 30 companies, among them Tarn and Marlow Foods.", "acquired"),
        # What a firm's own fund holds is no share of the firm; who buys "from" somebody buys no firm.
        ("Otovik makes looms. Otovik is growing. Otovik Ventures still owns 6 per cent.", "ownsStakeIn"),
        ("In Leeds, a merchant who has bought from three generations of Otoviks shrugs.", "acquired"),
        # Another who holds is not what is held; a share of the market is no stake.
        ("Ida Roe holds 34% of the capital and the investment firm Ostler Capital 11%.", "> Ostler Capital"),
        ("Tern Systems is a shareholder in Bexley. Crane, with 19% of the market, is bigger.", "ownsStakeIn(Crane"),
    ],
)
def test_says_not(text: str, absent: str) -> None:
    assert not [line for line in said(text) if absent in line]


def test_a_sum_of_several_is_nobodys() -> None:
    claims = read("Tern Systems raised $8 million in Series A funding from Crane Partners and the insurer Marlow.")
    assert {c.qualifiers.get("round") for c in claims} == {"Series A"}
    assert not any("amount" in c.qualifiers for c in claims)


def test_a_stake_of_which_a_sale_is_thought_is_held() -> None:
    claims = read("Tern is studying the options for its stake of 15% in the Belgian start-up Otovik.")
    held = [c for c in claims if c.relation == "ownsStakeIn"]
    assert [(str(c.certainty), str(c.phase), c.qualifiers) for c in held] == [("certain", "ongoing", {"percent": "15"})]


def test_the_sum_of_a_round_is_nobodys() -> None:
    claims = read(
        "Crane Partners led Tern Systems' $8 million seed round. Otovik Capital put $2 million into the round."
    )
    sums = {say(c): c.qualifiers.get("amount") for c in claims if c.relation == "investedIn"}
    assert sums == {
        "investedIn(Crane Partners > Tern Systems)": None,
        "investedIn(Otovik Capital > Tern Systems)": "2000000",
    }


def test_a_taken_back_story_is_no_fact() -> None:
    claims = read("A correction: last week I wrote that Tern Systems had bought Bexley Clamps. It has not.")
    assert not [
        c
        for c in claims
        if c.relation == "acquired" and str(c.certainty) == "certain" and str(c.polarity) == "affirmed"
    ]
