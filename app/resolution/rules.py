"""The CONSTRUCT rules of `ontology/rules/`, run over the facts that nobody disputes, to fill the `derived` graph.

A rule may read one fact, what the entities that it names are by their own class, and those of their derived relations
that `read_back` gives (the wholes that they are part of); and it names every property that it reads. That is what lets
`app/upkeep` run them over the facts that changed and not over all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from pathlib import Path

import pyoxigraph
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from app.ontology import OFFICES_FILE, ONTOLOGY_FILE
from app.resources import ONTOLOGY_DIR
from app.vocab import CG, PREFIXES, TYPE

RULES_DIR = ONTOLOGY_DIR / "rules"


def derive(quads: Iterable[Quad], target: NamedNode, rules_dir: Path = RULES_DIR) -> list[Quad]:
    """What the rules add to quads of the facts and entities graphs, as quads of `target`, sorted."""
    rules = Rules(rules_dir)
    rules.add(quads)
    return sorted(rules.conclusions(target), key=str)


class Rules:
    """The rules, and what they are to be run over: it may come bit by bit."""

    def __init__(self, rules_dir: Path = RULES_DIR) -> None:
        self._rules_dir = rules_dir
        self._store = pyoxigraph.Store()
        self._store.extend(_ontology())

    def add(self, quads: Iterable[Quad]) -> None:
        """Take in quads of the facts and entities graphs; what no rule reads is not kept."""
        self._store.extend(
            Quad(quad.subject, quad.predicate, quad.object, DefaultGraph()) for quad in readable(quads, self._rules_dir)
        )

    def conclusions(self, target: NamedNode) -> Iterator[Quad]:
        """What the rules add, as quads of `target`, each once and in no order. To be called once.

        The rules run until they add nothing more. They only ever add, so their order does not matter. A class that is
        given is not added: a plain query reads the graphs of both, and would count what is in two of them twice.
        """
        found: set[Quad] = set()
        queries = _rules(self._rules_dir)
        while new := {quad for query in queries for quad in _construct(self._store, query) if self._adds(quad, found)}:
            self._store.extend(new)
            found |= new
        return (Quad(quad.subject, quad.predicate, quad.object, target) for quad in found)

    def _adds(self, quad: Quad, found: Set[Quad]) -> bool:
        return quad not in found and not (quad.predicate == TYPE and quad in self._store)


@cache
def _ontology() -> tuple[Quad, ...]:
    files = (ONTOLOGY_FILE, OFFICES_FILE)
    return tuple(quad for file in files for quad in parse(path=str(file), format=RdfFormat.TURTLE))


@cache
def _rules(rules_dir: Path) -> tuple[str, ...]:
    return tuple(rule.read_text(encoding="utf-8") for rule in sorted(rules_dir.glob("*.rq")))


@cache
def _terms(rules_dir: Path) -> tuple[frozenset[NamedNode], frozenset[NamedNode]]:
    """The properties that rules conclude, and those that they read."""
    concluded, read = set(), {TYPE}
    for rule in _rules(rules_dir):
        head, _, body = re.sub(r"#.*", "", rule).partition("WHERE")
        concluded |= {NamedNode(CG + name) for name in _PROPERTY.findall(head)}
        read |= {NamedNode(CG + name) for name in _PROPERTY.findall(_RELATION.sub(r"\1", body))}
    return frozenset(concluded), frozenset(read)


_PROPERTY = re.compile(r"\bcg:([a-z]\w*)")
_RELATION = re.compile(r"(cg:relation)\s+cg:\w+")  # what follows is a relation and no property that is read


def read(rules_dir: Path = RULES_DIR) -> frozenset[NamedNode]:
    """The properties that rules read: what a fact has besides is nothing to them."""
    return _terms(rules_dir)[1]


def readable(quads: Iterable[Quad], rules_dir: Path = RULES_DIR) -> Iterator[Quad]:
    """Those of the quads that a rule could read."""
    known = read(rules_dir)
    return (quad for quad in quads if quad.predicate in known)


def read_back(rules_dir: Path = RULES_DIR) -> frozenset[NamedNode]:
    """The properties that rules both conclude and read."""
    concluded, read = _terms(rules_dir)
    return concluded & read


def _construct(store: pyoxigraph.Store, query: str) -> Iterator[Quad]:
    result = store.query(query, prefixes=PREFIXES)
    if not isinstance(result, pyoxigraph.QueryTriples):
        raise ValueError(f"a rule is no CONSTRUCT query: {query}")
    for triple in result:
        yield Quad(triple.subject, triple.predicate, triple.object, DefaultGraph())
