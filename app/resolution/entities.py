"""Local entities of many articles joined into global ones, by name; nothing is merged on a guess.

Two local entities are one when they share a name, or when one article states that a name is another name of the thing
("Facebook, now Meta"). A name that is merely part of another ("Apex" and "Apex Foods") joins nothing, unless all that
`app/resolution/short_forms.py` asks for shows it to be short for the other. People need a shared employer besides the
name, and an unnamed group is never anybody but itself.

What is joined are uses (`app/resolution/uses.py`). Uses that share no name, no other name and no ruling cannot matter
to each other: whatever is closed under these can be resolved by itself, with the same result as in the whole, once
what is said around its short forms is given.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, combinations

from app.model import Entity, Extraction, Ruling, RulingKind, digest
from app.resolution.joining import Joining, ruled
from app.resolution.parts import HERE, Spread, blocks, packed
from app.resolution.short_forms import Surroundings, Tie, join_short_forms, surroundings, ties_of
from app.resolution.uses import NAMELESS, PEOPLE, Use, name_key, uses_of
from app.vocab import Iris, slug

Uses = Mapping[Use, int]
"""How many local entities are behind each use."""
_ALONE = Surroundings()


@dataclass(frozen=True, order=True)
class LocalId:
    """A local entity: the article and its id there."""

    article: str
    local: str


@dataclass(frozen=True)
class Meaning:
    """What uses stand for: global entities without members, and by use the id of its entity.

    A use without an id stands for nobody in particular: each local entity behind it is somebody else.
    """

    entities: tuple[Entity, ...]
    of_use: Mapping[Use, str | None]


@dataclass(frozen=True)
class Resolution:
    """The global entities, and which of them each local one is."""

    entities: tuple[Entity, ...]
    of_local: Mapping[LocalId, str]
    uses: Mapping[LocalId, Use]
    ties: Mapping[Tie, int]
    meaning: Meaning


def resolve(
    extractions: Sequence[Extraction], iris: Iris, rulings: Sequence[Ruling] = (), spread: Spread = HERE
) -> Resolution:
    """The global entities behind the articles' local ones. Independent of the order of articles and rulings."""
    singled = singled_out(rulings)
    uses: dict[LocalId, Use] = {}
    ties: Counter[Tie] = Counter()
    for extraction in extractions:
        found = uses_of(extraction, iris, singled)
        uses |= {LocalId(extraction.article.id, local): use for local, use in found.items()}
        ties.update(ties_of(extraction, found))
    counts = Counter(uses.values())
    meaning = mean(counts, rulings, surroundings(counts, ties), spread=spread)
    of_local = {local: meaning.of_use[use] or lone_id(use, local) for local, use in uses.items()}
    members: dict[str, list[str]] = defaultdict(list)
    for local, entity_id in of_local.items():
        members[entity_id].append(iris.local_entity(local.article, local.local).value)
    alone = [lone_entity(use, local) for local, use in uses.items() if meaning.of_use[use] is None]
    entities = [
        entity.model_copy(update={"members": tuple(sorted(members[entity.id]))})
        for entity in (*meaning.entities, *alone)
    ]
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), of_local, uses, ties, meaning)


def singled_out(rulings: Iterable[Ruling]) -> set[str]:
    """What rulings name; what was left undecided changes nothing."""
    return {about for ruling in rulings if ruling.kind is not RulingKind.UNDECIDED for about in ruling.about}


def lone_id(use: Use, local: LocalId) -> str:
    """The id of a local entity that is nobody but itself. No name's id has two hyphens, so none is taken."""
    return f"{use.kind}/{local.local}--{local.article}"


def lone_entity(use: Use, local: LocalId) -> Entity:
    """A local entity that is nobody but itself, without members."""
    return Entity(id=lone_id(use, local), name=use.name, type=use.type, aliases=_aliases([use], use.name))


def mean(
    uses: Uses,
    rulings: Sequence[Ruling],
    around: Surroundings,
    places: Mapping[str, str] | None = None,
    *,
    spread: Spread = HERE,
) -> Meaning:
    """What uses stand for. The order of the rulings does not matter, nor into how many parts the work is spread.

    `around` is what else is said around those that may be short forms, `places` gives the entities behind anchors of
    employers that are not among the uses.
    """
    persons = _persons(uses, rulings)
    things = {use: count for use, count in uses.items() if use not in persons}
    people = {use: count for use, count in uses.items() if use in persons}
    found = _spread(things, rulings, around, None, spread)
    at = dict(places or {}) | {use.anchor: id_ for use, id_ in found.of_use.items() if id_ is not None}
    others = _spread(people, rulings, _ALONE, at, spread)
    return Meaning((*found.entities, *others.entities), {**found.of_use, **others.of_use})


