"""Of whom or what somebody denies that it is so."""

from __future__ import annotations

import pytest

from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("which firm does rising tide health deny having bought", ["After Hours Clinics"]),
        ("What company did Rising Tide Health deny that it was buying?", ["After Hours Clinics"]),
        ("Which company did Health First deny buying?", []),
        ("Which company did Long Reach deny buying?", []),
    ],
)
def test_what_is_denied(harbour: Lookup, question: str, labels: list[str]):
    assert [item.label for item in ask(harbour, question).answers] == labels


def test_a_plan_that_somebody_denies_is_told_as_such(harbour: Lookup):
    answer = ask(harbour, "Will Long Reach buy Calder & Sons Towage?")
    assert answer.caveats[0] == "Only reported, and denied by others."


def test_a_share_that_is_denied(northfield: Lookup):
    answer = ask(northfield, "Which company does Founders Row deny owning part of?")
    assert [item.label for item in answer.answers] == ["Bought Ledger"]
