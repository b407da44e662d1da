"""Deals that are told as under way, and as closed in the next sentence."""

import pytest

from app.model import Phase
from tests.extraction.reading import read

_DEAL = "Nordlund Systems is buying Halvers Group for $38 million."


def phase(text: str) -> set[Phase | None]:
    return {claim.phase for claim in read(text, "2025-06-15") if claim.relation in ("acquired", "investedIn")}


@pytest.mark.parametrize(
    "then",
    ["The deal closed on Monday.", "The transaction was completed last week.", "It closed on the same day."],
)
def test_a_deal_that_has_closed_is_done(then: str) -> None:
    assert phase(f"{_DEAL} {then}") == {Phase.COMPLETED}


@pytest.mark.parametrize(
    "then",
    [
        "The deal is expected to close in July.",
        "The deal has not closed.",
        "It closed at $40 on Friday.",
        "It closed its yard in Bergen on Monday.",
        "The sale of its yard was completed on Friday.",
        "The deal will be completed in July.",
        "Dorant Shipping closed on Monday.",
    ],
)
def test_what_else_closes_leaves_the_deal_to_come(then: str) -> None:
    assert phase(f"{_DEAL} {then}") == {Phase.PLANNED}
