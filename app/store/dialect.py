"""What servers do in their own way: transactions, graphs that are theirs, literals that they cannot hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

OWN = "urn:claimgraph:"
"""What the graphs and nodes begin with that a remote store keeps for itself."""

DEFAULT_GRAPH = NamedNode(f"{OWN}default-graph")
"""Stands for the default graph: of the servers, each understands another one by it."""

GENID = "https://w3id.org/.well-known/genid/claimgraph/"
"""Blank nodes become such IRIs (RDF 1.1, section 3.5): over SPARQL one cannot be spoken of twice."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
_BOOLEAN = NamedNode(f"{_XSD}boolean")
Node = NamedNode | BlankNode | Literal | Triple
Looked = NamedNode | Literal | None


@dataclass(frozen=True)
class Dialect:
    """How a server departs from the standard; as it stands, not at all."""

    is_atomic: bool = True
    """Whether one request is one transaction."""
    reads_unnamed: bool = False
    """Whether a dataset that names no graphs for GRAPH has all of them."""
    hidden: frozenset[NamedNode] = frozenset()
    datatypes: Mapping[NamedNode, NamedNode] = field(default_factory=dict)

    def is_foreign(self, graph: NamedNode) -> bool:
        """Whether a graph is the server's, or the bookkeeping of the store."""
        return graph in self.hidden or (graph.value.startswith(OWN) and graph != DEFAULT_GRAPH)

    def written(self, quad: Quad, scope: str) -> Quad:
        """A quad as the server is to hold it; blank nodes are told apart by the scope."""
        graph = DEFAULT_GRAPH if isinstance(quad.graph_name, DefaultGraph) else quad.graph_name
        object_ = quad.object
        if isinstance(object_, Literal):
            object_ = _coded(object_, self.datatypes)
        elif isinstance(object_, BlankNode):
            object_ = _named(object_, scope)
        subject = _named(quad.subject, scope) if isinstance(quad.subject, BlankNode) else quad.subject
        return Quad(subject, quad.predicate, object_, _named(graph, scope) if isinstance(graph, BlankNode) else graph)

    def read(self, term: Node) -> Node:
        """A term as it was before it was written."""
        if not isinstance(term, Literal):
            return term
        if term.datatype == _BOOLEAN and term.value in ("0", "1"):
            return Literal(term.value == "1")
        return _coded(term, {coded: plain for plain, coded in self.datatypes.items()})

    def looked_for(self, term: Looked) -> Looked:
        """The object of a pattern, as the server holds it."""
        return _coded(term, self.datatypes) if isinstance(term, Literal) else term


def _coded(literal: Literal, datatypes: Mapping[NamedNode, NamedNode]) -> Literal:
    coded = datatypes.get(literal.datatype)
    return Literal(literal.value, datatype=coded) if coded else literal


def _named(blank: BlankNode, scope: str) -> NamedNode:
    return NamedNode(f"{GENID}{scope}-{blank.value}")


VIRTUOSO = Dialect(
    is_atomic=False,
    reads_unnamed=True,
    hidden=frozenset(
        NamedNode(iri)
        for iri in (
            "http://www.openlinksw.com/schemas/virtrdf#",
            "http://www.w3.org/2002/07/owl#",
            "http://www.w3.org/ns/ldp#",
            "http://localhost:8890/DAV/",
            "http://localhost:8890/sparql",
            "http://localuriqaserver/sparql",
        )
    ),
    datatypes={NamedNode(f"{_XSD}duration"): NamedNode(f"{OWN}duration")},  # it takes none but those of seconds
)


def dialect_of(server: str) -> Dialect:
    """The dialect of a server by what it calls itself."""
    return VIRTUOSO if server.startswith("Virtuoso") else Dialect()
