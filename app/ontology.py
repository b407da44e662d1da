"""The ontology as the code needs it: each relation's domain, range, qualifiers, situation and slots, from the file.

Extraction checks domain and range with it, resolution turns claims into situations with it. Adding a relation to
`ontology/claimgraph.ttl` is enough for both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from app.resources import ONTOLOGY_DIR
from app.vocab import ALT_LABEL, CG, HIDDEN_LABEL, OWL, PREF_LABEL, RDFS, SKOS, TYPE, XSD, cg

ONTOLOGY_FILE = ONTOLOGY_DIR / "claimgraph.ttl"
OFFICES_FILE = ONTOLOGY_DIR / "offices.ttl"
VALUE = "value"
NEGATIVE = "NegativeFact"
"""The class of facts about what is not so, whose ends are neutral slots: no query for the relation's own finds them."""
_NOTATION = SKOS + "notation"
_DATE = XSD + "date"
_VALUES = frozenset({XSD + "string", _DATE})
_LAST = 1000
"""The precedence of a relation that declares none."""


@dataclass(frozen=True)
class RelationSchema:
    """What the ontology declares of one relation.

    `object_class` is None for a relation without an object and `VALUE` where the object is a name or a date; if it is
    a date, `dated_by_object` says so.
    """

    name: str
    label: str
    definition: str
    subject_class: str
    object_class: str | None
    dated_by_object: bool
    situation: str
    subject_slot: str
    object_slot: str | None
    aspect: str
    symmetric: bool
    qualifiers: frozenset[str]
    shortcut: str | None
    precedence: int

    def ends(self, fact_type: str) -> tuple[str, str | None]:
        """The slots of subject and object in a fact of a class."""
        if fact_type == NEGATIVE:
            return "subject", "object" if self.object_slot else None
        return self.subject_slot, self.object_slot


@dataclass(frozen=True)
class SituationSchema:
    """How claims join into one fact of this class (the ontology's note above the situations explains each field)."""

    name: str
    key_slots: frozenset[str]
    discriminator: str | None
    tells_apart: frozenset[str]
    tells_apart_within: frozenset[str]
    functional_slots: frozenset[str]
    point_in_time: bool


@dataclass(frozen=True)
class AspectSchema:
    """What a stance on an aspect means for the others (the ontology's note above the aspects explains each field)."""

    name: str
    phase: str | None
    entails: str | None
    presupposes: str | None
    endpoint: str | None


@dataclass(frozen=True)
class Ontology:
    """Relations, situations, aspects, the class hierarchy, and the tolerance of each slot that holds numbers.

    `open_values` are those that leave a qualifier open, `exclusive` the pairs of its values that cannot both be.
    `situations` are by class; `own` are those of relations that declare how they differ from their class.
    """

    relations: Mapping[str, RelationSchema]
    situations: Mapping[str, SituationSchema]
    own: Mapping[str, SituationSchema]
    aspects: Mapping[str, AspectSchema]
    parents: Mapping[str, str]
    tolerances: Mapping[str, Decimal]
    open_values: Mapping[str, frozenset[str]]
    exclusive: Mapping[str, frozenset[frozenset[str]]]

    def situation_of(self, relation: str) -> SituationSchema:
        """How claims of a relation join into one fact: as it declares itself, else as its class does."""
        return self.own.get(relation) or self.situations[self.relations[relation].situation]

    def ends_by_another(self, relation: RelationSchema) -> bool:
        """Whether another relation speaks of the end of the situation, as `left` does of a tenure.

        Then an end in the relation's own words is mere past tense: "was chief executive".
        """
        others = (other for other in self.relations.values() if other.situation == relation.situation)
        return relation.aspect != "ended" and any(other.aspect == "ended" for other in others)

    def aspect_of(self, base: str, phase: str) -> AspectSchema:
        """The aspect that a claim in a phase speaks of, if its relation by itself speaks of `base`."""
        own = self.aspects[base]
        if own.phase is not None:
            return own
        return next((aspect for aspect in self.aspects.values() if aspect.phase == phase), own)

    def ancestors(self, class_name: str) -> list[str]:
        """The class itself and all above it, nearest first."""
        line = [class_name]
        while line[-1] in self.parents:
            line.append(self.parents[line[-1]])
        return line

    def is_a(self, class_name: str, expected: str) -> bool:
        """Whether an entity of the class may fill a place that expects the other.

        A collective ("researchers at X") may stand wherever an organisation may.

        >>> load_ontology().is_a("OrganizationUnit", "Agent")
        True
        """
        lineage = self.ancestors(class_name)
        return expected in lineage or (expected == "Organization" and "Collective" in lineage)

    @property
    def entity_slots(self) -> frozenset[str]:
        """Slots of facts that hold entities, in any relation."""
        schemas = self.relations.values()
        slots = {schema.subject_slot for schema in schemas}
        slots |= {s.object_slot for s in schemas if s.object_slot and s.object_class != VALUE}
        return frozenset(slots)


@cache
def ontology_version(path: Path = ONTOLOGY_FILE) -> str:
    """The version IRI of the ontology in the given file; read once a process."""
    triples = parse(path=str(path), format=RdfFormat.TURTLE)
    versions = (quad.object for quad in triples if quad.predicate.value == OWL + "versionIRI")
    return next(version.value for version in versions if isinstance(version, NamedNode))


