"""GEXF 1.3, for Gephi, with the time that each edge may span, and colours, sizes and lines to begin with.

A spell runs from the first day on which a state can have begun to the last on which it can have ended, as far as they
are known: within it the state may hold, outside it surely does not. An event has one only if its date is known to lie
between two days. The bounds themselves are attributes too, since many readers drop spells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from math import sqrt

from app.query.exports.base import Graph, Writer, in_lines
from app.query.exports.columns import Columns, as_text, columns
from app.query.exports.looks import colour, line
from app.query.exports.markup import attributes

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">
  <meta>
    <creator>Claimgraph</creator>
  </meta>
"""


def _lines(graph: Graph) -> Iterator[str]:
    """Nodes and edges with all attributes and, where bounds are known, spells."""
    nodes = columns(data for _, data in graph.nodes(data=True))
    edges = columns(data for _, _, data in graph.edges(data=True))
    timed = any(_spell(data) for _, _, data in graph.edges(data=True)) or any(
        _spell(data) for _, data in graph.nodes(data=True)
    )
    mode = attributes(mode="dynamic", timeformat="date", timerepresentation="interval") if timed else ""
    yield _HEAD
    yield f'  <graph defaultedgetype="directed"{mode}>\n'
    yield from _declarations("node", nodes)
    yield from _declarations("edge", edges)
    yield "    <nodes>\n"
    for node, data in graph.nodes(data=True):
        head = attributes(id=node, label=str(data["label"]))
        yield f"      <node{head}>{_values(data, nodes)}{_look(data, graph.degree(node))}</node>\n"
    yield "    </nodes>\n    <edges>\n"
    before: tuple[str, str] | None = None
    used: Counter[str] = Counter()
    for source, target, key, data in graph.edges(keys=True, data=True):
        if (source, target) != before:  # a graph's edges come by their ends
            before, used = (source, target), Counter()
        relation = str(data["relation"])
        used[relation] += 1
        # Two edges with the same ends have to be of different kinds, and two investments are two edges.
        kind = relation if used[relation] == 1 else f"{relation} {used[relation]}"
        head = attributes(id=key, source=source, target=target, kind=kind, label=str(data["label"]))
        drawn = f'<viz:shape value="{line(data)}"/>'
        yield f"      <edge{head}>{_values(data, edges)}{drawn}</edge>\n"
    yield "    </edges>\n  </graph>\n</gexf>\n"


def _declarations(kind: str, declared: Columns) -> Iterator[str]:
    yield f'    <attributes class="{kind}">\n'
    for name, type_ in declared.items():
        if name != "label":
            yield f"      <attribute{attributes(id=name, title=name, type=type_)}/>\n"
    yield "    </attributes>\n"


def _values(data: Mapping[str, object], declared: Columns) -> str:
    values = "".join(
        f"<attvalue{attributes(for_=name, value=as_text(data[name]))}/>"
        for name in declared
        if name != "label" and data.get(name) is not None
    )
    return f"<attvalues>{values}</attvalues>{_spells(data)}"


def _look(data: Mapping[str, object], degree: int) -> str:
    red, green, blue = bytes.fromhex(colour(data).removeprefix("#"))
    shape = {"event": "diamond", "value": "square"}.get(str(data["kind"]), "disc")
    # The area of a node grows with its degree.
    size = round(10 * sqrt(1 + degree))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:size value="{size}"/><viz:shape value="{shape}"/>'


def _spells(data: Mapping[str, object]) -> str:
    spell = _spell(data)
    return f"<spells><spell{attributes(start=spell[0], end=spell[1])}/></spells>" if spell else ""


def _spell(data: Mapping[str, object]) -> tuple[str | None, str | None] | None:
    def day(name: str) -> str | None:
        value = data.get(name)
        return str(value) if value is not None else None

    state, event = (day("start_earliest"), day("end_latest")), (day("date_earliest"), day("date_latest"))
    found = event if all(event) else state
    in_order = found[0] is None or found[1] is None or found[0] <= found[1]
    return found if any(found) and in_order else None


WRITER = Writer("gexf", "application/gexf+xml", ".gexf", in_lines(_lines))
