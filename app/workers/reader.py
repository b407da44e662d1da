"""Evaluates queries for the server: in worker processes where the store has snapshots, else in the store's own."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Protocol

from app.query.sparql import SparqlRequest, SparqlResult, evaluate
from app.store.base import Snapshots, Store
from app.workers.limits import Limits
from app.workers.pool import Pool, limited, too_slow
from app.workers.queue import Queue

_THREADS = 16


class Reader(Protocol):
    """Evaluates queries from whoever asks."""

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:
        """Evaluate a query; `client` is whose turn it is. Raises any `ClaimgraphError`."""
        ...

    async def close(self) -> None:
        """Let go of everything."""
        ...


class DirectReader:
    """Asks a store that is a server of its own: what takes too long there is not waited for, but only it can end it."""

    def __init__(self, store: Store, limits: Limits) -> None:
        self._store = store
        self._limits = limits
        self._queue: Queue[None] = Queue(limits.queue, lost=lambda _: None)
        self._threads = ThreadPoolExecutor(_THREADS, thread_name_prefix="query")

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:
        """See `Reader.run`. A query that nobody waits for any more keeps its place, and a thread, until its end."""
        request = limited(request, self._limits)
        place = ExitStack()
        place.enter_context(self._queue.place(client))
        answer = asyncio.get_running_loop().run_in_executor(self._threads, evaluate, self._store, request)
        answer.add_done_callback(lambda _: place.close())
        try:
            async with asyncio.timeout(self._limits.seconds):
                return await asyncio.shield(answer)
        except TimeoutError:
            answer.add_done_callback(lambda ended: ended.cancelled() or ended.exception())  # else asyncio complains
            raise too_slow(self._limits) from None

    async def close(self) -> None:
        """See `Reader.close`."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def reader_of(store: Store, limits: Limits) -> Reader:
    """The reader that fits a store."""
    return Pool(store, limits) if isinstance(store, Snapshots) else DirectReader(store, limits)
