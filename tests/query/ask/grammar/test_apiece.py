"""A list of what two have is the one's and the other's."""

from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        (
            "Acquisitions by Long Reach and Vesterhavn Line",
            {"Kwame Freight", "Nakamura Reefer", "Calder & Sons Towage"},
        ),
        ("Chief executives of Nakamura Reefer and Health First", {"Yuki Nakamura", "Hope Wells"}),
        ("Headquarters of GreenKeel and Kwame Freight", {"Aberdeen", "Accra"}),
    ],
)
def test_each_has_its_own(harbour: Lookup, question: str, labels: set[str]):
    assert {item.label for item in ask(harbour, question).answers} == labels


def test_the_one_of_whom_nothing_is_known_is_told(harbour: Lookup):
    answer = ask(harbour, "Founders of Nakamura Reefer and Tidewatch")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["Kenji Nakamura"]


def test_both_together_are_not_each(harbour: Lookup):
    assert not ask(harbour, "Founders of both Nakamura Reefer and Wind Lock").answers


def test_departures_are_of_those_who_left(northfield: Lookup):
    answer = ask(northfield, "Departures from Nordhaven Bank")
    assert {item.label for item in answer.answers} == {"Leila ben Amor", "Ludwig von Trossau"}