def _persons(uses: Uses, rulings: Sequence[Ruling]) -> set[Use]:
    """The uses that stand for people. Of what is ruled to be one across kinds, the kind of most articles holds.

    Where as many have it for a person as for anything else, it is no person.
    """
    kinds = {about.partition("/")[0] for ruling in rulings for about in ruling.about}
    persons = {use for use in uses if use.kind == PEOPLE}
    if not persons or kinds <= {PEOPLE}:
        return persons
    ordered = sorted(uses)
    one = Joining(ordered)
    for sides in ruled(rulings, RulingKind.SAME, _meant_by(ordered)):
        one.union(*chain(*sides))
    for group in one.groups(ordered):
        votes: Counter[str] = Counter()
        for use in group:
            votes[use.kind] += uses[use]
        others = max((count for kind, count in votes.items() if kind not in (PEOPLE, NAMELESS)), default=0)
        if votes[PEOPLE] > others:
            persons.update(group)
        else:
            persons.difference_update(group)
    return persons


def _spread(
    uses: Uses, rulings: Sequence[Ruling], around: Surroundings, places: Mapping[str, str] | None, spread: Spread
) -> Meaning:
    """The same block by block: no use of one can matter to a use of another. Without places, they are no people."""
    if spread.parts == 1:
        return _mean(uses, rulings, around, places)
    apart = dict(enumerate(blocks(uses, rulings)))
    parts = []
    for numbers in packed({number: len(block) for number, block in apart.items()}, spread.parts):
        part = {use: uses[use] for number in numbers for use in apart[number]}
        at = {a: places[a] for use in part for a in use.employers if a in places} if places is not None else None
        parts.append((part, rulings, around.of({use.key for use in part}), at))
    found = list(spread.over(_mean_part, parts))
    entities = (entity for meaning in found for entity in meaning.entities)
    return Meaning(tuple(entities), {use: id_ for meaning in found for use, id_ in meaning.of_use.items()})


def _mean_part(part: tuple[Uses, Sequence[Ruling], Surroundings, Mapping[str, str] | None]) -> Meaning:
    return _mean(*part)


def _mean(uses: Uses, rulings: Sequence[Ruling], around: Surroundings, places: Mapping[str, str] | None) -> Meaning:
    ordered = sorted(uses)
    meant_by = _meant_by(ordered)
    same = [[*dict.fromkeys(chain(*sides))] for sides in ruled(rulings, RulingKind.SAME, meant_by)]
    joined = Joining(ordered, _pairs(ruled(rulings, RulingKind.DIFFERENT, meant_by)))
    for group in same:
        joined.union(*group)
    _join_by_name(joined, ordered)
    join_short_forms(joined, uses, around)
    held = {use for group in same for use in group if len(group) > 1}
    clusters: list[Cluster] = []
    of_use: dict[Use, str | None] = {}
    for group in joined.groups(ordered):
        for part in [group] if places is None else _split_people(group, places, same):
            if len(part) == 1 and part[0] not in held and _stands_alone(part[0], group):
                of_use[part[0]] = None
            else:
                clusters.append(part)
    former = {f"organization/{key}" for use in ordered for key in use.former}
    named = [(_representative(cluster, uses, former, people=places is not None), cluster) for cluster in clusters]
    entities = []
    for entity_id, (first, cluster) in zip(_mint_ids(named), named, strict=True):
        type_, aliases = _type(cluster, first.kind, uses), _aliases(cluster, first.name)
        entities.append(Entity(id=entity_id, name=first.name, type=type_, aliases=aliases))
        of_use |= dict.fromkeys(cluster, entity_id)
    return Meaning(tuple(entities), of_use)


Cluster = Sequence[Use]


def _meant_by(uses: Sequence[Use]) -> dict[str, list[Use]]:
    """What a ruling can name, and the uses that it means: an id by name, or the IRI of a local entity."""
    found: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        found[use.own_id].append(use)
        if use.local:
            found[use.local].append(use)
    return found


def _pairs(rulings: Iterable[Sequence[Sequence[Use]]]) -> list[tuple[Sequence[Use], Sequence[Use]]]:
    return [pair for sides in rulings for pair in combinations(sides, 2)]


def _join_by_name(joined: Joining[Use], uses: Sequence[Use]) -> None:
    """Uses that share a name, and then those that a stated other name leads to one cluster only."""
    by_key: dict[tuple[str, str], list[Use]] = defaultdict(list)
    claimants: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for use in uses:
        if use.kind != NAMELESS:
            by_key[use.kind, use.key].append(use)
        for key in use.other_keys:
            claimants[use.kind, key].append(use)
    for group in by_key.values():
        joined.union(*group)
    for place, group in sorted(claimants.items()):
        if len({joined[use] for use in group}) == 1:
            joined.union(*group, *by_key.get(place, ()))


