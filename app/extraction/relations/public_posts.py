"""Bare titles that are none of the firm that is spoken of: of a state, or of what the sentence goes on to name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import DEMONYMS
from app.extraction.relations.candidates import Candidate
from app.extraction.relations.words import DEPARTMENT_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Whose holders are of a state or a town where nothing else is said.
_PUBLIC = frozenset(
    """senator governor minister premier mayor ambassador congressman congresswoman secretary-general chancellor
    undersecretary""".split()
)
_PREPOSITIONS = frozenset({"of", "at", "to", "for"})
# What these are sent or given to is another body.
_SENT = frozenset(
    "adviser advisor representative ambassador assistant secretary consultant delegate envoy counsel".split()
)
_FIELDS = DEPARTMENT_WORDS | {"the", "its", "their", "a", "an", "all", "both"}


def is_told_elsewhere(candidate: Candidate) -> bool:
    """Whether the article's own firm is not meant: "President P", "Home Secretary P", "adviser to the head of X"."""
    title = candidate.details.get("title")
    if candidate.relation != "heldRole" or title is None or title.span is None:
        return False
    sentence = candidate.sentence
    doc, offset = sentence.passage.doc, sentence.passage.block.start
    tokens = [t for t in sentence.tokens if title.span.start <= t.idx + offset < title.span.end]
    if not tokens:
        return False
    first, last = tokens[0].i, tokens[-1].i
    if any(t.lower_ in _PUBLIC for t in tokens) or (first > 0 and doc[first - 1].text in ("Home", "Foreign", "Prime")):
        return True
    return _is_head_of_state(doc, first, last) or _goes_on(doc, last + 1)


def _is_head_of_state(doc: Doc, first: int, last: int) -> bool:
    """Whether it is "former President P", "incumbent President P", "Chilean president P"."""
    if first != last or doc[first].lower_ != "president":
        return False
    before = doc[first - 1] if first else None
    capital = doc[first].is_title and before is not None and not before.is_sent_start
    return before is not None and (before.text in DEMONYMS or (capital and before.lower_ not in _OF_FIRMS))


_OF_FIRMS = frozenset({"its", "the", "their", "company", "group", "firm", "and", ",", "as", "&", "vice", "new", "s"})


def _goes_on(doc: Doc, after: int) -> bool:
    """Whether a title goes on with what it is a title in: "adviser to the Director of X"."""
    if after + 1 >= len(doc) or doc[after].lower_ not in _PREPOSITIONS:
        return False
    if doc[after].lower_ == "to" and doc[after - 1].lower_ not in _SENT:
        return False  # "handed the post of chairman to P"
    at = after + 1
    while at + 1 < len(doc) and doc[at].lower_ in ("the", "a", "an"):
        at += 1
    return doc[at].pos_ == "PROPN" and doc[at].text[:1].isupper() and doc[at].lower_ not in _FIELDS
