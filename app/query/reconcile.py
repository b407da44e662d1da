"""Which entity a row of somebody's table means: by its name, its class, and what else the row says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from app.errors import NotFound
from app.graphs import is_entity_id
from app.model import Entity, Noun
from app.ontology import load_ontology
from app.query.lookup import Lookup
from app.query.name_index import Hit, NameIndex
from app.query.names import fold
from app.resolution.uses import ORGANIZATION, PEOPLE, name_key

# How much the row's other columns count beside the name.
_WEIGHT_OF_REST = 0.3
_EXACT = 0.99  # an alias that is the very name scores a little less than the name
_LAST_NAME_FIRST = re.compile(r"\s*([^,]+?)\s*,\s*([^,]+?)\s*")


@dataclass(frozen=True)
class Known:
    """What another column says: the entity or value at the other end of a relation, as an id or in words."""

    relation: str
    value: str


class Candidate(Noun):
    """An entity that a row may mean. `score` goes to 100; `match` where it is that one and no other."""

    entity: Entity
    name_score: float
    score: float
    match: bool


def candidates(
    lookup: Lookup,
    names: NameIndex,
    text: str,
    *,
    types: Sequence[str] = (),
    known: Sequence[Known] = (),
    limit: int = 5,
) -> list[Candidate]:
    """The entities that a text may mean, best first.

    Raises:
        BadInput: there is no such class.
    """
    hits = _hits(names, text, types, limit)
    rated = [(hit, _share(lookup, hit.entity, known)) for hit in hits]
    rated.sort(key=lambda pair: -_score(pair[0].score, pair[1]))  # stable: among equals the order of the names stays
    # That one has for a name what another is called as well says nothing of which is meant: the rest of the row does.
    sure = [share or 0 for hit, share in rated if hit.score >= _EXACT]
    return [
        Candidate(
            entity=hit.entity,
            name_score=hit.score,
            score=round(100 * _score(hit.score, share), 1),
            # The very name, and nobody else of that name for whom as much speaks.
            match=hit.score >= _EXACT and (share or 0) == max(sure) and sure.count(share or 0) == 1,
        )
        for hit, share in rated[:limit]
    ]


def spellings(cell: str) -> Iterator[str]:
    """A name as tables have it, and as articles would: without legal form and honorific, the first name first.

    >>> list(spellings("Roe, Dr Ann")), list(spellings("Acme, Inc."))
    (['Roe, Dr Ann', 'Dr Ann Roe', 'ann roe'], ['Acme, Inc.', 'acme'])
    """
    yield cell
    bare = name_key(cell, ORGANIZATION)
    if bare != name_key(cell, "product"):  # of a product's name nothing is left out
        yield bare
        return
    if turned := _LAST_NAME_FIRST.fullmatch(cell):
        cell = f"{turned[2]} {turned[1]}"
        yield cell
    untitled = name_key(cell, PEOPLE)
    if untitled != name_key(cell, "product") and len(untitled.split()) > 1:
        yield untitled


def _hits(names: NameIndex, text: str, types: Iterable[str], limit: int) -> list[Hit]:
    # A few more than asked for, since the rest of the row may turn their order round.
    found: dict[str, Hit] = {}
    wanted: list[str | None] = [*types] or [None]
    for spelt, type_ in product(spellings(text), wanted):
        for hit in names.search(spelt, type=type_, limit=limit + 10):
            if hit.entity.id not in found or found[hit.entity.id].score < hit.score:
                found[hit.entity.id] = hit
    return sorted(found.values(), key=lambda hit: -hit.score)


def _score(name_score: float, share: float | None) -> float:
    return name_score if share is None else (1 - _WEIGHT_OF_REST) * name_score + _WEIGHT_OF_REST * share


def _share(lookup: Lookup, entity: Entity, known: Sequence[Known]) -> float | None:
    """How much of what is known fits the entity, from 0 to 1; None where nothing is known."""
    # Each relation is looked up once, however many values of it are given.
    there = {
        relation: {name for names in ends(lookup, entity, relation) for name in names}
        for relation in {each.relation for each in known}
    }
    return sum(fold(each.value) in there[each.relation] for each in known) / len(known) if known else None


def ends(lookup: Lookup, entity: Entity, relation: str) -> Iterable[set[str]]:
    """What stands at the other end of an entity's facts of a relation: each with its id and its names, folded."""
    schema = load_ontology().relations[relation]
    for fact in lookup.facts(relation=relation, entity=entity.id):
        for slot in {schema.subject_slot, schema.object_slot or schema.subject_slot}:
            for value in fact.slots.get(slot, ()):
                if value != entity.id:
                    yield {fold(value), *_names(lookup, value)}


def _names(lookup: Lookup, value: str) -> set[str]:

    if not is_entity_id(value):
        return set()
    try:
        found = lookup.entity(value)
    except NotFound:
        return set()
    return {fold(name) for name in (found.name, *found.aliases)}
