"""What a single word of a name looks like: capitalised, a legal form, a kinship."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    KIN,
    LEGAL_FORMS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREFIXES = frozenset({"Co", "Ex", "Vice", "Non", "Then"})
HYPHENS = frozenset("-–‑")
_DOLLARS = re.compile(r"[A-Z]{1,3}[$£€¥]")
INNER_CAPITAL = re.compile(r"^(?:[a-z]{1,3}[A-Z]|\d+[A-Z][a-z]*$|\d+[a-z]+[A-Z])")
DOTTED = re.compile(r"[a-z][a-z0-9-]+\.[a-z]{2,}")


def is_kin(doc: Doc, index: int) -> bool:
    """Whether "family" or the like stands there, and not "family of companies"."""
    after = doc[index + 1].lower_ if index + 1 < len(doc) else ""
    return index < len(doc) and doc[index].lower_ in KIN and after != "of"


def is_capitalised(token: Token) -> bool:
    """Whether a token is written as names are: "Meta", "iPhone", "3M"."""
    text = token.text
    if _DOLLARS.fullmatch(text) or _is_prefix(token):
        return False
    if text[0].isupper():
        return any(c.isalpha() for c in text)
    return bool(INNER_CAPITAL.match(text)) or ("." in text and _is_dotted_name(token))


def _is_prefix(token: Token) -> bool:
    """Whether it is the first half of "Co-founder", "Ex-chairman", "Vice-president" at the opening of a sentence."""
    if token.text not in _PREFIXES or token.i + 2 >= len(token.doc):
        return False
    return token.nbor().text in HYPHENS and token.nbor(2).is_lower


def _is_dotted_name(token: Token) -> bool:
    """Whether it is a firm with a dot in its name, "acme.works", that does something: sites are visited."""
    if not DOTTED.fullmatch(token.text):
        return False
    opens = bool(token.is_sent_start) and token.i + 1 < len(token.doc)
    return opens or token.dep_ in {"nsubj", "nsubjpass"}


def is_legal_form(text: str) -> bool:
    """Whether it is "Inc.", "GmbH" or the like, in whatever capitals."""
    plain = bare(text)
    return plain in LEGAL_FORMS or (plain.isupper() and plain.title() in LEGAL_FORMS)


def bare(text: str) -> str:
    """A word without full stops, as the lexicon has it."""
    return text.replace(".", "") if len(text) > 1 else text
