from __future__ import annotations

import csv
import io
import json

import pyoxigraph
import pytest
import rdflib
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import InvalidQuery, UnknownFormat
from app.query.sparql import GRAPH_FORMATS, ROW_FORMATS, formats_for, run
from app.store.base import Change, Store
from app.vocab import SKOS, Iris
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS

NAMES = "SELECT ?name { ?s a cg:Company ; skos:prefLabel ?name } ORDER BY ?name"


def text(store: Store, query: str, format_: str) -> str:
    return run(store, IRIS, query, format_).body.decode()


def values(store: Store, query: str) -> list[dict[str, str]]:
    rows = json.loads(text(store, query, "json"))["results"]["bindings"]
    return [{name: cell["value"] for name, cell in row.items()} for row in rows]


def test_well_known_prefixes_need_no_declaration(store: Store) -> None:
    assert [row["name"] for row in values(store, NAMES)] == ["Meta", "Scale AI"]


def test_every_row_format_is_well_formed(store: Store) -> None:
    for name, format_ in ROW_FORMATS.items():
        result = run(store, IRIS, NAMES, name)
        assert result.media_type == format_.media_type
        assert b"Scale AI" in result.body
    rows = list(csv.reader(io.StringIO(text(store, NAMES, "csv"))))
    assert rows == [["name"], ["Meta"], ["Scale AI"]]
    parsed = pyoxigraph.parse_query_results(text(store, NAMES, "xml"), format=pyoxigraph.QueryResultsFormat.XML)
    assert len(list(parsed)) == 2  # type: ignore[arg-type]


# rdflib's own TriG and N-Quads parsers use the class that rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
def test_every_graph_format_can_be_read_by_another_library(store: Store) -> None:
    query = "CONSTRUCT { ?s skos:prefLabel ?o } WHERE { ?s skos:prefLabel ?o }"
    readers = {
        "turtle": "turtle",
        "ntriples": "nt",
        "nquads": "nquads",
        "trig": "trig",
        "rdfxml": "xml",
        "jsonld": "json-ld",
    }
    assert readers.keys() == GRAPH_FORMATS.keys()
    for name, reader in readers.items():
        assert len(rdflib.Dataset().parse(data=text(store, query, name), format=reader)) == len(sample.ENTITIES)


def test_a_media_type_will_do(store: Store) -> None:
    assert run(store, IRIS, "ASK {}", "application/sparql-results+json; q=1").body == b'{"head":{},"boolean":true}'
    assert run(store, IRIS, "ASK {}").media_type == "application/sparql-results+json"


def test_a_format_of_the_other_kind_is_refused(store: Store) -> None:
    with pytest.raises(UnknownFormat, match=r"SELECT cannot .*json, xml, csv, tsv, table"):
        run(store, IRIS, NAMES, "turtle")
    with pytest.raises(UnknownFormat, match="turtle, ntriples"):
        run(store, IRIS, f"DESCRIBE <{sample.IRIS.entity(sample.META).value}>", "csv")
    assert "turtle" in formats_for("CONSTRUCT WHERE { ?s ?p ?o }")


def test_the_table(store: Store) -> None:
    query = "SELECT ?s ?type ?missing { VALUES (?s ?type) { ('Meta' cg:Company) ('東京' <http://x/y>) } }"
    assert text(store, query, "table") == (
        "s     type          missing\n----  ------------  -------\nMeta  cg:Company\n東京  <http://x/y>\n(2 rows)\n"
    )
    assert text(store, "ASK { ?s a cg:Company }", "table") == "true\n"


def test_the_table_keeps_a_terminal_safe(store: Store) -> None:
    hostile = "SELECT ('a\\u001B[31m\\n\\tb\\u202Ec' AS ?x) {}"
    assert "a�[31m b�c" in text(store, hostile, "table")


@pytest.mark.parametrize("status", ["reported", "possible"])
def test_a_plain_query_meets_no_hearsay(store: Store, status: str) -> None:
    assert not values(store, f"SELECT ?f {{ ?f cg:status '{status}' }}")


def test_hearsay_is_found_by_graph(store: Store) -> None:
    where = f"GRAPH {IRIS.graph('reported')} {{ ?f cg:relation ?r }}"
    assert len(values(store, f"SELECT ?f {{ {where} }}")) == 2
    assert len(values(store, f"SELECT ?f FROM {IRIS.graph('reported')} {{ ?f cg:relation ?r }}")) == 2


def test_a_plain_query_reads_the_users_default_graph(store: Store) -> None:
    store.apply(Change(add=[Quad(NamedNode("http://x/s"), NamedNode(SKOS + "note"), Literal("mine"))]))
    assert values(store, "SELECT ?n { ?s skos:note ?n }") == [{"n": "mine"}]


def test_facts_lead_to_their_evidence(store: Store) -> None:
    query = """
    SELECT ?quote { ?f a cg:Tenure ; cg:supportedBy ?c .
      GRAPH ?g { ?c cg:evidence/oa:hasSelector/oa:exact ?quote } }"""
    assert {row["quote"] for row in values(store, query)} == {sample.LEFT.evidence[0].text}


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT * {\n  ?s ?p }", r"line 2, column \d+"),
        ("SELECT * { ?s foaf:name ?o }", r"line 1, column \d+.*Declare foaf: first"),
        ("SELECT * { ?s ?p ?o", "ends too early"),
        ("SELECT ?x { ?s cg:status ?o }\nGROUP BY ?s ?", "line 2"),
    ],
)
def test_a_mistake_is_placed(store: Store, query: str, says: str) -> None:
    with pytest.raises(InvalidQuery, match=says):
        run(store, Iris(), query, "json")


def test_refused_before_it_runs(store: Store) -> None:
    with pytest.raises(InvalidQuery, match="SERVICE"):
        run(store, IRIS, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "json")
    with pytest.raises(InvalidQuery, match="only queries"):
        run(store, IRIS, "CLEAR ALL", "json")
