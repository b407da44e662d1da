"""Agreements to work together: "signed a distribution agreement with A", "its licence deal with A"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import key_of, lemma
from app.extraction.relations.reading.owners import verb_above, without
from app.extraction.relations.reading.rules import is_definite, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

PARTNERSHIPS = words(
    """partnership collaboration alliance cooperation co-operation tie-up relationship co-production affiliation
    mou memorandum jv accord pact"""
)
_AGREEMENTS = words("agreement deal contract memorandum mou accord pact arrangement understanding")
_JOINT_KINDS = words(
    """partnership distribution licensing license licence marketing cooperation co-operation collaboration
    collaborative
    joint development co-development strategic sponsorship supply roaming teaming alliance commercial reseller
    merchandising syndication publishing interline codeshare code-share franchise promotional affiliation
    cross-licensing
    production co-production exclusive content technology research manufacturing broadcast broadcasting co-marketing
    interoperability integration interconnection endorsement data-sharing sharing cross-promotion long-term multi-year
    first-look output worldwide global international overall agency"""
)
_OTHER_KINDS = words(
    """takeover merger acquisition purchase sale settlement credit loan lease rental debt plea tax peace trade
    union labor
    labour wage confidentiality non-disclosure financing investment share stock buyout rescue bail-out bailout
    financial
    voting shareholder tenancy refinancing farm-out farm farmout property land"""
)
_SIGNING = words(
    """sign enter strike ink reach form announce make have conclude seal negotiate secure establish forge begin start
    renew extend create maintain build unveil develop hold set_up agree complete set expand end terminate finalise
    finalize celebrate"""
)
_UNJOINT = words("buy acquire purchase sell merge settle pay invest borrow lease rent take lend drop resolve divest")
_ENDING = words("end terminate cancel scrap drop sever dissolve lose abandon")
# Words that say what will not be, or is only wished for: not for the clause's subject to claim.
_LINKS = frozenset(
    {"with", "under", "through", "in", "by", "after", "via", "following", "from", "of", "as", "thanks", "to"}
)


def agreements(sentence: Sentence) -> Iterator[Candidate]:
    """Partnerships that a sentence states by an agreement."""
    for token in sentence.words:
        word = lemma(token)
        if token.pos_ not in ("NOUN", "PROPN") or word not in PARTNERSHIPS | _AGREEMENTS:
            continue
        if (word in PARTNERSHIPS and not _kinds(token) & _OTHER_KINDS) or _joint(token):
            yield from _owned(sentence, token)
            yield from _signed(sentence, token)


def _kinds(noun: Token) -> set[str]:
    return {lemma(c) for c in noun.children if c.dep_ in ("amod", "compound", "nmod")}


def _joint(noun: Token) -> bool:
    """Whether an agreement is one to work together: its kind says so, or what it is "to" do."""
    kinds = _kinds(noun)
    if kinds & _OTHER_KINDS:
        return False
    verb = governing_verb(noun)
    purposes = [*noun.children, *(verb.children if verb is not None else ())]
    aims = {lemma(c) for c in purposes if c.tag_ == "VB" and c.dep_ in ("acl", "xcomp", "advcl", "relcl")}
    if aims & _UNJOINT:
        return False
    return bool(kinds & _JOINT_KINDS) or bool(aims)


def _signed(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X entered into a distribution agreement with Y", "X has partnerships with A, B and C"."""
    verb = governing_verb(noun)
    if verb is None or (lemma(verb) not in _SIGNING | {"be", "continue", "sign_up"} and key_of(verb) not in _SIGNING):
        return
    frame = verb_frame(verb)
    others = members(sentence, noun_frame(noun), ("with", "far with"), "O")
    sides = members(sentence, frame, ("by",), "O") if frame.passive else members(sentence, frame, ("agent",), "O")
    others = without(others, sides)
    ended = lemma(verb) in ("end", "terminate")
    lasting = lemma(verb) in ("have", "maintain", "hold", "be")
    phase = Phase.ENDED if ended else None if lasting else Phase.STARTED
    yield from partners(sentence, sides, others, verb, Kind.STATE if lasting else Kind.EVENT, phase_of(verb) and phase)


def _owned(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X's licence agreement with Y", "X grew through a partnership with Y"."""
    frame = noun_frame(noun)
    others = members(sentence, frame, ("with",), "O")
    if not others:
        return
    sides = fillers(sentence.scene, sentence.passage.index, frame.get("poss"), "O", metonyms=False)
    verb = governing_verb(noun)
    ended = verb is not None and lemma(verb) in _ENDING
    if not sides and noun.dep_ == "pobj" and noun.head.lower_ in _LINKS:
        above = verb_above(noun)
        clause = verb_frame(above) if above is not None else None
        sides = members(sentence, clause, ("agent",), "O") if clause is not None and not clause.passive else []
    yield from partners(
        sentence,
        sides[:1],
        without(others, sides),
        verb if ended and verb is not None else noun,
        Kind.EVENT if ended else Kind.STATE,
        Phase.ENDED if ended else None,
        presupposed=is_definite(noun) and not ended and not is_assured(noun),
    )


def is_assured(noun: Token) -> bool:
    """Whether somebody tells how it stands: "said that its relationship with X is as strong as ever"."""
    verb = noun.head
    lasting = lemma(verb) in ("be", "remain", "stay", "continue") and verb.tag_ in ("VBZ", "VBP")
    return noun.dep_ == "nsubj" and lasting and verb.dep_ == "ccomp"


def phase_of(verb: Token) -> Phase | None:
    """The phase that a verb of partnering gives by its tense."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if verb.tag_ == "VBG" and {"to", "be"} <= helpers:
        return Phase.ONGOING  # "is said to be working with X"
    if any(c.tag_ == "MD" or c.lower_ == "to" for c in verb.children if c.dep_ == "aux"):
        return None
    if verb.tag_ in ("VBZ", "VBP", "VBG"):
        return Phase.ONGOING
    return Phase.STARTED


def partners(
    sentence: Sentence,
    sides: Sequence[FoundMention],
    others: Sequence[FoundMention],
    trigger: Token,
    kind: Kind,
    phase: Phase | None = None,
    scope: Detail | None = None,
    *,
    presupposed: bool = False,
) -> Iterator[Candidate]:
    """Partnerships of each of these with each of those."""
    for side in sides:
        for other in others:
            if side.entity != other.entity:
                yield Candidate(
                    "partnerOf",
                    "alliance",
                    sentence,
                    side,
                    other,
                    trigger.i,
                    kind,
                    phase=phase,
                    presupposed=presupposed,
                ).with_details(scope=scope)
