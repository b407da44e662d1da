"""What people have decided, as quads of the `rulings` graph and back, and which articles still count because of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import Literal, NamedNode, Quad

from app.claims import NodeReader
from app.graphs import RULINGS
from app.model import Extraction, Ruling, RulingKind
from app.vocab import RDFS, TYPE, Iris, cg

_COMMENT = NamedNode(RDFS + "comment")


def ruling_quads(ruling: Ruling, iris: Iris) -> list[Quad]:
    """A ruling as quads."""
    graph, node = iris.graph(RULINGS), iris.ruling(ruling.id)
    quads = [Quad(node, TYPE, cg("Ruling"), graph), Quad(node, cg("kind"), Literal(str(ruling.kind)), graph)]
    quads += [Quad(node, cg("ruledOn"), Literal(about), graph) for about in ruling.about]
    if ruling.reason is not None:
        quads.append(Quad(node, _COMMENT, Literal(ruling.reason), graph))
    return quads


def read_rulings(quads: Iterable[Quad]) -> list[Ruling]:
    """The rulings in quads of the `rulings` graph, sorted by id."""
    reader = NodeReader(quads)
    rulings = [
        Ruling(
            kind=RulingKind(reader.required(node, cg("kind"))),
            about=tuple(term.value for term in reader.terms(node, cg("ruledOn"))),
            reason=reader.text(node, _COMMENT),
        )
        for node in reader.nodes("Ruling")
    ]
    return sorted(rulings, key=lambda ruling: ruling.id)


def standing(extractions: Sequence[Extraction], rulings: Iterable[Ruling]) -> list[Extraction]:
    """The articles that count: neither retracted, nor corrected by a version that counts.

    Of versions that claim to replace each other, all count: which came last cannot be told.
    """
    retracted = {about for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}
    left = [extraction for extraction in extractions if extraction.article.id not in retracted]
    by_name = {name: item.article.id for item in left for name in (item.article.url, item.article.id) if name}
    replaced = {item.article.id: by_name[item.article.replaces] for item in left if item.article.replaces in by_name}
    corrected = {old for new, old in replaced.items() if new != old and not _goes_round(new, replaced)}
    return [extraction for extraction in left if extraction.article.id not in corrected]


def _goes_round(start: str, replaced: dict[str, str]) -> bool:
    """Whether a chain of versions comes back to where it began."""
    seen, here = {start}, replaced.get(start)
    while here is not None and here not in seen:
        seen.add(here)
        here = replaced.get(here)
    return here == start
