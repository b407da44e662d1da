"""The phase that tense gives a verb: "is buying" is planned, "has led" goes on, "led" is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.turning_words import IMPLICATIVE, words
from app.extraction.relations.frames import is_verb, lemma
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


def auxiliaries(verb: Token) -> set[str]:
    """A verb's auxiliaries in lower case, those that it shares with the verb it is coordinated with included."""
    found = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not found and verb.dep_ == "conj" and is_verb(verb.head) and verb.tag_ == verb.head.tag_:
        return {child.lower_ for child in verb.head.children if child.dep_ in ("aux", "auxpass")}
    return found


_BE_PRESENT = words("is are am 's 're ’s ’re")


def event_phase(verb: Token) -> Phase:
    """The phase of something that happens once, by tense: "is buying" is planned, "buys" has happened."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBG" and helpers & _BE_PRESENT:
        return Phase.PLANNED
    if verb.tag_ == "VB" and "to" in helpers and _left_for_it(verb):
        return Phase.COMPLETED
    if verb.tag_ == "VB" and "to" in helpers and not (verb.dep_ == "xcomp" and lemma(verb.head) in IMPLICATIVE):
        return Phase.PLANNED
    return Phase.COMPLETED


# What one has left an employer to do: "left X to found Y" says that Y was founded.
_NEXT_STEPS = words("start found co-found cofound launch join create set establish form")


def _left_for_it(verb: Token) -> bool:
    head = verb.head
    if verb.dep_ not in ("advcl", "xcomp") or lemma(verb) not in _NEXT_STEPS:
        return False
    gone = lemma(head) in ("leave", "quit", "resign", "depart") and head.tag_ in ("VBD", "VBN")
    return gone and not auxiliaries(head) & words("may might could would will to") and head.lower_ != "to"


def _borrowed_phase(verb: Token) -> Phase:
    """A participle has no tense of its own: "after leading X" is over, "while working at X" as its main verb has it."""
    head = verb.head
    if verb.dep_ == "pcomp" and head.lower_ in ("after", "since", "before", "following"):
        return Phase.ENDED if head.lower_ != "since" else Phase.ONGOING
    if any(c.dep_ == "mark" and c.lower_ in ("after", "while", "when", "before") for c in verb.children):
        return Phase.ENDED
    for _ in range(8):
        if is_verb(head) and head.tag_ != "VBG":
            return state_phase(head)
        if head.head == head:
            break
        head = head.head
    return Phase.ONGOING


def state_phase(verb: Token) -> Phase:
    """The phase of something that lasts, by tense: "has led" goes on, "led" is over."""
    helpers = auxiliaries(verb)
    if verb.tag_ == "VBG" and not helpers:
        return _borrowed_phase(verb)
    if "had" in helpers or "used" in helpers:
        return Phase.ENDED
    if helpers & words("has have 've ’ve") or helpers & _BE_PRESENT:
        return Phase.ONGOING
    if helpers & words("was were did"):
        return Phase.COMPLETED
    if verb.tag_ in ("VBD", "VBN") and verb.dep_ != "acl" and not _describes(verb):
        return Phase.COMPLETED
    return Phase.ONGOING


_SEATED = words("base headquarter locate")


def _describes(verb: Token) -> bool:
    """Whether a participle tells where something is: "based in Hull, it sells", "founded in 1986 and based in Hull"."""
    if lemma(verb) not in _SEATED or any(child.lower_ in _ONCE for child in verb.children):
        return False
    return verb.dep_ in ("acl", "advcl") or (verb.dep_ == "conj" and is_verb(verb.head) and verb.head.dep_ == "acl")


_ONCE = words("originally formerly previously once initially")
