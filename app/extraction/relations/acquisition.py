"""Acquisitions: bought, agreed to buy, sold to, the takeover of, a bid for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.amounts import with_amounts
from app.extraction.relations.bids import bids
from app.extraction.relations.candidates import Candidate
from app.extraction.relations.deal_fate import fated
from app.extraction.relations.deal_nouns import deal_frame, nominal
from app.extraction.relations.frames import (
    coordinated,
    fillers,
    governing_verb,
    is_verb,
    key_of,
    lemma,
    noun_frame,
    subjects_of,
    verb_frame,
)
from app.extraction.relations.rules import VerbRule, by_verb, first_filled, is_definite, words
from app.extraction.relations.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_BUY = words(
    """
    acquire buy purchase take_over snap_up gobble_up swallow_up swallow buy_out scoop_up absorb reacquire
    re-acquire buy_back buy_up snatch_up hoover_up"""
)
_SELL = words("sell offload divest sell_off sell_on hand_over")
_VERBS = (
    VerbRule("acquired", _BUY, ("agent",), ("patient",), name="acquisition"),
    VerbRule("acquired", _SELL, ("to",), ("patient",), name="sale"),
)
_NOUNS = words("acquisition purchase takeover buyout buy-out take-over")
_SALES = words("sale disposal divestment divestiture handover")
# "Control of Y" and "ownership of Y", taken by X or passing to X.
_CONTROL = words("control ownership possession")
_TAKE = words("take gain assume acquire buy win secure seize get obtain wrest")
_PASS = words("pass transfer go fall move")
# What one buys of a company when one buys the company.
_WHOLE = words("""
    asset business operation share stock capital equity company remainder rest all whole entirety firm""")
_WHOLE_MODIFIERS = words("entire whole remaining outstanding all issued ordinary total main common 100%")
_PAY = words("pay shell_out fork_out splash_out cough_up stump_up")
# With a price these are purchases: "landed Y for $5 million".
_WIN = words("win nab bag land grab pick_up secure snare")
_FACE = words("agree accept reject resist face recommend back undergo welcome avoid escape fear")
_LISTING = words("include be comprise")


def acquisitions(sentence: Sentence) -> Iterator[Candidate]:
    """Acquisitions in a sentence."""
    for candidate in by_verb(sentence, _VERBS):
        yield with_amounts(fated(candidate))
    for token in sentence.tokens:
        if is_verb(token):
            for found in _of_verb(sentence, token):
                yield with_amounts(fated(found))
        if token.pos_ in ("NOUN", "PROPN", "VERB") and lemma(token) in _NOUNS | _SALES and token.tag_ != "VBD":
            for found in _of_noun(sentence, token):
                yield with_amounts(nominal(found))
        elif token.pos_ == "NOUN" and lemma(token) in _CONTROL:
            for found in _control(sentence, token):
                yield with_amounts(fated(found))
    yield from _parts_sold(sentence)
    yield from bids(sentence)


def _pairs(
    sentence: Sentence,
    buyers: list[FoundMention],
    targets: list[FoundMention],
    trigger: Token,
    rule: str = "acquisition",
    *,
    presupposed: bool = False,
) -> Iterator[Candidate]:
    for buyer in buyers:
        for target in targets:
            if buyer.entity != target.entity:
                yield Candidate("acquired", rule, sentence, buyer, target, trigger.i, presupposed=presupposed)


# --- verbs -----------------------------------------------------------------------------------------------------------


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    key = key_of(verb)
    if key in _BUY:
        yield from _whole_bought(sentence, verb)
    elif key in _PAY:
        frame = verb_frame(verb)
        roles = ("for",) if key == "pay" else ("for", "on")
        if _has_money(sentence, frame.get("patient")):
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            targets = first_filled(sentence, frame, roles, "O", skip=buyers, metonyms=False)
            yield from _pairs(sentence, buyers, targets, verb)
    elif key in _WIN:
        frame = verb_frame(verb)
        if _has_money(sentence, frame.get("for")):
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            yield from _pairs(
                sentence, buyers, first_filled(sentence, frame, ("patient",), "O", skip=buyers, metonyms=False), verb
            )
    elif key in _PASS:
        yield from _into_hands(sentence, verb)
    elif key == "take" and any(c.lower_ == "private" for c in verb.children):
        frame = verb_frame(verb)
        buyers = first_filled(sentence, frame, ("by",) if frame.passive else ("agent",), "PO", metonyms=False)
        yield from _pairs(sentence, buyers, first_filled(sentence, frame, ("patient",), "O", skip=buyers), verb)


def _whole_bought(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "bought all the shares of Y", "acquired Y's assets": the whole of Y, and no part that a word narrows."""
    frame = verb_frame(verb)
    wholes = [t for t in frame.get("patient") if lemma(t) in _WHOLE and not _is_part(t)]
    for whole in wholes[:1]:
        if sentence.scene.mentions.at(sentence.passage.index, whole.i) is None:
            targets = first_filled(sentence, noun_frame(whole), ("of", "in", "poss"), "O", metonyms=False)
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            yield from _pairs(sentence, buyers, targets, verb)


