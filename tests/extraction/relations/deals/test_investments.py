"""Investments, rounds and stakes as people write of them."""

import pytest

from tests.extraction.reading import one, read, say

# What is claimed, how, and the sentences that say so.
CASES = {
    "investedIn(Crane Partners > Tern Systems) asserted completed": (
        "Tern Systems raised $12 million from Crane Partners.",
        "Crane Partners participated in Tern Systems' Series B round.",
        "Crane Partners took part in a funding round at Tern Systems.",
        "Tern Systems, backed by Crane Partners, makes clamps.",
        "Tern Systems, a start-up backed by Crane Partners, makes clamps.",
        "Crane Partners-backed Tern Systems makes clamps.",
        "Tern Systems, which is backed by Crane Partners, makes clamps.",
        "Crane Partners is an investor in Tern Systems.",
        "Crane Partners, an early investor in Tern Systems, made a profit.",
        "Tern Systems counts Crane Partners among its investors.",
        "Crane Partners is among the investors in Tern Systems.",
        "Tern Systems makes clamps. Its backers include Crane Partners.",
        "Tern Systems received funding from Crane Partners.",
        "Tern Systems attracted investment from Crane Partners.",
        "Tern Systems landed $12 million in Series A funding from Crane Partners.",
        "Crane Partners' investment in Tern Systems paid off.",
        "Crane Partners backed Tern Systems in 2019.",
        "Tern Systems is a portfolio company of Crane Partners.",
        "Crane Partners portfolio company Tern Systems makes clamps.",
        "Crane Partners bankrolled Tern Systems.",
        "Tern Systems, whose investors include Crane Partners, makes clamps.",
        "Tern Systems, funded by Crane Partners, makes clamps.",
    ),
    "investedIn(Crane Partners > Tern Systems) possible considered": (
        "Crane Partners is in talks to invest $5 million in Tern Systems.",
        "Tern Systems is in talks to raise $12 million from Crane Partners.",
        "Tern Systems hopes to raise $12 million from Crane Partners.",
    ),
    "investedIn(Crane Partners > Tern Systems) negated planned": (
        "Crane Partners decided not to invest in Tern Systems.",
        "Crane Partners pulled out of a $12 million round in Tern Systems.",
    ),
    "investedIn(Crane Partners > Tern Systems) negated completed": (
        "Crane Partners has never invested in Tern Systems.",
    ),
    "investedIn(Lena Voss > Tern Systems) asserted completed": (
        "Tern Systems, in which Lena Voss had put $2 million, went bust.",
    ),
    "ownsStakeIn(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group took a 12% stake in Tern Systems.",
        "Marlow Group acquired a majority stake in Tern Systems.",
        "Marlow Group acquired a controlling interest in Tern Systems.",
        "Marlow Group became a shareholder in Tern Systems in 2019.",
    ),
    "ownsStakeIn(Marlow Group > Tern Systems) asserted ended": (
        "Marlow Group sold its stake in Tern Systems.",
        "Marlow Group plans to sell its stake in Tern Systems.",
        "Marlow Group no longer owns shares in Tern Systems.",
        "Marlow Group disposed of its shares in Tern Systems.",
    ),
    "ownsStakeIn(Marlow Group > Tern Systems) asserted ongoing": (
        "Marlow Group is the largest shareholder of Tern Systems.",
        "Marlow Group is Tern Systems' largest shareholder.",
        "Marlow Group, the biggest shareholder in Tern Systems with 12%, voted against.",
        "Tern Systems' largest shareholder, Marlow Group, voted against.",
        "Tern Systems' biggest shareholder is Marlow Group.",
        "The largest shareholder of Tern Systems is Marlow Group, with 12%.",
        "Tern Systems is majority-owned by Marlow Group.",
    ),
    "ownsStakeIn(Crane Partners > Tern Systems) asserted ongoing": (
        "Crane Partners owns Tern Systems.",
        "Tern Systems' owner, the fund Crane Partners, declined to comment.",
    ),
    "unitOf(Tern Systems > Marlow Group) asserted ongoing": (
        "Marlow Group owns Tern Systems.",
        "Tern Systems owner Marlow Group declined to comment.",
    ),
    "ownsStakeIn(Lena Voss > Tern Systems) asserted ongoing": ("Tern Systems is controlled by Lena Voss.",),
    "ownsStakeIn(Crane Partners > Marlow Group) asserted ongoing": (
        "Marlow Group's shareholders include Crane Partners.",
        "Shareholders in Marlow Group include Crane Partners.",
    ),
    "ownsStakeIn(Marlow Group > Tern Systems) denied ongoing": (
        "Marlow Group denied that it holds a stake in Tern Systems.",
    ),
    "ownsStakeIn(Marlow Group > Tern Systems) negated ongoing": (
        "Marlow Group does not own a single share in Tern Systems.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), [(claim, text) for claim, texts in CASES.items() for text in texts])
def test_reads(expected: str, text: str) -> None:
    relation = expected.partition("(")[0]
    found = {f"{say(c)} {c.status} {c.phase}" for c in read(text) if c.relation == relation}
    assert found == {expected}


def qualifiers(text: str, investor: str) -> dict[str, str]:
    (claim,) = [c for c in read(text) if say(c) == f"investedIn({investor} > Tern Systems)"]
    return dict(claim.qualifiers)


def test_a_round_gives_each_investor_its_part() -> None:
    text = (
        "Tern Systems has raised $12 million in a Series B round led by Crane Partners, with participation from "
        "Orrin Capital, Vesta Holdings and Brisk Labs."
    )
    assert qualifiers(text, "Crane Partners") == {"lead": "true", "round": "Series B"}
    for investor in ("Orrin Capital", "Vesta Holdings", "Brisk Labs"):
        assert qualifiers(text, investor) == {"round": "Series B"}


def test_a_sum_from_one_investor_is_that_investors() -> None:
    alone = qualifiers("Tern Systems raised $12 million from Crane Partners.", "Crane Partners")
    assert alone == {"amount": "12000000", "currency": "USD"}
    shared = qualifiers("Tern Systems raised $12 million from Crane Partners and Orrin Capital.", "Crane Partners")
    assert shared == {}


def test_a_valuation_is_no_amount() -> None:
    text = "Crane Partners plans to invest $5 million in Tern Systems at a valuation of $90 million."
    assert qualifiers(text, "Crane Partners") == {"amount": "5000000", "currency": "USD", "valuation": "90000000"}


@pytest.mark.parametrize(
    ("text", "holder", "percent"),
    [
        ("Marlow Group increased its stake in Tern Systems from 5% to 12%.", "Marlow Group", "12"),
        ("Marlow Group cut its stake in Tern Systems to 5%.", "Marlow Group", "5"),
        ("Tern Systems is owned by Marlow Group (60%) and Crane Partners (40%).", "Crane Partners", "40"),
        ("Tern Systems is 60% owned by Marlow Group and 40% by Crane Partners.", "Crane Partners", "40"),
        ("Tern Systems, 12% of which is owned by Marlow Group, makes clamps.", "Marlow Group", "12"),
        ("Marlow Group may raise its stake in Tern Systems to 30%.", "Marlow Group", None),
    ],
)
def test_the_share_is_what_is_held_now(text: str, holder: str, percent: str | None) -> None:
    (claim,) = [c for c in read(text) if say(c) == f"ownsStakeIn({holder} > Tern Systems)"]
    assert claim.qualifiers.get("percent") == percent


@pytest.mark.parametrize(
    "text",
    [
        "Tern Systems secured a $5 million contract from Marlow Group.",
        "Tern Systems won $5 million in damages from Marlow Group.",
        "Tern Systems received a $5 million loan from Crane Partners.",
        "Marlow Group led the market. Tern Systems was second.",
        "Halden Foods' portfolio includes Tern Systems and Brisk Labs.",
        "Tern Systems is seeking $12 million from investors.",
    ],
)
def test_other_money_is_no_investment(text: str) -> None:
    assert not [say(c) for c in read(text) if c.relation in ("investedIn", "ownsStakeIn")]


@pytest.mark.parametrize(
    ("text", "claim", "percent"),
    [
        ("Tianhua is Mirko's second-largest shareholder with 18.3%.", "ownsStakeIn(Tianhua > Mirko)", "18.3"),
        (
            "The Ferrante family controls Morvane with 61% of the shares.",
            "ownsStakeIn(Ferrante family > Morvane)",
            "61",
        ),
        ("Omar Said was given a 10% stake in Brightsea in 2021.", "ownsStakeIn(Omar Said > Brightsea)", "10"),
    ],
)
def test_shares_of_shareholders_and_of_those_who_are_given_some(text: str, claim: str, percent: str) -> None:
    found = one(text, "ownsStakeIn")
    assert (say(found), found.qualifiers["percent"]) == (claim, percent)
    assert not any(c.relation == "investedIn" for c in read(text))
