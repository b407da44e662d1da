"""The W3C's test manifests: what each test sends, and what it expects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

# What the files' relative IRIs are resolved against; nothing is fetched from there.
BASE = "http://rdf-tests.example/"
_OWN_BASE = "https://w3c.github.io/rdf-tests/sparql/"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")


@dataclass(frozen=True)
class Case:
    """One test: its name behind its folder, its kind, its node in the manifest, and the manifest."""

    name: str
    kind: str
    node: Node
    manifest: Graph
    root: Path

    def value(self, *path: URIRef) -> Node | None:
        """What a path of properties leads to."""
        node: Node | None = self.node
        for step in path:
            node = None if node is None else self.manifest.value(node, step)
        return node

    def file(self, iri: Node) -> Path:
        """The file that an IRI of the manifest stands for."""
        return self.root / unquote(str(iri).removeprefix(BASE).removeprefix(_OWN_BASE))


def cases(root: Path, *manifests: str) -> Iterator[Case]:
    """The tests of some manifests, by their paths below the root, in the order that they give."""
    for name in manifests:
        path = root / name
        base = BASE + name
        graph = Graph().parse(data=path.read_bytes(), format="turtle", publicID=base)
        for head in graph.objects(None, MF.entries):
            for node in Collection(graph, head):
                kinds = [str(kind).removeprefix(str(MF)) for kind in graph.objects(node, RDF.type)]
                folder, local = Path(name).parent.as_posix(), str(node).rpartition("#")[2]
                yield Case(f"{folder}/{local}", next(iter(kinds)), node, graph, root)
