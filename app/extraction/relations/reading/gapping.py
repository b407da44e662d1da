"""Tells a clause whose verb is left out from a name in apposition: "A was its chief engineer, B a designer"."""

from __future__ import annotations

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.sentences import Sentence

_ARTICLES = frozenset({"a", "an"})


def begins_a_gap(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a clause of its own begins with a mention: what it is called follows without a comma or a verb."""
    doc = sentence.passage.doc
    apart = mention.start > sentence.start and doc[mention.start - 1].text in (",", ";", "and")
    return apart and mention.end < len(doc) and doc[mention.end].lower_ in _ARTICLES
