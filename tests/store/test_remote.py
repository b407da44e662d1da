"""What a store behind a network has to bear: failures half-way, other writers, servers with ways of their own."""

from __future__ import annotations

import base64
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import BadInput, InvalidQuery, StoreBusy, StoreChanged, StoreError
from app.store import endpoint as endpoint_module
from app.store import pending as pending_module
from app.store.access import Access
from app.store.base import Change
from app.store.dialect import OWN, Dialect
from app.store.endpoint import Endpoint
from app.store.remote import RemoteStore
from app.store.results import ROWS
from tests.store.endpoints import Running, free_port
from tests.store.faults import Answer, Way

ONE, TWO, THREE = (NamedNode(f"https://example.org/graph/{name}") for name in ("one", "two", "three"))
P = NamedNode("https://example.org/p")
NO_ROWS = b'{"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": []}}'
EMPTY: Answer = (200, {"Content-Type": ROWS}, NO_ROWS)


def quads(graph: NamedNode, *numbers: int) -> list[Quad]:
    return [Quad(NamedNode(f"https://example.org/{n}"), P, Literal(n), graph) for n in numbers]


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint_module, "_FIRST_PAUSE", 0.001)


def leftovers(server: Running) -> set[str]:
    """What the store's bookkeeping holds, but for the generation."""
    endpoint = Endpoint(server.url, server.access)
    rows = endpoint.query({"query": "SELECT ?g ?p { GRAPH ?g { ?s ?p ?o } }"}, ROWS).json()["results"]["bindings"]
    endpoint.close()
    ours = {row["p"]["value"] for row in rows if row["g"]["value"].startswith(OWN)}
    return ours - {f"{OWN}generation"}


# --- a change that fails half-way ------------------------------------------------------------------------------------

OLD = {*quads(ONE, *range(50)), *quads(TWO, *range(50))}
NEW = {*quads(TWO, *range(25)), *quads(THREE, *range(200)), *quads(ONE, 500)}
CHANGE = Change(drop=[ONE], remove=quads(TWO, *range(25, 50)), add=[*quads(THREE, *range(200)), *quads(ONE, 500)])


@pytest.mark.parametrize(
    ("fault", "dialect"),
    [("dark", Dialect()), ("lose", Dialect()), ("lose", Dialect(is_atomic=False)), ("cut 1", Dialect(is_atomic=False))],
    ids=["dark", "lose", "lose, no transactions", "cut, no transactions"],
)
@pytest.mark.parametrize("at", range(1, 13))
def test_after_a_failure_at_any_request_the_change_is_made_or_undone(
    server: Running, way: Way, at: int, dialect: Dialect, fault: str
) -> None:
    first = RemoteStore(server.url, Access())
    first.apply(Change(add=sorted(OLD, key=str)))
    first.close()
    store = RemoteStore(way.url, Access(), dialect=dialect, most_bytes=4000)
    begin = len(way.requests)

    def fail(number: int, form: dict[str, list[str]]) -> Answer | str | None:
        if number < begin + at:
            return None
        if number == begin + at and (fault == "lose" or "update" in form):
            return None if fault == "dark" else fault
        return (500, {}, b"no more")

    way.fault = fail
    failed = False
    try:
        store.apply(CHANGE)
    except StoreError:
        failed = True
    store.close()

    again = RemoteStore(server.url, Access(), dialect=dialect)
    found = set(again.quads())
    assert found in (OLD, NEW)
    assert failed or found == NEW
    assert leftovers(server) == set()
    again.apply(Change(add=quads(ONE, 1000)))  # and nothing stands in the way of the next
    assert set(again.quads()) == {*found, *quads(ONE, 1000)}
    again.close()


