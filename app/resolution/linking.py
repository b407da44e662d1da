"""Bounds that follow from the order of situations: who succeeded whom, who went where, roles within memberships.

Facts are derived one by one and hold what their own claims say. This narrows their bounds by what other facts say of
the order, for whoever asks for it: *stated* where a source gives the order, *assumed* where it is merely usual.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

from networkx.utils import UnionFind

from app.model import Aspect, Bounds, Fact, Status
from app.resolution.situations import title_key
from app.resolution.timeline import Constraint, Ground, Solution, apart, not_after, not_before, solve
from app.resolution.uses import name_id

STATED, ASSUMED = "stated", "assumed"
ORDER = "order"
"""The aspect in dispute where facts cannot be in the order that their sources give."""
# How soon a successor is assumed to take over, in days.
_HANDOVER = 31
_BETWEEN = "\x1f"


@dataclass(frozen=True)
class _Link:
    """Constraints between two tenures; `ends` is the id of the one that they say has an end, if they do."""

    one: str
    other: str
    constraints: tuple[Constraint, ...]
    ends: str | None = None


def linked(facts: Iterable[Fact], *, assume: bool = False) -> list[Fact]:
    """The facts that bear on each other's times, with the bounds that follow from all of them together.

    Facts that nothing links are not among them. Where the order cannot be true, each keeps its own bounds and gets a
    disputed aspect `order` with the claims of all that contradict each other.
    """
    held = {fact.id: fact for fact in facts if fact.realised and fact.status.vouched}
    tenures = [fact for fact in held.values() if fact.type == "Tenure"]
    links = [*_moves(tenures), *_successions(held.values(), tenures, assume), *_roles(tenures)]
    links += _one_post_at_a_time(tenures) if assume else []
    joined = UnionFind(id_ for link in links for id_ in (link.one, link.other))
    for link in links:
        joined.union(link.one, link.other)
    groups: dict[str, list[_Link]] = defaultdict(list)
    for link in links:
        groups[joined[link.one]].append(link)
    return sorted((fact for group in groups.values() for fact in _solved(group, held)), key=lambda fact: fact.id)


# --- what links tenures ----------------------------------------------------------------------------------------------


def _moves(tenures: Sequence[Fact]) -> Iterator[_Link]:
    """Who joined a place from another, or left it for another, had left the one when the other began."""
    at: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in tenures:
        at[fact.slots["person"][0], fact.slots["organization"][0]].append(fact)
    for fact in tenures:
        person = fact.slots["person"][0]
        for slot, word in (("from", "joined from"), ("destination", "left for")):
            for name in fact.slots.get(slot, ()):
                for other in at.get((person, name_id(name, "Organization")), ()):
                    before, after = (other, fact) if slot == "from" else (fact, other)
                    if before.id != after.id:
                        yield _after(before, after, Ground(STATED, f'{word} "{name}"', fact.id))


def _successions(facts: Iterable[Fact], tenures: Sequence[Fact], assume: bool) -> Iterator[_Link]:
    """A successor's role begins no sooner than the predecessor's has ended; and soon after, if that is assumed."""
    of: dict[str, list[Fact]] = defaultdict(list)
    for fact in tenures:
        of[fact.slots["person"][0]].append(fact)
    for fact in facts:
        if fact.relation != "succeeded" or not fact.slots.get("object"):
            continue
        titles = {title_key(title) for title in fact.slots.get("title", ())}
        places = {name_id(name, "Organization") for name in fact.slots.get("organization", ())}
        for new in of[fact.slots["subject"][0]]:
            for old in of[fact.slots["object"][0]]:
                if _one_post(new, old, titles, places):
                    ground = Ground(STATED, "one succeeded the other", fact.id)
                    yield _after(old, new, ground)
                    if assume:
                        soon = Ground(ASSUMED, f"a successor takes over within {_HANDOVER} days", fact.id)
                        yield _Link(old.id, new.id, tuple(apart(_end(old), _start(new), 0, _HANDOVER, soon)), old.id)


def _one_post(one: Fact, other: Fact, titles: set[str], places: set[str]) -> bool:
    """Whether two tenures are of one post: the same place and role, as far as the succession names them."""
    place = one.slots["organization"][0]
    if place != other.slots["organization"][0] or (places and place not in places):
        return False
    keys = [{title_key(title) for title in fact.slots.get("title", ())} for fact in (one, other)]
    return all(not key or not titles or key & titles for key in keys) and (not all(keys) or bool(keys[0] & keys[1]))


def _roles(tenures: Sequence[Fact]) -> Iterator[_Link]:
    """A role lies within the membership of the place."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in tenures:
        groups[fact.slots["person"][0], fact.slots["organization"][0]].append(fact)
    for group in groups.values():
        for membership in (fact for fact in group if "role" not in fact.slots):
            for role in (fact for fact in group if "role" in fact.slots):
                ground = Ground(STATED, "a role lies within the membership", membership.id)
                found = apart(_start(membership), _start(role), 0, None, ground)
                if membership.time.ended:
                    found += apart(_end(role), _end(membership), 0, None, ground)
                yield _Link(membership.id, role.id, tuple(found), role.id if membership.time.ended else None)


