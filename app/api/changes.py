"""/changes: what became of facts, when, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import KnownBy, Nouns
from app.api.orders import CHANGES, ChangeSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.model import Change
from app.query.history import changes

router = APIRouter(prefix="/changes", tags=["facts"], route_class=VersionedRoute, responses=NOT_MODIFIED)

Since = Annotated[
    datetime | None, Query(description="Moment or day, ISO 8601; without a zone it is UTC", examples=["2025-09-01"])
]


@router.get("", summary="List changes")
def list_changes(
    lookup: Nouns,
    since: Since = None,
    known_by: KnownBy = None,
    sort: ChangeSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Change]:
    """Oldest first: new sources, corrections, rulings, engines, and the facts that came, went or changed with them."""
    if since is not None and since.tzinfo is None:
        since = since.replace(tzinfo=UTC)
    found = [change for change in changes(lookup, since=since) if known_by is None or change.at.date() <= known_by]
    return page(found, CHANGES, lambda change: change, limit=limit, cursor=cursor, sort=sort)
