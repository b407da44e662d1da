"""/companies /people /investments /vendors /roles: the things that most questions are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from app.api.context import AboutScope, AsOf, KnownNouns, Scope, StatusFilter
from app.api.matching import entity_ids, has_words, spoken_of
from app.api.orders import ENTITIES, FACTS, INVESTMENTS, EntitySort, FactSort, InvestmentSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EntityView, Investment, Tenure, Vendor, Views
from app.model import Entity, Fact, Status
from app.query.holding import holding
from app.query.lookup import Lookup
from app.resolution.situations import title_key

router = APIRouter(tags=["collections"], route_class=VersionedRoute, responses=NOT_MODIFIED)

NameFilter = Annotated[str | None, Query(description="Id, name or alias", examples=["Meta"])]
WordFilter = Annotated[str | None, Query(description="Words of it, in any order", examples=["data operations"])]
TitleFilter = Annotated[str | None, Query(description="Words of it, in any order", examples=["chief executive"])]
RoundFilter = Annotated[str | None, Query(alias="round", description="Words of it", examples=["series C"])]


@router.get("/companies", summary="List companies")
def companies(
    lookup: KnownNouns,
    name: NameFilter = None,
    scope: AboutScope = None,
    as_of: AsOf = None,
    sort: EntitySort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[EntityView]:
    """Organisations that do business under their own name.

    With `as_of`, those about which some fact holds, or may hold, on that day.
    """
    among = spoken_of(lookup, scope, as_of)
    return _entities(lookup, "Company", name, among, limit=limit, cursor=cursor, sort=sort)


@router.get("/people", summary="List people")
def people(
    lookup: KnownNouns,
    name: NameFilter = None,
    scope: AboutScope = None,
    as_of: AsOf = None,
    sort: EntitySort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[EntityView]:
    """People with a name.

    With `as_of`, those about which some fact holds, or may hold, on that day.
    """
    among = spoken_of(lookup, scope, as_of)
    return _entities(lookup, "Person", name, among, limit=limit, cursor=cursor, sort=sort)


@router.get("/vendors", summary="List data vendors")
def vendors(
    lookup: KnownNouns,
    name: NameFilter = None,
    client: NameFilter = None,
    scope: Scope = "facts",
    as_of: AsOf = None,
    sort: EntitySort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Vendor]:
    """Organisations that supply, or specialise in, data, labelling or annotation, and whom they supply.

    With `as_of`, those that supplied or specialised, or may have, on that day, and what they supplied then.
    """
    clients = _ids(lookup, client)
    then = _facts(lookup, "VendorRelationship", scope, as_of)
    supplies: dict[str, list[Fact]] = {}
    for fact in then:
        if _holds(fact, "client", clients):
            for vendor in fact.slots["vendor"]:
                supplies.setdefault(vendor, []).append(fact)
    of_the_day = None
    if as_of is not None:
        specialities = holding(lookup.facts(scope=scope, relation="specializesIn"), as_of)
        of_the_day = {vendor for fact in then for vendor in fact.slots["vendor"]}
        of_the_day |= {vendor for fact in specialities for vendor in fact.slots["subject"]}
    found = [
        entity
        for entity in _named(lookup, lookup.entities(type="DataVendor"), name)
        if (clients is None or entity.id in supplies) and (of_the_day is None or entity.id in of_the_day)
    ]
    views = Views(lookup, as_of=as_of)

    def show(entity: Entity) -> Vendor:
        return views.vendor(entity, supplies.get(entity.id, ()))

    def ahead(shown: Sequence[Entity]) -> None:
        views.expect(fact for entity in shown for fact in supplies.get(entity.id, ()))

    return page(found, ENTITIES, show, limit=limit, cursor=cursor, sort=sort, ahead=ahead)


@router.get("/roles", summary="List roles and memberships")
def roles(
    lookup: KnownNouns,
    person: NameFilter = None,
    organization: NameFilter = None,
    title: TitleFilter = None,
    responsibility: WordFilter = None,
    status: StatusFilter = None,
    scope: Scope = "facts",
    as_of: AsOf = None,
    sort: FactSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Tenure]:
    """Who held what where, for how long: `?organization=Meta&responsibility=data+operations`."""
    people_, organizations = _ids(lookup, person), _ids(lookup, organization)
    found = [
        fact
        for fact in _facts(lookup, "Tenure", scope, as_of, status)
        if _holds(fact, "person", people_)
        and _holds(fact, "organization", organizations)
        and _is_titled(fact, title)
        and _says(fact, "responsibility", responsibility)
    ]
    views = Views(lookup, as_of=as_of)
    return page(found, FACTS, views.tenure, limit=limit, cursor=cursor, sort=sort, ahead=views.expect)


@router.get("/investments", summary="List investments")
def investments(
    lookup: KnownNouns,
    investor: NameFilter = None,
    investee: NameFilter = None,
    stage: RoundFilter = None,
    status: StatusFilter = None,
    scope: Scope = "facts",
    as_of: AsOf = None,
    sort: InvestmentSort = None,
    limit: Limit = DEFAULT_LIMIT,
    cursor: Cursor = None,
) -> Page[Investment]:
    """Who put how much into whom. With `as_of`, those that had or may have happened by that day."""
    investors, investees = _ids(lookup, investor), _ids(lookup, investee)
    found = [
        fact
        for fact in _facts(lookup, "Investment", scope, as_of, status)
        if _holds(fact, "investor", investors) and _holds(fact, "investee", investees) and _says(fact, "round", stage)
    ]
    views = Views(lookup, as_of=as_of)
    return page(found, INVESTMENTS, views.investment, limit=limit, cursor=cursor, sort=sort, ahead=views.expect)


def _entities(
    lookup: Lookup,
    class_name: str,
    name: str | None,
    among: set[str] | None,
    *,
    limit: int,
    cursor: str | None,
    sort: str | None,
) -> Page[EntityView]:
    named = _named(lookup, lookup.entities(type=class_name), name)
    found = [entity for entity in named if among is None or entity.id in among]
    return page(found, ENTITIES, Views(lookup).entity, limit=limit, cursor=cursor, sort=sort)


def _facts(lookup: Lookup, type_: str, scope: str, as_of: date | None, status: Status | None = None) -> list[Fact]:
    """The facts of a class, but for those that surely did not hold on the day."""
    return holding(lookup.facts(scope=scope, type=type_, status=status), as_of)


def _ids(lookup: Lookup, text: str | None) -> set[str] | None:
    """The entities that a filter lets pass; None lets everything."""
    return None if text is None else entity_ids(lookup, text)


def _named(lookup: Lookup, entities: Iterable[Entity], name: str | None) -> list[Entity]:
    wanted = _ids(lookup, name)
    return [entity for entity in entities if wanted is None or entity.id in wanted]


def _holds(fact: Fact, slot: str, wanted: set[str] | None) -> bool:
    return wanted is None or not wanted.isdisjoint(fact.slots.get(slot, ()))


def _is_titled(fact: Fact, wanted: str | None) -> bool:
    """Whether a title has the words that were asked for, or is another name of that office: "CEO"."""
    return _says(fact, "title", wanted) or any(
        has_words(title_key(title), title_key(wanted or "")) for title in fact.slots.get("title", ())
    )


def _says(fact: Fact, slot: str, wanted: str | None) -> bool:
    return wanted is None or any(has_words(value, wanted) for value in fact.slots.get(slot, ()))