@pytest.mark.parametrize("made", range(10))
def test_the_last_update_is_made_again_wherever_it_was_cut(server: Running, way: Way, made: int) -> None:
    store = RemoteStore(way.url, Access(), dialect=Dialect(is_atomic=False))
    store.apply(Change(add=sorted(OLD, key=str)))
    way.fault = lambda _, form: f"cut {made}" if "DELETE { GRAPH" in form.get("update", [""])[0] else None
    with pytest.raises(StoreError, match="changed in part"):
        store.apply(CHANGE)
    way.fault = lambda *_: None
    assert set(store.quads()) == NEW
    assert leftovers(server) == set()
    store.close()


def test_a_store_that_failed_goes_on_when_the_endpoint_is_back(way: Way) -> None:
    store = RemoteStore(way.url, Access(), most_bytes=1000)
    begin = len(way.requests)
    way.fault = lambda number, _: (500, {}, b"down") if number > begin + 3 else None
    with pytest.raises(StoreError):
        store.apply(Change(add=quads(ONE, *range(100))))
    way.fault = lambda *_: None
    assert store.quads() == []
    store.apply(Change(add=quads(ONE, 1)))
    assert store.quads() == quads(ONE, 1)
    store.close()


def test_a_change_that_the_server_refuses_leaves_the_store_as_it_was(server: Running, way: Way) -> None:
    store = RemoteStore(way.url, Access())
    store.apply(Change(add=quads(ONE, 1)))
    way.fault = lambda _, form: (400, {}, b"too long a word") if "long" in form.get("update", [""])[0] else None
    with pytest.raises(StoreError, match=r"left as it was.*too long a word"):
        store.apply(Change(drop=[ONE], add=[Quad(P, P, Literal("long"), ONE)]))
    assert store.quads() == quads(ONE, 1)
    assert leftovers(server) == set()
    store.close()


def test_a_killed_writer_holds_up_nobody(server: Running) -> None:
    program = """
        import sys, os
        from pyoxigraph import Literal, NamedNode, Quad
        from app.store.access import Access
        from app.store.base import Change
        from app.store.remote import RemoteStore

        store = RemoteStore(sys.argv[1], Access(), most_bytes=2000)
        send = store._send
        def kill(operations, **kinds):
            send(operations, **kinds)
            kill.left -= 1
            if not kill.left:
                os.kill(os.getpid(), 9)
        kill.left = int(sys.argv[2])
        store._send = kill
        p, g = NamedNode("https://example.org/p"), NamedNode("https://example.org/graph/one")
        store.apply(Change(add=[Quad(NamedNode(f"https://example.org/{n}"), p, Literal(n), g) for n in range(60)]))
    """
    whole = set(quads(ONE, *range(60)))
    for left in range(1, 8):
        server.empty()
        killed = subprocess.run([sys.executable, "-c", textwrap.dedent(program), server.url, str(left)], check=False)
        store = RemoteStore(server.url, Access())
        found = set(store.quads())
        assert found in (set(), whole)
        assert killed.returncode == -9
        assert leftovers(server) == set()
        store.close()


@pytest.mark.parametrize("at", [2, 3])
def test_who_was_taken_for_dead_writes_nothing(
    server: Running, way: Way, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, other = RemoteStore(way.url, Access(), most_bytes=1000), RemoteStore(server.url, Access())
    begin = len(way.updates)

    def overtaken(*_: object) -> None:
        if len(way.updates) == begin + at:  # it lays out its change, and for too long
            way.fault = lambda *_: None
            with monkeypatch.context() as impatient:
                impatient.setattr(pending_module, "_LEASE", -1.0)
                other.apply(Change(add=quads(TWO, 1)))

    way.fault = overtaken
    with pytest.raises(StoreChanged):
        slow.apply(Change(add=quads(ONE, *range(60))))
    assert slow.quads() == quads(TWO, 1)
    assert leftovers(server) == set()
    slow.close()
    other.close()


def test_writers_take_turns(server: Running) -> None:
    stores = [RemoteStore(server.url, Access(), most_bytes=most) for most in (100, 800_000, 100)]
    before = stores[0].generation

    def write(number: int) -> None:
        for turn in range(5):
            stores[number].apply(Change(add=quads(ONE, *range(100 * number + 10 * turn, 100 * number + 10 * turn + 5))))

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, range(len(stores))))
    assert len(stores[0].quads()) == 3 * 5 * 5
    assert stores[1].generation == before + 15
    assert leftovers(server) == set()
    for store in stores:
        store.close()


