"""What every store backend has to do; a new one is added to `BACKENDS`."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from app.errors import InvalidQuery, StoreError
from app.store.base import Change, Dataset, Pattern, Store
from app.store.embedded import EmbeddedStore

A, B, P = (NamedNode(f"https://example.org/{name}") for name in "abp")
ONE, TWO = (NamedNode(f"https://example.org/graph/{name}") for name in ("one", "two"))

BACKENDS: dict[str, Callable[[Path], Store]] = {
    "memory": lambda _: EmbeddedStore(),
    "disk": lambda folder: EmbeddedStore(folder / "deep" / "store"),
}


@pytest.fixture(params=sorted(BACKENDS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    backend = BACKENDS[request.param](tmp_path)
    yield backend
    backend.close()


def rows(store: Store, query: str, graphs: list[NamedNode] | None = None) -> list[str]:
    result = store.query(query, default_graphs=graphs)
    assert isinstance(result, pyoxigraph.QuerySolutions)
    return sorted(str(row[0]) for row in result)


def test_what_is_added_is_found_and_what_is_removed_is_gone(store: Store) -> None:
    quads = [Quad(A, P, B, ONE), Quad(A, P, Literal('a "b"\n\\ 😀'), TWO)]
    store.apply(Change(add=quads))
    assert set(store.quads()) == set(quads)
    assert store.quads(graph=TWO) == [quads[1]]
    assert store.graphs() == [ONE, TWO]
    store.apply(Change(remove=quads[:1]))
    assert store.quads() == [quads[1]]


def test_a_change_drops_then_removes_then_adds(store: Store) -> None:
    quad = Quad(A, P, B, ONE)
    store.apply(Change(add=[quad, Quad(B, P, A, ONE)]))
    store.apply(Change(drop=[ONE, TWO], remove=[quad], add=[quad]))
    assert store.quads() == [quad]


def test_many_patterns_are_answered_at_once_and_each_quad_comes_once(store: Store) -> None:
    quads = [Quad(A, P, B, ONE), Quad(B, P, A, ONE), Quad(A, P, Literal("x"), TWO), Quad(P, A, B, DefaultGraph())]
    store.apply(Change(add=quads))
    assert store.matching([]) == []
    assert store.matching([Pattern(B, A)]) == []
    assert set(store.matching([Pattern(A, graph=ONE), Pattern(B, graph=ONE), Pattern(A, graph=TWO)])) == set(quads[:3])
    assert sorted(map(str, store.matching([Pattern(A), Pattern(A, P), Pattern(object=B)]))) == sorted(
        map(str, [quads[0], quads[2], quads[3]])
    )
    assert store.matching([Pattern(object=Literal("x"), predicate=P)]) == [quads[2]]
    assert set(store.matching([Pattern()])) == set(quads)


def test_an_empty_change_is_none(store: Store) -> None:
    store.apply(Change())
    assert store.quads() == []


def test_given_default_graphs_are_read_with_the_stores_own(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, A, ONE), Quad(A, P, B, TWO), Quad(A, P, P, DefaultGraph())]))
    query = "SELECT ?o { ?s ?p ?o }"
    assert rows(store, query, []) == [str(P)]
    assert rows(store, query, [ONE]) == sorted([str(A), str(P)])
    assert rows(store, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }", [ONE]) == sorted([str(A), str(B)])
    assert rows(store, f"SELECT ?o FROM {ONE} FROM {TWO} {{ ?s ?p ?o }}") == sorted([str(A), str(B)])
    assert rows(store, "SELECT ?o { GRAPH ?g { ?s ?p ?o } }") == sorted([str(A), str(B)])


def test_a_dataset_is_read_and_nothing_else(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, A, ONE), Quad(A, P, B, TWO), Quad(A, P, P, DefaultGraph())]))

    def read(query: str, dataset: Dataset) -> list[str]:
        result = store.query(query, dataset=dataset)
        assert isinstance(result, pyoxigraph.QuerySolutions)
        return sorted(str(row[0]) for row in result)

    merged, named = "SELECT ?o { ?s ?p ?o }", "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    assert read(merged, Dataset(default=[ONE])) == [str(A)]
    assert read(merged, Dataset(default=[ONE, TWO])) == sorted([str(A), str(B)])
    assert read(named, Dataset(default=[ONE])) == []
    assert read(named, Dataset(named=[TWO])) == [str(B)]
    assert read(merged, Dataset(named=[TWO])) == []
    assert read(f"SELECT ?o FROM {ONE} {{ ?s ?p ?o }}", Dataset(default=[TWO])) == [str(B)]


def test_an_update_is_made_whole_or_not_at_all(store: Store) -> None:
    before = store.generation
    store.update(f"INSERT DATA {{ GRAPH {ONE} {{ {A} {P} {B} . {B} {P} [] }} }}; INSERT DATA {{ {A} {P} 1 }}")
    assert (len(store.quads(graph=ONE)), len(store.quads())) == (2, 3)
    assert store.generation > before
    with pytest.raises(InvalidQuery):
        store.update(f"CREATE GRAPH {TWO}; CLEAR ALL; CREATE GRAPH {TWO}")
    assert len(store.quads()) == 3
    with pytest.raises(InvalidQuery, match="not valid SPARQL"):
        store.update("INSERT {")


def test_invalid_sparql_says_so_and_changes_nothing(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, B, ONE)]))
    with pytest.raises(InvalidQuery, match="not valid SPARQL"):
        store.query("SELECT WHERE {")
    with pytest.raises(InvalidQuery):
        store.query("DROP ALL")
    assert len(store.quads()) == 1


def test_a_change_that_fails_changes_nothing(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, B, ONE)]))
    bad = Quad(A, P, pyoxigraph.BlankNode("b"), ONE)  # no blank node may be deleted by name
    with pytest.raises(StoreError, match="left as it was"):
        store.apply(Change(drop=[ONE], remove=[bad], add=[Quad(B, P, B, TWO)]))
    assert store.quads() == [Quad(A, P, B, ONE)]


def test_closing_twice_does_no_harm_and_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.quads()
