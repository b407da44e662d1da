"""Bids: offered, bid for, approached; and what became of the bid."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.deal_nouns import deal_frame
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import governing_verb, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_BIDS = words("bid offer counterbid counter-bid counteroffer counter-offer approach overture proposal")
# A bare "offer" or "approach" may be for anything; these say that it is for the company.
_BUYING = words("""
    takeover buyout acquisition purchase cash buy-out hostile unsolicited all-share bid all-cash""")
# What a bidder does to its bid; who hires somebody to do it bids as well.
_MAKE = words("""
    make table submit lodge launch put_in present file prepare ready weigh mull plan study consider draw_up explore
    assess evaluate plot""")
_HIRE = words("hire appoint retain engage instruct mandate enlist ask")
_TO_WHOM = words("approach overture")
_TAKEN = words("accept recommend back welcome agree")
_GOT = words(
    "receive get reject rebuff spurn turn_down dismiss consider weigh field review study snub decline refuse evaluate"
)
_REFUSED = words("reject rebuff spurn turn_down dismiss refuse decline snub consider")
_OFFER_VERBS = words("offer bid table")
_SURFACE = {
    "bid from": (
        r"(?P<t>bid|offer|counterbid|counter-bid|approach|takeover offer|takeover bid)s? for {O:o} "
        r"(?:from|by) {DESC}{OP:s}"
    ),
    "bid for": r"{OP:s}'s (?:[\w-]+ |{M} ){0,3}(?P<t>bid|offer|counterbid|takeover bid|takeover offer) for {DESC}{O:o}",
    "holder looked at a bid": (
        r"{O:s}(?: of {L})?, which (?:already |also |now |currently )*(?:owns|holds|has|controls) "
        r"(?:(?!{O}|{P})[^.;,]){0,40}?(?:of|in) {DESC}{O:o}, "
        r"(?:has |had |is |was |have |also )*(?P<t>looked at|looking at|considered|considering|"
        r"weighed|weighing|explored|exploring|studied|studying|discussed|mulled|mulling|preparing) "
        r"(?:an? |the )?(?:possibility of an? )?(?:rival |takeover |full |possible |counter)*"
        r"(?:bid|offer|takeover|approach)"
    ),
    "approached": (
        r"{O:s} (?:has |had |have )?(?P<t>approached|sounded out) {DESC}{O:o} (?:about|over|with|regarding) "
        r"(?:[\w-]+ ){0,4}(?:takeover|merger|acquisition|buyout|offer|bid|sale)"
    ),
}


def bids(sentence: Sentence) -> Iterator[Candidate]:
    """Bids in a sentence: acquisitions that are only sought."""
    seen: set[tuple[str, str, int]] = set()
    for candidate in (*_by_noun(sentence), *_by_verb(sentence), *_by_surface(sentence)):
        if not isinstance(candidate.object, FoundMention):
            continue
        key = (candidate.subject.entity, candidate.object.entity, candidate.trigger)
        if candidate.subject.entity != candidate.object.entity and key not in seen:
            seen.add(key)
            yield with_amounts(_settled(candidate))


def _sought(sentence: Sentence, buyer: FoundMention, target: FoundMention, trigger: int) -> Candidate:
    return Candidate("acquired", "bid", sentence, buyer, target, trigger, possible=True, phase=Phase.CONSIDERED)


def _settled(candidate: Candidate) -> Candidate:
    """A bid that was accepted is a plan; one that was turned down or dropped is off."""
    token = candidate.sentence.passage.doc[candidate.trigger]
    verb = token.head if token.dep_ == "nsubjpass" else governing_verb(token)
    if verb is not None and lemma(verb) in _TAKEN and not any(c.dep_ == "neg" for c in verb.children):
        return replace(candidate, possible=False, phase=Phase.PLANNED)
    return fated(candidate)


def _by_noun(sentence: Sentence) -> Iterator[Candidate]:
    for token in sentence.words:
        if token.pos_ not in ("NOUN", "PROPN") or lemma(token) not in _BIDS:
            continue
        frame = deal_frame(token)
        buyers = first_filled(sentence, frame, ("poss", "by", "from", "subject", "far from"), "PO", metonyms=False)
        buyers = _makers(sentence, token) or buyers
        roles = ("to", "for", "far to") if lemma(token) in _TO_WHOM else ("for",)
        targets = first_filled(sentence, frame, roles, "O", skip=buyers, metonyms=False)
        if lemma(token) == "proposal" and not _is_for_company(token):
            continue
        verb = governing_verb(token)
        if not targets and verb is not None and (key_of(verb) in _GOT or lemma(verb) in _TAKEN):
            # "Y rejected X's offer": the one that it is made to.
            made = first_filled(sentence, frame, ("poss", "by", "from", "far from"), "PO", metonyms=False)
            about = _is_for_company(token) or lemma(token) in ("bid", "approach")
            buyers, targets = made, fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "O")
            if not about and not _has_price(sentence, token):
                continue
        for buyer in buyers:
            for target in targets:
                yield _sought(sentence, buyer, target, token.i)


def _makers(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Who makes a bid: "X lodged a bid", and the X of "X has hired B to prepare a bid"."""
    verb = governing_verb(noun)
    if verb is None or key_of(verb) not in _MAKE or noun.dep_ == "nsubjpass":
        return []
    hired = verb.dep_ in ("xcomp", "ccomp", "advcl") and lemma(verb.head) in _HIRE
    heads = list(subjects_of(verb.head if hired else verb))
    return fillers(sentence.scene, sentence.passage.index, heads, "PO", metonyms=False)


