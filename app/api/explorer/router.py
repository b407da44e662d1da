"""Gathers the explorer's pages, so that the application includes one router."""

from __future__ import annotations

from fastapi import APIRouter

from app.api.explorer import articles, ask, assets, conflicts, entities, nowhere, review, rulings, tools

router = APIRouter(include_in_schema=False)
for _page in (
    ask,
    entities,
    articles,
    conflicts,
    review,
    rulings,
    tools,
    assets,
    nowhere,
):  # the last one takes what is left
    router.include_router(_page.router)
