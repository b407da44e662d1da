"""What people have decided, as quads of the `rulings` graph and back, and which articles still count because of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, Quad

from app.claims.nodes import NodeReader
from app.graphs import RULINGS
from app.model import Article, Extraction, Ruling, RulingKind
from app.vocab import COMMENT, TYPE, Iris, cg


def ruling_quads(ruling: Ruling, iris: Iris) -> list[Quad]:
    """A ruling as quads."""
    graph, node = iris.graph(RULINGS), iris.ruling(ruling.id)
    quads = [Quad(node, TYPE, cg("Ruling"), graph), Quad(node, cg("kind"), Literal(str(ruling.kind)), graph)]
    quads += [Quad(node, cg("ruledOn"), Literal(about), graph) for about in ruling.about]
    if ruling.reason is not None:
        quads.append(Quad(node, COMMENT, Literal(ruling.reason), graph))
    return quads


def read_rulings(quads: Iterable[Quad]) -> list[Ruling]:
    """The rulings in quads of the `rulings` graph, sorted by id."""
    reader = NodeReader(quads)
    rulings = [
        Ruling(
            kind=RulingKind(reader.required(node, cg("kind"))),
            about=tuple(term.value for term in reader.terms(node, cg("ruledOn"))),
            reason=reader.text(node, COMMENT),
        )
        for node in reader.nodes("Ruling")
    ]
    return sorted(rulings, key=lambda ruling: ruling.id)


@dataclass(frozen=True)
class Version:
    """What of an article matters to whether it counts: its id, its address, and the name of what it replaces."""

    id: str
    url: str | None
    replaces: str | None

    @classmethod
    def of(cls, article: Article) -> Version:
        """The version that an article is."""
        return cls(article.id, article.url, article.replaces)

    def names(self) -> set[str]:
        """What leads to other versions."""
        return {name for name in (self.id, self.url, self.replaces) if name}


def standing(extractions: Sequence[Extraction], rulings: Iterable[Ruling]) -> list[Extraction]:
    """The articles that count (see `current`)."""
    versions = {extraction.article.id: extraction for extraction in extractions}
    counting = current((Version.of(found.article) for found in versions.values()), rulings)
    return [found for article_id, found in versions.items() if article_id in counting]


def current(versions: Iterable[Version], rulings: Iterable[Ruling]) -> set[str]:
    """The ids of the articles that count: neither retracted, nor corrected by a version that counts.

    Of versions that claim to replace each other, all count: which came last cannot be told. Articles that no claim to
    replace links with these cannot matter to them.
    """
    retracted = {about for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}
    left = sorted((version for version in versions if version.id not in retracted), key=lambda version: version.id)
    by_name = {name: version.id for version in left for name in (version.url, version.id) if name}
    replaced = {version.id: by_name[version.replaces] for version in left if version.replaces in by_name}
    corrected = {old for new, old in replaced.items() if new != old and not _goes_round(new, replaced)}
    return {version.id for version in left} - corrected


def _goes_round(start: str, replaced: dict[str, str]) -> bool:
    """Whether a chain of versions comes back to where it began."""
    seen, here = {start}, replaced.get(start)
    while here is not None and here not in seen:
        seen.add(here)
        here = replaced.get(here)
    return here == start
