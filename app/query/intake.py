"""Reads RDF that strangers send into N-Quads, which can then be read again without danger.

Entities that multiply, brackets without end and contexts that lead on and on can make a parser take all memory, or
overrun its stack, and with that end its process. So this is for a process that may be ended (`app.workers`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

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


def _shallow(quads: Iterable[Quad]) -> Iterator[Quad]:
    for quad in quads:
        depth, term = 0, quad.object
        while isinstance(term, Triple):
            depth, term = depth + 1, term.object
        if depth > _DEEPEST:
            raise BadInput(f"The body has triples nested more than {_DEEPEST} deep.", hint="Nothing was written.")
        yield quad
