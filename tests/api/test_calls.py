"""SERVICE and LOAD against servers on loopback: the host on the list is called, once, and nobody else ever is."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.workers.test_inspector import LAUGHS

ROWS = b'{"head": {"vars": ["o"]}, "results": {"bindings": [{"o": {"type": "literal", "value": "from there"}}]}}'
DOCUMENTS = {
    "/sparql": ("application/sparql-results+json", ROWS),
    "/some.ttl": ("text/turtle", b"<urn:s> <urn:p> <#o>, [] ."),
    "/bomb.rdf": ("application/rdf+xml", LAUGHS.encode()),
    "/context.jsonld": ("application/ld+json", b'{"@context": "/some.ttl", "name": "x"}'),
    "/broken.ttl": ("text/turtle", b"<urn:s> <urn:p> "),
}


@dataclass
class Called:
    """A server, and what it has been asked for."""

    port: int = 0
    requests: list[str] = field(default_factory=list)


@contextmanager
def server_elsewhere(redirect: str = "") -> Iterator[Called]:
    called = Called()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            called.requests.append(f"{self.command} {self.path}")
            if self.path == "/moved":
                self.send_response(307)
                self.send_header("Location", redirect)
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            media_type, body = DOCUMENTS[self.path]
            self.send_response(200)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["content-length"]))
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        called.port = server.server_port
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield called
        finally:
            server.shutdown()
            thread.join()


@dataclass
class World:
    """Our server, the host on its list (127.0.0.1), and one that is not (localhost)."""

    client: httpx.Client
    listed: Called
    other: Called

    def query(self, endpoint: str) -> httpx.Response:
        text = f"SELECT ?o {{ SERVICE {self.named(endpoint)} {{ ?s ?p ?o }} }}"
        return self.client.post("/sparql", data={"query": text}, headers={"Accept": "text/csv"})

    def update(self, text: str) -> httpx.Response:
        return self.client.post("/update", data={"update": self.named(text)})

    def named(self, text: str) -> str:
        hosts = {"LISTED": f"http://127.0.0.1:{self.listed.port}", "OTHER": f"http://localhost:{self.other.port}"}
        for name, address in hosts.items():
            text = text.replace(name, address)
        return text

    def objects(self) -> list[str]:
        answer = self.client.get(
            "/sparql", params={"query": "SELECT ?o { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }", "format": "csv"}
        )
        return sorted(answer.text.split("\r\n")[1:-1])


@pytest.fixture
def world() -> Iterator[World]:
    settings = Settings(store="memory:", service_hosts=("127.0.0.1",), query_memory_mb=256, query_seconds=5)
    with (
        server_elsewhere() as other,
        server_elsewhere(f"http://localhost:{other.port}/sparql") as listed,
        connected(settings, EmbeddedStore()) as client,
    ):
        yield World(client, listed, other)


def test_the_host_on_the_list_is_called(world: World) -> None:
    assert world.query("<LISTED/sparql>").text == "o\r\nfrom there\r\n"
    assert world.update("LOAD <LISTED/some.ttl>; LOAD <LISTED/some.ttl> INTO GRAPH <urn:g>").status_code == 204
    loaded = f"http://127.0.0.1:{world.listed.port}/some.ttl#o"
    found = world.objects()
    assert found.count(loaded) == 2
    assert len(set(found)) == 3  # the blank nodes of two documents are two
    # What is loaded is fetched once, and by no other process than the one that may be ended.
    assert world.listed.requests == ["POST /sparql", "GET /some.ttl", "GET /some.ttl"]
    assert world.update("DROP GRAPH <urn:g>; CLEAR DEFAULT").status_code == 204
    inserted = world.update("INSERT { <urn:s> <urn:p> ?o } WHERE { SERVICE <LISTED/sparql> { ?s ?p ?o } }")
    assert inserted.status_code == 204
    assert world.objects() == ["from there"]


@pytest.mark.parametrize(
    "endpoint",
    [
        "<OTHER/sparql>",
        "SILENT <OTHER/sparql>",
        "<http://127.0.0.1@localhost:1/sparql>",
        "<file:///etc/hostname>",
        "?p",
    ],
)
def test_no_other_is(world: World, endpoint: str) -> None:
    assert world.query(endpoint).status_code == 403
    inserted = world.update(f"INSERT {{ <urn:s> <urn:p> ?o }} WHERE {{ SERVICE {endpoint} {{ ?s ?p ?o }} }}")
    assert inserted.status_code in (400, 403)
    assert (world.listed.requests, world.other.requests, world.objects()) == ([], [], [])


@pytest.mark.parametrize("source", ["<OTHER/some.ttl>", "<file:///etc/hostname>", "<http://127.0.0.1@localhost:1/x>"])
def test_nothing_is_loaded_from_elsewhere(world: World, source: str) -> None:
    assert world.update(f"LOAD {source}").status_code == 403
    assert world.update(f"LOAD SILENT {source}").status_code == 204  # it may fail, and not say so
    assert (world.listed.requests, world.other.requests, world.objects()) == ([], [], [])


def test_nobody_is_followed_elsewhere(world: World) -> None:
    assert world.query("<LISTED/moved>").status_code == 422
    assert world.query("SILENT <LISTED/moved>").status_code == 200
    assert world.update("LOAD <LISTED/moved>").status_code == 409
    assert world.update("LOAD SILENT <LISTED/moved> INTO GRAPH <urn:g>").status_code == 204
    assert len(world.listed.requests) == 4
    assert (world.other.requests, world.objects()) == ([], [])


@pytest.mark.parametrize("name", ["bomb.rdf", "context.jsonld", "broken.ttl"])
def test_what_a_listed_host_sends_can_do_no_harm(world: World, name: str) -> None:
    assert world.update(f"INSERT DATA {{ <urn:s> <urn:p> 1 }}; LOAD <LISTED/{name}>").status_code in (409, 504, 507)
    assert world.listed.requests == [f"GET /{name}"]
    assert world.objects() == []
