"""Reads single nodes out of a store: each with its parts and what it names, and nothing else of the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad, QuerySolutions, Triple

from app.claims import read_article
from app.graphs import INDEX, read_entities, read_facts
from app.model import Claim, Entity, Extraction, Fact
from app.store.base import Store
from app.vocab import DCTERMS, Iris, cg

IS_REPLACED_BY = NamedNode(DCTERMS + "isReplacedBy")


def iri_or_none(mint: Callable[[str], NamedNode], name: str) -> NamedNode | None:
    """The IRI of a name that a user gave, or None where it cannot be part of one ("scale ai")."""
    try:
        return mint(name)
    except ValueError:
        return None


def select_nodes(store: Store, variable: str, where: str) -> list[NamedNode]:
    """The distinct IRIs that a variable can take in a SPARQL pattern, sorted."""
    rows = store.query(f"SELECT DISTINCT ?{variable} WHERE {{ {where} }}")
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    found = {row[variable] for row in rows}
    return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)


def closure(store: Store, node: NamedNode, graph: NamedNode, follow: Callable[[NamedNode], bool]) -> Iterator[Quad]:
    """The quads of a node and of every node that it leads to, as long as `follow` wants to go there."""
    seen, ahead = {node}, [node]
    while ahead:
        for quad in store.quads(ahead.pop(), graph=graph):
            yield quad
            object_ = quad.object
            if isinstance(object_, NamedNode) and object_ not in seen and follow(object_):
                seen.add(object_)
                ahead.append(object_)


def read_fact_nodes(store: Store, nodes: Iterable[tuple[NamedNode, NamedNode]], iris: Iris) -> list[Fact]:
    """The facts that lie at (node, graph), sorted by id."""
    quads: list[Quad] = []
    for node, graph in nodes:
        parts = node.value + "#"
        quads += closure(store, node, graph, lambda other, parts=parts: other.value.startswith(parts))  # type: ignore[misc]
    return read_facts(quads, iris)


def read_entity_nodes(store: Store, nodes: Iterable[NamedNode], graph: NamedNode, iris: Iris) -> list[Entity]:
    """The entities of the given nodes, with their names and members, sorted by id."""
    quads: list[Quad] = []
    for node in nodes:
        quads += store.quads(node, graph=graph)
        quads += store.quads(None, cg("denotes"), node, graph)
    return read_entities(quads, iris)


def read_claim_nodes(store: Store, nodes: Sequence[NamedNode], iris: Iris) -> list[Claim]:
    """The claims of the given nodes that exist, in the order given."""
    return [claim for node in nodes if (claim := _read_claim_node(store, node, iris))]


def _read_claim_node(store: Store, node: NamedNode, iris: Iris) -> Claim | None:
    quads = claim_quads(store, node, iris)
    return read_article(quads, iris).claims[0] if quads else None


def claim_quads(store: Store, node: NamedNode, iris: Iris) -> list[Quad]:
    """A claim with its parts, its article and the local entities that it names; empty if there is no such claim."""
    found = [quad for quad in store.quads(node, cg("inArticle")) if is_article_graph(quad, iris)]
    if not found:
        return []
    article, graph = found[0].object, found[0].graph_name
    assert isinstance(article, NamedNode)  # noqa: S101  (the graph is the product's own)
    assert isinstance(graph, NamedNode)  # noqa: S101
    parts, run, locals_ = f"{node.value}#", f"{article.value}#run", f"{article.value}/entity/"

    def belongs(other: NamedNode) -> bool:
        # A local entity's mentions (entity/x#1-5) can be many, and no claim needs them.
        is_entity = other.value.startswith(locals_) and "#" not in other.value
        return other == article or is_entity or other.value.startswith((parts, run))

    return list(closure(store, node, graph, belongs))


def read_extraction(store: Store, article_id: str, iris: Iris) -> Extraction | None:
    """All that one article says, or None if there is no such article."""
    graph = iri_or_none(iris.article_graph, article_id)
    quads = store.quads(graph=graph) if graph else []
    return read_article(quads, iris) if quads else None


def is_article_graph(quad: Quad, iris: Iris) -> bool:
    """Whether a quad lies in one of the graphs that hold articles (and not in one that a user wrote)."""
    graph = quad.graph_name
    return isinstance(graph, NamedNode) and graph.value.startswith(iris.article_graph("").value)


def description(store: Store, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    """What the graph says of a node and of the parts that exist only within it; the index says nothing to anybody."""
    waiting, seen, index = [node], {node}, iris.graph(INDEX)
    while waiting:
        for quad in store.quads(waiting.pop()):
            if quad.graph_name == index:
                continue
            yield quad.triple
            part = quad.object
            if isinstance(part, NamedNode) and part.value.startswith(f"{node.value}#") and part not in seen:
                seen.add(part)
                waiting.append(part)
