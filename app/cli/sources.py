"""Reads the articles that a command was given: files, folders, and URLs where a network is allowed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.documents.load import fetch_articles, find_files, iter_articles, suffixes
from app.documents.network import Network
from app.errors import BadInput, ClaimgraphError, UnreadableDocument
from app.model import Article

_KEPT_CHARACTERS = 20_000_000
"""How much text is held in memory: what goes beyond is read from its file again when its turn comes."""


def read_source(given: str, network: Network) -> list[Article]:
    """The articles of one file or URL. Raises `BadInput`: there is none."""
    if not _is_url(given) and not Path(given).is_file():
        raise BadInput(f"There is no file {given}.", hint="Check the path.")
    return list(_articles(given, network))


class Corpus:
    """Every article of what was given, however many files that is, looked through before anything is written."""

    def __init__(self, given: Sequence[str], network: Network) -> None:
        """Look through all of it: one that cannot be read stops them all.

        Raises:
            BadInput: there is no article in it, or the network that is allowed does not reach there.
            UnreadableDocument: some of it cannot be read; all of that is listed.
        """
        self._network = network
        self._sources = [source for source in given if _is_url(source)]
        self._sources += map(str, find_files(Path(source) for source in given if not _is_url(source)))
        if not self._sources:
            raise BadInput(
                "There is no article in what was given.",
                hint=f"A folder needs files that end in {' '.join(suffixes())}.",
            )
        self._kept: dict[str, list[Article]] = {}
        self._count = self._characters = 0
        failures: list[ClaimgraphError] = []
        for source in self._sources:
            try:
                self._look_through(source)
            except ClaimgraphError as error:
                failures.append(error)
        if len(failures) == 1:
            raise failures[0]
        if failures:
            listed = "\n".join(f"  {failure}" for failure in failures)
            raise UnreadableDocument(f"{len(failures)} sources cannot be read:\n{listed}", hint="Nothing was ingested.")

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Article]:
        for source in self._sources:
            kept = self._kept.get(source)
            yield from _articles(source, self._network) if kept is None else kept

    def _look_through(self, source: str) -> None:
        """Count the articles of a source, and keep them if memory allows it; what was fetched is not fetched twice."""
        kept: list[Article] | None = []
        for article in _articles(source, self._network):
            self._count += 1
            self._characters += len(article.text)
            if self._characters > _KEPT_CHARACTERS and not _is_url(source):
                kept = None
            if kept is not None:
                kept.append(article)
        if kept is not None:
            self._kept[source] = kept


def _articles(source: str, network: Network) -> Iterator[Article]:
    return iter(fetch_articles(source, network)) if _is_url(source) else iter_articles(Path(source))


def _is_url(given: str) -> bool:
    """Whether it is to be fetched; `BadInput` for an address of a kind that is not."""
    scheme, mark, _ = given.partition("://")
    if mark and scheme.isalpha() and scheme.lower() not in ("http", "https"):
        raise BadInput(f"{given} cannot be fetched.", hint="Give a path, or an address that begins with https://.")
    return bool(mark) and scheme.isalpha()
