"""The servers that are compared, each started on the same graph on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

OURS, EMPTY = "claimgraph", "an empty ASGI app"
CG, SKOS = "https://w3id.org/claimgraph/ontology#", "http://www.w3.org/2004/02/skos/core#"


@dataclass(frozen=True)
class Server:
    """A server that runs."""

    name: str
    port: int
    path: str
    pid: int

    @property
    def processes(self) -> list[int]:
        """Its own and those that it has started."""
        listed = subprocess.run(["/bin/ps", "-o", "pid=", "--ppid", str(self.pid)], capture_output=True, check=False)
        return [self.pid, *map(int, listed.stdout.split())]

    def computed(self) -> dict[int, float]:
        """How many seconds of a core each process has had; nothing where that cannot be told."""
        found: dict[int, float] = {}
        for pid in self.processes:
            with suppress(OSError):
                # The clock of another process, as clock_getcpuclockid(3) makes it on Linux.
                found[pid] = time.clock_gettime((~pid << 3) | 2)
        return found


def graph(file: Path, quads: int) -> int:
    """Write a graph of the product's shape in so many triples: people who hold roles. Gives their number."""
    people = int(quads / 6.1)  # six triples each, and two of a company for every twenty of them
    companies = people // 20 + 1
    with file.open("w", encoding="utf-8") as out:
        for n in range(companies):
            company = f"<https://example.org/organization/{n}>"
            out.write(f'{company} a <{CG}Company> ; <{SKOS}prefLabel> "Company {n}" .\n')
        for n in range(people):
            who, fact = f"<https://example.org/person/{n}>", f"<https://example.org/fact/{n}>"
            company = f"<https://example.org/organization/{n % companies}>"
            out.write(
                f'{who} a <{CG}Person> ; <{SKOS}prefLabel> "Person number {n}" .\n'
                f"{fact} a <{CG}Tenure> ; <{CG}holder> {who} ; <{CG}organization> {company} ; "
                f'<{CG}title> "title {n % 97}" .\n'
            )
    return people


def stored(file: Path, folder: Path) -> None:
    """Put the graph into an Oxigraph store."""
    store = pyoxigraph.Store(str(folder))
    store.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)
    store.optimize()
    store.flush()


@contextmanager
def ours(folder: Path, **settings: str) -> Iterator[Server]:
    """Our server, plain, with its limits on."""
    variables = {f"CLAIMGRAPH_{name.upper()}": value for name, value in settings.items()}
    code = "from app.cli import main; main()"
    command = [sys.executable, "-c", code, "serve", "--plain", "--store", str(folder), "--port"]
    with _running(OURS, command, "/sparql", variables) as server:
        yield server


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """`oxigraph serve`."""
    program = str(Path(sys.executable).parent / "oxigraph")
    command = [program, "serve-read-only", "--location", str(folder), "--bind", "127.0.0.1:{port}"]
    with _running("oxigraph serve", command, "/query", {}) as server:
        yield server


@contextmanager
def rdflib_endpoint(program: Path, file: Path) -> Iterator[Server]:
    """rdflib-endpoint, from an environment of its own."""
    command = [str(program), "serve", str(file), "--host", "127.0.0.1", "--port"]
    with _running("rdflib-endpoint", command, "/", {}) as server:
        yield server


@contextmanager
def empty() -> Iterator[Server]:
    """An application that answers at once, on the HTTP server that ours runs on: what no work of ours can go below."""
    with _running(EMPTY, [sys.executable, "-m", "tests.benchmarks.serve.empty"], "/", {}) as server:
        yield server


@contextmanager
def _running(name: str, command: list[str], path: str, variables: dict[str, str]) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    filled = [part.format(port=port) for part in command]
    if filled == command:
        filled.append(str(port))
    process = subprocess.Popen(filled, env=os.environ | variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(process, port)
        yield Server(name, port, path, process.pid)
    finally:
        process.terminate()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    while True:
        if process.poll() is not None:
            raise RuntimeError(f"{process.args!r} ended with {process.returncode}")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.1)
