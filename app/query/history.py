"""What changed since when: the log's changes, oldest first."""

from __future__ import annotations

from datetime import datetime

from app.graphs import LOG
from app.history import read_changes
from app.model import Change
from app.query.lookup import Lookup


def changes(lookup: Lookup, *, since: datetime | None = None) -> list[Change]:
    """The changes from a moment on, or all of them; transactions that left the facts alone are not here."""
    found = read_changes(lookup.store.quads(graph=lookup.iris.graph(LOG)), lookup.iris)
    return [change for change in found if since is None or change.at >= since]