def _one_post_at_a_time(tenures: Sequence[Fact]) -> Iterator[_Link]:
    """Whoever takes the same office elsewhere gives up the one they had: merely usual."""
    groups: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for fact in tenures:
        for role in fact.slots.get("role", ()):
            if role.startswith("role/"):
                groups[fact.slots["person"][0], role].append(fact)
    for group in groups.values():
        for old, new in permutations(group, 2):
            latest, earliest = old.time.start.latest, new.time.start.earliest
            elsewhere = old.slots["organization"] != new.slots["organization"]
            if elsewhere and latest and earliest and latest < earliest:
                yield _after(old, new, Ground(ASSUMED, "nobody holds one office in two places", new.id))


def _after(before: Fact, after: Fact, ground: Ground) -> _Link:
    return _Link(before.id, after.id, tuple(apart(_end(before), _start(after), 0, None, ground)), before.id)


def _start(fact: Fact) -> str:
    return f"{fact.id} start"


def _end(fact: Fact) -> str:
    return f"{fact.id} end"


# --- what follows ----------------------------------------------------------------------------------------------------


def _solved(links: Sequence[_Link], held: Mapping[str, Fact]) -> Iterator[Fact]:
    facts = [held[id_] for id_ in sorted({id_ for link in links for id_ in (link.one, link.other)})]
    constraints = [constraint for link in links for constraint in link.constraints]
    constraints += [constraint for fact in facts for constraint in _own(fact)]
    solution = solve([point for fact in facts for point in (_start(fact), _end(fact))], constraints)
    at_odds = {constraint.given_by.claim for constraint in solution.conflict}
    at_odds |= {point.partition(" ")[0] for c in solution.conflict for point in (c.earlier, c.later)}
    claims = sorted({claim for id_ in at_odds if id_ in held for claim in held[str(id_)].supported_by})
    ending = {link.ends for link in links}
    for fact in facts:
        if not solution.conflict:
            yield _narrowed(fact, solution, has_end=fact.time.ended or fact.id in ending)
        elif fact.id in at_odds:
            disputed = Aspect(name=ORDER, status=Status.DISPUTED, supported_by=tuple(claims))
            yield fact.model_copy(update={"aspects": (*fact.aspects, disputed)})


def _own(fact: Fact) -> Iterator[Constraint]:
    """What a fact's own claims say: its bounds, how long it lasted, and that nothing ends before it starts."""
    for point, bounds in ((_start(fact), fact.time.start), (_end(fact), fact.time.end)):
        ground = Ground("", _BETWEEN.join(bounds.because), fact.id)
        if bounds.earliest:
            yield not_before(point, bounds.earliest, ground)
        if bounds.latest:
            yield not_after(point, bounds.latest, ground)
    yield from apart(_start(fact), _end(fact), 0, None, Ground(STATED, "nothing ends before it starts"))
    if fact.time.duration_min_days is not None:
        ground = Ground(STATED, f"it lasted {fact.time.duration}", fact.id)
        least, most = fact.time.duration_min_days, fact.time.duration_max_days
        yield from apart(_start(fact), _end(fact), least, most, ground)


def _narrowed(fact: Fact, solution: Solution, *, has_end: bool) -> Fact:
    start = _told(solution.bounds[_start(fact)])
    end = _told(solution.bounds[_end(fact)]) if has_end else fact.time.end
    return fact.model_copy(update={"time": fact.time.model_copy(update={"start": start, "end": end})})


def _told(bounds: Bounds) -> Bounds:
    """Bounds with the reasons one by one."""
    because = (part for reason in bounds.because for part in reason.split(_BETWEEN) if part)
    return bounds.model_copy(update={"because": tuple(dict.fromkeys(because))})
