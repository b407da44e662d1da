"""An article as it is read, and what was read of it with its places in the raw text.

Engines read a copy without left-overs of markup (`app/reading_copy.py`). Names, titles and topics stay as a reader sees
them; spans, which quote, are put back to the raw text and its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from app.model import TIME_POINTS, Block, Claim, Document, LocalEntity, Mention, Noun, Span, Times
from app.reading_copy import reading_copy

Placed = TypeVar("Placed", bound=Noun)
_QUOTE: Mapping[type, str] = {Span: "text", Mention: "mention"}
"""What quotes the words at its place, by the field that has them."""


class AsRead:
    """A document as an engine reads it; the document itself if its text holds no left-overs."""

    def __init__(self, document: Document) -> None:
        self._raw = document.article
        self._copy = reading_copy(document.article.text)
        self._is_raw = self._copy.is_raw
        self.document = document if self._is_raw else self._as_read(document)

    def in_raw(self, claims: Iterable[Claim]) -> list[Claim]:
        """Claims of the document as read, as claims of the raw one."""
        return list(claims) if self._is_raw else [self._claim(claim) for claim in claims]

    def entities_in_raw(self, entities: Iterable[LocalEntity]) -> tuple[LocalEntity, ...]:
        """Entities of the document as read, with the places of their mentions in the raw one."""
        if self._is_raw:
            return tuple(entities)
        return tuple(e.model_copy(update={"mentions": tuple(map(self._placed, e.mentions))}) for e in entities)

    def entities_as_read(self, entities: Iterable[LocalEntity]) -> tuple[LocalEntity, ...]:
        """Entities of the raw document, with the places of their mentions in the one as read."""
        if self._is_raw:
            return tuple(entities)
        return tuple(e.model_copy(update={"mentions": tuple(map(self._span_as_read, e.mentions))}) for e in entities)

    def _as_read(self, document: Document) -> Document:
        title = self._raw.title and reading_copy(self._raw.title).text
        article = self._raw.model_copy(update={"text": self._copy.text, "title": title})
        return Document(article=article, blocks=tuple(map(self._block, document.blocks)))

    def _block(self, block: Block) -> Block:
        start, end = self._copy.in_copy(block.start, block.end)
        return Block(kind=block.kind, start=start, end=end)

    def _span_as_read(self, span: Span) -> Span:
        start, end = self._copy.in_copy(span.start, span.end)
        return Span(start=start, end=end, text=self._copy.text[start:end])

    def _claim(self, claim: Claim) -> Claim:
        obj = claim.object
        return claim.model_copy(
            update={
                "article": self._raw.id,
                "subject": self._placed(claim.subject),
                "object": None if obj is None else self._placed(obj),
                "qualifier_spans": {name: self._placed(span) for name, span in claim.qualifier_spans.items()},
                "time": self._times(claim.time),
                "attribution": tuple(map(self._placed, claim.attribution)),
                "evidence": tuple(map(self._quoted, claim.evidence)),
            }
        )

    def _times(self, times: Times) -> Times:
        found = {name: getattr(times, name) for name in (*TIME_POINTS, "duration_span")}
        return times.model_copy(update={name: self._placed(time) for name, time in found.items() if time is not None})

    def _quoted(self, span: Span) -> Span:
        if not span.text or span.text != self._copy.text[span.start : span.end]:
            return span
        start, end = self._copy.in_raw_with_marks(span.start, span.end)
        return Span(start=start, end=end, text=self._raw.text[start:end])

    def _placed(self, noun: Placed) -> Placed:
        """The noun at its place in the raw text, and with the words there if it quotes what is read."""
        start, end = getattr(noun, "start", None), getattr(noun, "end", None)
        if start is None or end is None or not 0 <= start < end <= len(self._copy.text):
            return noun
        first, last = self._copy.in_raw(start, end)
        moved: dict[str, int | str] = {"start": first, "end": last}
        quote = _QUOTE.get(type(noun))
        if quote is not None and getattr(noun, quote) == self._copy.text[start:end]:
            moved[quote] = self._raw.text[first:last]
        return noun.model_copy(update=moved)
