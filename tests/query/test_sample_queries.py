"""The queries in `graph_data/queries` run, and give what their first lines promise."""

from __future__ import annotations

import csv
import io
import re

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import DERIVED, ENTITIES, FACTS
from app.model import rejection, retraction
from app.pipeline import decide
from app.query.sparql import run
from app.query.validation import own_statements
from app.resolution.rules import derive
from app.resources import GRAPH_DATA_DIR
from app.store.base import Change, Store
from app.vocab import PREF_LABEL
from tests.conftest import REPOSITORY
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS
from tests.resolution.making import Report, named
from tests.test_rulings import HOUSE, corrected, filled
from tests.test_rulings import IRIS as RULED

QUERIES = sorted((GRAPH_DATA_DIR / "queries").glob("*.rq"))


@pytest.fixture
def derived_store(store: Store) -> Store:
    """The sample graph with what the product's own rules add."""
    plain = [quad for name in (FACTS, ENTITIES) for quad in store.quads(graph=IRIS.graph(name))]
    store.apply(Change(add=derive(plain, IRIS.graph(DERIVED))))
    return store


def rows(store: Store, name: str) -> list[dict[str, str]]:
    query = (GRAPH_DATA_DIR / "queries" / f"{name}.rq").read_text(encoding="utf-8")
    return list(csv.DictReader(io.StringIO(run(store, IRIS, query, "csv").body.decode())))


def told(report: Report, store: Store, query: str) -> list[str]:
    """The ids of a report's claims that a query gives, where they stand in the report."""
    found = {row["claim"].rpartition("/")[2] for row in csv.DictReader(io.StringIO(csv_of(store, query)))}
    return [claim.relation for claim in report.done().claims if claim.id in found]


def csv_of(store: Store, query: str) -> str:
    return run(store, RULED, query, "csv").body.decode()


def examples() -> list[str]:
    text = (REPOSITORY / "docs" / "sparql.md").read_text(encoding="utf-8")
    return re.findall(r"^```sparql\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_they_are_there() -> None:
    assert len(QUERIES) == 9


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.stem)
def test_each_asks_its_question_first(path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# ")
    assert first.endswith("?")


def test_who_oversaw_metas_data_operations(derived_store: Store) -> None:
    (row,) = rows(derived_store, "who-oversaw-meta-data-operations")
    assert (row["person"], row["duration"], row["ended"]) == ("Ruben Mayer", "P2M", "true")
    assert (row["endEarliest"], row["endLatest"]) == ("", "2025-09-01")
    assert "after just two months" in row["quote"]


def test_investments(derived_store: Store) -> None:
    (row,) = rows(derived_store, "investments")
    assert (row["company"], row["investor"], row["amount"]) == ("Scale AI", "Meta", "14300000000")
    assert (row["announcedEarliest"], row["announcedLatest"]) == ("2025-06-01", "2025-06-30")


def test_data_vendors(derived_store: Store) -> None:
    assert [(row["vendor"], row["client"]) for row in rows(derived_store, "data-vendors-and-clients")] == [
        ("Scale AI", "")
    ]


def test_disputed_facts(derived_store: Store) -> None:
    found = [(row["side"], row["quote"]) for row in rows(derived_store, "disputed-facts")]
    assert found == [("for", sample.PARTNERS.evidence[0].text), ("against", sample.MAY_END.evidence[0].text)]


def test_only_reported(derived_store: Store) -> None:
    found = rows(derived_store, "only-reported")
    assert {row["relation"].rpartition("#")[2] for row in found} == {"consideringAlternativesTo", "tensionWith"}
    assert {row["source"] for row in found} == {"unnamed"}


def test_units_and_their_vendors(derived_store: Store) -> None:
    (row,) = rows(derived_store, "units-and-their-vendors")
    assert (row["parent"], row["unit"], row["vendor"]) == ("Meta", "TBD Labs", "third-party data vendors")


def test_who_worked_where(derived_store: Store) -> None:
    (row,) = rows(derived_store, "who-worked-where")
    assert (row["person"], row["from"], row["to"], row["ended"]) == ("Ruben Mayer", "", "2025-09-01", "true")


def test_denials(derived_store: Store) -> None:
    assert rows(derived_store, "denials") == []


def test_claims_that_count_no_more_are_told_from_those_that_do() -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    misread = Report("c").says("Umbra", "acquired", "Korda").says("Umbra", "partnerOf", "Korda")
    store = filled(first, second, misread, HOUSE)
    decide(store, RULED, rejection([misread.done().claims[0].id]))
    decide(store, RULED, retraction(HOUSE.article.id, None))
    gone = (GRAPH_DATA_DIR / "queries" / "claims-that-count-no-more.rq").read_text(encoding="utf-8")
    standings = {row["claim"]: row["standing"] for row in csv.DictReader(io.StringIO(csv_of(store, gone)))}
    assert sorted(standings.values()) == ["rejected", "retracted", "superseded"]
    counting = next(example for example in examples() if "FILTER EXISTS" in example)
    reports = (first, second, misread, HOUSE)
    assert [told(each, store, gone) for each in reports] == [["acquired"], [], ["acquired"], ["acquired"]]
    assert [told(each, store, counting) for each in reports] == [[], ["acquired"], ["partnerOf"], []]


def test_a_rejected_denial_is_no_denial() -> None:
    denied = Report("a").says("Umbra", "acquired", "Velt", polarity="negated", attribution=(named("Umbra"),))
    store = filled(denied)
    denials = (GRAPH_DATA_DIR / "queries" / "denials.rq").read_text(encoding="utf-8")
    assert len(csv_of(store, denials).splitlines()) == 2
    decide(store, RULED, rejection([denied.done().claims[0].id]))
    assert len(csv_of(store, denials).splitlines()) == 1


def test_the_documented_queries_run_and_the_graphs_of_articles_tell_from_ones_own() -> None:
    base = "https://w3id.org/claimgraph/id/"
    store = filled(HOUSE)
    umbra = RULED.entity("organization/umbra")
    store.apply(Change(add=[Quad(umbra, PREF_LABEL, Literal("mine"))]))
    answers = [csv_of(store, example.replace(base, RULED.base)) for example in examples()]
    assert len(answers) == 3
    assert "Umbra" in answers[-1]
    assert "mine" not in answers[-1]
    assert "mine" in csv_of(store, f"SELECT ?name {{ {umbra} skos:prefLabel ?name }}")


def test_what_a_user_says_of_the_products_own_entities_is_found() -> None:
    store = filled(HOUSE)
    assert own_statements(store, RULED) == []
    umbra, own = RULED.entity("organization/umbra"), NamedNode(RULED.base + "mine/1")
    store.apply(Change(add=[Quad(umbra, PREF_LABEL, Literal("mine")), Quad(own, PREF_LABEL, Literal("mine"))]))
    store.apply(Change(add=[Quad(NamedNode("https://example.net/x"), PREF_LABEL, Literal("mine"))]))
    assert own_statements(store, RULED) == [umbra.value]
