"""The parsed article: one passage a block, every token placed in the raw text, every mention tied to a local entity.

This is what the steps of the rule engine hand to each other: `parse` makes passages, `mentions` and `coreference` fill
`Mentions`, `relations` reads both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from app.model import Block, LocalEntity, Mention, Span

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan


@dataclass(frozen=True)
class Passage:
    """One block of the article with its parse. Tokens count within the passage, offsets within the raw text."""

    index: int
    block: Block
    doc: Doc

    @cached_property
    def text(self) -> str:
        """Its text, which spaCy puts together from the tokens each time."""
        return self.doc.text

    def span(self, start: int, end: int) -> Span:
        """The raw-text span of the tokens `start` up to, not including, `end`."""
        if not 0 <= start < end <= len(self.doc):
            tokens: TokenSpan = self.doc[start:end]
            return Span(
                start=self.block.start + tokens.start_char, end=self.block.start + tokens.end_char, text=tokens.text
            )
        # spaCy puts the text of a stretch together from its tokens: to cut it out of the whole takes less.
        last = self.doc[end - 1]
        first, after = self.doc[start].idx, last.idx + len(last)
        return Span(start=self.block.start + first, end=self.block.start + after, text=self.text[first:after])


class MentionKind(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True)
class FoundMention:
    """A mention in a passage: the tokens `start` up to `end`, the local entity, and how it is named.

    `ties` are the spans that connect an anaphor ("the company", "he") to its name: evidence for what is said of it.
    `others` are the further entities of an anaphor for several ("both companies"); `entity` is then the first named.
    """

    passage: int
    start: int
    end: int
    entity: str
    kind: MentionKind
    ties: tuple[Span, ...] = ()
    others: tuple[str, ...] = ()

    @property
    def all_entities(self) -> tuple[str, ...]:
        """Every entity that the mention speaks of: one, but for "both companies" and its like."""
        return (self.entity, *self.others)


class Mentions:
    """All mentions of an article, found by token. They may nest; `at` and `within` prefer the shortest."""

    def __init__(self, entities: Iterable[LocalEntity], mentions: Iterable[FoundMention]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self._all = sorted(mentions, key=lambda m: (m.passage, m.start, m.end))
        # Where mentions nest ("researchers at [Meta]"), a token belongs to the shortest.
        longest_first = sorted(self._all, key=lambda m: m.start - m.end)
        self._by_token = {(m.passage, token): m for m in longest_first for token in range(m.start, m.end)}

    def __iter__(self) -> Iterator[FoundMention]:
        return iter(self._all)

    def at(self, passage: int, token: int) -> FoundMention | None:
        """The mention that covers a token."""
        return self._by_token.get((passage, token))

    def within(self, passage: int, start: int, end: int) -> list[FoundMention]:
        """The mentions that touch the tokens `start` up to `end`, in order."""
        found = {id(m): m for token in range(start, end) if (m := self.at(passage, token))}
        return list(found.values())

    def entity(self, mention: FoundMention) -> LocalEntity:
        """The local entity that a mention names."""
        return self.entities[mention.entity]

    def claim_mention(self, passage: Passage, mention: FoundMention) -> Mention:
        """The mention as a claim records it; the first of several entities (`claim_mentions` gives all)."""
        return self.claim_mentions(passage, mention)[0]

    def claim_mentions(self, passage: Passage, mention: FoundMention) -> list[Mention]:
        """The mention as claims record it, once for each entity that it speaks of."""
        span = passage.span(mention.start, mention.end)
        found = [self.entities[entity] for entity in mention.all_entities]
        return [
            Mention(
                entity=entity.id, name=entity.name, type=entity.type, mention=span.text, start=span.start, end=span.end
            )
            for entity in found
        ]
