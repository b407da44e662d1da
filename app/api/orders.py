"""What each list can be sorted by, and how it is sorted when nothing is asked for."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Annotated

from app.api.paging import Order
from app.api.views import first_day
from app.model import Article, Change, Claim, Entity, Fact, Ruling
from app.query.conflicts import Conflict
from app.query.names import fold


def _amount(fact: Fact) -> float | None:
    """The amount on which there is no disagreement. Currencies are not converted: filter first."""
    values = fact.slots.get("amount", ())
    try:
        return float(Decimal(values[0])) if len(values) == 1 else None
    except InvalidOperation:
        return None


_FACT_KEYS = {
    "date": first_day,
    "relation": lambda fact: fact.relation,
    "status": lambda fact: str(fact.status),
    "articles": lambda fact: fact.article_count,
    "origins": lambda fact: fact.independent_origins,
}

ENTITIES: Order[Entity] = Order(
    id_of=lambda entity: entity.id,
    keys={
        "name": lambda entity: fold(entity.name),
        "type": lambda entity: entity.type,
        "mentions": lambda entity: len(entity.members),
    },
)
FACTS: Order[Fact] = Order(id_of=lambda fact: fact.id, keys=_FACT_KEYS)
INVESTMENTS: Order[Fact] = Order(id_of=lambda fact: fact.id, keys={**_FACT_KEYS, "amount": _amount})
TIMELINE: Order[Fact] = Order(id_of=lambda fact: fact.id, usual=first_day, keys=_FACT_KEYS)
CLAIMS: Order[Claim] = Order(
    id_of=lambda claim: claim.id,
    usual=lambda claim: f"{claim.article} {claim.evidence[0].start if claim.evidence else 0:09}",
    keys={
        "confidence": lambda claim: claim.confidence,
        "relation": lambda claim: claim.relation,
        "status": lambda claim: str(claim.status),
    },
)
ARTICLES: Order[Article] = Order(
    id_of=lambda article: article.id,
    usual=lambda article: article.published or "",  # undated ones first
    keys={
        "published": lambda article: article.published,
        "title": lambda article: fold(article.title) if article.title else None,
        "publisher": lambda article: fold(article.publisher) if article.publisher else None,
        "characters": lambda article: len(article.text),
    },
)
CONFLICTS: Order[Conflict] = Order(
    id_of=lambda conflict: f"{conflict.fact.id}-{conflict.aspect}",
    keys={
        "aspect": lambda conflict: conflict.aspect,
        "claims": lambda conflict: sum(len(side.claims) for side in conflict.sides),
        "date": lambda conflict: first_day(conflict.fact),
    },
)
CHANGES: Order[Change] = Order(
    id_of=lambda change: f"{change.at.isoformat()} {change.cause} {' '.join(change.about)}",
    keys={"at": lambda change: change.at.isoformat(), "facts": lambda change: len(change.facts)},
)
RULINGS: Order[Ruling] = Order(id_of=lambda ruling: ruling.id, keys={"kind": lambda ruling: str(ruling.kind)})

EntitySort = Annotated[str | None, ENTITIES.query]
FactSort = Annotated[str | None, FACTS.query]
InvestmentSort = Annotated[str | None, INVESTMENTS.query]
ClaimSort = Annotated[str | None, CLAIMS.query]
ArticleSort = Annotated[str | None, ARTICLES.query]
ConflictSort = Annotated[str | None, CONFLICTS.query]
ChangeSort = Annotated[str | None, CHANGES.query]
RulingSort = Annotated[str | None, RULINGS.query]
