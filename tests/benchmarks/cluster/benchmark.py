"""`scripts/benchmark cluster`: the same articles through one process and through two workers, one of them killed."""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from itertools import islice
from pathlib import Path

from app.cluster import Job, ingest_on
from app.extraction.engine import Engine, load_engine
from app.extraction.llm.options import DEFAULTS
from app.graphs import LOG
from app.model import Article
from app.pipeline import BATCH, IngestSummary, article_ids, ingest, ingest_many
from app.store.embedded import EmbeddedStore
from app.vocab import Iris
from tests.benchmarks.cluster.articles import articles

IRIS = Iris()
JOB = Job("rules", DEFAULTS)
COUNT, SLICES, WORKERS = 20_000, 5, 2
CORES = os.cpu_count() or 1


@dataclass
class Measured:
    """Seconds that each slice took in one process and on the cluster; which slice lost a worker; what came out.

    CPU seconds are of the slices in which nothing was killed. `load` is what the machine had to do after each slice.
    """

    articles: int
    words: int
    one: list[float] = field(default_factory=list)
    cluster: list[float] = field(default_factory=list)
    killed_in: int | None = None
    stored: int = 0
    lost: int = 0
    doubled: int = 0
    quads: int = 0
    equal: bool = False
    one_cpu: float = 0.0
    coordinator_cpu: float = 0.0
    workers_cpu: float = 0.0
    load: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    disk_mb: float = 0.0

    def ratio(self, *, undisturbed: bool) -> float:
        """How many times as fast the cluster is; without the slice that lost a worker, or with it."""
        kept = [i for i in range(len(self.one)) if not (undisturbed and i == self.killed_in)]
        return sum(self.one[i] for i in kept) / sum(self.cluster[i] for i in kept)

    def ratio_of_cpu(self) -> float:
        """What CPU seconds alone allow where no one else uses the cores: the busiest process sets the pace, or all."""
        together = self.coordinator_cpu + self.workers_cpu
        return self.one_cpu / max(self.coordinator_cpu, self.workers_cpu / WORKERS, together / CORES)


