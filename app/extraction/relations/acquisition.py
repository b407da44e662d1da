"""Acquisitions and mergers: bought, agreed to buy, sold to, merged with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.relations.amounts import with_amounts
from app.extraction.relations.candidates import Candidate
from app.extraction.relations.frames import governing_verb, is_verb, key_of, lemma, noun_frame, verb_frame
from app.extraction.relations.patterns import find
from app.extraction.relations.rules import NounRule, VerbRule, by_noun, by_verb, first_filled, words
from app.extraction.relations.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_BUY = words("acquire buy purchase take_over snap_up gobble_up swallow_up swallow buy_out scoop_up absorb")
_VERBS = (
    VerbRule("acquired", _BUY, ("agent",), ("patient",), name="acquisition"),
    VerbRule("acquired", words("sell offload divest"), ("to",), ("patient",), name="sale"),
    VerbRule("mergedWith", words("merge combine amalgamate"), ("agent", "patient"), ("with", "into"), name="merger"),
)
_NOUNS = (
    NounRule(
        "acquired",
        words("acquisition purchase takeover buyout buy-out"),
        ("poss", "by", "subject", "far by"),
        ("of",),
        name="acquisition",
    ),
    NounRule(
        "acquired",
        words("bid offer counterbid counteroffer approach"),
        ("poss", "by", "from", "subject"),
        ("for",),
        name="bid",
    ),
    NounRule("mergedWith", words("merger"), ("poss", "of", "subject"), ("with", "and"), name="merger"),
)
_BIDS = {
    "bid from": (
        r"(?P<t>bid|offer|counterbid|counter-bid|approach|takeover offer|takeover bid)s? for {O:o} "
        r"(?:from|by) {DESC}{OP:s}"
    ),
    "rejected bid": (
        r"{O:o} (?:has |had )?(?P<t>rejected|rebuffed|turned down|dismissed|received|accepted|spurned) (?:an?|the) "
        r"(?:[\w-]+ |{M} ){0,4}(?:bid|offer|approach|proposal) from {DESC}{OP:s}"
    ),
    "bid for": r"{OP:s}'s (?:[\w-]+ |{M} ){0,3}(?P<t>bid|offer|counterbid|takeover bid|takeover offer) for {DESC}{O:o}",
}
_WITHDRAW = words("pull_out back_out drop_out walk_away walk_out withdraw back_away")
_PAIRS = {
    "merger of": r"(?P<t>merger) (?:of|between) {O:s} (?:and|with) {O:o}",
    "merged": r"{O:s} and {O:o} (?:have |has |will |would |are to |plan to |agreed to )?(?P<t>merged?|merging)\b",
}


def acquisitions(sentence: Sentence) -> Iterator[Candidate]:
    """Acquisitions and mergers in a sentence."""
    for candidate in (*by_verb(sentence, _VERBS), *by_noun(sentence, _NOUNS)):
        if candidate.rule == "bid":
            yield with_amounts(replace(candidate, possible=True, phase=Phase.CONSIDERED, presupposed=False))
        elif candidate.rule == "acquisition" and not is_verb(_trigger(candidate)):
            yield with_amounts(_nominal(candidate))
        else:
            yield with_amounts(candidate)
    yield from _parts_sold(sentence)
    for _, found in find(sentence, _BIDS):
        for subject in found.mentions("s")[:1]:
            for obj in found.mentions("o")[:1]:
                if subject.entity != obj.entity:
                    yield with_amounts(
                        Candidate(
                            "acquired",
                            "bid",
                            sentence,
                            subject,
                            obj,
                            found.trigger,
                            possible=True,
                            phase=Phase.CONSIDERED,
                        )
                    )
    for _, found in find(sentence, _PAIRS):
        for subject in found.mentions("s"):
            for obj in found.mentions("o"):
                if subject.entity != obj.entity:
                    yield with_amounts(Candidate("mergedWith", "merger", sentence, subject, obj, found.trigger))


def _trigger(candidate: Candidate) -> Token:
    return candidate.sentence.passage.doc[candidate.trigger]


def _nominal(candidate: Candidate) -> Candidate:
    """An acquisition as a noun: whether it is done, agreed or off is said by what the noun is subject or object of."""
    noun = _trigger(candidate)
    verb = noun.head if noun.dep_ in ("nsubj", "nsubjpass", "dobj") else governing_verb(noun) or _withdrawn(noun)
    if verb is None:
        return candidate
    if _withdrawn(noun) == verb:
        return replace(candidate, phase=Phase.PLANNED, negated=True, presupposed=True)
    word, negated = lemma(verb), any(child.dep_ == "neg" for child in verb.children)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if (
        word in words("close complete finalise finalize conclude")
        and noun.dep_ != "nsubj"
        and not helpers & {"will", "to"}
        and not negated
    ):
        return replace(candidate, phase=Phase.COMPLETED, trigger=verb.i, presupposed=False)
    if noun.dep_ in ("nsubj", "nsubjpass") and (
        negated or helpers & {"will", "would", "could", "may", "might", "must"}
    ):
        return replace(candidate, phase=Phase.PLANNED)
    if word in words("block prohibit veto cancel scrap abandon collapse terminate reject bar") or key_of(verb) in words(
        "fall_through call_off fall_apart"
    ):
        return replace(candidate, phase=Phase.PLANNED, negated=True, presupposed=True)
    if word in words("expect await hope approve block review oppose clear"):
        return replace(candidate, phase=Phase.PLANNED)
    if word in words("announce unveil agree sign propose"):
        return replace(candidate, phase=Phase.PLANNED, presupposed=False)
    return candidate


def _withdrawn(noun: Token) -> Token | None:
    """The verb in "pulled out of the purchase", "walked away from the takeover"."""
    token = noun
    for _ in range(4):
        token = token.head
        if is_verb(token):
            return token if key_of(token) in _WITHDRAW or lemma(token) == "withdraw" else None
        if token.pos_ not in ("ADP", "ADV"):
            return None
    return None


def _parts_sold(sentence: Sentence) -> Iterator[Candidate]:
    """As in "sell 40% of X to Y": Y acquires that share of X."""
    for token in sentence.tokens:
        if lemma(token) not in words("sell offload divest") or not is_verb(token):
            continue
        frame = verb_frame(token)
        shares = [t for t in frame.get("patient") if t.lower_ in ("%", "percent", "stake", "share", "majority", "half")]
        if not shares:
            continue
        targets = first_filled(sentence, noun_frame(shares[0]), ("of", "in"), "O")
        for buyer in first_filled(sentence, frame, ("to", "far to"), "PO", skip=targets):
            for target in targets[:1]:
                if buyer.entity != target.entity:
                    yield with_amounts(Candidate("acquired", "sale", sentence, buyer, target, token.i))
