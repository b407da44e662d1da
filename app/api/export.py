"""/export/{format}: the graph, or what lies around one entity, as a file for another program."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from app.api.context import AsOf, Nouns
from app.api.matching import root_of
from app.query.exports import WRITERS, export, writer
from app.query.graph import INCLUDABLE

router = APIRouter(tags=["graph"])

_ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in WRITERS.values()}}}

FormatName = Annotated[str, Path(alias="format", description=", ".join(WRITERS), examples=["graphml"])]
Root = Annotated[str | None, Query(description="Id, IRI or name of an entity", examples=["Scale AI"])]
Depth = Annotated[int, Query(ge=0, description="How many facts away from the root")]
Include = Annotated[str, Query(description=f"More than facts, by commas: {', '.join(INCLUDABLE)}")]


@router.get("/export/{format}", summary="The graph as a file", response_class=Response, responses=_ANSWERS)
def export_graph(
    format_name: FormatName,
    lookup: Nouns,
    root: Root = None,
    depth: Depth = 2,
    as_of: AsOf = None,
    include: Include = "",
) -> Response:
    """The same bytes each time, whole in memory before the first is sent: half a file is never an answer."""
    chosen = writer(format_name)
    wanted = [name.strip() for name in include.split(",") if name.strip()]
    body = export(lookup, chosen.name, root=root_of(lookup, root), depth=depth, as_of=as_of, include=wanted)
    headers = {"Content-Disposition": f'inline; filename="claimgraph{chosen.suffix}"'}
    return Response(body, media_type=chosen.media_type, headers=headers)
