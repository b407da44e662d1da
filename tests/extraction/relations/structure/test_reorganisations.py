"""Reorganisations: parts split off and folded into others; and units told by a noun behind their names."""

import pytest

from tests.extraction.reading import said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Matev Cold has folded its northern business into a single national division.", "restructured(Matev Cold > )"),
        ("Selvan Aero has split off its engine overhaul business and wants a partner.", "restructured(Selvan Aero > )"),
        ("Orsk Line carved out its ferry unit and put it up for sale.", "restructured(Orsk Line > )"),
        ("Researchers in Tamber's Proofs group, the team that trains its models, left.", "unitOf(Proofs > Tamber)"),
        ("Harlow's Dovecot brand grew by a tenth.", "unitOf(Dovecot > Harlow)"),
    ],
)
def test_parts_and_what_is_done_to_them(text: str, told: str) -> None:
    found = said(text)
    assert told in found, found


@pytest.mark.parametrize(
    "text",
    [
        "Orsk Line carved out a niche in ferries.",
        "Orsk Line merged its business with Tarvo Foods.",
        "Orsk Line folded its arms.",
    ],
)
def test_what_reorganises_nobody(text: str) -> None:
    assert not [claim for claim in said(text) if claim.startswith("restructured")]
