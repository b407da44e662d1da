"""Deals, partners, vendors and the make-up of companies: the phrasings each rule is there for, and near misses."""

import pytest

from tests.extraction.reading import one, said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tern Systems was acquired by Marlow Group in 2020.", "acquired(Marlow Group > Tern Systems)"),
        ("Marlow Group sold Tern Systems to Crane Partners.", "acquired(Crane Partners > Tern Systems)"),
        ("Marlow Group completed the purchase of Tern Systems.", "acquired(Marlow Group > Tern Systems)"),
        ("Marlow Group has merged with Tern Systems.", "mergedWith(Marlow Group > Tern Systems)"),
        ("Marlow Group has invested $5 million in Tern Systems.", "investedIn(Marlow Group > Tern Systems)"),
        (
            "Tern Systems raised $5 million in a Series A round led by Crane Partners.",
            "investedIn(Crane Partners > Tern Systems)",
        ),
        ("Marlow Group owns 12% of Tern Systems.", "ownsStakeIn(Marlow Group > Tern Systems)"),
        ("Marlow Group teamed up with Tern Systems.", "partnerOf(Marlow Group > Tern Systems)"),
        (
            "The collaboration between Marlow Group and Tern Systems is new.",
            "partnerOf(Marlow Group > Tern Systems)",
        ),
        ("Tern Systems supplies Marlow Group with batteries.", "supplies(Tern Systems > Marlow Group)"),
        ("Tern Systems supplies batteries to Marlow Group.", "supplies(Tern Systems > Marlow Group)"),
        ("Marlow Group relies on Tern Systems for batteries.", "supplies(Tern Systems > Marlow Group)"),
        (
            "Tern Systems counts Marlow Group among its biggest customers.",
            "supplies(Tern Systems > Marlow Group)",
        ),
        ("Tern Systems, a unit of Marlow Group, makes clamps.", "unitOf(Tern Systems > Marlow Group)"),
        ("Marlow Group's subsidiary Tern Systems makes clamps.", "unitOf(Tern Systems > Marlow Group)"),
        ("Marlow Group, formerly known as Tern Systems, is growing.", "formerName(Marlow Group > Tern Systems)"),
        ("Bristol-based Marlow Group is growing.", "headquarteredIn(Marlow Group > Bristol)"),
        ("Marlow Group is headquartered in Bristol.", "headquarteredIn(Marlow Group > Bristol)"),
        ("Lena Voss and Tomas Reuter founded Marlow Group in 1999.", "founded(Tomas Reuter > Marlow Group)"),
        ("Founded in 1999, Marlow Group is growing.", "foundingDate(Marlow Group > 1999)"),
        ("Marlow Group specialises in cold storage.", "specializesIn(Marlow Group > cold storage)"),
        ("Marlow Group is focusing on its wind farm business.", "focusesOn(Marlow Group > wind farm)"),
        ("Marlow Group makes pressure gauges.", "makesProduct(Marlow Group > pressure gauges)"),
        (
            "Tensions between Marlow Group and Tern Systems have grown.",
            "tensionWith(Marlow Group > Tern Systems)",
        ),
        ("Marlow Group is unhappy with Tern Systems.", "dissatisfiedWith(Marlow Group > Tern Systems)"),
        (
            "Marlow Group is looking for an alternative to Tern Systems.",
            "consideringAlternativesTo(Marlow Group > Tern Systems)",
        ),
        ("Marlow Group poached engineers from Tern Systems.", "recruitedFrom(Marlow Group > Tern Systems)"),
    ],
)
def test_reads(text: str, expected: str) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marlow Group and Tern Systems are rivals.",
        "Marlow Group opened an office near Tern Systems.",
        "Marlow Group uses less water than Tern Systems.",
        "Marlow Group makes sense of data.",
        "Former Marlow Group engineers work for themselves.",
    ],
)
def test_reads_nothing_into(text: str) -> None:
    assert said(text) == set()


def test_an_amount_goes_with_its_deal() -> None:
    claim = one("Marlow Group's $14.3 billion investment in Tern Systems announced in June is large.", "investedIn")
    assert dict(claim.qualifiers) == {"amount": "14300000000", "currency": "USD"}
    assert claim.time.date is None
    assert claim.time.announced is not None
    assert claim.time.announced.edtf == "XXXX-06"


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("Marlow Group bought Tern Systems, a deal that was announced in June.", "XXXX-06"),
        ("Marlow Group bought Tern Systems, a deal announced in June.", "XXXX-06"),
        ("Marlow Group bought Tern Systems, a maker that announced a loss in June.", None),
        ("Marlow Group bought Tern Systems, which announced a loss in June.", None),
    ],
)
def test_when_a_deal_was_announced_is_told_of_the_deal(text: str, announced: str | None) -> None:
    time = one(text, "acquired").time
    assert (time.announced.edtf if time.announced else None) == announced
    assert time.date is None


def test_those_after_but_not_are_left_out() -> None:
    found = said("Marlow Group's investors include Crane Partners and Orrin Capital, but not Velt Ventures.")
    assert found == {"investedIn(Crane Partners > Marlow Group)", "investedIn(Orrin Capital > Marlow Group)"}


@pytest.mark.parametrize(
    "text",
    [
        "Volant was part of the Mobile Web Initiative and an advocate of open standards.",
        "The company became a subsidiary of Norwin Tools in 2005 when its parent company Brisa plc was acquired.",
        "Norwin Holdings Ltd, an American-Bermudian company operating ships, is in Miami.",
    ],
)
def test_no_unit(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("unitOf")}
