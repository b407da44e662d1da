"""From where the graph is looked at: by what was known on a day, and with which bounds in time."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.graphs import fact_quads
from app.model import Clock
from app.query.known import known_by
from app.query.lookup import Lookup
from app.resolution.linking import linked
from app.store.base import Change, Store
from app.store.embedded import EmbeddedStore

_KEPT = 4


@dataclass(frozen=True)
class Perspective:
    """What is to be seen of a graph; by default what its store holds.

    `known_by` is a day at whose end all was known that counts, by the clock `known_from`. `linked` adds the bounds that
    follow from the order of several facts as sources state it, `assume` also those from what is merely usual.
    """

    known_by: date | None = None
    known_from: Clock = Clock.PUBLICATION
    linked: bool = False
    assume: bool = False

    def of(self, lookup: Lookup) -> Lookup:
        """A look-up in the graph as it is seen from here. Makes a copy unless all of the default is wanted."""
        if self.known_by is not None:
            lookup = known_by(lookup, self.known_by, self.known_from)
        return _with_links(lookup, assume=self.assume) if self.linked or self.assume else lookup

    def parameters(self) -> Mapping[str, str]:
        """What differs from the default, by the names that the HTTP interface gives it."""
        day = {"known_by": self.known_by.isoformat(), "known_from": str(self.known_from)} if self.known_by else {}
        return day | {name: "true" for name in ("linked", "assume") if getattr(self, name)}


PLAIN = Perspective()


def _with_links(lookup: Lookup, *, assume: bool) -> Lookup:
    """The same graph with the narrower bounds: whatever reads it, a query too, finds these."""
    before = {fact.id: fact for fact in lookup.facts()}
    after = linked(before.values(), assume=assume)
    old = {quad for fact in after for quad in fact_quads(before[fact.id], lookup.iris)}
    new = {quad for fact in after for quad in fact_quads(fact, lookup.iris)}
    copy = _copy(lookup.store)
    copy.apply(Change(remove=sorted(old - new, key=str), add=sorted(new - old, key=str)))
    return Lookup(copy, lookup.iris)


def _copy(store: Store) -> EmbeddedStore:
    if isinstance(store, EmbeddedStore):
        return store.scratch()
    copy = EmbeddedStore()
    copy.apply(Change(add=store.quads()))
    return copy


class Perspectives:
    """What was seen from the last few perspectives that were asked for, as long as the graph does not change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[int, Perspective], Lookup] = OrderedDict()

    def of(self, lookup: Lookup, perspective: Perspective) -> Lookup:
        """See `Perspective.of`."""
        if perspective == PLAIN:
            return lookup
        key = (lookup.store.generation, perspective)
        with self._lock:
            if key not in self._made:
                self._made = OrderedDict(item for item in self._made.items() if item[0][0] == key[0])
                self._made[key] = perspective.of(lookup)
            self._made.move_to_end(key)
            while len(self._made) > _KEPT:
                self._made.popitem(last=False)
            return self._made[key]
