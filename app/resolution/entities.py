"""Local entities of many articles joined into global ones, by name; nothing is merged on a guess.

Two local entities are one when they share a name, or when one article states that a name is another name of the thing
("Facebook, now Meta"). A name that is merely part of another ("Apex" and "Apex Foods") joins nothing. People need a
shared employer besides the name, and an unnamed group is never anybody but itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from app.model import Claim, Entity, Extraction, LocalEntity, Mention, Ruling, RulingKind
from app.resolution.joining import Joining, LocalId, ruled
from app.vocab import Iris, slug

_KINDS: Mapping[str, str] = {"Person": "person", "Collective": "collective", "Product": "product", "Place": "place"}
# Legal forms, which articles drop and keep at will. "Group", "Labs" and the like are part of the name.
_LEGAL_FORM = re.compile(
    r"[\s,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|ag|sa|sas|nv|bv|ab|asa|oy|oyj|spa|srl|"
    r"pty|kk|pte|se|kg)\.?$"
)
_HONORIFIC = re.compile(r"^(mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady)\.?\s+")


@dataclass(frozen=True)
class Resolution:
    """The global entities, and which of them each local one is."""

    entities: tuple[Entity, ...]
    of_local: Mapping[LocalId, str]

    def mention(self, claim: Claim, mention: Mention) -> str:
        """The id of the global entity that a claim's mention names."""
        return self.of_local[LocalId(claim.article, mention.entity)]


def kind_of(type_: str) -> str:
    """The kind of a class, as entity ids begin with it: all sorts of organisation are one kind."""
    return _KINDS.get(type_, "organization")


def name_key(name: str, kind: str) -> str:
    """A name as it is compared: case, accents, punctuation, leading article and legal form do not count.

    >>> name_key("The Ümbra Group, Inc.", "organization")
    'umbra group'
    """
    text = unicodedata.normalize("NFKC", name).casefold()
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = text.replace("’", "'").removeprefix("the ").strip()
    if kind == "person":
        text = _HONORIFIC.sub("", text)
    elif kind == "organization":
        text = _LEGAL_FORM.sub("", text)
    return " ".join(re.findall(r"\w+|[^\w\s]", text.replace(".", "").replace(",", ""))) or name


def resolve(extractions: Sequence[Extraction], iris: Iris, rulings: Sequence[Ruling] = ()) -> Resolution:
    """The global entities behind the articles' local ones. Independent of the order of articles and rulings."""
    locals_ = {
        LocalId(extraction.article.id, entity.id): entity
        for extraction in extractions
        for entity in extraction.entities
    }
    meant_by = _meant_by(locals_, iris)
    joined = Joining(locals_, _pairs(ruled(rulings, RulingKind.DIFFERENT, meant_by)))
    same = [[*dict.fromkeys(chain(*sides))] for sides in ruled(rulings, RulingKind.SAME, meant_by)]
    for group in same:
        joined.union(*group)
    _join_by_name(joined, locals_)
    by_article = {extraction.article.id: extraction for extraction in extractions}
    clusters = [
        part
        for group in joined.groups(sorted(locals_))
        for part in _split_people(tuple(group), locals_, by_article, joined, same)
    ]
    former = _former_names(extractions)
    named = sorted(
        ((_representative(cluster, locals_, former), cluster) for cluster in clusters), key=lambda item: item[1][0]
    )
    ids = _mint_ids(named, locals_, extractions)
    entities = [
        _entity(entity_id, name, cluster, locals_, iris) for entity_id, (name, cluster) in zip(ids, named, strict=True)
    ]
    of_local = {local: entity_id for entity_id, (_, cluster) in zip(ids, named, strict=True) for local in cluster}
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.id)), of_local)


Cluster = tuple[LocalId, ...]
Locals = Mapping[LocalId, LocalEntity]


def name_id(name: str, type_: str) -> str:
    """The id that an entity has by its name alone, unless something sets it apart.

    >>> name_id("Umbra Ltd", "Company")
    'organization/umbra'
    """
    kind = kind_of(type_)
    return f"{kind}/{slug(name_key(name, kind))}"


def _meant_by(locals_: Locals, iris: Iris) -> dict[str, list[LocalId]]:
    """What a ruling can name, and the local entities that it means: an id by name, or the IRI of a local entity."""
    found: dict[str, list[LocalId]] = defaultdict(list)
    for local in sorted(locals_):
        found[name_id(locals_[local].name, locals_[local].type)].append(local)
        found[iris.local_entity(local.article, local.local).value].append(local)
    return found


def _pairs(rulings: Iterable[Sequence[Sequence[LocalId]]]) -> list[tuple[Sequence[LocalId], Sequence[LocalId]]]:
    return [pair for sides in rulings for pair in combinations(sides, 2)]


def _join_by_name(joined: Joining, locals_: Locals) -> None:
    """Local entities that share a name, and then those that a stated other name leads to one cluster only."""
    by_key: dict[tuple[str, str], list[LocalId]] = defaultdict(list)
    claimants: dict[tuple[str, str], list[LocalId]] = defaultdict(list)
    for local, entity in sorted(locals_.items()):
        kind = kind_of(entity.type)
        if kind != "collective":
            by_key[kind, name_key(entity.name, kind)].append(local)
        for alias in entity.aliases if kind not in ("collective", "person") else ():
            if not _is_part(alias, entity.name, kind):
                claimants[kind, name_key(alias, kind)].append(local)
    for group in by_key.values():
        joined.union(*group)
    for key, group in sorted(claimants.items()):
        if len({joined[local] for local in group}) == 1:
            joined.union(*group, *by_key.get(key, ()))


