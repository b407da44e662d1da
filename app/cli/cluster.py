"""`ingest --on` and `rebuild --on`: work on a cluster, and write into the store that this process has open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.cli.graph import Graph, LocalGraph
from app.cluster import Job, ingest_on, spread_on
from app.errors import BadInput
from app.extraction.engine import Engine
from app.model import Article
from app.pipeline import IngestSummary, Progress, article_ids, ingest, rebuild
from app.settings import Settings
from app.store.base import Store


def ingest_on_cluster(address: str, graph: Graph, articles: Iterable[Article], progress: Progress) -> IngestSummary:
    """Read articles on the cluster at an address, and bring the graph up to date batch by batch.

    Raises:
        BadInput: a server holds the store.
    """
    store, chosen = _own(graph)

    def write(read: Sequence[Article], engine: Engine) -> IngestSummary:
        return ingest(store, chosen.iris, read, engine, progress=progress)

    known = frozenset(article_ids(store, chosen.iris))
    return ingest_on(address, articles, Job(chosen.engine, chosen.llm), write, known=known)


def rebuild_on_cluster(address: str, graph: Graph) -> None:
    """Derive every fact anew, names and facts on the cluster at an address.

    Raises:
        BadInput: a server holds the store.
    """
    store, chosen = _own(graph)
    with spread_on(address) as spread:
        rebuild(store, chosen.iris, spread=spread)


def _own(graph: Graph) -> tuple[Store, Settings]:
    if not isinstance(graph, LocalGraph):
        raise BadInput("A server holds the store.", hint="Stop it while a cluster works, or do without --on.")
    return graph.store, graph.settings
