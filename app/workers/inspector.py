"""Tries what strangers send to be written, in processes that can be killed, before the server's own touches it.

A few kilobytes of RDF or of an update can take all memory, a core for ever, or more stack than there is. A body is
read into plain N-Quads there. An update is read there and, unless its own length bounds what it does, made on a copy of
the store: only one that comes to its end in time is then made on the store itself, where it takes about as long again.
"""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path

from pyoxigraph import RdfFormat

from app.errors import ClaimgraphError, QueryTimeout, QueryTooCostly
from app.query.updating import Prepared, UpdateRequest
from app.store.base import Snapshots, Store
from app.workers.limits import Limits
from app.workers.process import Worker
from app.workers.queue import Queue
from app.workers.wire import Header

_FOLDER = ".trials"
_BYTES_PER_MB = 1_000_000


class Inspector:
    """A few processes for one server. All methods but `close` are called on one event loop."""

    def __init__(self, store: Store, limits: Limits) -> None:
        """Nothing is started before the first job."""
        self._source = store if isinstance(store, Snapshots) else None
        self._limits = limits
        self._queue: Queue[None] = Queue(limits.queue, lost=lambda _: None)
        self._free = asyncio.Semaphore(limits.worker_count)
        self._idle: list[Worker] = []
        self._all: set[Worker] = set()
        self._folder: Path | None = None
        self._numbers = itertools.count()

    async def read(self, body: bytes, format_: RdfFormat, base: str, client: str) -> bytes:
        """A document as N-Quads.

        Raises:
            BadInput: it is not what it is said to be.
            QueryTimeout, QueryTooCostly: reading it took more than is allowed.
            ServerBusy: this client has too many under way.
        """
        job = {
            "job": "read",
            "media_type": format_.media_type,
            "base": base,
            "max_bytes": self._limits.answer_mb * _BYTES_PER_MB,
        }
        with self._queue.place(client):
            _, quads = await self._have_done(job, body, self._limits.seconds, "The body took longer to read")
        return quads

    async def prepare(self, request: UpdateRequest, client: str) -> Prepared:
        """Have an update read, and not made.

        Raises:
            InvalidQuery: it is not valid, or calls a host on no list.
            Forbidden: it could write to what is protected.
            QueryTimeout, QueryTooCostly: reading it took more than is allowed.
            ServerBusy: this client has too many under way.
        """
        fields = asdict(replace(request, max_bytes=self._limits.answer_mb * _BYTES_PER_MB))
        body = fields.pop("update").encode()
        with self._queue.place(client):
            header, text = await self._have_done(
                {"job": "prepare", "request": fields}, body, self._limits.seconds, "The update took longer to read"
            )
        return Prepared(text.decode(), header["is_bounded"])

    async def rehearse(self, update: str) -> None:
        """Make an update on a copy of the store, for as long as nobody writes; a store without copies guards itself.

        Raises:
            UpdateFailed: it cannot be made.
            QueryTimeout, QueryTooCostly: making it takes more than is allowed.
        """
        if self._source is None:
            return
        with self._copy() as path:
            await asyncio.to_thread(self._source.snapshot, path)
            job = {"job": "rehearse", "path": str(path)}
            await self._have_done(job, update.encode(), self._limits.update_seconds, "The update took longer")

    @contextmanager
    def _copy(self) -> Iterator[Path]:
        """Where a copy may lie, on the store's own disk, for as long as it is needed."""
        if self._folder is None:
            self._folder = self._own_folder()
        path = self._folder / str(next(self._numbers))
        try:
            yield path
        finally:
            shutil.rmtree(path, ignore_errors=True)
            path.unlink(missing_ok=True)

    def _own_folder(self) -> Path:
        """A new folder; what a server that was killed has left in it goes: whoever holds the store is alone."""
        if self._source is None or self._source.folder is None:
            return Path(tempfile.mkdtemp(prefix="claimgraph-"))
        folder = self._source.folder / _FOLDER
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        return folder

    async def _have_done(self, job: Header, body: bytes, seconds: float, too_long: str) -> tuple[Header, bytes]:
        async with self._free:
            worker = self._worker()
            usable = False
            try:
                async with asyncio.timeout(seconds):
                    answer = await worker.ask(job | {"memory_mb": self._limits.memory_mb}, seconds=seconds, body=body)
                usable = True
                return answer
            except TimeoutError:
                raise QueryTimeout(
                    f"{too_long} than {seconds:g} seconds, and was ended. Nothing was written.",
                    hint="Send it in parts; CLAIMGRAPH_UPDATE_SECONDS and CLAIMGRAPH_QUERY_SECONDS are the limits.",
                ) from None
            except OSError:  # the process has ended: memory or stack that it asked for was refused
                raise QueryTooCostly(
                    "This needs more memory than is allowed, or is nested too deeply. Nothing was written.",
                    hint="Send it in parts, and nest less.",
                ) from None
            except ClaimgraphError:
                usable = True  # an error that the worker has told of
                raise
            finally:
                self._release(worker, usable=usable)

    def _worker(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if not worker.has_ended:
                return worker
            self._all.discard(worker)
            worker.kill()
        worker = Worker()
        self._all.add(worker)
        return worker

    def _release(self, worker: Worker, *, usable: bool) -> None:
        if usable and worker in self._all:
            self._idle.append(worker)
        else:
            self._all.discard(worker)
            worker.kill()

    @property
    def pids(self) -> list[int]:
        """The ids of the processes that there are."""
        return [worker.pid for worker in self._all]

    async def close(self) -> None:
        """End all processes, and whatever they are at; remove the copies."""
        for worker in [*self._all]:
            self._all.discard(worker)
            worker.kill()
        self._idle.clear()
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)
