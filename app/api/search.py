"""/search: entities by the beginning of a name, by its words, or misspelt."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from pydantic import Field

from app.api.context import ClassFilter, Nouns
from app.api.paging import Cursor, Limit, Order, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EntityView, Views
from app.query.name_index import FreshNames, Hit, NameIndex

router = APIRouter(tags=["search"], route_class=VersionedRoute, responses=NOT_MODIFIED)

_MOST = 500


class Found(EntityView):
    """An entity that a search found."""

    matched: str = Field(description="The name that fits", examples=["Facebook"])
    score: float = Field(description="How well it fits, from 0 to 1: 1 is the very name", examples=[0.9])


def _names(request: Request, lookup: Nouns) -> NameIndex:
    """The index of the graph as it is. No coroutine: making it takes a moment."""
    names = request.app.state.names
    assert isinstance(names, FreshNames)  # noqa: S101  (create_app put it there)
    return names.of(lookup)


Names = Annotated[NameIndex, Depends(_names)]


@router.get("/search", summary="Find entities by name")
def search(
    q: Annotated[
        str, Query(min_length=1, max_length=500, description="Beginnings of words of a name", examples=["scale"])
    ],
    lookup: Nouns,
    names: Names,
    class_name: ClassFilter = None,
    limit: Limit = 20,
    cursor: Cursor = None,
) -> Page[Found]:
    """Best match first; case and accents do not matter. Where nothing fits, a letter or two may be wrong."""
    found = names.search(q, type=class_name, limit=_MOST)
    order: Order[tuple[int, Hit]] = Order(id_of=lambda hit: hit[1].entity.id, usual=lambda hit: hit[0])
    views = Views(lookup)

    def show(hit: tuple[int, Hit]) -> Found:
        entity = views.entity(hit[1].entity)
        return Found(**entity.model_dump(), matched=hit[1].name, score=hit[1].score)

    return page(list(enumerate(found)), order, show, limit=limit, cursor=cursor)
