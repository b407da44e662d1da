"""Whose a work is: a film or an album that a sentence ties to a name is often a person's, and no firm's product."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORKS = words("album single song film movie novel book memoir poem symphony painting sculpture documentary")
_FITTING = words("integrate work compete connect interoperate sync pair")


def is_credit(verb: Token) -> bool:
    """As in "a film which A produced and B directed": these are people."""
    doc, at = verb.doc, verb.i + 1
    if at >= len(doc) or doc[at].lower_ != "and":
        return False
    after = list(doc[at + 1 : at + 5])
    count = next((i for i, t in enumerate(after) if t.pos_ != "PROPN"), len(after))
    return 0 < count < len(after) and after[count].lower_ in ("directed", "wrote", "edited")


def is_anothers_work(thing: Token, owner: FoundMention) -> bool:
    """Whether a work is somebody else's than a firm's, or than that of the firm which it is told of.

    As "Scott's second album"; the B of "A will produce B's next film"; and "integrates with the company's project" is
    not said of the company.
    """
    verb = thing.head
    if lemma(thing) in _WORKS and owner.end - owner.start == 1 and thing.doc[owner.start].text in GIVEN_NAMES:
        return True
    if thing.dep_ == "dobj" and lemma(verb) in ("produce", "co-produce") and lemma(thing) in _WORKS:
        return True
    joined = thing.dep_ == "pobj" and thing.head.lower_ == "with" and lemma(thing.head.head) in _FITTING
    return joined and owner.kind is not MentionKind.NAME
