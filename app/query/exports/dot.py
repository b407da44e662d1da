"""Graphviz DOT, for drawing: labels, links and tooltips, and a broken line for what is not vouched for."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from app.query.exports.base import Graph, Writer, in_lines
from app.query.exports.columns import as_text
from app.query.exports.looks import colour, line

_SHAPES = {"value": "note", "event": "diamond"}
_TOOLTIP = ("status", "responsibility", "title", "amount", "currency", "round", "service", "duration", "time_text")


def _lines(graph: Graph) -> Iterator[str]:
    """A drawing of the graph. For all that its facts say take another format."""
    yield "digraph claimgraph {\n  node [shape=box];\n"
    for node, data in graph.nodes(data=True):
        shape = _SHAPES.get(str(data["kind"]))
        yield f"  {_quoted(node)} [{_list(data, tooltip=str(data['type']), shape=shape, color=colour(data))}];\n"
    for source, target, key, data in graph.edges(keys=True, data=True):
        said = "; ".join(as_text(data[name]) for name in _TOOLTIP if name in data)
        drawn = _list(
            data,
            id=key,
            tooltip=said,
            style=None if line(data) == "solid" else line(data),
            dir="none" if data.get("symmetric") else None,
        )
        yield f"  {_quoted(source)} -> {_quoted(target)} [{drawn}];\n"
    yield "}\n"


def _list(data: Mapping[str, object], **more: str | None) -> str:
    label, iri = str(data["label"]), data.get("iri")
    found = {"label": label, "URL": str(iri) if iri else None, **more}
    return ", ".join(f"{name}={_quoted(value)}" for name, value in found.items() if value is not None)


def _quoted(text: str) -> str:
    r"""A string for Graphviz, which would read `\N` in a label as the node's name."""
    visible = "".join(char if char == "\n" or unicodedata.category(char) != "Cc" else "�" for char in text)
    return '"' + visible.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


WRITER = Writer("dot", "text/vnd.graphviz", ".dot", in_lines(_lines))
