"""/explore/entities: who and what the graph knows; each with its facts, their times and their sources."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from app.api.context import EntityId, Graph, Nouns
from app.api.explorer.changelog import rejections
from app.api.explorer.frame import PageRoute, day_of, page
from app.api.explorer.quotes import Quote, Quoter
from app.api.explorer.statements import Statement, statement
from app.api.explorer.timeline import timeline
from app.api.views import Views, first_day
from app.graphs import is_entity_id
from app.model import Article, Entity, Fact
from app.query.exports import WRITERS
from app.query.lookup import Lookup
from app.query.perspective import Perspective
from app.reading_copy import reading_copy

router = APIRouter(prefix="/explore/entities", route_class=PageRoute)

# The facts of a page in this order, under these headings; what is in none of them comes last.
_GROUPS = {
    "Roles and people": ("Tenure",),
    "Money and ownership": ("Investment", "Acquisition", "Stake"),
    "Partners and vendors": ("Partnership", "VendorRelationship"),
    "Founding": ("Founding",),
}
_OTHER = "Other facts"
_KINDS = {
    "Companies and organisations": ("Company", "Organization", "OrganizationUnit", "DataVendor"),
    "People": ("Person",),
    "Products": ("Product",),
    "Places": ("Place",),
    "Groups without a name": ("Collective",),
}


@dataclass(frozen=True)
class Mention:
    """An article that names an entity: under which names of its own, and with which words how often."""

    article: Article
    names: tuple[str, ...]
    words: tuple[tuple[str, int], ...]


@router.get("")
def list_page(
    lookup: Nouns, q: Annotated[str | None, Query(max_length=200, description="Part of a name")] = None
) -> HTMLResponse:
    """All entities by kind, those with most facts first; or those whose names contain the text."""
    text = (q or "").strip()
    found = lookup.search(text, limit=100) if text else lookup.entities()
    counts = _counts(lookup.facts(scope="all"))
    # Groups without a name are many and say little; whoever looks for one finds it.
    shown = [entity for entity in found if text or counts[entity.id] or entity.type != "Collective"]
    kinds = {
        heading: sorted(
            (entity for entity in shown if entity.type in types), key=lambda e: (-counts[e.id], e.name.casefold())
        )
        for heading, types in _KINDS.items()
    }
    return page(
        "entities.html",
        here="entities",
        title=f"Entities named “{text}”" if text else "Entities",
        search=text,
        kinds={heading: entities for heading, entities in kinds.items() if entities},
        counts=counts,
        hidden=len(found) - len(shown),
    )


@router.get("/{entity_id:path}")
def entity_page(
    entity_id: EntityId,
    now: Nouns,
    graph: Graph,
    known_by: Annotated[str | None, Query(description="Only what was known by the end of this day, ISO 8601")] = None,
    linked: Annotated[bool, Query(description="Also bounds that follow from the order of other facts")] = False,
) -> HTMLResponse:
    """One entity, with what is known of it or what was by a day; its names and what is rejected of it are today's."""
    entity, day = now.entity(entity_id), day_of(known_by)
    lookup = graph.perspectives.of(now, Perspective(day, linked=linked))
    views = Views(lookup)
    facts = sorted(lookup.facts(scope="all", entity=entity.id), key=lambda f: (first_day(f) or "9999", f.id))
    statements = [statement(views.fact(fact)) for fact in facts]
    plain = [each for each in statements if each.is_plain]
    return page(
        "entity.html",
        here="entities",
        title=entity.name,
        deciding="rulings/main",
        entity=entity,
        iri=lookup.iris.entity(entity.id).value,
        known_by=day.isoformat() if day else "",
        linked=linked,
        groups=_grouped(plain),
        unconfirmed=[each for each in statements if not each.is_plain],
        timeline=timeline(plain),
        quotes=_quotes(lookup, statements),
        mentions=_mentions(lookup, entity, {article.id for article in lookup.articles()} if day else None),
        rejections=rejections(now, entity.members),
        formats=list(WRITERS),
        needs_token=graph.settings.token is not None,
    )


def _counts(facts: Iterable[Fact]) -> Counter[str]:
    """How many facts speak of each entity."""
    return Counter(
        value for fact in facts for value in {v for vs in fact.slots.values() for v in vs if is_entity_id(v)}
    )


def _grouped(statements: Sequence[Statement]) -> Mapping[str, list[Statement]]:
    grouped: dict[str, list[Statement]] = {heading: [] for heading in (*_GROUPS, _OTHER)}
    for each in statements:
        heading = next((name for name, types in _GROUPS.items() if each.fact.type in types), _OTHER)
        grouped[heading].append(each)
    return {heading: members for heading, members in grouped.items() if members}


def _quotes(lookup: Lookup, statements: Iterable[Statement]) -> Mapping[str, list[Quote]]:
    """The evidence of each fact, by its id."""
    quoter = Quoter(lookup)
    return {
        each.fact.id: [
            quote
            for e in each.evidence
            for quote in quoter.quote(
                e.article,
                e.start,
                e.end,
                speakers=e.attribution,
                status=e.status,
                supports=e.supports,
                claims=each.claims_at(e),
                context=e.context,
            )
        ]
        for each in statements
    }


def _mentions(lookup: Lookup, entity: Entity, among: Container[str] | None) -> list[Mention]:
    """Each article (`among` those given) that names it: under which names, and with which words how often."""
    prefix = lookup.iris.article("").value
    local_ids: dict[str, set[str]] = defaultdict(set)
    for member in entity.members:
        article_id, _, local_id = member.removeprefix(prefix).partition("/entity/")
        if among is None or article_id in among:
            local_ids[article_id].add(local_id)
    found = []
    for article_id, wanted in local_ids.items():
        extraction = lookup.article(article_id)
        named = [local for local in extraction.entities if local.id in wanted]
        words = Counter(reading_copy(mention.text).text for local in named for mention in local.mentions)
        found.append(Mention(extraction.article, tuple(local.name for local in named), tuple(words.most_common())))
    return sorted(found, key=lambda each: (each.article.published or "", each.article.id))
