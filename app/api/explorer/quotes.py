"""Evidence in its surroundings: the words that count, with a little of the article before and after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.errors import NotFound
from app.model import Article, Attribution, Span, Status
from app.query.lookup import Lookup

_AROUND = 160


@dataclass(frozen=True)
class Quote:
    """Words of an article, those before and after them in the same paragraph, and who says them."""

    article: Article
    before: str
    text: str
    after: str
    anchor: str
    speakers: tuple[Attribution, ...]
    status: Status
    supports: bool
    claims: tuple[str, ...]
    """The claims that these words carry, as far as the page is about them."""
    context: tuple[tuple[str, str], ...]
    """What the words are read with, such as the name that a pronoun among them means: each with its anchor."""


def anchor(start: int, end: int) -> str:
    """The name of a stretch of text on its article's page."""
    return f"s{start}-{end}"


class Quoter:
    """Quotes articles. One a request: it remembers the articles that it has looked up."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._articles: dict[str, Article | None] = {}

    def article(self, article_id: str) -> Article | None:
        """An article, or None if it is gone."""
        if article_id not in self._articles:
            try:
                self._articles[article_id] = self._lookup.article(article_id).article
            except NotFound:
                self._articles[article_id] = None
        return self._articles[article_id]

    def quote(
        self,
        article_id: str,
        start: int,
        end: int,
        *,
        speakers: Iterable[Attribution],
        status: Status,
        supports: bool = True,
        claims: Iterable[str] = (),
        context: Iterable[Span] = (),
    ) -> Sequence[Quote]:
        """The quote, or nothing if the article is gone."""
        article = self.article(article_id)
        if article is None:
            return ()
        text = article.text
        before = text[max(0, text.rfind("\n", 0, start) + 1) : start]
        stop = text.find("\n", end)
        after = text[end : stop if stop >= 0 else len(text)]
        return (
            Quote(
                article=article,
                before=_tail(before),
                text=text[start:end],
                after=_head(after),
                anchor=anchor(start, end),
                speakers=tuple(speakers),
                status=status,
                supports=supports,
                claims=tuple(claims),
                context=tuple((span.text, anchor(span.start, span.end)) for span in context),
            ),
        )


def _tail(text: str) -> str:
    """The last words of a text that is too long."""
    return text if len(text) <= _AROUND else "… " + text[-_AROUND:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= _AROUND else text[:_AROUND].rpartition(" ")[0] + " …"
