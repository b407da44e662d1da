"""What every store backend has to do; a new one is added to `BACKENDS`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from app.errors import InvalidQuery, StoreChanged, StoreError
from app.store.base import Change, Dataset, Pattern, Store
from app.store.dialect import Dialect
from app.store.embedded import EmbeddedStore
from app.store.remote import RemoteStore
from tests.store.endpoints import Running

A, B, P = (NamedNode(f"https://example.org/{name}") for name in "abp")
ONE, TWO = (NamedNode(f"https://example.org/graph/{name}") for name in ("one", "two"))

Fixture = Callable[[str], Any]


def _remote(server: str, **parts: Any) -> Callable[[Path, Fixture], Store]:
    def made(_: Path, fixture: Fixture) -> Store:
        running: Running = fixture(server)
        running.empty()
        return RemoteStore(running.url, running.access, **parts)

    return made


BACKENDS: dict[str, Callable[[Path, Fixture], Store]] = {
    "memory": lambda _, __: EmbeddedStore(),
    "disk": lambda folder, _: EmbeddedStore(folder / "deep" / "store"),
    "oxigraph": _remote("oxigraph_server"),
    "oxigraph, in small portions": _remote("oxigraph_server", most_bytes=100_000),
    "oxigraph, as if without transactions": _remote("oxigraph_server", dialect=Dialect(is_atomic=False)),
    "virtuoso": _remote("virtuoso_server"),
}


@pytest.fixture(params=sorted(BACKENDS))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    lacking = request.node.get_closest_marker("without")
    if lacking and request.param == lacking.args[0]:
        pytest.skip(f"{request.param}: {lacking.kwargs['reason']}")
    backend = BACKENDS[request.param](tmp_path, request.getfixturevalue)
    yield backend
    backend.close()


def rows(
    store: Store, query: str, graphs: list[NamedNode] | None = None, *, dataset: Dataset | None = None
) -> list[str]:
    result = store.query(query, default_graphs=graphs, dataset=dataset)
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
    assert rows(store, f"SELECT ?o {{ GRAPH {TWO} {{ ?s ?p ?o }} }}") == [str(B)]


def test_a_dataset_is_read_and_nothing_else(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, A, ONE), Quad(A, P, B, TWO), Quad(A, P, P, DefaultGraph())]))

    def read(query: str, dataset: Dataset) -> list[str]:
        return rows(store, query, dataset=dataset)

    merged, named = "SELECT ?o { ?s ?p ?o }", "SELECT ?o { GRAPH ?g { ?s ?p ?o } }"
    assert read(merged, Dataset(default=[ONE])) == [str(A)]
    assert read(merged, Dataset(default=[ONE, TWO])) == sorted([str(A), str(B)])
    assert read(named, Dataset(default=[ONE])) == []
    assert read(named, Dataset(named=[TWO])) == [str(B)]
    assert read(merged, Dataset(named=[TWO])) == []


@pytest.mark.without("virtuoso", reason="it reads the graphs of both")
def test_a_dataset_comes_before_what_the_query_says(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, A, ONE), Quad(A, P, B, TWO)]))
    assert rows(store, f"SELECT ?o FROM {ONE} {{ ?s ?p ?o }}", dataset=Dataset(default=[TWO])) == [str(B)]


def test_an_update_is_made_and_a_bad_one_is_not(store: Store) -> None:
    before = store.generation
    store.update(f"INSERT DATA {{ GRAPH {ONE} {{ {A} {P} {B} }} }}; INSERT DATA {{ {A} {P} {B} . {A} {P} 1 }}")
    assert set(store.quads()) == {Quad(A, P, B, ONE), Quad(A, P, B), Quad(A, P, Literal(1))}
    assert store.generation > before
    store.update(f"DELETE WHERE {{ ?s ?p 1 }}; INSERT {{ GRAPH {TWO} {{ ?o ?p ?s }} }} WHERE {{ ?s ?p ?o }}")
    assert set(store.quads()) == {Quad(A, P, B, ONE), Quad(A, P, B), Quad(B, P, A, TWO)}
    store.update("CLEAR DEFAULT")
    assert set(store.quads()) == {Quad(A, P, B, ONE), Quad(B, P, A, TWO)}
    with pytest.raises(InvalidQuery, match="not valid SPARQL"):
        store.update("INSERT {")
    store.update("CLEAR ALL")
    assert store.quads() == []


@pytest.mark.without("virtuoso", reason="no transactions, no blank nodes in INSERT DATA")
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


def test_every_kind_of_literal_comes_back_and_is_found(store: Store) -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    typed = {"date": "2025-09-01", "duration": "P2M", "decimal": "14300000000", "gYear": "2025", "boolean": "false"}
    literals = [Literal(value, datatype=NamedNode(xsd + name)) for name, value in typed.items()]
    literals += [
        Literal(True),
        Literal(7),
        Literal("naïve", language="en"),
        Literal(""),
        Literal("a\tb\r\n'\"\\ ?x $y %41"),
    ]
    literals += [Literal("long " * 30_000), Literal("P2M")]
    quads = [Quad(A, P, literal, ONE) for literal in literals]
    store.apply(Change(add=quads))
    assert set(store.quads()) == set(quads)
    for quad in quads:
        assert isinstance(quad.object, Literal)
        assert store.quads(object_=quad.object, graph=ONE) == [quad]
        assert store.matching([Pattern(A, P, quad.object), Pattern(object=quad.object), Pattern(B)]) == [quad]
    store.apply(Change(remove=quads))
    assert store.quads() == []


def test_queries_of_every_form_are_answered(store: Store) -> None:
    store.apply(Change(add=[Quad(A, P, B, ONE), Quad(A, P, Literal(True), ONE)]))
    assert bool(store.query("ASK { ?s ?p ?o }", default_graphs=[ONE]))
    assert not bool(store.query("ASK { ?s ?p ?o }", default_graphs=[TWO]))
    built = store.query(
        "CONSTRUCT { ?o <https://example.org/q> ?s } WHERE { ?s ?p ?o FILTER(isIRI(?o)) }", default_graphs=[ONE]
    )
    assert isinstance(built, pyoxigraph.QueryTriples)
    assert [str(triple) for triple in built] == [str(Triple(B, NamedNode("https://example.org/q"), A))]
    described = store.query(f"DESCRIBE {A}", default_graphs=[ONE])
    assert isinstance(described, pyoxigraph.QueryTriples)
    assert {triple.object for triple in described} == {B, Literal(True)}
    result = store.query("SELECT ?s ?o { ?s ?p ?o }", default_graphs=[ONE])
    assert isinstance(result, pyoxigraph.QuerySolutions)
    assert b"true" in (result.serialize(format=pyoxigraph.QueryResultsFormat.CSV) or b"")


def test_blank_nodes_of_two_changes_stay_apart(store: Store) -> None:
    blank = pyoxigraph.BlankNode("same")
    store.apply(Change(add=[Quad(blank, P, A, ONE), Quad(blank, P, B, ONE)]))
    store.apply(Change(add=[Quad(blank, P, A, ONE)]))
    assert len(store.quads(graph=ONE)) == 3
    assert len({quad.subject for quad in store.quads(graph=ONE)}) == 2


def test_a_large_change_is_made_whole(store: Store) -> None:
    old = [Quad(NamedNode(f"https://example.org/{n}"), P, Literal(n), ONE) for n in range(6000)]
    new = [Quad(NamedNode(f"https://example.org/{n}"), P, Literal(f"{n}: " + "words " * 20), TWO) for n in range(6000)]
    store.apply(Change(add=old))
    assert len(store.quads(graph=ONE)) == 6000
    store.apply(Change(remove=old[1000:], add=new))
    assert set(store.quads(graph=ONE)) == set(old[:1000])
    assert set(store.quads(graph=TWO)) == set(new)


def test_generations_grow(store: Store) -> None:
    seen = [store.generation]
    for change in (Change(add=[Quad(A, P, B, ONE)]), Change(drop=[ONE])):
        store.apply(change)
        seen.append(store.generation)
    assert seen == sorted(set(seen))


@pytest.mark.parametrize("length", [1, 200_000], ids=["small", "large"])
def test_a_change_that_follows_from_what_is_past_is_not_made(store: Store, length: int) -> None:
    seen = store.generation
    first, second = Quad(A, P, Literal("x" * length), ONE), Quad(B, P, Literal("y" * length), TWO)
    store.apply(Change(add=[first], based_on=seen))
    with pytest.raises(StoreChanged):
        store.apply(Change(drop=[ONE], add=[second], based_on=seen))
    assert store.quads() == [first]
    store.apply(Change(drop=[ONE], add=[second], based_on=store.generation))
    assert store.quads() == [second]


def test_closing_twice_does_no_harm_and_a_closed_store_says_so(store: Store) -> None:
    store.close()
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.quads()