def _is_part(noun: Token) -> bool:
    if lemma(noun) in words("share stock capital equity") and not any(
        c.lower_ in _WHOLE_MODIFIERS for c in noun.children
    ):
        return True
    return any(
        child.dep_ in ("amod", "compound", "nummod", "nmod") and child.lower_ not in _WHOLE_MODIFIERS
        for child in noun.children
    )


def _has_money(sentence: Sentence, tokens: list[Token]) -> bool:
    return any(slot.letter == "M" and slot.start <= t.i < slot.end for t in tokens for slot in sentence.slots)


# --- nouns -----------------------------------------------------------------------------------------------------------


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    frame = deal_frame(noun)
    if lemma(noun) in _SALES:
        targets = first_filled(sentence, frame, ("of",), "O", metonyms=False)
        # "called off the sale of Y to X": the parser may hang "to X" on the verb.
        buyers = first_filled(sentence, frame, ("to", "far to"), "PO", skip=targets, metonyms=False)
        yield from _pairs(sentence, buyers, targets, noun, "sale", presupposed=is_definite(noun))
        return
    listed = _listed(sentence, noun)
    buyers = first_filled(sentence, frame, ("by", "far by"), "PO", metonyms=False)
    own = first_filled(sentence, frame, ("poss", "opener"), "PO", metonyms=False)
    targets = first_filled(sentence, frame, ("of",), "O", skip=buyers, metonyms=False)
    if buyers and not targets:  # "Y's takeover by X"
        targets = (
            own
            or first_filled(sentence, frame, ("compound",), "O", skip=buyers, metonyms=False)
            or _those_who_face(sentence, noun)
        )
    elif not buyers:
        buyers = own or first_filled(sentence, frame, ("subject", "compound"), "PO", skip=targets, metonyms=False)
        targets = targets or listed or first_filled(sentence, frame, ("compound",), "O", skip=buyers, metonyms=False)
    yield from _pairs(sentence, buyers, targets, noun, presupposed=is_definite(noun) or targets == listed)


def _those_who_face(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """As in "Y agreed to a takeover by X"."""
    verb = governing_verb(noun)
    if verb is None or lemma(verb) not in _FACE:
        return []
    return fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "O", metonyms=False)


def _listed(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """As in "its acquisitions include A and B", "made several acquisitions, including A"."""
    heads = [t for p in noun.children if p.dep_ == "prep" and p.lower_ in ("including", "like") for t in p.children]
    verb = noun.head
    if noun.dep_ == "nsubj" and lemma(verb) in _LISTING:
        heads += [c for c in verb.children if c.dep_ in ("dobj", "attr")]
    members = [m for head in heads for m in coordinated(head)]
    return fillers(sentence.scene, sentence.passage.index, members, "O", metonyms=False)


def _control(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "took control of Y", "ownership of Y passed to X"."""
    verb = noun.head
    targets = first_filled(sentence, noun_frame(noun), ("of",), "O", metonyms=False)
    if not is_verb(verb) or not targets:
        return
    frame = verb_frame(verb)
    if noun.dep_ == "dobj" and lemma(verb) in _TAKE:
        letters = "O" if lemma(noun) == "control" else "PO"  # a person who takes control may only manage
        yield from _pairs(sentence, first_filled(sentence, frame, ("agent",), letters, metonyms=False), targets, verb)
    elif noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in _PASS:
        yield from _pairs(sentence, first_filled(sentence, frame, ("to",), "PO", skip=targets), targets, verb)


def _into_hands(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "Y passed into the hands of X"."""
    frame = verb_frame(verb)
    for hands in (t for t in frame.get("into") if lemma(t) in _CONTROL | {"hand"}):
        buyers = first_filled(sentence, noun_frame(hands), ("of", "poss"), "PO", metonyms=False)
        targets = first_filled(sentence, frame, ("agent", "patient"), "O", skip=buyers, metonyms=False)
        yield from _pairs(sentence, buyers, targets, verb)


def _parts_sold(sentence: Sentence) -> Iterator[Candidate]:
    """As in "sell 40% of X to Y": Y acquires that share of X."""
    for token in sentence.tokens:
        if lemma(token) not in _SELL or not is_verb(token):
            continue
        frame = verb_frame(token)
        shares = [t for t in frame.get("patient") if t.lower_ in ("%", "percent", "stake", "share", "majority", "half")]
        if not shares:
            continue
        targets = first_filled(sentence, noun_frame(shares[0]), ("of", "in"), "O")
        for buyer in first_filled(sentence, frame, ("to", "far to"), "PO", skip=targets):
            for target in targets[:1]:
                if buyer.entity != target.entity:
                    yield with_amounts(fated(_sale(sentence, buyer, target, token)))


def _sale(sentence: Sentence, buyer: FoundMention, target: FoundMention, verb: Token) -> Candidate:
    return Candidate("acquired", "sale", sentence, buyer, target, verb.i)
