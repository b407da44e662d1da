from __future__ import annotations

import json

import networkx as nx

from app.query.graph import project
from app.query.lookup import Lookup
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported


def test_networkx_reads_node_link_back(lookup: Lookup) -> None:
    graph = project(lookup)
    found = nx.node_link_graph(json.loads(exported(lookup, "node-link")))
    assert isinstance(found, nx.MultiDiGraph)
    assert list(found.nodes(data=True)) == list(graph.nodes(data=True))
    assert [(*edge, dict(sorted(data.items()))) for *edge, data in found.edges(keys=True, data=True)] == [
        (*edge, dict(sorted(data.items()))) for *edge, data in graph.edges(keys=True, data=True)
    ]
    assert found.graph == {"name": "Claimgraph"}


def test_networkx_reads_cytoscape_back(lookup: Lookup) -> None:
    graph = project(lookup)
    found = nx.cytoscape_graph(json.loads(exported(lookup, "cytoscape")))
    assert isinstance(found, nx.MultiDiGraph)
    assert list(found) == list(graph)
    assert set(found.edges(keys=True)) == set(graph.edges(keys=True))
    assert list(found.nodes(data="label")) == list(graph.nodes(data="label"))


def test_cytoscape_finds_its_elements(lookup: Lookup) -> None:
    graph = project(lookup)
    elements = json.loads(exported(lookup, "cytoscape"))["elements"]
    nodes = {element["data"]["id"]: element["data"] for element in elements["nodes"]}
    edges = {element["data"]["id"]: element["data"] for element in elements["edges"]}
    assert list(nodes) == list(graph)
    assert len(edges) == graph.number_of_edges()
    assert not nodes.keys() & edges.keys()
    assert all(edge["source"] in nodes and edge["target"] in nodes for edge in edges.values())
    assert edges[sample.INVESTMENT.id]["amount"] == 14_300_000_000
    assert edges[sample.INVESTMENT.id]["interaction"] == "investedIn"