# --- the way there ---------------------------------------------------------------------------------------------------


def test_who_is_turned_away_comes_back(way: Way) -> None:
    way.fault = lambda number, _: (503, {"Retry-After": "0"}, b"busy") if number % 3 else None
    store = RemoteStore(way.url, Access())
    store.apply(Change(add=quads(ONE, 1)))
    assert store.quads() == quads(ONE, 1)
    store.close()


def test_an_answer_that_is_lost_is_asked_for_again(way: Way) -> None:
    lost: set[str] = set()

    def once(_: int, form: dict[str, list[str]]) -> str | None:
        text = str(sorted(form.items()))
        return None if text in lost or lost.add(text) else "lose"  # type: ignore[func-returns-value]

    way.fault = once
    store = RemoteStore(way.url, Access())
    store.apply(Change(add=quads(ONE, 1), drop=[TWO]))
    assert store.quads() == quads(ONE, 1)
    store.close()


def test_an_update_of_a_user_is_not_sent_twice(way: Way) -> None:
    store = RemoteStore(way.url, Access())
    way.fault = lambda _, form: "lose" if "example" in form.get("update", [""])[0] else None
    with pytest.raises(StoreBusy):
        store.update(f"INSERT {{ GRAPH {ONE} {{ [] {P} 1 }} }} WHERE {{ }}")
    assert len([update for update in way.updates if "example" in update]) == 1
    way.fault = lambda *_: None
    assert len(store.quads(graph=ONE)) == 1
    store.close()


def test_an_endpoint_that_is_not_there_is_named() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(StoreBusy, match=f"{url}/query cannot be reached") as caught:
        RemoteStore(url, Access())
    assert caught.value.hint


@pytest.mark.parametrize(("status", "said"), [(403, "let us in"), (404, "no SPARQL endpoint"), (302, "no SPARQL")])
def test_refusals_say_what_to_mend(way: Way, status: int, said: str) -> None:
    way.fault = lambda *_: (status, {"Location": "/elsewhere"}, b"")
    with pytest.raises(StoreError, match=said) as caught:
        RemoteStore(way.url, Access(token="a-secret"))
    assert "CLAIMGRAPH_STORE_" in str(caught.value)
    assert "a-secret" not in str(caught.value)


def logged_in(way: Way, access: Access) -> list[str]:
    RemoteStore(way.url, access).close()
    return [headers["authorization"] for headers in way.headers if "authorization" in headers]


def test_a_password_goes_in_the_way_that_the_endpoint_asks_for(way: Way) -> None:
    access = Access(user="ada", password="difference engine")

    def ask(challenge: str) -> Callable[[int, object], Answer | None]:
        return lambda *_: (
            None if "authorization" in way.headers[-1] else (401, {"WWW-Authenticate": challenge}, b"who?")
        )

    way.fault = ask('Basic realm="x"')
    assert set(logged_in(way, access)) == {"Basic " + base64.b64encode(b"ada:difference engine").decode()}
    way.headers.clear()
    way.fault = ask('Digest realm="x", nonce="abc", qop="auth", algorithm=SHA-256')
    sent = logged_in(way, access)
    assert sent
    assert all(each.startswith('Digest username="ada"') and "difference" not in each for each in sent)
    way.headers.clear()
    way.fault = lambda *_: None
    assert set(logged_in(way, Access(token="abc"))) == {"Bearer abc"}


