"""The graph as files for other programs: one writer a module, chosen by name."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from datetime import date

from app.errors import InvalidDate, UnknownFormat
from app.query.exports import csv_zip, cytoscape, dot, gexf, graphml, jsonld, node_link, rdf
from app.query.exports.base import Export, Writer
from app.query.graph import project
from app.query.lookup import Lookup

WRITERS: Mapping[str, Writer] = {
    each.name: each
    for each in (
        graphml.WRITER,
        gexf.WRITER,
        cytoscape.WRITER,
        node_link.WRITER,
        csv_zip.WRITER,
        dot.WRITER,
        rdf.TURTLE,
        rdf.TRIG,
        rdf.NQUADS,
        rdf.RDFXML,
        jsonld.WRITER,
    )
}
_DEPTH = 2


def writer(name: str) -> Writer:
    """The writer of that name.

    Raises:
        UnknownFormat: there is none.
    """
    if name not in WRITERS:
        raise UnknownFormat(f"There is no export {name!r}.", hint=f"Use one of {', '.join(WRITERS)}.")
    return WRITERS[name]


def export(
    lookup: Lookup,
    name: str,
    *,
    root: str | None = None,
    depth: int | None = None,
    as_of: date | str | None = None,
    include: Iterable[str] = (),
) -> bytes:
    """A projection (see `app.query.graph.project`) as a file of the named format; the same bytes each time.

    Raises:
        UnknownFormat: there is no such format.
        InvalidDate: `as_of` is no ISO date.
        BadInput: `include` or `depth` make no sense.
        NotFound: there is no such root.
    """
    chosen = writer(name)
    graph = project(
        lookup,
        root=root,
        depth=_DEPTH if depth is None else depth,
        as_of=_day(as_of) if isinstance(as_of, str) else as_of,
        include=frozenset(include),
    )
    out = io.BytesIO()
    chosen.write(Export(graph, lookup), out)
    return out.getvalue()


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InvalidDate(f"{text!r} is no day.", hint="Write it as in 2025-08-30.") from error
