"""What the posts beside a name say of it: who has a post is a person, where somebody has one is a firm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMPANY_NOUNS, ROLE_HEADS
from app.extraction.mentions.types import COMPANY, PERSON, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_WORKED = frozenset("career work job stint spell internship apprenticeship train qualify articled traineeship".split())


def post_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """The votes for a name that stands after a post and a comma, or after "at" and a post."""
    before = doc[start - 1].lower_
    if before == "," and _is_holder(doc, start, end):
        yield PERSON, 4  # "a spokesperson for Acme, Fern Okoye, said"
    if start > 1 and before == "at" and _is_of_work(doc[start - 2]):
        yield COMPANY, 10  # "an auditor at Lyle Reddick"


def _is_holder(doc: Doc, start: int, end: int) -> bool:
    """Whether a name of two words stands in apposition to a post: "its chief executive, Fern Okoye"."""
    root, two = doc[start:end].root, start + 2 == end
    post = root.head.lower_ in ROLE_HEADS and root.head.lemma_.lower() not in COMPANY_NOUNS
    return root.dep_ == "appos" and root.head.i < start and post and two


def _is_of_work(word: Token) -> bool:
    """Whether what is "at" somebody or something is a post, a career or work, which nobody has at a person."""
    noun = word.lower_ in ROLE_HEADS and word.is_lower and word.pos_ in {"NOUN", "PROPN"}
    return noun or (word.lemma_.lower() in _WORKED and word.pos_ in {"NOUN", "VERB"})
