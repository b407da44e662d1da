"""/backup and /restore: everything that the store holds as one file, and back, while the server goes on."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import IO, Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import BaseModel, Field
from pyoxigraph import Quad

from app.api.context import Graph
from app.api.files import sent_whole
from app.api.problems import answers
from app.api.routes import StrictRoute
from app.errors import BadInput
from app.store.backup import dump, fill
from app.upkeep.record import require_current_backup

router = APIRouter(tags=["server"], route_class=StrictRoute)

MEDIA_TYPE = "application/n-quads"
_BODY: dict[str, Any] = {
    "required": True,
    "content": {MEDIA_TYPE: {"schema": {"type": "string", "description": "A file that /backup gave"}}},
}
Replace = Annotated[bool, Query(description="Put it in the place of what the store holds", examples=[False])]


class Restored(BaseModel):
    """What a backup brought."""

    quads: int = Field(description="How many statements the store holds now", examples=[12000])


@router.get(
    "/backup",
    summary="Everything that the store holds",
    response_class=Response,
    responses={200: {"content": {MEDIA_TYPE: {"schema": {"type": "string"}}}}},
)
def get_backup(graph: Graph) -> Response:
    """One state of the store, the log included, as N-Quads. Writes wait until it has been taken, reads do not."""

    def write(file: IO[bytes]) -> None:
        with graph.writing:
            dump(graph.store, file)

    return sent_whole(write, media_type=MEDIA_TYPE, disposition='attachment; filename="claimgraph.nq"')


async def _sent(request: Request) -> bytes:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != MEDIA_TYPE:
        raise BadInput(f"A backup is sent as {MEDIA_TYPE}.", hint="Set Content-Type, and send what /backup gave.")
    return await request.body()


@router.post(
    "/restore",
    summary="Fill the store from a backup",
    responses=answers(409, "Another version wrote the backup"),
    openapi_extra={"requestBody": _BODY},
)
def post_restore(content: Annotated[bytes, Depends(_sent)], graph: Graph, replace: Replace = False) -> Restored:
    """Whole or not at all. A store that holds something is only replaced if that is asked for.

    What another version wrote is refused: it would have to be rebuilt before anybody reads it.
    """

    def check(quads: Sequence[Quad]) -> None:
        require_current_backup(quads, graph.iris)

    with graph.writing:
        return Restored(quads=fill(graph.store, io.BytesIO(content), replace=replace, check=check))
