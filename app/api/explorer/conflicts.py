"""/explore/conflicts: where sources stand against each other, side by side, with nobody said to be right."""

from __future__ import annotations

from collections.abc import Iterable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from app.api.context import Graph, Nouns
from app.api.explorer.changelog import log
from app.api.explorer.frame import PageRoute, page
from app.api.explorer.quotes import Quote, Quoter
from app.api.explorer.statements import statement
from app.api.views import Views
from app.model import Article, Claim, Status
from app.query.conflicts import Conflict, conflicts
from app.query.standing import counting

router = APIRouter(prefix="/explore/conflicts", route_class=PageRoute)


@router.get("")
def conflicts_page(lookup: Nouns, graph: Graph) -> HTMLResponse:
    """Every disagreement on record, with a way to rule on it; what is denied, disputed or not; what was decided."""
    views, quoter = Views(lookup), Quoter(lookup)
    found = [
        {
            "statement": statement(views.fact(conflict.fact)),
            "aspect": conflict.aspect,
            "sides": [{"says": side.says, "quotes": _quotes(quoter, side.claims)} for side in conflict.sides],
            "articles": _articles(quoter, conflict),
        }
        for conflict in conflicts(lookup)
    ]
    denied = counting(lookup, lookup.claims(status=Status.DENIED))
    denials = [quote for claim in denied for quote in _quotes(quoter, [claim])]
    return page(
        "conflicts.html",
        here="conflicts",
        title="Conflicts",
        deciding="rulings/main",
        conflicts=found,
        denials=denials,
        log=log(lookup),
        needs_token=graph.settings.token is not None,
    )


def _articles(quoter: Quoter, conflict: Conflict) -> list[Article]:
    """The articles that speak on either side, each once."""
    ids = dict.fromkeys(claim.article for side in conflict.sides for claim in side.claims)
    return [article for id_ in ids if (article := quoter.article(id_))]


def _quotes(quoter: Quoter, claims: Iterable[Claim]) -> list[Quote]:
    """The words of some claims, each stretch of text once."""
    told: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        told.setdefault((claim.article, claim.quote.start, claim.quote.end), []).append(claim)
    return [
        quote
        for (article, start, end), made in told.items()
        for quote in quoter.quote(
            article,
            start,
            end,
            speakers=made[-1].attribution,
            status=made[-1].status,
            claims=dict.fromkeys(claim.id for claim in made),
            context=dict.fromkeys(span for claim in made for span in claim.context),
        )
    ]
