"""/export/{format}: the graph, or the part of it that is selected, as a file for another program."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Path, Response

from app.api.context import KnownNouns
from app.api.files import sent_whole
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.selecting import Selected
from app.query.exports import WRITERS, export, writer

router = APIRouter(tags=["graph"], route_class=VersionedRoute, responses=NOT_MODIFIED)

_ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in WRITERS.values()}}}

FormatName = Annotated[str, Path(alias="format", description=", ".join(WRITERS), examples=["graphml"])]


@router.get("/export/{format}", summary="The graph as a file", response_class=Response, responses=_ANSWERS)
def export_graph(format_name: FormatName, lookup: KnownNouns, selection: Selected) -> Response:
    """The same bytes each time, whole before the first is sent: half a file is never an answer."""
    chosen = writer(format_name)
    # A page with scripts of its own is to be kept, and not to be run as one of this server's.
    how = "attachment" if chosen.media_type == "text/html" else "inline"
    return sent_whole(
        lambda file: export(lookup, chosen.name, selection, file),
        media_type=chosen.media_type,
        disposition=f'{how}; filename="claimgraph{chosen.suffix}"',
    )
