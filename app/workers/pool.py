"""The worker processes of a server: hands each query to a free one, and ends what takes too long.

A query that has run for a while makes way: its process yields to all others, and another takes its place among those
that answer at once. So a few queries that never end hold up nobody's look-ups, and the deadline ends them.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from app.errors import QueryTimeout
from app.query.sparql import SparqlRequest, SparqlResult
from app.store.base import Snapshots as Source
from app.workers.answers import Answers
from app.workers.limits import Limits
from app.workers.process import Worker
from app.workers.queue import Queue
from app.workers.snapshots import SnapshotKeeper
from app.workers.worker import too_costly

_SLOW_SECONDS = 0.5  # of computing; a query that the machine has no time for is not slow
_STUCK_SECONDS = 1.0  # of any kind
_SETTLED_SECONDS = 2.0  # how long a snapshot has to be the newest before it is worth copying into memory
_COPY_SECONDS = 60.0
_BYTES_PER_MB = 1_000_000


def limited(request: SparqlRequest, limits: Limits) -> SparqlRequest:
    """A query whose answer may have no more rows and bytes than are allowed."""
    return replace(request, max_rows=limits.rows, max_bytes=limits.answer_mb * _BYTES_PER_MB)


def too_slow(limits: Limits) -> QueryTimeout:
    """The error of a query that ran out of time."""
    return QueryTimeout(
        f"The query took longer than {limits.seconds:g} seconds, and was ended.",
        hint="Ask for less, or more precisely; CLAIMGRAPH_QUERY_SECONDS is the limit.",
    )


class _Watch:
    """Looks whether a worker has become slow, until the query is answered."""

    def __init__(self, worker: Worker, then: Callable[[Worker], None]) -> None:
        self._worker = worker
        self._then = then
        self._computed = worker.seconds_computed
        self._loop = asyncio.get_running_loop()
        self._stuck = self._loop.time() + _STUCK_SECONDS
        self._timer = self._loop.call_later(_SLOW_SECONDS, self._look)

    def _look(self) -> None:
        computed = self._worker.seconds_computed - self._computed
        if computed < _SLOW_SECONDS and self._loop.time() < self._stuck:
            self._timer = self._loop.call_later(_SLOW_SECONDS, self._look)
        else:
            self._then(self._worker)

    def end(self) -> None:
        """Look no more."""
        self._timer.cancel()


class Pool:
    """Workers that read a store. All methods are called on one event loop."""

    def __init__(self, source: Source, limits: Limits) -> None:
        """Nothing is started before the first query."""
        self._limits = limits
        self._source = source
        self._snapshots = SnapshotKeeper(source)
        self._answers = Answers(limits.keep_mb * _BYTES_PER_MB)
        self._queue: Queue[Worker | None] = Queue(limits.queue, lost=self._take_back)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._quick = 0  # workers that answer at once, busy or idle
        self._slow = 0  # workers that have made way
        self._copying: asyncio.Task[None] | None = None

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:
        """Evaluate a query over everything that was written before.

        Raises:
            ServerBusy: too many wait already.
            QueryTimeout: it took too long, and was ended.
            QueryTooCostly: it took too much memory, and was ended.
            ClaimgraphError: whatever evaluating it raised.
        """
        kept = self._answers.get(self._source.generation, request)
        if kept is not None:
            return kept
        with self._queue.place(client):
            worker = await self._worker(client)
            usable = False
            try:
                async with asyncio.timeout(self._limits.seconds):
                    answer = await self._answer(worker, request)
                usable = True
                return answer
            except TimeoutError:
                raise too_slow(self._limits) from None
            except OSError:  # the process has ended: memory that it asked for was refused
                raise too_costly() from None
            except Exception:
                usable = True  # an error that the worker has told of
                raise
            finally:
                self._release(worker, usable=usable)

    async def _answer(self, worker: Worker, request: SparqlRequest) -> SparqlResult:
        limits = self._limits
        snapshot = await self._snapshots.current()
        await worker.open(snapshot, seconds=limits.seconds, memory_mb=limits.memory_mb)
        slow = _Watch(worker, self._make_way)
        try:
            job = {"job": "query", "request": vars(limited(request, limits))}
            header, body = await worker.ask(job, seconds=limits.seconds)
        finally:
            slow.end()
        answer = SparqlResult(body, header["media_type"])
        self._answers.put(snapshot.generation, request, answer)
        return answer

    async def _worker(self, client: str) -> Worker:
        """A worker that is free, a new one if there is room, or the next that comes free."""
        while self._idle:
            worker = self._idle.pop()
            if not worker.has_ended:
                return worker
            self._end(worker)
        if self._quick < self._limits.worker_count:
            self._quick += 1
        elif (given := await self._queue.wait(client, self._limits.seconds)) is not None:
            return given
        worker = Worker()
        self._all.add(worker)
        return worker

    def _make_room(self) -> None:
        """Let who waits start a worker, if there may be one more."""
        if self._quick < self._limits.worker_count and self._queue.serve(None):
            self._quick += 1

    def _take_back(self, given: Worker | None) -> None:
        """What was given to somebody who is gone."""
        if given is None:
            self._quick -= 1
            self._make_room()
        elif not self._queue.serve(given):
            self._idle.append(given)

    def _make_way(self, worker: Worker) -> None:
        if self._slow < self._limits.worker_count:
            worker.is_slow = True
            worker.give_way()
            self._slow += 1
            self._quick -= 1
            self._make_room()

    def _release(self, worker: Worker, *, usable: bool) -> None:
        """Take a worker back: one that has made way cannot be given its rank again, so it ends."""
        if usable and not worker.is_slow:
            if self._worth_copying(worker):
                self._copying = asyncio.get_running_loop().create_task(self._copy(worker))
            else:
                self._take_back(worker)
            return
        self._end(worker)
        self._make_room()

    def _end(self, worker: Worker) -> None:
        self._all.discard(worker)
        if worker.is_slow:
            self._slow -= 1
        else:
            self._quick -= 1
        worker.kill()

    def _worth_copying(self, worker: Worker) -> bool:
        """Whether a worker should now read its snapshot into memory; one at a time does."""
        snapshot = worker.snapshot
        if self._copying is not None or snapshot is None or snapshot.is_file or worker.has_copy:
            return False
        settled = time.monotonic() - snapshot.made > _SETTLED_SECONDS
        return settled and snapshot.bytes_on_disk <= self._limits.copy_mb * _BYTES_PER_MB

    async def _copy(self, worker: Worker) -> None:
        usable = False
        with suppress(OSError, TimeoutError):
            async with asyncio.timeout(_COPY_SECONDS):
                await worker.ask({"job": "copy", "memory_mb": self._limits.memory_mb}, seconds=_COPY_SECONDS)
            usable = worker.has_copy = True
        self._copying = None
        self._release(worker, usable=usable)

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that there are."""
        return [worker.pid for worker in self._all]

    async def close(self) -> None:
        """End all workers, and remove what they read."""
        if self._copying is not None:
            self._copying.cancel()
        for worker in [*self._all]:
            self._end(worker)
        self._idle.clear()
        await asyncio.to_thread(self._snapshots.close)
