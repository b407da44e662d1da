"""The graph as analysts draw it: entities as nodes, facts as edges, in a networkx `MultiDiGraph`.

How facts become nodes, edges and attributes, so that none is lost:

- A fact with two ends is an edge from its subject to its object (person to organisation, investor to investee, vendor
  to client), with its id as key. A symmetric one is a single edge, its ends in order of IRI, with `symmetric` true.
- An end that is a topic or another plain value is a node of kind `value`, shared by all facts with that value.
- A former name or a founding date is an attribute of its entity (`former_name`, `founding_date`; the facts' ids are in
  `attribute_facts`). Only where sources dispute it or do not vouch for it is it an edge to a value, because an
  attribute cannot carry a status.
- A fact with one end (`restructured`), or with three, is a node of kind `event` with all that the fact says, and an
  edge for each of its ends.
- Roles and responsibilities are entities of the RDF graph, and here the attributes `title` and `responsibility` of the
  tenure's edge.
- On request (`fact_nodes`) every fact of a class with slots of its own (a tenure, an investment ...) is such a node of
  kind `event` too, with an edge for each slot that holds an entity, its role among them.
- An unnamed group of which no fact speaks is left out unless asked for (`lone_groups`): half of all entities are such.

Denials, negations and questions are in no projection.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

import networkx as nx
from pyoxigraph import Literal, NamedNode

from app.graphs import DERIVED, is_entity_id
from app.model import Entity, Fact
from app.ontology import NEGATIVE, VALUE, load_ontology
from app.query.attributes import SEPARATOR, Attribute, fact_attributes, snake_case
from app.query.holding import holds
from app.query.lookup import Lookup
from app.query.measures import measured
from app.query.selection import WHOLE, Selection
from app.store.base import Pattern
from app.vocab import CG, TYPE, cg

_CONCEPTS = ("Role", "Responsibility")
_BINARY = ("SimpleFact", NEGATIVE)


def project(lookup: Lookup, selection: Selection = WHOLE) -> nx.MultiDiGraph[str]:
    """The graph, or the part of it that is selected, as nodes and edges in a fixed order.

    An edge says in `status` and `realised` what it is worth. `as_of` drops what surely did not hold on that day, and
    says of the rest in `holds` whether it surely or possibly did.

    Raises:
        NotFound: there is no such root.
    """
    keep = _filter(lookup, selection)
    if selection.root is None:
        facts = [fact for fact in lookup.facts(scope=selection.scope) if keep(fact)]
        entities = [entity for entity in lookup.entities() if _is_wanted(lookup, selection, entity.id)]
    else:
        facts, entities = _around(lookup, selection.root, selection, keep)
    builder = _Builder(lookup, selection)
    builder.entities(entities)
    builder.facts(facts)
    graph = builder.finish({"name": "Claimgraph", **selection.parameters()})
    if selection.measures:
        root = selection.root and lookup.iris.entity(_root_id(lookup, selection.root)).value
        for node, found in measured(graph, root).items():
            graph.nodes[node].update(found)
    return graph


def _filter(lookup: Lookup, selection: Selection) -> Callable[[Fact], bool]:
    """Whether a fact is wanted: for itself, and because all its ends are."""
    if not selection.classes:
        return selection.keeps
    root = _root_id(lookup, selection.root) if selection.root else None

    def has_place(fact: Fact, value: str) -> bool:
        if is_entity_id(value):
            return value == root or _is_wanted(lookup, selection, value)
        object_class = load_ontology().relations[fact.relation].object_class
        return object_class in (None, VALUE) or object_class in selection.classes

    return lambda fact: selection.keeps(fact) and all(has_place(fact, value) for _, value in _ends(fact))


def _is_wanted(lookup: Lookup, selection: Selection, entity_id: str) -> bool:
    if not selection.classes:
        return True
    node = lookup.iris.entity(entity_id)
    stored = (quad.object for quad in lookup.store.quads(node, TYPE) if isinstance(quad.object, NamedNode))
    return not selection.classes.isdisjoint(term.value.removeprefix(CG) for term in stored)


def _root_id(lookup: Lookup, root: str) -> str:
    return lookup.entity(root.removeprefix(lookup.iris.base)).id


# --- the neighbourhood of one entity ---------------------------------------------------------------------------------


def _around(
    lookup: Lookup, root: str, selection: Selection, keep: Callable[[Fact], bool]
) -> tuple[list[Fact], list[Entity]]:
    """The entities within so many facts of the root, and the facts of which they are all the ends."""
    start = _root_id(lookup, root)
    reached, frontier = {start}, {start}
    facts: dict[str, Fact] = {}
    for step in range(selection.steps + 1):
        near = [fact for fact in lookup.facts(scope=selection.scope, entity=frontier) if keep(fact)]
        facts |= {fact.id: fact for fact in near}
        if step < selection.steps:
            frontier = {end for fact in near for end in _entity_ends(fact)} - reached
            reached |= frontier
    inside = [fact for _, fact in sorted(facts.items()) if reached.issuperset(_entity_ends(fact))]
    return inside, lookup.entities_by_id(reached)


# --- the ends of a fact ----------------------------------------------------------------------------------------------


def _ends(fact: Fact) -> list[tuple[str, str]]:
    """The slots that are ends of the fact, with their values: subject first, or sorted if it is symmetric."""
    schema = load_ontology().relations[fact.relation]
    slots = dict.fromkeys(slot for slot in schema.ends(fact.type) if slot)
    found = [(slot, value) for slot in slots for value in fact.slots.get(slot, ())]
    return sorted(found, key=lambda end: end[1]) if schema.symmetric else found


def _further_entities(fact: Fact) -> list[tuple[str, str]]:
    """The slots besides its ends that hold entities: the role of a tenure."""
    ends = {slot for slot, _ in _ends(fact)}
    return [
        (slot, value)
        for slot, values in sorted(fact.slots.items())
        if slot not in ends
        for value in values
        if is_entity_id(value)
    ]


def _entity_ends(fact: Fact) -> set[str]:
    return {value for _, value in _ends(fact) if is_entity_id(value)}


def _is_attribute(fact: Fact) -> bool:
    vouched = fact.realised and fact.status.vouched
    return vouched and load_ontology().relations[fact.relation].object_class == VALUE and len(_ends(fact)) == 2


# --- nodes and edges -------------------------------------------------------------------------------------------------

_Attributes = dict[str, Attribute]


@dataclass
class _Builder:
    """Collects nodes and edges in any order; `finish` puts them into the graph sorted."""

    lookup: Lookup
    selection: Selection
    nodes: dict[str, _Attributes] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], _Attributes] = field(default_factory=dict)
    confidences: dict[object, float] = field(default_factory=dict)
    told: dict[str, dict[str, set[str]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))

    def entities(self, entities: Iterable[Entity]) -> None:
        drawn = {self.lookup.iris.entity(each.id): each for each in entities if each.type not in _CONCEPTS}
        derived = self.lookup.iris.graph(DERIVED)
        classes: dict[object, set[str]] = defaultdict(set)
        for quad in self.lookup.store.matching(Pattern(node, TYPE, None, derived) for node in drawn):
            if isinstance(quad.object, NamedNode):
                classes[quad.subject].add(quad.object.value.removeprefix(CG))
        for node, entity in drawn.items():
            self._entity(node, entity, classes[node])

    def _entity(self, node: NamedNode, entity: Entity, classes: set[str]) -> None:
        self.nodes[node.value] = {
            "label": entity.name,
            "kind": "entity",
            "type": entity.type,
            "types": " ".join(sorted(classes | {entity.type})),
            "iri": node.value,
        }
        if entity.aliases:
            self.nodes[node.value]["aliases"] = SEPARATOR.join(entity.aliases)

    def facts(self, facts: Iterable[Fact]) -> None:
        facts = list(facts)
        claims = {self.lookup.iris.claim(id_) for fact in facts for id_ in fact.supported_by}
        for quad in self.lookup.store.matching(Pattern(claim, cg("confidence")) for claim in claims):
            if isinstance(quad.object, Literal):
                self.confidences[quad.subject] = float(quad.object.value)
        for fact in facts:
            self._fact(fact)

    def _fact(self, fact: Fact) -> None:
        ends = _ends(fact)
        if _is_attribute(fact):
            (_, subject), (_, value) = ends
            told = self.told[self._end(fact, subject)]
            told[snake_case(fact.relation)].add(value)
            told["attribute_facts"].add(fact.id)
        elif self.selection.fact_nodes and fact.type not in _BINARY:
            self._event(fact, [*ends, *_further_entities(fact)])
        elif len(ends) == 2:
            (_, source), (_, target) = ends
            self.edges[self._end(fact, source), self._end(fact, target), fact.id] = self._said(fact)
        else:
            self._event(fact, ends)

    def _event(self, fact: Fact, ends: Iterable[tuple[str, str]]) -> None:
        said = self._said(fact)
        node = self.lookup.iris.fact(fact.id).value
        self.nodes[node] = said | {"kind": "event"}
        shared = {name: said[name] for name in ("fact_id", "iri", "relation", "type", "status", "realised")}
        for index, (slot, value) in enumerate(ends):
            self.edges[self._end(fact, value), node, f"{fact.id}#{slot}-{index}"] = shared | {
                "label": slot,
                "slot": slot,
            }

    def _end(self, fact: Fact, value: str) -> str:
        """The node of one end, made if the fact is the first to speak of it."""
        if is_entity_id(value):
            node = self.lookup.iris.entity(value).value
            if node not in self.nodes:
                self.nodes[node] = self._missing(value, node)
            return node
        object_class = load_ontology().relations[fact.relation].object_class
        type_ = "Value" if object_class in (None, VALUE) else str(object_class)
        # As IRIs write it, since not every format can hold any text as an id.
        node = f"value:{type_.lower()}/{quote(' '.join(value.casefold().split()), safe='')}"
        known = self.nodes.setdefault(node, {"label": value, "kind": "value", "type": type_, "types": type_})
        known["label"] = min(str(known["label"]), value)  # the same whichever fact comes first
        return node

    def _missing(self, entity_id: str, node: str) -> _Attributes:
        """A role, which is a node only where a fact is one; or what a fact names and the graph does not know."""
        known = self.lookup.entities_by_id([entity_id])
        entity = known[0] if known else Entity(id=entity_id, name=entity_id, type="Entity")
        return {"label": entity.name, "kind": "entity", "type": entity.type, "types": entity.type, "iri": node}

    def _said(self, fact: Fact) -> _Attributes:
        slots = frozenset(slot for slot, _ in _ends(fact))
        said = fact_attributes(fact, self.lookup.iris, skip=slots)
        if (confidence := self._confidence(fact)) is not None:
            said["confidence"] = confidence
        if self.selection.as_of is not None:
            said["holds"] = str(holds(fact, self.selection.as_of))
        return said

    def _confidence(self, fact: Fact) -> float | None:
        """That of the claim that supports it best."""
        claims = (self.lookup.iris.claim(id_) for id_ in fact.supported_by)
        return max((self.confidences[claim] for claim in claims if claim in self.confidences), default=None)

    def finish(self, settings: Mapping[str, object]) -> nx.MultiDiGraph[str]:
        for node, told in self.told.items():
            self.nodes[node] |= {name: SEPARATOR.join(sorted(values)) for name, values in told.items()}
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.graph.update(settings)
        for node, attributes in sorted(self.nodes.items()):
            graph.add_node(node, **attributes)
        for (source, target, key), attributes in sorted(self.edges.items()):
            graph.add_edge(source, target, key=key, **attributes)
        if not self.selection.lone_groups:
            graph.remove_nodes_from([node for node in graph if self._is_lone_group(graph, node)])
        return graph

    def _is_lone_group(self, graph: nx.MultiDiGraph[str], node: str) -> bool:
        said = graph.nodes[node]
        in_facts = graph.degree(node) or "attribute_facts" in said or self.selection.root is not None
        return said["type"] == "Collective" and not in_facts
