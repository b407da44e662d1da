"""What docs/oxigraph.md says that Oxigraph does otherwise than the standard, it does; and every failure is there."""

from __future__ import annotations

import pytest
from pyoxigraph import QueryBoolean, QuerySolutions, Store

from tests.conformance.suites import FAILURES
from tests.conftest import REPOSITORY

PAGE = (REPOSITORY / "docs" / "oxigraph.md").read_text(encoding="utf-8")
DATA = """INSERT DATA {
    GRAPH <urn:g> { <urn:a> <urn:p> 1 } GRAPH <urn:h> { <urn:b> <urn:p> 1 } GRAPH <urn:i> { <urn:b> <urn:p> 1 } }"""
REFUSED = "refused"
CASES = {
    'ASK { { SELECT (GROUP_CONCAT(?o) AS ?g) { VALUES ?o { "1"@en } } } FILTER(?g = "1") }': False,
    "SELECT ?g ?c { GRAPH ?g { SELECT (COUNT(*) AS ?c) { ?s ?p ?o } } }": [(None, "3")],
    "SELECT ?g ?t { GRAPH ?g { VALUES (?g ?t) { (UNDEF 1) } } }": [(None, "1")],
    "SELECT ?a { GRAPH ?g { ?a <urn:p> 1 MINUS { ?b <urn:p> 1 } } }": [],
    'SELECT (BNODE("x") AS ?b) { VALUES ?n { 1 2 } }': [("x",), ("x",)],
    "SELECT * { <urn:absent> <urn:p>* ?o }": [],
    "SELECT (COUNT(?v) AS ?n) (?n + 1 AS ?m) { VALUES ?v { 0 } }": REFUSED,
    "SELECT (COUNT(*) AS ?n) FROM <urn:h> FROM <urn:i> { ?s ?p ?o }": [("2",)],
    "SELECT (COUNT(SUM(?v)) AS ?c) { ?s ?p ?v }": [("0",)],
}


@pytest.mark.parametrize("query", CASES)
def test_each_case_is_still_so(query: str) -> None:
    assert f"`{query}`" in PAGE
    store = Store()
    store.update(DATA)
    assert answer(store, query) == CASES[query]


def test_what_is_stored_is_not_as_it_was_written() -> None:
    store = Store()
    store.update("INSERT DATA { <urn:a> <urn:p> 1.0E6, 001 }")
    assert answer(store, "SELECT ?o { ?s ?p ?o } ORDER BY ?o") == [("1",), ("1000000",)]


@pytest.mark.parametrize("name", FAILURES)
def test_every_test_that_fails_is_there(name: str) -> None:
    assert name.rpartition("/")[2] in PAGE


def answer(store: Store, query: str) -> object:
    try:
        found = store.query(query)
    except SyntaxError:
        return REFUSED
    if isinstance(found, QueryBoolean):
        return bool(found)
    assert isinstance(found, QuerySolutions)
    return [tuple(None if term is None else term.value for term in row) for row in found]
