"""Wordings for deals of which the sentence names both sides."""

from __future__ import annotations

import pytest

from app.model import Polarity
from tests.extraction.reading import one, said

FOUND = (
    (
        "Larnwick paid an undisclosed sum in September for Wandle, an agency in Hull.",
        "acquired(Larnwick > Wandle)",
    ),
    ("Tweed Group is the product of a merger, that of Larnwick and Wandle in 2014.", "mergedWith(Larnwick > Wandle)"),
    ("Tweed Group is folding its agencies Larnwick and Wandle into one.", "mergedWith(Larnwick > Wandle)"),
    (
        "Orrell Capital and the Danish fund Solvang, both early backers of Larnwick, sold their shares.",
        "investedIn(Orrell Capital > Larnwick)",
    ),
    ("Orrell Ventures wrote the first cheque for Larnwick in 2020.", "investedIn(Orrell Ventures > Larnwick)"),
    (
        "Orrell Ventures has made its first investment, €3.5 million for Hull-based Larnwick.",
        "investedIn(Orrell Ventures > Larnwick)",
    ),
    (
        "Larnwick, founded in 2021 by Anna Tweed with $40m from Orrell Capital and Solvang Partners, is hiring.",
        "investedIn(Solvang Partners > Larnwick)",
    ),
    (
        "Larnwick is getting a £2.4m bridge from two of its owners, Orrell Capital and Solvang Partners.",
        "investedIn(Solvang Partners > Larnwick)",
    ),
    (
        "Larnwick counts Orrell Digital, the Singapore group that owns Chime, among its investors.",
        "investedIn(Orrell Digital > Larnwick)",
    ),
    (
        "China's Longshan Metals and Indonesia's Karya Mineral could be among the bidders for Wandle Nickel.",
        "acquired(Karya Mineral > Wandle Nickel)",
    ),
    (
        "Orrell Growth, Abu Dhabi's Al Safa Holdings and Mill Row Capital took part in Larnwick's Series C.",
        "investedIn(Orrell Growth > Larnwick)",
    ),
)


@pytest.mark.parametrize(("text", "claim"), FOUND)
def test_the_wording_is_read(text: str, claim: str) -> None:
    assert claim in said(text)


def test_an_abandoned_purchase_is_none() -> None:
    found = one(
        "He spoke of the abandoned purchase of seat maker Wandle, which Larnwick Group called off in July.", "acquired"
    )
    assert found.polarity is Polarity.NEGATED


SILENT = (
    "Larnwick paid a sum of $3m in damages to Wandle.",
    "Orrell Ventures wrote a letter to Larnwick.",
    "The strike cost Larnwick $3m in 2019.",
)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses_stay_silent(text: str) -> None:
    assert not {claim for claim in said(text) if claim.split("(")[0] in {"acquired", "investedIn", "mergedWith"}}
