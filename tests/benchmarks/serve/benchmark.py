"""`scripts/benchmark serve`: requests per second, p50 and p99 of three servers; an endless query beside look-ups."""

from __future__ import annotations

import argparse
import http.client
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote

from tests.benchmarks.serve import servers
from tests.benchmarks.serve.load import Measured, ask
from tests.benchmarks.serve.servers import Server

_PREFIXES = f"PREFIX cg: <{servers.CG}> PREFIX skos: <{servers.SKOS}> "
_CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
Queries = Callable[[int], str]


def look_up(people: int) -> Queries:
    """Everything about one person, another one each time."""
    return lambda n: f"SELECT * {{ <https://example.org/person/{n * 7919 % people}> ?p ?o }}"


def mix(people: int) -> Queries:
    """Look-ups, joins, filters and counts in turn, as in the Berlin benchmark's explore mix."""

    def query(n: int) -> str:
        who, company = n * 7919 % people, n * 31 % (people // 20 + 1)
        at = f"?f cg:organization <https://example.org/organization/{company}>"
        queries = (
            f"SELECT * {{ <https://example.org/person/{who}> ?p ?o }}",
            f"SELECT ?o ?t {{ ?f cg:holder <https://example.org/person/{who}> ; cg:organization ?o ; cg:title ?t }}",
            f"SELECT ?l {{ {at} ; cg:holder/skos:prefLabel ?l }}",
            f"SELECT ?t (COUNT(*) AS ?n) {{ {at} ; cg:title ?t }} GROUP BY ?t ORDER BY DESC(?n) LIMIT 5",
            f"ASK {{ ?f cg:holder <https://example.org/person/{who}> ; cg:title 'title 3' }}",
        )
        return _PREFIXES + queries[n % len(queries)]

    return query


def ten_thousand(_: int) -> Queries:
    """Ten thousand rows of three columns."""
    return lambda _: _PREFIXES + "SELECT ?f ?p ?o { ?f cg:holder ?p ; cg:organization ?o } LIMIT 10000"


LOADS: dict[str, Callable[[int], Queries]] = {"look-up": look_up, "mix": mix, "10k rows": ten_thousand}


def main(arguments: Sequence[str]) -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark serve", description=__doc__)
    parser.add_argument("--quads", type=int, nargs="+", default=[200_000, 2_000_000], help="sizes of the graph")
    parser.add_argument("--seconds", type=float, default=8, help="how long each load lasts")
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--rdflib-endpoint", type=Path, metavar="PROGRAM", help="in an environment of its own")
    parser.add_argument("--endless", type=int, metavar="QUADS", help="only the endless query, on a graph of that size")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="claimgraph-serve-") as folder:
        if options.endless:
            _endless(Path(folder), options.endless, options.seconds, options.clients)
            return 0
        for size in options.quads:
            _compare(Path(folder) / str(size), size, options)
    return 0


def _compare(folder: Path, size: int, options: argparse.Namespace) -> None:
    folder.mkdir()
    people = servers.graph(folder / "graph.ttl", size)
    for name in ("ours", "oxigraph"):
        servers.stored(folder / "graph.ttl", folder / name)
    started: list[AbstractContextManager[Server]] = [
        servers.ours(folder / "ours", query_copy_mb="500"),
        servers.oxigraph(folder / "oxigraph"),
    ]
    if options.rdflib_endpoint and size <= 500_000:  # it holds the graph in Python objects
        started.append(servers.rdflib_endpoint(options.rdflib_endpoint, folder / "graph.ttl"))
    rates: dict[tuple[str, str], float] = {}
    print(f"\n{size:,} triples, {options.clients} clients", flush=True)
    for each in started:
        with each as server:
            _warm(server, people)
            for name, queries in LOADS.items():
                measured = _ask(server, queries(people), options.seconds, options.clients)
                rates[server.name, name] = measured.rate
                print(
                    f"{server.name:16} {name:9} {measured.rate:9.1f} /s   p50 {measured.percentile(0.5):8.2f} ms   "
                    f"p99 {measured.percentile(0.99):8.2f} ms   {measured.statuses}",
                    flush=True,
                )
    for (server_name, name), rate in rates.items():
        if server_name != "claimgraph" and rate:
            print(f"claimgraph / {server_name:16} {name:9} {rates['claimgraph', name] / rate:6.2f}", flush=True)


def _ask(server: Server, queries: Queries, seconds: float, clients: int) -> Measured:
    return ask("127.0.0.1", server.port, server.path, queries, seconds=seconds, clients=clients)


def _warm(server: Server, people: int) -> None:
    """Until caches are filled, and our workers have had the time to copy the graph."""
    for _ in range(3):
        _ask(server, look_up(people), 2, 4)


def _endless(folder: Path, size: int, seconds: float, clients: int) -> None:
    """A cartesian count beside look-ups: when it ends, what it does to them, and what is left of it."""
    people = servers.graph(folder / "graph.ttl", size)
    servers.stored(folder / "graph.ttl", folder / "ours")
    deadline = seconds / 2
    with servers.ours(folder / "ours", query_seconds=str(deadline), query_copy_mb="0") as server:
        _warm(server, people)
        before, memory = _ask(server, look_up(people), seconds, clients), _memory(server.pid)
        ended: list[str] = []
        thread = threading.Thread(target=lambda: ended.append(_cartesian(server)))
        thread.start()
        during = _ask(server, look_up(people), seconds, clients)
        thread.join()
        after = _ask(server, look_up(people), seconds, clients)
        print(f"{size:,} triples, deadline {deadline:g} s, {clients} clients\nthe endless query: {ended[0]}")
        for name, measured in (("before", before), ("beside it", during), ("after", after)):
            print(
                f"look-ups {name:10} {measured.rate:8.1f} /s   p50 {measured.percentile(0.5):7.2f} ms   "
                f"p99 {measured.percentile(0.99):7.2f} ms   {measured.statuses}"
            )
        print(f"p99 beside it / before: {during.percentile(0.99) / before.percentile(0.99):.2f}")
        (workers, size_before), (left, size_after) = memory, _memory(server.pid)
        print(f"workers {workers} before, {left} after; their memory {size_before} MB before, {size_after} MB after")


def _cartesian(server: Server) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    begun = time.perf_counter()
    connection.request("GET", f"{server.path}?query={quote(_CARTESIAN)}")
    answer = connection.getresponse()
    return f"{answer.status} after {time.perf_counter() - begun:.2f} s"


def _memory(pid: int) -> tuple[int, int]:
    """How many children a process has, and their resident memory in MB."""
    listed = subprocess.run(["/bin/ps", "-o", "rss=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    sizes = [int(line) for line in listed.stdout.split()]
    return len(sizes), sum(sizes) // 1024
