"""Who is told of as somebody's relative: "P's father, Q", "her husband Q"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_KIN = frozenset(
    """father mother son daughter brother sister husband wife uncle aunt nephew niece cousin grandfather grandmother
    grandson granddaughter stepfather stepmother stepson stepdaughter father-in-law mother-in-law son-in-law
    brother-in-law widow widower fiance fiancee half-brother half-sister""".split()
)


def owner_of_kin(doc: Doc, token: int) -> Token | None:
    """The P of "P's father, Q, is ..." for Q, if Q is what the clause is about; None if Q is nobody's relative."""
    name = doc[token]
    kin: Token | None
    if name.dep_ == "appos" and name.head.lower_ in _KIN:
        kin, subject = name.head, name.head
    elif name.lower_ in _KIN:
        kin, subject = name, name
    else:
        kin, subject = next((c for c in name.children if c.lower_ in _KIN and c.i < name.i), None), name
    if kin is None or subject.dep_ not in SUBJECTS:
        return None
    return next((c for noun in (kin, name) for c in noun.children if c.dep_ == "poss" and c.i < kin.i), None)
