"""Starts SPARQL servers of others on loopback, for the tests of the store that talks to them."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from app.store.access import Access


@dataclass(frozen=True)
class Running:
    """A server and how to get at it."""

    url: str
    access: Access = field(default_factory=Access)

    def empty(self) -> None:
        """Drop everything that is not the server's own."""
        from app.store.endpoint import Endpoint
        from app.store.remote import RemoteStore
        from app.store.results import ROWS

        store = RemoteStore(self.url, self.access)
        endpoint = Endpoint(self.url, self.access)
        rows = endpoint.query(
            {"query": "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"}, ROWS
        ).json()
        hidden = {graph.value for graph in store._dialect.hidden}
        for graph in {row["g"]["value"] for row in rows["results"]["bindings"]} - hidden:
            endpoint.update(f"DROP SILENT GRAPH <{graph}>")
        endpoint.close()
        store.close()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert isinstance(port, int)
    return port


@contextmanager
def oxigraph(folder: Path, *, port: int | None = None) -> Iterator[Running]:
    """Oxigraph's own server, from the package of that name."""
    chosen = port or free_port()
    program = Path(sys.executable).parent / "oxigraph"
    command = [str(program), "serve", "--location", str(folder), "--bind", f"127.0.0.1:{chosen}"]
    with _process(command, folder.parent, f"http://127.0.0.1:{chosen}/query?query=ASK%20%7B%7D"):
        yield Running(f"http://127.0.0.1:{chosen}")


_VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = {rows}
"""


@contextmanager
def virtuoso(folder: Path, *, rows: int = 1_000_000) -> Iterator[Running]:
    """Virtuoso, where it is installed."""
    program = shutil.which("virtuoso-t")
    if program is None:
        pytest.skip("VIRTUOSO IS NOT INSTALLED (Debian: virtuoso-opensource-7-bin): the store is not tested on it")
    folder.mkdir(parents=True)
    http = free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO_INI.format(sql=free_port(), http=http, rows=rows))
    command = [program, "-f", "-c", "virtuoso.ini"]
    with _process(command, folder, f"http://127.0.0.1:{http}/sparql?query=ASK%20%7B%7D"):
        yield Running(f"http://127.0.0.1:{http}/sparql-auth", Access(user="dba", password="dba"))


@contextmanager
def _process(command: list[str], folder: Path, sign_of_life: str) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as process,
    ):
        try:
            _await(process, sign_of_life, folder / "server.log")
            yield
        finally:
            process.kill()


def _await(process: subprocess.Popen[bytes], address: str, log: Path) -> None:
    with httpx.Client(trust_env=False) as client:
        for _ in range(600):
            assert process.poll() is None, f"the server ended: {log.read_text(errors='replace')}"
            try:
                if client.get(address).is_success:
                    return
            except httpx.TransportError:
                time.sleep(0.1)
    raise AssertionError(f"the server does not answer: {log.read_text(errors='replace')}")
