"""What somebody was made to do, and so did: "the board forced her to resign"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.lexicon.turning_words import COMPELLING
from app.extraction.relations.reading.lemmas import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is not told as done: "could force", "will be forced", "is being forced".
_OPEN = words("may might could would will 'll can should to be being not n't never")


def was_made_to(verb: Token) -> bool:
    """Whether an infinitive is what a verb of compelling, told in the past, has brought about."""
    head = verb.head
    made = verb.dep_ in ("xcomp", "ccomp") and lemma(head) in COMPELLING and head.tag_ in ("VBD", "VBN")
    return made and not any(child.lower_ in _OPEN for child in head.children if child.dep_ in ("aux", "auxpass", "neg"))
