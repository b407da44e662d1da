"""Cypher statements that build the graph in Neo4j or Memgraph, and change nothing when they are run again.

Whatever an article may have written stands in string literals alone, and never in the text of a statement: rows go in
as data through UNWIND, and labels, types and property names come from the ontology and from our own columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import islice

from app.query.attributes import snake_case
from app.query.exports.base import Graph, Writer, in_lines
from app.query.exports.columns import Columns, ColumnType, as_text, columns

_HEAD = """\
// Run this with cypher-shell or mgconsole. One statement before makes it quick, since nodes are found by their id:
//   Neo4j     CREATE CONSTRAINT claimgraph_id IF NOT EXISTS FOR (n:Claimgraph) REQUIRE n.id IS UNIQUE
//   Memgraph  CREATE CONSTRAINT ON (n:Claimgraph) ASSERT n.id IS UNIQUE
"""
_ROWS = 200
_LARGEST_INTEGER = 2**63 - 1
_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def _lines(graph: Graph) -> Iterator[str]:
    """Nodes by class, then edges by type, so many rows a statement."""
    yield _HEAD
    declared = columns(data for _, data in graph.nodes(data=True))
    for type_ in sorted({str(data["type"]) for _, data in graph.nodes(data=True)}):
        rows = (
            f"{{id: {_literal(node)}, properties: {_properties(data, declared)}}}"
            for node, data in graph.nodes(data=True)
            if data["type"] == type_
        )
        yield from _statements(rows, f"MERGE (n:Claimgraph {{id: row.id}}) SET n:{_name(type_)}, n += row.properties")
    declared = columns(data for _, _, data in graph.edges(data=True))
    for type_ in sorted({_type(data) for _, _, data in graph.edges(data=True)}):
        rows = (
            f"{{source: {_literal(source)}, target: {_literal(target)}, id: {_literal(key)}, "
            f"properties: {_properties(data, declared)}}}"
            for source, target, key, data in graph.edges(keys=True, data=True)
            if _type(data) == type_
        )
        ends = "MATCH (s:Claimgraph {id: row.source}) MATCH (t:Claimgraph {id: row.target}) "
        yield from _statements(rows, f"{ends}MERGE (s)-[r:{_name(type_)} {{id: row.id}}]->(t) SET r += row.properties")


def _statements(rows: Iterable[str], body: str) -> Iterator[str]:
    ahead = iter(rows)
    while some := list(islice(ahead, _ROWS)):
        yield "UNWIND [\n" + ",\n".join(some) + f"\n] AS row {body};\n"


def _type(data: Mapping[str, object]) -> str:
    """An edge's type: `INVESTED_IN`, or the slot that an end fills of a fact that is a node."""
    return snake_case(str(data.get("slot") or data["relation"])).upper()


def _properties(data: Mapping[str, object], declared: Columns) -> str:
    known = ((name, type_, data[name]) for name, type_ in declared.items() if data.get(name) is not None)
    # A property is of one type in all of the graph.
    found = ((name, as_text(value) if type_ is ColumnType.STRING else value) for name, type_, value in known)
    return "{" + ", ".join(f"{_name(name)}: {_literal(value)}" for name, value in found) + "}"


def _name(name: str) -> str:
    return name if re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", name) else "`" + name.replace("`", "``") + "`"


def _literal(value: object) -> str:
    if isinstance(value, bool):
        return as_text(value)
    if isinstance(value, int | Decimal) and value == (whole := int(value)):
        return str(whole) if abs(whole) <= _LARGEST_INTEGER else f"{whole}.0"
    return as_text(value) if isinstance(value, Decimal | float) else _quoted(str(value))


def _quoted(text: str) -> str:
    r"""A string literal that ends where we end it.

    Some readers replace `\u0027` by a quote before they look for literals at all, and do not count the backslashes in
    front: so no backslash of the text is left to stand before a `u`.

    >>> print(_quoted("it's"), _quoted("\\u0027"))
    'it\'s' '\\' + 'u0027'
    """
    written = []
    for char, following in zip(text, [*text[1:], ""], strict=True):
        if char == "\\" and following in ("u", "U"):
            written.append("\\\\' + '")
        elif char not in _ESCAPES and unicodedata.category(char) == "Cc":
            written.append(f"\\u{ord(char):04x}")
        else:
            written.append(_ESCAPES.get(char, char))
    return f"'{''.join(written)}'"


WRITER = Writer("cypher", "text/plain", ".cypher", in_lines(_lines))
