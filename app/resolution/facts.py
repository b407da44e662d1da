"""Situations as facts: slots, status of each aspect, support and time, all from the claims alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from app.model import Claim, Fact, Status, digest
from app.ontology import NEGATIVE, Ontology, load_ontology
from app.resolution.called_off import called_off
from app.resolution.entities import LocalId
from app.resolution.parts import HERE, Spread, packed
from app.resolution.situations import Placed, Situation, fits, place, situations, slot_key, title_key
from app.resolution.slots import fill, negative_slots
from app.resolution.support import AFFIRMING, ENDED, EXISTS, Stance, Verdict, judge, stances
from app.resolution.when import fact_time


def gather(claims: Iterable[Claim], of_local: Mapping[LocalId, str], ontology: Ontology) -> dict[str, list[Placed]]:
    """Claims by group: those that agree on their situation's key slots, and can make one fact together."""
    groups: dict[str, list[Placed]] = defaultdict(list)
    for claim in claims:
        placed = place(claim, of_local, ontology)
        groups[digest(*slot_key(placed, ontology))].append(placed)
    return groups


def facts_of(
    group: Iterable[Placed], ontology: Ontology, *, origins: Mapping[str, str], published: Mapping[str, str | None]
) -> list[Fact]:
    """The facts behind one group of claims. Nothing but these claims can change them.

    A claim of somebody who is ruled to be no person that only a person can be meant by is a misreading, and no fact.

    `origins` gives each article's independent origin, if it is another article; `published` its date of publication.
    """
    ordered = sorted((item for item in group if fits(item, ontology)), key=lambda item: item.claim.id)
    return [_fact(situation, ontology, origins, published) for situation in situations(ordered, ontology, published)]


def facts_of_groups(
    groups: Mapping[str, Sequence[Placed]],
    *,
    origins: Mapping[str, str],
    published: Mapping[str, str | None],
    spread: Spread = HERE,
) -> Iterator[tuple[str, list[Fact]]]:
    """The facts behind each of many groups, one after the other; elsewhere they are worked out in parts of groups."""
    if spread.parts == 1:
        ontology = load_ontology()
        for name, group in groups.items():
            yield name, facts_of(group, ontology, origins=origins, published=published)
        return
    parts = []
    for names in packed({name: len(group) for name, group in groups.items()}, spread.parts):
        part = {name: groups[name] for name in names}
        articles = {item.claim.article for group in part.values() for item in group}
        origin = {article: origins[article] for article in articles if article in origins}
        parts.append((part, origin, {article: published[article] for article in articles}))
    for found in spread.over(_facts_of_part, parts):
        yield from found.items()


def _facts_of_part(
    part: tuple[Mapping[str, Sequence[Placed]], Mapping[str, str], Mapping[str, str | None]],
) -> dict[str, list[Fact]]:
    groups, origins, published = part
    ontology = load_ontology()
    return {name: facts_of(group, ontology, origins=origins, published=published) for name, group in groups.items()}


@dataclass(frozen=True)
class Concept:
    """A role or responsibility as one fact spells it."""

    id: str
    name: str


def concepts(fact: Fact) -> Iterator[Concept]:
    """The roles and responsibilities that a tenure points to."""
    for id_ in fact.slots.get("role", ()):
        is_title = id_.startswith("role/")
        texts = fact.slots["title" if is_title else "responsibility"]
        yield Concept(id_, title_key(texts[0]) if is_title else texts[0])


def _fact(
    situation: Situation, ontology: Ontology, origins: Mapping[str, str], published: Mapping[str, str | None]
) -> Fact:
    by_aspect: dict[str, list[Stance]] = defaultdict(list)
    for item in situation.claims:
        for stance in stances(item.claim, item.relation, ontology):
            by_aspect[stance.aspect].append(stance)
    dropped = {name: off for name, found in by_aspect.items() if (off := called_off(found, published)) is not None}
    verdicts = {
        name: dropped[name][0] if name in dropped else judge(found) for name, found in sorted(by_aspect.items())
    }
    own = verdicts.get(EXISTS) or _spoken_of(situation)
    negative = own.status in (Status.NEGATED, Status.DENIED)
    filled = negative_slots(situation) if negative else fill(situation, own.status)
    no_more = {claim for _, plan in dropped.values() for claim in plan}
    time, contradictions = fact_time(_without(situation, no_more), verdicts.get(ENDED), published)
    if contradictions and situation.says_when:
        own = verdicts[EXISTS] = replace(own, status=Status.DISPUTED)
    details = (*filled.aspects, *contradictions)
    # Hearsay that gives another amount or day has nothing against there being such a thing, but it does not bear out
    # the fact as it is told.
    apart = {claim for aspect in details for claim in aspect.disputed_by}
    supporting = set(own.supported_by) - apart - no_more
    telling = supporting - _doubting(own.status, by_aspect[EXISTS])
    articles = {item.claim.article for item in situation.claims if item.claim.id in telling}
    return Fact(
        id=digest(*situation.key),
        type=NEGATIVE if negative else situation.schema.name,
        relation=_relation(situation.claims),
        slots=filled.slots,
        status=own.status,
        realised=own.realised,
        aspects=(*(verdict.as_aspect(name) for name, verdict in verdicts.items()), *details),
        time=time,
        supported_by=tuple(sorted(supporting)),
        disputed_by=tuple(sorted({*own.disputed_by, *apart, *no_more} - supporting)),
        article_count=len(articles),
        independent_origins=len({origins.get(article, article) for article in articles}),
    )


def _without(situation: Situation, no_more: Set[str]) -> Situation:
    """The situation but for what was planned and came to nothing: it dates nothing."""
    return replace(situation, claims=tuple(item for item in situation.claims if item.claim.id not in no_more))


def _doubting(status: Status, found: Sequence[Stance]) -> set[str]:
    """The claims that only hold possible what others say is so: who weighed a bid bears no witness that it was made."""
    affirmed = status in (*AFFIRMING, Status.DISPUTED)
    return {each.claim.id for each in found if affirmed and each.status not in AFFIRMING}


def _spoken_of(situation: Situation) -> Verdict:
    """The status of a situation of which nobody says that it exists, only that it may end or has not ended."""
    claims = tuple(sorted(item.claim.id for item in situation.claims))
    return Verdict(Status.POSSIBLE, realised=True, supported_by=claims, disputed_by=())


def _relation(claims: Sequence[Placed]) -> str:
    """The relation that names the fact: of a tenure the one that says most, elsewhere there is only one."""
    return min((item.relation.precedence, item.relation.name) for item in claims)[1]
