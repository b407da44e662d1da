"""What would take a server's memory, stack or time is refused over HTTP, and the server goes on as before."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import httpx
import pytest

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.workers.test_inspector import BOMBS

ENDLESS = "{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
# The same, and no row is ever kept: how fast the machine is must not decide whether memory or time runs out first.
BARREN = f"{ENDLESS[:-1]} FILTER(CONCAT(STR(?a), STR(?d), STR(?g), STR(?j)) = '') }}"
COUNT = f"SELECT (COUNT(*) AS ?n) {ENDLESS}"
TRIPLES = " ".join(f"<urn:s{n}> <urn:p> {n} ." for n in range(500))
DEEP = 60_000


@pytest.fixture(scope="module")
def server() -> Iterator[httpx.Client]:
    """One with one worker, little memory and short deadlines, over a few hundred triples."""
    store = EmbeddedStore()
    store.update(f"INSERT DATA {{ {TRIPLES} }}")
    settings = Settings(
        store="memory:",
        query_seconds=30,
        update_seconds=3,
        query_memory_mb=256,
        query_workers=1,
        query_keep_mb=0,
        max_body_mb=2,
    )
    with connected(settings, store) as client:
        yield client


@pytest.fixture(autouse=True)
def _as_before(server: httpx.Client) -> Iterator[None]:
    """Whatever was sent, all is there afterwards, and nothing else."""
    yield
    answer = server.post(
        "/sparql", data={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}, headers={"Accept": "text/csv"}
    )
    assert answer.text.split() == ["n", "500"]


@pytest.mark.parametrize("name", BOMBS)
def test_a_body_that_would_end_its_reader_is_a_problem(server: httpx.Client, name: str) -> None:
    format_, text = BOMBS[name]
    answer = server.post("/graphs?default", content=text, headers={"Content-Type": format_.media_type})
    if answer.status_code != 413:
        assert answer.status_code in (400, 504, 507)
        assert "Nothing was written" in answer.json()["detail"] + answer.json()["hint"]


@pytest.mark.parametrize("path", ["/update", "/sparql"])
@pytest.mark.parametrize(
    "pattern",
    ["{" * DEEP + "}" * DEEP, "{ FILTER(" + "(" * DEEP + "1" + ")" * DEEP + ") }", "{ {} " + "UNION {}" * DEEP + " }"],
    ids=["groups", "brackets", "unions"],
)
def test_what_is_nested_too_deeply_is_a_problem(server: httpx.Client, path: str, pattern: str) -> None:
    text = {"/update": f"DELETE {{}} WHERE {pattern}", "/sparql": f"ASK {pattern}"}[path]
    answer = server.post(path, data={"update" if path == "/update" else "query": text})
    assert answer.status_code == 507
    assert answer.headers["content-type"] == "application/problem+json"


NESTS = {
    "lists": "[" * DEEP + "]" * DEEP,
    "objects": '{"text": ' * DEEP + "1" + "}" * DEEP,
    "without an end": "[" * DEEP,
    "less deep than is read": "[" * 500 + "]" * 500,
}


@pytest.mark.parametrize("nest", NESTS.values(), ids=list(NESTS))
def test_json_that_nests_too_deeply_is_a_problem(server: httpx.Client, nest: str) -> None:
    inside = {
        "/articles": f'{{"text": {nest}}}',
        "/ask": f'{{"question": "Who?", "as_of": {nest}}}',
        "/jobs": f'{{"articles": [{{"text": {nest}}}]}}',
        "/rulings": f'{{"kind": "same", "about": {nest}}}',
    }
    for path, body in inside.items():
        for sent in (nest, body):
            answer = server.post(path, content=sent, headers={"Content-Type": "application/json"})
            assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json"), path
    for path in ("/articles", "/jobs"):
        answer = server.post(path, files={"file": ("many.json", nest, "application/json")})
        assert answer.status_code in (202, 400, 422), path  # a job says of each file what became of it


def test_a_row_whose_columns_nest_or_are_many_is_matched(server: httpx.Client) -> None:
    for value in (NESTS["less deep than is read"], str(["none of them"] * 20_000).replace("'", '"')):
        query = f'{{"q": {{"query": "Umbra", "properties": [{{"pid": "unitOf", "v": {value}}}]}}}}'
        answer = server.post("/reconcile", data={"queries": query})
        assert (answer.status_code, answer.json()) == (200, {"q": {"result": []}})
    for nest in NESTS.values():
        query = f'{{"q": {{"query": "Umbra", "properties": [{{"pid": "unitOf", "v": {nest}}}]}}}}'
        for sent in (nest, query):
            assert server.post("/reconcile", data={"queries": sent}).status_code in (200, 400)


def test_an_update_without_end_is_ended_and_nobody_waits_for_it_to_read(server: httpx.Client) -> None:
    update = f"DELETE {{ ?a ?b ?c }} INSERT {{ ?a ?b ?l }} WHERE {BARREN}"
    answers: list[httpx.Response] = []
    sending = threading.Thread(
        target=lambda: answers.append(httpx.post(f"{server.base_url}/update", data={"update": update}, timeout=60))
    )
    sending.start()
    asked = 0
    while sending.is_alive():
        assert server.get("/sparql", params={"query": "ASK { <urn:s1> ?p 1 }"}).text.count("true")
        asked += 1
    assert answers[0].status_code == 504
    assert "Nothing was written" in answers[0].json()["detail"]
    assert asked > 1


def hung_up(server: httpx.Client, request: bytes) -> None:
    """Send a request, and go without waiting for the answer."""
    address = (server.base_url.host, server.base_url.port or 80)
    with socket.create_connection(address, timeout=30) as connection:
        connection.sendall(request)
        time.sleep(1)  # it is at work by then


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode()


def post(path: str, body: str) -> bytes:
    kind = "Content-Type: application/x-www-form-urlencoded"
    return f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{kind}\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    "request_of", [lambda form: get(f"/sparql?{form}"), lambda form: post("/sparql", form)], ids=["GET", "POST"]
)
def test_a_client_that_goes_takes_its_query_along(request_of: Callable[[str], bytes]) -> None:
    store = EmbeddedStore()
    store.update(f"INSERT DATA {{ {TRIPLES} }}")
    with connected(Settings(store="memory:", query_seconds=3600, query_workers=1), store) as client:
        # Two at once are all that one worker, and what made way for it, can do; after them nothing would be answered.
        for _ in range(3):
            hung_up(client, request_of(urlencode({"query": COUNT})))
        assert client.get("/sparql", params={"query": "ASK { <urn:s1> ?p 1 }"}).status_code == 200
        assert "claimgraph_http_requests_in_progress 1.0" in client.get("/metrics").text
