"""Who may send what: host names, origins, tokens and sizes, over a real socket."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from app.api.app import create_app
from app.errors import BadInput
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected

TOKEN = "a secret of some length"


@pytest.fixture(scope="module")
def guarded() -> Iterator[httpx.Client]:
    """A server with a token and small bodies; the graph is empty."""
    settings = Settings(store="memory:", token=SecretStr(TOKEN), max_body_mb=1, allowed_hosts=("graph.example.org",))
    with connected(settings, EmbeddedStore(), headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        yield client


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "[::1]:9", "LOCALHOST", "graph.example.org"]
)
def test_our_own_names_are_answered_to(guarded: httpx.Client, host: str) -> None:
    assert guarded.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", "localhost.", "", "::1"]
)
def test_a_name_that_is_not_ours_is_refused_even_for_reading(guarded: httpx.Client, host: str) -> None:
    answer = guarded.get("/health", headers={"Host": host})
    assert answer.status_code == 403
    assert answer.headers["content-type"] == "application/problem+json"
    assert "CLAIMGRAPH_ALLOWED_HOSTS" in answer.json()["hint"]


WRITES = [("POST", "/articles"), ("DELETE", "/articles/1"), ("POST", "/rebuild"), ("POST", "/sparql"), ("POST", "/ask")]


@pytest.mark.parametrize(("method", "path"), WRITES)
@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://127.0.0.1"])
def test_a_page_of_another_origin_cannot_send_anything(
    guarded: httpx.Client, method: str, path: str, origin: str
) -> None:
    answer = guarded.request(method, path, headers={"Origin": origin})
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("#forbidden")


def test_our_own_pages_can(guarded: httpx.Client) -> None:
    own = str(guarded.base_url).rstrip("/")
    assert guarded.post("/rebuild", headers={"Origin": own}).status_code == 204


def test_nothing_allows_other_origins_to_read(guarded: httpx.Client) -> None:
    answer = guarded.get("/health", headers={"Origin": "https://evil.example"})
    assert not [name for name in answer.headers if name.startswith("access-control")]
    assert guarded.options("/articles", headers={"Origin": "https://evil.example"}).status_code == 405


@pytest.mark.parametrize(
    "authorization", ["", "Bearer", "Bearer wrong", f"Bearer {TOKEN}x", f"Token {TOKEN}", "Basic ???", "Bearer ümlaut"]
)
@pytest.mark.parametrize(("method", "path"), WRITES[:3])
def test_a_write_needs_the_token(guarded: httpx.Client, method: str, path: str, authorization: str) -> None:
    answer = guarded.request(method, path, headers={b"Authorization": authorization.encode()})
    assert answer.status_code == 401
    assert "Bearer" in answer.headers["www-authenticate"]
    assert "CLAIMGRAPH_TOKEN" in answer.json()["hint"]


def test_a_browser_may_give_the_token_as_a_password(guarded: httpx.Client) -> None:
    basic = base64.b64encode(f"anyone:{TOKEN}".encode()).decode()
    assert guarded.post("/rebuild", headers={"Authorization": f"Basic {basic}"}).status_code == 204


def test_reading_needs_no_token_on_loopback(guarded: httpx.Client) -> None:
    assert guarded.get("/facts", headers={"Authorization": ""}).status_code == 200
    question = guarded.post("/sparql", headers={"Authorization": ""}, data={"query": "ASK {}"})
    assert question.status_code == 200


def test_beyond_loopback_reading_needs_the_token_too() -> None:
    # The server listens on loopback; the setting says that others could reach it.
    settings = Settings(store="memory:", host="192.0.2.7", token=SecretStr(TOKEN))
    with connected(settings, EmbeddedStore()) as client:
        assert client.get("/facts").status_code == 401
        assert client.get("/health").status_code == 200
        assert client.get("/facts", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "graph.example.org"])  # noqa: S104
def test_without_a_token_nothing_is_served_beyond_loopback(host: str) -> None:
    with pytest.raises(BadInput, match=r"CLAIMGRAPH_TOKEN"):
        create_app(Settings(host=host), EmbeddedStore())


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_on_loopback_it_is(host: str) -> None:
    create_app(Settings(host=host), EmbeddedStore())


def test_a_large_body_is_refused(guarded: httpx.Client) -> None:
    answer = guarded.post("/articles", json={"text": "x" * 2_000_000})
    assert answer.status_code == 413
    assert "CLAIMGRAPH_MAX_BODY_MB" in answer.json()["hint"]


def test_a_large_body_of_unannounced_size_is_refused_before_it_ends(guarded: httpx.Client) -> None:
    address = (guarded.base_url.host, guarded.base_url.port or 80)
    with socket.create_connection(address, timeout=30) as connection:
        head = f"POST /sparql HTTP/1.1\r\nHost: {address[0]}\r\nTransfer-Encoding: chunked\r\n"
        connection.sendall(head.encode() + b"Content-Type: application/sparql-query\r\n\r\n")
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        for _ in range(17):  # a little more than 1 MB, and no last chunk
            connection.sendall(chunk)
        assert connection.recv(1000).startswith(b"HTTP/1.1 413")


def test_every_answer_forbids_sniffing(guarded: httpx.Client) -> None:
    assert guarded.get("/health").headers["x-content-type-options"] == "nosniff"
    assert guarded.get("/nowhere").headers["x-content-type-options"] == "nosniff"
