"""Situations as facts: slots, status of each aspect, support and time, all from the claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from app.model import Claim, Entity, Fact, Status, digest
from app.ontology import Ontology
from app.resolution.entities import Resolution
from app.resolution.situations import Placed, Situation, place, situations, title_key
from app.resolution.slots import fill, negative_slots
from app.resolution.support import ENDED, EXISTS, Stance, Verdict, judge, stances
from app.resolution.when import fact_time


def derive_facts(
    claims: Iterable[Claim],
    resolution: Resolution,
    ontology: Ontology,
    *,
    origins: Mapping[str, str],
    published: Mapping[str, str | None],
) -> list[Fact]:
    """All facts behind the claims, sorted by id.

    `origins` gives each article's independent origin, `published` its date of publication.
    """
    placed = [place(claim, resolution, ontology) for claim in claims]
    facts = [_fact(situation, ontology, origins, published) for situation in situations(placed, ontology)]
    return sorted(facts, key=lambda fact: fact.id)


def concepts(facts: Iterable[Fact]) -> list[Entity]:
    """The roles and responsibilities that tenures point to, as entities."""
    found: dict[str, Entity] = {}
    for fact in facts:
        for id_ in fact.slots.get("role", ()):
            is_title = id_.startswith("role/")
            texts = fact.slots["title" if is_title else "responsibility"]
            name = title_key(texts[0]) if is_title else texts[0]
            found[id_] = Entity(id=id_, name=name, type="Role" if is_title else "Responsibility")
    return [found[id_] for id_ in sorted(found)]


def _fact(
    situation: Situation, ontology: Ontology, origins: Mapping[str, str], published: Mapping[str, str | None]
) -> Fact:
    by_aspect: dict[str, list[Stance]] = defaultdict(list)
    for item in situation.claims:
        told_apart = ontology.ends_by_another(item.relation)
        for stance in stances(item.claim, item.relation.aspect, ends_by_another=told_apart):
            by_aspect[stance.aspect].append(stance)
    verdicts = {name: judge(found) for name, found in sorted(by_aspect.items())}
    own = verdicts.get(EXISTS) or _spoken_of(situation)
    negative = own.status in (Status.NEGATED, Status.DENIED)
    filled = negative_slots(situation) if negative else fill(situation, own.status)
    time, contradictions = fact_time(situation, verdicts.get(ENDED), published)
    supporting = [item.claim for item in situation.claims if item.claim.id in own.supported_by]
    articles = {claim.article for claim in supporting}
    return Fact(
        id=digest(*situation.key),
        type="NegativeFact" if negative else situation.schema.name,
        relation=_relation(situation.claims),
        slots=filled.slots,
        status=own.status,
        realised=own.realised,
        aspects=(*(verdict.as_aspect(name) for name, verdict in verdicts.items()), *filled.aspects, *contradictions),
        time=time,
        supported_by=own.supported_by,
        disputed_by=own.disputed_by,
        article_count=len(articles),
        independent_origins=len({origins[article] for article in articles}),
    )


def _spoken_of(situation: Situation) -> Verdict:
    """The status of a situation of which nobody says that it exists, only that it may end or has not ended."""
    claims = tuple(sorted(item.claim.id for item in situation.claims))
    return Verdict(Status.POSSIBLE, realised=True, supported_by=claims, disputed_by=())


def _relation(claims: Sequence[Placed]) -> str:
    """The relation that names the fact: of a tenure the one that says most, elsewhere there is only one."""
    names = {item.relation.name for item in claims}
    for preferred in ("heldRole", "memberOf", "joined", "left"):
        if preferred in names:
            return preferred
    return min(names)
