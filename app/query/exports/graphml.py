"""GraphML, for yEd, Gephi, Cytoscape, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.query.exports.base import Graph, Writer, in_lines
from app.query.exports.columns import as_text, columns
from app.query.exports.markup import attributes, text

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def _lines(graph: Graph) -> Iterator[str]:
    """Nodes and edges with all attributes; an edge's id is its fact's.

    Symmetric facts are directed edges too, since readers refuse a graph that mixes both (`symmetric` tells them apart).
    """
    yield _HEAD
    kinds = {
        "node": columns(data for _, data in graph.nodes(data=True)),
        "edge": columns(data for _, _, data in graph.edges(data=True)),
    }
    for kind, declared in kinds.items():
        for name, type_ in declared.items():
            yield f"  <key{attributes(id=f'{kind}-{name}', for_=kind, attr__name=name, attr__type=type_)}/>\n"
    yield '  <graph id="claimgraph" edgedefault="directed">\n'
    for node, data in graph.nodes(data=True):
        yield f"    <node{attributes(id=node)}>{_data('node', data)}</node>\n"
    for source, target, key, data in graph.edges(keys=True, data=True):
        yield f"    <edge{attributes(id=key, source=source, target=target)}>{_data('edge', data)}</edge>\n"
    yield "  </graph>\n</graphml>\n"


def _data(kind: str, data: Mapping[str, object]) -> str:
    return "".join(
        f"<data{attributes(key=f'{kind}-{name}')}>{text(as_text(value))}</data>"
        for name, value in sorted(data.items())
        if value is not None
    )


WRITER = Writer("graphml", "application/graphml+xml", ".graphml", in_lines(_lines))
