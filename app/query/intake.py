"""Reads RDF that strangers send into N-Quads, which can then be read again without danger.

Entities that multiply, brackets without end and contexts that lead on and on can make a parser take all memory, or
overrun its stack, and with that end its process. So this is for a process that may be ended (`app.workers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Triple, parse, serialize

from app.errors import BadInput, ResultTooLarge
from app.query.sink import Sink

_DEEPEST = 50
"""How far triples may be nested in triples (RDF 1.2): each level takes some of the stack of whoever reads them."""


def as_nquads(body: bytes, format_: RdfFormat, base: str, most_bytes: int) -> bytes:
    """A document as N-Quads, its blank nodes under names that no other document has. Nothing is ever fetched for it.

    Raises:
        BadInput: it is not what it is said to be, or holds more than is allowed.
    """
    sink = Sink(most_bytes)
    try:
        quads = parse(body, format=format_, base_iri=base, rename_blank_nodes=True)
        serialize(_shallow(quads), sink, format=RdfFormat.N_QUADS)
    except ResultTooLarge as error:
        raise BadInput(
            f"The body holds more than {most_bytes / 1_000_000:g} MB once it is read.",
            hint="Send it in parts. Nothing was written.",
        ) from error
    except (SyntaxError, ValueError, OSError) as error:
        raise BadInput(f"The body is no {format_.name}: {error}.", hint="Nothing was written.") from error
    return sink.body()


def fetch(address: str, most_bytes: int) -> bytes:
    """The triples of a document elsewhere as N-Triples.

    Oxigraph's own LOAD also fetches what a JSON-LD document names as its context, from any host. This fetches the one
    document, and follows nobody.

    Raises:
        BadInput: it is not there, or is no RDF.
    """
    import httpx  # few updates load anything

    accept = ", ".join(format_.media_type for format_ in _LOADED)
    body = bytearray()
    try:
        with httpx.stream(
            "GET", address, headers={"Accept": accept}, trust_env=False, follow_redirects=False
        ) as answer:
            if answer.status_code != httpx.codes.OK:
                raise BadInput(f"its server answers {answer.status_code}.")
            format_ = _format_of(answer.headers.get("content-type", ""), address)
            for chunk in answer.iter_bytes():
                body += chunk
                if len(body) > most_bytes:
                    raise BadInput(f"it is larger than {most_bytes / 1_000_000:g} MB.")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise BadInput(f"{error}.") from error
    found = as_nquads(bytes(body), format_, address, most_bytes)
    if any(not isinstance(quad.graph_name, DefaultGraph) for quad in parse(found, format=RdfFormat.N_QUADS)):
        raise BadInput("it names graphs of its own.")
    return found


_LOADED = (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML, RdfFormat.JSON_LD)


def _format_of(content_type: str, address: str) -> RdfFormat:
    """What a document is by its server's word, or by its name where the server says nothing of use."""
    by_type = RdfFormat.from_media_type(content_type.partition(";")[0].strip().lower())
    by_name = RdfFormat.from_extension(PurePosixPath(urlsplit(address).path).suffix[1:])
    for format_ in (by_type, by_name):
        if format_ is not None:
            return format_
    raise BadInput(f"it is {content_type or 'of no type'}, which is no RDF.")


def _shallow(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        depth, term = 0, quad.object
        while isinstance(term, Triple):
            depth, term = depth + 1, term.object
        if depth > _DEEPEST:
            raise BadInput(f"The body has triples nested more than {_DEEPEST} deep.", hint="Nothing was written.")
        yield quad
