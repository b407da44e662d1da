"""Bids for and purchases of a company that the sentence calls "the company" or leaves unsaid: "Tarn made an offer"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.mentions.arguments import object_before
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import (
    FIRM,
    Told,
    after_whose,
    company_dealt_in,
    is_about_part,
    is_another,
    is_near,
    says_already,
    tied,
)
from app.extraction.relations.context.unresolved import SURE, is_unresolved_firm
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.for_sale import for_sale, tied_to
from app.extraction.relations.deals.purchases import BUY, SELL
from app.extraction.relations.deals.sellers import sellers_of, sold_by
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_BIDS = words("bid offer counterbid counter-bid counteroffer counter-offer approach")
_MAKE = words(
    "make table submit lodge launch put_in present file raise sweeten improve up increase drop withdraw lower"
)
_COME = words("come arrive emerge")
_BID = words("bid offer")
# An offer "of jobs" or "to mediate" is for no company.
_NO_COMPANY = words("to of on in")
_CUES = (
    "bid", "offer", "buy", "bought", "acquir", " over", "approach", "purchas", "snap", "swallow", "absorb", "scoop",
    "sold", "sell", "paid", "pay ", "pays", "offload", "divest",
)  # fmt: skip


def untold_bids(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Purchases of the company that has been spoken of: done, sought or given up."""
    if not any(map(sentence.lower_code.__contains__, _CUES)):
        return
    said: set[str] = set()
    found = [*_bought(sentence), *_bid(sentence), *_offered(sentence), *_from_whom(sentence)]
    buyers = [candidate.subject for candidate in found]
    sellers = [seller for candidate in found for seller in sellers_of(candidate)]
    for candidate in found:
        if candidate.subject.entity in said or says_already(candidate, told, _DONE):
            continue
        if is_about_part(sentence, candidate.trigger):
            continue
        offered = for_sale(candidate) if candidate.rule == "bid" else None
        if offered is not None:
            if offered.company is not None:
                said.add(candidate.subject.entity)
                yield with_amounts(fated(tied_to(candidate, offered)))
            continue
        company = company_dealt_in(candidate, [*buyers, *sellers], told, 0.0 if candidate.rule == "bid" else SURE)
        if company is not None:
            said.add(candidate.subject.entity)
            deal = tied(candidate, *company)
            yield with_amounts(fated(deal))
            yield from sold_by(deal)


def _sought(sentence: Sentence, buyer: FoundMention, trigger: Token) -> Candidate:
    return Candidate("acquired", "bid", sentence, buyer, None, trigger.i, possible=True, phase=Phase.CONSIDERED)


