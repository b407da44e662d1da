"""How articles use names: all local entities that are alike in everything that joining looks at are one use.

Joining works on uses and not on local entities, so that a company in every fifth article costs no more than one in
two: what a further article adds to it is one to a count.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import permutations
from typing import Any

from app.model import Claim, Extraction, LocalEntity, Mention, digest
from app.vocab import Iris, slug

_KINDS: Mapping[str, str] = {"Person": "person", "Collective": "collective", "Product": "product", "Place": "place"}
# Legal forms, which articles drop and keep at will. "Group", "Labs" and the like are part of the name.
_LEGAL_FORM = re.compile(
    r"[\s,]+(inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|ag|sa|sas|nv|bv|ab|asa|oy|oyj|spa|srl|"
    r"pty|kk|pte|se|kg)\.?$"
)
_HONORIFIC = re.compile(r"^(mr|mrs|ms|miss|dr|prof|professor|sir|dame|lord|lady)\.?\s+")
NAMELESS, PEOPLE, ORGANIZATION, PLACE = "collective", "person", "organization", "place"


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
    if kind == PEOPLE:
        text = _HONORIFIC.sub("", text)
    elif kind == "organization":
        text = _LEGAL_FORM.sub("", text)
    return " ".join(re.findall(r"\w+|[^\w\s]", text.replace(".", "").replace(",", ""))) or name


def name_id(name: str, type_: str) -> str:
    """The id that an entity has by its name alone, unless something sets it apart.

    >>> name_id("Umbra Ltd", "Company")
    'organization/umbra'
    """
    return _id(name, kind_of(type_))


def _id(name: str, kind: str) -> str:
    return f"{kind}/{slug(name_key(name, kind))}"


@dataclass(frozen=True, order=True)
class Use:
    """What is the same of all local entities behind it.

    `former` are the keys of names that its articles call former ones, `employers` the anchors of the organisations
    that they connect a person with. `beside` are the keys of other firms of the article whose names begin or are begun
    by one of its own names. `local` is the IRI of a local entity that a ruling names by itself, else empty.
    """

    local: str
    kind: str
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Of the id, which is kept: uses are keys everywhere."""
        return hash(self.id)

    @cached_property
    def id(self) -> str:
        """A hash of everything."""
        return digest(self.text)

    @cached_property
    def text(self) -> str:
        """The use as JSON, to be read by `read_use`."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @cached_property
    def key(self) -> str:
        """The name as it is compared."""
        return name_key(self.name, self.kind)

    @property
    def anchor(self) -> str:
        """What leads to the same entity wherever it is met."""
        return self.local or f"{self.kind}/{self.key}"

    @cached_property
    def own_id(self) -> str:
        """The id by its name alone."""
        return _id(self.name, self.kind)

    @cached_property
    def other_keys(self) -> tuple[str, ...]:
        """The names, as keys, that lead to it from elsewhere: not those that are only some of its words."""
        if self.kind in (NAMELESS, PEOPLE):
            return ()
        words = set(self.key.split())
        keys = sorted({name_key(alias, self.kind) for alias in self.aliases})
        return tuple(key for key in keys if not (words <= set(key.split()) or set(key.split()) <= words))

    @cached_property
    def short_keys(self) -> tuple[str, ...]:
        """The names of a firm, as keys, that are only some words of its own: what may be short for it."""
        if self.kind != ORGANIZATION or self.local:
            return ()
        words = set(self.key.split())
        return tuple(
            key for key in sorted({name_key(alias, self.kind) for alias in self.aliases}) if set(key.split()) < words
        )

    @cached_property
    def beginnings(self) -> tuple[str, ...]:
        """What a firm's name begins with, as keys."""
        words = self.key.split() if self.kind == ORGANIZATION else ()
        return tuple(" ".join(words[:end]) for end in range(1, len(words)))

    @cached_property
    def begins(self) -> frozenset[str]:
        """The ids of names that this one begins with: it can matter to what these are short for."""
        return frozenset(f"{self.kind}/{slug(key)}" for key in self.beginnings)

    @cached_property
    def joins(self) -> frozenset[str]:
        """Ids by name (and its own IRI, if a ruling names that) by which another use can matter to it."""
        keys = (*self.other_keys, *self.short_keys, *self.former)
        found = {self.own_id, *(f"{self.kind}/{slug(key)}" for key in keys)}
        return frozenset(found | {self.local} if self.local else found)

    @cached_property
    def known_as(self) -> frozenset[str]:
        """The ids that its names would have. People have no name of their own but the full one, unnamed groups none."""
        if self.kind in (NAMELESS, PEOPLE):
            return frozenset({self.own_id}) if self.kind == PEOPLE else frozenset()
        return frozenset(_id(name, self.kind) for name in (self.name, *self.aliases))


