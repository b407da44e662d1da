"""/stats: the graph in figures, as tables."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import KnownNouns
from app.api.matching import root_of
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.selecting import Selected
from app.errors import BadInput
from app.query.stats import MOST, Stats, stats

router = APIRouter(tags=["graph"], route_class=VersionedRoute, responses=NOT_MODIFIED)

End = Annotated[
    str | None, Query(min_length=1, description="An end of the paths: id, IRI or name of an entity", examples=["Meta"])
]


@router.get("/stats", summary="The graph in figures")
def get_stats(
    lookup: KnownNouns,
    selection: Selected,
    source: Annotated[End, Query(alias="from")] = None,
    target: Annotated[End, Query(alias="to")] = None,
    top: Annotated[int, Query(ge=1, le=MOST, description="Most rows of a table", examples=[10])] = 10,
) -> Stats:
    """Who is well connected and who belongs together; with `from` and `to`, also the evidence that joins those two."""
    first, last = root_of(lookup, source), root_of(lookup, target)
    if (first is None) != (last is None):
        raise BadInput("A path has two ends.", hint="Give two entities as `from` and `to`.")
    return stats(lookup, selection, ends=(first, last) if first and last else None, top=top)
