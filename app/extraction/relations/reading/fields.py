"""What is capitalised as a name is and names only a field of work: "Vice President of Operations", "Professor of X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_WORDS, ROLE_HEADS
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention, MentionKind, Mentions, Passage
from app.extraction.relations.reading.words import DEPARTMENT_WORDS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_COMPANIES = frozenset({"Company", "Organization"})
_IN_FIELDS = DEPARTMENT_WORDS | frozenset("of & the , - and".split())
# Whose office or chair is named by its field: "Professor of X", "Minister for X".
_OF_FIELDS = frozenset(
    "professor professors lecturer lecturers reader instructor minister ministers superintendent".split()
)


def without_fields(passages: list[Passage], mentions: Mentions) -> Mentions:
    """The mentions without what is only a field of work after a title ("Vice President of Operations") or a round."""
    docs = {passage.index: passage.doc for passage in passages}

    def is_field(mention: FoundMention) -> bool:
        doc = docs[mention.passage]
        if doc[mention.start].text == "Series" and mention.end - mention.start == 2 and len(doc[mention.start + 1]) < 3:
            return True  # "closed a Series A."
        before = doc[mention.start - 1].lower_ if mention.start else ""
        if mention.kind is MentionKind.NAME and before in ("of", "for") and _is_taught(doc, mention):
            return mentions.entity(mention).type in _COMPANIES
        # "Head of Investor Relations": the name may begin within the field.
        first = mention.start
        while first and doc[first - 1].text[:1].isupper() and doc[first - 1].lower_ in DEPARTMENT_WORDS:
            first -= 1
        within = first < mention.start and first > 1 and doc[first - 1].lower_ in ("of", "for")
        return (
            mention.kind is MentionKind.NAME
            and (within or before in ("of", "for", ",", "&", "and", "-"))
            and all(token.lower_ in _IN_FIELDS for token in doc[mention.start : mention.end])
        )

    kept = [mention for mention in mentions if not is_field(mention)]
    # "Director of Human Resources ... is leaving the group": what was named only so is no group either.
    named = {mention.entity for mention in kept if mention.kind is MentionKind.NAME}
    gone = {mention.entity for mention in mentions if is_field(mention)} - named
    kept = [mention for mention in kept if mention.entity not in gone]
    return Mentions(mentions.entities.values(), kept)


def _is_taught(doc: Doc, mention: FoundMention) -> bool:
    """Whether a name says what a professor teaches or a minister looks after, and no school or body."""
    name = doc[mention.start : mention.end]
    if any(t.text in BODY_WORDS or is_legal_form(t.text) or t.text.isupper() for t in name):
        return False
    holder = doc[mention.start - 2].lower_ if mention.start > 1 else ""
    if holder in _OF_FIELDS or name.text == "Directors":
        return True
    kind = doc[mention.start - 1].lower_ == "for" and holder in ROLE_HEADS and len(name) > 1
    return kind and name[-1].lower_ in ("relations", "affairs", "operations", "services", "development", "outreach")
