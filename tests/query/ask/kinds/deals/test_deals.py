"""Lists of deals: by size, as closely as articles put it; by time, and by what has come about and what has not."""

from __future__ import annotations

import pytest

from app.extraction.engine import load_engine
from app.model import Answer, AnswerStatus, Article
from app.pipeline import ingest
from app.query.ask import ask
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from app.vocab import Iris

TEXT = """Marwick Foods bought Pelham Dairy for more than $30 million on 4 March 2025.

Olsten Group bought Breck Mills for about $31 million on 2 June 2025.

Tarn Holdings bought Carn Mills for about $80 million on 9 June 2025.

Holm Group bought Sedge Mills for $12 million on 11 June 2025.

Dunbar Group bought Ketling Works for €90 million on 12 May 2024.
"""


@pytest.fixture(scope="module")
def hedged() -> Lookup:
    store, iris = EmbeddedStore(), Iris()
    ingest(store, iris, [Article(id="hedged", text=TEXT, published="2025-07-01")], load_engine())
    return Lookup(store, iris)


def names(answer: Answer) -> set[str]:
    """The first words of the deals that are given."""
    return {item.label.split(" acquired")[0] for item in answer.answers}


PLANNED = "planned: Banco Serrado is to acquire Nordhaven Pensions for €1.2 billion"


@pytest.mark.parametrize(
    ("question", "given"),
    [
        ("Which deals were above $30 million?", {"Marwick Foods", "Tarn Holdings"}),
        ("Which acquisitions were worth at least $30m?", {"Marwick Foods", "Tarn Holdings"}),
        ("deals of less than $20 million", {"Holm Group"}),
        ("acquisitions between $10m and $20m", {"Holm Group"}),
        ("deals of $60-100 million", {"Tarn Holdings"}),
        ("deals over 50 million euros", {"Dunbar Group"}),
        ("deals >= $60m", {"Tarn Holdings"}),
        ("deals of $60m or more", {"Tarn Holdings"}),
        ("Which deals exceeded $60 million in June 2025?", {"Tarn Holdings"}),
    ],
)
def test_a_number_is_known_as_closely_as_it_is_put(hedged: Lookup, question: str, given: set[str]):
    answer = ask(hedged, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert names(answer) == given


def test_what_cannot_be_told_is_told_apart(hedged: Lookup):
    answer = ask(hedged, "Which deals were above $30 million?")
    (told,) = [caveat for caveat in answer.caveats if "cannot be told" in caveat]
    assert "Breck Mills" in told
    assert "“about $31 million”" in told
    assert "Sedge Mills" not in told


def test_other_currencies_are_not_compared_and_that_is_said(hedged: Lookup):
    answer = ask(hedged, "Which deals were above $30 million?")
    assert any("currencies are not converted: 1 in" in caveat for caveat in answer.caveats)
    assert "Ketling Works" not in answer.answer


def test_without_a_currency_numbers_are_compared_as_they_stand(hedged: Lookup):
    answer = ask(hedged, "deals above 85 million")
    assert names(answer) == {"Dunbar Group"}
    assert any("No currency is named" in caveat for caveat in answer.caveats)


def test_a_hedge_decides_no_yes(hedged: Lookup):
    assert ask(hedged, "Did Olsten Group pay more than $30 million for Breck Mills?").status is AnswerStatus.NOT_STATED
    answer = ask(hedged, "Did Tarn Holdings pay more than $30 million for Carn Mills?")
    assert [item.label for item in answer.answers] == ["yes"]
    assert not ask(hedged, "Did Holm Group pay more than $30 million for Sedge Mills?").answers


def test_a_sum_that_sources_differ_on_is_told_apart(northfield: Lookup):
    answer = ask(northfield, "Who invested more than $30 million in Thandeka AI?")
    assert [item.label for item in answer.answers] == ["Lead Partners"]
    assert any(caveat.startswith("By some sources only: Chen-Laurier") for caveat in answer.caveats)


def test_the_sum_of_a_round_is_not_what_its_leader_gave(articles: Lookup):
    assert not ask(articles, "Who invested more than $100 million in Kestrelworks?").answers
    answer = ask(articles, "Which rounds were larger than $100 million?")
    assert any("Kestrelworks" in item.label for item in answer.answers)


def test_a_part_does_not_bound_the_round_from_above(articles: Lookup):
    answer = ask(articles, "rounds of less than €100m")
    assert not any("Cindervale" in item.label for item in answer.answers)


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("stakes over 20 %", ["Series Capital holds a stake of 27.5 percent in Bought Ledger"]),
        ("Which stakes are 20 percent or more?", ["Series Capital holds a stake of 27.5 percent in Bought Ledger"]),
        ("deals closed in April 2025", ["Quillmere Systems acquired Tamsin Data for €310 million"]),
        ("deals announced in 2025", [PLANNED]),
        ("Which acquisitions are planned?", [PLANNED]),
        ("deals that have not closed yet", [PLANNED]),
        (
            "deals by Banco Serrado above 100 million euros",
            ["Banco Serrado invested €150 million in Quillmere Systems"],
        ),
    ],
)
def test_lists(northfield: Lookup, question: str, labels: list[str]):
    answer = ask(northfield, question)
    assert answer.status is AnswerStatus.ANSWERED
    assert [item.label for item in answer.answers] == labels


def test_a_plan_is_told_and_is_no_deal_done(northfield: Lookup):
    answer = ask(northfield, "acquisitions worth between €1bn and €2bn")
    assert answer.status is AnswerStatus.PARTIAL
    assert not answer.answers
    assert "not known to be completed: planned: Banco Serrado" in answer.answer


def test_what_was_announced_in_a_year_may_be_done_in_the_next(articles: Lookup):
    answer = ask(articles, "Which companies were acquired in 2025?")
    assert not answer.answers
    assert "done on 12 January 2026: Solvane acquired Pemberly Systems" in answer.answer
    announced = ask(articles, "deals announced in October 2025")
    assert [item.label for item in announced.answers] == ["Solvane acquired Pemberly Systems for €620 million"]
    assert "on 12 January 2026, announced on 7 October 2025" in announced.answer
    done = ask(articles, "deals completed in January 2026")
    assert [item.label for item in done.answers] == ["Solvane acquired Pemberly Systems for €620 million"]
    assert ask(articles, "deals completed in October 2025").status is AnswerStatus.PARTIAL


def test_beside_what_came_about_stands_what_was_only_announced(northfield: Lookup):
    answer = ask(northfield, "companies acquired in 2025")
    assert [item.label for item in answer.answers] == ["Tamsin Data"]
    assert any("not known to have come about: Banco Serrado" in caveat for caveat in answer.caveats)


@pytest.mark.parametrize("question", ["Which deals failed above 30 million euros?", "deals in shipping above $30m"])
def test_a_word_more_than_is_known_leaves_the_question_unread(northfield: Lookup, question: str):
    assert not ask(northfield, question).answers
