"""/facts: what the claims add up to, with the words that each fact rests on."""

from __future__ import annotations

from fastapi import APIRouter

from app.api.context import AsOf, EntityFilter, FactClassFilter, FactId, Nouns, RelationFilter, Scope, StatusFilter
from app.api.matching import entity_ids
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.views import FactView, Views
from app.query.holding import Holds, holds

router = APIRouter(prefix="/facts", tags=["facts"])


@router.get("", summary="List facts")
def list_facts(
    lookup: Nouns,
    scope: Scope = "facts",
    fact_class: FactClassFilter = None,
    relation: RelationFilter = None,
    entity: EntityFilter = None,
    status: StatusFilter = None,
    as_of: AsOf = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[FactView]:
    """The facts that fit every filter. Hearsay, plans and rumours only come when the scope asks for them.

    With `as_of` those that surely do not hold on that day are left out; each of the others says how sure it is.
    """
    named: list[str | None] = [None] if entity is None else [*sorted(entity_ids(lookup, entity))]
    found = {
        fact.id: fact
        for one in named
        for fact in lookup.facts(scope=scope, type=fact_class, relation=relation, entity=one, status=status)
        if as_of is None or holds(fact, as_of) is not Holds.NOT
    }
    views = Views(lookup, as_of=as_of)
    return page(sorted(found.values(), key=lambda f: f.id), limit, cursor, lambda f: f.id, views.fact)


@router.get("/{fact_id}", summary="A fact")
def get_fact(fact_id: FactId, lookup: Nouns) -> FactView:
    """One fact, whichever graph it lies in."""
    return Views(lookup).fact(lookup.fact(fact_id))
