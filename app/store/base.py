"""What a store is: it answers SPARQL, lists quads, and applies a change whole or not at all.

To add a backend: write a module with a class of this shape and let `open_store` (`app/store/opening.py`) make it;
`tests/store/test_contract.py` then has to pass on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples

QueryResult = QuerySolutions | QueryBoolean | QueryTriples


@dataclass(frozen=True)
class Change:
    """Graphs to drop, quads to remove, quads to add: in that order, as one transaction, without blank nodes."""

    drop: Sequence[NamedNode] = ()
    remove: Iterable[Quad] = field(default=())
    add: Iterable[Quad] = field(default=())


class Store(Protocol):
    """A SPARQL dataset. Results may not cross threads."""

    @property
    def generation(self) -> int:
        """Grows with every change, so that whoever keeps something made from the store knows when it is out of date."""
        ...

    def query(self, sparql: str, *, default_graphs: Sequence[NamedNode] | None = None) -> QueryResult:
        """Evaluate a query.

        `default_graphs` are merged with the store's own default graph and take the place of it; None leaves the dataset
        as the query itself says. Raises `InvalidQuery`.
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

    def graphs(self) -> list[NamedNode]:
        """The named graphs, sorted by IRI."""
        ...

    def apply(self, change: Change) -> None:
        """Make a change, whole or not at all; it is on disk when this returns."""
        ...

    def close(self) -> None:
        """Let go of the store. Calling it twice does no harm."""
        ...
