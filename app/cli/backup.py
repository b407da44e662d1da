"""A store as one N-Quads file, and back: what `claimgraph backup` and `claimgraph restore` do."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import BlankNode, RdfFormat, parse

from app.errors import BadInput
from app.query.rdf import rdf_bytes
from app.store.base import Change, Store


def dump(store: Store) -> bytes:
    """Every quad, the log's included, a sorted line for each."""
    return rdf_bytes(sorted(store.quads(), key=lambda quad: (str(quad.graph_name), str(quad))), RdfFormat.N_QUADS)


def fill(store: Store, file: Path) -> int:
    """Put a dump into an empty store, whole or not at all; how many quads it held.

    Raises:
        BadInput: the store holds something, or the file is no dump.
    """
    if store.quads():
        raise BadInput("The store is not empty.", hint="Restore into a new one, given with --store.")
    try:
        quads = list(parse(path=str(file), format=RdfFormat.N_QUADS))
    except (OSError, SyntaxError) as error:
        raise BadInput(f"{file} cannot be restored: {error}.", hint="Give a file that backup wrote.") from error
    if any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object, quad.graph_name)):
        raise BadInput(f"{file} holds blank nodes, so no backup wrote it.", hint="Give a file that backup wrote.")
    store.apply(Change(add=quads))
    return len(quads)
