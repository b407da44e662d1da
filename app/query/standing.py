"""Whether what an article says still counts: a correction supersedes it, a ruling retracts it; it stays on record."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from app.model import RulingKind
from app.query.lookup import Lookup
from app.rulings import current
from app.upkeep.names import rulings_about
from app.upkeep.reading import Reading
from app.upkeep.versions import versions_around


class Standing(StrEnum):
    """Whether facts rest on an article's claims."""

    COUNTS = "counts"
    SUPERSEDED = "superseded"
    RETRACTED = "retracted"


class Standings:
    """The standing of articles, found from those that claim to replace each other. Remembers what it found."""

    def __init__(self, lookup: Lookup) -> None:
        """One a request: it is not told of changes."""
        self._reading = Reading(lookup.store, lookup.iris)
        self._found: dict[str, Standing] = {}

    def expect(self, article_ids: Iterable[str]) -> None:
        """Find the standing of these articles at once: the store may be a round trip away."""
        wanted = set(article_ids) - self._found.keys()
        if not wanted:
            return
        versions = versions_around(self._reading, [wanted])
        rulings = rulings_about(self._reading, {version.id for version in versions})
        retracted = {about for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}
        counting = current(versions, rulings)
        for version in versions:
            counts = Standing.COUNTS if version.id in counting else Standing.SUPERSEDED
            self._found[version.id] = Standing.RETRACTED if version.id in retracted else counts

    def of(self, article_id: str) -> Standing:
        """The standing of an article of the graph."""
        self.expect([article_id])
        return self._found[article_id]
