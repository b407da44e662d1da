"""Who stayed out of a round, whose a sum, a valuation or a round is, and who only judges of a deal."""

from __future__ import annotations

import pytest

from tests.extraction.reading import read, said, say

_ROUND = "Tern Systems raised $60 million in a Series C round led by Crane Partners"


@pytest.mark.parametrize(
    "rest",
    [
        ". Existing backers Ostler Capital and Marlow Growth did not participate, the company said.",
        ". Existing backers Ostler Capital and Marlow Growth sat out the round.",
        ". Earlier backers Ostler Capital and Marlow Growth declined to invest.",
        ", with existing backers Ostler Capital and Marlow Growth not taking part.",
        ", without its existing backers Ostler Capital and Marlow Growth.",
    ],
)
def test_backers_who_stay_out_of_a_round_put_nothing_into_it(rest: str) -> None:
    claims = [c for c in read(_ROUND + rest) if c.subject.name in ("Ostler Capital", "Marlow Growth")]
    assert claims
    for claim in claims:
        in_it = claim.qualifiers.get("round") == "Series C"
        assert not in_it or claim.polarity.value == "negated", say(claim)


@pytest.mark.parametrize(
    ("rest", "taken_part"),
    [
        (". Existing backers Ostler Capital and Marlow Growth also participated.", True),
        (". Existing backers were Ostler Capital and Marlow Growth.", True),
        (". Existing backer Ostler Capital declined to comment.", False),
    ],
)
def test_only_backers_told_to_take_part_are_in_the_round(rest: str, taken_part: bool) -> None:
    claims = [c for c in read(_ROUND + rest) if c.subject.name == "Ostler Capital"]
    assert any(c.qualifiers.get("round") == "Series C" for c in claims) == taken_part


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Tern Systems bought Bexley Foods, Halden Dairy and, for $9 million, Rimmer Farms.", {"Bexley Foods": None}),
        (
            "Tern Systems bought Bexley Foods for $4 million and Rimmer Farms for $9 million.",
            {"Bexley Foods": "4000000", "Rimmer Farms": "9000000"},
        ),
        (
            "Tern Systems bought Bexley Foods and Rimmer Farms for $9 million.",
            {"Bexley Foods": None, "Rimmer Farms": None},
        ),
        ("Tern Systems bought Bexley Foods, a bread maker, for $9 million.", {"Bexley Foods": "9000000"}),
        (
            "Tern Systems bought Bexley Foods from Crane Partners and Ostler Capital for $9 million.",
            {"Bexley Foods": "9000000"},
        ),
    ],
)
def test_a_sum_is_that_of_the_item_it_is_told_of(text: str, amounts: dict[str, str | None]) -> None:
    bought = {say(c): c.qualifiers.get("amount") for c in read(text)}
    assert {name: bought[f"acquired(Tern Systems > {name})"] for name in amounts} == amounts


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Tern Systems raised $20 million, half of it from Crane Partners.", None),
        ("Tern Systems raised $20 million, a quarter of which came from Crane Partners.", None),
        ("Tern Systems raised $20 million from Crane Partners.", "20000000"),
        ("Tern Systems raised $20 million in new funding from Crane Partners.", "20000000"),
    ],
)
def test_of_a_part_of_a_sum_nobody_gave_the_whole(text: str, amount: str | None) -> None:
    assert [(c.relation, c.qualifiers.get("amount")) for c in read(text)] == [("investedIn", amount)]


@pytest.mark.parametrize(
    ("text", "valuation"),
    [
        ("Tern Systems, backed by Crane Partners, is preparing a listing that could value it at $2 billion.", None),
        (
            "Marlow was seeking a valuation of $2 billion for Tern Systems, which Crane Partners backed in 2020.",
            None,
        ),
        ("Crane Partners invested $40 million in Tern Systems, valuing it at $1 billion.", "1000000000"),
    ],
)
def test_a_valuation_that_is_sought_is_none_of_an_earlier_investment(text: str, valuation: str | None) -> None:
    assert [c.qualifiers.get("valuation") for c in read(text) if c.relation == "investedIn"] == [valuation]


@pytest.mark.parametrize(
    ("text", "rounds"),
    [
        (
            "Tern Systems raised $9 million in seed funding and $40 million in a Series A led by Crane Partners.",
            {"Crane Partners": "Series A"},
        ),
        (
            "Tern Systems raised $9 million in seed funding from Ostler Capital and $40 million in a Series A led by "
            "Crane Partners.",
            {"Ostler Capital": "seed", "Crane Partners": "Series A"},
        ),
    ],
)
def test_an_investor_is_in_the_round_that_it_is_told_of(text: str, rounds: dict[str, str]) -> None:
    assert {c.subject.name: c.qualifiers.get("round") for c in read(text)} == rounds


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Tern Systems's purchase of Bexley Foods was approved by regulators.",
            {"acquired(Tern Systems > Bexley Foods)"},
        ),
        (
            "Tern Systems's purchase of Bexley Foods was financed by Marlow Bank.",
            {"acquired(Tern Systems > Bexley Foods)"},
        ),
        ("The purchase of Bexley Foods was approved by regulators.", set()),
        ("The purchase of Bexley Foods was completed by Tern Systems.", {"acquired(Tern Systems > Bexley Foods)"}),
    ],
)
def test_who_judges_of_a_purchase_or_pays_for_it_buys_nothing(text: str, claims: set[str]) -> None:
    assert said(text) == claims


@pytest.mark.parametrize("told", ["valuing the start-up at", "that valued the start-up at", "that values it at"])
def test_what_a_deal_values_a_firm_at_is_not_its_price(told: str) -> None:
    claims = read(f"Tern Systems took a 49% stake in Bexley Foods in a deal {told} $19 billion.")
    assert claims
    assert all("amount" not in claim.qualifiers for claim in claims)


def test_what_a_deal_is_valued_at_is_its_price() -> None:
    claims = read("Tern Systems bought Bexley Foods in a deal valued at about $19 million.")
    assert [claim.qualifiers["amount"] for claim in claims if claim.relation == "acquired"] == ["19000000"]


def test_what_a_round_came_to_is_not_the_price_of_a_stake() -> None:
    claims = read("Crane Partners owns 6% of Bexley Foods after joining the $310 million Series D in 2023.")
    stakes = [claim for claim in claims if claim.relation == "ownsStakeIn"]
    assert stakes
    assert all("amount" not in claim.qualifiers for claim in stakes)


@pytest.mark.parametrize(
    "text",
    [
        "Bexley Foods raised $30 million from Tern Capital, alongside Crane Partners.",
        "Bexley Foods raised $30 million in a Series B led by Tern Capital alongside existing investor Crane Partners.",
        "Tern Capital took part in Bexley Foods's Series B funding round alongside Crane Partners.",
        "Bexley Foods raised a $30 million Series B, with Crane Partners in the lead.",
    ],
)
def test_who_stands_alongside_the_investors_is_one(text: str) -> None:
    found = [c for c in read(text) if c.relation == "investedIn" and c.subject.name == "Crane Partners"]
    assert len(found) == 1
    assert "amount" not in found[0].qualifiers


def test_what_a_firm_does_alongside_a_round_makes_no_investor() -> None:
    assert not [c for c in said("Bexley raised $30 million, alongside its work with Tern.") if "investedIn" in c]
