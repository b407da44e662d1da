"""Facts whose order in time cannot be as all their sources have it, found where they are shown and not in the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.model import Fact
from app.query.lookup import Lookup
from app.resolution.linking import ORDER, linked


def with_order(facts: Sequence[Fact], among: Iterable[Fact]) -> list[Fact]:
    """The facts, with a disputed aspect `order` where those `among` which they are contradict each other's order."""
    found = {fact.id: fact for fact in linked(among) if any(aspect.name == ORDER for aspect in fact.aspects)}
    return [found.get(fact.id, fact) for fact in facts]


def around(lookup: Lookup, facts: Iterable[Fact]) -> list[Fact]:
    """The facts, and all that could be linked with them: whatever is known of when the same people held what.

    Costs a look-up for each person that the facts name, and for each whom these succeeded or who succeeded them.
    """
    found = {fact.id: fact for fact in facts}
    seen: set[str] = set()
    ahead = _people(found.values())
    while ahead:
        seen |= ahead
        new = [fact for person in sorted(ahead) for fact in lookup.facts(entity=person)]
        found |= {fact.id: fact for fact in new}
        ahead = _people(new) - seen
    return list(found.values())


def _people(facts: Iterable[Fact]) -> set[str]:
    """The people of tenures and of successions."""
    people: set[str] = set()
    for fact in facts:
        people.update(fact.slots.get("person", ()))
        if fact.relation == "succeeded":
            people.update(fact.slots.get("subject", ()), fact.slots.get("object", ()))
    return people
