"""Fetching from servers on loopback, which stand for the user's own network: what is refused, and what is read."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.documents.fetch import MAX_BYTES, fetch
from app.documents.load import fetch_articles
from app.documents.network import Network, is_public
from app.errors import BadInput, ClaimgraphError, UnreadableDocument
from tests.documents.printing import as_page, as_pdf

STORY = (
    "Solvane agrees to buy Pemberly\n"
    + "Solvane, a maker of software, has agreed to buy Pemberly for cash, it said. " * 4
)
Routes = dict[str, tuple[int, dict[str, str], bytes]]
Serve = Callable[[Routes], str]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Starts servers of fixed answers; gives their addresses."""
    running: list[tuple[ThreadingHTTPServer, threading.Thread]] = []

    def start(routes: Routes) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = routes.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        running.append((server, thread))
        return f"http://127.0.0.1:{server.server_address[1]}"

    yield start
    for server, thread in running:
        server.shutdown()
        thread.join()
        server.server_close()


def test_no_network_is_the_default_and_says_how_to_allow_one():
    with pytest.raises(BadInput, match="none is allowed") as refused:
        fetch("https://example.org/a", Network.OFF)
    assert "CLAIMGRAPH_NETWORK" in (refused.value.hint or "")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "169.254.0.1", "2130706433"])
def test_a_private_address_is_no_public_one(serve, host):
    port = serve({"/": (200, {}, b"secret")}).rpartition(":")[2]
    with pytest.raises(ClaimgraphError, match=r"private network|cannot be resolved"):
        fetch(f"http://{host}:{port}/", Network.PUBLIC)


@pytest.mark.parametrize(
    "address",
    ["10.0.0.1", "172.16.3.4", "192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "fe80::1%eth0", "fd00::1",
     "::1", "::", "::ffff:192.168.0.1", "64:ff9b::a00:1", "2002:a00:1::"],
)  # fmt: skip
def test_addresses_of_ones_own_network_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are(address):
    assert is_public(address)


def test_a_private_address_that_the_user_names_is_fetched_if_allowed(serve):
    base = serve(
        {
            "/old": (301, {"Location": "/a"}, b""),
            "/a": (200, {"Content-Type": "text/html; charset=utf-8"}, as_page(STORY).encode()),
        }
    )
    [article] = fetch_articles(f"{base}/old", Network.ANY)
    assert article.text.startswith("Solvane agrees to buy Pemberly\n\n")
    assert article.url == "https://harbour.example/technology/" + str(len(STORY))  # what the page calls itself


@pytest.mark.parametrize("network", [Network.PUBLIC, Network.ANY])
def test_no_redirect_leads_to_another_private_address(serve, network):
    secret = serve({"/": (200, {"Content-Type": "text/plain"}, b"the secret of this network")})
    base = serve({"/": (302, {"Location": f"{secret}/"}, b"")})
    with pytest.raises(BadInput, match="private network"):
        fetch(f"{base}/", network)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://example.org/", "http://user:pw@example.org/", "http://"]
)
def test_a_redirect_leads_to_http_alone(serve, target):
    base = serve({"/": (302, {"Location": target}, b"")})
    with pytest.raises(BadInput):
        fetch(f"{base}/", Network.ANY)


@pytest.mark.parametrize(
    ("path", "answer", "start"),
    [
        ("/a", (200, {"Content-Type": "text/plain; charset=latin-1"}, "Café sold.".encode("latin-1")), "Café sold."),
        ("/a.md", (200, {"Content-Type": "text/plain"}, b"---\ntitle: T\n---\nSold."), "Sold."),
        ("/b.pdf", (200, {"Content-Type": "application/octet-stream"}, as_pdf(STORY)), "Solvane agrees"),
        ("/c", (200, {"Content-Type": "application/json"}, b'{"text": "Sold."}'), "Sold."),
    ],
)
def test_each_kind_is_read_by_what_the_server_calls_it(serve, path, answer, start):
    base = serve({path: answer})
    [article] = fetch_articles(base + path, Network.ANY)
    assert article.text.startswith(start)
    assert article.url == base + path


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((404, {}, b"no"), "answers 404"),
        ((302, {"Location": "/"}, b""), "redirects more than"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "image/png"),
        ((200, {"Content-Type": "text/plain; charset=klingon"}, b"qapla"), "no kind|text|klingon"),
        ((200, {"Content-Type": "text/plain"}, b"x" * (MAX_BYTES + 1)), "more than"),
    ],
)
def test_what_cannot_be_read_is_said(serve, answer, message):
    base = serve({"/": answer})
    with pytest.raises(UnreadableDocument, match=message) as refused:
        fetch_articles(f"{base}/", Network.ANY)
    assert refused.value.hint


def test_a_server_that_is_not_there_is_named(serve):
    with pytest.raises(ClaimgraphError, match=r"127\.0\.0\.1:1"):
        fetch("http://127.0.0.1:1/", Network.ANY)


@pytest.mark.parametrize("url", ["https://", "http://[::", "gopher://x/", "https://a:b@example.org/"])
def test_what_is_no_url_is_refused(url):
    with pytest.raises(BadInput):
        fetch(url, Network.ANY)
