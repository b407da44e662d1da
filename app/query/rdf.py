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
