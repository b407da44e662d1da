from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from pyoxigraph import Literal, NamedNode, Quad

from app.errors import InvalidQuery, QueryTimeout, QueryTooCostly, ResultTooLarge, ServerBusy
from app.query.sparql import SparqlRequest
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.workers.limits import Limits
from app.workers.pool import Pool

Result = TypeVar("Result")
P, G = NamedNode("https://example.org/p"), NamedNode("https://example.org/g")

COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
# Three joins without a variable in common: more rows than there is time for.
ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } }"
HOARDING = (
    "SELECT (COUNT(DISTINCT ?x) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } BIND(CONCAT(?d, ?h) AS ?x) }"
)


def quads(count: int, start: int = 0) -> list[Quad]:
    numbers = range(start, start + count)
    return [Quad(NamedNode(f"https://example.org/{n}"), P, Literal(f"the value of {n}"), G) for n in numbers]


@pytest.fixture(params=["memory", "disk"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> EmbeddedStore:
    store = EmbeddedStore(tmp_path / "store" if request.param == "disk" else None)
    store.apply(Change(add=quads(2000)))
    return store


def with_pool(store: EmbeddedStore, limits: Limits, work: Callable[[Pool], Awaitable[Result]]) -> Result:
    """What some work with a pool comes to; afterwards none of its processes is left."""

    async def run() -> Result:
        pool = Pool(store, limits)
        try:
            return await work(pool)
        finally:
            pids = pool.pids
            await pool.close()
            await until(lambda: all(map(is_gone, pids)))

    return asyncio.run(run())


async def until(holds: Callable[[], bool]) -> None:
    """Wait for something to come about; a test that waits in vain is ended by pytest's own clock."""
    while not holds():  # noqa: ASYNC110
        await asyncio.sleep(0.01)


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


async def ask(pool: Pool, query: str, format_name: str = "csv", client: str = "a") -> str:
    return (await pool.run(SparqlRequest(query, row_format=format_name), client)).body.decode()


def test_a_query_reads_everything_that_was_written_before(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> list[str]:
        counts = []
        for round_ in range(5):
            store.apply(Change(add=quads(10, start=10_000 + 10 * round_)))
            counts.append((await ask(pool, COUNT)).split()[1])
        return counts

    assert with_pool(store, Limits(workers=2), work) == ["2010", "2020", "2030", "2040", "2050"]


def test_what_takes_too_long_is_ended_and_others_go_on(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        endless = [asyncio.ensure_future(ask(pool, ENDLESS, client=f"slow {n}")) for n in range(3)]
        while not all(each.done() for each in endless):
            assert (await ask(pool, COUNT)).split()[1] == "2000"
        for each in endless:
            with pytest.raises(QueryTimeout, match="6 seconds"):
                await each
        assert len(pool.pids) <= 2

    with_pool(store, Limits(seconds=6, workers=2), work)


def test_an_error_costs_no_worker(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        assert await ask(pool, "ASK {}", "json")
        before = pool.pids
        for query in ("SELECT {", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }", "CLEAR ALL"):
            with pytest.raises(InvalidQuery):
                await ask(pool, query)
        assert pool.pids == before

    with_pool(store, Limits(workers=1), work)


def test_memory_beyond_what_is_allowed_cannot_be_had(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(QueryTooCostly):
            await ask(pool, HOARDING)
        assert (await ask(pool, COUNT)).split()[1] == "2000"

    with_pool(store, Limits(seconds=60, workers=1, memory_mb=64), work)


@pytest.mark.parametrize("format_name", ["json", "xml", "csv", "tsv"])
def test_rows_and_bytes_have_a_limit(store: EmbeddedStore, format_name: str) -> None:
    rows = "SELECT * {{ GRAPH ?g {{ ?s ?p ?o }} }} LIMIT {}"
    large = "SELECT * { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } }"

    async def work(pool: Pool) -> None:
        assert await ask(pool, rows.format(20), format_name)
        with pytest.raises(ResultTooLarge, match="20 rows"):
            await ask(pool, rows.format(21), format_name)
        with pytest.raises(ResultTooLarge, match="1 MB"):
            await ask(pool, large, format_name)

    with_pool(store, Limits(rows=20, answer_mb=1, workers=1), work)


def test_rows_with_nothing_in_them_count_too(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        for format_name in ("json", "xml", "csv", "tsv"):
            with pytest.raises(ResultTooLarge, match="100 rows"):
                await ask(pool, "SELECT ?none { GRAPH ?g { ?s ?p ?o } } LIMIT 101", format_name)

    with_pool(store, Limits(rows=100, workers=1), work)


def test_a_graph_too_large_is_no_answer_either(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        with pytest.raises(ResultTooLarge, match="1 MB"):
            await ask(pool, "CONSTRUCT { ?b ?c ?h } { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } }")

    with_pool(store, Limits(answer_mb=1, workers=1), work)


def test_of_one_client_only_so_many_wait_and_others_have_their_turn(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        many = [asyncio.ensure_future(ask(pool, ENDLESS, client="greedy")) for _ in range(4)]
        await asyncio.sleep(0)
        with pytest.raises(ServerBusy, match="yours"):
            await ask(pool, COUNT, client="greedy")
        assert (await ask(pool, COUNT, client="modest")).split()[1] == "2000"
        assert not any(each.done() for each in many)
        for each in many:
            each.cancel()
        await asyncio.gather(*many, return_exceptions=True)

    with_pool(store, Limits(seconds=60, workers=1, queue=4), work)


def test_an_answer_is_kept_until_the_graph_changes(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        assert (await ask(pool, COUNT)).split() == ["n", "2000"]
        [worker] = pool.pids
        os.kill(worker, signal.SIGSTOP)
        assert (await ask(pool, COUNT)).split() == ["n", "2000"]
        other = asyncio.ensure_future(ask(pool, COUNT, "tsv"))
        await asyncio.sleep(0.1)
        assert not other.done()  # it needs the worker
        os.kill(worker, signal.SIGCONT)
        assert (await other).split() == ["?n", "2000"]
        store.apply(Change(add=quads(1, start=5000)))
        assert (await ask(pool, COUNT)).split() == ["n", "2001"]

    with_pool(store, Limits(seconds=60, workers=1, keep_mb=1), work)


def test_a_killed_worker_is_replaced(store: EmbeddedStore) -> None:
    async def work(pool: Pool) -> None:
        await ask(pool, COUNT)
        [worker] = pool._all
        os.kill(worker.pid, signal.SIGKILL)
        await until(lambda: worker.has_ended)
        assert (await ask(pool, COUNT)).split()[1] == "2000"

    with_pool(store, Limits(workers=1), work)


def test_snapshots_that_nobody_reads_are_removed(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    left = tmp_path / ".readers" / "left by a server that was killed"
    left.mkdir(parents=True)

    async def work(pool: Pool) -> None:
        for n in range(4):
            store.apply(Change(add=quads(1, start=n)))
            assert (await ask(pool, COUNT)).split()[1] == str(n + 1)
        await until(lambda: len([*(tmp_path / ".readers").iterdir()]) == 1)

    with_pool(store, Limits(workers=1), work)
    assert not left.exists()
    assert not (tmp_path / ".readers").exists()


def test_a_graph_that_stays_as_it_is_is_copied_into_memory_and_read_as_before(tmp_path: Path) -> None:
    store = EmbeddedStore(tmp_path)
    store.apply(Change(add=quads(100)))
    before = {}

    async def work(pool: Pool) -> None:
        before["rows"] = sorted((await ask(pool, "SELECT * { GRAPH ?g { ?s ?p ?o } }")).split("\r\n"))
        worker = next(iter(pool._all))  # that it has a copy shows in nothing but its speed
        while not worker.has_copy:
            after = sorted((await ask(pool, "SELECT * { GRAPH ?g { ?s ?p ?o } }")).split("\r\n"))
            assert after == before["rows"]
            await asyncio.sleep(0.05)
        after = sorted((await ask(pool, "SELECT * { GRAPH ?g { ?s ?p ?o } }")).split("\r\n"))
        assert after == before["rows"]
        store.apply(Change(add=quads(1, start=100)))
        assert (await ask(pool, COUNT)).split()[1] == "101"

    with_pool(store, Limits(workers=1), work)


def test_a_worker_whose_server_is_gone_does_not_outlive_the_deadline(tmp_path: Path) -> None:
    """What a server that is killed leaves behind in the middle of an endless query ends by itself."""
    store = EmbeddedStore(tmp_path)
    store.apply(Change(add=quads(2000)))

    async def work() -> int:
        pool = Pool(store, Limits(seconds=2, workers=1))
        asking = asyncio.ensure_future(ask(pool, ENDLESS))
        await until(lambda: any(worker.snapshot is not None for worker in pool._all))
        [worker] = pool._all
        await asyncio.sleep(0.1)  # the query itself is on its way
        asking.cancel()
        kill = worker.kill
        worker.kill = lambda: None  # type: ignore[method-assign]  # as if nobody were left to do it
        with pytest.raises(asyncio.CancelledError):
            await asking
        await until(lambda: worker.has_ended)
        await asyncio.to_thread(pool._snapshots.close)
        kill()
        return worker._process.returncode

    assert asyncio.run(work()) == -signal.SIGALRM
