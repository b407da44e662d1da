"""The queries in `graph_data/queries` run, and give what their first lines promise."""

from __future__ import annotations

import csv
import io

import pytest

from app.graphs import DERIVED, ENTITIES, FACTS
from app.query.sparql import run
from app.resolution.rules import derive
from app.resources import GRAPH_DATA_DIR
from app.store.base import Change, Store
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS

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


def test_they_are_there() -> None:
    assert len(QUERIES) == 8


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
