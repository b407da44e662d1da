"""/explore/rulings: what people have decided about names and articles, with a way to decide and to undo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from app.api.context import Graph, Nouns
from app.api.explorer.frame import PageRoute, article_address, entity_address, page
from app.errors import NotFound
from app.graphs import RULINGS
from app.model import RulingKind
from app.query.lookup import Lookup
from app.rulings import read_rulings

router = APIRouter(prefix="/explore/rulings", route_class=PageRoute)

_VERDICTS = {
    RulingKind.SAME: "are one and the same",
    RulingKind.DIFFERENT: "are not the same",
    RulingKind.UNDECIDED: "may be the same or not: undecided",
    RulingKind.RETRACTED: "no longer counts",
}


@router.get("")
def rulings_page(
    lookup: Nouns,
    graph: Graph,
    about: Annotated[str, Query(max_length=300, description="Id of an entity to rule on")] = "",
) -> HTMLResponse:
    """Every ruling, and forms for a new one."""
    names = {entity.id: entity.name for entity in lookup.entities() if entity.type not in ("Role", "Responsibility")}
    titles = {article.id: article.title or "Untitled article" for article in lookup.articles()}
    rulings = [
        {
            "id": ruling.id,
            "about": [_named(each, lookup, titles) for each in ruling.about],
            "verdict": _VERDICTS[ruling.kind],
            "reason": ruling.reason,
        }
        for ruling in read_rulings(graph.store.quads(graph=graph.iris.graph(RULINGS)))
    ]
    return page(
        "rulings.html",
        here="rulings",
        title="Rulings",
        script="rulings/main",
        rulings=rulings,
        names=names,
        titles=titles,
        about=about,
        needs_token=graph.settings.token is not None,
    )


def _named(about: str, lookup: Lookup, titles: Mapping[str, str]) -> tuple[str, str | None]:
    """What a ruling is about, in words, and its page if it has one."""
    if about in titles:
        return titles[about], article_address(about)
    try:
        entity = lookup.entity(about)
    except NotFound:  # a ruling may speak of a name that no article has yet, or of one article's own entity
        return about.removeprefix(lookup.iris.base), None
    # A name that was joined to another leads to what it became, and goes on under its own id here.
    return entity.name if entity.id == about else about, entity_address(about)
