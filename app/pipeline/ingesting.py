"""Articles into the store and out of it again, with the facts that follow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from app.claims.writing import article_quads
from app.errors import NotFound
from app.extraction.engine import Engine
from app.model import Article, Extraction
from app.pipeline.corrections import correction_lost, corrects_nothing
from app.pipeline.extracting import extract
from app.pipeline.kept import KNOWN_ARTICLES, claim_count, has, known_articles
from app.pipeline.outcomes import IngestSummary, Outcome, Progress
from app.pipeline.rebuilding import basis
from app.pipeline.transactions import Cause, engines, log_quads, transact
from app.store.base import Store
from app.store.overtaken import begins_again
from app.upkeep.record import record
from app.upkeep.step import step
from app.vocab import Iris

BATCH = 500
"""Articles that go into the store as one transaction where there are many, so that memory does not grow with them."""


def ingest(
    store: Store, iris: Iris, articles: Iterable[Article], engine: Engine, *, progress: Progress | None = None
) -> IngestSummary:
    """Read articles that the store does not have yet, and bring the facts up to date, as one transaction."""
    given = list(articles)
    claims: dict[str, int] = {}
    new: dict[str, Article] = {}
    outcomes: list[Outcome] = []
    added: list[Extraction] = []
    for article in given:
        if article.id not in claims and has(store, iris, article.id):
            claims[article.id] = claim_count(store, iris, article.id)
        if article.id in claims:
            outcome = Outcome.of(article, "unchanged", claims=claims[article.id])
            notices = correction_lost(store, iris, article, new.get(article.id))
        else:
            added.append(extract(article, engine))
            claims[article.id], new[article.id] = len(added[-1].claims), article
            outcome = Outcome.of_reading("added", added[-1])
            notices = corrects_nothing(store, iris, article, given)
        outcomes.append(outcome.model_copy(update={"notices": (*outcome.notices, *notices)}))
        if progress is not None:
            progress(outcomes[-1])
    there = _add(store, iris, added) if added else frozenset()
    for place, (article, outcome) in enumerate(zip(given, outcomes, strict=True)):
        if outcome.article in there:  # another process was first
            notices = correction_lost(store, iris, article)
            outcomes[place] = outcome.model_copy(update={"status": "unchanged", "dropped": 0, "notices": notices})
    return IngestSummary(outcomes=tuple(outcomes))


@begins_again
def _add(store: Store, iris: Iris, extractions: Sequence[Extraction]) -> frozenset[str]:
    """Write what was read, and what follows from it; the ids of the articles that the store has got meanwhile."""
    based_on = basis(store, iris)
    there = known_articles(store, iris, (found.article.id for found in extractions))
    added = [found for found in extractions if found.article.id not in there]
    if added:
        new = [
            quad for extraction in added for quad in (*article_quads(extraction, iris), *log_quads(extraction, iris))
        ]
        corrects = any(extraction.article.replaces for extraction in added)
        cause = "correction" if corrects else "new source"
        swap = step(store, iris, added=added)
        new_from = Cause(cause, [extraction.article.id for extraction in added])
        noted = record(store, iris, engines(added))
        transact(store, iris, based_on, swap, new_from, noted, add=new)
    return there


def ingest_many(
    store: Store,
    iris: Iris,
    articles: Iterable[Article],
    engine: Engine,
    *,
    progress: Progress | None = None,
    batch: int = BATCH,
) -> IngestSummary:
    """Read any number of articles, so many of them a transaction, so that a run which was stopped can go on later."""
    rest, outcomes = iter(articles), list[Outcome]()
    while taken := tuple(islice(rest, batch)):
        outcomes += ingest(store, iris, taken, engine, progress=progress).outcomes
    return IngestSummary(outcomes=tuple(outcomes))


@begins_again
def remove(store: Store, iris: Iris, article_id: str) -> None:
    """Take an article out, and with it what only it supported. `NotFound` if the store has no such article."""
    based_on = basis(store, iris)
    if not has(store, iris, article_id):
        raise NotFound(f"The graph has no article {article_id!r}.", hint=KNOWN_ARTICLES)
    swap = step(store, iris, removed=[article_id])
    transact(store, iris, based_on, swap, Cause("removal", [article_id]), drop=[iris.article_graph(article_id)])
