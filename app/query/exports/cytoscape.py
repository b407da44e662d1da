"""Cytoscape JSON, for Cytoscape, cytoscape.js, and networkx."""

from __future__ import annotations

from typing import IO

from app.query.exports.base import Export, Writer
from app.query.exports.json_text import compact, plain, write_list


def write(export: Export, out: IO[bytes]) -> None:
    """Write elements.

    Cytoscape shows `name` and `interaction`, so the label and the relation are there as well; networkx knows nodes by
    `value` and edges by `key`, and asks what kind of graph it is.
    """
    graph = export.graph
    nodes = (
        {"data": plain(data) | {"id": node, "value": node, "name": data["label"]}}
        for node, data in graph.nodes(data=True)
    )
    edges = (
        {
            "data": plain(data)
            | {"id": key, "key": key, "source": source, "target": target, "interaction": data["relation"]}
        }
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    kind = '"directed": true, "multigraph": true'
    out.write(f'{{"data": {compact(plain(graph.graph))},\n{kind},\n"elements": {{"nodes": '.encode())
    write_list(out, nodes)
    out.write(b',\n"edges": ')
    write_list(out, edges)
    out.write(b"}}\n")


WRITER = Writer("cytoscape", "application/json", ".cyjs", write)
