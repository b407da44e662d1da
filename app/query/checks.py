"""Checks what a caller names, and answers an unknown name with those that exist or come near."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from app.errors import BadInput, NotFound
from app.graphs import SCOPES
from app.ontology import load_ontology
from app.query.names import fold
from app.vocab import CLASSES, RELATIONS, cg

# Comparing a misspelt id with more than this many would take longer than any answer is worth.
_COMPARABLE = 5000


def scope_graphs(name: str) -> Sequence[str]:
    """The graphs of a scope."""
    if name not in SCOPES:
        raise BadInput(f"There is no scope {name!r}.", hint=f"Use one of {', '.join(SCOPES)}.")
    return SCOPES[name]


def relation_term(name: str) -> NamedNode:
    """The term of a relation."""
    if name not in RELATIONS:
        raise BadInput(f"There is no relation {name!r}.", hint=_legal(name, RELATIONS))
    return cg(name)


def subclasses(name: str, noun: str) -> list[str]:
    """The class and all below it; what is not a class of entities (or of facts) is refused by name."""
    ontology = load_ontology()
    kinds = (
        ("Fact", "NegativeFact") if noun == "fact" else ("Agent", "Product", "Place", "Role", "Responsibility", "Topic")
    )
    legal = [cls for cls in CLASSES if not set(kinds).isdisjoint(ontology.ancestors(cls))]
    if name not in legal:
        raise BadInput(f"There is no {noun} type {name!r}.", hint=_legal(name, legal))
    return sorted(cls for cls in legal if name in ontology.ancestors(cls))


def _legal(name: str, legal: Iterable[str]) -> str:
    ordered = sorted(legal)
    nearest = difflib.get_close_matches(name, ordered, n=1)
    return f"Did you mean {nearest[0]}?" if nearest else f"Use one of {', '.join(ordered)}."


def not_found(noun: str, given: str, known: Iterable[str]) -> NotFound:
    """The error for an id that does not exist, with the nearest ones that do."""
    ordered = sorted(known)
    # Ids are hashes or slugs: a cut-off one is more likely than a misspelt one.
    nearest = [name for name in ordered if given and name.startswith(given)] or _close_ids(given, ordered)
    hint = _did_you_mean(nearest) if nearest else f"The graph holds {len(ordered)} of that kind."
    return NotFound(f"There is no {noun} {given!r}.", hint=hint)


def nothing_named(given: str, names: Iterable[str]) -> NotFound:
    """The error for a name that nothing has, with the nearest ones that something has; case and accents are nothing."""
    spelt = {fold(name): name for name in sorted(names)}
    nearest = [spelt[name] for name in _close(fold(given), sorted(spelt))]
    hint = _did_you_mean(nearest) if nearest else "Give a name, or an id like kind/name; /search finds both."
    return NotFound(f"The graph knows nothing by the name {given!r}.", hint=hint)


def _close_ids(given: str, known: Iterable[str]) -> list[str]:
    """The ids whose names are close: that two are of one kind, which all ids of entities begin with, says nothing."""
    named = defaultdict[str, list[str]](list)
    for id_ in known:
        named[id_.rpartition("/")[2]].append(id_)
    return [id_ for name in _close(given.rpartition("/")[2], sorted(named)) for id_ in named[name]]


def _close(given: str, known: Sequence[str]) -> list[str]:
    return difflib.get_close_matches(given, known) if len(known) <= _COMPARABLE else []


def _did_you_mean(nearest: Sequence[str]) -> str:
    return f"Did you mean {' or '.join(nearest[:3])}?"
