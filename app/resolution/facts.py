"""Situations as facts: slots, status of each aspect, support and time, all from the claims alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from app.model import Aspect, Claim, Entity, Fact, Status, digest
from app.ontology import Ontology
from app.resolution.entities import Resolution
from app.resolution.situations import Placed, Situation, place, situations, title_key
from app.resolution.support import ENDED, EXISTS, Stance, judge, stances
from app.resolution.when import fact_time
from app.vocab import slug

# Amounts that differ by less are one amount, rounded differently.
AMOUNT_TOLERANCE = Decimal("0.05")
_NUMERIC = frozenset({"amount", "percent", "valuation"})


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
    facts = [_fact(situation, origins, published) for situation in situations(placed, ontology)]
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


def _fact(situation: Situation, origins: Mapping[str, str], published: Mapping[str, str | None]) -> Fact:
    by_aspect: dict[str, list[Stance]] = defaultdict(list)
    for item in situation.claims:
        for stance in stances(item.claim, item.relation.aspect):
            by_aspect[stance.aspect].append(stance)
    verdicts = {name: judge(found) for name, found in sorted(by_aspect.items())}
    own = verdicts.get(EXISTS) or next(iter(verdicts.values()))
    negative = own.status in (Status.NEGATED, Status.DENIED)
    slots = _negative_slots(situation) if negative else _slots(situation)
    slots, disagreements = _settle(slots, situation)
    time, contradictions = fact_time(situation, verdicts.get(ENDED), published)
    supporting = [item.claim for item in situation.claims if item.claim.id in own.supported_by]
    articles = {claim.article for claim in supporting}
    return Fact(
        id=digest(*situation.key),
        type="NegativeFact" if negative else situation.schema.name,
        relation=_relation(situation.claims),
        slots=slots,
        status=own.status,
        realised=own.realised,
        aspects=(*(verdict.as_aspect(name) for name, verdict in verdicts.items()), *disagreements, *contradictions),
        time=time,
        supported_by=own.supported_by,
        disputed_by=own.disputed_by,
        article_count=len(articles),
        independent_origins=len({origins[article] for article in articles}),
    )


def _relation(claims: Sequence[Placed]) -> str:
    """The relation that names the fact: of a tenure the one that says most, elsewhere there is only one."""
    names = {item.relation.name for item in claims}
    for preferred in ("heldRole", "memberOf", "joined", "left"):
        if preferred in names:
            return preferred
    return min(names)


def _negative_slots(situation: Situation) -> dict[str, tuple[str, ...]]:
    """What is denied goes into neutral slots, so that no query for the fact class matches it."""
    first = situation.claims[0]
    subject, *objects = [value for values in first.slots.values() for value in values]
    return {"subject": (subject,), "object": tuple(objects)} if objects else {"subject": (subject,)}


def _slots(situation: Situation) -> dict[str, tuple[str, ...]]:
    """The slots of subject and object, and every qualifier that a claim with a stance for it gives."""
    slots: dict[str, Counter[str]] = defaultdict(Counter)
    first = situation.claims[0]
    found = dict(first.slots)
    for item in situation.claims:
        claim = item.claim
        if claim.status in (Status.NEGATED, Status.DENIED, Status.QUESTION):
            continue
        for name, value in claim.qualifiers.items():
            slots[name][value] += 1
    for name, votes in slots.items():
        found[name] = _distinct(votes)
    return found | _roles(found)


def _distinct(votes: Counter[str]) -> tuple[str, ...]:
    """Values that differ by more than case, the commonest spelling of each, sorted."""
    best: dict[str, str] = {}
    for value in sorted(votes, key=lambda value: (-votes[value], value)):
        best.setdefault(" ".join(value.casefold().split()), value)
    return tuple(sorted(best.values()))


def _roles(slots: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The concepts that a tenure's title and responsibility stand for (a responsibility: within its organisation)."""
    if "person" not in slots or "organization" not in slots:
        return {}
    place_ = slots["organization"][0].partition("/")[2]
    roles = [f"role/{slug(title_key(slots['title'][0]))}"] if "title" in slots else []
    if "responsibility" in slots:
        roles.append(f"responsibility/{place_}-{slug(slots['responsibility'][0])}")
    return {"role": tuple(roles)} if roles else {}


def _settle(slots: dict[str, tuple[str, ...]], situation: Situation) -> tuple[dict[str, tuple[str, ...]], list[Aspect]]:
    """For slots that can have one value: the most precise of those that agree; else all, and a disputed aspect."""
    disputes = []
    for name in sorted(situation.schema.functional_slots & slots.keys()):
        values = slots[name]
        if len(values) == 1:
            continue
        kept = _most_precise(values) if name in _NUMERIC else None
        if kept is not None:
            slots = slots | {name: (kept,)}
        else:
            disputes.append(_disagreement(name, situation))
    return slots, disputes


def _most_precise(values: Sequence[str]) -> str | None:
    """Of numbers within tolerance of each other, the one with most digits; None if they are further apart."""
    try:
        numbers = {value: Decimal(value) for value in values}
    except InvalidOperation:
        return None
    least, most = min(numbers.values()), max(numbers.values())
    if most - least > most * AMOUNT_TOLERANCE:
        return None
    return max(values, key=lambda value: (len(numbers[value].normalize().as_tuple().digits), value))


def _disagreement(name: str, situation: Situation) -> Aspect:
    claims = sorted(item.claim.id for item in situation.claims if name in item.claim.qualifiers)
    return Aspect(name=name, status=Status.DISPUTED, supported_by=tuple(claims))
