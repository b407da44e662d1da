"""The whole flow on one screen: articles are read by an engine, kept as claims, and the facts follow."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from app.claims import article_quads, read_article
from app.documents.clean import segment
from app.documents.dedupe import origin_groups
from app.errors import NotFound
from app.extraction.engine import Engine
from app.graphs import DERIVATION_GRAPHS, LOG
from app.model import Article, Extraction, Noun
from app.resolution.derivation import derivation
from app.store.base import Change, Store
from app.vocab import RDFS, XSD, Iris, prov


class Outcome(Noun):
    """What became of one article: `added`, or `unchanged` because the store had it."""

    article: str
    title: str | None
    source: str | None
    status: str
    claims: int
    dropped: int = 0
    notices: tuple[str, ...] = ()


class IngestSummary(Noun):
    """What became of a batch of articles, in the order given."""

    outcomes: tuple[Outcome, ...]


Progress = Callable[[Outcome], None]


def extract(article: Article, engine: Engine) -> Extraction:
    """What an engine makes of one article. Touches no store."""
    return engine.extract(segment(article))


def ingest(
    store: Store, iris: Iris, articles: Iterable[Article], engine: Engine, *, progress: Progress | None = None
) -> IngestSummary:
    """Read articles that the store does not have yet, and bring the facts up to date, as one transaction."""
    claims = {article_id: _claim_count(store, iris, article_id) for article_id in article_ids(store, iris)}
    outcomes: list[Outcome] = []
    added: list[Extraction] = []
    for article in articles:
        if article.id in claims:
            outcomes.append(_outcome(article, "unchanged", claims=claims[article.id]))
        else:
            added.append(extract(article, engine))
            claims[article.id] = len(added[-1].claims)
            outcomes.append(_added(added[-1]))
        if progress is not None:
            progress(outcomes[-1])
    if added:
        new = [quad for extraction in added for quad in (*article_quads(extraction, iris), *_log(extraction, iris))]
        _apply(store, iris, [*_stored(store, iris), *added], add=new)
    return IngestSummary(outcomes=tuple(outcomes))


def remove(store: Store, iris: Iris, article_id: str) -> None:
    """Take an article out, and with it what only it supported. `NotFound` if the store has no such article."""
    if article_id not in article_ids(store, iris):
        raise NotFound(f"The graph has no article {article_id!r}.", hint="`/articles` lists those that it has.")
    remaining = [extraction for extraction in _stored(store, iris) if extraction.article.id != article_id]
    _apply(store, iris, remaining, drop=[iris.article_graph(article_id)])


def rebuild(store: Store, iris: Iris, *, reader: Engine | None = None) -> None:
    """Derive entities and facts anew from the claims in the store; with a reader, read every article again first.

    One transaction. Changes nothing in a healthy store that the same engine filled.
    """
    stored = _stored(store, iris)
    if reader is None:
        _apply(store, iris, stored)
        return
    again = [extract(found.article, reader) for found in stored]
    present = {quad for found in stored for quad in store.quads(graph=iris.article_graph(found.article.id))}
    wanted = {quad for found in again for quad in article_quads(found, iris)}
    _apply(store, iris, again, add=sorted(wanted - present, key=str), remove=sorted(present - wanted, key=str))


def article_ids(store: Store, iris: Iris) -> list[str]:
    """The ids of the articles in the store, sorted."""
    prefix = iris.article_graph("").value
    return [graph.value.removeprefix(prefix) for graph in store.graphs() if graph.value.startswith(prefix)]


def _added(found: Extraction) -> Outcome:
    return _outcome(found.article, "added", claims=len(found.claims), dropped=len(found.dropped), notices=found.notices)


def _outcome(article: Article, status: str, *, claims: int, dropped: int = 0, notices: tuple[str, ...] = ()) -> Outcome:
    return Outcome(
        article=article.id,
        title=article.title,
        source=article.source,
        status=status,
        claims=claims,
        dropped=dropped,
        notices=notices,
    )


def _claim_count(store: Store, iris: Iris, article_id: str) -> int:
    quads = store.quads(predicate=prov("wasDerivedFrom"), graph=iris.article_graph(article_id))
    return len(quads)


def _stored(store: Store, iris: Iris) -> list[Extraction]:
    return [
        read_article(store.quads(graph=iris.article_graph(article_id)), iris) for article_id in article_ids(store, iris)
    ]


def _apply(
    store: Store,
    iris: Iris,
    extractions: Sequence[Extraction],
    *,
    add: Sequence[Quad] = (),
    remove: Sequence[Quad] = (),
    drop: Sequence[NamedNode] = (),
) -> None:
    """Write what is new and the difference that it makes to the derived graphs, and nothing that stays the same."""
    origins = origin_groups(extraction.article for extraction in extractions)
    wanted = derivation(extractions, iris, origins=origins)
    present = {quad for name in DERIVATION_GRAPHS for quad in store.quads(graph=iris.graph(name))}
    store.apply(
        Change(
            drop=drop,
            remove=[*remove, *sorted(present - wanted, key=str)],
            add=[*add, *sorted(wanted - present, key=str)],
        )
    )


def _log(extraction: Extraction, iris: Iris) -> list[Quad]:
    """When and by what an article was read: the only place with a clock in it."""
    graph = iris.graph(LOG)
    run = iris.part(iris.article(extraction.article.id), "ingest")
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    quads = [
        Quad(run, prov("used"), iris.article(extraction.article.id), graph),
        Quad(run, prov("endedAtTime"), Literal(now, datatype=NamedNode(XSD + "dateTime")), graph),
    ]
    comment = NamedNode(RDFS + "comment")
    for dropped in extraction.dropped:
        note = f"dropped {dropped.relation}: {dropped.reason}: {dropped.text}"
        quads.append(Quad(run, comment, Literal(note), graph))
    return quads
