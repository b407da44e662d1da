"""/health and /rebuild: whether the server is up and ready for work, and making the facts afresh."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response, status
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from app import __version__
from app.api.context import Graph
from app.api.problems import answers
from app.api.routes import StrictRoute
from app.errors import StoreBusy, StoreError
from app.pipeline import IngestSummary, Outcome, rebuild

router = APIRouter(tags=["server"], route_class=StrictRoute)
_NOT_READY = answers(503, "It is stopping, or its store does not answer")
Reread = Annotated[bool, Query(description="First read every article again, as after an upgrade of the engine")]


class Health(BaseModel):
    """A sign of life."""

    status: str = Field(description="`ok`", examples=["ok"])
    version: str = Field(description="Version of the server", examples=["0.1.0"])
    articles: int = Field(description="Articles in the graph", examples=[17])
    store: str = Field(description="A mark of the store's place, by which a command knows its own server")
    engine: str = Field(description="Engine that reads what is sent to it", examples=["rules"])
    read_only: bool = Field(description="Whether whatever could write is refused", examples=[False])


@router.get("/health", summary="Whether the server is up")
def health(graph: Graph) -> Health:
    """Open to all: it needs no token."""
    prefix = graph.iris.article_graph("").value
    articles = sum(node.value.startswith(prefix) for node in graph.store.graphs())
    chosen = graph.settings
    return Health(
        status="ok",
        version=__version__,
        articles=articles,
        store=chosen.store_mark,
        engine=chosen.engine,
        read_only=chosen.read_only,
    )


class Life(BaseModel):
    """That the process answers, and nothing more."""

    status: str = Field(description="`ok`", examples=["ok"])


@router.get("/health/live", summary="Whether the process answers")
def live() -> Life:
    """For whoever restarts a process that hangs. Reads nothing, and needs no token."""
    return Life(status="ok")


@router.get("/health/ready", summary="Whether requests can be answered", responses=_NOT_READY)
def ready(graph: Graph) -> Life:
    """For whoever spreads requests: 503 while the server is stopping or its store does not answer."""
    if graph.stopping.is_set():
        raise StoreBusy("The server is stopping.", hint="Ask another one.")
    try:
        graph.store.graphs()
    except StoreError as error:
        raise StoreBusy(f"The store does not answer: {error.message}", hint="The server's log says more.") from error
    return Life(status="ok")


@router.post(
    "/rebuild",
    summary="Derive every fact anew",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses={200: {"model": IngestSummary, "description": "The same, and what became of each article read again"}},
)
def rebuild_facts(graph: Graph, reread: Reread = False) -> Response:
    """From the claims alone. It changes nothing unless the rules have changed."""
    outcomes: list[Outcome] = []
    with graph.writing:
        rebuild(graph.store, graph.iris, reader=graph.engine if reread else None, progress=outcomes.append)
    if not reread:
        return Response(status_code=status.HTTP_204_NO_CONTENT)
    return JSONResponse(IngestSummary(outcomes=tuple(outcomes)).model_dump(mode="json"))
