"""Triples and quads as RDF text with the well-known prefixes, the same bytes each time."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from app.vocab import PREFIXES

_PREFIX_LINES = re.compile(rb"\A(?:@prefix [^\n]*\n)+")


def rdf_bytes(statements: Iterable[Triple] | Iterable[Quad], format_: RdfFormat) -> bytes:
    """The statements in the order given. Oxigraph writes the prefixes in no order of its own; here they are sorted."""
    body = serialize(statements, format=format_, prefixes=PREFIXES) or b""
    return _PREFIX_LINES.sub(lambda lines: b"".join(sorted(lines[0].splitlines(keepends=True))), body)
