"""What only hearsay says of an established thing is told as hearsay, and no hearsay is given as an answer."""

from __future__ import annotations

from app.claims.writing import article_quads
from app.model import AnswerStatus
from app.query.ask import ask
from app.query.lookup import Lookup
from app.resolution.derivation import derivation
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.resolution.making import UNNAMED, Report

IRIS = Iris()
QUARREL = Report("a").says("Orbis", "tensionWith", "Velt", phase="ongoing")
ABOUT = Report("b").says(
    "Orbis", "tensionWith", "Velt", phase="ongoing", attribution=(UNNAMED,), qualifiers={"topic": "fees"}
)


def graph(*reports: Report) -> Lookup:
    done = [report.done() for report in reports]
    store = EmbeddedStore()
    facts = derivation(done, IRIS, origins={item.article.id: item.article.id for item in done})
    store.apply(Change(add=[*facts, *(quad for item in done for quad in article_quads(item, IRIS))]))
    return Lookup(store, IRIS)


def test_the_topic_of_an_open_quarrel_that_only_sources_name_is_told_as_theirs() -> None:
    answer = ask(graph(QUARREL, ABOUT), "What do Orbis and Velt disagree over?")
    assert answer.status is AnswerStatus.PARTIAL
    assert [item.label for item in answer.answers] == ["fees"]
    assert answer.answer.startswith("Only reported")


def test_no_topic_is_told_where_nobody_names_one() -> None:
    assert not ask(graph(QUARREL), "What do Orbis and Velt disagree over?").answers


def test_an_owner_by_hearsay_is_told_and_not_given() -> None:
    rumour = Report("c").says("Orbis", "ownsStakeIn", "Velt", phase="ongoing", attribution=(UNNAMED,))
    answer = ask(graph(rumour), "Who owns a stake in Velt?")
    assert not answer.answers
    assert "Only reported" in answer.answer
    assert not any("planned" in caveat for caveat in answer.caveats)


def test_a_topic_that_only_sources_name_can_be_asked_about() -> None:
    told = graph(QUARREL, ABOUT)
    said = ask(told, "Who says that Orbis and Velt disagree over fees?")
    assert [item.label for item in said.answers] == ["unnamed sources"]
    assert ask(told, "Do Orbis and Velt disagree over fees?").answer.startswith("Only reported")
    assert not ask(told, "Do Orbis and Velt disagree over staff?").answers
    assert not ask(told, "Who says that Orbis and Velt disagree over staff?").answers
