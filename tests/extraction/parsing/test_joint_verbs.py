"""Verbs with "co-" before them are one word, and what else the sentence says hangs where it belongs."""

import pytest

from app.model import Status
from tests.extraction.reading import one, read, said, say


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, who co-founded Nordlund Systems in 2010 and runs it, might become chairman of Halvers Group.",
        "Under the plan, Anna Berg, who co-founded Nordlund Systems in 2010, would run Halvers Group.",
        "According to two people, Anna Berg, who co-founded Nordlund Systems in 2010 and leads it, may sell it.",
        "Co-founded in 2010 by Anna Berg, Nordlund Systems may be sold.",
    ],
)
def test_who_co_founded_a_firm_did_so_whatever_may_come(text: str) -> None:
    found = [claim for claim in read(text) if claim.relation == "founded"]
    assert [(say(claim), claim.status) for claim in found] == [
        ("founded(Anna Berg > Nordlund Systems)", Status.ASSERTED)
    ]
    assert str(found[0].time.date.edtf if found[0].time.date else "") == "2010"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "After co-founding Nordlund Systems in 2010, Anna Berg joined Halvers Group.",
            "founded(Anna Berg > Nordlund Systems)",
        ),
        ("Anna Berg, who co-leads Nordlund Systems, may retire.", "heldRole(Anna Berg > Nordlund Systems)"),
        ("Anna Berg co-managed Halvers Capital's bond fund until 2019.", "heldRole(Anna Berg > Halvers Capital)"),
        (
            "Nordlund Systems co-developed the engine with Halvers Group.",
            "partnerOf(Nordlund Systems > Halvers Group)",
        ),
        ("Halvers Capital co-invested in Nordlund Systems.", "investedIn(Halvers Capital > Nordlund Systems)"),
        ("Halvers Group co-owns Nordlund Systems.", "ownsStakeIn(Halvers Group > Nordlund Systems)"),
    ],
)
def test_what_one_does_with_others_one_does(text: str, claim: str) -> None:
    assert claim in said(text)


def test_a_co_owner_owns_no_more_than_a_part() -> None:
    assert not any(claim.startswith("unitOf") for claim in said("Halvers Group co-owns Nordlund Systems."))


def test_a_co_owner_who_may_retire_owns() -> None:
    assert one("Tom Rask, who co-owns Nordlund Systems, may sell his house.", "ownsStakeIn").status is Status.ASSERTED
