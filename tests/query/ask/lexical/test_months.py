"""A month without a year is the last one, and the answer says so; whether something was so in it is not answered."""

from __future__ import annotations

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup


def test_is_the_last_one(articles: Lookup):
    answer = ask(articles, "who resigned from larkspur in dec")
    assert [item.label for item in answer.answers] == ["Peter Lindqvist"]
    assert "“dec” was read as December 2025." in answer.caveats


def test_another_month_holds_nothing(articles: Lookup):
    assert not ask(articles, "who resigned from larkspur in june").answers


def test_is_no_plain_no(articles: Lookup):
    answer = ask(articles, "Did Peter Lindqvist resign from Larkspur Data in December?")
    assert answer.status in (AnswerStatus.NOT_UNDERSTOOD, AnswerStatus.UNKNOWN_ENTITY)
