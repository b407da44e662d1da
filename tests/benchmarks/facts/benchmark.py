"""`scripts/benchmark facts`: what one more article costs in graphs of growing size, and what a rebuild costs."""

from __future__ import annotations

import argparse
import gc
import json
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.writing import article_quads
from app.graphs import FACT_GRAPHS, INDEX
from app.model import Extraction
from app.pipeline import ingest, rebuild, remove
from app.resolution.index import GROUP
from app.store.base import Change, Dataset, Pattern, QueryResult
from app.store.embedded import EmbeddedStore
from app.upkeep.record import record
from app.upkeep.whole import whole
from app.vocab import Iris
from tests.benchmarks.facts.synthetic import Told, World, probe

IRIS = Iris()
SIZES = (1_000, 10_000)
LARGE = 100_000


class Counting(EmbeddedStore):
    """The embedded store, which also counts what it is asked and what it is told."""

    looked_up = read = written = 0

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> list[Quad]:
        """As the embedded store, counted."""
        found = super().quads(subject, predicate, object_, graph)
        self.looked_up += 1
        self.read += len(found)
        return found

    def matching(self, patterns: Iterable[Pattern]) -> list[Quad]:
        """As the embedded store, counted."""
        listed = list(patterns)
        found = super().matching(listed)
        self.looked_up += len(listed)
        self.read += len(found)
        return found

    def query(
        self, sparql: str, *, default_graphs: Sequence[NamedNode] | None = None, dataset: Dataset | None = None
    ) -> QueryResult:
        """As the embedded store, counted as one look-up."""
        self.looked_up += 1
        return super().query(sparql, default_graphs=default_graphs, dataset=dataset)

    def load(self, quads: Iterable[Quad]) -> None:
        """Write a great many quads, uncounted and not as one transaction."""
        self._open_store.bulk_extend(quads)

    def settle(self) -> None:
        """Let the store do now what it would do beside later work: a bulk load leaves its files to be merged."""
        self._open_store.optimize()
        self._open_store.flush()

    def size(self) -> int:
        """How many quads there are."""
        return len(self._open_store)

    def apply(self, change: Change) -> None:
        """As the embedded store, counted."""
        listed = Change(change.drop, list(change.remove), list(change.add))
        self.written += len(list(listed.remove)) + len(list(listed.add))
        super().apply(listed)


@dataclass(frozen=True)
class Cost:
    """What one transaction took: the facts that it touched and the claims behind these, CPU and wall time in
    milliseconds, quads written, look-ups, quads read."""

    facts: int
    claims: int
    cpu: float
    wall: float
    written: int
    looked_up: int
    read: int


@dataclass(frozen=True)
class Measured:
    """One graph: how large it is, and what things cost in it (medians of single articles)."""

    articles: int
    quads: int
    facts: int
    costs: dict[str, Cost]
    rebuild_seconds: float | None


PROBES = {
    "new facts": "four facts that no article had, two of them about the hub",
    "known facts": "the same four facts from another outlet",
    "as drawn": "an article like those that the graph was made of",
    "removal": "the article of known facts taken out again",
}


def fill(store: Counting, world: World, size: int) -> None:
    """Write what so many articles say, and all that follows, at once: the store is as if it had ingested them."""
    told = [world.article(number) for number in range(size)]
    told = [*{found.article.id: found for found in told}.values()]
    store.load(quad for found in told for quad in article_quads(found, IRIS))
    store.load(whole(told, (), IRIS))
    store.load(record(store, IRIS, {claim.engine for found in told for claim in found.claims}).new)


class Graph:
    """A graph of so many articles, on which further ones are tried."""

    def __init__(self, size: int, folder: Path | None) -> None:
        self.size, self.store, self.world = size, Counting(folder), World(size)
        self.costs: dict[str, list[Cost]] = {kind: [] for kind in PROBES}
        fill(self.store, self.world, size)
        self.store.settle()
        self.quads = self.store.size()
        self.facts = sum(len(self.store.quads(None, _REALISED, None, IRIS.graph(name))) for name in FACT_GRAPHS)
        print(f"{size:,} articles, {time.process_time():.0f} CPU s, at most {_memory():.1f} GB", file=sys.stderr)

    def turn(self, number: int) -> None:
        """Try one article of each kind."""
        again = probe(number, 2)
        for kind, found in (
            ("new facts", probe(number, 1)),
            ("known facts", again),
            ("as drawn", self.world.article(self.size + number)),
        ):
            with _cost(self.store, self.costs[kind], found):
                take_in(self.store, [found])
        touched = self.costs["known facts"][-1]
        with _cost(self.store, self.costs["removal"], None):
            remove(self.store, IRIS, again.article.id)
        self.costs["removal"][-1] = replace(self.costs["removal"][-1], facts=touched.facts, claims=touched.claims)

    def measured(self) -> Measured:
        """What the turns gave until now."""
        costs = {kind: _median(each) for kind, each in self.costs.items()}
        return Measured(self.size, self.quads, self.facts, costs, None)

    def rebuild_seconds(self) -> float:
        """The CPU seconds of a rebuild."""
        started = time.process_time()
        rebuild(self.store, IRIS)
        return time.process_time() - started


