"""What the prepositions of a word govern, by preposition."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from app.extraction.relations.reading.antecedents import RELATIVE_PRONOUNS, antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token


def add_prepositions(head: Token, roles: dict[str, list[Token]]) -> dict[str, list[Token]]:
    """Add what a word's prepositions govern to its roles, each under the preposition; the roles are given back."""
    pending = [
        (child, 0)
        for child in head.children
        if child.dep_ in ("prep", "agent", "dative", "advmod") or child.pos_ == "ADP"
    ]
    while pending:
        prep, depth = pending.pop(0)
        if prep.pos_ not in ("ADP", "SCONJ", "VERB", "ADV", "PART"):
            continue
        for child in prep.children:
            if child.dep_ in ("pobj", "pcomp"):
                if child.lower_ in RELATIVE_PRONOUNS:
                    roles[prep.lower_].append(antecedent(child))
                elif child.dep_ == "pobj":
                    roles[prep.lower_].append(child)
            elif (child.dep_ == "conj" and child.pos_ == "ADP" and depth < 4) or (child.dep_ == "prep" and depth < 4):
                pending.append((child, depth + 1))
    return roles


def by_whom(verb: Token) -> list[Token]:
    """Who does what a passive verb says."""
    return add_prepositions(verb, defaultdict(list)).get("by", [])
