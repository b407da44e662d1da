"""Every derived graph from nothing: all articles that count, all rulings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import Quad

from app.documents.dedupe import Copies
from app.model import Extraction, Ruling
from app.resolution.derivation import derivation
from app.resolution.parts import HERE, Spread
from app.rulings import standing
from app.upkeep.stories import story_quads
from app.vocab import Iris


def whole(
    extractions: Sequence[Extraction], rulings: Sequence[Ruling], iris: Iris, spread: Spread = HERE
) -> Iterator[Quad]:
    """The quads of every derived graph, one after the other; some come again. The order of what is given is nothing.

    Whoever only writes or compares them need not hold them all.
    """
    counting = standing(extractions, rulings)
    told = Copies()
    for article_id, text in sorted((found.article.id, found.article.text) for found in counting):
        told.add(article_id, text)
    yield from derivation(counting, iris, origins=told.origins(), rulings=rulings, spread=spread)
    yield from story_quads(told, iris)
