"""CX2, the exchange format of Cytoscape and NDEx: numbered nodes and edges with declared attributes, and a style.

Nodes and edges go by number there; `key` is what they go by in the graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import IO

from app.query.exports.base import Export, Graph, Writer
from app.query.exports.columns import Columns, ColumnType, as_json, as_text, columns
from app.query.exports.json_text import compact, write_list
from app.query.exports.looks import COLOURS, LINES, OTHER

_STYLE = {
    "default": {
        "network": {"NETWORK_BACKGROUND_COLOR": "#FFFFFF"},
        "node": {"NODE_SHAPE": "round-rectangle", "NODE_BACKGROUND_COLOR": OTHER, "NODE_LABEL_COLOR": "#1B1A18"},
        "edge": {"EDGE_TARGET_ARROW_SHAPE": "triangle", "EDGE_LINE_COLOR": "#5A564E", "EDGE_LINE_STYLE": "solid"},
    },
    "nodeMapping": {
        "NODE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "name", "type": "string"}},
        "NODE_BACKGROUND_COLOR": {
            "type": "DISCRETE",
            "definition": {
                "attribute": "type",
                "type": "string",
                "map": [{"v": class_, "vp": shade} for class_, shade in COLOURS.items()],
            },
        },
    },
    "edgeMapping": {
        "EDGE_LABEL": {"type": "PASSTHROUGH", "definition": {"attribute": "label", "type": "string"}},
        "EDGE_LINE_STYLE": {
            "type": "DISCRETE",
            "definition": {
                "attribute": "status",
                "type": "string",
                "map": [{"v": str(status), "vp": shape} for status, shape in LINES.items()],
            },
        },
    },
}


def write(export: Export, out: IO[bytes]) -> None:
    """Write every aspect with how many elements it has. Cytoscape shows `name` and `interaction`, so they are there."""
    graph = export.graph
    nodes, edges = columns(_node_rows(graph)), columns(_edge_rows(graph))
    network = {name: as_text(value) for name, value in sorted(graph.graph.items())}
    declared = {
        "networkAttributes": {name: {"d": "string"} for name in network},
        "nodes": {name: {"d": str(type_)} for name, type_ in nodes.items()},
        "edges": {name: {"d": str(type_)} for name, type_ in edges.items()},
    }
    counts = {
        "attributeDeclarations": 1,
        "networkAttributes": 1,
        "nodes": graph.number_of_nodes(),
        "edges": graph.number_of_edges(),
        "visualProperties": 1,
    }
    meta = [{"name": name, "elementCount": count} for name, count in counts.items()]
    numbers = {node: number for number, node in enumerate(graph)}
    out.write(f'[{{"CXVersion": "2.0", "hasFragments": false}},\n{{"metaData": {compact(meta)}}},\n'.encode())
    out.write(f'{{"attributeDeclarations": [{compact(declared)}]}},\n'.encode())
    out.write(f'{{"networkAttributes": [{compact(network)}]}},\n{{"nodes": '.encode())
    write_list(out, ({"id": n, "v": _values(row, nodes)} for n, row in enumerate(_node_rows(graph))))
    out.write(b'},\n{"edges": ')
    ends = ({"s": numbers[source], "t": numbers[target]} for source, target in graph.edges())
    rows = enumerate(zip(ends, _edge_rows(graph), strict=True))
    write_list(out, ({"id": n, **end, "v": _values(row, edges)} for n, (end, row) in rows))
    out.write(f'}},\n{{"visualProperties": [{compact(_STYLE)}]}},\n'.encode())
    out.write(b'{"status": [{"success": true, "error": ""}]}]\n')


def _node_rows(graph: Graph) -> Iterator[Mapping[str, object]]:
    return ({**data, "key": node, "name": data["label"]} for node, data in graph.nodes(data=True))


def _edge_rows(graph: Graph) -> Iterator[Mapping[str, object]]:
    for _, _, key, data in graph.edges(keys=True, data=True):
        yield {**data, "key": key, "interaction": data["relation"]}


def _values(row: Mapping[str, object], declared: Columns) -> Mapping[str, object]:
    """What is known, each value of the type that its column declares."""
    known = ((name, type_, row[name]) for name, type_ in declared.items() if row.get(name) is not None)
    return {name: as_text(value) if type_ is ColumnType.STRING else as_json(value) for name, type_, value in known}


WRITER = Writer("cx2", "application/json", ".cx2", write)
