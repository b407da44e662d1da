"""The votes that an address gives: "Paris, Texas", "Halvern, CT", "located at Halvern, Ostmark"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import STATE_CODES
from app.extraction.mentions.clauses import is_listed_place
from app.extraction.mentions.types import PLACE, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENING_PREPOSITIONS = frozenset({"in", "from", "across", "over", "at"})
_SEATED = frozenset({"located", "situated", "headquartered"})
_LONGEST_TOWN = 4


def address_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """What stands before a name and a comma says of it."""
    left, before = doc[start - 1], doc[start - 2] if start > 1 else None
    if before is None:
        return
    if left.text in {",", ")"} and is_place(before) and not _opens_sentence(doc, before.i):
        yield PLACE, 2
    if left.text != ",":
        return
    if end - start == 1 and doc[start].text in STATE_CODES and before.is_title:
        yield PLACE, 5
    if _follows_seat(doc, start):
        yield PLACE, 4


def is_place(token: Token) -> bool:
    """Whether it is a listed town, or one that the recogniser sees."""
    return is_listed_place(token) or token.ent_type_ == "GPE"


def _follows_seat(doc: Doc, start: int) -> bool:
    """Whether "located in", a town and a comma stand before it."""
    at = start - 2
    while at > 0 and start - at <= _LONGEST_TOWN + 1 and doc[at].pos_ == "PROPN":
        at -= 1
    seated = at > 0 and doc[at].lower_ in {"in", "at"} and doc[at - 1].lower_ in _SEATED
    return seated and at < start - 2


def _opens_sentence(doc: Doc, place: int) -> bool:
    """Whether a sentence begins with where it happens: "In Brazil, Acme"; that is no address."""
    while place > 0 and not doc[place].is_sent_start and doc[place].pos_ == "PROPN":
        place -= 1
    if place > 0 and doc[place - 1].is_sent_start and doc[place - 1].tag_ == "VBN":
        place -= 1  # "Based in Tallinn, Acme is"
        return doc[place + 1].lower_ in _OPENING_PREPOSITIONS
    return bool(doc[place].is_sent_start) and doc[place].lower_ in _OPENING_PREPOSITIONS
