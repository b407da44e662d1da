"""/explore/review: pairs of entities that may be one, with what speaks for it and against it, to be ruled on."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.api.context import Graph, Nouns
from app.api.explorer.frame import PageRoute, page
from app.api.review import Pairs, show_pairs

router = APIRouter(prefix="/explore/review", route_class=PageRoute)

# The rest follows as these are ruled on.
_SHOWN = 50


@router.get("")
def review_page(pairs: Pairs, lookup: Nouns, graph: Graph) -> HTMLResponse:
    """The likeliest pairs first; those that somebody has left undecided last."""
    return page(
        "review.html",
        here="review",
        title="Review",
        deciding="review/main",
        pairs=show_pairs(pairs[:_SHOWN], lookup),
        count=len(pairs),
        needs_token=graph.settings.token is not None,
    )
