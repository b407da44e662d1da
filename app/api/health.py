"""/health and /rebuild: whether the server is up, and making the facts afresh."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, status
from pydantic import BaseModel, Field

from app import __version__
from app.api.context import Graph
from app.pipeline import rebuild

router = APIRouter(tags=["server"])
Reread = Annotated[bool, Query(description="First read every article again, as after an upgrade of the engine")]


class Health(BaseModel):
    """A sign of life."""

    status: str = Field(examples=["ok"])
    version: str
    articles: int
    store: str = Field(description="A mark of the store's place, by which a command knows its own server")


@router.get("/health", summary="Whether the server is up")
def health(graph: Graph) -> Health:
    """Open to all: it needs no token."""
    prefix = graph.iris.article_graph("").value
    articles = sum(node.value.startswith(prefix) for node in graph.store.graphs())
    return Health(status="ok", version=__version__, articles=articles, store=graph.settings.store_mark)


@router.post("/rebuild", summary="Derive every fact anew", status_code=status.HTTP_204_NO_CONTENT)
def rebuild_facts(graph: Graph, reread: Reread = False) -> None:
    """From the claims alone. It changes nothing unless the rules have changed."""
    with graph.writing:
        rebuild(graph.store, graph.iris, reader=graph.engine if reread else None)