def _is_for_company(noun: Token) -> bool:
    return any(c.lower_ in _BUYING for c in noun.children)


def _has_price(sentence: Sentence, noun: Token) -> bool:
    inside = {t.i for t in noun.subtree}
    return any(slot.letter == "M" and slot.start in inside for slot in sentence.slots)


def _by_verb(sentence: Sentence) -> Iterator[Candidate]:
    """As in "offered $5 million for Y"."""
    for token in sentence.words:
        if not is_verb(token) or lemma(token) not in _OFFER_VERBS:
            continue
        frame = verb_frame(token)
        priced = any(s.letter == "M" and s.start <= t.i < s.end for t in frame.get("patient") for s in sentence.slots)
        if priced or lemma(token) == "bid":
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            targets = first_filled(sentence, frame, ("for",), "O", skip=buyers, metonyms=False)
            for target in targets or ([] if frame.get("for") else _answering(sentence, frame.get("patient"))):
                for buyer in buyers:
                    yield _answered(_sought(sentence, buyer, target, token.i), frame.get("patient"), frame.get("for"))


def _answering(sentence: Sentence, offered: list[Token]) -> list[FoundMention]:
    """Who answers an offer: the Y of "offered $2bn, which was accepted by Y", "$2bn, which Y rejected"."""
    for verb in _answers(offered):
        frame = verb_frame(verb)
        return first_filled(sentence, frame, ("by",) if frame.passive else ("agent",), "O", metonyms=False)[:1]
    return []


def _answers(offered: list[Token]) -> list[Token]:
    clauses = (c for thing in offered for c in thing.children if c.dep_ == "relcl")
    return [verb for verb in clauses if lemma(verb) in _TAKEN or key_of(verb) in _REFUSED]


def _answered(sought: Candidate, offered: list[Token], goal: list[Token]) -> Candidate:
    """The offer as a plan where the one to whom it was made took it."""
    taken = not goal and any(
        lemma(verb) in _TAKEN and not any(c.dep_ in ("neg", "aux") for c in verb.children) for verb in _answers(offered)
    )
    return replace(sought, possible=False, phase=Phase.PLANNED) if taken else sought


def _by_surface(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _SURFACE):
        for buyer in found.mentions("s")[:1]:
            for target in found.mentions("o")[:1]:
                sought = _sought(sentence, buyer, target, found.trigger)
                # "Sounded out X about a merger" would buy nobody.
                merger = found.match.group(0).lower().endswith("merger")
                yield replace(sought, relation="mergedWith", rule="merger") if merger else sought
