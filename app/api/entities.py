"""/entities: everything that has a name, with its timeline and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, Field

from app.api.context import AboutScope, AsOf, ClassFilter, EntityId, KnownNouns, RelationFilter, Scope, StatusFilter
from app.api.matching import spoken_of
from app.api.orders import ENTITIES, FACTS, TIMELINE, EntitySort, FactSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Key, Limit, Order, Page, page
from app.api.representations import RDF_ANSWERS, rdf_if_accepted
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EntityRef, EntityView, FactView, Views
from app.graphs import is_entity_id
from app.model import Fact
from app.query.holding import holding
from app.query.nodes import description

router = APIRouter(prefix="/entities", tags=["entities"], route_class=VersionedRoute, responses=NOT_MODIFIED)


class Neighbour(BaseModel):
    """Another entity, and the fact that joins the two."""

    entity: EntityRef = Field(description="At the other end of the fact")
    fact: FactView = Field(description="What joins the two")


@dataclass(frozen=True)
class _Tie:
    """A fact with one of the entities at its other end."""

    other: str
    fact: Fact


def _of_fact(key: Callable[[Fact], Key]) -> Callable[[_Tie], Key]:
    return lambda tie: key(tie.fact)


_TIES: Order[_Tie] = Order(
    id_of=lambda tie: f"{tie.other} {tie.fact.id}", keys={name: _of_fact(key) for name, key in FACTS.keys.items()}
)
TieSort = Annotated[str | None, _TIES.query]


@router.get("", summary="List entities")
def list_entities(
    lookup: KnownNouns,
    class_name: ClassFilter = None,
    scope: AboutScope = None,
    as_of: AsOf = None,
    sort: EntitySort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[EntityView]:
    """The entities of a class and its subclasses, or all.

    With `as_of`, those about which some fact holds, or may hold, on that day.
    """
    among = spoken_of(lookup, scope, as_of)
    found = [entity for entity in lookup.entities(type=class_name) if among is None or entity.id in among]
    return page(found, ENTITIES, Views(lookup).entity, limit=limit, cursor=cursor, sort=sort)


@router.get("/{entity_id:path}/timeline", summary="An entity's facts in order of time")
def timeline(
    entity_id: EntityId,
    lookup: KnownNouns,
    relation: RelationFilter = None,
    status: StatusFilter = None,
    scope: Scope = "facts",
    as_of: AsOf = None,
    sort: FactSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[FactView]:
    """By the earliest day that is known of each; facts without any come last."""
    own = lookup.entity(entity_id).id
    found = lookup.facts(scope=scope, entity=own, relation=relation, status=status)
    views = Views(lookup, as_of=as_of)
    return page(holding(found, as_of), TIMELINE, views.fact, limit=limit, cursor=cursor, sort=sort, ahead=views.expect)


@router.get("/{entity_id:path}/neighbours", summary="The entities that facts join to this one")
def neighbours(
    entity_id: EntityId,
    lookup: KnownNouns,
    relation: RelationFilter = None,
    status: StatusFilter = None,
    scope: Scope = "facts",
    as_of: AsOf = None,
    sort: TieSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Neighbour]:
    """One entry for each fact and entity at its other end, by entity unless it is to be sorted by the facts."""
    own = lookup.entity(entity_id).id
    views = Views(lookup, as_of=as_of)
    ties = [
        _Tie(other, fact)
        for fact in holding(lookup.facts(scope=scope, entity=own, relation=relation, status=status), as_of)
        for other in _others(fact, own)
    ]

    def show(tie: _Tie) -> Neighbour:
        return Neighbour(entity=views.ref(tie.other), fact=views.fact(tie.fact))

    def ahead(shown: Sequence[_Tie]) -> None:
        views.expect(tie.fact for tie in shown)

    return page(ties, _TIES, show, limit=limit, cursor=cursor, sort=sort, ahead=ahead)


@router.get("/{entity_id:path}", summary="An entity", response_model=EntityView, responses=RDF_ANSWERS)
def get_entity(entity_id: EntityId, request: Request, lookup: KnownNouns) -> EntityView | Response:
    """Its names, its class and the articles that name it; as JSON-LD or other RDF if that is what the client accepts.

    A name that was merged away leads to what it became.
    """
    entity = lookup.entity(entity_id)
    node = lookup.iris.entity(entity.id)
    rdf = rdf_if_accepted(request, node, lambda: description(lookup.store, node, lookup.iris))
    return rdf or Views(lookup).entity(entity)


def _others(fact: Fact, own: str) -> set[str]:
    return {value for values in fact.slots.values() for value in values if is_entity_id(value)} - {own}
