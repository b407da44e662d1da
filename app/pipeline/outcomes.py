"""What became of the articles of a batch."""

from __future__ import annotations

from collections.abc import Callable

from app.model import Article, Extraction, Noun


class Outcome(Noun):
    """What became of one article: `added`, `unchanged` because the store had it, `reread`, or `failed`."""

    article: str
    title: str | None
    source: str | None
    status: str
    claims: int
    dropped: int = 0
    notices: tuple[str, ...] = ()

    @classmethod
    def of(cls, article: Article, status: str, *, claims: int) -> Outcome:
        """What became of an article of which the store has so many claims."""
        return cls(article=article.id, title=article.title, source=article.source, status=status, claims=claims)

    @classmethod
    def of_reading(cls, status: str, found: Extraction) -> Outcome:
        """What became of an article that was read."""
        outcome = cls.of(found.article, status, claims=len(found.claims))
        return outcome.model_copy(update={"dropped": len(found.dropped), "notices": found.notices})


class IngestSummary(Noun):
    """What became of a batch of articles, in the order given."""

    outcomes: tuple[Outcome, ...]


Progress = Callable[[Outcome], None]
