"""Turns of phrase by which shares and companies change hands, and what looks like them."""

from __future__ import annotations

import pytest

from tests.extraction.reading import said

FOUND = {
    "Tern Rail has sold its remaining shares in the bus operator Kelso Coaches to Arbor Trust for £40m.": [
        "investedIn(Arbor Trust > Kelso Coaches)"
    ],
    "The family is in talks to sell 30 per cent of Osier Baskets to Quill Capital.": [
        "investedIn(Quill Capital > Osier Baskets)"
    ],
    "Marlin Fund, the Dutch investor from Delft that bought Osier Baskets in 2019, has closed a mill.": [
        "acquired(Marlin Fund > Osier Baskets)"
    ],
    "Ruby Crane works for Haldane Seed, the Perth fund which backed Osier Baskets.": [
        "investedIn(Haldane Seed > Osier Baskets)"
    ],
    "Gable Ventures wrote Lumo Seeds' biggest cheque last year.": ["investedIn(Gable Ventures > Lumo Seeds)"],
    "Corvid Capital, the fund that has controlled Ostrava Glass since 2011, declined to comment.": [
        "ownsStakeIn(Corvid Capital > Ostrava Glass)"
    ],
    "The Pell family controls Ostrava Glass through a foundation.": ["ownsStakeIn(Pell family > Ostrava Glass)"],
    "Kelso Coaches went to Arbor Lines in 2019 for £9m.": ["acquired(Arbor Lines > Kelso Coaches)"],
    "Quarry Angels bought into Lumo Seeds last spring.": ["investedIn(Quarry Angels > Lumo Seeds)"],
    "Lumo Seeds has a signed term sheet from Quarry Angels.": ["investedIn(Quarry Angels > Lumo Seeds)"],
    "In 2020, Hollin and Fenn Foods set up Nordfell to build a plant, with Fenn Foods holding 60 percent.": [
        "ownsStakeIn(Fenn Foods > Nordfell)"
    ],
    "Tern Rail, a bus company whose drivers sued Kelso Coaches, has bought Pell Vans.": [
        "acquired(Tern Rail > Pell Vans)"
    ],
    "Brack Steel has most of Corran Wire. The Dunne family has owned most of Corran Wire since 1990.": [
        "ownsStakeIn(Brack Steel > Corran Wire)",
        "ownsStakeIn(Dunne family > Corran Wire)",
    ],
}
# What nothing begins with that is read there.
NOT = {
    "Haldis Rail controls the doors of Ostrava Trams by radio.": ["ownsStakeIn("],
    "The contract went to Arbor Lines for £9m. Kelso Coaches went to court for £9m.": ["acquired("],
    "Osier Baskets sold 30 per cent more baskets to Quill Stores. Osier sold 40% of its output to Marlin Stores.": [
        "acquired(",
        "investedIn(",
    ],
    "Tern Rail, an arm of a group that bought Kelso Coaches, has hired Ann Roe.": ["investedIn("],
}


@pytest.mark.parametrize(("text", "wanted"), FOUND.items())
def test_what_changes_hands(text: str, wanted: list[str]) -> None:
    assert set(wanted) <= said(text)


@pytest.mark.parametrize(("text", "relations"), NOT.items())
def test_what_does_not(text: str, relations: list[str]) -> None:
    assert not [told for told in said(text) if told.startswith(tuple(relations))]


def test_who_buys_into_a_company_has_not_bought_it() -> None:
    told = said("Quarry Angels bought into Lumo Seeds last spring.")
    assert "investedIn(Quarry Angels > Lumo Seeds)" in told
    assert "acquired(Quarry Angels > Lumo Seeds)" not in told


def test_of_whose_fund_it_is_said_is_not_the_owner() -> None:
    told = said(
        "Kirsten Juhl, whose family foundation, Juhlfonden, possesses 28 percent of Limfjord Oysters, resigned."
    )
    assert "ownsStakeIn(Juhlfonden > Limfjord Oysters)" in told
    assert "ownsStakeIn(Kirsten Juhl > Limfjord Oysters)" not in told


def test_who_joins_in_a_year_puts_no_money_in() -> None:
    text = "Few careers at Baltimore Sugar were quicker. Tyrell Watts joined in 2018 and took over purchasing."
    assert not [told for told in said(text) if told.startswith("investedIn")]
