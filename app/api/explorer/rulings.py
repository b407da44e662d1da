"""/explore/rulings: what people have decided about names and articles, with a way to decide and to undo."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from app.api.context import Graph, Nouns
from app.api.explorer.changelog import decisions, log
from app.api.explorer.frame import PageRoute, page

router = APIRouter(prefix="/explore/rulings", route_class=PageRoute)


@router.get("")
def rulings_page(
    lookup: Nouns,
    graph: Graph,
    about: Annotated[str, Query(max_length=300, description="Id of an entity to rule on")] = "",
) -> HTMLResponse:
    """Every ruling, forms for a new one, and what became of the facts."""
    names = {entity.id: entity.name for entity in lookup.entities() if entity.type not in ("Role", "Responsibility")}
    titles = {article.id: article.title or "Untitled article" for article in lookup.articles()}
    return page(
        "rulings.html",
        here="rulings",
        title="Rulings",
        deciding="rulings/main",
        rulings=decisions(lookup),
        log=log(lookup),
        names=names,
        titles=titles,
        about=about,
        needs_token=graph.settings.token is not None,
    )
