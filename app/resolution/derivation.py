"""The whole of resolution on one screen: what articles say in, the quads of every derived graph out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from app.graphs import DERIVED, ENTITIES, FACTS, INDEX, entity_quads, fact_graph, fact_quads
from app.model import Extraction, Fact, Ruling, Status
from app.ontology import load_ontology
from app.resolution.entities import Resolution, redirects, resolve
from app.resolution.facts import facts_of, gather
from app.resolution.index import (
    USE,
    concept_entities,
    concept_quads,
    count_concepts,
    group_quads,
    use_node,
    use_quads,
)
from app.resolution.rules import derive
from app.vocab import DCTERMS, Iris

REPLACED_BY = NamedNode(DCTERMS + "isReplacedBy")


def derivation(
    extractions: Sequence[Extraction], iris: Iris, *, origins: Mapping[str, str], rulings: Sequence[Ruling] = ()
) -> set[Quad]:
    """The quads of the entity, fact, derived and index graphs. The order of articles and rulings is nothing.

    A pure function. `extractions` are the articles that count; `origins` gives the independent origin of each, if it is
    another.
    """
    resolution, ontology = resolve(extractions, iris, rulings), load_ontology()
    published = {extraction.article.id: extraction.article.published for extraction in extractions}
    groups = gather((claim for found in extractions for claim in found.claims), resolution.of_local, ontology)
    facts_by_group = {
        group: facts_of(placed, ontology, origins=origins, published=published) for group, placed in groups.items()
    }
    facts = [fact for found in facts_by_group.values() for fact in found]
    spelt = count_concepts(facts)
    quads = {quad for entity in resolution.entities for quad in entity_quads(entity, iris)}
    quads |= {quad for entity in concept_entities(spelt) for quad in entity_quads(entity, iris)}
    quads |= set(derive(quads | undisputed(facts, iris), iris.graph(DERIVED)))
    quads |= {quad for fact in facts for quad in fact_quads(fact, iris)}
    quads |= {redirect(old, new, iris) for old, new in redirects(resolution.meaning).items()}
    quads |= _name_index(resolution, iris)
    for group, placed in groups.items():
        quads |= {*group_quads(group, (item.claim.id for item in placed), facts_by_group[group], iris)}
    for concept, count in spelt.items():
        quads |= {*concept_quads(concept, count, iris)}
    return quads


def undisputed(facts: Iterable[Fact], iris: Iris) -> set[Quad]:
    """The quads that rules may build on: those of the facts that nobody disputes."""
    sound = (fact for fact in facts if fact_graph(fact) == FACTS and fact.status is not Status.DISPUTED)
    return {quad for fact in sound for quad in fact_quads(fact, iris)}


def redirect(old: str, new: str, iris: Iris) -> Quad:
    """Where an id leads that an entity would have had by another of its names."""
    return Quad(iris.entity(old), REPLACED_BY, iris.entity(new), iris.graph(ENTITIES))


def _name_index(resolution: Resolution, iris: Iris) -> set[Quad]:
    graph, counts = iris.graph(INDEX), Counter(resolution.uses.values())
    quads = {
        Quad(iris.local_entity(local.article, local.local), USE, use_node(use, iris), graph)
        for local, use in resolution.uses.items()
    }
    for use, count in counts.items():
        quads |= {*use_quads(use, count, resolution.meaning.of_use[use], iris)}
    return quads
