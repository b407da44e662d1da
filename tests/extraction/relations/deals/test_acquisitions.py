"""Acquisitions and mergers as people write of them: done, agreed, sought, called off, denied."""

import pytest

from tests.extraction.reading import one, read, say

# What is claimed, how, and the sentences that say so.
CASES = {
    "acquired(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group snapped up Tern Systems for $40 million.",
        "Marlow Group has taken over Tern Systems.",
        "Tern Systems was taken over by Marlow Group in 2019.",
        "Tern Systems, acquired by Marlow Group in 2019, makes clamps.",
        "Acquired by Marlow Group in 2019, Tern Systems makes clamps.",
        "The takeover of Tern Systems by Marlow Group was completed in May.",
        "Since its takeover by Marlow Group in 2019, Tern Systems has grown.",
        "Following its acquisition of Tern Systems, Marlow Group employs 900 people.",
        "Marlow Group entered the market with the purchase of Tern Systems in 2019.",
        "Marlow Group paid $40 million for Tern Systems.",
        "Marlow Group paid Crane Partners $40 million for Tern Systems.",
        "Marlow Group bought the clamp maker Tern Systems from Crane Partners.",
        "Crane Partners sold Tern Systems to Marlow Group for $40 million last year.",
        "Tern Systems was sold to Marlow Group in 2019.",
        "Marlow Group gained control of Tern Systems in 2019.",
        "Marlow Group took control of Tern Systems in 2019.",
        "Marlow Group took full ownership of Tern Systems in 2019.",
        "Tern Systems passed into the hands of Marlow Group in 2019.",
        "Marlow Group acquired the assets of Tern Systems.",
        "Marlow Group bought the Tern Systems chain from Crane Partners.",
        "Marlow Group, which bought Tern Systems in 2019, is growing.",
        "Tern Systems, which Marlow Group bought in 2019, is growing.",
        "Tern Systems, bought by Marlow Group for $40 million, is growing.",
        "Marlow Group's $40 million takeover of Tern Systems closed in May.",
        "Tern Systems was swallowed by its rival Marlow Group.",
        "Marlow Group bought Tern Systems out of administration.",
        "Marlow Group has closed its acquisition of Tern Systems.",
        "Marlow Group completes acquisition of Tern Systems",
        "Marlow Group buys Tern Systems",
        "Tern Systems changed hands in 2019, when Crane Partners sold it to Marlow Group.",
        "A consortium led by Marlow Group bought Tern Systems.",
    ),
    "acquired(Marlow Group > Crane Partners) asserted completed": (
        "Marlow Group bought out its partner Crane Partners.",
    ),
    "acquired(Marlow Group > Tern Systems) asserted planned": (
        "Marlow Group has agreed to buy Tern Systems.",
        "Marlow Group has signed a definitive agreement to acquire Tern Systems.",
        "Marlow Group entered into an agreement to acquire Tern Systems from Crane Partners.",
        "Tern Systems has agreed to be acquired by Marlow Group.",
        "Tern Systems has accepted a takeover offer from Marlow Group.",
        "Tern Systems agreed to a $40 million takeover by Marlow Group.",
        "Marlow Group is buying Tern Systems.",
        "Marlow Group will acquire Tern Systems.",
        "Marlow Group plans to take over Tern Systems.",
        "Crane Partners has agreed to sell Tern Systems to Marlow Group.",
        "Crane Partners is selling Tern Systems to Marlow Group.",
        "Marlow Group struck a deal to buy Tern Systems.",
        "Marlow Group's pending acquisition of Tern Systems will close in May.",
        "Marlow Group filed papers to buy Tern Systems.",
    ),
    "acquired(Marlow Group > Tern Systems) stated planned": (
        "Marlow Group announced plans to acquire Tern Systems.",
        "Marlow Group announced the acquisition of Tern Systems.",
    ),
    "acquired(Marlow Group > Tern Systems) possible considered": (
        "Marlow Group wants to buy Tern Systems.",
        "Marlow Group is considering a bid for Tern Systems.",
        "Marlow Group has offered to buy Tern Systems for $40 million.",
        "Marlow Group is in talks to buy Tern Systems.",
        "Marlow Group is in talks to acquire Tern Systems, two people said.",
        "Marlow Group launched a hostile takeover bid for Tern Systems.",
        "Marlow Group approached Tern Systems about a takeover.",
        "Tern Systems is in exclusive talks to be bought by Marlow Group.",
        "Marlow Group is interested in buying Tern Systems.",
        "Marlow Group is the front-runner to buy Tern Systems.",
        "Marlow Group is vying with Crane Partners to buy Tern Systems.",
        "Tern Systems received a takeover approach from Marlow Group.",
        "Marlow Group has an option to buy Tern Systems.",
        "Marlow Group is close to a deal to buy Tern Systems, according to people familiar with the matter.",
        "Marlow Group is nearing a deal to acquire Tern Systems.",
    ),
    "acquired(Marlow Group > Tern Systems) possible completed": ("Marlow Group could buy Tern Systems.",),
    "acquired(Marlow Group > Tern Systems) question completed": (
        "Could Marlow Group buy Tern Systems?",
        "Will Marlow Group end up buying Tern Systems?",
    ),
    "acquired(Marlow Group > Tern Systems) negated planned": (
        "Marlow Group has called off its acquisition of Tern Systems.",
        "Marlow Group called off the purchase of Tern Systems.",
        "Marlow Group walked away from its takeover of Tern Systems.",
        "Marlow Group has walked away from a deal to buy Tern Systems.",
        "Marlow Group abandoned its bid for Tern Systems.",
        "Marlow Group dropped its $40 million bid for Tern Systems.",
        "Marlow Group withdrew its offer for Tern Systems.",
        "Marlow Group scrapped plans to buy Tern Systems.",
        "Marlow Group's planned takeover of Tern Systems has collapsed.",
        "Marlow Group's takeover of Tern Systems fell through.",
        "The sale of Tern Systems to Marlow Group fell through.",
        "Crane Partners called off the sale of Tern Systems to Marlow Group.",
        "Crane Partners cancelled the sale of Tern Systems to Marlow Group.",
        "Regulators blocked Marlow Group's acquisition of Tern Systems.",
        "Marlow Group failed in its bid for Tern Systems.",
        "Marlow Group ended talks to buy Tern Systems.",
        "Marlow Group's acquisition of Tern Systems has been cancelled.",
        "Marlow Group terminated its agreement to acquire Tern Systems.",
        "Marlow Group pulled out of the deal to buy Tern Systems.",
        "Marlow Group backed out of buying Tern Systems.",
        "Tern Systems rejected a $40 million offer from Marlow Group.",
        "Tern Systems rebuffed Marlow Group's bid.",
        "Tern Systems spurned a takeover approach from Marlow Group.",
    ),
    "acquired(Marlow Group > Tern Systems) negated considered": (
        "Marlow Group's failed bid for Tern Systems cost $2 million.",
        "Marlow Group is not interested in buying Tern Systems.",
    ),
    "acquired(Marlow Group > Tern Systems) denied completed": ("Marlow Group denied that it was buying Tern Systems.",),
    "acquired(Marlow Group > Tern Systems) denied considered": (
        "Marlow Group denied it was in talks to buy Tern Systems.",
    ),
    "acquired(Marlow Group > Tern Systems) negated completed": ("Marlow Group did not buy Tern Systems.",),
    "acquired(Marlow Group > Tern Systems) reported planned": (
        "Marlow Group has agreed to buy Tern Systems, two people familiar with the matter said.",
        "Marlow Group is reportedly buying Tern Systems.",
    ),
    "mergedWith(Marlow Group > Tern Systems) asserted planned": (
        "Marlow Group and Tern Systems have agreed to merge.",
        "Marlow Group and Tern Systems are merging.",
        "Marlow Group and Tern Systems agreed a merger worth $2 billion.",
        "Marlow Group and Tern Systems will combine their operations.",
    ),
    "mergedWith(Marlow Group > Tern Systems) asserted completed": (
        "Marlow Group and Tern Systems merged in 2019 to form Brisk Labs.",
        "Marlow Group's merger with Tern Systems was completed in May.",
        "Marlow Group combined with Tern Systems in 2019.",
        "Marlow Group amalgamated with Tern Systems in 1978.",
    ),
    "mergedWith(Tern Systems > Brisk Labs) asserted completed": (
        "Marlow Group was formed by the merger of Tern Systems and Brisk Labs.",
        "Marlow Group was formed in 2019 through a merger between Tern Systems and Brisk Labs.",
        "The merger of equals between Tern Systems and Brisk Labs closed in May.",
        "Tern Systems was merged with Brisk Labs in 2019.",
    ),
    "mergedWith(Tern Systems > Marlow Group) asserted completed": ("Tern Systems was merged into Marlow Group.",),
    "mergedWith(Marlow Group > Tern Systems) stated planned": (
        "Marlow Group announced a merger with Tern Systems.",
        "Marlow Group and Tern Systems announced plans to merge.",
    ),
    "mergedWith(Marlow Group > Tern Systems) possible considered": (
        "Marlow Group and Tern Systems are in merger talks.",
        "Marlow Group is in talks to merge with Tern Systems.",
    ),
    "mergedWith(Marlow Group > Tern Systems) denied considered": (
        "Marlow Group denied that it was in merger talks with Tern Systems.",
    ),
    "mergedWith(Marlow Group > Tern Systems) negated planned": (
        "Marlow Group and Tern Systems called off their merger.",
        "Marlow Group called off its merger with Tern Systems.",
        "The planned merger between Marlow Group and Tern Systems collapsed.",
    ),
    "mergedWith(Marlow Group > Tern Systems) possible completed": ("Marlow Group and Tern Systems could merge.",),
    "mergedWith(Marlow Group > Tern Systems) possible planned": (
        "A merger of Marlow Group and Tern Systems would create a giant.",
    ),
}


