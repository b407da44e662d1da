"""Remarks in brackets or behind a comma that restrict nothing are set aside; all others are not."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.ask.rewording.remarks import without_remarks
from app.query.lookup import Lookup

SAME = [
    "Who invested in the round (in 2024)?",
    "Who is on the board (first investor)?",
    "Which suppliers did Acme have (not the ones in Leeds)?",
    "Who led it (for the Series B)?",
    "Who took over (and when)?",
]


@pytest.mark.parametrize("question", SAME)
def test_what_restricts_stays(question: str):
    assert without_remarks(question) == question


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("eleni papadaki (no s at the end) is ceo where?", ["Rising Tide Health"]),
        ("who does stone marine supply now (skip anyone who left)", ["Calder & Sons Towage", "Crane Works"]),
        ("what did gudrun ravn do at vesterhavn line until 2009 (job title)?", ["operations chief"]),
        ("when was wind lock founded (roughly)?", ["Cape Verity Wind", "Ørskov Energi"]),
        ("in a hurry - who runs greenkeel's biggest backer", []),
        ("in a rush here - who runs wind lock", ["Augusta March"]),
        ("did rising tide health buy after hours clinics? they said no i think", ["denied"]),
        ("need to know asap who runs wind lock", ["Augusta March"]),
        ("who runs wind lock, just the name", ["Augusta March"]),
        ("stone marine supplies crane works right?", ["yes"]),
    ],
)
def test_is_set_aside(harbour: Lookup, question: str, labels: list[str]):
    assert sorted(item.label for item in ask(harbour, question).answers) == labels
