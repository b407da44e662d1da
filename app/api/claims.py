"""/claims: what articles say, with the words that say it."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.api.context import (
    ArticleFilter,
    AsOf,
    BehindScope,
    ClaimId,
    EntityFilter,
    Nouns,
    RelationFilter,
    StatusFilter,
)
from app.api.matching import entity_ids, rested_on
from app.api.orders import CLAIMS, ClaimSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.representations import RDF_ANSWERS, rdf_if_accepted
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import ClaimView, claim_view
from app.model import Claim
from app.query.nodes import description
from app.query.standing import Standings

router = APIRouter(prefix="/claims", tags=["claims"], route_class=VersionedRoute, responses=NOT_MODIFIED)


@router.get("", summary="List claims")
def list_claims(
    lookup: Nouns,
    article: ArticleFilter = None,
    entity: EntityFilter = None,
    relation: RelationFilter = None,
    status: StatusFilter = None,
    scope: BehindScope = None,
    as_of: AsOf = None,
    sort: ClaimSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[ClaimView]:
    """The claims that fit every filter, by article and place in it.

    With `as_of`, those behind a fact that holds, or may hold, on that day: what supports it and what disputes it.
    """
    if article is not None:
        article = lookup.article(article).article.id
    behind = rested_on(lookup, scope, as_of)
    named: list[str | None] = [None] if entity is None else [*sorted(entity_ids(lookup, entity))]
    found = {
        claim.id: claim
        for one in named
        for claim in lookup.claims(article=article, entity=one, relation=relation, status=status)
        if behind is None or claim.id in behind
    }
    standings = Standings(lookup)

    def show(claim: Claim) -> ClaimView:
        return claim_view(claim, standings)

    return page(found.values(), CLAIMS, show, limit=limit, cursor=cursor, sort=sort, ahead=standings.expect_claims)


@router.get("/{claim_id}", summary="A claim", response_model=ClaimView, responses=RDF_ANSWERS)
def get_claim(claim_id: ClaimId, request: Request, lookup: Nouns) -> ClaimView | Response:
    """One claim with its evidence, attribution, status and standing; as RDF if that is what the client accepts.

    A claim that the article does not make is rejected at `/rulings`.
    """
    claim = lookup.claim(claim_id)
    node = lookup.iris.claim(claim.id)
    rdf = rdf_if_accepted(request, node, lambda: description(lookup.store, node, lookup.iris))
    return rdf or claim_view(claim, Standings(lookup))
