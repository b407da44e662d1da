"""/facts: what the claims add up to, with the words that each fact rests on."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from app.api.context import (
    ArticleFilter,
    AsOf,
    EntityFilter,
    FactClassFilter,
    FactId,
    KnownNouns,
    RelationFilter,
    Scope,
    StatusFilter,
)
from app.api.matching import entity_ids
from app.api.orders import FACTS, FactSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.representations import RDF_ANSWERS, rdf_if_accepted
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import FactView, Views
from app.query.holding import holding
from app.query.nodes import description

router = APIRouter(prefix="/facts", tags=["facts"], route_class=VersionedRoute, responses=NOT_MODIFIED)


@router.get("", summary="List facts")
def list_facts(
    lookup: KnownNouns,
    scope: Scope = "facts",
    fact_class: FactClassFilter = None,
    relation: RelationFilter = None,
    entity: EntityFilter = None,
    status: StatusFilter = None,
    article: ArticleFilter = None,
    as_of: AsOf = None,
    sort: FactSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[FactView]:
    """The facts that fit every filter. Hearsay, plans and rumours only come when the scope asks for them.

    With `as_of` those that surely do not hold on that day are left out; each of the others says how sure it is.
    """
    said = None if article is None else {claim.id for claim in lookup.article(article).claims}
    named = None if entity is None else entity_ids(lookup, entity)
    among = lookup.facts(scope=scope, type=fact_class, relation=relation, entity=named, status=status)
    found = [
        fact
        for fact in holding(among, as_of)
        if said is None or not said.isdisjoint((*fact.supported_by, *fact.disputed_by))
    ]
    views = Views(lookup, as_of=as_of)
    return page(found, FACTS, views.fact, limit=limit, cursor=cursor, sort=sort, ahead=views.expect)


@router.get("/{fact_id}", summary="A fact", response_model=FactView, responses=RDF_ANSWERS)
def get_fact(fact_id: FactId, request: Request, lookup: KnownNouns, as_of: AsOf = None) -> FactView | Response:
    """One fact, whichever graph it lies in; as JSON-LD or another RDF format if that is what the client accepts."""
    fact = lookup.fact(fact_id)
    node = lookup.iris.fact(fact.id)
    rdf = rdf_if_accepted(request, node, lambda: description(lookup.store, node, lookup.iris))
    return rdf or Views(lookup, as_of=as_of).fact(fact)
