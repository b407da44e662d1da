"""/search: entities by any part of a name."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import ClassFilter, Nouns
from app.api.paging import Limit, Page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EntityView, Views

router = APIRouter(tags=["search"], route_class=VersionedRoute, responses=NOT_MODIFIED)


@router.get("/search", summary="Find entities by name")
def search(
    q: Annotated[str, Query(min_length=1, description="Part of a name", examples=["scale"])],
    lookup: Nouns,
    class_name: ClassFilter = None,
    limit: Limit = 20,
) -> Page[EntityView]:
    """Best match first; case and accents do not matter."""
    views = Views(lookup)
    return Page(items=[views.entity(entity) for entity in lookup.search(q, type=class_name, limit=limit)])
