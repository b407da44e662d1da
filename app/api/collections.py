"""/companies /people /investments /vendors /roles: the things that most questions are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import Nouns, Scope
from app.api.matching import entity_ids, has_words
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.views import EntityView, Investment, Tenure, Vendor, Views
from app.model import Entity, Fact
from app.query.lookup import Lookup

router = APIRouter(tags=["collections"])

NameFilter = Annotated[str | None, Query(description="Id, name or alias")]
WordFilter = Annotated[str | None, Query(description="Words of it, in any order", examples=["data operations"])]
TitleFilter = Annotated[str | None, Query(description="Words of it, in any order", examples=["chief executive"])]
RoundFilter = Annotated[str | None, Query(alias="round", description="Words of it", examples=["series C"])]


@router.get("/companies", summary="List companies")
def companies(
    lookup: Nouns, name: NameFilter = None, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
) -> Page[EntityView]:
    """Organisations that do business under their own name."""
    return _entities(lookup, "Company", name, limit, cursor)


@router.get("/people", summary="List people")
def people(
    lookup: Nouns, name: NameFilter = None, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
) -> Page[EntityView]:
    """People with a name."""
    return _entities(lookup, "Person", name, limit, cursor)


@router.get("/vendors", summary="List data vendors")
def vendors(
    lookup: Nouns,
    name: NameFilter = None,
    client: NameFilter = None,
    scope: Scope = "facts",
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Vendor]:
    """Organisations that supply, or specialise in, data, labelling or annotation, and whom they supply."""
    clients = _ids(lookup, client)
    supplies: dict[str, list[Fact]] = {}
    for fact in lookup.facts(scope=scope, type="VendorRelationship"):
        if _holds(fact, "client", clients):
            for vendor in fact.slots["vendor"]:
                supplies.setdefault(vendor, []).append(fact)
    found = [
        entity
        for entity in _named(lookup, lookup.entities(type="DataVendor"), name)
        if clients is None or entity.id in supplies
    ]
    views = Views(lookup)
    return page(
        found, limit, cursor, lambda entity: entity.id, lambda entity: views.vendor(entity, supplies.get(entity.id, ()))
    )


@router.get("/roles", summary="List roles and memberships")
def roles(
    lookup: Nouns,
    person: NameFilter = None,
    organization: NameFilter = None,
    title: TitleFilter = None,
    responsibility: WordFilter = None,
    scope: Scope = "facts",
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Tenure]:
    """Who held what where, for how long: `?organization=Meta&responsibility=data+operations`."""
    people_, organizations = _ids(lookup, person), _ids(lookup, organization)
    found = [
        fact
        for fact in lookup.facts(scope=scope, type="Tenure")
        if _holds(fact, "person", people_)
        and _holds(fact, "organization", organizations)
        and _says(fact, "title", title)
        and _says(fact, "responsibility", responsibility)
    ]
    return page(found, limit, cursor, lambda fact: fact.id, Views(lookup).tenure)


@router.get("/investments", summary="List investments")
def investments(
    lookup: Nouns,
    investor: NameFilter = None,
    investee: NameFilter = None,
    stage: RoundFilter = None,
    scope: Scope = "facts",
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Investment]:
    """Who put how much into whom."""
    investors, investees = _ids(lookup, investor), _ids(lookup, investee)
    found = [
        fact
        for fact in lookup.facts(scope=scope, type="Investment")
        if _holds(fact, "investor", investors) and _holds(fact, "investee", investees) and _says(fact, "round", stage)
    ]
    return page(found, limit, cursor, lambda fact: fact.id, Views(lookup).investment)


def _entities(lookup: Lookup, class_name: str, name: str | None, limit: int, cursor: str | None) -> Page[EntityView]:
    found = _named(lookup, lookup.entities(type=class_name), name)
    return page(found, limit, cursor, lambda entity: entity.id, Views(lookup).entity)


def _ids(lookup: Lookup, text: str | None) -> set[str] | None:
    """The entities that a filter lets pass; None lets everything."""
    return None if text is None else entity_ids(lookup, text)


def _named(lookup: Lookup, entities: Iterable[Entity], name: str | None) -> list[Entity]:
    wanted = _ids(lookup, name)
    return [entity for entity in entities if wanted is None or entity.id in wanted]


def _holds(fact: Fact, slot: str, wanted: set[str] | None) -> bool:
    return wanted is None or not wanted.isdisjoint(fact.slots.get(slot, ()))


def _says(fact: Fact, slot: str, wanted: str | None) -> bool:
    return wanted is None or any(has_words(value, wanted) for value in fact.slots.get(slot, ()))
