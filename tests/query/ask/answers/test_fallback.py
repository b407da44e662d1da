"""What is not stated may follow from what is; then it is told as a conclusion, and never against what is stated."""

from __future__ import annotations

import pytest

from app.claims.writing import article_quads
from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.resolution.making import UNNAMED, Report, named

IRIS = Iris()
BOUGHT = Report("a").says("Orbis", "acquired", "Velt", phase="completed")
UNIT = Report("b").entity("Kelm").says("Kelm", "unitOf", "Orbis")


def graph(*reports: Report) -> Lookup:
    done = [report.done() for report in reports]
    store = EmbeddedStore()
    facts = derivation(done, IRIS, origins={item.article.id: item.article.id for item in done})
    store.apply(Change(add=[*facts, *(quad for item in done for quad in article_quads(item, IRIS))]))
    return Lookup(store, IRIS)


def labels(lookup: Lookup, question: str) -> set[str]:
    return {item.label for item in ask(lookup, question).answers}


@pytest.mark.parametrize("question", ["Who owns Velt?", "Who is the owner of Velt?", "To whom does Velt belong?"])
def test_who_has_bought_something_owns_it(question: str) -> None:
    answer = ask(graph(BOUGHT), question)
    assert [item.label for item in answer.answers] == ["Orbis"]
    assert "no article says so itself" in answer.caveats[0]


def test_what_was_bought_stands_beside_the_units() -> None:
    assert labels(graph(BOUGHT, UNIT), "Which companies does Orbis own?") == {"Kelm", "Velt"}


@pytest.mark.parametrize(
    "report",
    [
        Report("c").says("Orbis", "acquired", "Velt", phase="planned"),
        Report("d").says("Orbis", "acquired", "Velt", phase="completed", attribution=(UNNAMED,)),
        Report("e").says("Orbis", "acquired", "Velt", phase="completed", qualifiers={"percent": "60"}),
        Report("f").says("Orbis", "acquired", "Velt", polarity="negated"),
    ],
    ids=["planned", "hearsay", "a part", "denied"],
)
def test_nothing_less_than_a_purchase_makes_an_owner(report: Report) -> None:
    assert labels(graph(report), "Who owns Velt?") == set()


def test_of_two_buyers_neither_is_the_owner() -> None:
    other = Report("g").says("Sarn", "acquired", "Velt", phase="completed")
    assert ask(graph(BOUGHT, other), "Who owns Velt?").status is AnswerStatus.NOT_STATED


def test_a_denied_bid_is_a_denial_to_whether_there_was_one_and_none_of_a_purchase() -> None:
    denial = Report("denied").says(
        "Orbis", "acquired", "Velt", phase="planned", polarity="negated", attribution=(named("Orbis"),)
    )
    told = graph(denial)
    for question in ("Did Orbis bid for Velt?", "Did Orbis make a bid for Velt?", "Did Orbis make an offer for Velt?"):
        assert [item.label for item in ask(told, question).answers] == ["denied"]
    assert not ask(told, "Did Orbis buy Velt?").answers
