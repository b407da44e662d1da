"""What the posts beside a name say of it: who has a post is a person, where somebody has one is a firm."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMPANY_NOUNS, ROLE_HEADS
from app.extraction.lexicon.speech_words import SPOKESPEOPLE
from app.extraction.mentions.types import COMPANY, PERSON, Vote

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_LONGEST_FIRM = 5
_WORKED = frozenset("career work job stint spell internship apprenticeship train qualify articled traineeship".split())


# A firm may be somebody's owner, auditor or adviser as well.
_ANYONES = frozenset("owner auditor adviser advisor consultant operator shareholder".split())
# What befalls holders of posts: "the appointment of X". A firm may be appointed too, and says so.
_TURNS = frozenset(
    """appointment promotion election nomination resignation retirement dismissal sacking firing ouster demotion death
    suspension""".split()
)
_APPOINTED = frozenset("adviser advisor auditor distributor supplier contractor broker agent bookrunner lead".split())
# Those who speak for a firm or lead it, by the last word of their title.
_CHIEFS = frozenset(
    "chief executive officer president chairman chairwoman chairperson director ceo cfo cto coo".split()
)
# "Director of Investor Relations, Acme": what follows these in capitals may be no firm.
_OF_DEPARTMENTS = frozenset({"director", "president"})


def post_votes(doc: Doc, start: int, end: int) -> Iterator[Vote]:
    """The votes for a name that stands after a post, after "at" and a post, or after "the appointment of"."""
    before, full = doc[start - 1].lower_, 1 < end - start < 4
    if before == "," and _is_holder(doc, start, end):
        yield PERSON, 4  # "its chief executive, Fern Okoye"
    elif before == "," and full and _follows_holder(doc, start - 1):
        yield PERSON, 7  # "a spokesperson for Acme, Fern Okoye, said"
    elif full and before in _CHIEFS and doc[start - 1].is_lower:
        yield PERSON, 2.5  # "finance chief Fern Okoye", beside what any role gives
    elif full and before == "of" and start > 1 and doc[start - 2].lower_ in _TURNS:
        yield PERSON, 0 if _is_a_firms(doc, end) else 4
    if start > 1 and before == "at" and _is_of_work(doc[start - 2]):
        yield COMPANY, 10  # "an auditor at Lyle Reddick"


def _is_holder(doc: Doc, start: int, end: int) -> bool:
    """Whether a name of two words stands in apposition to a post: "its chief executive, Fern Okoye"."""
    root, two = doc[start:end].root, start + 2 == end
    lemma = root.head.lemma_.lower()
    post = root.head.lower_ in ROLE_HEADS and lemma not in COMPANY_NOUNS and lemma not in _ANYONES
    return root.dep_ == "appos" and root.head.i < start and post and two


def _follows_holder(doc: Doc, comma: int) -> bool:
    """Whether who speaks for a firm or leads it stands before a comma: "a spokesperson for Acme,"."""
    at = comma - 1
    while at > 0 and comma - at < _LONGEST_FIRM and doc[at].pos_ in {"PROPN", "NOUN", "DET", "PART"}:
        if doc[at - 1].lower_ in {"for", "of", "at"} and doc[at].text[:1].isupper():
            return at > 1 and doc[at - 2].lower_ in (SPOKESPEOPLE | _CHIEFS) - _OF_DEPARTMENTS
        at -= 1
    return False


def _is_a_firms(doc: Doc, end: int) -> bool:
    """Whether what follows makes a firm something: "the appointment of Acme Rye as joint broker"."""
    following = doc[end : end + 6]
    return len(following) > 1 and following[0].lower_ == "as" and any(t.lower_ in _APPOINTED for t in following)


def _is_of_work(word: Token) -> bool:
    """Whether what is "at" somebody or something is a post, a career or work, which nobody has at a person."""
    noun = word.lower_ in ROLE_HEADS and word.is_lower and word.pos_ in {"NOUN", "PROPN"}
    return noun or (word.lemma_.lower() in _WORKED and word.pos_ in {"NOUN", "VERB"})
