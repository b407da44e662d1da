"""/entities: everything that has a name, with its timeline and its neighbours."""

from __future__ import annotations

from fastapi import APIRouter
from pydantic import BaseModel

from app.api.context import ClassFilter, EntityId, Nouns, Scope
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.views import EntityRef, EntityView, FactView, Views, first_day
from app.graphs import is_entity_id
from app.model import Fact

router = APIRouter(prefix="/entities", tags=["entities"])


class Neighbour(BaseModel):
    """Another entity, and the fact that joins the two."""

    entity: EntityRef
    fact: FactView


@router.get("", summary="List entities")
def list_entities(
    lookup: Nouns,
    class_name: ClassFilter = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[EntityView]:
    """The entities of a class and its subclasses, or all."""
    return page(lookup.entities(type=class_name), limit, cursor, lambda entity: entity.id, Views(lookup).entity)


@router.get("/{entity_id:path}/timeline", summary="An entity's facts in order of time")
def timeline(entity_id: EntityId, lookup: Nouns, scope: Scope = "facts") -> list[FactView]:
    """By the earliest day that is known of each; facts without any come last."""
    facts = lookup.facts(scope=scope, entity=lookup.entity(entity_id).id)
    views = Views(lookup)
    return [views.fact(fact) for fact in sorted(facts, key=lambda fact: (first_day(fact) or "9999", fact.id))]


@router.get("/{entity_id:path}/neighbours", summary="The entities that facts join to this one")
def neighbours(entity_id: EntityId, lookup: Nouns, scope: Scope = "facts") -> list[Neighbour]:
    """One entry for each fact and entity at its other end, by entity."""
    own = lookup.entity(entity_id).id
    views = Views(lookup)
    pairs = sorted(
        (other, fact.id, fact) for fact in lookup.facts(scope=scope, entity=own) for other in _others(fact, own)
    )
    return [Neighbour(entity=views.ref(other), fact=views.fact(fact)) for other, _, fact in pairs]


@router.get("/{entity_id:path}", summary="An entity")
def get_entity(entity_id: EntityId, lookup: Nouns) -> EntityView:
    """Its names, its class and the articles that name it. A name that was merged away leads to what it became."""
    return Views(lookup).entity(lookup.entity(entity_id))


def _others(fact: Fact, own: str) -> set[str]:
    return {value for values in fact.slots.values() for value in values if is_entity_id(value)} - {own}
