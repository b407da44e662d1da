"""Which facts change when claims come, go, or speak of other entities than before: whole groups of claims at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import ENTITIES, FACT_GRAPHS, INDEX, entity_quads, fact_quads, read_facts
from app.model import Claim, Extraction, Fact, Mention
from app.ontology import load_ontology
from app.resolution.entities import LocalId
from app.resolution.facts import Concept, facts_of, gather
from app.resolution.index import (
    COUNT,
    DENOTES,
    GROUP,
    SAYS,
    VALUE,
    claim_of,
    concept_entities,
    concept_quads,
    count_concepts,
    group_node,
    group_quads,
)
from app.resolution.situations import Placed
from app.store.base import Pattern
from app.upkeep.names import NameStep
from app.upkeep.reading import Reading
from app.upkeep.stories import Stories
from app.upkeep.swap import Swap
from app.vocab import cg


@dataclass(frozen=True)
class FactStep:
    """The quads of facts, concepts and their index; the facts as they were and as they are."""

    swap: Swap
    before: tuple[Fact, ...]
    after: tuple[Fact, ...]


def step_facts(
    reading: Reading,
    leaving: Iterable[Extraction],
    entering: Iterable[Extraction],
    names: NameStep,
    stories: Stories,
    regrouped: Iterable[str],
) -> FactStep:
    """What changes in the facts: in the groups that claims leave or enter, and in those whose origins changed."""
    groups = _Groups(reading, names)
    out = {claim.id for found in leaving for claim in found.claims}
    into = {claim.id: claim for found in entering for claim in found.claims}
    moved = {claim.id: claim for claim in groups.said(reading.claims_about(names.moved) - out)}
    touched = groups.of({*out, *moved}) | groups.of(_claims_in(reading, regrouped))
    arriving = groups.gather([*into.values(), *moved.values()])
    touched |= arriving.keys()
    claims, fact_nodes, index = groups.members(touched)
    staying = claims.keys() - out - moved.keys() - into.keys()
    for group, placed in groups.gather(claim_of(claims[id_]) for id_ in staying).items():
        arriving.setdefault(group, []).extend(placed)
    published = groups.published({item.claim.article for placed in arriving.values() for item in placed}, entering)
    origins = stories.origins(published)
    kept = set(map(reading.iris.claim, staying))
    swap, after = Swap(old={quad for quad in index if quad.subject not in kept}), []
    for group, placed in arriving.items():
        facts = facts_of(placed, load_ontology(), origins=origins, published=published)
        coming = (item.claim for item in placed if item.claim.id not in staying)
        swap.new |= {*group_quads(group, coming, facts, reading.iris)}
        after += facts
    quads = quads_of_facts(reading, fact_nodes)
    before = read_facts(quads, reading.iris)
    swap.old |= quads
    swap.new |= {quad for fact in after for quad in fact_quads(fact, reading.iris)}
    swap.take(_step_concepts(reading, before, after))
    return FactStep(swap, tuple(before), tuple(after))


class _Groups:
    """The groups of claims, as the store has them."""

    def __init__(self, reading: Reading, names: NameStep) -> None:
        self._reading = reading
        self._names = names
        self._iris = reading.iris

    def said(self, claim_ids: Iterable[str]) -> list[Claim]:
        """Those of the claims that facts rest on, as far as facts depend on them."""
        found = self._reading.values(map(self._iris.claim, claim_ids), SAYS)
        return [claim_of(text.value) for text in found.values()]

    def of(self, claim_ids: Iterable[str]) -> set[str]:
        """The groups that claims were in."""
        found = self._reading.values(map(self._iris.claim, claim_ids), GROUP)
        prefix = group_node("", self._iris).value
        return {group.value.removeprefix(prefix) for group in found.values()}

    def gather(self, claims: Iterable[Claim]) -> dict[str, list[Placed]]:
        """Claims by group, as they are to be."""
        listed = list(claims)
        locals_ = {
            LocalId(claim.article, end.entity)
            for claim in listed
            for end in (claim.subject, claim.object)
            if isinstance(end, Mention)
        }
        of_local = dict(self._names.of_local)
        of_local |= self._reading.denoted(local for local in locals_ if local not in of_local)
        return gather(listed, of_local, load_ontology())

    def members(self, groups: Iterable[str]) -> tuple[dict[str, str], set[NamedNode], set[Quad]]:
        """The claims that were in groups with their texts, the facts that came of them, and the quads that say so."""
        index = self._iris.graph(INDEX)
        patterns = (Pattern(None, GROUP, group_node(group, self._iris), index) for group in groups)
        quads = set(self._reading.store.matching(patterns))
        claims, facts = self._iris.claim("").value, self._iris.fact("").value
        nodes = {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}
        says = self._reading.values(nodes, SAYS)
        return (
            {node.value.removeprefix(claims): text.value for node, text in says.items()},
            {node for node in nodes if node.value.startswith(facts)},
            quads | {Quad(node, SAYS, text, index) for node, text in says.items()},
        )

    def published(self, articles: Iterable[str], entering: Iterable[Extraction]) -> dict[str, str | None]:
        """When articles were published."""
        found: dict[str, str | None] = dict.fromkeys(articles)
        found |= {item.article.id: item.article.published for item in entering}
        nodes = {self._iris.article(article): article for article in found}
        patterns = (Pattern(node, cg("published")) for node in nodes)
        for quad in self._reading.store.matching(patterns):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
                found[nodes[quad.subject]] = quad.object.value
        return found


def _claims_in(reading: Reading, articles: Iterable[str]) -> set[str]:
    prefix = reading.iris.claim("").value
    patterns = (
        Pattern(None, cg("inArticle"), reading.iris.article(article), reading.iris.article_graph(article))
        for article in articles
    )
    subjects = (quad.subject for quad in reading.store.matching(patterns))
    return {
        node.value.removeprefix(prefix)
        for node in subjects
        if isinstance(node, NamedNode) and node.value.startswith(prefix)
    }


def quads_of_facts(reading: Reading, nodes: Iterable[NamedNode]) -> set[Quad]:
    """The quads of facts and of their parts."""
    graphs = {reading.iris.graph(name) for name in FACT_GRAPHS}
    ahead, quads = set(nodes), set[Quad]()
    while ahead:
        found = reading.store.matching(Pattern(subject=node) for node in ahead)
        mine = {quad for quad in found if quad.graph_name in graphs}
        quads |= mine
        ahead = {
            quad.object for quad in mine if quad.predicate == cg("hasAspect") and isinstance(quad.object, NamedNode)
        }
    return quads


def _step_concepts(reading: Reading, before: Iterable[Fact], after: Iterable[Fact]) -> Swap:
    """What changes in roles and responsibilities: how often each spelling occurs, and so the name."""
    iris, swap = reading.iris, Swap()
    delta = count_concepts(after)
    delta.subtract(count_concepts(before))
    ids = {concept.id for concept, count in delta.items() if count}
    spelt: dict[Concept, int] = {}
    nodes = reading.leading(DENOTES, map(iris.entity, ids))
    stored = reading.about({node for found in nodes.values() for node in found})
    for quads in stored.values():
        values = {quad.predicate: quad.object for quad in quads}
        entity, name, number = values[DENOTES], values[VALUE], values[COUNT]
        if isinstance(entity, NamedNode) and isinstance(name, Literal) and isinstance(number, Literal):
            spelt[Concept(iris.local_name(entity), name.value)] = int(number.value)
        swap.old |= set(quads)
    for concept, count in delta.items():
        if concept.id in ids:
            spelt[concept] = spelt.get(concept, 0) + count
    kept = {concept: count for concept, count in spelt.items() if count > 0}
    graph = iris.graph(ENTITIES)
    swap.old |= {quad for quads in reading.about(map(iris.entity, ids), graph).values() for quad in quads}
    swap.new |= {quad for entity in concept_entities(kept) for quad in entity_quads(entity, iris)}
    for concept, count in kept.items():
        swap.new |= {*concept_quads(concept, count, iris)}
    return swap
