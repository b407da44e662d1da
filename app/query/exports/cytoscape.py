"""Cytoscape JSON, for Cytoscape and cytoscape.js."""

from __future__ import annotations

from typing import IO

from app.query.exports.base import Export, Writer
from app.query.exports.json_text import compact, plain, write_list


def write(export: Export, out: IO[bytes]) -> None:
    """Write elements. Cytoscape shows `name` and `interaction`, so the label and the relation are there as well."""
    graph = export.graph
    nodes = ({"data": plain(data) | {"id": node, "name": data["label"]}} for node, data in graph.nodes(data=True))
    edges = (
        {"data": plain(data) | {"id": key, "source": source, "target": target, "interaction": data["relation"]}}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    out.write(f'{{"data": {compact(plain(graph.graph))},\n"elements": {{"nodes": '.encode())
    write_list(out, nodes)
    out.write(b',\n"edges": ')
    write_list(out, edges)
    out.write(b"}}\n")


WRITER = Writer("cytoscape", "application/json", ".cyjs", write)