@pytest.mark.parametrize(("expected", "text"), [(claim, text) for claim, texts in CASES.items() for text in texts])
def test_reads(expected: str, text: str) -> None:
    relation = expected.partition("(")[0]
    assert {f"{say(c)} {c.status} {c.phase}" for c in read(text) if c.relation == relation} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group almost bought Tern Systems in 2018.",
        "Marlow Group came close to buying Tern Systems in 2018.",
        "Marlow Group nearly sold Tern Systems to Crane Partners.",
        "Marlow Group lost out to Crane Partners in the race to buy Tern Systems.",
        "Marlow Group may call off its acquisition of Tern Systems.",
        "If Marlow Group bought Tern Systems, it would double in size.",
    ],
)
def test_what_did_not_happen_is_no_fact(text: str) -> None:
    assert not [
        say(c) for c in read(text) if c.relation == "acquired" and c.status in ("asserted", "stated", "reported")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Shares in Marlow Group dropped after its acquisition of Tern Systems.",
        "Marlow Group cancelled its dividend after the acquisition of Tern Systems.",
        "Marlow Group has not called off its acquisition of Tern Systems.",
    ],
)
def test_what_befalls_something_else_leaves_the_deal_alone(text: str) -> None:
    assert [c.status for c in read(text) if c.relation == "acquired"] == ["asserted"]