@cache
def load_ontology(path: Path = ONTOLOGY_FILE) -> Ontology:
    """The ontology of the given file; read once a process."""
    properties: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            properties[quad.subject.value][quad.predicate.value].append(quad.object.value)
    relations = {
        _local(iri): _relation(_local(iri), declared)
        for iri, declared in sorted(properties.items())
        if cg("Relation").value in declared[TYPE.value]
    }
    keyed = {_local(iri): declared for iri, declared in sorted(properties.items()) if declared[cg("keySlot").value]}
    situations = {name: _situation(name, declared) for name, declared in keyed.items() if name not in relations}
    own = {
        name: _situation(relations[name].situation, declared) for name, declared in keyed.items() if name in relations
    }
    kinds = {
        iri: declared[_NOTATION][0]
        for iri, declared in sorted(properties.items())
        if cg("AspectKind").value in declared[TYPE.value]
    }
    aspects = {name: _aspect(name, properties[iri], kinds) for iri, name in kinds.items()}
    parents = {
        _local(iri): _local(declared[RDFS + "subClassOf"][0])
        for iri, declared in properties.items()
        if declared[RDFS + "subClassOf"]
    }
    tolerances = {
        _local(iri): Decimal(declared[cg("tolerance").value][0])
        for iri, declared in properties.items()
        if declared[cg("tolerance").value]
    }
    open_values = {
        _local(iri): frozenset(values)
        for iri, declared in properties.items()
        if (values := declared[cg("openValue").value])
    }
    exclusive = {
        _local(iri): frozenset(frozenset(pair.split()) for pair in pairs)
        for iri, declared in properties.items()
        if (pairs := declared[cg("exclusive").value])
    }
    return Ontology(relations, situations, own, aspects, parents, tolerances, open_values, exclusive)


@cache
def load_offices(path: Path = OFFICES_FILE) -> Mapping[str, str]:
    """The name that stands for an office, by each of its other names.

    >>> load_offices()["ceo"]
    'chief executive'
    """
    return _offices(path, ALT_LABEL)


@cache
def load_short_titles(path: Path = OFFICES_FILE) -> Mapping[str, str]:
    """The name of the office that a short word may stand for, if the same person holds it.

    >>> load_short_titles()["chief"]
    'chief executive'
    """
    return _offices(path, HIDDEN_LABEL)


def _offices(path: Path, label: NamedNode) -> Mapping[str, str]:
    preferred: dict[str, str] = {}
    other: list[tuple[str, str]] = []
    for quad in parse(path=str(path), format=RdfFormat.TURTLE):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            if quad.predicate == PREF_LABEL:
                preferred[quad.subject.value] = quad.object.value
            elif quad.predicate == label:
                other.append((quad.object.value, quad.subject.value))
    return {name: preferred[office] for name, office in other}


def _local(iri: str) -> str:
    return iri.removeprefix(CG)


def _situation(name: str, declared: Mapping[str, list[str]]) -> SituationSchema:
    def slots(term: str) -> frozenset[str]:
        return frozenset(map(_local, declared.get(cg(term).value, ())))

    discriminators = declared.get(cg("discriminator").value)
    return SituationSchema(
        name=name,
        key_slots=slots("keySlot"),
        discriminator=discriminators[0] if discriminators else None,
        tells_apart=slots("tellsApart"),
        tells_apart_within=slots("tellsApartWithin"),
        functional_slots=slots("functionalSlot"),
        point_in_time=declared.get(cg("pointInTime").value) == ["true"],
    )


def _aspect(name: str, declared: Mapping[str, list[str]], kinds: Mapping[str, str]) -> AspectSchema:
    phase, endpoint = (next(iter(declared.get(cg(term).value, ())), None) for term in ("inPhase", "endpoint"))
    entailed, presupposed = (
        next((kinds[iri] for iri in declared.get(cg(term).value, ())), None) for term in ("entails", "presupposes")
    )
    return AspectSchema(name, phase, entailed, presupposed, endpoint)


def _relation(name: str, declared: Mapping[str, list[str]]) -> RelationSchema:
    def one(term: str) -> str | None:
        values = declared.get(cg(term).value)
        return _local(values[0]) if values else None

    def required(term: str) -> str:
        value = one(term)
        if value is None:
            raise ValueError(f"cg:{name} declares no cg:{term}")
        return value

    object_class = one("objectClass")
    return RelationSchema(
        name=name,
        label=declared[RDFS + "label"][0],
        definition=next(iter(declared.get(SKOS + "definition", ())), ""),
        subject_class=required("subjectClass"),
        object_class=VALUE if object_class in _VALUES else object_class,
        dated_by_object=object_class == _DATE,
        situation=required("situation"),
        subject_slot=required("subjectSlot"),
        object_slot=one("objectSlot"),
        aspect=required("aspect"),
        symmetric=one("symmetric") == "true",
        qualifiers=frozenset(declared.get(cg("hasQualifier").value, ())),
        shortcut=one("shortcut"),
        precedence=int(one("precedence") or _LAST),
    )
