"""What a single word of a name looks like: capitalised, a legal form, a kinship."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import (
    BARE_WORDS,
    KIN,
    LEGAL_FORMS,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PREFIXES = frozenset({"Co", "Ex", "Vice", "Non", "Then"})
HYPHENS = frozenset("-–‑")
_DOLLARS = re.compile(r"[A-Z]{1,3}[$£€¥]")
INNER_CAPITAL = re.compile(r"^(?:[a-z]{1,3}[A-Z]|\d+[A-Z][a-z]*$|\d+[a-z]+[A-Z])")
_NUMERAL = re.compile(r"(?!(?:19|20)\d\d$)\d{1,4}(?:st|nd|rd|th)?")
# "d'Arcy", "dell'Orto", "'t Hooft": the capital stands behind a small word.
_ELIDED = re.compile(r"(?:all|d|dall|dell|l|nell|sant|sull)['’][A-ZÀ-Þ]\w")
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
    return bool(INNER_CAPITAL.match(text) or _ELIDED.match(text)) or ("." in text and _is_dotted_name(token))


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


def is_numeral(token: Token) -> bool:
    """Whether it is the number in a name that the recogniser takes for one body's: "Channel 4", "21st Century Fox"."""
    if token.ent_type_ != "ORG" or not _NUMERAL.fullmatch(token.text):
        return False
    before = token.nbor(-1) if token.i else None
    after = token.nbor() if token.i + 1 < len(token.doc) else None
    follows = before is not None and token.ent_iob_ == "I" and before.text[:1].isupper() and len(token) < 3
    leads = after is not None and after.ent_iob_ == "I" and (after.text[:1].isupper() or after.text in HYPHENS)
    return follows or leads


def is_legal_form(text: str) -> bool:
    """Whether it is "Inc.", "GmbH" or the like, in whatever capitals."""
    plain = bare(text)
    return plain in LEGAL_FORMS or (plain.isupper() and plain.title() in LEGAL_FORMS)


def is_bare(name: str) -> bool:
    """Whether a name is only the end of one: "Limited", "Co. Ltd.", "Company", "College"."""
    return all(is_legal_form(word) or word in BARE_WORDS for word in name.split())


def bare(text: str) -> str:
    """A word without full stops, as the lexicon has it."""
    return text.replace(".", "") if len(text) > 1 else text
