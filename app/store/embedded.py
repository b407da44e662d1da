"""Oxigraph in this process: on disk, or in memory when no folder is given."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

import pyoxigraph
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat

from app.errors import InvalidQuery, QueryFailed, StoreBusy, StoreError, UpdateFailed
from app.store import shared
from app.store.base import Change, Dataset, Pattern, QueryResult
from app.store.notation import operations
from app.store.overtaken import require_generation

SCRATCH = ".scratch-"
"""What the folders that lie in a store's for a while begin with."""


class EmbeddedStore:
    """An Oxigraph store. One process at a time may hold a folder; within it, one thread writes at a time."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the folder, making it if need be.

        Raises:
            StoreBusy: another process holds the folder.
            StoreError: the folder cannot be used.
        """
        self.folder = folder
        self.still: Path | None = None
        self.generation = 0
        self._write_lock = threading.Lock()
        self._writer: shared.Writer | None = None
        self._store: pyoxigraph.Store | None = self._open()

    @classmethod
    def reading(cls, snapshot: Path) -> EmbeddedStore:
        """A store that reads what `snapshot` wrote: a folder from where it lies, a file from a copy in memory."""
        store = cls()
        if snapshot.is_dir():
            store._store = pyoxigraph.Store.read_only(str(snapshot))
        else:
            store._open_store.bulk_load(path=str(snapshot), format=RdfFormat.N_QUADS)
        return store

    @classmethod
    def copied(cls, snapshot: Path) -> EmbeddedStore:
        """A store of its own, to be written to, that begins as what `snapshot` wrote."""
        return cls(snapshot) if snapshot.is_dir() else cls.reading(snapshot)

    def in_memory(self) -> EmbeddedStore:
        """A copy of the store in memory, from where large results come about three times faster."""
        copy = EmbeddedStore()
        copy._open_store.bulk_extend(self._open_store)
        for graph in self._open_store.named_graphs():
            copy._open_store.add_graph(graph)  # an empty one has no quad to bring it along
        return copy

    def scratch(self) -> EmbeddedStore:
        """A copy to be changed while this stays as it is: of hard links on disk, else in memory. Gone with its user."""
        if self.folder is None:
            return self.in_memory()
        place = Path(tempfile.mkdtemp(prefix=SCRATCH, dir=self.folder))
        self.snapshot(place / "store")
        return Scratch(place / "store")

    def query(
        self, sparql: str, *, default_graphs: Sequence[NamedNode] | None = None, dataset: Dataset | None = None
    ) -> QueryResult:
        """See `Store.query`."""
        default: list[NamedNode | BlankNode | DefaultGraph] | None = None
        named: list[NamedNode | BlankNode] | None = None
        if default_graphs is not None:
            default = [DefaultGraph(), *default_graphs]
        if dataset is not None:
            default, named = [*dataset.default], [*dataset.named]
        try:
            return self._open_store.query(sparql, default_graph=default, named_graphs=named)
        except SyntaxError as error:
            raise InvalidQuery(f"The query is not valid SPARQL: {error}.") from error
        except (ValueError, RuntimeError) as error:
            raise QueryFailed(f"The query cannot be evaluated: {error}.") from error

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> list[Quad]:
        """See `Store.quads`."""
        return list(self._open_store.quads_for_pattern(subject, predicate, object_, graph))

    def matching(self, patterns: Iterable[Pattern]) -> list[Quad]:
        """See `Store.matching`."""
        store = self._open_store
        return list(dict.fromkeys(quad for pattern in patterns for quad in store.quads_for_pattern(*pattern)))

    def graphs(self) -> list[NamedNode]:
        """See `Store.graphs`."""
        named = (graph for graph in self._open_store.named_graphs() if isinstance(graph, NamedNode))
        return sorted(named, key=lambda graph: graph.value)

    def apply(self, change: Change) -> None:
        """See `Store.apply`. One SPARQL update is one transaction."""
        update = ";\n".join(operations(change))
        if not update:
            return
        try:
            self._commit(update, change.based_on)
        except (SyntaxError, ValueError, OSError, RuntimeError) as error:
            raise StoreError(f"The store could not be changed, and was left as it was: {error}.") from error

    def update(self, sparql: str) -> None:
        """See `Store.update`."""
        try:
            self._commit(sparql)
        except SyntaxError as error:
            raise InvalidQuery(f"The update is not valid SPARQL: {error}.") from error
        except (ValueError, OSError, RuntimeError) as error:
            raise UpdateFailed(f"The update failed, and nothing was changed: {error}.") from error

    def _commit(self, update: str, based_on: int | None = None) -> None:
        """Only `flush` makes a transaction durable."""
        with self._write_lock:
            require_generation(self.generation, based_on)
            try:
                self._open_store.update(update)
                self._open_store.flush()
            finally:
                self.generation += 1

    def snapshot(self, target: Path) -> None:
        """See `Snapshots.snapshot`: a folder of hard links, which takes milliseconds; from memory, a file of quads."""
        try:
            if self.folder is not None:
                self._open_store.backup(str(target))
            else:
                self._open_store.dump(target, format=RdfFormat.N_QUADS)
        except OSError as error:
            raise StoreError(f"The store could not be copied for its readers: {error}.") from error

    def close(self) -> None:
        """See `Store.close`. Oxigraph lets go of the folder's lock when its last reference goes."""
        self._store = None
        self._writer = None

    def _open(self) -> pyoxigraph.Store:
        if self.folder is None:
            return pyoxigraph.Store()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._writer = shared.write_to(self.folder)
            store = pyoxigraph.Store(str(self.folder))
        except BlockingIOError as error:
            raise busy(self.folder) from error
        except OSError as error:
            self._writer = None
            if "lock" in str(error).lower():
                raise busy(self.folder) from error
            why = error.strerror or error
            raise StoreError(f"The store {self.folder} cannot be opened: {why}.", hint=_advice(self.folder)) from error
        _clear(self.folder)
        return store

    @property
    def _open_store(self) -> pyoxigraph.Store:
        if self._store is None:
            raise StoreError("The store has been closed.")
        return self._store


class Scratch(EmbeddedStore):
    """A store whose folder goes when it is closed, at the latest when nobody holds it any more."""

    def close(self) -> None:
        """Let go of the store first: while it is open, it goes on writing."""
        super().close()
        if self.folder is not None:
            shutil.rmtree(self.folder.parent, ignore_errors=True)

    def __del__(self) -> None:
        """Nobody else knows of the folder."""
        self.close()


def busy(folder: Path) -> StoreBusy:
    """The error of a folder that is not to be had."""
    return StoreBusy(
        f"Another process holds the store {folder}.",
        hint="Wait for its end or stop it, or give another folder with --store. "
        "What `claimgraph serve` holds can be written to meanwhile: commands go through it.",
    )


def _advice(folder: Path) -> str | None:
    if not folder.is_dir() or os.access(folder, os.W_OK):
        return None
    return "It may not be written to. Commands that only read, and `claimgraph serve --read-only`, can use it."


def _clear(folder: Path) -> None:
    """Take away what processes that were killed have left: whoever opens the store to write is alone with it.

    Only copies that others read may be in use still, and those are locked.
    """
    for left in folder.glob(f"{SCRATCH}*"):
        with suppress(OSError):
            place = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(place, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(place)
