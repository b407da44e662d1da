"""The whole of resolution on one screen: what articles say in, the quads of every derived graph out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from pyoxigraph import Quad

from app.graphs import DERIVED, ENTITIES, FACTS, INDEX, entity_quads, fact_graph, fact_quads
from app.model import Extraction, Fact, Ruling, Status
from app.ontology import load_ontology
from app.resolution.entities import Resolution, redirects, resolve
from app.resolution.facts import Concept, facts_of_groups, gather
from app.resolution.index import (
    USE,
    concept_entities,
    concept_quads,
    count_concepts,
    group_quads,
    tie_quads,
    use_node,
    use_quads,
)
from app.resolution.parts import HERE, Spread
from app.resolution.rules import Rules
from app.vocab import IS_REPLACED_BY, Iris


def derivation(
    extractions: Sequence[Extraction],
    iris: Iris,
    *,
    origins: Mapping[str, str],
    rulings: Sequence[Ruling] = (),
    spread: Spread = HERE,
) -> Iterator[Quad]:
    """The quads of the entity, fact, derived and index graphs, one after the other and none kept; some come again.

    A pure function: which quads come does not depend on the order of articles and rulings, nor on where `spread` has
    names and facts worked out; rules run here. `extractions` are the articles that count; `origins` gives the
    independent origin of each, if it is another.
    """
    resolution, ontology = resolve(extractions, iris, rulings, spread), load_ontology()
    published = {extraction.article.id: extraction.article.published for extraction in extractions}
    rules, spelt = Rules(), Counter[Concept]()
    for entity in resolution.entities:
        yield from _taught(rules, entity_quads(entity, iris))
    yield from (redirect(old, new, iris) for old, new in redirects(resolution.meaning).items())
    yield from _name_index(resolution, iris)
    groups = gather((claim for found in extractions for claim in found.claims), resolution.of_local, ontology)
    for group, facts in facts_of_groups(groups, origins=origins, published=published, spread=spread):
        spelt.update(count_concepts(facts))
        rules.add(undisputed(facts, iris))
        yield from (quad for fact in facts for quad in fact_quads(fact, iris))
        yield from group_quads(group, (item.claim for item in groups[group]), facts, iris)
    for entity in concept_entities(spelt):
        yield from _taught(rules, entity_quads(entity, iris))
    for concept, count in spelt.items():
        yield from concept_quads(concept, count, iris)
    yield from rules.conclusions(iris.graph(DERIVED))


def _taught(rules: Rules, quads: Iterable[Quad]) -> list[Quad]:
    """Quads on their way, once the rules have them."""
    listed = list(quads)
    rules.add(listed)
    return listed


def undisputed(facts: Iterable[Fact], iris: Iris) -> set[Quad]:
    """The quads that rules may build on: those of the facts that nobody disputes."""
    sound = (fact for fact in facts if fact_graph(fact) == FACTS and fact.status is not Status.DISPUTED)
    return {quad for fact in sound for quad in fact_quads(fact, iris)}


def redirect(old: str, new: str, iris: Iris) -> Quad:
    """Where an id leads that an entity would have had by another of its names."""
    return Quad(iris.entity(old), IS_REPLACED_BY, iris.entity(new), iris.graph(ENTITIES))


def _name_index(resolution: Resolution, iris: Iris) -> Iterator[Quad]:
    graph, counts = iris.graph(INDEX), Counter(resolution.uses.values())
    for local, use in resolution.uses.items():
        yield Quad(iris.local_entity(local.article, local.local), USE, use_node(use, iris), graph)
    for use, count in counts.items():
        yield from use_quads(use, count, resolution.meaning.of_use[use], iris)
    for tie, times in resolution.ties.items():
        yield from tie_quads(tie, times, iris)
