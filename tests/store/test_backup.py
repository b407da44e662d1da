"""A store as one file and back."""

from __future__ import annotations

import io
from hashlib import sha256

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from app.errors import BadInput
from app.store.backup import dump, fill, last_line
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import load

S, P = NamedNode("http://s"), NamedNode("http://p")


def dumped(store: Store) -> bytes:
    out = io.BytesIO()
    dump(store, out)
    return out.getvalue()


def sealed(lines: bytes) -> bytes:
    """Lines as a dump of these would be."""
    return lines + last_line(lines.count(b"\n"), sha256(lines).hexdigest())


def filled() -> EmbeddedStore:
    store = EmbeddedStore()
    load(store)
    store.apply(Change(add=[Quad(S, P, Literal('a user\'s own\n"words" 😀'), DefaultGraph())]))
    return store


def test_what_is_dumped_fills_another_store_with_the_same() -> None:
    store, other = filled(), EmbeddedStore()
    content = dumped(store)
    assert fill(other, io.BytesIO(content)) == len(store.quads()) == content.count(b"\n") - 1
    assert set(other.quads()) == set(store.quads())
    assert dumped(other) == content


def test_a_user_s_blank_nodes_come_back_with_names() -> None:
    store, other = EmbeddedStore(), EmbeddedStore()
    store.update("INSERT DATA { GRAPH <http://g> { _:b <http://p> _:c . _:c <http://p> 1 } }")
    fill(other, io.BytesIO(dumped(store)))
    quads = other.quads()
    assert len(quads) == 2
    assert not any(isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object))
    assert {quad.object for quad in quads} & {quad.subject for quad in quads}  # still joined


def test_what_a_store_holds_is_replaced_only_when_that_is_asked_for() -> None:
    store = filled()
    before = dumped(store)
    new = sealed(b"<http://s> <http://p> <http://o> .\n<http://s> <http://p> <http://o> <http://g> .\n")
    with pytest.raises(BadInput, match="not empty"):
        fill(store, io.BytesIO(new))
    assert dumped(store) == before
    assert fill(store, io.BytesIO(new), replace=True) == 2
    assert dumped(store) == new


def test_an_empty_store_is_dumped_and_filled_as_any() -> None:
    content = dumped(EmbeddedStore())
    store = filled()
    assert fill(store, io.BytesIO(content), replace=True) == 0
    assert dumped(store) == content


LINES = b"<http://s> <http://p> <http://o> .\n<http://s> <http://p> <http://q> .\n"


@pytest.mark.parametrize(
    "content",
    [
        sealed(LINES + b"Not a quad.\n"),
        sealed(LINES + b"<http://s> <http://p> _:b .\n"),
        sealed(LINES + b"\xff\n"),
        b"",
        LINES,
        sealed(LINES)[:-1],
        sealed(LINES)[:-80],
        sealed(LINES).partition(b"\n")[2],
        sealed(LINES).replace(b"<http://q>", b"<http://r>"),
        sealed(LINES).replace(b": 2 quads", b": 3 quads"),
        sealed(LINES) + LINES,
        sealed(LINES).replace(b"\n", b"\r\n"),
    ],
    ids=[
        "no quad",
        "a blank node",
        "no UTF-8",
        "nothing",
        "an export",
        "without its last byte",
        "cut in its last line",
        "without its first line",
        "changed",
        "of another count",
        "with more behind it",
        "with other line ends",
    ],
)
def test_what_is_no_whole_dump_changes_nothing(content: bytes) -> None:
    store = filled()
    before = dumped(store)
    with pytest.raises(BadInput, match="backup"):
        fill(store, io.BytesIO(content), replace=True)
    assert dumped(store) == before
