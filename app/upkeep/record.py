"""A store's record of the versions of schema, ontology and engines that it is of, and whether these are of today.

The record lies in the `log` graph and is written in the transactions that it speaks of.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from app.errors import StoreOutdated
from app.extraction.engine import VERSIONS
from app.graphs import LOG
from app.ontology import ontology_version
from app.store.base import Store
from app.upkeep.swap import Swap
from app.vocab import DCTERMS, OWL, TYPE, Iris, cg

SCHEMA = 9
"""The layout of all graphs but the users' own. One more with each change that what is stored does not keep to.

2: an article that comes back to an investment without its amount speaks of the same one.
3: a company has one founding date, in dispute where sources differ; reorganisations of different years are several.
4: who holds an office is an executive or of the board, as far as the ontology says so of the office.
5: an article of which only the month or year of publication is known bounds what it tells, too.
6: the index holds what facts depend on of each claim.
7: a time at which a state held bounds its start and its end.
8: a correction may keep the address of what it corrects; the derived graph does not repeat what a thing is said to be.
9: a firm's short form can lead to it, and the index holds what shows that.
"""

_VERSION = NamedNode(OWL + "versionInfo")
_CONFORMS = NamedNode(DCTERMS + "conformsTo")
_SCHEMA = "schema "


@dataclass(frozen=True)
class Versions:
    """What a store is of: its layout, the version IRI of the ontology, and the engines whose claims it got."""

    schema: int
    ontology: str
    engines: frozenset[str] = frozenset()

    def __str__(self) -> str:
        engines = ", ".join(sorted(self.engines)) or "no engine yet"
        return f"Schema {self.schema}, ontology {_release(self.ontology)}, read by {engines}."


def read_versions(store: Store, iris: Iris) -> Versions | None:
    """What the store's record says; None if it has none."""
    return _versions(_stored(store, iris))


def _versions(said: Collection[Quad]) -> Versions | None:
    texts = {quad.object.value for quad in said if quad.predicate == _VERSION and isinstance(quad.object, Literal)}
    ontologies = [quad.object.value for quad in said if isinstance(quad.object, NamedNode)]
    schemas = {text for text in texts if text.startswith(_SCHEMA)}
    numbers = [int(number) for text in schemas if (number := text.removeprefix(_SCHEMA)).isdecimal()]
    return Versions(max(numbers, default=0), max(ontologies, default=""), frozenset(texts - schemas)) if said else None


def record(store: Store, iris: Iris, engines: Iterable[str], *, anew: bool = False) -> Swap:
    """What changes in the record when claims of these engines come; or, anew, when they are all that there are."""
    old = _stored(store, iris)
    known = _versions(old)
    kept = frozenset[str]() if anew or known is None else known.engines
    node, graph = _node(iris), iris.graph(LOG)
    texts = {f"{_SCHEMA}{SCHEMA}", *kept, *engines}
    new = {Quad(node, _VERSION, Literal(text), graph) for text in texts}
    new.add(Quad(node, _CONFORMS, NamedNode(ontology_version()), graph))
    return Swap(set(old), new)


def why_older(store: Store, iris: Iris) -> str | None:
    """Why the store has to be rebuilt before it is read or written; None if it is of today, or holds no article.

    Raises:
        StoreOutdated: it is of a newer version than this program, which cannot rebuild it either.
    """
    return _why_older(read_versions(store, iris), lambda: _has(store, iris))


def _why_older(known: Versions | None, has_articles: Callable[[], bool]) -> str | None:
    if known is None:
        return "The store does not say of which version it is, so an older one made it." if has_articles() else None
    ours = Versions(SCHEMA, ontology_version())
    if known.schema > ours.schema:
        raise _newer(f"schema {known.schema}", str(ours.schema))
    if _numbers(known.ontology) > _numbers(ours.ontology):
        raise _newer(f"ontology {_release(known.ontology)}", _release(ours.ontology))
    if known.schema < ours.schema:
        return f"The store is of schema {known.schema}, and this program of {ours.schema}."
    if known.ontology != ours.ontology:
        return f"The store is of ontology {_release(known.ontology)}, and this program of {_release(ours.ontology)}."
    return None


def require_current(store: Store, iris: Iris) -> None:
    """Let nobody read or write what another version laid out.

    Raises:
        StoreOutdated: the store is older, and says so with the command that mends it, or newer.
    """
    if reason := why_older(store, iris):
        raise StoreOutdated(reason, hint="`claimgraph rebuild` derives its facts anew from its claims, and mends it.")


def require_current_backup(quads: Iterable[Quad], iris: Iris) -> None:
    """Let nobody put what another version laid out into a store that is being served.

    Raises:
        StoreOutdated: the backup is of another version.
    """
    listed = list(quads)
    said = [quad for quad in listed if quad.subject == _node(iris) and quad.graph_name == iris.graph(LOG)]
    prefix = iris.article_graph("").value

    def has_articles() -> bool:
        graphs = (quad.graph_name for quad in listed if quad.predicate == TYPE and quad.object == cg("Article"))
        return any(isinstance(graph, NamedNode) and graph.value.startswith(prefix) for graph in graphs)

    if reason := _why_older(_versions(said), has_articles):
        raise StoreOutdated(
            f"This backup cannot be served. {reason}",
            hint="Nothing was changed. Stop the server, then `claimgraph restore` it and `claimgraph rebuild`.",
        )


def older_engines(known: Versions) -> str | None:
    """A notice of the engines that read otherwise today; their claims stay true to their evidence. None without any."""
    older = [label for label in sorted(known.engines) if _is_older(label)]
    if not older:
        return None
    return f"Read by {', '.join(older)}, since improved: `claimgraph rebuild --reread` reads every article again."


def _is_older(label: str) -> bool:
    """Whether an engine, as claims name it ("rules 1", "llm 1 gpt-oss"), is of another version today."""
    name, version, *_ = [*label.split(), ""]
    return VERSIONS.get(name, version) != version


def _newer(what: str, ours: str) -> StoreOutdated:
    return StoreOutdated(
        f"The store is of {what}, newer than this program, which is of {ours}.",
        hint="Use a claimgraph at least as new as the one that wrote it.",
    )


def _stored(store: Store, iris: Iris) -> list[Quad]:
    return store.quads(subject=_node(iris), graph=iris.graph(LOG))


def _node(iris: Iris) -> NamedNode:
    """What stands for the store."""
    return NamedNode(f"{iris.base}store")


def _has(store: Store, iris: Iris) -> bool:
    """Whether there is any article."""
    prefix = Literal(iris.article_graph("").value)
    return bool(
        store.query(f"ASK {{ GRAPH ?g {{ ?article a {cg('Article')} }} FILTER (STRSTARTS(STR(?g), {prefix})) }}")
    )


def _release(ontology: str) -> str:
    """The last step of a version IRI."""
    return ontology.rpartition("/")[2]


def _numbers(ontology: str) -> tuple[int, ...]:
    return tuple(map(int, re.findall(r"\d+", _release(ontology))))