def _buyers(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    found = first_filled(sentence, frame, ("agent",), "PO", metonyms=False)
    return [after_whose(sentence, m, frame.trigger.i) for m in found if is_near(sentence, m)]


def _is_firm(sentence: Sentence, thing: Token) -> bool:
    """Whether a thing is "the company" or "the whole group", that nobody could resolve."""
    if sentence.scene.mentions.at(sentence.passage.index, thing.i) is not None or thing.tag_ != "NN":
        return False
    definite = any(c.lower_ == "the" and c.dep_ == "det" for c in thing.children)
    told = any(
        c.dep_ in ("relcl", "acl", "prep", "poss", "appos") and c.i > thing.i and _tells(c) for c in thing.children
    )
    return definite and lemma(thing) in FIRM - {"it", "operation"} and not is_another(thing) and not told


def _tells(child: Token) -> bool:
    return child.dep_ != "prep" or child.lower_ in ("of", "behind", "with", "in")


def _bought(sentence: Sentence) -> Iterator[Candidate]:
    """As in "could buy the company", "which snapped it up", "the brewer was bought by Tarn", "paid €4m for it"."""
    for verb in sentence.words:
        if not is_verb(verb):
            continue
        key, frame = key_of(verb), verb_frame(verb)
        role = "for" if key == "pay" else "patient"
        # "Makes X and sells it to Y" is trade, "pays for it" no purchase without a price.
        sells = key in SELL and verb.tag_ not in ("VBZ", "VBP")
        if not (key in BUY or sells or (key == "pay" and _is_priced(sentence, frame))):
            continue
        if any(is_unresolved_firm(sentence, t) and not _is_a_thing(t) for t in frame.get(role)[:1]):
            given = first_filled(sentence, frame, ("to",), "PO", metonyms=False) if sells else []
            rule = "sale" if sells else "acquisition"
            for buyer in given if sells else _buyers(sentence, frame):
                yield Candidate("acquired", rule, sentence, buyer, None, verb.i)


def _is_a_thing(token: Token) -> bool:
    """Whether it is the "it" of "to make the thing, not buy it"."""
    made = object_before(token) if token.lower_ == "it" else None
    return made is not None and made.pos_ == "NOUN" and lemma(made) not in FIRM


def _is_priced(sentence: Sentence, frame: Frame) -> bool:
    return any(s.letter == "M" and s.start <= t.i < s.end for t in frame.get("patient") for s in sentence.slots)


def _bid(sentence: Sentence) -> Iterator[Candidate]:
    """As in "offered €22m for the company", "might bid for parts of the business"."""
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _BID:
            continue
        frame = verb_frame(verb)
        if frame.passive or any(frame.get(role) for role in ("to", "with")):
            continue
        priced = any(s.letter == "M" and s.start <= t.i < s.end for t in frame.get("patient") for s in sentence.slots)
        goals = frame.get("for")
        firm = any(_is_firm(sentence, t) or _is_part_of_firm(sentence, t) for t in goals)
        if (priced and not goals) or (firm and (priced or lemma(verb) == "bid")):
            for buyer in _buyers(sentence, frame):
                yield _sought(sentence, buyer, verb)


def _is_part_of_firm(sentence: Sentence, thing: Token) -> bool:
    """As in "the whole of the business", "all of it", "parts of the business"."""
    wholes = words("whole all part asset rest remainder share")
    return lemma(thing) in wholes and any(
        _is_firm(sentence, t) for p in thing.children if p.lower_ == "of" for t in p.children
    )


def _offered(sentence: Sentence) -> Iterator[Candidate]:
    """As in "had also made an offer", "made indicative bids in March"."""
    for noun in sentence.words:
        verb = noun.head
        if lemma(noun) not in _BIDS or noun.dep_ != "dobj" or not is_verb(verb) or lemma(verb) not in _MAKE:
            continue
        if not _is_open_bid(sentence, noun) or any(c.dep_ == "dative" for c in verb.children):
            continue
        for buyer in _buyers(sentence, verb_frame(verb)):
            yield _sought(sentence, buyer, verb)


def _is_open_bid(sentence: Sentence, noun: Token) -> bool:
    """Whether a bid is for "the company", or nothing says for what; a bid "to host" or a "job offer" is neither."""
    kinds = words("job tender contract peace settlement plea wage pay discount licence license supply product")
    if any(
        c.dep_ in ("acl", "relcl", "poss") or (c.dep_ in ("compound", "amod") and c.lower_ in kinds)
        for c in noun.children
    ):
        return False
    preps = [c for c in noun.children if c.dep_ == "prep"]
    things = [t for p in preps if p.lower_ == "for" for t in p.children if t.dep_ == "pobj"]
    if any(p.lower_ in _NO_COMPANY and not _has_price(sentence, p) for p in preps):
        return False
    return all(_is_firm(sentence, t) or _is_part_of_firm(sentence, t) for t in things)


def _has_price(sentence: Sentence, prep: Token) -> bool:
    return any(s.letter == "M" and s.start <= t.i < s.end for t in prep.subtree for s in sentence.slots)


def _from_whom(sentence: Sentence) -> Iterator[Candidate]:
    """As in "the offer came from Tarn", "a bid from Tarn was rejected"."""
    for noun in sentence.words:
        if lemma(noun) not in _BIDS or noun.dep_ not in ("nsubj", "nsubjpass") or not _is_open_bid(sentence, noun):
            continue
        verb = noun.head
        heads = verb_frame(verb).get("from") if lemma(verb) in _COME else []
        heads = heads or [t for p in noun.children if p.lower_ == "from" for t in p.children if t.dep_ == "pobj"]
        for buyer in fillers(sentence.scene, sentence.passage.index, heads, "PO", metonyms=False):
            yield _sought(sentence, buyer, noun if noun.dep_ == "nsubjpass" else verb)


_DONE = frozenset({"investedIn", "acquired"})