def test_a_consortium_buys_for_its_members() -> None:
    text = "A consortium of Marlow Group and Crane Partners bought Tern Systems."
    assert {say(c) for c in read(text)} == {
        "acquired(Marlow Group > Tern Systems)",
        "acquired(Crane Partners > Tern Systems)",
    }


def test_what_a_deal_is_valued_at_is_its_price() -> None:
    claim = one(
        "Marlow Group acquired Tern Systems, the Leeds clamp maker, in a deal valued at $40 million.", "acquired"
    )
    assert claim.qualifiers == {"amount": "40000000", "currency": "USD"}


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group acquired the memory assets of Tern Systems.",
        "Marlow Group bought shares of Tern Systems.",
        "Marlow Group paid $5 million for the services of Tern Systems.",
        "Marlow Group merged its Polish clamp business with Tern Systems.",
        "Marlow Group tied up with Tern Systems.",
    ],
)
def test_a_part_is_not_the_whole(text: str) -> None:
    assert not [say(c) for c in read(text) if c.relation in ("acquired", "mergedWith")]


def test_a_headline_calls_a_deal_off_without_an_auxiliary() -> None:
    claim = one("Marlow Group's acquisition of Tern Systems cancelled due to regulatory challenges", "acquired")
    assert claim.status == "negated"


def test_a_bracket_speaks_of_the_name_before_it() -> None:
    text = "Our rivals are Brisk Labs, Tern Systems (acquired by Marlow Group in 2007) and Halden Foods."
    bought = {say(c) for c in read(text) if c.relation == "acquired"}
    assert bought <= {"acquired(Marlow Group > Tern Systems)"}


def test_a_buyer_behind_a_long_description() -> None:
    text = "Tern Systems was acquired in 2015 by Boise, Idaho-based networking company Marlow Group."
    assert "acquired(Marlow Group > Tern Systems)" in {say(c) for c in read(text)}


BUYERS = ("Marlow Group", "Mårlöw Systemhaus")
ABOUT_BUYERS = ("", ", a clamp maker based in Zurich,", ", which is based in Köln,", ", based in Lisbon,")
SUMS = {"€42 million": "42000000", "$42 million": "42000000", "CHF 42 million": "42000000", "€1.2bn": "1200000000"}
ENDS = ("", ", the companies said on Tuesday", ", people familiar with the matter said")


@pytest.mark.parametrize("buyer", BUYERS)
@pytest.mark.parametrize("about", ABOUT_BUYERS)
@pytest.mark.parametrize("amount", SUMS)
@pytest.mark.parametrize("end", ENDS)
def test_a_price_is_kept_whatever_else_is_told(buyer, about, amount, end):
    text = f"{buyer}{about} has agreed to buy Tern Systems, a data company based in Köln, for {amount}{end}."
    deal = one(text, "acquired")
    assert say(deal) == f"acquired({buyer} > Tern Systems)"
    assert deal.qualifiers["amount"] == SUMS[amount]


def test_the_currency_of_a_price_is_no_part_of_a_name():
    deal = one("Tern Systems is being bought by Orlane for SEK 300 million, the company said.", "acquired")
    assert (deal.subject.name, deal.qualifiers["currency"]) == ("Orlane", "SEK")


def test_a_thing_that_is_not_bought_is_no_company() -> None:
    text = 'Lena Voss started Tern Systems. "I wanted to make the thing, not buy it," she said.'
    assert not [claim for claim in read(text) if claim.relation == "acquired"]
