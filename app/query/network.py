"""The part of the graph that fits on a screen: what lies around one entity, or the best connected, each with its spell.

It is the projection that exports use (`app.query.graph`), cut to a number of nodes: a force layout of more than a few
hundred is a hairball that nobody can read.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import networkx as nx

from app.model import TIME_POINTS, Bounds, FactTime, Noun
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import WHOLE, Selection
from app.query.spells import Spell, spell

DEFAULT_LIMIT, MOST = 60, 200


class Node(Noun):
    """An entity, a value that facts speak of (a topic), or a fact with one end or with three."""

    id: str
    label: str
    kind: str
    type: str
    degree: int


class Link(Noun):
    """A fact between two nodes, or one end of a fact that is a node itself."""

    id: str
    fact: str
    source: str
    target: str
    label: str
    detail: str | None
    type: str
    status: str
    realised: bool
    symmetric: bool
    articles: int
    time: FactTime
    spell: Spell


class Network(Noun):
    """Nodes and links, and how many nodes there would have been without the limit."""

    root: str | None
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    total: int


def network(lookup: Lookup, selection: Selection = WHOLE, *, limit: int = DEFAULT_LIMIT) -> Network:
    """At most `limit` nodes: the nearest to the root, or without one the best connected of the whole graph.

    Raises:
        NotFound: there is no such root.
    """
    graph = project(lookup, selection)
    start = lookup.iris.entity(lookup.entity(selection.root).id).value if selection.root else None
    joined = [node for node in graph if graph.degree(node) or node == start]
    kept = graph.subgraph(_nearest(graph, joined, start)[:limit])
    local = lookup.iris.base
    return Network(
        root=start.removeprefix(local) if start else None,
        nodes=tuple(node(graph, name, local) for name in graph if name in kept),
        links=tuple(link(graph, edge, local) for edge in sorted(kept.edges(keys=True))),
        total=len(joined),
    )


def _nearest(graph: nx.MultiDiGraph[str], nodes: list[str], start: str | None) -> list[str]:
    distance: Mapping[str, int] = nx.single_source_shortest_path_length(graph.to_undirected(), start) if start else {}
    return sorted(nodes, key=lambda name: (distance.get(name, len(graph)), -graph.degree(name), name))


def node(graph: nx.MultiDiGraph[str], name: str, base: str) -> Node:
    """A node of the projection; entities go by their id."""
    told = graph.nodes[name]
    return Node(
        id=name.removeprefix(base), label=told["label"], kind=told["kind"], type=told["type"], degree=graph.degree(name)
    )


def link(graph: nx.MultiDiGraph[str], edge: tuple[str, str, str], base: str) -> Link:
    """An edge of the projection; the ends of an event have the event's status and time."""
    source, target, key = edge
    told: dict[str, Any] = dict(graph.edges[edge])
    if "slot" in told:
        told = {**graph.nodes[target], **told}
    time = _time(told)
    return Link(
        id=key,
        fact=told["fact_id"],
        source=source.removeprefix(base),
        target=target.removeprefix(base),
        label=told["label"],
        detail=None if "slot" in told else told.get("title") or told.get("responsibility"),
        type=told["type"],
        status=told["status"],
        realised=told["realised"],
        symmetric=told.get("symmetric", False),
        articles=told.get("article_count", 0),
        time=time,
        spell=spell(told["relation"], time),
    )


def _time(told: Mapping[str, Any]) -> FactTime:
    bounds = {
        point: Bounds(earliest=told.get(f"{point}_earliest"), latest=told.get(f"{point}_latest"))
        for point in TIME_POINTS
    }
    rest = ("date_edtf", "announced_edtf", "duration", "duration_min_days", "duration_max_days")
    text = tuple(part for part in told.get("time_text", "").split("; ") if part)
    return FactTime(text=text, ended=told.get("ended", False), **bounds, **{name: told.get(name) for name in rest})
