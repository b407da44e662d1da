"""The CONSTRUCT rules of `ontology/rules/`, run over the facts that nobody disputes, to fill the `derived` graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat

from app.ontology import ONTOLOGY_FILE
from app.resources import ONTOLOGY_DIR
from app.vocab import PREFIXES

RULES_DIR = ONTOLOGY_DIR / "rules"


def derive(quads: Iterable[Quad], target: NamedNode, rules_dir: Path = RULES_DIR) -> list[Quad]:
    """What the rules add to quads of the facts and entities graphs, as quads of `target`, sorted.

    The rules run until they add nothing more. They only ever add, so their order does not matter.
    """
    store = pyoxigraph.Store()
    store.bulk_load(path=str(ONTOLOGY_FILE), format=RdfFormat.TURTLE)
    store.extend(Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in quads)
    queries = [rule.read_text(encoding="utf-8") for rule in sorted(rules_dir.glob("*.rq"))]
    found: set[Quad] = set()
    while new := {quad for query in queries for quad in _construct(store, query)} - found:
        store.extend(new)
        found |= new
    return sorted((Quad(quad.subject, quad.predicate, quad.object, target) for quad in found), key=str)


def _construct(store: pyoxigraph.Store, query: str) -> Iterator[Quad]:
    result = store.query(query, prefixes=PREFIXES)
    if not isinstance(result, pyoxigraph.QueryTriples):
        raise ValueError(f"a rule is no CONSTRUCT query: {query}")
    for triple in result:
        yield Quad(triple.subject, triple.predicate, triple.object, DefaultGraph())
