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
    ("Orrell Group rescued Larnwick Systems from insolvency in 2019.", "acquired(Orrell Group > Larnwick Systems)"),
    ("Orrell Group has won the battle for Larnwick Systems.", "acquired(Orrell Group > Larnwick Systems)"),
    ("Larnwick Systems has found a buyer in Orrell Group.", "acquired(Orrell Group > Larnwick Systems)"),
    ("Larnwick Systems has drawn takeover interest from Orrell Group.", "acquired(Orrell Group > Larnwick Systems)"),
    ("Two thirds of Larnwick Systems belong to Orrell Capital.", "ownsStakeIn(Orrell Capital > Larnwick Systems)"),
    ("Larnwick Systems belongs to the Tweed family.", "ownsStakeIn(Tweed family > Larnwick Systems)"),
    (
        "Larnwick Systems bought Wandle, a maker of pumps, its third purchase this year after Solvang Tools.",
        "acquired(Larnwick Systems > Solvang Tools)",
    ),
    (
        "Larnwick Systems, now in the hands of Orrell Capital, is hiring.",
        "ownsStakeIn(Orrell Capital > Larnwick Systems)",
    ),
    ("Orrell Capital owns a slice of Larnwick Systems.", "ownsStakeIn(Orrell Capital > Larnwick Systems)"),
    ("Orrell Capital owns a piece of Wandle and a piece of Larnwick.", "ownsStakeIn(Orrell Capital > Larnwick)"),
    ("The Tweed family will keep a majority in Larnwick Systems.", "ownsStakeIn(Tweed family > Larnwick Systems)"),
    (
        "Orrell Capital, the biggest of Larnwick's outside shareholders, is in favour.",
        "ownsStakeIn(Orrell Capital > Larnwick)",
    ),
    ("Orrell Capital, one of Larnwick's first backers, is in favour.", "investedIn(Orrell Capital > Larnwick)"),
    ("Orrell Capital also put money into Larnwick's Series B.", "investedIn(Orrell Capital > Larnwick)"),
    (
        "Orrell Capital is known for its early bet on the parcel carrier Larnwick.",
        "investedIn(Orrell Capital > Larnwick)",
    ),
    (
        "Solvang Partners, a Leeds fund, and Orrell Capital invested in Larnwick.",
        "investedIn(Solvang Partners > Larnwick)",
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


@pytest.mark.parametrize(
    "text",
    [
        "Orrell Group had agreed to buy Larnwick Systems but pulled out in June.",
        "Orrell Group offered $300 million for Larnwick Systems in March and gave up after seeing the books.",
    ],
)
def test_who_takes_a_deal_back_has_bought_nothing(text: str) -> None:
    assert one(text, "acquired").polarity is Polarity.NEGATED


SILENT = (
    "Larnwick paid a sum of $3m in damages to Wandle.",
    "Orrell Ventures wrote a letter to Larnwick.",
    "The strike cost Larnwick $3m in 2019.",
    "Larnwick put money into its pension fund.",
    "Orrell Capital puts money into Larnwick's hands.",
)


@pytest.mark.parametrize("text", SILENT)
def test_near_misses_stay_silent(text: str) -> None:
    assert not {claim for claim in said(text) if claim.split("(")[0] in {"acquired", "investedIn", "mergedWith"}}
