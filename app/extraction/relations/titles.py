"""Titles as they stand in a sentence: "as deputy finance director", and the organisation that follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Detail
from app.extraction.relations.frames import (
    Frame,
)
from app.extraction.relations.patterns import compile_pattern
from app.extraction.relations.sentences import Sentence
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


_TITLE = compile_pattern(r"(?:the |its |an? |their |it's )?(?:new |next |first )*{LONGTITLE:title}")


def title_of(sentence: Sentence, frame: Frame) -> Detail | None:
    """The title after "as", "to" or straight after the person."""
    doc = sentence.passage.doc
    for role in ("as", "attr", "to"):
        for token in frame.get(role):
            if token.i > frame.trigger.i:
                detail = title_at(sentence, token.left_edge.i)
                if detail is not None:
                    return detail
    # The parser's edges fail on long titles: read on from the first "as" or "to" after the verb.
    for token in doc[frame.trigger.i + 1 : min(sentence.end, frame.trigger.i + 14)]:
        if token.lower_ in ("as", "to", "became") and token.i + 1 < sentence.end:
            detail = title_at(sentence, token.i + 1)
            if detail is not None:
                return detail
        if token.text in (";", ":"):
            break
    return title_at(sentence, frame.trigger.i + 1) if frame.passive else None


def title_at(sentence: Sentence, token: int) -> Detail | None:
    """The title that starts at a token, if one does."""
    doc = sentence.passage.doc
    if not sentence.start <= token < sentence.end:
        return None
    if doc[token].text == ",":
        token += 1
    offset = doc[token].idx
    text = doc[token : sentence.end].text
    match = _TITLE.match(text.replace("’", "'"))
    if match is None:
        return None
    start, end = match.span("title")
    base = sentence.passage.block.start + offset
    return Detail(text[start:end], Span(start=base + start, end=base + end, text=text[start:end]))


def after_title(sentence: Sentence, title: Detail) -> list[FoundMention]:
    """The organisation right after a title: "president of X"."""
    if title.span is None:
        return []
    doc = sentence.passage.doc
    end = next(
        (t.i for t in doc[sentence.start : sentence.end] if sentence.passage.block.start + t.idx >= title.span.end),
        sentence.end,
    )
    if end >= sentence.end or doc[end].lower_ not in ("of", "at", "for", "with"):
        return []
    return [m for m in sentence.mentions() if end < m.start <= end + 5 and sentence.scene.letter(m) == "O"][:1]


def start_phase(verb: Token) -> Phase | None:
    """A new role has started, unless it is still to come."""
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return None if helpers & {"will", "would", "to", "may", "might", "could", "should"} else Phase.STARTED


def where(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The organisation that "where" stands for: "X, where she had led the team"."""
    if not any(c.lower_ == "where" for c in verb.children) and not any(c.lower_ == "where" for c in verb.head.children):
        return []
    where = next((t.i for t in sentence.tokens if t.lower_ == "where" and t.i < verb.i), None)
    if where is None:
        return []
    return [
        m for m in sentence.mentions() if m.end <= where and where - m.end <= 2 and sentence.scene.letter(m) == "O"
    ][-1:]
