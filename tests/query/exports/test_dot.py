from __future__ import annotations

from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import Selection
from tests.query.exports.exported import exported


def test_a_line_for_every_node_and_edge(lookup: Lookup) -> None:
    graph = project(lookup, Selection(include=frozenset({"reported", "disputed"})))
    lines = exported(lookup, "dot", include=["reported", "disputed"]).decode().splitlines()
    assert (lines[0], lines[-1]) == ("digraph claimgraph {", "}")
    edges = [line for line in lines if " -> " in line]
    assert len(edges) == graph.number_of_edges()
    assert len(lines) == 3 + graph.number_of_nodes() + len(edges)
    assert any("14300000000" in line and "dashed" not in line for line in edges)
    assert all("dashed" in line for line in edges if '"reported"' in line or "disputed" in line)
    assert any('dir="none"' in line for line in edges)