def read_use(text: str) -> Use:
    """The use that `Use.text` wrote."""
    found: dict[str, Any] = json.loads(text)
    values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in found.items()}
    return Use(**values)


def uses_of(extraction: Extraction, iris: Iris, singled: Container[str] = ()) -> dict[str, Use]:
    """The use behind each of an article's local entities, by the id that it has there.

    `singled` are the IRIs of local entities that rulings name.
    """
    article = extraction.article.id
    iri = {entity.id: iris.local_entity(article, entity.id).value for entity in extraction.entities}
    named = {local: value if value in singled else "" for local, value in iri.items()}
    anchors = {
        entity.id: named[entity.id] or f"organization/{name_key(entity.name, 'organization')}"
        for entity in extraction.entities
        if kind_of(entity.type) == "organization"
    }
    employers, former = _employers(extraction, anchors), _former_names(extraction)
    beside = _beside(extraction.entities)
    return {
        entity.id: Use(
            local=named[entity.id],
            kind=kind_of(entity.type),
            name=entity.name,
            type=entity.type,
            aliases=tuple(sorted(set(entity.aliases))),
            former=tuple(sorted(former.get(entity.id, ()))) if entity.id in anchors else (),
            employers=tuple(sorted(employers.get(entity.id, ()))) if kind_of(entity.type) == PEOPLE else (),
            beside=beside.get(entity.id, ()),
        )
        for entity in extraction.entities
    }


def _beside(entities: Sequence[LocalEntity]) -> dict[str, tuple[str, ...]]:
    """By local entity, the keys of other firms of the article whose names begin like it, or it like theirs."""
    keys = {
        entity.id: {name_key(name, ORGANIZATION) for name in (entity.name, *entity.aliases)}
        for entity in entities
        if kind_of(entity.type) == ORGANIZATION
    }
    by_word: dict[str, list[LocalEntity]] = defaultdict(list)
    for entity in entities:
        if entity.id in keys:
            by_word[name_key(entity.name, ORGANIZATION).split()[0]].append(entity)
    found: dict[str, set[str]] = defaultdict(set)
    for together in by_word.values():
        for one, other in permutations(together, 2):
            name = name_key(other.name, ORGANIZATION)
            if any(_begins(name, key) or _begins(key, name) for key in keys[one.id]) and name not in keys[one.id]:
                found[one.id].add(name)
    return {id_: tuple(sorted(names)) for id_, names in found.items()}


def _begins(name: str, beginning: str) -> bool:
    return name.startswith(f"{beginning} ")


def _former_names(extraction: Extraction) -> dict[str, set[str]]:
    """By local entity, the names that the article calls its former ones, as keys."""
    found: dict[str, set[str]] = {}
    for claim in extraction.claims:
        if claim.relation == "formerName" and claim.object is not None and not isinstance(claim.object, Mention):
            found.setdefault(claim.subject.entity, set()).add(name_key(claim.object.value, "organization"))
    return found


def _employers(extraction: Extraction, anchors: Mapping[str, str]) -> dict[str, set[str]]:
    """By local entity, the anchors of the organisations that a claim connects it with."""
    found: dict[str, set[str]] = {}
    for claim in extraction.claims:
        ends = [end.entity for end in (claim.subject, claim.object) if isinstance(end, Mention)]
        places = {anchors[end] for end in ends if end in anchors}
        # "joined from X": X is a qualifier, and a person's employer all the same.
        places |= _named_organizations(claim, extraction.entities, anchors)
        for end in ends:
            found.setdefault(end, set()).update(places)
    return found


def _named_organizations(claim: Claim, entities: tuple[LocalEntity, ...], anchors: Mapping[str, str]) -> set[str]:
    given = [claim.qualifiers[slot] for slot in ("from", "destination") if slot in claim.qualifiers]
    names = {name_key(name, "organization") for name in given}
    return {
        anchors[entity.id]
        for entity in entities
        if names and entity.id in anchors and name_key(entity.name, "organization") in names
    }
