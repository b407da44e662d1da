"""How nodes lie in the graph: figures that can be worked out by hand, and the same ones in every process."""

from __future__ import annotations

import os
import subprocess
import sys

import networkx as nx

from app.query.graph import project
from app.query.lookup import Lookup
from app.query.measures import measured
from app.query.selection import Selection
from tests.query.sample_graph import IRIS, MAYER, META, SCALE


def graph(*edges: tuple[str, str]) -> nx.MultiDiGraph[str]:
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found.add_nodes_from(sorted({end for edge in edges for end in edge}))
    found.add_edges_from(edges)
    return found


def test_a_path_leads_over_its_middle() -> None:
    found = measured(graph(("a", "b"), ("c", "b")), root="a")
    assert {name: each["betweenness"] for name, each in found.items()} == {"a": 0, "b": 1, "c": 0}
    assert {name: each["distance"] for name, each in found.items()} == {"a": 0, "b": 1, "c": 2}


def test_parallel_edges_count_for_the_degree_and_a_loop_joins_nothing() -> None:
    found = measured(graph(("a", "b"), ("a", "b"), ("b", "a"), ("c", "c")))
    assert [found[name]["degree"] for name in "abc"] == [3, 3, 2]
    assert "community" not in found["c"], "nobody belongs with it"
    assert all("distance" not in each for each in found.values())


def test_two_groups_that_one_edge_joins_are_two_communities() -> None:
    first = [(x, y) for x in "abcde" for y in "abcde" if x < y]
    second = [(x, y) for x in "vwxyz" for y in "vwxyz" if x < y and (x, y) != ("y", "z")]
    found = measured(graph(*first, *second, ("e", "v")))
    assert {found[name]["community"] for name in "abcde"} == {1}
    assert {found[name]["community"] for name in "vwxyz"} == {2}


def test_measures_are_attributes_where_they_are_asked_for(lookup: Lookup) -> None:
    plain = project(lookup)
    assert not any("degree" in data for _, data in plain.nodes(data=True))
    around = project(lookup, Selection(root=MAYER, depth=2, measures=True))
    nodes = {name: around.nodes[IRIS.entity(name).value] for name in (MAYER, META, SCALE)}
    assert [nodes[name]["distance"] for name in (MAYER, META, SCALE)] == [0, 1, 2]
    assert nodes[META]["betweenness"] > nodes[MAYER]["betweenness"] == 0


def test_every_process_finds_the_same() -> None:
    code = (
        "import networkx as nx; from app.query.measures import measured;"
        "g = nx.relabel_nodes(nx.gnm_random_graph(1200, 3000, seed=1), str); "
        "print(sorted(measured(nx.MultiDiGraph(g)).items()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(runs) == 1
