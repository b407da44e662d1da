"""Vendors, partners, units and products by the many ways in which they are written, and near misses of each."""

import pytest

from tests.extraction.reading import one, read, said, say

SUPPLIES = "supplies(Tern Systems > Marlow Group)"
PARTNERS = {"partnerOf(Tern Systems > Marlow Group)", "partnerOf(Marlow Group > Tern Systems)"}
UNIT = "unitOf(Tern Systems > Marlow Group)"


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group bought 40 cranes from Tern Systems last year.",
        "Marlow Group has ordered 12 ferries from Tern Systems.",
        "Marlow Group leases trucks from Tern Systems.",
        "Tern Systems won a contract from Marlow Group to clean its depots.",
        "Marlow Group awarded Tern Systems a five-year contract.",
        "Marlow Group awarded the contract to Tern Systems.",
        "Tern Systems was awarded a contract by Marlow Group.",
        "Tern Systems was hired by Marlow Group to run its canteens.",
        "Tern Systems was chosen by Marlow Group as its supplier.",
        "Tern Systems has created a series of campaigns for Marlow Group.",
        "Tern Systems designs uniforms for airlines such as Crane Air, Heron Air and Marlow Group.",
        "Marlow Group's valves are made by Tern Systems.",
        "Tern Systems makes Marlow Group's valves.",
        "Tern Systems' software is used by Heron Air and Marlow Group.",
        "Tern Systems serves customers including Heron Air, Crane Air and Marlow Group.",
        "The clients of Tern Systems include Heron Air, Crane Air and Marlow Group.",
        "Tern Systems added Marlow Group as a client.",
        "Tern Systems' first customer was Marlow Group.",
        "Marlow Group's suppliers include Heron Optics and Tern Systems.",
        "Marlow Group gets its valves from Tern Systems.",
        "Heron Air and Marlow Group are among Tern Systems' customers.",
        "Tern Systems makes ferries and counts the operator Marlow Group among its clients.",
        "Tern Systems' lamps are sold in chains such as Heron Stores, Crane Stores and Marlow Group.",
        "Tern Systems advised Marlow Group on the sale of a warehouse.",
    ],
)
def test_reads_a_vendor(text: str) -> None:
    assert SUPPLIES in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group bought a stake in a brewery from Tern Systems.",
        "Marlow Group bought two factories from Tern Systems.",
        "Tern Systems sold its stores to Marlow Group.",
        "Tern Systems made an offer for Marlow Group.",
        "Tern Systems develops games for Marlow Group.",
        "Tern Systems competes with companies such as Heron Air and Marlow Group.",
        "Tern Systems lost customers and Marlow Group gained some.",
        "Tern Systems targets customers such as Heron Air and Marlow Group.",
        "Tern Systems got a warning from Marlow Group.",
        "Tern Systems creates scenes for films such as Heron and Marlow Group.",
        "Regulators reviewed the customers of Tern Systems, Marlow Group said.",
    ],
)
def test_reads_no_vendor(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("supplies")}


@pytest.mark.parametrize(
    "text",
    [
        "In partnership with Marlow Group, Tern Systems opened a school.",
        "Tern Systems opened a school in collaboration with Marlow Group.",
        "Tern Systems entered into a distribution agreement with Marlow Group.",
        "Tern Systems signed an agreement with Marlow Group to develop a ferry.",
        "Tern Systems has partnerships with Heron Air, Crane Air and Marlow Group.",
        "Tern Systems works closely with Marlow Group.",
        "Tern Systems partners with carriers such as Heron Air, Crane Air and Marlow Group.",
        "Tern Systems' partners include Heron Air and Marlow Group.",
        "Tern Systems and Marlow Group jointly developed a ferry.",
        "Tern Systems co-produced the series with Marlow Group.",
        "Tern Systems formed a joint venture with Marlow Group.",
        "Tern Systems widened its licence agreement with Marlow Group.",
        "Tern Systems grew through its distribution partnership with Marlow Group.",
        "Tern Systems is an official partner of Heron Air and Marlow Group.",
    ],
)
def test_reads_a_partner(text: str) -> None:
    assert PARTNERS & said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tern Systems signed a takeover agreement with Marlow Group.",
        "Tern Systems reached a settlement agreement with Marlow Group.",
        "Tern Systems signed an agreement with Marlow Group to sell a warehouse.",
        "Tern Systems has worked with glass since 1990, and Marlow Group with steel.",
    ],
)
def test_reads_no_partner(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("partnerOf")}


