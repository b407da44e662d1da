"""One answer of the answers to a question's parts."""

from __future__ import annotations

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.joining import join


def test_what_both_parts_are_about_is_told_once() -> None:
    told = "Velt Capital invested in Umbra Freight. Lee Han invested in Umbra Freight."
    who = Draft(AnswerStatus.ANSWERED, told, [AnswerItem(label="Velt Capital"), AnswerItem(label="Lee Han")])
    how_much = Draft(AnswerStatus.NOT_STATED, f"{told} How much is not stated.")
    joined = join(who, how_much, "how much")
    assert joined.sentence == f"{told} How much is not stated."
    assert joined.status is AnswerStatus.PARTIAL
