"""Which words may point back, and what the parse says of them: "the Swedish bank", an "it" that stands for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS
from app.extraction.lexicon.nouns import (
    COMPANY_NOUNS,
    DEMONYMS,
    PERSON_ANAPHORS,
    PLURAL_ORG_ANAPHORS,
)
from app.extraction.mentions.arguments import verb_of
from app.extraction.mentions.posts import OWN_FIRM
from app.extraction.mentions.types import PLACE
from app.extraction.parsing.passages import Mentions

if TYPE_CHECKING:
    from spacy.tokens import Token


_DEFINITE = frozenset({"the", "this", "that"})
UNIT_HEADS = frozenset("arm department division lab laboratory unit team wing affiliate".split())
# Words that tell a definite noun's entity from no other.
PLAIN_MODIFIERS = frozenset("based old small big large whole entire privately held listed private public".split())
# Each of two that deal with each other: "each partner".
_ONE_OF_TWO = frozenset("company firm group parent partner party side".split())
GENERIC_HEADS = frozenset("company firm group business organisation organization outfit startup start-up giant".split())


def definite_start(token: Token) -> int | None:
    """Where "the Swedish bank" starts; None if the noun phrase opens with no definite word."""
    left = token.left_edge.i
    for word in token.doc[left : token.i]:
        if word.dep_ in {"det", "predet"} and word.head.i == token.i:
            if word.lower_ in _DEFINITE or (word.lower_ == "each" and token.lower_ in _ONE_OF_TWO):
                return int(word.i)
            both = word.lower_ == "both" and token.lower_ in PLURAL_ORG_ANAPHORS
            return int(word.i) if both else None
    return None


def modifiers_of(token: Token) -> set[str]:
    """The words that tell which one is meant: "swedish" of "the Swedish bank"."""
    return {t.lower_ for t in token.lefts if t.dep_ in {"amod", "compound"} and t.lower_ not in _DEFINITE}


def is_specific(token: Token) -> bool:
    """Whether a definite noun says what its firm is: "the Swedish bank", not "the company"."""
    head = token.lemma_.lower()
    return bool((head not in GENERIC_HEADS and head not in UNIT_HEADS) or modifiers_of(token) - PLAIN_MODIFIERS)


def is_restricted(token: Token) -> bool:
    """Whether "the company that he founded" is told apart by what follows, not by what came before."""
    for child in token.rights:
        if child.dep_ in {"relcl", "acl"} and not any(t.text == "," for t in token.doc[token.i : child.i]):
            return True
        if child.dep_ == "prep" and child.lower_ in {"of", "behind", "with", "for"} and child.i == token.i + 1:
            return True
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is not None and following.pos_ == "PROPN" and following.dep_ != "nsubj"


# A word of these says of a firm no more than that it makes or runs something.
ANY_INDUSTRY = frozenset("maker manufacturer producer operator concern conglomerate enterprise parent seller".split())
# A company may be called one of these.
ANY_BODY = frozenset("institution newsletter newspaper organisation organization outlet publication website".split())
LANDS = frozenset(word.lower() for word in DEMONYMS)
# "The rival", "the lender", "the local partner" may be another's, and not yet named.
_ANOTHERS = frozenset(
    """affiliate agency bank broker buyer competitor contractor customer dealer distributor employer financier investor
    lender owner parent partner regulator rival seller shareholder subsidiary supplier vendor watchdog""".split()
)


def tells_from_where(token: Token, mentions: Mentions, passage: int) -> bool:
    """Whether a definite noun tells its firm by land or town: "the Korean publisher", "the Oslo-based maker"."""
    if token.lower_ not in (COMPANY_NOUNS | FIRM_DESCRIPTIONS) - _ANOTHERS:
        return False
    lefts = list(token.lefts)
    if any(t.lower_ in {"new", "other", "local", "rival", "second", "third"} or t.tag_ == "JJS" for t in lefts):
        return False
    places = [mentions.at(passage, t.i) for left in lefts for t in left.subtree]
    placed = any(m is not None and mentions.entity(m).type == PLACE for m in places)
    return placed or any(t.text in DEMONYMS for t in lefts)


def tells_town(token: Token, mentions: Mentions, passage: int) -> bool:
    """Whether it is a town that tells which firm is meant, of which there are fewer than of a land."""
    return not any(t.text in DEMONYMS for t in token.lefts) and tells_from_where(token, mentions, passage)


# What "the business" is where somebody buys, founds or runs it; elsewhere it may be any trade.
_DEALT_IN_NOUNS = frozenset({"business", "house", "enterprise"})
_DEALING_IN = OWN_FIRM | frozenset("acquire own control establish set take launch chair purchase rescue revive".split())


def is_dealt_in(token: Token) -> bool:
    """Whether it is the firm of "bought the business", "has run the business since"."""
    bare = all(child.dep_ == "det" for child in token.lefts)
    verb = token.head.lemma_.lower()
    object_of = token.dep_ == "dobj" and (verb in _DEALING_IN or verb == "buy")
    return token.lower_ in _DEALT_IN_NOUNS and bare and object_of and not _is_a_new_one(token)


def _is_a_new_one(token: Token) -> bool:
    """Whether the text has just spoken of "a business" or "her own business", which may be none that is named."""
    said = [t for t in token.doc[max(0, token.i - 40) : token.i] if t.lower_ == token.lower_]
    return any(c.lower_ in {"a", "an", "another", "own"} or c.dep_ == "poss" for t in said for c in t.lefts)


def is_native(token: Token) -> bool:
    """Whether somebody who does something is told by land or age alone: "the Norwegian", "the 63-year-old"."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return False
    doc, at = token.doc, token.i
    aged = token.lower_ == "old" and at > 3 and doc[at - 2].lower_ == "year" and doc[at - 4].like_num
    alone = at > 0 and doc[at - 1].lower_ == "the" and not any(c.dep_ in {"amod", "compound"} for c in token.lefts)
    return aged or (alone and (token.text in _NATIVES or bool(_MAN_OF_A_LAND.fullmatch(token.text))))


_NATIVES = frozenset(
    """American Argentine Australian Austrian Belgian Brazilian Briton Bulgarian Canadian Chilean Colombian Croatian
    Czech Dane Egyptian Estonian Finn German Ghanaian Greek Hungarian Icelander Indian Indonesian Iranian Israeli
    Italian Jordanian Kenyan Korean Lebanese Malaysian Mexican Moroccan Nigerian Norwegian Pakistani Peruvian Pole
    Romanian Russian Scot Serb Singaporean Slovak Slovene Spaniard Swede Swiss Turk Ukrainian""".split()
)
_MAN_OF_A_LAND = re.compile(r"(?:Dutch|English|French|Irish|Scots|Welsh|Cornish|York|Ulster)(?:wo)?man")


def is_defined(token: Token) -> bool:
    """Whether the sentence goes on to say who it is: "the chief executive is Jane Roe"."""
    is_subject_of_be = token.dep_ == "nsubj" and token.head.lemma_ == "be" and token.lower_ in PERSON_ANAPHORS
    return is_subject_of_be and any(child.dep_ == "attr" for child in token.head.children)


def is_of_each(token: Token) -> bool:
    """Whether it is the "it" of "each owns half of it", which is none of those that "each" means."""
    return any(t.lower_ in {"each", "both"} and t.dep_ == "nsubj" for t in verb_of(verb_of(token)).children)
