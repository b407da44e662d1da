"""What a search for somebody else takes for granted, and whom it may lead to."""

import pytest

from tests.extraction.reading import one, said


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Amaya Dental is considering dropping Smilebook.", "supplies(Smilebook > Amaya Dental)"),
        ("Hopewell Hospitals may drop Medifeed as caterer.", "supplies(Medifeed > Hopewell Hospitals)"),
        ("Rondo Pay is looking at alternatives to Cloudmere.", "supplies(Cloudmere > Rondo Pay)"),
        (
            "Keystone Turbines found cracks in parts from Allen Foundry, its supplier for years, and has asked "
            "Fonderie Jura "
            "for samples.",
            "consideringAlternativesTo(Keystone Turbines > Allen Foundry)",
        ),
    ],
)
def test_a_supplier_that_is_to_be_replaced_supplies(text: str, claim: str) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    ["Dalebrook Foods is looking at alternatives to Fairlop, its biggest customer."],
)
def test_a_customer_that_is_to_be_replaced_does_not(text: str) -> None:
    assert not {claim for claim in said(text) if claim.startswith("supplies(Fairlop")}


def test_who_is_tested_may_come_to_supply() -> None:
    text = "Okoro Health is testing Stratorium as a replacement for Cumulo."
    assert "supplies(Stratorium > Okoro Health)" in said(text)


def test_the_supplier_may_be_told_of_afterwards() -> None:
    text = "Is Banyan Foods looking for another auditor? Banyan Foods has its books audited by Ito & Ashe."
    assert one(text, "consideringAlternativesTo").object.name == "Ito & Ashe"  # type: ignore[union-attr]
