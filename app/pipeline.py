"""The whole flow on one screen: articles are read by an engine, kept as claims, and the facts follow."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from app.claims import article_quads, read_article
from app.documents.clean import segment
from app.errors import BadInput, NotFound
from app.extraction.engine import Engine
from app.graphs import DERIVATION_GRAPHS, INDEX, LOG, RULINGS
from app.history import change_quads, fact_changes
from app.model import Article, Change, Extraction, Noun, Ruling, RulingKind
from app.rulings import read_rulings, ruling_quads
from app.store.base import Change as Transaction
from app.store.base import Store
from app.upkeep.names import Decided
from app.upkeep.step import step
from app.upkeep.swap import Swap
from app.upkeep.whole import whole
from app.vocab import RDFS, TYPE, XSD, Iris, cg, prov


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


_KNOWN_ARTICLES = (
    "Those that it has: /articles, or claimgraph query 'SELECT ?article { GRAPH ?g { ?article a cg:Article } }'."
)
Progress = Callable[[Outcome], None]


def extract(article: Article, engine: Engine) -> Extraction:
    """What an engine makes of one article. Touches no store."""
    return engine.extract(segment(article))


def ingest(
    store: Store, iris: Iris, articles: Iterable[Article], engine: Engine, *, progress: Progress | None = None
) -> IngestSummary:
    """Read articles that the store does not have yet, and bring the facts up to date, as one transaction."""
    claims: dict[str, int] = {}
    outcomes: list[Outcome] = []
    added: list[Extraction] = []
    for article in articles:
        if article.id not in claims and _has(store, iris, article.id):
            claims[article.id] = _claim_count(store, iris, article.id)
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
        corrects = any(extraction.article.replaces for extraction in added)
        cause = "correction" if corrects else "new source"
        swap = _step(store, iris, added=added)
        _apply(store, iris, swap, Cause(cause, [extraction.article.id for extraction in added]), add=new)
    return IngestSummary(outcomes=tuple(outcomes))


def remove(store: Store, iris: Iris, article_id: str) -> None:
    """Take an article out, and with it what only it supported. `NotFound` if the store has no such article."""
    if not _has(store, iris, article_id):
        raise NotFound(f"The graph has no article {article_id!r}.", hint=_KNOWN_ARTICLES)
    swap = _step(store, iris, removed=[article_id])
    _apply(store, iris, swap, Cause("removal", [article_id]), drop=[iris.article_graph(article_id)])


def rebuild(store: Store, iris: Iris, *, reader: Engine | None = None) -> None:
    """Derive entities and facts anew from the claims in the store; with a reader, read every article again first.

    One transaction. Changes nothing in a healthy store that the same engine filled.
    """
    graphs = {article_id: iris.article_graph(article_id) for article_id in article_ids(store, iris)}
    known = [read_article(store.quads(graph=graph), iris) for graph in graphs.values()]
    rulings = read_rulings(store.quads(graph=iris.graph(RULINGS)))
    present = {quad for name in DERIVATION_GRAPHS for quad in store.quads(graph=iris.graph(name))}
    if reader is None:
        _apply(store, iris, Swap(present, whole(known, rulings, iris)), Cause("rebuild"))
        return
    again = [extract(found.article, reader) for found in known]
    said = {quad for graph in graphs.values() for quad in store.quads(graph=graph)}
    wanted = {quad for found in again for quad in article_quads(found, iris)}
    _apply(
        store,
        iris,
        Swap(present, whole(again, rulings, iris)),
        Cause(f"engine {reader.name} {reader.version}"),
        add=sorted(wanted - said, key=str),
        remove=sorted(said - wanted, key=str),
    )


def decide(store: Store, iris: Iris, ruling: Ruling) -> None:
    """Record a ruling, and let the facts follow. Deciding the same twice changes nothing.

    Raises:
        NotFound: what is retracted is no article of this store.
        BadInput: a ruling about names needs two different ones.
    """
    if ruling.kind is RulingKind.RETRACTED:
        missing = {article_id for article_id in ruling.about if not _has(store, iris, article_id)}
        if missing or not ruling.about:
            raise NotFound(f"The graph has no article {', '.join(sorted(missing))!r}.", hint=_KNOWN_ARTICLES)
    elif len(set(ruling.about)) < 2:
        raise BadInput("A ruling is about two names at least.", hint="Give two ids such as organization/scale-ai.")
    if not _ruling(store, iris, ruling.id):
        swap = _step(store, iris, decided=Decided(added=(ruling,)))
        _apply(store, iris, swap, Cause("ruling", ruling.about), add=ruling_quads(ruling, iris))


def withdraw(store: Store, iris: Iris, ruling_id: str) -> None:
    """Undo a ruling, and let the facts follow. `NotFound` if there is none of that id."""
    quads = _ruling(store, iris, ruling_id)
    undone = read_rulings(quads)
    if not undone:
        raise NotFound(f"There is no ruling {ruling_id!r}.", hint="`/rulings` lists them.")
    swap = _step(store, iris, decided=Decided(removed=tuple(undone)))
    _apply(store, iris, swap, Cause("ruling withdrawn", undone[0].about), remove=quads)


def _step(
    store: Store,
    iris: Iris,
    *,
    added: Sequence[Extraction] = (),
    removed: Sequence[str] = (),
    decided: Decided | None = None,
) -> Swap:
    """What changes in the derived graphs; a store that was filled before there was an index gets one first."""
    if not store.query(f"ASK {{ GRAPH {iris.graph(INDEX)} {{ ?thing ?has ?value }} }}") and store.query(
        f"ASK {{ GRAPH ?article {{ ?node a {cg('Article')} }} }}"
    ):
        rebuild(store, iris)
    return step(store, iris, added=added, removed=removed, decided=decided)


def _ruling(store: Store, iris: Iris, ruling_id: str) -> list[Quad]:
    return store.quads(subject=iris.ruling(ruling_id), graph=iris.graph(RULINGS))


def _has(store: Store, iris: Iris, article_id: str) -> bool:
    node = iris.article(article_id)
    return bool(store.quads(node, TYPE, cg("Article"), iris.article_graph(article_id)))


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


@dataclass(frozen=True)
class Cause:
    """Why facts changed, and because of which articles, names or rulings."""

    phrase: str
    about: Sequence[str] = ()


def _apply(
    store: Store,
    iris: Iris,
    swap: Swap,
    cause: Cause,
    *,
    add: Sequence[Quad] = (),
    remove: Sequence[Quad] = (),
    drop: Sequence[NamedNode] = (),
) -> None:
    """Write what is new and the difference that it makes to the derived graphs, and nothing that stays the same."""
    facts = fact_changes(swap.old, swap.new, iris)
    change = Change(at=_now(), cause=cause.phrase, about=tuple(cause.about), facts=facts)
    store.apply(
        Transaction(
            drop=drop,
            remove=[*remove, *sorted(swap.old - swap.new, key=str)],
            add=[*add, *sorted(swap.new - swap.old, key=str), *(change_quads(change, iris) if facts else ())],
        )
    )


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _log(extraction: Extraction, iris: Iris) -> list[Quad]:
    """When and by what an article was read: the only place with a clock in it."""
    graph = iris.graph(LOG)
    run = iris.part(iris.article(extraction.article.id), "ingest")
    quads = [
        Quad(run, prov("used"), iris.article(extraction.article.id), graph),
        Quad(run, prov("endedAtTime"), Literal(_now().isoformat(), datatype=NamedNode(XSD + "dateTime")), graph),
    ]
    comment = NamedNode(RDFS + "comment")
    quads += [Quad(run, comment, Literal(notice), graph) for notice in extraction.notices]
    for dropped in extraction.dropped:
        note = f"dropped {dropped.relation}: {dropped.reason}: {dropped.text}"
        quads.append(Quad(run, comment, Literal(note), graph))
    return quads
