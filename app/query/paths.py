"""How two entities hang together: the shortest chains of facts between them."""

from __future__ import annotations

from itertools import islice, pairwise

import networkx as nx

from app.model import Noun
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.network import Link, Node, link, node
from app.query.selection import WHOLE, Selection

MOST = 5
_LONGEST = 8


class Path(Noun):
    """Nodes in order, and for each step between two of them every fact that makes it."""

    nodes: tuple[Node, ...]
    steps: tuple[tuple[Link, ...], ...]


def paths(
    lookup: Lookup,
    source: str,
    target: str,
    selection: Selection = WHOLE,
    *,
    most: int = 3,
) -> list[Path]:
    """The shortest paths between two entities, whichever way the facts point; none if nothing joins them.

    Raises:
        NotFound: one of the entities does not exist.
    """
    graph = project(lookup, selection)
    first, last = (lookup.iris.entity(lookup.entity(name).id).value for name in (source, target))
    if first == last or first not in graph or last not in graph:
        return []
    simple = nx.Graph(graph.to_undirected())
    try:
        # Lazy: only as many are worked out as are taken.
        found = list(islice(nx.shortest_simple_paths(simple, first, last), most))
    except nx.NetworkXNoPath:
        return []
    return [_path(lookup, graph, names) for names in found if len(names) <= _LONGEST + 1]


def _path(lookup: Lookup, graph: nx.MultiDiGraph[str], names: list[str]) -> Path:
    base = lookup.iris.base
    steps = []
    for here, there in pairwise(names):
        ways = [(s, t) for s, t in ((here, there), (there, here)) if graph.has_edge(s, t)]
        edges = [(s, t, str(key)) for s, t in ways for key in graph[s][t]]
        steps.append(tuple(link(graph, edge, base) for edge in edges))
    return Path(nodes=tuple(node(graph, name, base) for name in names), steps=tuple(steps))
