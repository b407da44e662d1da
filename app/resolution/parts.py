"""Cuts resolution into parts that cannot matter to each other, so that each can be worked out by itself, anywhere.

Names fall into blocks: uses that share a name, a stated other name or a ruling, and whatever these share one with.
Claims fall into groups: those that agree on their situation's key slots. Parts are made of whole blocks or groups.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from networkx.utils import UnionFind

from app.model import Ruling, RulingKind
from app.resolution.uses import Use

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Spread:
    """Where parts are worked out: into how many to cut, and what maps a function over them, in order."""

    parts: int
    over: Callable[[Callable[[Any], Any], Sequence[Any]], Iterable[Any]]


HERE = Spread(1, map)
"""All in one part, in this process."""


def blocks(uses: Iterable[Use], rulings: Iterable[Ruling]) -> list[list[Use]]:
    """Uses that can matter to each other, together; each block sorted, and the blocks by their first use."""
    ordered = sorted(uses)
    joined: UnionFind[str] = UnionFind()
    for use in ordered:
        joined.union(*sorted(use.joins))
    for ruling in rulings:
        if ruling.kind in (RulingKind.SAME, RulingKind.DIFFERENT):
            joined.union(*ruling.about)
    found: dict[str, list[Use]] = defaultdict(list)
    for use in ordered:
        found[joined[min(use.joins)]].append(use)
    return list(found.values())


def packed(sizes: Mapping[Key, int], parts: int) -> list[list[Key]]:
    """What is to be worked out, in at most so many parts of about the same size; none is empty.

    >>> packed({"a": 5, "b": 3, "c": 2}, 2)
    [['a'], ['b', 'c']]
    """
    filled: list[list[Key]] = [[] for _ in range(parts)]
    lightest = [(0, number) for number in range(parts)]
    # The largest first, each into whatever part is the lightest by then.
    for key, size in sorted(sizes.items(), key=lambda item: -item[1]):
        total, number = heapq.heappop(lightest)
        filled[number].append(key)
        heapq.heappush(lightest, (total + size, number))
    return [part for part in filled if part]
