"""Where sources stand against each other: each side with what it says and the claims that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from app.model import TIME_POINTS, Aspect, Claim, Fact, Mention, Noun, Status
from app.ontology import load_ontology
from app.query.contested import contested
from app.query.lookup import Lookup
from app.resolution.linking import ORDER
from app.resolution.support import EXISTS

_AGAINST = (Status.DENIED, Status.NEGATED)


class Side(Noun):
    """One side of a conflict: what it says, and the claims that say it."""

    says: str
    claims: tuple[Claim, ...]


class Conflict(Noun):
    """A fact, the aspect of it that is in dispute, and the sides, those with most claims first."""

    fact: Fact
    aspect: str
    sides: tuple[Side, ...]


def conflicts(lookup: Lookup, *, entity: str | None = None) -> list[Conflict]:
    """Every disagreement on record, by fact and aspect: disputed facts, and rumours that somebody denies.

    What the same claims disagree on is one disagreement, told of the first of their facts: how somebody left who held
    two posts, or the order of several facts.
    """
    found, told = [], set[tuple[str, tuple[str, ...], tuple[str, ...]]]()
    for fact in contested(lookup, entity):
        for aspect in fact.aspects:
            sides_of = (aspect.name, aspect.supported_by, aspect.disputed_by)
            if aspect.has_sides and sides_of not in told:
                told.add(sides_of)
                sides = _sides(lookup, aspect)
                if len(sides) > 1:
                    found.append(Conflict(fact=fact, aspect=aspect.name, sides=sides))
    return found


def _sides(lookup: Lookup, aspect: Aspect) -> tuple[Side, ...]:
    claims = lookup.claims_by_id([*aspect.supported_by, *aspect.disputed_by])
    if aspect.name == "time" and len(dated := [claim for claim in claims if _times(claim)]) > 1:
        claims = dated  # who gives no time says nothing of it
    by_word: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_word[_word(claim, aspect.name)].append(claim)
    sides = [Side(says=says, claims=_in_order(group)) for says, group in by_word.items()]
    return tuple(sorted(sides, key=lambda side: (-len(side.claims), side.says)))


def _word(claim: Claim, aspect: str) -> str:
    """What a claim says of an aspect: a value, a time, or yes or no."""
    times = " · ".join(_times(claim)) or "undated"
    if aspect == ORDER:
        ends = [end.name if isinstance(end, Mention) else end.value for end in (claim.subject, claim.object) if end]
        return f"{f' {load_ontology().relations[claim.relation].label} '.join(ends)} · {times}"
    if aspect == "time":
        return times
    if aspect in claim.qualifiers:
        return claim.qualifiers[aspect]
    yes = "it is so" if aspect == EXISTS else f"it {aspect}"
    return {Status.POSSIBLE: "perhaps", **dict.fromkeys(_AGAINST, "no")}.get(claim.status, yes)


def _times(claim: Claim) -> list[str]:
    time = claim.time
    stated = [f"{name} {value.text}" for name in TIME_POINTS if (value := getattr(time, name))]
    return [*stated, f"for {time.duration}"] if time.duration else stated


def _in_order(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: (claim.article, claim.evidence[0].start, claim.id)))
