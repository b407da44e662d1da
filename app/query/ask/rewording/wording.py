"""Puts a question into the plainer words that lexicon and grammar know, by the tables of this folder in their order."""

from __future__ import annotations

from app.query.ask.rewording.alternatives import offered
from app.query.ask.rewording.amounts import AMOUNTS, summed
from app.query.ask.rewording.bounded import BOUNDED
from app.query.ask.rewording.clauses import CLAUSES
from app.query.ask.rewording.companies import COMPANIES
from app.query.ask.rewording.comparing import COMPARED
from app.query.ask.rewording.fillers import FILLERS
from app.query.ask.rewording.framing import without_asides, without_frame
from app.query.ask.rewording.fronting import fronted
from app.query.ask.rewording.joints import JOINTS
from app.query.ask.rewording.keywords import keywords
from app.query.ask.rewording.openings import opened
from app.query.ask.rewording.places import PLACES
from app.query.ask.rewording.posts import POSTS
from app.query.ask.rewording.reasons import REASONED, WHY
from app.query.ask.rewording.remarks import without_remarks
from app.query.ask.rewording.rewriting import Rewriting
from app.query.ask.rewording.rounds import RAISED, ROUNDS
from app.query.ask.rewording.sources import SAYS, SOURCED
from app.query.ask.rewording.spelling import SPELLINGS
from app.query.ask.rewording.supposed import supposed
from app.query.ask.rewording.ties import TIES
from app.query.ask.rewording.times import MOMENTS, dated
from app.query.ask.rewording.topics import in_place
from app.query.ask.rewording.vendors import VENDORS
from app.query.ask.rewording.ventures import SHARED

# Spelling and fillers come first, so that the other tables need not reckon with them; companies before amounts, so that
# how big its staff is remains a question for people and not for a sum.
_TABLES = (
    SPELLINGS,
    BOUNDED,
    FILLERS,
    JOINTS,
    WHY,
    SAYS,
    CLAUSES,
    COMPANIES,
    ROUNDS,
    AMOUNTS,
    POSTS,
    TIES,
    MOMENTS,
    PLACES,
    VENDORS,
)
_SPELT = Rewriting((*SPELLINGS, *BOUNDED))
_COMPARED = Rewriting(COMPARED)
_PRESUPPOSED = Rewriting((*RAISED, *SHARED))
_PLAIN = Rewriting(rule for table in _TABLES for rule in table)


def plain(text: str) -> str:
    """A text in plainer words, be it a question or a name.

    >>> plain("Who's no longer at Acme?")
    'Who was formerly at Acme?'
    """
    return _PLAIN.every(text)


def framed(question: str) -> str:
    """A question in common spelling, without what is said around it.

    >>> framed("Hello! Who's Ann Roe, and since when is she chair? Thanks!")
    'Who is Ann Roe, and since when is she chair'
    """
    plain = supposed(without_remarks(_SPELT.every(question)))
    return offered(_PRESUPPOSED.every(opened(without_frame(keywords(plain)))))


def asked(question: str) -> str:
    """A question without courtesies, in the order and the words that the grammar knows.

    >>> asked("Hello! Ann Roe: who's she, please?")
    'who is Ann Roe'
    """
    return without_asides(
        plain(
            REASONED.first(dated(in_place(fronted(_COMPARED.first(keywords(summed(SOURCED.first(framed(question)))))))))
        )
    )
