"""Timelines: what is told in the present under a heading with a day, month or year that lies back has come about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.values.dates import FoundTime

if TYPE_CHECKING:
    from spacy.tokens import Token

    from app.extraction.relations.reading.sentences import Sentence

_FIRST_WORDS = 4


def is_present(verb: Token) -> bool:
    """Whether a verb stands in the plain present: "steps down", "leaves"."""
    return verb.tag_ in ("VBZ", "VBP") and not any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def is_chronicled(sentence: Sentence) -> bool:
    """Whether the heading above begins with a time before the article was written: "April 2025: The sale"."""
    published = (sentence.scene.document.article.published or "")[:10]
    if not published or sentence.is_heading:
        return False
    above = [s for s in sentence.scene.sentences[: sentence.index] if s.is_heading]
    if not above:
        return False
    heading = next(s for s in above if s.passage is above[-1].passage)
    times = (s for s in heading.slots if isinstance(s.filler, FoundTime) and s.start - heading.start < _FIRST_WORDS)
    value = next((s.filler.value for s in times if isinstance(s.filler, FoundTime)), None)
    return value is not None and value.latest is not None and value.latest < published
