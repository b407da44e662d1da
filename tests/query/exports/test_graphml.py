from __future__ import annotations

import io

import networkx as nx

from app.query.graph import project
from app.query.lookup import Lookup
from tests.query import sample_graph as sample
from tests.query.exports.exported import exported
from tests.query.sample_graph import IRIS, MAYER, META, SCALE


def test_networkx_reads_it_back(lookup: Lookup) -> None:
    graph = project(lookup)
    found = nx.read_graphml(io.BytesIO(exported(lookup, "graphml")), force_multigraph=True)
    assert isinstance(found, nx.MultiDiGraph)
    assert {node: found.nodes[node] for node in found} == {node: graph.nodes[node] for node in graph}
    assert set(found.edges(keys=True)) == set(graph.edges(keys=True))
    investment = IRIS.entity(META).value, IRIS.entity(SCALE).value, sample.INVESTMENT.id
    expected = graph.edges[investment] | {"amount": 14_300_000_000.0}
    assert found.edges[investment] == expected
    assert found.edges[IRIS.entity(MAYER).value, IRIS.entity(META).value, sample.TENURE.id]["ended"] is True
