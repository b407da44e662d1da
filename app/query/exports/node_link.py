"""Node-link JSON, which networkx and D3 read."""

from __future__ import annotations

from typing import IO

from app.query.exports.base import Export, Writer
from app.query.exports.json_text import compact, plain, write_list


def write(export: Export, out: IO[bytes]) -> None:
    """Write what `networkx.node_link_graph` reads; a decimal becomes a JSON number."""
    graph = export.graph
    nodes = (plain(data) | {"id": node} for node, data in graph.nodes(data=True))
    edges = (
        plain(data) | {"source": source, "target": target, "key": key}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    out.write(f'{{"directed": true, "multigraph": true, "graph": {compact(plain(graph.graph))},\n"nodes": '.encode())
    write_list(out, nodes)
    out.write(b',\n"edges": ')
    write_list(out, edges)
    out.write(b"}\n")


WRITER = Writer("node-link", "application/json", ".json", write)