@pytest.mark.parametrize(
    "text",
    [
        "Tern Systems became a wholly owned subsidiary of Marlow Group in 2019.",
        "Tern Systems was founded as a division of Marlow Group.",
        "Tern Systems operates as a subsidiary of Marlow Group.",
        "Tern Systems has been owned by Marlow Group since 2019.",
        "Tern Systems is part of Marlow Group.",
        "Tern Systems makes clamps and is part of the Marlow Group portfolio.",
        "Tern Systems is wholly owned by Marlow Group.",
        "The parent company of Tern Systems is Marlow Group.",
        "Marlow Group's subsidiaries include Heron Optics and Tern Systems.",
        "Marlow Group owns the brands Heron Optics and Tern Systems.",
    ],
)
def test_reads_a_unit(text: str) -> None:
    assert UNIT in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tern Systems is a member of the Association of Ferry Builders.",
        "Tern Systems was partly owned by Marlow Group.",
        "75 percent of Tern Systems is owned by Marlow Group.",
        "Tern Systems is owned by Marlow Group (49%) and others.",
        "Tern Systems was part of Marlow Group's bidding team.",
    ],
)
def test_reads_no_unit(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("unitOf")}


@pytest.mark.parametrize(
    ("text", "product"),
    [
        ("Tern Systems released the film Glass Harbour in 2019.", "Glass Harbour"),
        ("Tern Systems published the games Glass Harbour, Salt Road and Ember Sky.", "Ember Sky"),
        ("Tern Systems has produced series such as Glass Harbour and Salt Road.", "Salt Road"),
        ("Tern Systems is best known for its game Glass Harbour.", "Glass Harbour"),
        ("Tern Systems has published a range of games, which include Glass Harbour and Salt Road.", "Salt Road"),
        ("Tern Systems sells the Velmorin line.", "Velmorin"),
        ("Tern Systems' first game was Glass Harbour.", "Glass Harbour"),
        ("Tern Systems, the maker of the game Glass Harbour, is growing.", "Glass Harbour"),
        ("Tern Systems' products include Glass Harbour and Salt Road.", "Salt Road"),
    ],
)
def test_reads_a_product(text: str, product: str) -> None:
    assert f"makesProduct(Tern Systems > {product})" in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Tern Systems has produced films for broadcasters including Heron Television and Crane Network.",
        "Companies using the Tern Systems platform include Heron Air and Crane Air.",
        "Tern Systems produced the Heron series Salt Road.",
        "Tern Systems has developed a Heron and Crane app.",
        "Tern Systems develops games on platforms such as Heron Station.",
    ],
)
def test_reads_no_product(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("makesProduct(") and ("Heron" in claim.split(">")[1])}


@pytest.mark.parametrize(
    "text",
    [
        "Vireo Group bought Sable Foods for $20 per share.",
        "Sable Foods was bought by Vireo Group, a firm with revenue of over $3bn.",
        "Vireo Group bought Sable Foods, a baker, and Tern Mills, a maker of flour, the latter for $162 million.",
    ],
)
def test_a_price_per_share_the_size_of_a_firm_and_the_price_of_another_are_no_amount(text: str) -> None:
    for claim in read(text):
        if claim.relation == "acquired" and say(claim).endswith("> Sable Foods)"):
            assert "amount" not in claim.qualifiers


def test_what_is_only_owned_has_no_kind_and_what_is_told_as_a_brand_is_one() -> None:
    assert one("Sable Foods is part of Vireo Group.", "unitOf").qualifiers == {}
    brands = [c for c in read("Vireo Group owns the Sable, Tern and Corva brand names.") if c.relation == "unitOf"]
    assert brands
    assert {c.qualifiers.get("kind", "brand") for c in brands} == {"brand"}
