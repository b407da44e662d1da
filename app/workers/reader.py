"""Evaluates queries for the server: in worker processes where the store has snapshots, else in the store's own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import ExitStack, suppress
from threading import Thread
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
        self._threads = asyncio.Semaphore(_THREADS)

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:
        """See `Reader.run`. A query that nobody waits for any more keeps its place, and a thread, until its end."""
        request = limited(request, self._limits)
        with ExitStack() as held:
            held.enter_context(self._queue.place(client))
            try:
                async with asyncio.timeout(self._limits.seconds):
                    await self._threads.acquire()
                    held.callback(self._threads.release)
                    answer = _in_thread(lambda: evaluate(self._store, request))
                    until_its_end = held.pop_all()
                    answer.add_done_callback(lambda _: until_its_end.close())
                    return await asyncio.shield(answer)
            except TimeoutError:
                raise too_slow(self._limits) from None

    async def close(self) -> None:
        """See `Reader.close`. The threads end with the process."""


def _in_thread(work: Callable[[], SparqlResult]) -> asyncio.Future[SparqlResult]:
    """What work comes to in a thread that no process waits for at its end, as it would for those of an executor."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[SparqlResult] = loop.create_future()

    def settle(result: SparqlResult | None, error: BaseException | None) -> None:
        if answer.done():  # the server has stopped
            return
        if error is not None:
            answer.set_exception(error)
            answer.exception()  # nobody may be waiting any more, and asyncio would complain
        elif result is not None:
            answer.set_result(result)

    def run() -> None:
        result, error = None, None
        try:
            result = work()
        except BaseException as raised:  # noqa: BLE001  (whoever awaits the answer gets it)
            error = raised
        with suppress(RuntimeError):  # the loop is closed
            loop.call_soon_threadsafe(settle, result, error)

    Thread(target=run, name="query", daemon=True).start()
    return answer


def reader_of(store: Store, limits: Limits) -> Reader:
    """The reader that fits a store."""
    return Pool(store, limits) if isinstance(store, Snapshots) else DirectReader(store, limits)
