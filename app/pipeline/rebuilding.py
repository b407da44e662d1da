"""Entities and facts anew from all that the store keeps."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from functools import cache

from pyoxigraph import NamedNode, Quad

from app.claims.writing import article_quads
from app.extraction.engine import Engine
from app.graphs import DERIVATION_GRAPHS
from app.model import Article, Extraction
from app.pipeline.extracting import extract
from app.pipeline.kept import extractions, rulings
from app.pipeline.outcomes import Outcome, Progress
from app.pipeline.transactions import Cause, engines, transact
from app.resolution.parts import HERE, Spread
from app.store.base import Pattern, Store
from app.store.overtaken import begins_again
from app.upkeep.record import record, why_older
from app.upkeep.swap import Swap
from app.upkeep.whole import whole
from app.vocab import Iris, cg


def rebuild(
    store: Store,
    iris: Iris,
    *,
    reader: Engine | None = None,
    spread: Spread = HERE,
    progress: Progress | None = None,
) -> None:
    """Derive entities and facts anew from the claims in the store; with a reader, read every article again first.

    One transaction. Changes nothing in a healthy store that the same engine filled. A store of an older version is of
    this one afterwards. `spread` says where parts of it are worked out, which changes nothing in the result;
    `progress` hears of each article that is read again.

    Raises:
        StoreOutdated: the store is of a newer version.
    """
    if reader is None:
        _derive_anew(store, iris, spread)
    else:
        cause = Cause(f"engine {reader.name} {reader.version}")

        @cache
        def read(article: Article) -> Extraction:
            found = extract(article, reader)
            if progress is not None:
                progress(Outcome.of_reading("reread", found))
            return found

        _read_anew(store, iris, spread, read, cause)


@begins_again
def _derive_anew(store: Store, iris: Iris, spread: Spread) -> None:
    based_on = store.generation
    why_older(store, iris)
    if not store.graphs():
        return  # nothing in it is of any version
    known = extractions(store, iris)
    noted = record(store, iris, engines(known))
    swap = _difference(store, iris, whole(known, rulings(store, iris), iris, spread))
    transact(store, iris, based_on, swap, Cause("rebuild"), noted)


@begins_again
def _read_anew(store: Store, iris: Iris, spread: Spread, read: Callable[[Article], Extraction], cause: Cause) -> None:
    based_on = store.generation
    why_older(store, iris)
    if not store.graphs():
        return
    again = [read(found.article) for found in extractions(store, iris)]
    said: list[Quad] = []
    gone: list[Quad] = []
    for found in again:
        before = set(store.quads(graph=iris.article_graph(found.article.id)))
        after = set(article_quads(found, iris))
        said += sorted(after - before, key=str)
        gone += sorted(before - after, key=str)
    swap = _difference(store, iris, whole(again, rulings(store, iris), iris, spread))
    noted = record(store, iris, engines(again), anew=True)
    transact(store, iris, based_on, swap, cause, noted, add=said, remove=gone)


def _difference(store: Store, iris: Iris, wanted: Iterable[Quad]) -> Swap:
    """What has to go and to come for the derived graphs to be as wanted, with the statuses of the facts concerned.

    Of a graph of millions of quads that nearly all stay, fingerprints are held and not the quads.
    """
    graphs = [iris.graph(name) for name in DERIVATION_GRAPHS]
    unmet = {_fingerprint(quad) for graph in graphs for quad in store.quads(graph=graph)}
    met, new = set[bytes](), set[Quad]()
    for quad in wanted:
        mark = _fingerprint(quad)
        if mark in unmet:
            unmet.remove(mark)
            met.add(mark)
        elif mark not in met:
            new.add(quad)
    listed = (quad for graph in graphs for quad in store.quads(graph=graph)) if unmet else ()
    old = {quad for quad in listed if _fingerprint(quad) in unmet}
    prefix = iris.fact("").value
    subjects = {str(quad.subject)[1:-1] for quad in old | new}
    facts = {node.partition("#")[0] for node in subjects if node.startswith(prefix)}
    statuses = set(store.matching(Pattern(NamedNode(fact), cg("status")) for fact in facts))
    return Swap(old | statuses, new | (statuses - old))


def _fingerprint(quad: Quad) -> bytes:
    return hashlib.blake2b(str(quad).encode(), digest_size=16).digest()


def basis(store: Store, iris: Iris) -> int:
    """The generation to build on, to be read before all else; a store of an older version is rebuilt first.

    Else two layouts would mix. Commands refuse such a store before they come here: a rebuild can take long.
    """
    if why_older(store, iris):
        rebuild(store, iris)
    return store.generation
