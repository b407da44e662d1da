"""Purchases beyond the plain "X bought Y": paid for, won, taken private, bought with all its shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import noun_frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.patterns import find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

BUY = words(
    """
    acquire buy purchase take_over snap_up gobble_up swallow_up swallow buy_out scoop_up absorb reacquire
    re-acquire buy_back buy_up snatch_up hoover_up"""
)
SELL = words("sell offload divest sell_off sell_on hand_over")
# "Control of Y" and "ownership of Y", taken by X or passing to X.
CONTROL = words("control ownership possession")
PASS = words("pass transfer go fall move")
# What one buys of a company when one buys the company.
_WHOLE = words("""
    asset business operation share stock capital equity company remainder rest all whole entirety firm""")
_WHOLE_MODIFIERS = words("entire whole remaining outstanding all issued ordinary total main common 100%")
_PAY = words("pay shell_out fork_out splash_out cough_up stump_up")
# With a price these are purchases: "landed Y for $5 million".
_WIN = words("win nab bag land grab pick_up secure snare")
_SUM = words("sum price amount fee consideration song")
# What the parser loses before a long description: "was acquired by the Dutch-owned software house X".
_PASSIVE = {
    "by": (
        r"{O:o},? (?:which )?(?:was|were|is being|has been|had been|been) (?:[a-z]+ly |later |then )?"
        r"(?P<t>acquired|bought|purchased|taken over|snapped up|swallowed up|bought out) "
        r"(?:(?:in|on) {T} |for {M} )*by "
        r"(?:(?!(?:of|in|from|to|for|at|by|with|and|or|on|its|their|whose)\b)"
        r"(?:[\w'&.-]+|{LO}(?:, {LO})?-based|{L}),? ){0,7}?{OP:s}(?!(?:, {LO})? ?-based)"
    )
}


def purchases(sentence: Sentence) -> Iterator[Candidate]:
    """Purchases that other verbs than those of buying state, or that speak of shares and assets."""
    for token in sentence.words:
        if is_verb(token):
            yield from _of_verb(sentence, token)
    yield from _described_buyer(sentence)


_PARTS = words("% percent cent stake share shareholding holding interest majority half third quarter")
_LARGE = words("majority controlling whole entire remaining outstanding rest remainder")
_HALF = Decimal(50)
# A buyer's partner: "X teamed up with Y to buy Z", "X bought Z together with Y".
_TEAM = words("team_up join partner link_up band_together club_together ally")


def parts_in(sentence: Sentence, tokens: Sequence[Token]) -> list[tuple[FoundMention, Token]]:
    """The companies of which a part is dealt in, and the part: "$3m for 15% of Y", "a majority interest in Y"."""
    found: list[tuple[FoundMention, Token]] = []
    for token in tokens:
        if lemma(token) in _PARTS and sentence.scene.mentions.at(sentence.passage.index, token.i) is None:
            firms = first_filled(sentence, noun_frame(token), ("of", "in"), "O", metonyms=False)
            found += [(firm, token) for firm in firms[:1]]
    return found


def part_bought(deal: Candidate, part: Token) -> Candidate:
    """The purchase of a part: up to one half it is an investment."""
    percent = deal.details.get("percent")
    large = lemma(part) in _LARGE or any(c.lower_ in _LARGE for c in part.children)
    large = large or (percent is not None and Decimal(percent.value) > _HALF)
    return deal if large else replace(deal, relation="investedIn", rule="part bought")


def bought_with(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """Who buys together with the subject."""
    heads: list[Token] = []
    for prep in (c for c in verb.children if c.dep_ == "prep"):
        before = sentence.passage.doc[prep.i - 1].lower_ if prep.i else ""
        if prep.lower_ == "alongside" or (prep.lower_ == "with" and before in ("together", "jointly", "along")):
            heads += [t for t in prep.children if t.dep_ == "pobj"]
    above = verb.head
    if verb.dep_ in ("advcl", "xcomp") and is_verb(above) and (key_of(above) in _TEAM or lemma(above) in _TEAM):
        forces = lemma(above) != "join" or any(c.lower_ in ("forces", "hands") for c in above.children)
        heads += verb_frame(above).get("with") if forces else []
    return fillers(sentence.scene, sentence.passage.index, heads, "PO", metonyms=False)


def deals(
    sentence: Sentence,
    buyers: list[FoundMention],
    targets: list[FoundMention],
    trigger: Token,
    rule: str = "acquisition",
    *,
    presupposed: bool = False,
) -> Iterator[Candidate]:
    """An acquisition of each target by each buyer."""
    for buyer in buyers:
        for target in targets:
            if buyer.entity != target.entity:
                yield Candidate("acquired", rule, sentence, buyer, target, trigger.i, presupposed=presupposed)


def _of_verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    key = key_of(verb)
    if key in BUY:
        yield from _whole_bought(sentence, verb)
        yield from _partner_bought_out(sentence, verb)
    elif key in _PAY:
        frame = verb_frame(verb)
        roles = ("for",) if key == "pay" else ("for", "on")
        if _has_money(sentence, frame.get("patient")):
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            targets = first_filled(sentence, frame, roles, "O", skip=buyers, metonyms=False)
            yield from deals(sentence, buyers, targets, verb)
            for target, part in parts_in(sentence, frame.get("for")) if not targets else ():
                for deal in deals(sentence, buyers, [target], verb):
                    yield part_bought(with_amounts(deal), part)
    elif key in _WIN:
        frame = verb_frame(verb)
        if _has_money(sentence, frame.get("for")) or any(lemma(t) in _SUM for t in frame.get("for")):
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            yield from deals(
                sentence, buyers, first_filled(sentence, frame, ("patient",), "O", skip=buyers, metonyms=False), verb
            )
    elif key in PASS:
        yield from _into_hands(sentence, verb)
    elif key == "take" and any(c.lower_ == "private" for c in verb.children):
        frame = verb_frame(verb)
        buyers = first_filled(sentence, frame, ("by",) if frame.passive else ("agent",), "PO", metonyms=False)
        yield from deals(sentence, buyers, first_filled(sentence, frame, ("patient",), "O", skip=buyers), verb)


def _whole_bought(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "bought all the shares of Y", "acquired Y's assets": the whole of Y, and no part that a word narrows."""
    frame = verb_frame(verb)
    wholes = [t for t in frame.get("patient") if (lemma(t) in _WHOLE and not _is_part(t)) or _is_any_part(t)]
    for whole in wholes[:1]:
        if sentence.scene.mentions.at(sentence.passage.index, whole.i) is None:
            targets = first_filled(sentence, noun_frame(whole), ("of", "in", "poss"), "O", metonyms=False)
            buyers = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
            yield from deals(sentence, buyers, targets, verb)


