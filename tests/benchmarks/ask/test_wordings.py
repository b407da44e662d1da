"""When another wording counts as having got the same answer, and that closed groups show nothing but sums."""

from __future__ import annotations

import pytest

from app.model import Answer, AnswerItem, AnswerStatus
from tests.benchmarks.ask.wordings import Wording, figures, misses

A, B = AnswerItem(label="Acme", iri="a"), AnswerItem(label="Pelm", iri="b")


def wording(*items: AnswerItem, status: AnswerStatus = AnswerStatus.ANSWERED, closed: bool = False) -> Wording:
    expected = Answer(status=AnswerStatus.ANSWERED, answer="", answers=(A, B))
    answer = Answer(status=status, answer="", answers=items)
    return Wording("g", closed, "Whose is it?", "Who owns it?", answer, expected)


@pytest.mark.parametrize(
    ("given", "same", "wrong"),
    [
        (wording(B, A), True, False),
        (wording(A), False, False),
        (wording(A, AnswerItem(label="Orm", iri="c")), False, True),
        (wording(status=AnswerStatus.NOT_UNDERSTOOD), False, False),
        (wording(A, B, status=AnswerStatus.PARTIAL), False, False),
    ],
)
def test_the_same_and_another_answer(given: Wording, same: bool, wrong: bool):
    assert (given.same, given.wrong) == (same, wrong)


def test_closed_groups_are_counted_and_not_shown():
    closed = [wording(A, closed=True), wording(B, A, closed=True)]
    assert figures(closed)["same"] == 0.5
    assert not list(misses(closed))
