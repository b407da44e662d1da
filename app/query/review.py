"""Pairs of entities that may be one, for people to decide on, with what speaks for it and against it."""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from pyoxigraph import NamedNode

from app.graphs import ENTITIES, RULINGS, is_entity_id
from app.model import Entity, Fact, Noun, Ruling, RulingKind
from app.query.lookup import Lookup
from app.resolution.blocking import candidates
from app.resolution.likeness import THRESHOLD, Feature, Profile, likeness
from app.resolution.name_parts import words_of
from app.resolution.slots import SAYS_NOTHING
from app.resolution.uses import ORGANIZATION, PEOPLE, PLACE
from app.rulings import read_rulings
from app.vocab import IS_REPLACED_BY, cg

_REVIEWED = (ORGANIZATION, PEOPLE, "product", PLACE)
_TELLING = (ORGANIZATION, PEOPLE, "product")
"""Of these it tells something to be named beside them; many are at a place."""
_ID = re.compile(rf"(?:{'|'.join(_REVIEWED)})/[\w-]+")


class Candidate(Noun):
    """Two entities that may be one. `left_open` is the ruling that left it undecided, if there is one."""

    one: Entity
    other: Entity
    score: float
    features: tuple[Feature, ...]
    left_open: Ruling | None = None

    @property
    def id(self) -> str:
        """The two ids."""
        return f"{self.one.id} {self.other.id}"


def review(lookup: Lookup) -> list[Candidate]:
    """The pairs that score enough and that nobody has told apart, the likeliest first."""
    entities = {entity.id: entity for entity in lookup.entities() if entity.id.partition("/")[0] in _REVIEWED}
    ruled = _ruled(lookup)
    found = []
    for one, other in candidates(profiles(entities.values(), lookup.facts(scope="all"))):
        ruling = ruled.get(frozenset((one.id, other.id)))
        if ruling is not None and ruling.kind is RulingKind.DIFFERENT:
            continue
        seen = likeness(one, other)
        if seen.score >= THRESHOLD:
            pair = entities[one.id], entities[other.id]
            features = tuple(_in_names(feature, entities) for feature in seen.features)
            found.append(Candidate(one=pair[0], other=pair[1], score=seen.score, features=features, left_open=ruling))
    return sorted(found, key=lambda pair: (pair.left_open is not None, -pair.score, pair.id))


def _in_names(feature: Feature, entities: Mapping[str, Entity]) -> Feature:
    """A feature with the names of the entities that it saw, in place of their ids."""

    def name(match: re.Match[str]) -> str:
        return entities[match[0]].name if match[0] in entities else match[0]

    return feature.model_copy(update={"detail": _ID.sub(name, feature.detail)})


def profiles(entities: Iterable[Entity], facts: Iterable[Fact]) -> list[Profile]:
    """What matters of entities to whom they may be."""
    known: dict[str, _Known] = defaultdict(_Known)
    for fact in facts:
        if fact.status not in SAYS_NOTHING:
            _note(fact, known)
    return [_profile(entity, known[entity.id]) for entity in entities]


@dataclass(frozen=True)
class _Known:
    """What facts say of one entity."""

    ends: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    founded: set[str] = field(default_factory=set)


def _note(fact: Fact, known: dict[str, _Known]) -> None:
    ends = {value for values in fact.slots.values() for value in values if is_entity_id(value)}
    telling = {end for end in ends if end.partition("/")[0] in _TELLING}
    for end in ends:
        known[end].ends.update(telling - {end})
    for subject in fact.slots.get("subject", ()):
        objects = fact.slots.get("object", ())
        match fact.relation:
            case "formerName":
                known[subject].former.update(objects)
            case "headquarteredIn":
                known[subject].places.update(objects)
            case "foundingDate":
                known[subject].founded.update(objects)
            case _:
                pass


def _profile(entity: Entity, known: _Known) -> Profile:
    kind = entity.id.partition("/")[0]
    stated, of_firms = {*known.former}, {end for end in known.ends if end.startswith("organization/")}
    names, short = [entity.name], set[str]()
    if kind == PEOPLE:
        names += [alias for alias in entity.aliases if len(alias.split()) > 1]
    else:
        # A name that is some of its words leads to many things; any other is one that an article states.
        words = set(words_of(entity.name))
        short = {alias for alias in entity.aliases if set(words_of(alias)) <= words}
        stated |= {*entity.aliases} - short
    return Profile(
        id=entity.id,
        kind=kind,
        type=entity.type,
        names=tuple(dict.fromkeys(names)),
        stated=frozenset(stated),
        short=frozenset(short),
        firms=frozenset(of_firms) if kind == PEOPLE else frozenset(),
        neighbours=frozenset(known.ends - of_firms if kind == PEOPLE else known.ends),
        at_odds=frozenset(end for end in known.ends if end.startswith(f"{kind}/")),
        places=frozenset(known.places),
        founded=frozenset(known.founded),
    )


def _ruled(lookup: Lookup) -> dict[frozenset[str], Ruling]:
    """By pair of entities, the ruling that tells them apart or leaves it open."""
    found: dict[frozenset[str], Ruling] = {}
    for ruling in read_rulings(lookup.store.quads(graph=lookup.iris.graph(RULINGS))):
        if ruling.kind in (RulingKind.DIFFERENT, RulingKind.UNDECIDED):
            entities = sorted({_meant(about, lookup) for about in ruling.about})
            for pair in combinations(entities, 2):
                if frozenset(pair) not in found or ruling.kind is RulingKind.DIFFERENT:
                    found[frozenset(pair)] = ruling
    return found


def _meant(about: str, lookup: Lookup) -> str:
    """The entity that a ruling's id or local entity stands for now."""
    iris, graph = lookup.iris, lookup.iris.graph(ENTITIES)
    node = NamedNode(about) if about.startswith(iris.base) else iris.entity(about)
    for predicate in (cg("denotes"), IS_REPLACED_BY):
        for quad in lookup.store.quads(node, predicate, None, graph):
            if isinstance(quad.object, NamedNode):
                return iris.local_name(quad.object)
    return iris.local_name(node)


class FreshReview:
    """The pairs of a graph that changes: found when they are first asked for, and again after a change."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._made: tuple[int, list[Candidate]] | None = None

    def of(self, lookup: Lookup) -> list[Candidate]:
        """The pairs of the graph as it is."""
        generation = lookup.store.generation
        with self._lock:
            if self._made is None or self._made[0] != generation:
                self._made = generation, review(lookup)
            return self._made[1]
