"""What a store is: it answers SPARQL, lists quads, and applies a change whole or not at all.

To add a backend: write a module with a class of this shape and let `open_store` (`app/store/opening.py`) make it;
`tests/store/test_contract.py` then has to pass on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol, runtime_checkable

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

QueryResult = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True)
class Change:
    """Graphs to drop, quads to remove, quads to add: in that order, as one transaction, without blank nodes.

    `based_on` is the generation at which was read what the change follows from; None if it follows from nothing.
    """

    drop: Sequence[NamedNode] = ()
    remove: Iterable[Quad] = field(default=())
    add: Iterable[Quad] = field(default=())
    based_on: int | None = None


class Pattern(NamedTuple):
    """What a quad is to have; None fits anything."""

    subject: NamedNode | None = None
    predicate: NamedNode | None = None
    object: NamedNode | Literal | None = None
    graph: NamedNode | None = None


class Dataset(NamedTuple):
    """The graphs that a query is to read, and no others: those merged as its default graph, and those it can name."""

    default: Sequence[NamedNode] = ()
    named: Sequence[NamedNode] = ()


class Store(Protocol):
    """A SPARQL dataset. Results may not cross threads."""

    @property
    def generation(self) -> int:
        """Grows with every change, so that whoever keeps something made from the store knows when it is out of date."""
        ...

    def query(
        self, sparql: str, *, default_graphs: Sequence[NamedNode] | None = None, dataset: Dataset | None = None
    ) -> QueryResult:
        """Evaluate a query.

        `default_graphs` are merged with the store's own default graph and take the place of it. None is for a query
        that names all its graphs itself, with FROM or GRAPH. A `dataset` comes before both, and before what the query
        says. Raises `InvalidQuery`.
        """
        ...

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        object_: NamedNode | Literal | None = None,
        graph: NamedNode | None = None,
    ) -> list[Quad]:
        """The quads that fit the pattern; None fits anything."""
        ...

    def matching(self, patterns: Iterable[Pattern]) -> list[Quad]:
        """The quads that fit any of the patterns, each once.

        A store behind a network is asked once for many patterns: prefer this to `quads` in a loop.
        """
        ...

    def graphs(self) -> list[NamedNode]:
        """The named graphs, sorted by IRI."""
        ...

    def apply(self, change: Change) -> None:
        """Make a change, whole or not at all; it is on disk when this returns.

        Raises:
            StoreChanged: the store is no longer at the generation that the change is based on.
        """
        ...

    def update(self, sparql: str) -> None:
        """Evaluate an update, whole or not at all; it is on disk when this returns. Raises `InvalidQuery`."""
        ...

    def close(self) -> None:
        """Let go of the store. Calling it twice does no harm."""
        ...


@runtime_checkable
class Snapshots(Protocol):
    """A store that can be copied in a moment, so that other processes can read the copy."""

    @property
    def folder(self) -> Path | None:
        """Where it lies on disk and may be written to; None for a store in memory."""
        ...

    @property
    def still(self) -> Path | None:
        """A folder that holds it and stays as it is, so that it needs no copy; None where there may be changes."""
        ...

    @property
    def generation(self) -> int:
        """See `Store.generation`."""
        ...

    def snapshot(self, target: Path) -> None:
        """Make a copy of the store as it is, under a name that nothing has yet; `EmbeddedStore.reading` opens it."""
        ...