@pytest.mark.parametrize(
    ("url", "query", "update"),
    [
        ("http://127.0.0.1:7878", "http://127.0.0.1:7878/query", "http://127.0.0.1:7878/update"),
        ("http://h/", "http://h/query", "http://h/update"),
        ("http://h:3030/ds/query", "http://h:3030/ds/query", "http://h:3030/ds/update"),
        ("https://h/repositories/r", "https://h/repositories/r", "https://h/repositories/r/statements"),
        ("https://h:8182/sparql", "https://h:8182/sparql", "https://h:8182/sparql"),
        (
            "http://h/api/wikidata?access-token=x",
            "http://h/api/wikidata?access-token=x",
            "http://h/api/wikidata?access-token=x",
        ),
    ],
)
def test_the_addresses_of_known_servers_are_found(url: str, query: str, update: str) -> None:
    endpoint = Endpoint(url, Access())
    assert (endpoint.url, endpoint.update_url) == (query, update)
    assert Endpoint(url, Access(update_url="http://u/update")).update_url == "http://u/update"


@pytest.mark.parametrize("url", ["http://", "http://h:x/", "https://ada:secret@h/", "http://h/#part"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadInput) as caught:
        Endpoint(url, Access())
    assert "secret" not in str(caught.value)


# --- what the endpoint answers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"head": {"vars": ["s"]}, "results": {"bindings": [', b"[]"])
def test_a_broken_answer_is_no_answer(way: Way, body: bytes) -> None:
    store = RemoteStore(way.url, Access())
    way.fault = lambda *_: (200, {"Content-Type": ROWS}, body)
    for query in ("SELECT ?s { ?s ?p ?o }", "ASK { ?s ?p ?o }"):
        with pytest.raises(StoreError, match="broken answer"):
            store.query(query, default_graphs=[])
    way.fault = lambda *_: (200, {"Content-Type": "text/turtle"}, b"<a:a> <a:b>")
    with pytest.raises(StoreError, match="broken answer"):
        store.query("DESCRIBE <a:a>", default_graphs=[])
    store.close()


def test_an_answer_that_was_cut_is_no_answer(way: Way) -> None:
    store = RemoteStore(way.url, Access())
    way.fault = lambda *_: (200, {"Content-Type": ROWS, "X-SPARQL-MaxRows": "10000"}, NO_ROWS)
    with pytest.raises(StoreError, match="cuts every answer at 10000 rows"):
        store.quads()
    store.close()


def test_the_dataset_is_sent_with_the_query(way: Way) -> None:
    store = RemoteStore(way.url, Access())
    store.apply(Change(add=[*quads(ONE, 1), *quads(TWO, 2)]))

    def sent(query: str) -> tuple[list[str], list[str]]:
        store.query(query, default_graphs=[ONE])
        form = next(form for form in reversed(way.requests) if form.get("query") == [query])
        return form["default-graph-uri"], form.get("named-graph-uri", [])

    default = [f"{OWN}default-graph", ONE.value]
    assert sent("ASK { ?s ?p ?o }") == (default, [])
    assert sent(f"ASK {{ ?s ?p 'GRAPH ?g' GRAPH {TWO} {{ ?s ?p ?o }} }} # GRAPH ?g") == (default, [TWO.value])
    assert sent("ASK { graph ?g { ?s ?p ?o } }") == (default, [ONE.value, TWO.value])
    assert sent("PREFIX g: <https://example.org/graph/> ASK { GRAPH g:two { } }") == (default, [ONE.value, TWO.value])
    assert sent("ASK { ?s ?p '\\u0041' }") == (default, [ONE.value, TWO.value])
    store.close()


def test_an_update_that_comes_as_a_query_is_not_sent(way: Way) -> None:
    store = RemoteStore(way.url, Access())
    begin = len(way.requests)
    for text in ("DROP ALL", "PREFIX a: <b:select> INSERT DATA { }", "# SELECT\nCLEAR ALL", "", "LOAD <http://h/>"):
        with pytest.raises(InvalidQuery, match="not valid SPARQL"):
            store.query(text)
    assert len(way.requests) == begin
    store.close()
