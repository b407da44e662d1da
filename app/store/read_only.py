"""A folder that is read and never written to: where it lies, or, while somebody writes to it, as a copy of how it is.

Oxigraph says that reading beside a writer is undefined behaviour, and so it is: what is opened while the writer moves
what it wrote from RocksDB's log into tables can lack some of it, and have other things twice. A copy is another matter:
tables never change, and logs and the manifest only grow, so that what is copied while the manifest stays as it is makes
a state from which a writer that was killed would have gone on. `docs/oxigraph.md` has the figures.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from weakref import finalize

import pyoxigraph

from app.errors import Forbidden, StoreBusy, StoreError
from app.store import shared
from app.store.embedded import SCRATCH, EmbeddedStore, Scratch, busy

_CURRENT = "CURRENT"  # the file that names the manifest, which lists the tables
_TABLE, _LOG = ".sst", ".log"
_SECONDS, _PAUSE = 10.0, 0.005  # how long a copy is tried for, and how often


class ReadOnlyStore(EmbeddedStore):
    """What a folder holds, as long as nobody writes to it; that has to be seen to by who makes this."""

    def __init__(self, folder: Path, let_go: Callable[[], None]) -> None:
        """Open the folder; `let_go` is called when the store is closed, or forgotten. Raises `StoreError`."""
        super().__init__()
        self.still: Path = folder
        self._let_go = finalize(self, let_go)
        try:
            self._store = pyoxigraph.Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            self.close()
            raise StoreError(f"The store {folder} cannot be opened: {error}.") from error

    def scratch(self) -> EmbeddedStore:
        """See `EmbeddedStore.scratch`. The folder is left alone, and Oxigraph's own copy would lack what is in logs."""
        place = Path(tempfile.mkdtemp(prefix="claimgraph-"))
        _link_or_copy(self.still, place / "store")
        return Scratch(place / "store")

    def _commit(self, update: str, based_on: int | None = None) -> None:  # noqa: ARG002  (what it refuses)
        raise Forbidden("The store is open to be read alone.", hint="Write through the process that may.")

    def close(self) -> None:
        """See `Store.close`."""
        super().close()
        self._let_go()


def read_in_place(folder: Path) -> ReadOnlyStore:
    """The store in a folder, beside other readers. Nothing on disk is touched, and nobody can write until it is closed.

    Raises:
        StoreBusy: somebody has it open to write.
        StoreError: it cannot be used.
    """
    try:
        shared.read_from(folder)
    except BlockingIOError as error:
        raise busy(folder) from error
    except OSError as error:
        raise StoreError(f"The store {folder} cannot be opened: {error}.") from error
    return ReadOnlyStore(folder, partial(shared.let_go_of, folder))


def read_beside_writer(folder: Path) -> ReadOnlyStore:
    """The store in a folder as it is now, whoever writes to it: that goes on, and is not seen.

    Raises:
        StoreBusy: it changed too fast to be copied.
        StoreError: it cannot be used.
    """
    place = _place_beside(folder)
    # Held while it is read: who opens the store to write clears away what nobody holds.
    held = os.open(place, os.O_RDONLY)
    fcntl.flock(held, fcntl.LOCK_SH)
    let_go = partial(_remove, place, held)
    try:
        _copy_unchanged(folder, place)
    except BaseException:
        let_go()
        raise
    return ReadOnlyStore(place, let_go)


def _place_beside(folder: Path) -> Path:
    """On the store's own disk, where a copy is a matter of links; elsewhere if nothing can be put there."""
    try:
        return Path(tempfile.mkdtemp(prefix=SCRATCH, dir=folder))
    except OSError:
        return Path(tempfile.mkdtemp(prefix="claimgraph-"))


def _remove(place: Path, held: int) -> None:
    shutil.rmtree(place, ignore_errors=True)
    os.close(held)


def _copy_unchanged(folder: Path, target: Path) -> None:
    """Copy a folder while its manifest does not change, so that it lists what was copied and misses nothing."""
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        try:
            before = _state(folder)
            _link_or_copy(folder, target)
            if _state(folder) == before:
                return
        except FileNotFoundError:  # a table or log that is needed no more
            pass
        except OSError as error:
            raise StoreError(f"The store {folder} cannot be copied to be read: {error}.") from error
        time.sleep(_PAUSE)
    raise StoreBusy(
        f"Another process writes to the store {folder} too fast to be read beside.", hint="Try again later."
    )


def _state(folder: Path) -> tuple[str, int]:
    """The manifest and its length: every change to which tables and logs there are makes it longer, or another."""
    manifest = (folder / _CURRENT).read_text(encoding="ascii").strip()
    return manifest, (folder / manifest).stat().st_size


def _link_or_copy(folder: Path, target: Path) -> None:
    """Tables as links if they can be, and once; what grows as it is now.

    The names are read first: then a log that is not copied to its end is the last one.
    """
    target.mkdir(exist_ok=True)
    files = list(folder.iterdir())
    for left in target.iterdir():  # of a copy that came to nothing
        if left.suffix != _TABLE:
            left.unlink()
    for file in files:
        if file.suffix == _TABLE:
            _link(file, target / file.name)
        elif file.suffix == _LOG or file.name == _CURRENT or file.name.startswith("MANIFEST-"):
            shutil.copyfile(file, target / file.name)


def _link(table: Path, target: Path) -> None:
    if target.exists() and target.stat().st_size == table.stat().st_size:
        return
    target.unlink(missing_ok=True)  # copied before it was whole
    try:
        target.hardlink_to(table)
    except FileNotFoundError:
        raise
    except OSError:  # on another disk, or not ours to link
        shutil.copyfile(table, target)