@contextmanager
def cluster(folder: Path, workers: int = WORKERS) -> Iterator[str]:
    """The address of a scheduler with workers on loopback, each under a nanny, as `dask worker` starts them."""
    from distributed import Client

    meeting = folder / "scheduler.json"
    at = ("--scheduler-file", str(meeting), "--host", "127.0.0.1", "--no-dashboard")
    started = [_dask("scheduler", *at, "--port", "0")]
    try:
        while not meeting.exists():
            time.sleep(0.1)
        address = str(json.loads(meeting.read_text(encoding="utf-8"))["address"])
        started += [_dask("worker", *at, "--nthreads", "1") for _ in range(workers)]
        with Client(address, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=300)
        yield address
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def _dask(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_one(address: str) -> int:
    """Kill a worker process, which its nanny then replaces; the id that it had."""
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        victim = int(min(client.run(os.getpid).values()))
    os.kill(victim, signal.SIGKILL)
    return victim


def measure(count: int, slices: int, folder: Path, *, batch: int = BATCH, kill: bool = True) -> Measured:
    """Give both the same slices in turn, so that other work on the machine hits both alike; compare what they hold."""
    alone, together = EmbeddedStore(folder / "alone"), EmbeddedStore(folder / "together")
    engine, size = load_engine(), -(-count // slices)
    ids, found, words = set[str](), Measured(count, 0), 0
    given = articles(count)
    with cluster(folder) as running:
        _warm(running, engine)
        for number in range(slices):
            part = list(islice(given, size))
            ids |= {article.id for article in part}
            words += sum(len(article.text.split()) for article in part)
            lost = kill and number == slices // 2

            def by_cluster(part: list[Article] = part, lost: bool = lost) -> None:
                known = frozenset(article_ids(together, IRIS))
                ingest_on(running, part, JOB, _writer(together, running if lost else None), known=known, batch=batch)

            def by_one(part: list[Article] = part) -> None:
                ingest_many(alone, IRIS, part, engine, batch=batch)

            # Each goes first every other time.
            for side in ("one", "cluster") if number % 2 else ("cluster", "one"):
                before = _workers_cpu(running)
                wall, cpu = _timed(by_one if side == "one" else by_cluster)
                getattr(found, side).append(round(wall, 2))
                if not lost and side == "one":
                    found.one_cpu += cpu
                elif not lost:
                    found.coordinator_cpu += cpu
                    found.workers_cpu += _workers_cpu(running) - before
            found.load.append(round(os.getloadavg()[0], 1))
            if lost:
                found.killed_in = number
            print(
                f"{(number + 1) * size:,} of {count:,}: one process {found.one[-1]:.1f} s,"
                f" cluster {found.cluster[-1]:.1f} s{' with a worker killed' if lost else ''}",
                file=sys.stderr,
                flush=True,
            )
    _compare(found, alone, together, ids)
    found.words = round(words / count)
    found.peak_mb = round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    found.disk_mb = round(sum(file.stat().st_size for file in (folder / "together").rglob("*")) / 1e6)
    for store in (alone, together):
        store.close()
    return found


def _workers_cpu(address: str) -> float:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        return float(sum(client.run(time.process_time).values()))


def _warm(running: str, engine: Engine) -> None:
    """Load the engine everywhere, so that what is measured is reading."""
    first = list(articles(64, seed=2))
    for store in (EmbeddedStore(), EmbeddedStore()):
        ingest_on(running, first, JOB, _writer(store, None))
    ingest_many(EmbeddedStore(), IRIS, first, engine)


def _writer(store: EmbeddedStore, running: str | None) -> Callable[[Sequence[Article], Engine], IngestSummary]:
    """Writes batches, and kills a worker once the first has come, while the next is being read."""
    left = [running] if running else []

    def write(read: Sequence[Article], engine: Engine) -> IngestSummary:
        if left:
            running = left.pop()
            print(f"killed worker {kill_one(running)}", file=sys.stderr, flush=True)
        return ingest(store, IRIS, read, engine)

    return write


def _timed(work: Callable[[], None]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - cpu


def _compare(found: Measured, alone: EmbeddedStore, together: EmbeddedStore, ids: set[str]) -> None:
    there = article_ids(together, IRIS)
    found.stored, found.lost, found.doubled = len(there), len(ids - set(there)), len(there) - len(set(there))
    one, two = canonical(alone), canonical(together)
    found.quads, found.equal = two[0], one == two


def canonical(store: EmbeddedStore) -> tuple[int, str]:
    """How many quads there are outside the log, and a sum over all of them that no order changes."""
    log, count, total = IRIS.graph(LOG), 0, 0
    for graph in store.graphs():
        if graph != log:
            for quad in store.quads(graph=graph):
                digest = hashlib.blake2b(str(quad).encode(), digest_size=16).digest()
                count, total = count + 1, (total + int.from_bytes(digest, "big")) % (1 << 128)
    return count, f"{total:032x}"


def as_text(found: Measured) -> str:
    """The figures for people."""
    undisturbed = found.articles * (1 - (found.killed_in is not None) / len(found.one))
    each = 1000 / undisturbed
    lines = [
        f"{found.articles:,} articles of {found.words} words, {found.stored:,} stored, {WORKERS} workers",
        f"one process             {sum(found.one):>9.1f} s  {found.articles / sum(found.one):>7.1f} articles a second",
        f"cluster                 {sum(found.cluster):>9.1f} s"
        f"  {found.articles / sum(found.cluster):>7.1f} articles a second",
        f"ratio                   {found.ratio(undisturbed=False):>9.2f}  with the slice in which a worker was killed",
        f"ratio, nothing killed   {found.ratio(undisturbed=True):>9.2f}",
        f"first and last slice    {found.one[0] / found.cluster[0]:>9.2f}  {found.one[-1] / found.cluster[-1]:.2f}",
        f"CPU an article          {found.one_cpu * each:>9.1f} ms in one process;"
        f" {found.coordinator_cpu * each:.1f} ms in the coordinator, {found.workers_cpu * each:.1f} ms in the workers",
        f"ratio by CPU alone      {found.ratio_of_cpu():>9.2f}  as it would be on {CORES} cores without other work",
        f"load of the machine     {' '.join(map(str, found.load)):>9}  after each slice",
        f"lost {found.lost}, doubled {found.doubled}",
        f"canonical output        {'equal' if found.equal else 'NOT EQUAL'}, {found.quads:,} quads",
        f"memory {found.peak_mb:,.0f} MB at most in this process, disk {found.disk_mb:,.0f} MB a store",
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Run the benchmark; 1 if anything was lost or doubled, or the two graphs differ."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark cluster", description=__doc__)
    parser.add_argument("--articles", type=int, default=COUNT, help=f"how many, by default {COUNT:,}")
    parser.add_argument("--slices", type=int, default=SLICES, help="how many turns each takes")
    parser.add_argument("--batch", type=int, default=BATCH, help=f"articles a transaction, by default {BATCH}")
    parser.add_argument("--no-kill", action="store_true", help="let all workers live")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = measure(options.articles, options.slices, Path(folder), batch=options.batch, kill=not options.no_kill)
    print(as_text(found))
    if options.json:
        options.json.write_text(json.dumps(asdict(found), indent=1) + "\n", encoding="utf-8")
    return 0 if found.equal and not found.lost and not found.doubled else 1
