"""Puts a question into the plainer words that lexicon and grammar know, by the tables of this folder in their order."""

from __future__ import annotations

import re

from app.query.ask.rewording.amounts import AMOUNTS, summed
from app.query.ask.rewording.clauses import CLAUSES
from app.query.ask.rewording.companies import COMPANIES
from app.query.ask.rewording.fillers import FILLERS
from app.query.ask.rewording.joints import JOINTS
from app.query.ask.rewording.openings import opened
from app.query.ask.rewording.places import PLACES
from app.query.ask.rewording.posts import POSTS
from app.query.ask.rewording.reasons import WHY, reasoned
from app.query.ask.rewording.rewriting import Rewriting
from app.query.ask.rewording.sources import SAYS, sourced
from app.query.ask.rewording.spelling import SPELLINGS
from app.query.ask.rewording.ties import TIES
from app.query.ask.rewording.times import MOMENTS, dated
from app.query.ask.rewording.topics import in_place

# Spelling and fillers come first, so that the other tables need not reckon with them; companies before amounts, so that
# how big its staff is remains a question for people and not for a sum.
_TABLES = (SPELLINGS, FILLERS, JOINTS, WHY, SAYS, CLAUSES, COMPANIES, AMOUNTS, POSTS, TIES, MOMENTS, PLACES)
_PLAIN = Rewriting(rule for table in _TABLES for rule in table)
_ASKS = (
    r"(?=(?:who|whom|whose|what|when|where|which|why|how|since|until|for how|in what|in which|is|are|was|were|do|does"
    r"|did|has|have|had|will|tell|show|list|give|name|find)\b)"
)
_OPENING = re.compile(
    r"^\s*(?:(?:so|hey|hi|hello|ok|okay|well|please|now|btw|by the way|just|oh|um|good (?:morning|day|evening))\b"
    rf"(?:\s*[,:!.–—-]+\s*|\s+{_ASKS}))*"
    r"(?:(?:(?:please|kindly)\s+)?"
    r"(?:(?:can|could|would|will) (?:you|u|someone|somebody|anyone|anybody) (?:please |kindly )?)?"
    rf"(?:tell|let) (?:me|us)(?: know)?[\s,:-]+{_ASKS}"
    rf"|[^?:;]{{0,60}}?\b(?:likes?|loves?|wants?|wanted|needs?|trying|eager|curious|keen)"
    r" to (?:know|find out|learn|hear)"
    rf"[\s,:-]+{_ASKS}"
    r"|(?:i|we) (?:have |just )?(?:heard|read|hear|thought|understand|gather|was told|were told)(?: that)? (?=\w))?",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"(?:[\s,.!?]+(?:please|pls|plz|(?:many )?thanks(?: a lot| so much| in advance)?"
    r"|thank you(?: very much)?|thx|cheers"
    r"|according to the (?:articles|graph|press|papers|reports|news)|in the (?:articles|graph))"
    r"|,\s*(?:is that|is this|is it) (?:right|true|correct|so)|,\s*(?:right|correct|true)"
    r"|,\s*(?:is|was|did|does|has|have|are|were)(?:n['’]?t)? (?:it|they|he|she))+[\s.!?]*$",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """A text in plainer words, be it a question or a name.

    >>> plain("Who's no longer at Acme?")
    'Who was formerly at Acme?'
    """
    return _PLAIN.every(text)


def asked(question: str) -> str:
    """A question without courtesies, in the order and the words that the grammar knows.

    >>> asked("Hello! Ann Roe: who's she, please?")
    'who is Ann Roe'
    """
    return plain(reasoned(dated(in_place(summed(sourced(without_courtesy(opened(question))))))))


def without_courtesy(question: str) -> str:
    """The question without what people say before and after one, so that it begins and ends with itself.

    >>> without_courtesy("Hey, could you tell me: who runs Acme, please?")
    'who runs Acme'
    """
    return _CLOSING.sub("", _OPENING.sub("", question, count=1)) or question
