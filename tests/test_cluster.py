"""Reading on a real Dask cluster on loopback: a scheduler and two worker processes, one of which is killed half-way."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest

from app.cluster import Job, ingest_on, spread_on
from app.documents.load import find_files, read_articles
from app.errors import BadInput, ClaimgraphError
from app.extraction.engine import Engine, load_engine
from app.extraction.llm.options import DEFAULTS
from app.graphs import DERIVATION_GRAPHS
from app.model import Article
from app.pipeline import IngestSummary, article_ids, ingest, rebuild
from app.resolution.parts import Spread
from app.resources import SAMPLE_ARTICLES_DIR
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore
from app.vocab import Iris

IRIS = Iris()
JOB = Job("rules", DEFAULTS)
WORKER = ["worker", "--host", "127.0.0.1", "--nthreads", "1", "--no-nanny", "--no-dashboard", "--death-timeout", "120"]
# Dask's own clean-up is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")


def dask(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "dask", *arguments]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=dict(os.environ))


@contextmanager
def cluster(workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[str]]]]:
    """A scheduler's address and its workers."""
    started = [dask("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")]
    try:
        assert started[0].stderr is not None
        line = next(line for line in started[0].stderr if "Scheduler at:" in line)
        address = line.split()[-1]
        started += [dask(*WORKER, address) for _ in range(workers)]
        for worker in started[1:]:
            assert worker.stderr is not None
            next(line for line in worker.stderr if "Registered to:" in line)
        yield address, started[1:]
    finally:
        for process in started:
            process.kill()
            process.wait()
            assert process.stderr is not None
            process.stderr.close()


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    """The samples, each as two outlets print it."""
    samples = [article for file in find_files([SAMPLE_ARTICLES_DIR]) for article in read_articles(file)]
    return samples + [article.model_copy(update={"publisher": "The Copy"}) for article in samples]


def content(store: Store) -> set[str]:
    """All that is the same however it was read: everything but the log."""
    return {str(quad) for quad in store.quads() if quad.graph_name != IRIS.graph("log")}


def test_a_killed_worker_loses_and_doubles_nothing(articles: list[Article]) -> None:
    store, alone = EmbeddedStore(), EmbeddedStore()
    written: list[int] = []
    with cluster() as (address, workers):

        def write(read: Sequence[Article], engine: Engine) -> IngestSummary:
            if not written:
                workers[0].kill()  # what it was reading, and what waits for it, is read by the other
            written.append(len(read))
            return ingest(store, IRIS, read, engine)

        # Given twice, read once.
        summary = ingest_on(address, [*articles, *articles], JOB, write, batch=8)
        assert {outcome.status for outcome in summary.outcomes if outcome.article} == {"added"}
        again = ingest_on(address, articles, JOB, write, known=frozenset(article_ids(store, IRIS)))
    assert len(written) > 3
    assert sorted(article_ids(store, IRIS)) == sorted(article.id for article in articles)
    assert sorted(outcome.article for outcome in summary.outcomes) == sorted(article.id for article in articles)
    assert {outcome.status for outcome in again.outcomes} == {"unchanged"}
    ingest(alone, IRIS, articles, load_engine())
    assert content(store) == content(alone)


def test_names_and_facts_are_worked_out_on_a_cluster_of_which_a_worker_dies(articles: list[Article]) -> None:
    store = EmbeddedStore()
    ingest(store, IRIS, articles, load_engine())
    before = content(store)
    broken = [IRIS.graph(name) for name in DERIVATION_GRAPHS]
    store.apply(Change(drop=broken))
    with cluster() as (address, workers):
        with spread_on(address) as spread:
            killed: list[int] = []

            def over(work: Callable[[Any], Any], parts: Sequence[Any]) -> Iterable[Any]:
                if not killed:
                    killed.append(workers[0].pid)
                    workers[0].kill()
                return spread.over(work, parts)

            rebuild(store, IRIS, spread=Spread(spread.parts, over))
        assert killed
    assert spread.parts == 16
    assert content(store) == before


def test_what_stands_in_the_way_is_said(articles: list[Article]) -> None:
    def write(read: Sequence[Article], engine: Engine) -> IngestSummary:
        raise AssertionError("nothing was read")

    with pytest.raises(ClaimgraphError, match="no Dask scheduler") as refused:
        ingest_on("tcp://127.0.0.1:1", articles, JOB, write)
    assert refused.value.hint
    for address in ("somewhere", "http://127.0.0.1:8786", "tcp://127.0.0.1", "inproc://x", "tcp://a:1/b"):
        with pytest.raises(BadInput, match="no address"):
            ingest_on(address, articles, JOB, write)
    with cluster(workers=0) as (address, _), pytest.raises(ClaimgraphError, match="has no workers"):
        ingest_on(address, articles, JOB, write)
    with cluster(workers=1) as (address, _), pytest.raises(BadInput, match="The worker runs claimgraph"):
        ingest_on(address, articles, Job("rules", DEFAULTS, version="0.0.0"), write)
