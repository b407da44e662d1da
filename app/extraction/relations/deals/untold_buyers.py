"""Purchases, investments and shares of a buyer that is only called "the group": "Tarn, which the company bought"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import FIRM, Told, is_another
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import buyer_sought
from app.extraction.relations.context.unresolved import SURE
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.purchases import BUY, part_bought, parts_in
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.goods import is_goods
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_HOLD = words("own hold control")
_CUES = (
    "buy",
    "bought",
    "acquir",
    "purchas",
    "took over",
    "take over",
    "invest",
    "own",
    "hold",
    "held",
    "control",
    "snap",
)
_CALLED = FIRM - {"it", "operation", "brand"} | words(
    "seller buyer parent miner supplier carmaker drugmaker brewery newcomer"
)


def untold_buyers(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """What a firm that nobody could resolve buys, backs or holds of one that is named."""
    if not any(map(sentence.lower_code.__contains__, _CUES)):
        return
    said = {(c.relation, c.object_entity) for c in told.here}
    found = [deal for verb in sentence.words for deal in _unowned(sentence, verb)]
    bought = {deal.object_entity for deal in found}
    for deal in found:
        if (deal.relation, deal.object_entity) in said:
            continue
        sure = SURE if _says_it(deal) else 0.0
        buyer = meant(buyer_sought(deal, [*told.before, *told.here], bought, sure))
        if buyer is None:
            continue
        firm, where = buyer[1]
        ties = () if where is sentence else (where.span,)
        whole = replace(deal, subject=firm, ties=(*deal.ties, *ties))
        yield whole if whole.kind is Kind.STATE else fated(whole)


def _says_it(deal: Candidate) -> bool:
    agents = verb_frame(deal.sentence.passage.doc[deal.trigger]).get("agent")
    return bool(agents) and agents[0].lower_ == "it"


def _unowned(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    """The deals of a verb whose subject is a firm that nobody could resolve."""
    if not is_verb(verb) or not (key_of(verb) in BUY or lemma(verb) in _HOLD | {"invest"}):
        return
    frame = verb_frame(verb)
    if not frame.passive and any(_is_unresolved(sentence, t) for t in frame.get("agent")[:1]):
        yield from _deals(sentence, verb, frame)


def _is_unresolved(sentence: Sentence, noun: Token) -> bool:
    """Whether a thing is "it", "the company" or "the Lyon-based group", that nobody could resolve."""
    if sentence.scene.mentions.at(sentence.passage.index, noun.i) is not None:
        return False
    if noun.lower_ == "it":
        return noun.dep_ == "nsubj"
    if noun.tag_ != "NN":
        return False
    definite = any(c.lower_ in ("the", "this") and c.dep_ == "det" for c in noun.children)
    told = any(
        c.dep_ in ("appos", "acl") or (c.dep_ == "prep" and c.lower_ in ("of", "behind", "in")) for c in noun.rights
    )
    return definite and lemma(noun) in _CALLED and not is_another(noun) and not told


def _deals(sentence: Sentence, verb: Token, frame: Frame) -> Iterator[Candidate]:
    """The deals of the verb, with what is dealt in for their subject until it is known whose they are."""
    index, word = sentence.passage.index, lemma(verb)
    if word == "invest":
        for firm in first_filled(sentence, frame, ("in", "into"), "O", metonyms=False)[:1]:
            yield with_amounts(Candidate("investedIn", "investment", sentence, firm, firm, verb.i))
        return
    parts = [*parts_in(sentence, frame.get("patient")), *_in_which(sentence, frame, verb)]
    for firm, part in parts[:1]:
        if word in _HOLD:
            share = with_amounts(Candidate("ownsStakeIn", "stake", sentence, firm, firm, verb.i, Kind.STATE))
            yield share if "percent" in share.details else replace(share, details={})
        else:
            yield part_bought(with_amounts(Candidate("acquired", "acquisition", sentence, firm, firm, verb.i)), part)
    if parts or word in _HOLD:
        return
    for firm in fillers(sentence.scene, index, frame.get("patient")[:1], "O", metonyms=False):
        if not is_goods(sentence, firm):
            yield with_amounts(Candidate("acquired", "acquisition", sentence, firm, firm, verb.i))


def _in_which(sentence: Sentence, frame: Frame, verb: Token) -> list[tuple[FoundMention, Token]]:
    """Of "Tarn, in which the company holds 70%" the firm and the part."""
    if verb.dep_ != "relcl" or not any(t.lower_ == "which" for p in verb.lefts if p.dep_ == "prep" for t in p.children):
        return []
    firms = fillers(sentence.scene, sentence.passage.index, [verb.head], "O", metonyms=False)
    parts = [t for t in frame.get("patient") if any(s.letter == "C" and s.start <= t.i < s.end for s in sentence.slots)]
    parts = parts or [
        t for t in frame.get("patient") if lemma(t) in ("stake", "holding", "interest", "majority", "half")
    ]
    return [(firm, part) for firm in firms[:1] for part in parts[:1]]
