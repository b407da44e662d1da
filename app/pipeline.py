"""The whole flow on one screen: articles are read by an engine, kept as claims, and the facts follow."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode, Quad

from app.claims import article_quads, read_article
from app.documents.clean import segment
from app.documents.dedupe import origin_groups
from app.errors import BadInput, NotFound
from app.extraction.engine import Engine
from app.graphs import DERIVATION_GRAPHS, LOG, RULINGS
from app.history import change_quads, fact_changes
from app.model import Article, Change, Extraction, Noun, Ruling, RulingKind
from app.resolution.derivation import derivation
from app.rulings import read_rulings, ruling_quads, standing
from app.store.base import Change as Transaction
from app.store.base import Store
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
        known = _known(store, iris)
        wanted = replace(known, extractions=[*known.extractions, *added])
        new = [quad for extraction in added for quad in (*article_quads(extraction, iris), *_log(extraction, iris))]
        corrects = any(extraction.article.replaces for extraction in added)
        cause = "correction" if corrects else "new source"
        _apply(store, iris, wanted, Cause(cause, [extraction.article.id for extraction in added]), add=new)
    return IngestSummary(outcomes=tuple(outcomes))


def remove(store: Store, iris: Iris, article_id: str) -> None:
    """Take an article out, and with it what only it supported. `NotFound` if the store has no such article."""
    known = _known(store, iris)
    remaining = [extraction for extraction in known.extractions if extraction.article.id != article_id]
    if len(remaining) == len(known.extractions):
        raise NotFound(f"The graph has no article {article_id!r}.", hint=_KNOWN_ARTICLES)
    graph = iris.article_graph(article_id)
    _apply(store, iris, replace(known, extractions=remaining), Cause("removal", [article_id]), drop=[graph])


def rebuild(store: Store, iris: Iris, *, reader: Engine | None = None) -> None:
    """Derive entities and facts anew from the claims in the store; with a reader, read every article again first.

    One transaction. Changes nothing in a healthy store that the same engine filled.
    """
    known = _known(store, iris)
    if reader is None:
        _apply(store, iris, known, Cause("rebuild"))
        return
    again = [extract(found.article, reader) for found in known.extractions]
    graphs = [iris.article_graph(found.article.id) for found in known.extractions]
    present = {quad for graph in graphs for quad in store.quads(graph=graph)}
    wanted = {quad for found in again for quad in article_quads(found, iris)}
    _apply(
        store,
        iris,
        replace(known, extractions=again),
        Cause(f"engine {reader.name} {reader.version}"),
        add=sorted(wanted - present, key=str),
        remove=sorted(present - wanted, key=str),
    )


def decide(store: Store, iris: Iris, ruling: Ruling) -> None:
    """Record a ruling, and let the facts follow. Deciding the same twice changes nothing.

    Raises:
        NotFound: what is retracted is no article of this store.
        BadInput: a ruling about names needs two different ones.
    """
    known = _known(store, iris)
    if ruling.kind is RulingKind.RETRACTED:
        missing = set(ruling.about) - {extraction.article.id for extraction in known.extractions}
        if missing or not ruling.about:
            raise NotFound(f"The graph has no article {', '.join(sorted(missing))!r}.", hint=_KNOWN_ARTICLES)
    elif len(set(ruling.about)) < 2:
        raise BadInput("A ruling is about two names at least.", hint="Give two ids such as organization/scale-ai.")
    if ruling.id not in {other.id for other in known.rulings}:
        wanted = replace(known, rulings=[*known.rulings, ruling])
        _apply(store, iris, wanted, Cause("ruling", ruling.about), add=ruling_quads(ruling, iris))


def withdraw(store: Store, iris: Iris, ruling_id: str) -> None:
    """Undo a ruling, and let the facts follow. `NotFound` if there is none of that id."""
    known = _known(store, iris)
    undone = [ruling for ruling in known.rulings if ruling.id == ruling_id]
    if not undone:
        raise NotFound(f"There is no ruling {ruling_id!r}.", hint="`/rulings` lists them.")
    left = [ruling for ruling in known.rulings if ruling.id != ruling_id]
    quads = store.quads(subject=iris.ruling(ruling_id), graph=iris.graph(RULINGS))
    _apply(store, iris, replace(known, rulings=left), Cause("ruling withdrawn", undone[0].about), remove=quads)


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
class _Known:
    """All that facts are a function of."""

    extractions: Sequence[Extraction]
    rulings: Sequence[Ruling]


def _known(store: Store, iris: Iris) -> _Known:
    extractions = [
        read_article(store.quads(graph=iris.article_graph(article_id)), iris) for article_id in article_ids(store, iris)
    ]
    return _Known(extractions, read_rulings(store.quads(graph=iris.graph(RULINGS))))


@dataclass(frozen=True)
class Cause:
    """Why facts changed, and because of which articles, names or rulings."""

    phrase: str
    about: Sequence[str] = ()


def _apply(
    store: Store,
    iris: Iris,
    known: _Known,
    cause: Cause,
    *,
    add: Sequence[Quad] = (),
    remove: Sequence[Quad] = (),
    drop: Sequence[NamedNode] = (),
) -> None:
    """Write what is new and the difference that it makes to the derived graphs, and nothing that stays the same."""
    counting = standing(known.extractions, known.rulings)
    origins = origin_groups(extraction.article for extraction in counting)
    wanted = derivation(counting, iris, origins=origins, rulings=known.rulings)
    present = {quad for name in DERIVATION_GRAPHS for quad in store.quads(graph=iris.graph(name))}
    facts = fact_changes(present, wanted, iris)
    change = Change(at=_now(), cause=cause.phrase, about=tuple(cause.about), facts=facts)
    store.apply(
        Transaction(
            drop=drop,
            remove=[*remove, *sorted(present - wanted, key=str)],
            add=[*add, *sorted(wanted - present, key=str), *(change_quads(change, iris) if facts else ())],
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
