"""Holds a store against the SHACL shapes in `ontology/shapes.ttl`."""

from __future__ import annotations

from pyoxigraph import NamedNode, QuerySolutions, RdfFormat, serialize

from app.graphs import INDEX, LOG, ONTOLOGY
from app.model import Noun
from app.resources import ONTOLOGY_DIR
from app.store.base import Pattern, Store
from app.vocab import Iris

SHAPES_FILE = ONTOLOGY_DIR / "shapes.ttl"


class Violation(Noun):
    """A node that breaks a shape: which one, where, and what is wrong."""

    node: str
    path: str | None
    message: str


def own_statements(store: Store, iris: Iris) -> list[str]:
    """What of the product's own the user's default graph speaks of, sorted: a plain query sees both side by side."""
    rows = store.query(
        "SELECT DISTINCT ?about WHERE { ?about ?property ?value FILTER(ISIRI(?about)) }", default_graphs=[]
    )
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    about = [row["about"] for row in rows if row["about"].value.startswith(iris.base)]
    known = {
        quad.subject for quad in store.matching(Pattern(node) for node in about) if _is_ours(quad.graph_name, iris)
    }
    return sorted(node.value for node in about if node in known)


def _is_ours(graph: object, iris: Iris) -> bool:
    return isinstance(graph, NamedNode) and graph.value.startswith(iris.graph("").value)


def violations(store: Store, iris: Iris) -> list[Violation]:
    """What is wrong with the product's graphs, sorted by node; nothing in a healthy store."""
    # pyshacl and rdflib take half a second to import, and only this needs them.
    import pyshacl
    import rdflib
    from rdflib.namespace import SH

    graph = rdflib.Graph()
    ours = [name for name in store.graphs() if _is_ours(name, iris)]
    for name in ours:
        if name in (iris.graph(LOG), iris.graph(ONTOLOGY), iris.graph(INDEX)):
            continue
        triples = (quad.triple for quad in store.quads(graph=name))
        graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    ontology = rdflib.Graph().parse(str(ONTOLOGY_DIR / "claimgraph.ttl"), format="turtle")
    _, report, _ = pyshacl.validate(graph, shacl_graph=str(SHAPES_FILE), ont_graph=ontology, inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pyshacl gave no report: {report}")
    found = []
    for result in report.subjects(rdflib.RDF.type, SH.ValidationResult):
        path = report.value(result, SH.resultPath)
        found.append(
            Violation(
                node=str(report.value(result, SH.focusNode)),
                path=None if path is None else str(path),
                message=str(report.value(result, SH.resultMessage)),
            )
        )
    return sorted(found, key=lambda violation: (violation.node, violation.path or "", violation.message))