def _partner_bought_out(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "bought out its partner in Y", whose share of Y it is that is bought."""
    if not any(c.lower_ == "out" and c.dep_ == "prt" for c in verb.children):
        return
    frame = verb_frame(verb)
    for partner in (t for t in frame.get("patient") if lemma(t) in _PARTNERS):
        targets = first_filled(sentence, noun_frame(partner), ("in",), "O", metonyms=False)
        targets = targets or first_filled(sentence, frame, ("in",), "O", metonyms=False)
        yield from deals(sentence, first_filled(sentence, frame, ("agent",), "PO", metonyms=False), targets[:1], verb)


_PARTNERS = words("partner co-owner shareholder investor co-investor co-shareholder holder owner minority")


def _is_any_part(noun: Token) -> bool:
    """As in "has not bought any part of Y"."""
    return noun.lower_ == "part" and any(c.lower_ in ("any", "no") for c in noun.children)


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


def _into_hands(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """As in "Y passed into the hands of X"."""
    frame = verb_frame(verb)
    for hands in (t for t in frame.get("into") if lemma(t) in CONTROL | {"hand"}):
        buyers = first_filled(sentence, noun_frame(hands), ("of", "poss"), "PO", metonyms=False)
        targets = first_filled(sentence, frame, ("agent", "patient"), "O", skip=buyers, metonyms=False)
        yield from deals(sentence, buyers, targets, verb)


def _described_buyer(sentence: Sentence) -> Iterator[Candidate]:
    """A buyer that a long description hides from the parser."""
    for _, found in find(sentence, _PASSIVE):
        verb = sentence.passage.doc[found.trigger]
        by_frame = first_filled(sentence, verb_frame(verb), ("agent",), "PO", metonyms=False)
        named = found.mentions("s")
        if not by_frame or (named and "-based" in found.match.group(0)):
            yield from deals(sentence, found.mentions("s"), found.mentions("o"), verb)
