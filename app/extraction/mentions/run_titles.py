"""The words of titles within a run of capitals: what parts "Acme Chief Executive Jane Roe" into two names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.given_names import GIVEN_NAMES
from app.extraction.lexicon.nouns import (
    ACRONYM_ROLES,
    BODY_WORDS,
    COMPANY_WORDS,
    DEMONYMS,
    OFFICE_FIELDS,
    OPENERS,
    ROLE_HEADS,
    ROLE_OPENERS,
    TRADES,
)
from app.extraction.mentions.capitals import HYPHENS, is_legal_form

if TYPE_CHECKING:
    from spacy.tokens import Doc

INITIAL = re.compile(r"[A-Z]\.")
MINISTERS = frozenset({"Secretary", "Undersecretary", "Minister", "Attorney", "Chancellor"})
# What opens the name of a body or of a firm as well as a title.
_OF_BODIES = frozenset({"Executive", "Head", "Chief", "Member", "Chair", "Investor", "Premier"})
_GENERALS = frozenset(
    "Director Secretary Attorney Postmaster Governor Consul Inspector Auditor Comptroller Surgeon".split()
)
_OFFICES_OF_STATE = frozenset({"Home", "Foreign", "Shadow", "Press", "Colonial", "Cabinet"})
# What is before a title in capitals and no body's name.
_RANKED = frozenset({"Shadow", "Royal"})


def title_tokens(doc: Doc, start: int, end: int) -> set[int]:
    """The words of titles in a run: "Chief Operating Officer", "CEO", "President", "Co-Founder"."""
    found: set[int] = set()
    for index in range(start, end):
        if not _is_role_head(doc, index, start, end):
            continue
        found.add(index)
        found.update(range(index + 1, _past_general(doc, index, end)))
        if index > start and doc[index].text in MINISTERS and doc[index - 1].text in OFFICE_FIELDS | _OFFICES_OF_STATE:
            found.add(index - 1)
        if doc[index].text == "Minister":
            found.update(_portfolio(doc, index, start))
        elif index > start and doc[index - 1].text in _RANKED:
            found.add(index - 1)
        opener = index - 1
        while opener >= start and index - opener <= 4:
            if doc[opener].text in ROLE_OPENERS or doc[opener].text in HYPHENS:
                found.update(range(opener, index))
            opener -= 1
    return found


def _portfolio(doc: Doc, index: int, start: int) -> Iterator[int]:
    """What somebody is minister of: "Small Business Minister", "Sports and Culture Minister", not of whose country."""
    for at in range(index - 1, start - 1, -1):
        if doc[at].text in BODY_WORDS or doc[at].text in DEMONYMS or doc[at].ent_type_ in ("GPE", "NORP"):
            return
        yield at


def _past_general(doc: Doc, index: int, end: int) -> int:
    """Where the title ends that begins "Director General", "Secretary-General"."""
    after = index + 2 if index + 2 < end and doc[index + 1].text in HYPHENS else index + 1
    return after + 1 if after < end and doc[after].text == "General" and doc[index].text in _GENERALS else index + 1


def _is_role_head(doc: Doc, index: int, start: int, end: int) -> bool:
    text = doc[index].text
    if text in ACRONYM_ROLES:
        return True
    if text in _SEVERAL and index == start and index + 2 < end and _names_follow(doc, index):
        return True  # "Directors Jane Roe and Lee Han"
    if doc[index].lower_ not in ROLE_HEADS or text in OPENERS:
        return False
    if text in GIVEN_NAMES and index == start and index + 2 == end:
        return False  # "Dean Roe"
    if index > start and index + 1 < end and is_legal_form(doc[index + 1].text):
        return False  # "Investment Counsel Inc."
    if doc[index].lower_ in TRADES:
        # "Part D. Developer Jane Roe": a sentence ends in the initial.
        return index == start or (index == start + 1 and bool(INITIAL.fullmatch(doc[start].text)))
    body = index + 1 < end and (
        doc[index + 1].text in BODY_WORDS or (index == start and _is_firm_word(doc, index, end))
    )
    if body and text in _OF_BODIES:
        return False  # "Tern Executive Club", "Head Records"
    # Such words part company and person; in the last place they belong to the company's name ("Gap Analyst").
    return index + 1 < end or index == start or any(doc[i].text in ROLE_OPENERS for i in range(start, index))


_SEVERAL = frozenset(
    "Directors Partners Executives Presidents Managers Chairmen Researchers Analysts Engineers Scientists "
    "Founders Owners".split()
)


def _names_follow(doc: Doc, index: int) -> bool:
    """Whether people are named after it, and it is no part of a firm's name: "Founders' Larder", "Founders Fund"."""
    after = doc[index + 1]
    return after.text not in COMPANY_WORDS and after.tag_ != "POS" and after.text not in {"'", "’"}


def _is_firm_word(doc: Doc, index: int, end: int) -> bool:
    """Whether the only word after a role is one that firms are called by: "Head Records"."""
    return index + 2 == end and doc[index + 1].text in COMPANY_WORDS
