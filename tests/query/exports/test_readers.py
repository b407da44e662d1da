"""Every graph file is read back by a program that we did not write: nodes, edges and attributes agree in number."""

from __future__ import annotations

import io
from collections import Counter
from typing import Any

import pytest
import rdflib
from pyoxigraph import NamedNode, RdfFormat, parse

from app.query.exports import writer
from app.query.exports.base import Export
from app.query.exports.markup import legal
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import INCLUDABLE, Selection
from app.resources import EXPLORER_DIR
from app.vocab import PREF_LABEL, cg
from tests.query.exports import readers
from tests.query.exports.readers import READERS, Found, told

# Names that formats have for things of their own.
_RENAMED = {"label", "id", "key", "source", "target"}


@pytest.fixture
def sample(lookup: Lookup) -> Export:
    selection = Selection(include=frozenset(INCLUDABLE), fact_nodes=True, lone_groups=True)
    return Export(project(lookup, selection), lookup, selection)


@pytest.fixture(params=["sample", "large"])
def given(request: pytest.FixtureRequest) -> Export:
    """The small graph, with facts as nodes; and the large one."""
    found: Export = request.getfixturevalue(request.param)
    return found


def written(export: Export, name: str) -> bytes:
    out = io.BytesIO()
    writer(name).write(export, out)
    return out.getvalue()


def check(export: Export, found: Found, *, in_xml: bool = False) -> None:
    """Hold what was found against the projection."""
    graph, seen = export.graph, legal if in_xml else str
    assert set(found.nodes) == set(graph)
    edges = Counter((source, target) for source, target, _ in found.edges)
    assert edges == Counter((source, target) for source, target, _ in graph.edges(keys=True))
    labels = {node: seen(str(data["label"])) for node, data in graph.nodes(data=True)}
    assert {node: data["label"] for node, data in found.nodes.items()} == labels
    for mine, theirs in (
        ([data for _, data in graph.nodes(data=True)], list(found.nodes.values())),
        ([data for _, _, data in graph.edges(data=True)], [data for _, _, data in found.edges]),
    ):
        names = {name for data in mine for name in data} - _RENAMED
        assert told(theirs, names) == told(mine, names)


@pytest.mark.parametrize("reader", READERS)
def test_another_program_reads_the_same_graph(given: Export, reader: str) -> None:
    name, read = READERS[reader]
    if name == "cytoscape" and not (EXPLORER_DIR / "node_modules").is_dir():
        pytest.skip("Cytoscape.js is not here: scripts/build-explorer fetches it")
    check(given, read(written(given, name)), in_xml=name in ("graphml", "gexf"))


def drawn(export: Export, found: Found) -> None:
    """A drawing has names, ends and labels."""
    graph = export.graph
    assert len(found.edges) == graph.number_of_edges()
    assert Counter((s, t) for s, t, _ in found.edges) == Counter((s, t) for s, t, _ in graph.edges(keys=True))
    assert set(found.nodes) == set(graph)


# pydot calls pyparsing by its old names.
@pytest.mark.filterwarnings("ignore:'[a-zA-Z]+' deprecated:DeprecationWarning")
def test_pydot_reads_the_drawing(sample: Export) -> None:
    found = readers.dot_by_pydot(written(sample, "dot"))
    drawn(sample, found)
    labels = {node: data["label"] for node, data in sample.graph.nodes(data=True)}
    assert {node: data["label"] for node, data in found.nodes.items()} == labels


def test_graphviz_reads_the_drawing(given: Export) -> None:
    if not readers.has_graphviz():
        pytest.skip("no graphviz on this machine (apt-get install graphviz)")
    drawn(given, readers.dot_by_graphviz(written(given, "dot")))


def test_a_database_runs_the_statements_and_running_them_again_changes_nothing(sample: Export) -> None:
    body = written(sample, "cypher")
    check(sample, readers.cypher_by_gqlite(body))
    check(sample, readers.cypher_by_gqlite(body, times=2))


RDF: dict[str, tuple[RdfFormat, str]] = {
    "turtle": (RdfFormat.TURTLE, "turtle"),
    "rdfxml": (RdfFormat.RDF_XML, "xml"),
    "jsonld": (RdfFormat.JSON_LD, "json-ld"),
    "trig": (RdfFormat.TRIG, "trig"),
    "nquads": (RdfFormat.N_QUADS, "nquads"),
}


# rdflib's own JSON-LD parser uses the class that rdflib deprecates.
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("name", RDF)
def test_two_rdf_libraries_read_the_same_statements(given: Export, name: str) -> None:
    body, (format_, theirs) = written(given, name), RDF[name]
    quads = list(parse(body, format=format_))
    entities = {quad.subject for quad in quads if quad.predicate == PREF_LABEL}
    facts = {quad.subject for quad in quads if quad.predicate == cg("realised")}
    lookup, iris = given.lookup, given.lookup.iris
    if name in ("trig", "nquads"):
        log = iris.graph("log")
        assert set(quads) == {quad for quad in lookup.store.quads() if quad.graph_name != log}
    else:
        drawn_facts = {data["fact_id"] for _, _, data in given.graph.edges(data=True)}
        attributes = (data.get("attribute_facts", "").split("; ") for _, data in given.graph.nodes(data=True))
        assert facts == {iris.fact(id_) for id_ in drawn_facts.union(*attributes) - {""}}
        named = {NamedNode(node) for node, data in given.graph.nodes(data=True) if data["kind"] == "entity"}
        assert entities == named
    dataset: Any = rdflib.Dataset() if name in ("trig", "nquads") else rdflib.Graph()
    dataset.parse(data=body, format=theirs)
    count = len(set(dataset.quads())) if isinstance(dataset, rdflib.Dataset) else len(dataset)
    assert count == len(set(quads))