def _split_people(
    cluster: Cluster, places: Mapping[str, str], ruled_same: Iterable[Sequence[Use]]
) -> Sequence[Cluster]:
    """People of one name stay together as far as shared organisations connect them.

    Someone of whom no organisation is known joins the others only if these are one person.
    """
    same, within = Joining(cluster), set(cluster)
    for group in ruled_same:
        same.union(*(use for use in group if use in within))
    first_at: dict[str, Use] = {}
    for use in cluster:
        for employer in use.employers:
            same.union(first_at.setdefault(places.get(employer, employer), use), use)
    parts = same.groups(cluster)
    settled = [part for part in parts if any(use.employers for use in part)]
    return parts if len(settled) > 1 else [cluster]


def _stands_alone(use: Use, named_alike: Cluster) -> bool:
    """Whether the local entities behind a use are not even each other, as far as anybody knows.

    An unnamed group is so always, and a person of whom no employer is known if namesakes have several.
    """
    if use.kind == PEOPLE:
        return not use.employers and any(other.employers for other in named_alike)
    return use.kind == NAMELESS


def _representative(cluster: Cluster, uses: Uses, former: Set[str], *, people: bool) -> Use:
    """The use whose name stands for a cluster: one that no article calls a former or other name, the most used one.

    Of several kinds, which a ruling has made one, it is of the kind that holds.
    """
    votes: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for use in cluster:
        votes[use.name] += uses[use]
        kinds[use.kind] += uses[use]
    other = former | {f"{use.kind}/{key}" for use in cluster for key in _alias_keys(use)}
    return min(
        cluster,
        key=lambda use: (
            (use.kind == PEOPLE) != people,
            use.kind == NAMELESS,
            -kinds[use.kind],
            f"{use.kind}/{use.key}" in other,
            -votes[use.name],
            -len(use.name),
            use.name,
            use.kind,
        ),
    )


def _alias_keys(use: Use) -> Iterable[str]:
    return (name_key(alias, use.kind) for alias in use.aliases)


def _type(cluster: Cluster, kind: str, uses: Uses) -> str:
    votes: Counter[str] = Counter()
    for use in cluster:
        if use.kind == kind:
            votes[use.type] += uses[use]
    return min(votes, key=lambda type_: (-votes[type_], type_))


def _aliases(cluster: Cluster, name: str) -> tuple[str, ...]:
    return tuple(sorted({n for use in cluster for n in (use.name, *use.aliases)} - {name}))


def _mint_ids(named: Sequence[tuple[Use, Cluster]]) -> list[str]:
    """Kind and slug of the name; where several would have that, none has, but each with what tells them apart.

    That follows two hyphens, which no slug has, so that the id is nobody else's by name.
    """
    wanted: dict[str, list[Cluster]] = defaultdict(list)
    for first, cluster in named:
        wanted[first.own_id].append(cluster)
    told_apart = {id_: _told_apart(clusters) for id_, clusters in wanted.items() if len(clusters) > 1}
    ids = []
    for first, cluster in named:
        place = next(i for i, other in enumerate(wanted[first.own_id]) if other is cluster)
        tags = told_apart.get(first.own_id)
        ids.append(f"{first.own_id}--{tags[place]}" if tags else first.own_id)
    return ids


def _told_apart(clusters: Sequence[Cluster]) -> Sequence[str]:
    """For each of several clusters what no other has: an employer, else the spelling, else whatever it is."""
    ways: Iterable[Callable[[Cluster], str]] = (_employer, _spelling, lambda cluster: digest(min(cluster).id)[:8])
    tags: Sequence[str] = ()
    for way in ways:
        tags = [way(cluster) for cluster in clusters]
        if all(tags) and len(set(tags)) == len(tags):
            break
    return tags


def _employer(cluster: Cluster) -> str:
    return min((slug(anchor.rpartition("/")[2]) for use in cluster for anchor in use.employers), default="")


def _spelling(cluster: Cluster) -> str:
    return digest(*min((use.local, use.key) for use in cluster))[:8]


def redirects(meaning: Meaning) -> dict[str, str]:
    """Ids that another name of an entity would have had, and the id that it has; never one that is somebody's own."""
    own = {entity.id for entity in meaning.entities}
    found: dict[str, set[str]] = defaultdict(set)
    for use, entity_id in meaning.of_use.items():
        if entity_id is not None:
            for old in use.known_as:
                found[old].add(entity_id)
    return {old: min(new) for old, new in sorted(found.items()) if old not in own and len(new) == 1}
