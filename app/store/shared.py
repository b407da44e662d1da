"""Who has a folder open: any number read it where it lies, or one writes to it.

Readers share a lock on the file that RocksDB locks to write, so that the kernel keeps other processes' writers out. It
gives such a lock to a process and not to a file that is open: within this process it would keep nobody out, and closing
the file once gives up every lock on it, RocksDB's too. So here it is kept in mind who reads, and who writes.
"""

from __future__ import annotations

import errno
import fcntl
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakSet

_LOCK_FILE = "LOCK"


class Writer:
    """Says that this process writes to a folder, for as long as somebody keeps it."""

    def __init__(self, place: Path) -> None:
        self.place = place


@dataclass
class _Readers:
    """How many here read a folder, and the file that they have locked; none where nobody has ever written."""

    file: int | None
    count: int = 0


_guard = threading.RLock()  # a store may be let go of by the garbage collector, at any moment
_writers: WeakSet[Writer] = WeakSet()
_readers: dict[Path, _Readers] = {}


def write_to(folder: Path) -> Writer:
    """Keep readers of this process out of the folder. Other processes are RocksDB's business.

    Raises:
        BlockingIOError: this process reads it.
    """
    place = folder.resolve()
    with _guard:
        if place in _readers:
            raise BlockingIOError(errno.EAGAIN, "this process reads it")
        writer = Writer(place)
        _writers.add(writer)
        return writer


def read_from(folder: Path) -> None:
    """Read the folder, together with others, until `let_go_of`. Nothing on disk is touched.

    Raises:
        BlockingIOError: somebody has it open to write.
        OSError: it cannot be read, or lies where nothing can be locked.
    """
    place = folder.resolve()
    with _guard:
        if any(writer.place == place for writer in _writers):
            raise BlockingIOError(errno.EAGAIN, "this process writes to it")
        readers = _readers.get(place)
        if readers is None:
            readers = _readers[place] = _Readers(_locked(place / _LOCK_FILE))
        readers.count += 1


def let_go_of(folder: Path) -> None:
    """One reader less."""
    place = folder.resolve()
    with _guard:
        readers = _readers[place]
        readers.count -= 1
        if not readers.count:
            del _readers[place]
            if readers.file is not None:
                os.close(readers.file)


def _locked(path: Path) -> int | None:
    try:
        file = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        return None
    try:
        fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except OSError as error:
        os.close(file)
        if error.errno in (errno.EACCES, errno.EAGAIN):
            raise BlockingIOError(errno.EAGAIN, "another process writes to it") from error
        raise
    return file