def measure(sizes: Sequence[int], rounds: int, *, folder: Path | None, with_rebuild: bool) -> list[Measured]:
    """Fill a graph of each size, and try further articles on them in turns, so that the machine's moods hit all."""
    graphs = [Graph(size, folder and folder / str(number)) for number, size in enumerate(sizes)]
    # What the filling left in this process is no part of the graph, and is not to be searched for garbage again.
    gc.collect()
    gc.freeze()
    for number in range(rounds):
        for graph in graphs:
            graph.turn(number)
    measured = [graph.measured() for graph in graphs]
    print(as_text(measured), file=sys.stderr, flush=True)  # a rebuild takes long, and may be stopped
    if with_rebuild:
        seconds = [graph.rebuild_seconds() for graph in graphs]
        measured = [replace(found, rebuild_seconds=each) for found, each in zip(measured, seconds, strict=True)]
    for graph in graphs:
        graph.store.close()
    return measured


def _memory() -> float:
    """The most memory that this process has held, in GB (Linux counts it in KiB)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


_REALISED = NamedNode("https://w3id.org/claimgraph/ontology#realised")


def take_in(store: EmbeddedStore, found: list[Extraction]) -> None:
    """Ingest articles as the product does, with the claims that they were made with."""
    ingest(store, IRIS, [extraction.article for extraction in found], Told(found))


@contextmanager
def _cost(store: Counting, costs: list[Cost], found: Extraction | None) -> Iterator[None]:
    store.looked_up = store.read = store.written = 0
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    counts = store.written, store.looked_up, store.read
    facts, claims = _touched(store, found) if found else (0, 0)
    costs.append(Cost(facts, claims, cpu * 1000, wall * 1000, *counts))


def _touched(store: EmbeddedStore, found: Extraction) -> tuple[int, int]:
    """How many facts an article speaks of, and how many claims these rest on."""
    index = IRIS.graph(INDEX)
    patterns = [Pattern(IRIS.claim(claim.id), GROUP, None, index) for claim in found.claims]
    groups = {quad.object for quad in store.matching(patterns)}
    patterns = [Pattern(None, GROUP, group, index) for group in groups if isinstance(group, NamedNode)]
    members = [str(quad.subject) for quad in store.matching(patterns)]
    facts = sum(IRIS.fact("").value in member for member in members)
    return facts, len(members) - facts


def _median(costs: Sequence[Cost]) -> Cost:
    cpu, wall = (statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall"))
    counts = {
        name: statistics.median_low(getattr(cost, name) for cost in costs)
        for name in ("facts", "claims", "written", "looked_up", "read")
    }
    return Cost(cpu=round(cpu, 1), wall=round(wall, 1), **counts)


def as_text(measured: Sequence[Measured]) -> str:
    """A table for people; each ratio is to the smallest graph."""
    first, lines = measured[0], []
    for kind, meaning in PROBES.items():
        lines.append(f"{kind}: {meaning}")
        lines.append(
            f"{'articles':>10} {'quads':>11} {'facts':>6} {'claims':>6} {'CPU ms':>8} {'ratio':>6} {'wall ms':>8}"
            f" {'ratio':>6} {'written':>8} {'look-ups':>9} {'read':>7} {'ratio':>6}"
        )
        for found in measured:
            cost, base = found.costs[kind], first.costs[kind]
            lines.append(
                f"{found.articles:>10,} {found.quads:>11,} {cost.facts:>6} {cost.claims:>6} {cost.cpu:>8.1f}"
                f" {cost.cpu / base.cpu:>6.2f} {cost.wall:>8.1f} {cost.wall / base.wall:>6.2f} {cost.written:>8}"
                f" {cost.looked_up:>9} {cost.read:>7} {cost.read / base.read:>6.2f}"
            )
        lines.append("")
    lines.append("rebuild from the claims")
    for found in measured:
        if found.rebuild_seconds is not None:
            each = found.rebuild_seconds / found.articles * 1000
            lines.append(
                f"{found.articles:>10,} articles {found.facts:>9,} facts {found.rebuild_seconds:>8.1f} CPU s"
                f" {each:>6.2f} ms an article"
            )
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark facts", description=__doc__)
    parser.add_argument("--sizes", help=f"articles in each graph, by default {','.join(map(str, SIZES))}")
    parser.add_argument("--large", action="store_true", help=f"also {LARGE:,} articles: an hour or more")
    parser.add_argument("--rounds", type=int, default=15, help="articles of each kind; the median counts")
    parser.add_argument("--memory", action="store_true", help="keep the graphs in memory and not on disk")
    parser.add_argument("--no-rebuild", action="store_true", help="leave out the rebuild")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args(arguments)
    sizes = [int(size) for size in options.sizes.split(",")] if options.sizes else list(SIZES)
    with tempfile.TemporaryDirectory() as folder:
        measured = measure(
            [*sizes, *([LARGE] if options.large else [])],
            options.rounds,
            folder=None if options.memory else Path(folder),
            with_rebuild=not options.no_rebuild,
        )
    print(as_text(measured))
    if options.json:
        options.json.write_text(json.dumps([asdict(found) for found in measured], indent=1) + "\n", encoding="utf-8")
    return 0
