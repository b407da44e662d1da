"""A client that asks as fast as the server answers: several connections, each with one request under way."""

from __future__ import annotations

import selectors
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

_JSON = "application/sparql-results+json"


@dataclass
class Measured:
    """What came of some seconds of asking."""

    seconds: float = 0
    latencies: list[float] = field(default_factory=list)
    statuses: dict[int, int] = field(default_factory=dict)
    computed: float = 0
    """Seconds of a core that the server took for them."""

    def __iadd__(self, other: Measured) -> Measured:
        """Add what came of more of it."""
        self.seconds += other.seconds
        self.latencies += other.latencies
        self.computed += other.computed
        for status, count in other.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + count
        return self

    @property
    def cost(self) -> float:
        """Milliseconds of a core for each request."""
        return 1000 * self.computed / len(self.latencies) if self.latencies else float("nan")

    @property
    def rate(self) -> float:
        """Requests per second."""
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency, in milliseconds, that so many stay below."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else float("nan")


class _Connection:
    def __init__(self, host: str, port: int) -> None:
        self.socket = socket.create_connection((host, port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.received = bytearray()
        self.begun = 0.0

    def send(self, request: bytes) -> None:
        self.received.clear()
        self.begun = time.perf_counter()
        self.socket.sendall(request)

    def status(self) -> int | None:
        """Take what has come; the status once the answer is whole."""
        self.received += self.socket.recv(1 << 20)
        end = self.received.find(b"\r\n\r\n")
        if end < 0:
            return None
        head = bytes(self.received[:end]).lower()
        if b"transfer-encoding: chunked" in head:
            whole = self.received.endswith(b"0\r\n\r\n")
        else:
            whole = len(self.received) >= end + 4 + int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
        return int(head.split(b" ", 2)[1]) if whole else None


def request(path: str, host: str, query: str) -> bytes:
    """A query as it travels."""
    text = f"GET {path}?query={quote(query)} HTTP/1.1\r\nHost: {host}\r\nAccept: {_JSON}\r\n\r\n"
    return text.encode()


def ask(host: str, port: int, path: str, queries: Iterator[str], *, seconds: float, clients: int) -> Measured:
    """Send queries, one after the other, for some seconds."""
    selector, measured = selectors.DefaultSelector(), Measured(seconds)
    connections = [_Connection(host, port) for _ in range(clients)]
    for connection in connections:
        selector.register(connection.socket, selectors.EVENT_READ, connection)
        connection.send(request(path, f"{host}:{port}", next(queries)))
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        for key, _ in selector.select(timeout=1):
            connection = key.data
            if (status := connection.status()) is not None:
                measured.latencies.append(time.perf_counter() - connection.begun)
                measured.statuses[status] = measured.statuses.get(status, 0) + 1
                connection.send(request(path, f"{host}:{port}", next(queries)))
    for connection in connections:
        connection.socket.close()
    return measured
