"""A store as one file and back."""

from __future__ import annotations

import io

import pytest
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from app.errors import BadInput
from app.store.backup import dump, fill
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from tests.query.sample_graph import load

S, P = NamedNode("http://s"), NamedNode("http://p")


def dumped(store: Store) -> bytes:
    out = io.BytesIO()
    dump(store, out)
    return out.getvalue()


def filled() -> EmbeddedStore:
    store = EmbeddedStore()
    load(store)
    store.apply(Change(add=[Quad(S, P, Literal('a user\'s own\n"words" 😀'), DefaultGraph())]))
    return store


def test_what_is_dumped_fills_another_store_with_the_same() -> None:
    store, other = filled(), EmbeddedStore()
    content = dumped(store)
    assert fill(other, io.BytesIO(content)) == len(store.quads()) == content.count(b"\n")
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
    new = b"<http://s> <http://p> <http://o> .\n<http://s> <http://p> <http://o> <http://g> .\n"
    with pytest.raises(BadInput, match="not empty"):
        fill(store, io.BytesIO(new))
    assert dumped(store) == before
    assert fill(store, io.BytesIO(new), replace=True) == 2
    assert dumped(store) == new


@pytest.mark.parametrize("content", [b"Not a quad.", b"<http://s> <http://p> _:b .\n", b"\xff"])
def test_what_is_no_dump_changes_nothing(content: bytes) -> None:
    store = filled()
    before = dumped(store)
    with pytest.raises(BadInput, match="backup"):
        fill(store, io.BytesIO(b"<http://s> <http://p> <http://o> .\n" + content), replace=True)
    assert dumped(store) == before
