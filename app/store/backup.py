"""A store as one N-Quads file, and back: the same store gives the same bytes.

The file's last line is a comment that tells how many quads are before it, and their digest: lines that were lost on
the way leave N-Quads that are as valid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from typing import IO, Any

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, QuerySolutions, RdfFormat, parse, serialize

from app.errors import BadInput
from app.store.base import Change, Store
from app.store.overtaken import begins_again

_LAST = "# claimgraph backup: "
# Each level takes some of the stack of whoever reads it, and far enough down there is none left.
_TOO_DEEP = re.compile(rb"(?:<<\(\s*\S+\s+\S+\s+){51}")


def dump(store: Store, out: IO[bytes]) -> int:
    """Write every quad, the log's included, a sorted line for each, graph by graph; how many there were.

    Nobody may write meanwhile. Not more than one graph is held in memory at a time. Blank nodes, which only users' own
    graphs can have, are given names.
    """
    count, digest = 0, sha256()
    for quads in _by_graph(store):
        lines = serialize(sorted(quads, key=str), format=RdfFormat.N_QUADS) or b""
        out.write(lines)
        digest.update(lines)
        count += len(quads)
    out.write(last_line(count, digest.hexdigest()))
    return count


def last_line(count: int, digest: str) -> bytes:
    """What a dump of so many quads ends with; the digest is the SHA-256 of their lines."""
    return f"{_LAST}{count} quads, sha256 {digest}\n".encode()


def fill(
    store: Store,
    file: IO[bytes],
    *,
    replace: bool = False,
    check: Callable[[Sequence[Quad]], None] = lambda _: None,
) -> int:
    """Put a dump into a store, whole or not at all; how many quads it held.

    `check` is shown all of them before anything is changed, and may raise what is wrong with them.

    Raises:
        BadInput: the store holds something that is not to be replaced, or the file is no whole dump.
    """
    _require_empty(store, replace)
    quads = read_dump(file)
    check(quads)
    _put(store, quads, replace)
    return len(quads)


def read_dump(file: IO[bytes]) -> list[Quad]:
    """The quads of a dump. Raises `BadInput` if the file is no whole one."""
    content = file.read()
    _require_whole(content)
    if _TOO_DEEP.search(content):
        raise BadInput("This nests triples in triples, so no backup wrote it.", hint="Give a file that backup wrote.")
    try:
        quads = list(dict.fromkeys(parse(content, format=RdfFormat.N_QUADS)))
    except (SyntaxError, ValueError) as error:
        raise BadInput(f"This is no backup: {error}.", hint="Give a file that `claimgraph backup` wrote.") from error
    if any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object, quad.graph_name)):
        raise BadInput("This holds blank nodes, so no backup wrote it.", hint="Give a file that backup wrote.")
    return quads


def _require_whole(content: bytes) -> None:
    start = content.rfind(b"\n", 0, -1) + 1
    if not content.startswith(_LAST.encode(), start):
        raise BadInput(
            "This does not end with the line that backups end with: it was cut short, is an export,"
            " or was written when they did not.",
            hint="Nothing was changed. Give a whole file that `claimgraph backup` wrote.",
        )
    told = last_line(content.count(b"\n", 0, start), sha256(memoryview(content)[:start]).hexdigest())
    if content[start:] != told:
        raise BadInput(
            "This is not what backup wrote: the quads are not those that its last line tells of.",
            hint="Nothing was changed. Give another copy of the file, as `claimgraph backup` wrote it.",
        )


def _require_empty(store: Store, replace: bool) -> None:
    if not replace and (store.graphs() or store.quads()):
        raise BadInput("The store is not empty.", hint="Restore into a new one, or ask for it to be replaced.")


@begins_again
def _put(store: Store, quads: Sequence[Quad], replace: bool) -> None:
    based_on = store.generation
    _require_empty(store, replace)
    default = [quad for quad in store.quads() if isinstance(quad.graph_name, DefaultGraph)] if replace else []
    store.apply(Change(drop=store.graphs(), remove=default, add=quads, based_on=based_on))


def _by_graph(store: Store) -> Iterator[list[Quad]]:
    """The quads of the default graph, then of each named one, by name."""
    rows = store.query("SELECT ?s ?p ?o WHERE { ?s ?p ?o }", default_graphs=[])
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    yield [Quad(_named(row["s"]), row["p"], _named(row["o"])) for row in rows]
    for graph in store.graphs():
        yield [Quad(_named(q.subject), q.predicate, _named(q.object), graph) for q in store.quads(graph=graph)]


def _named(term: Any) -> Any:
    """A blank node as an IRI (RDF 1.1, section 3.5): its label would mean another node in the restored store."""
    return NamedNode(f"urn:claimgraph:blank:{term.value}") if isinstance(term, BlankNode) else term
