"""The votes that a description gives on what a name stands for: "X, a maker of", "X is a bank"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import firm_told_by, is_a_post
from app.extraction.lexicon.nouns import (
    BODY_NOUNS,
    COMPANY_NOUNS,
    PLACE_NOUNS,
    PRODUCT_NOUNS,
    RELATIVES,
    ROLE_HEADS,
    UNIT_NOUNS,
    UNIT_WORDS,
    WORK_NOUNS,
)
from app.extraction.lexicon.things import THINGS
from app.extraction.mentions.clauses import AMBIGUOUS_NOUNS
from app.extraction.mentions.genitives import Run
from app.extraction.mentions.types import BODY, COMPANY, PERSON, PLACE, PRODUCT, UNIT, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# "its former head brewer" is a person, though a brewer may be a company.
_RANKS = frozenset({"head", "chief", "senior", "lead", "deputy", "junior", "master"})

MANAGED_BY_FIRMS = frozenset("asset fund money pension wealth".split())
"""Whose manager is a firm mostly: "the fund manager Acme"."""


def described_votes(doc: Doc, run: Run) -> Iterator[Vote]:
    """What the text says that the named thing is."""
    for noun in describing_nouns(doc, run):
        lemma = noun.lemma_.lower()
        if told := 0 if _is_somebody(noun) else firm_told_by(noun):
            yield COMPANY, told
            continue
        of_other = any(child.lower_ == "of" for child in noun.children)
        owned = any(child.dep_ == "poss" for child in noun.children)
        ranked = lemma in COMPANY_NOUNS and any(child.lower_ in _RANKS for child in noun.lefts)
        if ranked or is_a_post(noun) or noun.lower_ in RELATIVES or _is_somebody(noun):
            yield PERSON, 6
        elif lemma in UNIT_NOUNS and (of_other or owned or doc[run.end - 1].text in UNIT_WORDS):
            yield (COMPANY if lemma == "subsidiary" else UNIT), 6
        elif lemma in COMPANY_NOUNS and lemma not in AMBIGUOUS_NOUNS:
            yield COMPANY, 6
        elif lemma in ROLE_HEADS and lemma not in AMBIGUOUS_NOUNS:
            yield PERSON, 1 if lemma in _ANYONES_PARTS else 6
        elif lemma in AMBIGUOUS_NOUNS:
            yield (PERSON, 6) if _is_rank(noun) else (COMPANY, 1)
        elif lemma in BODY_NOUNS:
            yield BODY, 6
        elif lemma in WORK_NOUNS:
            yield PRODUCT, 12
        elif lemma in THINGS | PRODUCT_NOUNS:
            yield PRODUCT, 6 if lemma in THINGS else 3
        elif lemma in PLACE_NOUNS:
            yield PLACE, 3


def _is_somebody(noun: Token) -> bool:
    """Whether a clause with "who" tells of it: "a compiler specialist who teaches in Delft"."""
    clauses = (child for child in noun.children if child.dep_ == "relcl" and noun.tag_ == "NN")
    return any(t.lower_ == "who" and t.dep_ in {"nsubj", "nsubjpass"} for clause in clauses for t in clause.children)


def _is_rank(noun: Token) -> bool:
    """Whether it is what somebody is or was in a firm: "a former partner at X", "a partner in the law firm Y"."""
    return any(child.lower_ == "at" for child in noun.children) and not any(c.dep_ == "poss" for c in noun.children)


# A firm owns, audits and advises as people do.
_ANYONES_PARTS = frozenset("owner co-owner auditor adviser advisor consultant operator shareholder".split())


def describing_nouns(doc: Doc, run: Run) -> list[Token]:
    """The nouns in apposition to the name, and those after "is a"."""
    head = doc[run.start : run.end].root
    found = [child for child in head.children if child.dep_ == "appos" and child.i >= run.end]
    if head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.i < run.start:
        found += _told_before(doc, run, head.head)
    if head.dep_ == "nsubj" and head.head.lemma_ == "be":
        found += [child for child in head.head.children if child.dep_ == "attr"]
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        found += [child for child in head.head.children if child.dep_ == "nsubj"]
    if not found:
        found = _noun_after_comma(doc, run.end)
    return [token for token in found if _is_noun(token) and not run.start <= token.i < run.end]


def _told_before(doc: Doc, run: Run, noun: Token) -> list[Token]:
    """The noun that a name is in apposition to, unless it is another's: "administrators of the locker firm X"."""
    beside = doc[run.start - 1]
    lemma = beside.lemma_.lower()
    managed = lemma == "manager" and run.start > 1 and beside.nbor(-1).lower_ in MANAGED_BY_FIRMS
    other = noun != beside and lemma in COMPANY_NOUNS - AMBIGUOUS_NOUNS
    return [] if managed or other else [noun]


def _is_noun(token: Token) -> bool:
    """Whether it is a noun; the tagger takes "a co-operative" for an adjective."""
    return token.pos_ == "NOUN" or (token.pos_ == "ADJ" and token.lower_ in COMPANY_NOUNS)


def _noun_after_comma(doc: Doc, end: int) -> list[Token]:
    """The head of "X, the unit ...", where the parser missed the apposition."""
    if end + 1 >= len(doc) or doc[end].text not in {",", "–", "—"} or doc[end + 1].pos_ != "DET":
        return []
    for token in doc[end + 2 : end + 8]:
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if token.pos_ == "NOUN" and (after is None or (after.pos_ != "NOUN" and after.text != "-")):
            return [token]
        if token.pos_ not in {"ADJ", "NOUN", "PROPN", "PUNCT", "NUM", "VERB", "ADV"} or token.text == ",":
            return []
    return []
