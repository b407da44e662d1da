"""Triples and quads as RDF text with the well-known prefixes, the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from app.query.sink import Sink
from app.vocab import PREFIXES

_PREFIX_LINES = re.compile(rb"\A(?:@prefix [^\n]*\n)+")


def rdf_bytes(statements: Iterable[Triple] | Iterable[Quad], format_: RdfFormat, sink: Sink | None = None) -> bytes:
    """The statements in the order given, by way of a sink if there is a limit to them.

    Oxigraph writes the prefixes in no order of its own; here they are sorted.
    """
    sink = sink or Sink()
    serialize(statements, sink, format=format_, prefixes=PREFIXES)
    return _PREFIX_LINES.sub(lambda lines: b"".join(sorted(lines[0].splitlines(keepends=True))), sink.body())


def sparql_term(term: object) -> str:
    """A term as SPARQL writes it; pyoxigraph's own text of a triple lacks its brackets."""
    if isinstance(term, Triple):
        return f"<<( {' '.join(map(sparql_term, (term.subject, term.predicate, term.object)))} )>>"
    return str(term)
