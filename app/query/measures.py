"""How nodes lie in the graph: what joins them, how many shortest ways lead over them, with whom they belong.

All are of the graph without direction: who invested in whom joins both alike. Values that are the same whatever the
hash seed come of counting nodes by their place in the projection.
"""

from __future__ import annotations

from collections.abc import Mapping

import networkx as nx

from app.query.attributes import Attribute

EXACT = 1000
"""Up to so many nodes betweenness is exact; of more it is estimated from the ways that begin at `SOURCES` of them."""
SOURCES = 100
_SEED = 0


def measured(graph: nx.MultiDiGraph[str], root: str | None = None) -> dict[str, dict[str, Attribute]]:
    """For each node its `degree` (edges), `betweenness` (0 to 1), `community` (1 is the largest), `distance` (steps).

    A node that nothing joins belongs to no community; without a root there is no distance.
    """
    names = list(graph)
    simple = _simple(graph)
    between = nx.betweenness_centrality(simple, k=SOURCES if len(names) > EXACT else None, seed=_SEED)
    found: dict[str, dict[str, Attribute]] = {
        name: {"degree": graph.degree(name), "betweenness": round(between[number], 6)}
        for number, name in enumerate(names)
    }
    for community, members in enumerate(_communities(simple), start=1):
        for number in members:
            found[names[number]]["community"] = community
    steps: Mapping[int, int] = {}
    if root is not None:
        steps = nx.single_source_shortest_path_length(simple, names.index(root))
    for number, distance in steps.items():
        found[names[number]]["distance"] = distance
    return found


def _simple(graph: nx.MultiDiGraph[str]) -> nx.Graph[int]:
    """One edge for all that joins two nodes, with how many they are; what joins a node to itself joins nothing."""
    numbers = {name: number for number, name in enumerate(graph)}
    simple: nx.Graph[int] = nx.Graph()
    simple.add_nodes_from(numbers.values())
    for source, target in graph.edges():
        ends = numbers[source], numbers[target]
        if ends[0] != ends[1]:
            weight = simple.edges[ends]["weight"] if simple.has_edge(*ends) else 0
            simple.add_edge(*ends, weight=weight + 1)
    return simple


def _communities(simple: nx.Graph[int]) -> list[list[int]]:
    """Groups whose members have more to do with each other than with the rest (Louvain), the largest first."""
    joined = simple.subgraph([node for node in simple if simple.degree(node)])
    found = nx.community.louvain_communities(nx.Graph(joined), seed=_SEED)
    return sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
