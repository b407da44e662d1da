"""Entities and facts as quads of the product's named graphs, and back.

Which graph a fact lies in says how far it may be trusted: a plain query reads `PLAIN_GRAPHS` and the user's default
graph, so that no hearsay, plan, rumour or denial can match it by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.nodes import NodeReader
from app.claims.terms import Term, Triple
from app.model import TIME_POINTS, Aspect, Bounds, Entity, Fact, FactTime, Status
from app.ontology import NEGATIVE, load_ontology
from app.vocab import (
    ALT_LABEL,
    CG,
    PREF_LABEL,
    TYPE,
    XSD_DECIMAL,
    Iris,
    cg,
    date_literal,
    duration_literal,
)

ENTITIES, FACTS, DERIVED = "entities", "facts", "derived"
REPORTED, PLANNED, UNCONFIRMED = "reported", "planned", "unconfirmed"
RULINGS, LOG, ONTOLOGY, INDEX = "rulings", "log", "ontology", "index"

PLAIN_GRAPHS = (FACTS, DERIVED, ENTITIES)
FACT_GRAPHS = (FACTS, REPORTED, PLANNED, UNCONFIRMED)
DERIVATION_GRAPHS = (ENTITIES, *FACT_GRAPHS, DERIVED, INDEX)
"""Everything that is a function of the claims and rulings, and can be dropped and rebuilt."""

SCOPES: Mapping[str, tuple[str, ...]] = {
    "facts": (FACTS,),
    "reported": (FACTS, REPORTED),
    "planned": (FACTS, PLANNED),
    "all": FACT_GRAPHS,
}


def fact_graph(fact: Fact) -> str:
    """The graph that a fact belongs in: by status first, then by whether it has come about.

    A rumoured plan is a rumour; a stated plan is a plan; what is left is a fact.
    """
    if fact.status is Status.REPORTED:
        return REPORTED
    if not fact.status.trusted:
        return UNCONFIRMED
    return FACTS if fact.realised else PLANNED


# --- writing ---------------------------------------------------------------------------------------------------------


def entity_quads(entity: Entity, iris: Iris) -> Iterator[Quad]:
    """An entity, its names, and the local entities that it stands for."""
    graph, node = iris.graph(ENTITIES), iris.entity(entity.id)
    yield Quad(node, TYPE, cg(entity.type), graph)
    yield Quad(node, PREF_LABEL, Literal(entity.name), graph)
    for alias in entity.aliases:
        yield Quad(node, ALT_LABEL, Literal(alias), graph)
    for member in entity.members:
        yield Quad(NamedNode(member), cg("denotes"), node, graph)


def fact_quads(fact: Fact, iris: Iris) -> list[Quad]:
    """A fact with its slots, status, support, aspects and time, in the graph that its status calls for."""
    graph = iris.graph(fact_graph(fact))
    return [Quad(s, p, o, graph) for s, p, o in _fact(fact, iris)]


def _fact(fact: Fact, iris: Iris) -> Iterator[Triple]:
    node = iris.fact(fact.id)
    yield node, TYPE, NamedNode(CG + fact.type)  # the ontology's word, which may be newer than the code's
    if fact.type != NEGATIVE:
        yield node, TYPE, cg("Fact")  # said here as well: `derived` speaks of undisputed facts only
    yield node, cg("relation"), cg(fact.relation)
    yield node, cg("status"), Literal(str(fact.status))
    yield node, cg("realised"), Literal(fact.realised)
    yield node, cg("articleCount"), Literal(fact.article_count)
    yield node, cg("independentOrigins"), Literal(fact.independent_origins)
    for slot, values in sorted(fact.slots.items()):
        for value in values:
            yield node, cg(slot), _slot_term(slot, value, iris)
    yield from _support(node, fact.supported_by, fact.disputed_by, iris)
    for aspect in fact.aspects:
        part = iris.part(node, aspect.name)
        yield node, cg("hasAspect"), part
        yield part, TYPE, cg("Aspect")
        yield part, cg("name"), Literal(aspect.name)
        yield part, cg("aspectStatus"), Literal(str(aspect.status))
        yield from _support(part, aspect.supported_by, aspect.disputed_by, iris)
    yield from _time(node, fact.time)


def _slot_term(slot: str, value: str, iris: Iris) -> Term:
    if is_entity_id(value) and (slot == "role" or slot in load_ontology().entity_slots):
        return iris.entity(value)
    return Literal(value, datatype=XSD_DECIMAL) if slot in load_ontology().tolerances else Literal(value)


RULED_KINDS = ("organization", "person", "collective", "product", "place")
"""What the ids of entities that are joined by name or ruling begin with; roles and responsibilities never are."""

ENTITY_KINDS = frozenset({*RULED_KINDS, "role", "responsibility"})


def is_entity_id(value: str) -> bool:
    """Whether a slot's value is the id of an entity (`organization/scale-ai`) and not a plain text."""
    return value.partition("/")[0] in ENTITY_KINDS and "/" in value and " " not in value


def _support(node: NamedNode, supported: Iterable[str], disputed: Iterable[str], iris: Iris) -> Iterator[Triple]:
    for claim in supported:
        yield node, cg("supportedBy"), iris.claim(claim)
    for claim in disputed:
        yield node, cg("disputedBy"), iris.claim(claim)


