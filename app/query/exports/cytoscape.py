"""Cytoscape JSON, for Cytoscape and cytoscape.js."""

from __future__ import annotations

from typing import BinaryIO

from app.query.exports.base import Export, Writer
from app.query.exports.json_text import compact, lines, plain


def write(export: Export, out: BinaryIO) -> None:
    """Write elements. Cytoscape shows `name` and `interaction`, so the label and the relation are there as well."""
    graph = export.graph
    nodes = ({"data": plain(data) | {"id": node, "name": data["label"]}} for node, data in graph.nodes(data=True))
    edges = (
        {"data": plain(data) | {"id": key, "source": source, "target": target, "interaction": data["relation"]}}
        for source, target, key, data in graph.edges(keys=True, data=True)
    )
    head = f'{{"data": {compact(plain(graph.graph))},\n"elements": {{'
    out.write(f'{head}"nodes": {lines(nodes)},\n"edges": {lines(edges)}}}}}\n'.encode())


WRITER = Writer("cytoscape", "application/json", ".cyjs", write)
