"""The graph as files for other programs: one writer a module, chosen by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO

from app.errors import UnknownFormat
from app.query.exports import csv_zip, cx2, cypher, cytoscape, dot, gexf, graphml, html, jsonld, node_link, rdf
from app.query.exports.base import Export, Writer
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.selection import Selection

WRITERS: Mapping[str, Writer] = {
    each.name: each
    for each in (
        graphml.WRITER,
        gexf.WRITER,
        cytoscape.WRITER,
        cx2.WRITER,
        node_link.WRITER,
        csv_zip.WRITER,
        dot.WRITER,
        cypher.WRITER,
        rdf.TURTLE,
        rdf.TRIG,
        rdf.NQUADS,
        rdf.RDFXML,
        jsonld.WRITER,
        html.WRITER,
    )
}


def writer(name: str) -> Writer:
    """The writer of that name.

    Raises:
        UnknownFormat: there is none.
    """
    if name not in WRITERS:
        raise UnknownFormat(f"There is no export {name!r}.", hint=f"Use one of {', '.join(WRITERS)}.")
    return WRITERS[name]


def export(lookup: Lookup, name: str, selection: Selection, out: IO[bytes]) -> None:
    """Write a projection (`app.query.graph.project`) as a file of the named format; the same bytes each time.

    Raises:
        UnknownFormat: there is no such format.
        NotFound: there is no such root.
    """
    chosen = writer(name)
    chosen.write(Export(project(lookup, selection), lookup, selection), out)
