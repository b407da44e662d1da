"""Names come from articles that anyone may have written: a format brings them back, or replaces what it cannot hold."""

from __future__ import annotations

import io
import json

import networkx as nx
import pytest
import rdflib
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.graphs import entity_quads, fact_quads
from app.model import Entity
from app.query.exports.markup import legal
from app.query.lookup import Lookup
from app.store.embedded import EmbeddedStore
from tests.query.exports.exported import exported
from tests.query.exports.test_csv_zip import tables
from tests.query.sample_graph import IRIS, MAYER, META, fact, load

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
NODE, EDGE_ENDS = IRIS.entity(META).value, (IRIS.entity(MAYER).value, IRIS.entity(META).value, "f")


def hostile(text: str) -> Lookup:
    """A graph in which a name, a title and a topic are the text; with parallel edges and a self-loop."""
    store = EmbeddedStore()
    entities = [
        Entity(id=META, name=text, type="Company", aliases=(text + "2",)),
        Entity(id=MAYER, name="M", type="Person"),
    ]
    slots = {"person": MAYER, "organization": META, "title": text}
    facts = [fact("f", "Tenure", "heldRole", slots), fact("g", "Tenure", "heldRole", slots)]
    facts.append(fact("h", "SimpleFact", "tensionWith", {"subject": META, "object": META}))
    facts.append(fact("i", "SimpleFact", "specializesIn", {"subject": META, "object": text}))
    facts.append(fact("j", "SimpleFact", "formerName", {"subject": META, "object": text}))
    quads = [quad for each in entities for quad in entity_quads(each, IRIS)]
    load(store, quads + [quad for each in facts for quad in fact_quads(each, IRIS)])
    return Lookup(store, IRIS)


def edges(graph: nx.Graph[str]) -> dict[tuple[str, str, str], dict[str, object]]:
    assert isinstance(graph, nx.MultiDiGraph)
    return {(source, target, key): data for source, target, key, data in graph.edges(keys=True, data=True)}


def check(text: str) -> None:
    lookup = hostile(text)
    for name, graph in (
        ("graphml", nx.read_graphml(io.BytesIO(exported(lookup, "graphml")), force_multigraph=True)),
        ("gexf", nx.read_gexf(io.BytesIO(exported(lookup, "gexf")), version="1.3")),
    ):
        assert graph.nodes[NODE]["label"] == legal(text), name
        assert graph.nodes[NODE]["former_name"] == legal(text), name
        assert edges(graph)[EDGE_ENDS]["title"] == legal(text), name
        assert graph.number_of_edges() == 4
        assert graph.has_edge(NODE, NODE)
    found = nx.node_link_graph(json.loads(exported(lookup, "node-link")))
    assert (found.nodes[NODE]["label"], edges(found)[EDGE_ENDS]["title"]) == (text, text)
    elements = json.loads(exported(lookup, "cytoscape"))["elements"]
    assert text in {element["data"]["label"] for element in elements["nodes"]}
    rows = tables(exported(lookup, "csv"))
    assert text in {row["label"] for row in rows["nodes.csv"]}
    assert text in {row["title"] for row in rows["edges.csv"]}
    assert exported(lookup, "dot").decode().count("\n") == 4 + 3 + 4 - 1
    for name, format_, expected in (
        ("turtle", "turtle", text),
        ("jsonld", "json-ld", text),
        ("rdfxml", "xml", legal(text)),
    ):
        triples = rdflib.Graph().parse(data=exported(lookup, name), format=format_)
        assert str(triples.value(rdflib.URIRef(NODE), rdflib.SKOS.prefLabel)) == expected, name


# rdflib's own JSON-LD parser uses the class that rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@settings(max_examples=60, deadline=None)
@given(TEXTS)
@example('<&">]]>')
@example("a\nb\r\nc\td\r")
@example("😀 שלום عربي \u202e\u2028")
@example("\x00\x01\x0b\x1b[31m\ufffe\uffff")
@example('back\\slash \\N \\" "quoted" {a|b} <b>')
@example("=cmd|' /C calc'!A0")
@example(" ")
def test_hostile_names_survive(text: str) -> None:
    check(text)
