"""A worker process: answers one job at a time, on the snapshot that it has open, until its server goes away.

It holds itself to limits that the kernel enforces: an alarm ends it when a job takes too long, and memory beyond what
it is allowed cannot be had. It ends with a server that was killed: at once on Linux, elsewhere by that alarm.
"""

from __future__ import annotations

import ctypes
import resource
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pyoxigraph import RdfFormat

from app.errors import ClaimgraphError, QueryTooCostly, StoreError
from app.query.intake import as_nquads
from app.query.sparql import SparqlRequest, evaluate
from app.query.updating import UpdateRequest, prepare
from app.store.embedded import EmbeddedStore
from app.workers.wire import Header, receive, send, told

_MB = 1024 * 1024
# A thread of the server usually has 8: what does not overrun a worker's stack does not overrun the server's either.
_STACK = 2 * _MB
_PR_SET_PDEATHSIG = 1  # <linux/prctl.h>


class _Worker:
    """What lasts from job to job: the snapshot that is open."""

    def __init__(self) -> None:
        self._store: EmbeddedStore | None = None
        self._jobs: dict[str, Callable[[Header, bytes], tuple[Header, bytes]]] = {
            "open": self._open,
            "copy": self._copy,
            "query": self._query,
            "read": self._read,
            "prepare": self._prepare,
            "rehearse": self._rehearse,
        }

    def answer(self, job: Header, body: bytes) -> tuple[Header, bytes]:
        """What comes of a job: its answer, or the error."""
        signal.setitimer(signal.ITIMER_REAL, job["seconds"])  # the default answer to the alarm is to end
        try:
            return self._jobs[job["job"]](job, body)
        except ClaimgraphError as error:
            return told(error), b""
        except MemoryError:
            return told(too_costly()), b""
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _open(self, job: Header, _: bytes) -> tuple[Header, bytes]:
        _allow_memory(None)
        self._store = None  # what it held is let go of first
        self._store = EmbeddedStore.reading(Path(job["path"]))
        _allow_memory(job["memory_mb"])
        return {}, b""

    def _copy(self, job: Header, _: bytes) -> tuple[Header, bytes]:
        _allow_memory(None)
        self._store = self._opened.in_memory()
        _allow_memory(job["memory_mb"])
        return {}, b""

    def _query(self, job: Header, _: bytes) -> tuple[Header, bytes]:
        result = evaluate(self._opened, SparqlRequest(**job["request"]))
        return {"media_type": result.media_type}, result.body

    def _read(self, job: Header, body: bytes) -> tuple[Header, bytes]:
        _allow_memory(job["memory_mb"])
        format_ = RdfFormat.from_media_type(job["media_type"])
        assert format_ is not None  # noqa: S101  (the server has the media type from it)
        return {}, as_nquads(body, format_, job["base"], job["max_bytes"])

    def _prepare(self, job: Header, body: bytes) -> tuple[Header, bytes]:
        _allow_memory(job["memory_mb"])
        prepared = prepare(UpdateRequest(update=body.decode(), **job["request"]))
        return {"is_bounded": prepared.is_bounded}, prepared.text.encode()

    def _rehearse(self, job: Header, body: bytes) -> tuple[Header, bytes]:
        _allow_memory(None)
        copy = EmbeddedStore.copied(Path(job["path"]))
        _allow_memory(job["memory_mb"])
        copy.update(body.decode())
        return {}, b""

    @property
    def _opened(self) -> EmbeddedStore:
        if self._store is None:
            raise StoreError("No snapshot has been opened.")
        return self._store


def too_costly() -> QueryTooCostly:
    """The error of a query that ran out of memory."""
    return QueryTooCostly("The query needed more memory than is allowed.", hint="Ask for less, or more precisely.")


def _allow_memory(megabytes: int | None) -> None:
    """Let the process have so much memory more than it has now; None lifts the limit."""
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = resource.RLIM_INFINITY if megabytes is None else _address_space() + megabytes * _MB
    if most != resource.RLIM_INFINITY:
        wanted = most if wanted == resource.RLIM_INFINITY else min(wanted, most)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


def _address_space() -> int:
    """How many bytes the process has mapped; where there is no /proc, the most it has ever held."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return pages * resource.getpagesize()


def _end_with_server() -> None:
    """Have the kernel end this process with the thread that started it: the server's event loop, which it is for."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def main(descriptor: int) -> None:
    """Answer jobs that come in on a socket."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends its workers itself
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_STACK)
    resource.setrlimit(resource.RLIMIT_STACK, (_STACK, most))
    _end_with_server()
    worker = _Worker()
    # A server that was killed while this process started, or a query ran, waits for no answer.
    with suppress(ConnectionError), socket.socket(fileno=descriptor) as connection:
        while message := receive(connection):
            send(connection, *worker.answer(*message))
