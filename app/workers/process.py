"""The server's end of one worker process."""

from __future__ import annotations

import asyncio
import math
import os
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress

from app.workers.snapshots import Snapshot
from app.workers.wire import Header, Line, packed, raise_told

# The child finds our modules where we found them, whatever lies in the folder that the server was started in.
_CODE = "import sys; sys.path[:] = {path!r}; from app.workers.worker import main; main({descriptor})"
# Nothing else of the environment is its business, secrets least of all.
_INHERITED = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR")
_SPARE_SECONDS = 1.0  # how much later than the server the worker's own alarm ends it


class Worker:
    """A worker process, and the snapshot that it has open."""

    def __init__(self) -> None:
        """Start the process."""
        ours, theirs = socket.socketpair()
        with theirs:
            code = _CODE.format(path=sys.path, descriptor=theirs.fileno())
            self._process = subprocess.Popen(
                [sys.executable, "-c", code],
                stdin=subprocess.DEVNULL,
                pass_fds=(theirs.fileno(),),
                env={name: value for name in _INHERITED if (value := os.environ.get(name))},
            )
        self._socket = ours
        self._line: Line | None = None
        self.snapshot: Snapshot | None = None
        self.has_copy = False
        self.is_slow = False

    @property
    def pid(self) -> int:
        """The id of its process."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the process is no more."""
        return self._process.poll() is not None

    @property
    def seconds_computed(self) -> float:
        """How much of a core's time its process has had; endless where that cannot be told."""
        try:
            return time.clock_gettime((~self.pid << 3) | 2)  # the clock that clock_getcpuclockid(3) names on Linux
        except OSError:
            return math.inf

    async def open(self, snapshot: Snapshot, *, seconds: float, memory_mb: int) -> None:
        """Have it read a snapshot, if it does not yet."""
        if snapshot is self.snapshot:
            return
        self._let_go()
        held = snapshot.held()
        try:
            await self.ask({"job": "open", "path": str(held.path), "memory_mb": memory_mb}, seconds=seconds)
        except BaseException:
            held.let_go()
            raise
        self.snapshot, self.has_copy = held, False

    def _let_go(self) -> None:
        previous, self.snapshot = self.snapshot, None
        if previous is not None:
            previous.let_go()

    async def ask(self, job: Header, *, seconds: float, body: bytes = b"") -> tuple[Header, bytes]:
        """Its answer to a job and the bytes that go with it.

        Raises:
            ClaimgraphError: whatever evaluating the job raised there.
            OSError: the process ended.
        """
        if self._line is None:
            loop = asyncio.get_running_loop()
            _, self._line = await loop.create_unix_connection(Line, sock=self._socket)
        header, body = await self._line.ask(packed(job | {"seconds": seconds + _SPARE_SECONDS}, body))
        raise_told(header)
        return header, body

    def give_way(self) -> None:
        """Let every other process come first."""
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, 19)

    def kill(self) -> None:
        """End the process, whatever it is doing."""
        if self._line is not None:
            self._line.close()
        else:
            self._socket.close()
        self._process.kill()
        # It is gone in a moment, but not for the caller to wait for.
        threading.Thread(target=self._process.wait, daemon=True).start()
        self._let_go()