def _is_part(alias: str, name: str, kind: str) -> bool:
    """Whether one name is only some of the other's words: a short form, which may be another thing's full name."""
    words, others = set(name_key(alias, kind).split()), set(name_key(name, kind).split())
    return words <= others or others <= words


def _split_people(
    cluster: Cluster,
    locals_: Locals,
    by_article: Mapping[str, Extraction],
    joined: Joining,
    ruled_same: Iterable[Sequence[LocalId]],
) -> list[Cluster]:
    """People of one name stay together as far as shared organisations connect them.

    Someone of whom no organisation is known joins the others only if these are one person.
    """
    if kind_of(locals_[cluster[0]].type) != "person" or len(cluster) == 1:
        return [cluster]
    employers = {local: _employers(local, by_article[local.article], joined) for local in cluster}
    same = Joining(cluster)
    for group in ruled_same:
        same.union(*(local for local in group if local in employers))
    first_at: dict[LocalId, LocalId] = {}
    for local in cluster:
        for employer in sorted(employers[local]):
            same.union(first_at.setdefault(employer, local), local)
    parts = [tuple(part) for part in same.groups(cluster)]
    settled = [part for part in parts if any(employers[local] for local in part)]
    if len(settled) > 1:
        return parts
    return [cluster]


def _employers(person: LocalId, extraction: Extraction, joined: Joining) -> set[LocalId]:
    """The organisations (as cluster roots) that the person's article connects them with."""
    found: set[LocalId] = set()
    for claim in extraction.claims:
        ends = [end for end in (claim.subject, claim.object) if isinstance(end, Mention)]
        if person.local not in {end.entity for end in ends}:
            continue
        found |= {joined[LocalId(person.article, end.entity)] for end in ends if kind_of(end.type) == "organization"}
        # "joined from X": X is a qualifier, and a person's employer all the same.
        found |= _named_organizations(extraction, claim, joined)
    return found


def _named_organizations(extraction: Extraction, claim: Claim, joined: Joining) -> set[LocalId]:
    names = {
        name_key(claim.qualifiers[slot], "organization") for slot in ("from", "destination") if slot in claim.qualifiers
    }
    return {
        joined[LocalId(extraction.article.id, entity.id)]
        for entity in extraction.entities
        if kind_of(entity.type) == "organization" and name_key(entity.name, "organization") in names
    }


def _former_names(extractions: Sequence[Extraction]) -> set[str]:
    """Names that some article calls former ones, as keys."""
    return {
        name_key(claim.object.value, "organization")
        for extraction in extractions
        for claim in extraction.claims
        if claim.relation == "formerName" and claim.object is not None and not isinstance(claim.object, Mention)
    }


def _representative(cluster: Cluster, locals_: Locals, former: set[str]) -> str:
    """The name that stands for a cluster: one that no article calls a former or other name, then the most used one."""
    kind = kind_of(locals_[cluster[0]].type)
    votes = Counter(locals_[local].name for local in cluster)
    other = former | {name_key(alias, kind) for local in cluster for alias in locals_[local].aliases}
    return min(votes, key=lambda name: (name_key(name, kind) in other, -votes[name], -len(name), name))


def _mint_ids(named: Sequence[tuple[str, Cluster]], locals_: Locals, extractions: Sequence[Extraction]) -> list[str]:
    """Kind and slug of the name; where that is taken, or for an unnamed group, with what tells them apart."""
    organizations = {
        LocalId(e.article.id, claim.subject.entity): claim.object.name
        for e in extractions
        for claim in e.claims
        if isinstance(claim.object, Mention)
    }
    wanted = []
    for name, cluster in named:
        wanted.append(name_id(name, locals_[cluster[0]].type))
    taken = Counter(wanted)
    ids: list[str] = []
    for entity_id, (_, cluster) in zip(wanted, named, strict=True):
        if taken[entity_id] > 1 or entity_id.startswith("collective/"):
            place = min((organizations[local] for local in cluster if local in organizations), default="")
            by_place = f"{entity_id}-{slug(place)}" if place else ""
            if not by_place or by_place in ids or entity_id.startswith("collective/"):
                by_place = f"{entity_id}-{cluster[0].article[:8]}"
            entity_id = by_place if by_place not in ids else f"{by_place}-{cluster[0].local}"
        ids.append(entity_id)
    return ids


def _entity(entity_id: str, name: str, cluster: Cluster, locals_: Locals, iris: Iris) -> Entity:
    types = Counter(locals_[local].type for local in cluster)
    names = {n for local in cluster for n in (locals_[local].name, *locals_[local].aliases)}
    return Entity(
        id=entity_id,
        name=name,
        type=min(types, key=lambda type_: (-types[type_], type_)),
        aliases=tuple(sorted(names - {name})),
        members=tuple(sorted(iris.local_entity(local.article, local.local).value for local in cluster)),
    )


def redirects(entities: Iterable[Entity]) -> dict[str, str]:
    """Ids that another name of an entity would have had, and the id that it has; never one that is somebody's own."""
    own = {entity.id for entity in entities}
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        kind = entity.id.partition("/")[0]
        if kind in ("person", "collective"):  # a surname is no name of one's own
            continue
        for alias in entity.aliases:
            found[f"{kind}/{slug(name_key(alias, kind))}"].add(entity.id)
    return {old: min(new) for old, new in sorted(found.items()) if old not in own and len(new) == 1}
