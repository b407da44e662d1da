"""SPARQL text: changes as update operations, patterns as queries, and what a query's own text says about it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote_plus

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from app.errors import InvalidQuery
from app.store.base import Change, Pattern

# --- writing ---------------------------------------------------------------------------------------------------------


def operations(change: Change) -> Iterator[str]:
    """A change as SPARQL update operations, to be sent as one request."""
    yield from (f"DROP SILENT GRAPH {graph}" for graph in change.drop)
    for verb, quads in (("DELETE DATA", change.remove), ("INSERT DATA", change.add)):
        if body := "\n".join(_blocks(quads)):
            yield f"{verb} {{\n{body}\n}}"


def portions(verb: str, quads: Iterable[Quad], most: int) -> Iterator[str]:
    """The same for quads that are too many for one request: operations of about so many bytes once form-encoded."""
    waiting: list[Quad] = []
    size = 0
    for quad in quads:
        length = encoded_size(str(quad))
        if waiting and size + length > most:
            yield f"{verb} {{\n{chr(10).join(_blocks(waiting))}\n}}"
            waiting, size = [], 0
        waiting.append(quad)
        size += length
    if waiting:
        yield f"{verb} {{\n{chr(10).join(_blocks(waiting))}\n}}"


def encoded_size(text: str) -> int:
    """How many bytes a text takes in a form."""
    return len(quote_plus(text))


def _blocks(quads: Iterable[Quad]) -> Iterator[str]:
    """Quads in SPARQL's notation; the terms' own text is N-Triples, so nothing is pasted unescaped."""
    for graph, group in groupby(quads, key=lambda quad: quad.graph_name):
        triples = "\n".join(f"{quad.subject} {quad.predicate} {quad.object} ." for quad in group)
        yield triples if isinstance(graph, DefaultGraph) else f"GRAPH {graph} {{\n{triples}\n}}"


# --- asking ----------------------------------------------------------------------------------------------------------

_POSITIONS = ("s", "p", "o", "g")
# So many patterns a request: an answer stays small enough to be held, and no server refuses the question.
_MOST_PATTERNS = 500


@dataclass(frozen=True)
class Selection:
    """A query for the quads ?s ?p ?o ?g; where ?n is given in place of ?o, it is the place of the literal."""

    query: str
    literals: Sequence[Literal]


def select_matching(patterns: Iterable[Pattern]) -> Iterator[Selection]:
    """Queries for the quads that fit any of the patterns, each pattern in one of them."""
    distinct = list(dict.fromkeys(patterns))
    for start in range(0, len(distinct), _MOST_PATTERNS):
        by_shape: dict[tuple[tuple[bool, ...], Literal | None], list[Pattern]] = defaultdict(list)
        for pattern in distinct[start : start + _MOST_PATTERNS]:
            literal = pattern.object if isinstance(pattern.object, Literal) else None
            by_shape[tuple(term is not None for term in pattern), literal].append(pattern)
        literals = [literal for _, literal in by_shape if literal is not None]
        groups = [
            _group(shape, found, literal, literals.index(literal) if literal is not None else 0)
            for (shape, literal), found in by_shape.items()
        ]
        yield Selection(f"SELECT * WHERE {{ {' UNION '.join(f'{{ {group} }}' for group in groups)} }}", literals)


def _group(shape: tuple[bool, ...], patterns: Sequence[Pattern], literal: Literal | None, place: int) -> str:
    """Patterns that leave the same positions open. Not every server finds a literal that comes out of VALUES."""
    quad = "GRAPH ?g { ?s ?p ?o }"
    given = [name for name, is_given in zip(_POSITIONS, shape, strict=True) if is_given]
    if literal is not None:
        quad = f"GRAPH ?g {{ ?s ?p {literal} }} BIND({place} AS ?n)"
        given.remove("o")
    if not given:
        return quad
    rows = " ".join(f"({' '.join(_constants(pattern))})" for pattern in patterns)
    return f"VALUES ({' '.join(f'?{name}' for name in given)}) {{ {rows} }} {quad}"


def _constants(pattern: Pattern) -> Iterator[str]:
    return (str(term) for term in pattern if isinstance(term, NamedNode))


# --- what a query says -----------------------------------------------------------------------------------------------

OPAQUE = r"""(?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )* \"{3} | '{3} (?: '{0,2} (?: [^'\\] | \\. ) )* '{3}
    | " (?: [^"\\\r\n] | \\. )* " | ' (?: [^'\\\r\n] | \\. )* ' | \#[^\r\n]*"""
"""What may hold any word without meaning it: IRIs, strings, comments; to be compiled as a verbose pattern."""

_WORD = r"(?<![\w:?$@-]) (?P<word>{words}) (?![\w:-])"
_FORM = re.compile(rf"{OPAQUE} | {_WORD.format(words='[A-Za-z]+')}", re.VERBOSE | re.DOTALL)
_GRAPH = re.compile(rf"{OPAQUE} | {_WORD.format(words='GRAPH')}", re.VERBOSE | re.DOTALL | re.IGNORECASE)
_ABSOLUTE = re.compile(r"\s*<([A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*)>")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")


def form_of(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE.

    Raises:
        InvalidQuery: the text begins like none of them. Some servers would run an update that comes as a query.
    """
    for match in _FORM.finditer(query):
        word = (match["word"] or "").upper()
        if word in FORMS:
            return word
        if word and word not in ("PREFIX", "BASE", "VERSION"):
            raise InvalidQuery(f"The query is not valid SPARQL: it begins with {word}.")
    raise InvalidQuery("The query is not valid SPARQL: it is empty.")


def graphs_asked_for(query: str) -> list[NamedNode] | None:
    """The graphs that a query names after GRAPH, or None where that may be any."""
    named = []
    for match in _GRAPH.finditer(query):
        if match["word"]:
            name = _ABSOLUTE.match(query, match.end())
            if name is None:
                return None
            named.append(NamedNode(name[1]))
    # A keyword may be written with escapes, and then cannot be seen.
    return None if "\\u" in query or "\\U" in query else list(dict.fromkeys(named))
