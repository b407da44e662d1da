from __future__ import annotations

import pytest

from app.model import AnswerStatus
from app.query.ask import ask
from app.query.ask.kinds.arranging import Order, arrangement
from app.query.lookup import Lookup


@pytest.mark.parametrize(
    ("question", "plain", "order"),
    [
        ("Owners of Pelm, largest first", "Owners of Pelm", Order.SIZE),
        ("Who ran Pelm, in chronological order?", "Who ran Pelm?", Order.TIME),
        ("In order of size: owners of Pelm", "owners of Pelm", Order.SIZE),
        ("Who was the first to invest in Pelm?", "Who was the first to invest in Pelm?", None),
        ("Founded first: Pelm, Acme or Roe?", "Founded first: Pelm, Acme or Roe?", None),
    ],
)
def test_words_for_an_order_are_told_from_those_that_restrict(question: str, plain: str, order: Order | None):
    asked = arrangement(question)
    assert (asked.question, asked.order) == (plain, order)


def test_a_list_comes_most_recent_first(northfield: Lookup):
    answer = ask(northfield, "Nordhaven Bank: chief executives in order, most recent first")
    assert [item.label for item in answer.answers] == ["Rosalind Quill", "Ludwig von Trossau"]


def test_a_list_comes_largest_first_with_its_details(northfield: Lookup):
    answer = ask(northfield, "Holders of Bought Ledger with their stakes, largest first")
    assert [item.label for item in answer.answers] == ["Series Capital", "27.5 percent", "Founders Row", "14 percent"]


def test_what_is_not_dated_comes_last_and_is_named(harbour: Lookup):
    answer = ask(harbour, "Investors in GreenKeel, oldest first")
    assert answer.answers[0].label == "Vesterhavn Line"
    assert len(answer.answers) == 3


def test_the_lead_comes_first(articles: Lookup):
    answer = ask(articles, "Investors in the Series C of Kestrelworks, lead first")
    assert answer.answers[0].label == "Tallowmere Capital"
    assert len(answer.answers) == 3


def test_undisputed_ones_only(northfield: Lookup):
    answer = ask(northfield, "Owners of Bought Ledger, undisputed ones only")
    assert [item.label for item in answer.answers] == ["Series Capital"]
    assert "Founders Row" not in answer.answer


def test_hearsay_is_told_only_where_it_is_asked_for(harbour: Lookup):
    plain = ask(harbour, "Shareholders of Long Reach")
    wide = ask(harbour, "Shareholders of Long Reach, including those that are only hearsay")
    assert {item.label for item in wide.answers} - {item.label for item in plain.answers} == {"Harbour Light Capital"}


def test_nothing_settled_is_no_answer(harbour: Lookup):
    answer = ask(harbour, "What has Ørskov put into Bahía Clara Solar, undisputed figures only?")
    assert answer.status is not AnswerStatus.ANSWERED
