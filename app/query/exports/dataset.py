"""The RDF behind a projection: its facts and entities out of the plain graphs, or the whole dataset."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, Triple

from app.graphs import DERIVED, ENTITIES, FACT_GRAPHS, INDEX, LOG
from app.query.exports.base import Export, Graph
from app.query.lookup import Lookup
from app.query.nodes import claim_quads, closure, leads_to_part
from app.store.base import Pattern
from app.vocab import IS_REPLACED_BY, TYPE, cg


def merged_triples(export: Export) -> list[Triple]:
    """The facts of a projection, their entities, and what rules derive about both, as one sorted graph.

    A fact says for itself what it is worth (`cg:status`, `cg:realised`), so it may stand beside others.
    """
    merged = {Triple(quad.subject, quad.predicate, quad.object) for quad in _projected(export)}
    return sorted(merged, key=_order)


def all_quads(export: Export) -> list[Quad]:
    """The whole dataset but for the log and the index, sorted: claims, all facts, rulings, and what users added.

    Of a projection around a root, as of a day or of some types, only its facts and entities in their own graphs, and
    the claims that support or dispute them, with evidence.
    """
    lookup = export.lookup
    if not export.selection.is_part:
        inner = {lookup.iris.graph(name) for name in (LOG, INDEX)}
        return sorted((quad for quad in lookup.store.quads() if quad.graph_name not in inner), key=_quad_order)
    facts = list(_projected(export))
    support = (cg("supportedBy"), cg("disputedBy"))
    claims = {quad.object for quad in facts if quad.predicate in support and isinstance(quad.object, NamedNode)}
    said = claim_quads(lookup.store, claims, lookup.iris)
    return sorted({*facts, *said}, key=_quad_order)


def _projected(export: Export) -> Iterator[Quad]:
    graph, lookup = export.graph, export.lookup
    facts = list(_fact_quads(_fact_ids(graph), lookup))
    yield from facts
    named = {NamedNode(node) for node, data in graph.nodes(data=True) if data["kind"] == "entity"}
    # A tenure's role is an entity of the graph, though no node of the drawing.
    entities = named | {quad.object for quad in facts if quad.predicate == cg("role")}
    kept = {node for node in entities if isinstance(node, NamedNode)}
    yield from _entity_quads(kept, lookup)
    kept |= {quad.subject for quad in facts if isinstance(quad.subject, NamedNode)}
    yield from _derived_quads(kept, lookup, types_only=export.selection.as_of is not None)


def _fact_ids(graph: Graph) -> list[str]:
    drawn = {data["fact_id"] for _, _, data in graph.edges(data=True)}
    attributes = (data.get("attribute_facts", "").split("; ") for _, data in graph.nodes(data=True))
    return sorted(drawn.union(*attributes) - {""})


def _fact_quads(fact_ids: Iterable[str], lookup: Lookup) -> Iterator[Quad]:
    graphs = [lookup.iris.graph(name) for name in FACT_GRAPHS]
    starts = [(lookup.iris.fact(fact_id), graph) for fact_id in fact_ids for graph in graphs]
    return closure(lookup.store, starts, leads_to_part)


def _entity_quads(entities: Iterable[NamedNode], lookup: Lookup) -> list[Quad]:
    graph, pointing = lookup.iris.graph(ENTITIES), (cg("denotes"), IS_REPLACED_BY)
    patterns = (
        pattern
        for node in entities
        for pattern in (Pattern(node, graph=graph), *(Pattern(None, each, node, graph) for each in pointing))
    )
    return lookup.store.matching(patterns)


def _derived_quads(kept: set[NamedNode], lookup: Lookup, *, types_only: bool) -> Iterator[Quad]:
    """What is derived about the things kept. As of a day only their classes: a shortcut does not say when it held."""
    graph, base = lookup.iris.graph(DERIVED), lookup.iris.base
    for quad in lookup.store.matching(Pattern(node, graph=graph) for node in kept):
        ours = isinstance(quad.object, NamedNode) and quad.object.value.startswith(base)
        if quad.predicate == TYPE or (not types_only and (not ours or quad.object in kept)):
            yield quad


def _order(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != TYPE, str(triple.predicate), str(triple.object)


def _quad_order(quad: Quad) -> tuple[str, str, bool, str, str]:
    return str(quad.graph_name), *_order(Triple(quad.subject, quad.predicate, quad.object))
