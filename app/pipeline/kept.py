"""What the store keeps: which articles and rulings, and what the articles say."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad

from app.claims.reading import read_article
from app.graphs import RULINGS
from app.model import Extraction, Ruling
from app.rulings import read_rulings
from app.store.base import Pattern, Store
from app.upkeep.reading import Reading
from app.vocab import TYPE, Iris, cg, prov

KNOWN_ARTICLES = (
    "Those that it has: /articles, or claimgraph query 'SELECT ?article { GRAPH ?g { ?article a cg:Article } }'."
)
KNOWN_CLAIMS = "Those that it has: /claims, or claimgraph query 'SELECT ?claim { GRAPH ?g { ?claim a cg:Claim } }'."


def extractions(store: Store, iris: Iris) -> list[Extraction]:
    """All articles with their claims, as they were read."""
    return [
        read_article(store.quads(graph=iris.article_graph(article_id)), iris) for article_id in article_ids(store, iris)
    ]


def rulings(store: Store, iris: Iris) -> list[Ruling]:
    """All that people have decided."""
    return read_rulings(store.quads(graph=iris.graph(RULINGS)))


def ruling_kept(store: Store, iris: Iris, ruling_id: str) -> list[Quad]:
    """One ruling as it is written; empty if there is none of that id."""
    return store.quads(subject=iris.ruling(ruling_id), graph=iris.graph(RULINGS))


def has(store: Store, iris: Iris, article_id: str) -> bool:
    """Whether the store has an article."""
    return bool(known_articles(store, iris, [article_id]))


def known_articles(store: Store, iris: Iris, article_ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids that articles in the store have."""
    nodes = {iris.article(article_id): article_id for article_id in filter(can_be_id, article_ids)}
    patterns = (Pattern(node, TYPE, cg("Article"), iris.article_graph(id_)) for node, id_ in nodes.items())
    found = (quad.subject for quad in store.matching(patterns))
    return frozenset(nodes[node] for node in found if isinstance(node, NamedNode))


def known_claims(store: Store, iris: Iris, claim_ids: Iterable[str]) -> frozenset[str]:
    """Those of the ids that claims in the store have."""
    return frozenset(Reading(store, iris).articles_of(filter(can_be_id, claim_ids)))


def can_be_id(text: str) -> bool:
    """Whether a text can be the id of an article, a claim or a fact: these are hashes.

    >>> can_be_id("54a941c39d03b47e"), can_be_id("organization/meta"), can_be_id("")
    (True, False, False)
    """
    return text.isascii() and text.isalnum()


def article_ids(store: Store, iris: Iris) -> list[str]:
    """The ids of the articles in the store, sorted."""
    prefix = iris.article_graph("").value
    return [graph.value.removeprefix(prefix) for graph in store.graphs() if graph.value.startswith(prefix)]


def claim_count(store: Store, iris: Iris, article_id: str) -> int:
    """How many claims of an article the store has."""
    return len(store.quads(predicate=prov("wasDerivedFrom"), graph=iris.article_graph(article_id)))
