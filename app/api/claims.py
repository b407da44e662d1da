"""/claims: what articles say, with the words that say it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import ClaimId, EntityFilter, Nouns, RelationFilter, StatusFilter
from app.api.matching import entity_ids
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.model import Claim

router = APIRouter(prefix="/claims", tags=["claims"])


@router.get("", summary="List claims")
def list_claims(
    lookup: Nouns,
    article: Annotated[str | None, Query(description="Id of an article")] = None,
    entity: EntityFilter = None,
    relation: RelationFilter = None,
    status: StatusFilter = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Claim]:
    """The claims that fit every filter, by article and place in it."""
    if article is not None:
        article = lookup.article(article).article.id
    named: list[str | None] = [None] if entity is None else [*sorted(entity_ids(lookup, entity))]
    found = {
        claim.id: claim
        for one in named
        for claim in lookup.claims(article=article, entity=one, relation=relation, status=status)
    }
    return page(list(found.values()), limit, cursor, lambda claim: claim.id, lambda claim: claim)


@router.get("/{claim_id}", summary="A claim")
def get_claim(claim_id: ClaimId, lookup: Nouns) -> Claim:
    """One claim with its evidence, attribution and status."""
    return lookup.claim(claim_id)
