"""Joins items to clusters, under what people have ruled: told the same they are one, told different never."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from networkx.utils import UnionFind

from app.model import Ruling, RulingKind

Item = TypeVar("Item", bound=Hashable)


class Joining(Generic[Item]):
    """Clusters of items. A union that would bring together what is ruled different is left undone."""

    def __init__(self, items: Iterable[Item], apart: Iterable[tuple[Iterable[Item], Iterable[Item]]] = ()) -> None:
        self._clusters = UnionFind(items)
        # For each cluster's root, the rulings that its members are on one side of.
        self._sides: dict[Item, set[tuple[int, int]]] = defaultdict(set)
        for number, both in enumerate(apart):
            for side, members in enumerate(both):
                for item in members:
                    self._sides[item].add((number, side))

    def __getitem__(self, item: Item) -> Item:
        """The item that stands for its cluster."""
        return self._clusters[item]

    def union(self, *items: Item) -> None:
        """Bring each of the items to the first one's cluster, as far as the rulings allow."""
        for item in items[1:]:
            one, other = self[items[0]], self[item]
            if one == other or any((number, 1 - side) in self._sides[other] for number, side in self._sides[one]):
                continue
            sides = self._sides[one] | self._sides[other]
            self._clusters.union(one, other)
            self._sides[self[one]] = sides

    def groups(self, items: Iterable[Item]) -> list[list[Item]]:
        """The items by cluster, in the order given."""
        found: dict[Item, list[Item]] = defaultdict(list)
        for item in items:
            found[self[item]].append(item)
        return list(found.values())


def ruled(
    rulings: Sequence[Ruling], kind: RulingKind, meant_by: Mapping[str, Sequence[Item]]
) -> list[list[Sequence[Item]]]:
    """For each ruling of a kind, the items behind each thing that it is about, if the graph has any."""
    chosen = sorted((ruling for ruling in rulings if ruling.kind is kind), key=lambda ruling: ruling.id)
    return [[meant_by.get(about, ()) for about in sorted(ruling.about)] for ruling in chosen]
