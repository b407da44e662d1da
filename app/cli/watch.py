"""`claimgraph watch`: reads each article that comes into a folder, until it is told to stop."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from app.cli import show
from app.cli.graph import open_graph
from app.cli.signals import terminable
from app.documents.load import read_articles
from app.documents.watch import Watched
from app.errors import ClaimgraphError
from app.model import Article
from app.settings import Settings


def run(folder: Path, settings: Settings, every: float) -> None:
    """Look at the folder every so many seconds until interrupted or terminated."""
    watched = Watched(folder)
    show.message(f"Watching {folder}. Ctrl-C stops it.")
    with suppress(KeyboardInterrupt), terminable():
        while True:
            _take(watched.settled(), settings)
            time.sleep(every)


def _take(files: Iterable[Path], settings: Settings) -> None:
    """Ingest what can be read. The store is held only for that long, so other commands have their turn."""
    articles: list[Article] = []
    for file in files:
        try:
            articles += read_articles(file)
        except ClaimgraphError as error:
            show.complain(error)
    if not articles:
        return
    with open_graph(settings, create=True) as graph, show.progress_bar(len(articles)) as progress:
        summary = graph.ingest(articles, progress=progress)
    show.message(f"{len(summary.outcomes)} in the graph.")
