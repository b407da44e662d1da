"""Jobs cut, staff laid off and plants closed, which reorganise a company; and what only sounds like it."""

import pytest

from tests.extraction.reading import one, said


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Vidya cut 2,500 jobs in October.", "2,500 jobs"),
        ("Kasi has put assembly on hold, closed its Kampala branch and moved.", "Kampala branch"),
        ("Suncoast, which shed half of its staff in 2020, makes tiles.", "half of its staff"),
        ("Some 300 jobs were cut at Welland Steel last year.", "300 jobs"),
        ("Kolbe Motors plans to shut two factories in Spain.", "two factories"),
        ("Norrland Paper said it would cut its workforce by 10%.", "workforce"),
    ],
)
def test_cutbacks_reorganise(text: str, scope: str) -> None:
    assert one(text, "restructured").qualifiers["scope"] == scope


@pytest.mark.parametrize(
    "text",
    [
        "Tarvin Rail closed its offices for the day.",
        "Orlebar Foods fired two employees for theft.",
        "Brightsea cut prices and closed a funding round.",
        "Hydrax reduced staff costs and cut emissions.",
        "Palmo shut its doors in May.",
    ],
)
def test_not_all_that_is_cut_or_closed_reorganises(text: str) -> None:
    assert not any(claim.startswith("restructured") for claim in said(text))
