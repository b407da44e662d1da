"""/conflicts: where sources stand against each other, with both sides in their own words."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel, Field

from app.api.context import EntityFilter, KnownNouns
from app.api.matching import entity_ids
from app.api.orders import CONFLICTS, ConflictSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EvidenceView, FactView, Views, words
from app.query.conflicts import Conflict, conflicts

router = APIRouter(prefix="/conflicts", tags=["facts"], route_class=VersionedRoute, responses=NOT_MODIFIED)


class SideView(BaseModel):
    """One side: what it says, and the words of those who say so."""

    says: str = Field(examples=["45000000"])
    published: list[str] = Field(description="When its articles were published, where they say so")
    evidence: list[EvidenceView]


class ConflictView(BaseModel):
    """A disagreement over one aspect of a fact."""

    fact: FactView
    aspect: str = Field(description="exists, ended, time, amount ...", examples=["amount"])
    sides: list[SideView]


@router.get("", summary="List disagreements")
def list_conflicts(
    lookup: KnownNouns,
    entity: EntityFilter = None,
    sort: ConflictSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[ConflictView]:
    """Disputed facts, sums and times, and rumours that somebody denies. Nobody is said to be right."""
    named: list[str | None] = [None] if entity is None else [*sorted(entity_ids(lookup, entity))]
    found = {CONFLICTS.id_of(conflict): conflict for one in named for conflict in conflicts(lookup, entity=one)}
    dates = {article.id: article.published for article in lookup.articles()}
    views = Views(lookup)

    def view(conflict: Conflict) -> ConflictView:
        sides = [
            SideView(
                says=side.says,
                published=sorted({day for claim in side.claims if (day := dates[claim.article])}),
                evidence=[words(claim, supports=True) for claim in side.claims],
            )
            for side in conflict.sides
        ]
        return ConflictView(fact=views.fact(conflict.fact), aspect=conflict.aspect, sides=sides)

    return page(found.values(), CONFLICTS, view, limit=limit, cursor=cursor, sort=sort)
