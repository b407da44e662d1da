"""What the rules remember from sentence to sentence: the pair of organisations spoken of, and who "both" are."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.sentences import Scene, Sentence

_GROUP = re.compile(
    r"\b(?:both|the two|the|these two) (?:companies|firms|parties|partners|sides|businesses|groups)\b", re.IGNORECASE
)
_REACH = 60


@dataclass(frozen=True)
class Pair:
    """Two organisations that a sentence has tied to each other."""

    sentence: int
    first: FoundMention
    second: FoundMention


class Discourse:
    """The memory of one reading of an article, front to back."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._pairs: list[Pair] = []
        self._vendors: list[tuple[int, FoundMention, FoundMention]] = []

    def remember_pair(self, sentence: Sentence, first: FoundMention, second: FoundMention) -> None:
        """Note that a sentence speaks of two organisations together."""
        named = all(self._scene.type_of(mention) != "Collective" for mention in (first, second))
        if named and first.entity != second.entity:
            self._pairs.append(Pair(sentence.index, first, second))

    def pair_before(self, sentence: Sentence) -> Pair | None:
        """The last pair spoken of; none for what a sentence says of things like it: "tensions in such partnerships"."""
        if any(token.lower_ == "such" and token.head.tag_ == "NNS" for token in sentence.tokens):
            return None
        for pair in reversed(self._pairs):
            if sentence.index - pair.sentence <= _REACH:
                return pair
        return None

    def at(self, pair: Pair, sentence: Sentence, start: int, end: int) -> tuple[FoundMention, FoundMention]:
        """The pair as the tokens `start` to `end` of a sentence mean it, tied to where it is named."""
        first, second = (
            FoundMention(
                passage=sentence.passage.index,
                start=start,
                end=end,
                entity=mention.entity,
                kind=MentionKind.NOMINAL,
                ties=(*mention.ties, self._scene.span_of(mention)),
            )
            for mention in (pair.first, pair.second)
        )
        return first, second

    def group_in(self, sentence: Sentence) -> tuple[int, int] | None:
        """The tokens of "both companies" in a sentence."""
        match = _GROUP.search(sentence.text)
        if match is None:
            return None
        doc = sentence.passage.doc
        offset = doc[sentence.start].idx
        span = doc.char_span(offset + match.start(), offset + match.end(), alignment_mode="expand")
        return (span.start, span.end) if span is not None else None

    def remember_vendor(self, sentence: Sentence, vendor: FoundMention, client: FoundMention) -> None:
        """Note that a sentence speaks of one organisation supplying another."""
        self._vendors.append((sentence.index, vendor, client))

    def vendor_of(self, sentence: Sentence, client: str) -> FoundMention | None:
        """The vendor that this or the sentence before has tied to a client, with the tie."""
        for index, vendor, who in reversed(self._vendors):
            if sentence.index - index > 1:
                return None
            if who.entity == client:
                tie = () if index == sentence.index else (self._scene.span_of(vendor),)
                return replace(vendor, ties=(*vendor.ties, *tie))
        return None
