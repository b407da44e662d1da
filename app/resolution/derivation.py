"""The whole of resolution on one screen: what articles say in, the quads of every derived graph out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import NamedNode, Quad

from app.graphs import DERIVED, ENTITIES, FACTS, entity_quads, fact_graph, fact_quads
from app.model import Extraction, Ruling, Status
from app.ontology import load_ontology
from app.resolution.entities import redirects, resolve
from app.resolution.facts import concepts, derive_facts
from app.resolution.rules import derive
from app.vocab import DCTERMS, Iris

_REPLACED_BY = NamedNode(DCTERMS + "isReplacedBy")


def derivation(
    extractions: Sequence[Extraction], iris: Iris, *, origins: Mapping[str, str], rulings: Sequence[Ruling] = ()
) -> set[Quad]:
    """The quads of the entity, fact and derived graphs. A pure function: the order of articles and rulings is nothing.

    `extractions` are the articles that count; `origins` gives the independent origin of each.
    """
    resolution = resolve(extractions, iris, rulings)
    facts = derive_facts(
        (claim for extraction in extractions for claim in extraction.claims),
        resolution,
        load_ontology(),
        origins=origins,
        published={extraction.article.id: extraction.article.published for extraction in extractions},
    )
    entities = [*resolution.entities, *concepts(facts)]
    quads = {quad for entity in entities for quad in entity_quads(entity, iris)}
    undisputed = {
        quad
        for fact in facts
        if fact_graph(fact) == FACTS and fact.status is not Status.DISPUTED
        for quad in fact_quads(fact, iris)
    }
    derived = derive(quads | undisputed, iris.graph(DERIVED))
    quads |= {quad for fact in facts for quad in fact_quads(fact, iris)}
    quads |= {
        Quad(iris.entity(old), _REPLACED_BY, iris.entity(new), iris.graph(ENTITIES))
        for old, new in redirects(resolution.entities).items()
    }
    return quads.union(derived)
