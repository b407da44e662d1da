"""Names in small letters, and possessives without their apostrophe, are read as if they were written properly."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("how big is series capitals stake in bought ledger", ["27.5 percent"]),
        ("nordhaven banks ceo's name", ["Rosalind Quill"]),
        ("may chen came from where", ["Quillmere Systems"]),
        ("is will stake joining the thandeka board", ["yes"]),
        ("how much did founders row put in before noon", ["$2 million"]),
    ],
)
def test_northfield(northfield: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(northfield, question).answers] == labels


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("who are long reachs shareholders", ["Union Mutual", "Kwame Boateng"]),
        ("vesterhavn lines ceo?", ["Søren Halvorsen-Bach"]),
        ("when will harbour light capital go", []),
    ],
)
def test_harbour(harbour: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(harbour, question).answers] == labels


def test_common_words_stay_what_they_are(harbour: Lookup):
    """A month, and a word for a record of a meeting, may be somebody's name."""
    assert not ask(harbour, "who kept the minutes of the meeting").answers