def _time(node: NamedNode, time: FactTime) -> Iterator[Triple]:
    for text in time.text:
        yield node, cg("timeText"), Literal(text)
    for name in TIME_POINTS:
        bounds: Bounds = getattr(time, name)
        if bounds.earliest:
            yield node, cg(f"{name}Earliest"), date_literal(bounds.earliest)
        if bounds.latest:
            yield node, cg(f"{name}Latest"), date_literal(bounds.latest)
        for reason in bounds.because:
            yield node, cg("because"), Literal(f"{name}: {reason}")
    if time.date_edtf:
        yield node, cg("dateEdtf"), Literal(time.date_edtf)
    if time.announced_edtf:
        yield node, cg("announcedEdtf"), Literal(time.announced_edtf)
    if time.duration:
        yield node, cg("duration"), duration_literal(time.duration)
    if time.duration_min_days is not None:
        yield node, cg("durationMinDays"), Literal(time.duration_min_days)
    if time.duration_max_days is not None:
        yield node, cg("durationMaxDays"), Literal(time.duration_max_days)
    if time.ended:
        yield node, cg("ended"), Literal(True)


# --- reading ---------------------------------------------------------------------------------------------------------

_RESERVED = frozenset(
    """relation status realised articleCount independentOrigins supportedBy disputedBy hasAspect timeText because
    duration durationMinDays durationMaxDays ended dateEdtf announcedEdtf""".split()
) | {f"{name}{side}" for name in TIME_POINTS for side in ("Earliest", "Latest")}


def read_entities(quads: Iterable[Quad], iris: Iris) -> list[Entity]:
    """The entities in quads of the `entities` graph, sorted by id."""
    reader = NodeReader(quads)
    members: dict[Term, list[str]] = {}
    for local in reader.subjects(cg("denotes")):
        members.setdefault(reader.terms(local, cg("denotes"))[0], []).append(local.value)
    entities = [
        Entity(
            id=iris.local_name(node),
            name=reader.required(node, PREF_LABEL),
            type=reader.required(node, TYPE).removeprefix(CG),
            aliases=tuple(term.value for term in reader.terms(node, ALT_LABEL)),
            members=tuple(sorted(members.get(node, ()))),
        )
        for node in reader.subjects(PREF_LABEL)
    ]
    return sorted(entities, key=lambda entity: entity.id)


def read_facts(quads: Iterable[Quad], iris: Iris) -> list[Fact]:
    """The facts in quads of the fact graphs, sorted by id."""
    reader = NodeReader(quads)
    return [_read_fact(reader, node, iris) for node in reader.subjects(cg("realised"))]


def _read_fact(reader: NodeReader, node: NamedNode, iris: Iris) -> Fact:
    slots = {
        predicate.value.removeprefix(CG): tuple(
            iris.local_name(term) if isinstance(term, NamedNode) else term.value
            for term in reader.terms(node, predicate)
        )
        for predicate in reader.predicates(node)
        if predicate.value.startswith(CG) and predicate.value.removeprefix(CG) not in _RESERVED
    }
    supported, disputed = _read_support(reader, node, iris)
    return Fact(
        id=iris.local_name(node).removeprefix("fact/"),
        type=next(t.value for t in reader.terms(node, TYPE) if t != cg("Fact")).removeprefix(CG),
        relation=reader.required(node, cg("relation")).removeprefix(CG),
        slots=slots,
        status=Status(reader.required(node, cg("status"))),
        realised=reader.required(node, cg("realised")) == "true",
        aspects=tuple(_read_aspect(reader, part, iris) for part in reader.parts(node, cg("hasAspect"))),
        time=_read_time(reader, node),
        supported_by=supported,
        disputed_by=disputed,
        article_count=int(reader.required(node, cg("articleCount"))),
        independent_origins=int(reader.required(node, cg("independentOrigins"))),
    )


def _read_support(reader: NodeReader, node: NamedNode, iris: Iris) -> tuple[tuple[str, ...], tuple[str, ...]]:
    prefix = iris.claim("").value
    supported, disputed = (
        tuple(term.value.removeprefix(prefix) for term in reader.terms(node, cg(name)))
        for name in ("supportedBy", "disputedBy")
    )
    return supported, disputed


def _read_aspect(reader: NodeReader, part: NamedNode, iris: Iris) -> Aspect:
    supported, disputed = _read_support(reader, part, iris)
    return Aspect(
        name=reader.required(part, cg("name")),
        status=Status(reader.required(part, cg("aspectStatus"))),
        supported_by=supported,
        disputed_by=disputed,
    )


def _read_time(reader: NodeReader, node: NamedNode) -> FactTime:
    reasons = [term.value for term in reader.terms(node, cg("because"))]
    bounds = {
        name: Bounds(
            earliest=reader.text(node, cg(f"{name}Earliest")),
            latest=reader.text(node, cg(f"{name}Latest")),
            because=tuple(r.removeprefix(f"{name}: ") for r in reasons if r.startswith(f"{name}: ")),
        )
        for name in TIME_POINTS
    }
    return FactTime(
        text=tuple(term.value for term in reader.terms(node, cg("timeText"))),
        **bounds,
        date_edtf=reader.text(node, cg("dateEdtf")),
        announced_edtf=reader.text(node, cg("announcedEdtf")),
        duration=reader.text(node, cg("duration")),
        duration_min_days=reader.number(node, cg("durationMinDays")),
        duration_max_days=reader.number(node, cg("durationMaxDays")),
        ended=reader.text(node, cg("ended")) == "true",
    )
