"""Fields in set wordings: gapped, listed, as an aim, and what only looks like one."""

import pytest

from tests.extraction.reading import said

# The text, a claim that it makes (empty if it is enough that none is made), and one that it does not make.
CASES = [
    ("Orrin Labs, a unit of Tarvo Foods dedicated to sea salt, has 40 staff.",
     "focusesOn(Orrin Labs > sea salt)", "focusesOn(Tarvo Foods > sea salt)"),
    ("Tarvo Foods's Orrin Labs, the unit tasked with building cheap robots, has 40 staff.",
     "focusesOn(Orrin Labs > cheap robots)", ""),
    ("Ada Moyle of Tarvo Foods was tasked with building the new plant.",
     "", "focusesOn(Tarvo Foods > new plant)"),
    ("Orrin Ventures has backed Tarvo, a company that specialises in renting out graves.",
     "specializesIn(Tarvo > renting out graves)", ""),
    ("Tarvo Sal specialises in sea salt; Kelda Salt in road salt; and Orrin Foods, despite the name, in vanilla.",
     "specializesIn(Kelda Salt > road salt)", "specializesIn(Kelda Salt > sea salt)"),
    ("Tarvo Sal specialises in sea salt; Kelda Salt in road salt; and Orrin Foods, despite the name, in vanilla.",
     "specializesIn(Orrin Foods > vanilla)", ""),
    ("Tarvo Foods sold its bakeries to focus on organic flour.", "focusesOn(Tarvo Foods > organic flour)", ""),
    ("Tarvo Foods makes jam and asked the other bakers to focus on safety.", "", "focusesOn(Tarvo Foods > safety)"),
    ("Kelda Optik has a single speciality, lenses for endoscopes, and 40 staff.",
     "specializesIn(Kelda Optik > lenses for endoscopes)", ""),
    ("Orrin Metals likes dull goods. Its specialities are drains, locks and lifts.",
     "specializesIn(Orrin Metals > locks)", ""),
    ("An expert in crocodile leather, Tarvo Hides tans for Kelda Bags.",
     "specializesIn(Tarvo Hides > crocodile leather)", "specializesIn(Kelda Bags > crocodile leather)"),
    ("Tarvo Foods concentrates on carrying turbine blades these days.",
     "focusesOn(Tarvo Foods > carrying turbine blades)", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "made", "not_made"), CASES)
def test_fields(text: str, made: str, not_made: str) -> None:
    claims = said(text)
    assert not made or made in claims
    assert not not_made or not_made not in claims


def test_what_a_firms_focus_is_on_is_told_in_a_clause() -> None:
    text = (
        "Norvane is testing chips from Velmora Labs, a smaller rival whose focus on edge robotics has won it clients."
    )
    assert "focusesOn(Velmora Labs > edge robotics)" in said(text)
