"""/export/{format}: the graph, or the part of it that is selected, as a file for another program."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import IO, Annotated, Any

from fastapi import APIRouter, Path, Response
from fastapi.responses import StreamingResponse

from app.api.context import KnownNouns
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.selecting import Selected
from app.query.exports import WRITERS, export, writer

router = APIRouter(tags=["graph"], route_class=VersionedRoute, responses=NOT_MODIFIED)

_ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": {each.media_type: {} for each in WRITERS.values()}}}
# Up to this many bytes a file stays in memory; a larger one waits on disk until it is sent.
_IN_MEMORY, _CHUNK = 4 * 1024 * 1024, 64 * 1024

FormatName = Annotated[str, Path(alias="format", description=", ".join(WRITERS), examples=["graphml"])]


@router.get("/export/{format}", summary="The graph as a file", response_class=Response, responses=_ANSWERS)
def export_graph(format_name: FormatName, lookup: KnownNouns, selection: Selected) -> Response:
    """The same bytes each time, whole before the first is sent: half a file is never an answer."""
    chosen = writer(format_name)
    file = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  (whoever sends it closes it)
    try:
        export(lookup, chosen.name, selection, file)
        size = file.tell()
    except BaseException:
        file.close()
        raise
    # A page with scripts of its own is to be kept, and not to be run as one of this server's.
    how = "attachment" if chosen.media_type == "text/html" else "inline"
    headers = {
        "Content-Disposition": f'{how}; filename="claimgraph{chosen.suffix}"',
        "Content-Length": str(size),
    }
    return StreamingResponse(_chunks(file), media_type=chosen.media_type, headers=headers)


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while chunk := file.read(_CHUNK):
            yield chunk
