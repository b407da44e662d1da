"""`claimgraph ingest --on`: reads on a cluster, and writes into the store that this process has open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.cli.graph import Graph, LocalGraph
from app.cluster import Job, ingest_on
from app.errors import BadInput
from app.extraction.engine import Engine
from app.model import Article
from app.pipeline import IngestSummary, Progress, article_ids, ingest


def ingest_on_cluster(address: str, graph: Graph, articles: Iterable[Article], progress: Progress) -> IngestSummary:
    """Read articles on the cluster at an address, and bring the graph up to date batch by batch.

    Raises:
        BadInput: a server holds the store.
    """
    if not isinstance(graph, LocalGraph):
        raise BadInput("A server holds the store.", hint="Stop it while a cluster reads, or ingest without --on.")
    store, chosen = graph.store, graph.settings

    def write(read: Sequence[Article], engine: Engine) -> IngestSummary:
        return ingest(store, chosen.iris, read, engine, progress=progress)

    known = frozenset(article_ids(store, chosen.iris))
    return ingest_on(address, articles, Job(chosen.engine, chosen.llm), write, known=known)
