"""A way to an endpoint on which things go wrong: a proxy that turns away, loses answers, cuts updates, or goes dark."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode

import httpx

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Way:
    """What happens to each request: `fault` says, by its number and form; None lets it through.

    It gives an answer, or "lose" the endpoint's, or "cut 3": only three operations of the update reach the endpoint.
    """

    target: str
    fault: Callable[[int, dict[str, list[str]]], Answer | str | None] = lambda *_: None
    requests: list[dict[str, list[str]]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    url: str = ""

    @property
    def updates(self) -> list[str]:
        return [form["update"][0] for form in self.requests if "update" in form]


@contextmanager
def way_to(target: str) -> Iterator[Way]:
    """A proxy on loopback before an endpoint; without a target only its faults answer."""
    way = Way(target)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # headers and body go out apart, and the body would wait 40 ms

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = parse_qs(body, keep_blank_values=True)
            way.requests.append(form)
            way.headers.append({name.lower(): value for name, value in self.headers.items()})
            fault = way.fault(len(way.requests), form)
            if isinstance(fault, tuple):
                self.answer(fault)
            elif fault and fault.startswith("cut"):  # as a server without transactions does that ends half-way
                operations = form["update"][0].split(";\n")[: int(fault.removeprefix("cut "))]
                self.forward({"update": [";\n".join(operations)]})
                self.answer((500, {}, b"ended"))
            elif fault == "lose":
                self.forward(form)
                self.close_connection = True
            else:
                self.answer(self.forward(form))

        def forward(self, form: dict[str, list[str]]) -> Answer:
            sent = onward.post(
                way.target + self.path,
                content=urlencode(form, doseq=True),
                headers={
                    "Content-Type": "application/x-www-form-urlencoded",
                    "Accept": self.headers.get("accept", "*/*"),
                },
            )
            kept = {"Content-Type": sent.headers.get("content-type", "text/plain")}
            return sent.status_code, kept, sent.content

        def answer(self, answer: Answer) -> None:
            status, headers, body = answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    # One client for all: each reads the machine's certificates first, which takes longer than most requests.
    with (
        httpx.Client(trust_env=False, timeout=60) as onward,
        ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server,
    ):
        server.daemon_threads = True
        way.url = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield way
        finally:
            server.shutdown()
            thread.join()
