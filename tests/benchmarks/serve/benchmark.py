"""`scripts/benchmark serve`: requests per second, p50 and p99 of three servers; an endless query beside look-ups."""

from __future__ import annotations

import argparse
import http.client
import itertools
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from tests.benchmarks.serve import servers
from tests.benchmarks.serve.load import Measured, ask
from tests.benchmarks.serve.servers import Server

_PREFIXES = f"PREFIX cg: <{servers.CG}> PREFIX skos: <{servers.SKOS}> "
_WARM_SECONDS = 240
_CARTESIAN = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f }"
Queries = Callable[[int], str]
_REPEATED = 100  # different queries where the same ones come again


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
    rows = "SELECT ?f ?p ?o { ?f cg:holder ?p ; cg:organization ?o } LIMIT 10000 OFFSET"
    return lambda n: f"{_PREFIXES}{rows} {n % 100}"  # what is passed over has to be found too


@dataclass(frozen=True)
class Load:
    """What is asked for some seconds."""

    name: str
    queries: Callable[[int], Queries]
    is_repeated: bool = False
    """Whether the same few queries come again and again, which only a server that keeps answers is the faster for."""

    def texts(self, people: int, numbers: Iterator[int]) -> Iterator[str]:
        """The queries; unless they are to be repeated no two are the same, for as long as the numbers differ."""
        query = self.queries(people)
        for n in numbers:
            yield query(n % _REPEATED) if self.is_repeated else f"{query(n)} # {n}"


LOADS = (
    Load("look-up", look_up),
    Load("mix", mix),
    Load("10k rows", ten_thousand),
    Load("look-up, again", look_up, is_repeated=True),
    Load("mix, again", mix, is_repeated=True),
    Load("10k rows, again", lambda people: lambda _: ten_thousand(people)(0), is_repeated=True),
)


def main(arguments: Sequence[str]) -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark serve", description=__doc__)
    parser.add_argument("--quads", type=int, nargs="+", default=[200_000, 2_000_000], help="sizes of the graph")
    parser.add_argument("--seconds", type=float, default=8, help="how long each load lasts")
    parser.add_argument("--rounds", type=int, default=4, help="in how many parts, each server in turn")
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
    servers.stored(folder / "graph.ttl", folder / "ours")
    shutil.copytree(folder / "ours", folder / "oxigraph", ignore=shutil.ignore_patterns("LOCK"))
    print(f"\n{size:,} triples, {options.clients} clients, {options.rounds} rounds in turn", flush=True)
    with ExitStack() as stack:
        running = [
            stack.enter_context(servers.ours(folder / "ours", query_copy_mb="2000")),
            stack.enter_context(servers.oxigraph(folder / "oxigraph")),
            stack.enter_context(servers.empty()),
        ]
        if options.rdflib_endpoint and size <= 500_000:  # it holds the graph in Python objects
            running.append(stack.enter_context(servers.rdflib_endpoint(options.rdflib_endpoint, folder / "graph.ttl")))
        numbers = itertools.count()
        for server in running:
            _warm(server, people, numbers)
        measured = _measure(running, people, numbers, options)
    _print(measured)


Results = dict[tuple[str, str], Measured]


def _measure(running: Sequence[Server], people: int, numbers: Iterator[int], options: argparse.Namespace) -> Results:
    """Each server for a while, and again: what else the machine does then hits them alike."""
    found: Results = {}
    for load, _ in itertools.product(LOADS, range(options.rounds)):
        for server in running:
            if server.name == servers.EMPTY and load.name != LOADS[0].name:
                continue
            texts, seconds = load.texts(people, numbers), options.seconds / options.rounds
            found.setdefault((server.name, load.name), Measured())
            found[server.name, load.name] += _ask(server, texts, seconds, options.clients)
    return found


def _print(found: Results) -> None:
    for (server, load), measured in found.items():
        print(
            f"{server:18} {load:16} {measured.rate:9.1f} /s   p50 {measured.percentile(0.5):8.2f} ms   "
            f"p99 {measured.percentile(0.99):8.2f} ms   core {measured.cost:7.3f} ms   {measured.statuses}",
            flush=True,
        )
    for (server, load), measured in found.items():
        if server != servers.OURS and measured.rate and measured.computed:
            own = found[servers.OURS, load]
            print(
                f"claimgraph / {server:18} {load:16} {own.rate / measured.rate:7.2f} of the rate   "
                f"{own.cost / measured.cost:6.2f} of a core's time for each"
            )


def _ask(server: Server, texts: Iterator[str], seconds: float, clients: int) -> Measured:
    before = server.computed()
    measured = ask("127.0.0.1", server.port, server.path, texts, seconds=seconds, clients=clients)
    measured.computed = sum(after - before.get(pid, 0) for pid, after in server.computed().items())
    return measured


def _warm(server: Server, people: int, numbers: Iterator[int]) -> None:
    """Until caches are filled, and our workers have copied the graph: until their memory no longer grows."""
    _one(server, next(LOADS[0].texts(people, numbers)))
    sizes = [-1.0]
    end = time.monotonic() + _WARM_SECONDS
    while time.monotonic() < end and (len(sizes) < 4 or max(sizes[-3:]) > 1.02 * min(sizes[-3:])):
        _ask(server, LOADS[0].texts(people, numbers), 2, 4)
        sizes.append(_memory(server.pid)[1])


def _endless(folder: Path, size: int, seconds: float, clients: int) -> None:
    """A cartesian count beside look-ups: when it ends, what it does to them, and what is left of it."""
    people = servers.graph(folder / "graph.ttl", size)
    servers.stored(folder / "graph.ttl", folder / "ours")
    deadline = seconds / 2
    with servers.ours(folder / "ours", query_seconds=str(deadline), query_copy_mb="0") as server:
        numbers = itertools.count()
        texts = LOADS[0].texts(people, numbers)
        _warm(server, people, numbers)
        before, memory = _ask(server, texts, seconds, clients), _memory(server.pid)
        ended: list[str] = []
        thread = threading.Thread(target=lambda: ended.append(_cartesian(server)))
        thread.start()
        during = _ask(server, texts, seconds, clients)
        thread.join()
        after = _ask(server, texts, seconds, clients)
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
    begun = time.perf_counter()
    status = _one(server, _CARTESIAN)
    return f"{status} after {time.perf_counter() - begun:.2f} s"


def _one(server: Server, query: str) -> int:
    """The status of one answer, whenever it comes."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=600)
    connection.request("GET", f"{server.path}?query={quote(query)}")
    answer = connection.getresponse()
    answer.read()
    return answer.status


def _memory(pid: int) -> tuple[int, int]:
    """How many children a process has, and their resident memory in MB."""
    listed = subprocess.run(["/bin/ps", "-o", "rss=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    sizes = [int(line) for line in listed.stdout.split()]
    return len(sizes), sum(sizes) // 1024
