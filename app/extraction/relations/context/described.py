"""Firms that a sentence calls by what they are, "the shipbuilder", "the Leeds firm", where no rule could tell which.

What points back for sure was resolved with the mentions. Here the ranking says which firm is likely meant, if any.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from typing import TYPE_CHECKING

from app.extraction.lexicon.firm_nouns import FIRM_DESCRIPTIONS, kind_of
from app.extraction.lexicon.nouns import BODY_NOUNS, COMPANY_NOUNS, DEMONYMS
from app.extraction.mentions.anaphors import ANY_BODY, ANY_INDUSTRY, GENERIC_HEADS, definite_start, is_restricted
from app.extraction.mentions.descriptions import describe
from app.extraction.mentions.investors import is_investor
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.queries import DESCRIBED, FIRMS, Query, verb_over
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Scene, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

# "The rival", "the council": those may be another's, or are no firms.
_NO_FIRMS = words(
    """agency affiliate buyer commission committee competitor contractor council court customer dealer distributor
    employer exchange factory financier government investor league market ministry office outlet owner paper parent
    parliament partner party platform regulator rival seller shareholder site subsidiary supplier team union vendor
    venture watchdog airport theatre works"""
)
_NOUNS = (
    COMPANY_NOUNS | BODY_NOUNS | FIRM_DESCRIPTIONS | words("site label grinder service mutual line tannery")
) - _NO_FIRMS
# "The new company", "the other firm", "the older house": told apart from the one spoken of.
_APART = words(
    """new other older elder younger latter former first second third local rival combined merged same next only whole
    joint smaller larger bigger parent sister holding acquiring target enlarged resulting whose future private-equity
    equity"""
)
_PEOPLE = words("filmmaker lawmaker policymaker playmaker matchmaker troublemaker peacemaker kingmaker moneymaker")
_FUNDS = words("fund investor firm group house manager outfit company vehicle")
_SINGULAR = frozenset({"NN", "NNP"})


def described_firms(scene: Scene, sentences: Set[int]) -> Iterator[FoundMention]:
    """The firms that sentences call by what they are alone, each where it is called so.

    They are looked for in these sentences, and elsewhere where their town is told with them.
    """
    told: Mapping[str, set[str]] = {}
    for sentence in scene.sentences:
        if sentence.is_heading or not (sentence.index in sentences or "L" in sentence.letters):
            continue
        for noun in sentence.words:
            start = _start_of(sentence, noun)
            if start is None or (sentence.index not in sentences and not _has_a_town(sentence, start, noun.i)):
                continue
            told = told or describe(scene.mentions, scene.passages)
            found = _meant(sentence, noun, start, told)
            if found is not None:
                yield found


def _start_of(sentence: Sentence, noun: Token) -> int | None:
    """Where a firm that is called by what it is begins; None if the noun calls none so."""
    if noun.tag_ not in _SINGULAR or not noun.is_lower or not _calls_a_firm(noun):
        return None
    if noun.dep_ in ("compound", "attr", "appos", "npadvmod") or sentence.start == noun.i:
        return None
    start = definite_start(noun)
    if start is None or sentence.passage.doc[start].lower_ != "the" or is_restricted(noun):
        return None
    mentions, index = sentence.scene.mentions, sentence.passage.index
    if mentions.at(index, noun.i) is not None or sentence.passage.doc[noun.i + 1 : noun.i + 2].text == "whose":
        return None
    before = sentence.passage.doc[start - 1].text if start > sentence.start else ""
    if before == "," and start - 2 >= sentence.start and mentions.at(index, start - 2) is not None:
        return None  # "Acme, the Leeds retailer"
    between = sentence.passage.doc[start + 1 : noun.i]
    if any(t.lower_ in _APART or t.tag_ in ("JJS", "JJR", "CD", "POS") for t in between):
        return None
    named = [m for t in between if (m := mentions.at(index, t.i)) is not None]
    return start if all(sentence.scene.letter(m) == "L" for m in named) else None


def _calls_a_firm(noun: Token) -> bool:
    kind = kind_of(noun)
    return kind in _NOUNS or (kind.endswith("maker") and kind not in _PEOPLE)


def _has_a_town(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place stands between: "the Leeds retailer"."""
    return any(slot.letter == "L" and start < slot.start < end for slot in sentence.slots)


def _meant(sentence: Sentence, noun: Token, start: int, told: Mapping[str, set[str]]) -> FoundMention | None:
    """The mention of the firm that a noun likely stands for."""
    scene, index = sentence.scene, sentence.passage.index
    here = {e for m in sentence.mentions() for e in m.all_entities}
    firms = [e for e in scene.mentions.entities.values() if e.type in FIRMS]
    named = {e.id for e in firms if _says_so(noun, e.name)}
    others = {e.id for e in firms if (named and e.id not in named) or _is_another(noun, e.name, told[e.id])}
    # A town may tell a firm whose seat was not told yet from all that were named.
    manner = "" if _has_a_town(sentence, start, noun.i) else DESCRIBED
    itself = FoundMention(index, start, noun.i + 1, "", MentionKind.NOMINAL)
    query = Query(
        "company", "described", "described", sentence, verb_over(noun).i, itself, "subject", manner,
        frozenset(here | others),
    )  # fmt: skip
    firm = meant(query)
    if firm is None:
        return None
    entity, (mention, at) = firm
    ties = (*mention.ties, scene.span_of(mention)) if at is not sentence else mention.ties
    return FoundMention(index, start, noun.i + 1, entity, MentionKind.NOMINAL, ties)


def _says_so(noun: Token, name: str) -> bool:
    """Whether a firm's name says that it is what the noun says: "the mill" of "Harrow Mills"."""
    return kind_of(noun) not in GENERIC_HEADS and not {kind_of(noun), f"{kind_of(noun)}s"}.isdisjoint(
        name.lower().split()
    )


def _is_another(noun: Token, name: str, told: Set[str]) -> bool:
    """Whether a firm is told to be of another kind or land than the noun says."""
    head = kind_of(noun)
    if is_investor(name, told) and head not in _FUNDS:
        return True
    kinds = (told & COMPANY_NOUNS) - GENERIC_HEADS - ANY_INDUSTRY - ANY_BODY
    lands = {t.lower_ for t in noun.lefts if t.text in DEMONYMS}
    known = told & _LANDS
    return (bool(kinds) and head not in kinds | GENERIC_HEADS | ANY_INDUSTRY) or bool(
        lands and known and not lands & known
    )


_LANDS = frozenset(word.lower() for word in DEMONYMS)
