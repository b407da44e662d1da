"""Reads the articles that a command was given: files, folders, and URLs where a network is allowed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.documents.load import fetch_articles, find_files, read_articles, suffixes
from app.documents.network import Network
from app.errors import BadInput, ClaimgraphError, UnreadableDocument
from app.model import Article


def read_source(given: str, network: Network) -> list[Article]:
    """The articles of one file or URL."""
    return fetch_articles(given, network) if _is_url(given) else read_articles(Path(given))


def read_all(given: Sequence[str], network: Network) -> list[Article]:
    """Every article, before anything is written: one that cannot be read stops them all.

    Raises:
        UnreadableDocument: what was given cannot be read; all of it is listed.
    """
    sources = [source for source in given if _is_url(source)]
    sources += map(str, find_files(Path(source) for source in given if not _is_url(source)))
    if not sources:
        raise BadInput(
            "There is no article in what was given.", hint=f"A folder needs files that end in {' '.join(suffixes())}."
        )
    articles: list[Article] = []
    failures: list[ClaimgraphError] = []
    for source in sources:
        try:
            articles += read_source(source, network)
        except ClaimgraphError as error:
            failures.append(error)
    if len(failures) == 1:
        raise failures[0]
    if failures:
        listed = "\n".join(f"  {failure}" for failure in failures)
        raise UnreadableDocument(f"{len(failures)} sources cannot be read:\n{listed}", hint="Nothing was ingested.")
    return articles


def _is_url(given: str) -> bool:
    return given.lower().startswith(("http://", "https://"))
