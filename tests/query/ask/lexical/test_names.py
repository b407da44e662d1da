"""The forms of a name that readers use for it."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("When does Pilar Ibáñez take over at Terminales del Norte?", "1 January 2026"),
        ("Who owns Calder and Sons Towage?", "Vesterhavn Line"),
    ],
)
def test_is_found(harbour: Lookup, question: str, label: str):
    assert label in ask(harbour, question).answer


def test_they_are_no_place(harbour: Lookup):
    """Whoever is asked what "they" make, the town that they are in is not meant."""
    answer = ask(harbour, "Where is GreenKeel based, and what do they make?")
    assert [item.label for item in answer.answers] == ["Aberdeen", "KeelSense"]
