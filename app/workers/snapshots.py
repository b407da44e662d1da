"""The copies of a store that workers read: made when a query finds the newest one out of date."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
import threading
import time
from pathlib import Path

from app.store.base import Snapshots as Source

_FOLDER = ".readers"


class Snapshot:
    """One copy, and how many hold it; the last to let go of it removes it, unless it is the store itself."""

    def __init__(self, path: Path, generation: int, *, is_store: bool = False) -> None:
        self.path = path
        self._is_store = is_store
        self.generation = generation
        self.is_file = path.is_file()
        files = [path] if self.is_file else path.iterdir()
        self.bytes_on_disk = sum(each.stat().st_size for each in files)
        self.made = time.monotonic()
        self._holders = 1

    def held(self) -> Snapshot:
        """The same, with one holder more."""
        self._holders += 1
        return self

    def let_go(self) -> None:
        """One holder less."""
        self._holders -= 1
        if not self._holders and not self._is_store:
            threading.Thread(target=_remove, args=(self.path,), daemon=True).start()


class SnapshotKeeper:
    """The newest snapshot of a store."""

    def __init__(self, source: Source) -> None:
        """Nothing is made before somebody asks."""
        self._source = source
        self._current: Snapshot | None = None
        self._making = asyncio.Lock()
        self._numbers = itertools.count()
        self._folder: Path | None = None

    async def current(self) -> Snapshot:
        """A snapshot with everything in it that was written before this was called."""
        if self._current is not None and self._current.generation == self._source.generation:
            return self._current
        async with self._making:
            # Read first: a change that comes in meanwhile leaves the snapshot out of date, not the reader.
            generation = self._source.generation
            if self._current is None or self._current.generation != generation:
                made = await asyncio.to_thread(self._make, generation)
                previous, self._current = self._current, made
                if previous is not None:
                    previous.let_go()
            return self._current

    def _make(self, generation: int) -> Snapshot:
        if self._source.still is not None:
            return Snapshot(self._source.still, generation, is_store=True)
        if self._folder is None:
            self._folder = _folder_for(self._source.folder)
        path = self._folder / f"{generation}-{next(self._numbers)}"
        self._source.snapshot(path)
        return Snapshot(path, generation)

    def close(self) -> None:
        """Remove all of them."""
        if self._folder is not None:
            _remove(self._folder)


def _folder_for(store: Path | None) -> Path:
    """A new folder on the store's own disk, where a copy is a matter of links; for a store in memory, any folder.

    What a server that was killed has left is cleared away: whoever holds the store is alone.
    """
    if store is None:
        return Path(tempfile.mkdtemp(prefix="claimgraph-"))
    folder = store / _FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def _remove(path: Path) -> None:
    if path.is_file():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path, ignore_errors=True)
