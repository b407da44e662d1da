"""Facts whose order in time cannot be as all their sources have it, found where they are shown and not in the store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.graphs import FACTS
from app.model import Fact
from app.query.lookup import Lookup
from app.query.nodes import iri_or_none, select_nodes
from app.resolution.linking import ORDER, linked
from app.vocab import cg

_HOLDERS = ("person", "subject", "object")
_WAYS = (
    # a successor or predecessor
    f"?one {cg('relation')} {cg('succeeded')} ; {cg('subject')}|{cg('object')} ?person",
    # somebody who came from, or went to, a place that is named
    f"?one {cg('from')}|{cg('destination')} ?place ; {cg('person')} ?person",
    # a role, and a membership without one, in the same place
    f"?one {cg('role')} ?role ; {cg('person')} ?person ; {cg('organization')} ?place . "
    f"?other {cg('person')} ?person ; {cg('organization')} ?place FILTER NOT EXISTS {{ ?other {cg('role')} ?any }}",
)
"""What `linked` puts facts in order by, as patterns that find the people of whom there is any."""


def with_order(facts: Sequence[Fact], among: Iterable[Fact]) -> list[Fact]:
    """The facts, with a disputed aspect `order` where those `among` which they are contradict each other's order."""
    found = {fact.id: fact for fact in linked(among) if any(aspect.name == ORDER for aspect in fact.aspects)}
    return [found.get(fact.id, fact) for fact in facts]


def around(lookup: Lookup, facts: Iterable[Fact]) -> list[Fact]:
    """The facts, and all that could be linked with them: whatever is known of when the same people held what.

    Costs a look-up for the people that the facts name, and for those whom these succeeded or who succeeded them.
    """
    found = {fact.id: fact for fact in facts}
    seen: set[str] = set()
    ahead = _people(found.values())
    while ahead:
        seen |= ahead
        new = lookup.facts(entity=ahead)
        found |= {fact.id: fact for fact in new}
        ahead = _people(new) - seen
    return list(found.values())


def out_of_order(lookup: Lookup, entity: str | None = None) -> list[Fact]:
    """The facts, of those that name the entity if one is given, whose order in time cannot be as their sources have it.

    Reads no more than the facts of those people of whom there is anything that could put their facts in order.
    """
    node = None if entity is None else iri_or_none(lookup.iris.entity, entity)
    if entity is not None and node is None:
        return []
    near = f"?near ?slot {node} ; {'|'.join(str(cg(name)) for name in _HOLDERS)} ?person ." if node else ""
    ways = " UNION ".join(f"{{ {way} }}" for way in _WAYS)
    where = f"GRAPH {lookup.iris.graph(FACTS)} {{ {near} {ways} }}"
    people = [lookup.iris.local_name(node) for node in select_nodes(lookup.store, "person", where)]
    facts = lookup.facts(entity=people) if people else []
    named = [f for f in facts if entity is None or any(entity in values for values in f.slots.values())]
    return [fact for fact in with_order(named, around(lookup, facts)) if any(a.name == ORDER for a in fact.aspects)]


def _people(facts: Iterable[Fact]) -> set[str]:
    """The people of tenures and of successions."""
    people: set[str] = set()
    for fact in facts:
        people.update(fact.slots.get("person", ()))
        if fact.relation == "succeeded":
            people.update(fact.slots.get("subject", ()), fact.slots.get("object", ()))
    return people
