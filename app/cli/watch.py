"""`claimgraph watch`: reads each article that comes into a folder, until it is told to stop."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from app.cli import show
from app.cli.graph import open_graph
from app.cli.signals import terminable
from app.documents.load import read_articles
from app.documents.watch import Watched
from app.errors import ClaimgraphError, StoreBusy
from app.model import Article
from app.settings import Settings


def run(folder: Path, settings: Settings, every: float) -> None:
    """Look at the folder every so many seconds until interrupted or terminated."""
    watched = Watched(folder)
    waiting: list[Article] = []
    told = False
    show.message(f"Watching {folder}. Ctrl-C stops it.")
    with suppress(KeyboardInterrupt), terminable():
        while True:
            waiting += _readable(watched.settled())
            try:
                _take(waiting, folder, settings)
                waiting, told = [], False
            except StoreBusy as busy:  # another command has its turn
                if not told:
                    show.complain(busy)
                    show.message("  Trying again at each look.")
                told = True
            time.sleep(every)


def _readable(files: Iterable[Path]) -> Iterator[Article]:
    """The articles of the files that can be read; what cannot is said."""
    for file in files:
        try:
            yield from read_articles(file)
        except ClaimgraphError as error:
            show.complain(error)


def _take(articles: Sequence[Article], folder: Path, settings: Settings) -> None:
    """Ingest them. The store is held only for that long, so other commands have their turn."""
    if not articles:
        return
    with open_graph(settings, create=True) as graph, show.progress_bar(len(articles), str(folder)) as progress:
        summary = graph.ingest(articles, progress=progress)
    show.message(f"{len(summary.outcomes)} in the graph.")
