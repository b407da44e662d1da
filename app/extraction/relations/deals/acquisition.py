"""Acquisitions: bought, agreed to buy, sold to, the takeover of, a bid for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.deals.bids import bids
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.deal_nouns import deal_frame, nominal
from app.extraction.relations.deals.purchases import (
    BUY,
    CONTROL,
    PASS,
    SELL,
    bought_with,
    deals,
    part_bought,
    parts_in,
    purchases,
)
from app.extraction.relations.deals.sellers import sellers_of, sold_beside, sold_by
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.antecedents import coordinated
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.goods import is_goods
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import VerbRule, by_verb, first_filled, is_definite, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_HALF = Decimal(50)
_VERBS = (
    VerbRule("acquired", BUY, ("agent",), ("patient",), name="acquisition"),
    VerbRule("acquired", SELL, ("to",), ("patient",), name="sale"),
)
_NOUNS = words("acquisition purchase takeover buyout buy-out take-over")
_SALES = words("sale disposal divestment divestiture handover")
_TAKE = words("take gain assume acquire buy win secure seize get obtain wrest")
_FACE = words("agree accept reject resist face recommend back undergo welcome avoid escape fear")
_LISTING = words("include be comprise")


def acquisitions(sentence: Sentence) -> Iterator[Candidate]:
    """Acquisitions in a sentence."""
    for told in (*by_verb(sentence, _VERBS), *sold_beside(sentence)):
        candidate = _of_what_was_bought(told)
        if candidate is None or _is_part_bought(candidate) or _is_succession(candidate):
            continue
        if not _is_about_another(candidate) and not _is_seat(candidate) and not _is_share_or_goods(candidate):
            deal = with_amounts(fated(candidate))
            yield deal
            yield from sold_by(candidate)
            yield from _joint(deal)
    for candidate in purchases(sentence):
        if not _is_share_or_goods(candidate):
            yield with_amounts(fated(candidate))
    for token in sentence.words:
        if token.pos_ in ("NOUN", "PROPN", "VERB") and lemma(token) in _NOUNS | _SALES and token.tag_ != "VBD":
            yield from (with_amounts(nominal(c)) for c in _of_noun(sentence, token) if not _is_of_thing_bought(c))
        elif token.pos_ == "NOUN" and lemma(token) in CONTROL:
            for found in _control(sentence, token):
                yield with_amounts(fated(found))
    yield from _parts_sold(sentence)
    yield from bids(sentence)


def _of_what_was_bought(sale: Candidate) -> Candidate | None:
    """A sale as it is, but of "bought X, only to sell it to Y" that of X: nobody sells himself; None if of nobody."""
    sold, sentence = sale.object, sale.sentence
    if sale.rule != "sale" or not isinstance(sold, FoundMention) or sold.kind is not MentionKind.PRONOUN:
        return sale
    verb = sentence.passage.doc[sale.trigger]
    above = verb.head if verb.dep_ in ("advcl", "xcomp", "conj", "acl") and is_verb(verb.head) else None
    sellers = first_filled(sentence, verb_frame(verb), ("agent",), "PO", metonyms=False)
    sellers += first_filled(sentence, verb_frame(above), ("agent",), "PO", metonyms=False) if above is not None else []
    if all(seller.entity != sold.entity for seller in sellers):
        return sale
    bought = first_filled(sentence, verb_frame(above), ("patient",), "O", metonyms=False) if above is not None else []
    others = [firm for firm in bought if firm.entity not in (sold.entity, sale.subject.entity)]
    return replace(sale, object=others[0]) if len(others) == 1 else None


def _joint(deal: Candidate) -> Iterator[Candidate]:
    """The same purchase by those who buy together with the subject; what each pays nobody tells."""
    verb = deal.sentence.passage.doc[deal.trigger]
    for partner in bought_with(deal.sentence, verb) if deal.rule == "acquisition" else ():
        if partner.entity not in (deal.subject.entity, deal.object_entity):
            yield replace(deal, subject=partner, details={})


def _is_part_bought(candidate: Candidate) -> bool:
    """As in "bought into Y", which buys a part of it."""
    verb = candidate.sentence.passage.doc[candidate.trigger]
    return lemma(verb) == "buy" and any(c.i == verb.i + 1 and c.lower_ == "into" for c in verb.children)


def _is_succession(candidate: Candidate) -> bool:
    """As in "handed over the company to his son": he runs it from then on."""
    handed = lemma(candidate.sentence.passage.doc[candidate.trigger]) == "hand"
    return handed and candidate.sentence.scene.letter(candidate.subject) == "P"


def _is_about_another(candidate: Candidate) -> bool:
    """Whether a bracket speaks of the name before it alone: in "A, B (acquired by X) and C" nobody bought A or C."""
    doc, obj = candidate.sentence.passage.doc, candidate.object
    opening = candidate.trigger - 1
    if opening < 1 or doc[opening].text != "(" or not isinstance(obj, FoundMention):
        return False
    return obj.end != opening


def _is_seat(candidate: Candidate) -> bool:
    """Whether the buyer is the town in "bought by Boise, Idaho-based X": a town may pass for a name."""
    doc, end = candidate.sentence.passage.doc, candidate.subject.end
    following = doc[end : end + 5]
    if len(following) < 2 or following[0].text != "," or not following[1].text[:1].isupper():
        return False
    based = next((token for token in following[1:] if token.lower_ == "based" or token.lower_.endswith("-based")), None)
    return based is not None and all(t.text[:1].isupper() or t.is_punct for t in doc[end + 1 : based.i])


def _is_seller(candidate: Candidate) -> bool:
    """Whether a firm would be bought from itself, as two of one name are taken for one: "X Ltd, bought from X plc"."""
    return any(seller.entity == candidate.object_entity for seller in sellers_of(candidate))


def _is_of_thing_bought(candidate: Candidate) -> bool:
    """Whether "its purchase" stands in a clause about a thing that "its" owner buys: the thing's purchase is meant.

    As in "Halden bought a unit of Corvane, known as Maverin before its purchase by Corvane".
    """
    thing, doc = candidate.object, candidate.sentence.passage.doc
    if not isinstance(thing, FoundMention) or thing.kind is not MentionKind.PRONOUN or doc[thing.start].dep_ != "poss":
        return False
    before = doc[candidate.sentence.start : candidate.trigger]
    clause = next((t for t in before if t.lower_ in ("known", "called") and t.dep_ == "acl"), None)
    verb = next((t for t in clause.ancestors if is_verb(t)), None) if clause is not None else None
    if verb is None or clause is None or clause.head.i < verb.i or key_of(verb) not in BUY:
        return False
    buyers = first_filled(candidate.sentence, verb_frame(verb), ("agent",), "PO", metonyms=False)
    return any(buyer.entity == thing.entity for buyer in buyers)


_PARTNERS = words("owner co-owner shareholder stockholder investor holder backer co-founder founder member")


def _is_share_or_goods(candidate: Candidate) -> bool:
    """As in "bought out its co-owner X", whose share is bought, and "bought X's for the old", which are X's goods."""
    doc, obj = candidate.sentence.passage.doc, candidate.object
    if not isinstance(obj, FoundMention):
        return False
    root = doc[obj.start : obj.end].root
    goods = root.dep_ == "dobj" and any(child.tag_ == "POS" and child.i >= obj.end for child in root.children)
    beside = [child for child in root.children if child.dep_ in ("compound", "appos", "nmod")]
    beside += [root.head] if root.dep_ == "appos" else []
    out = any(child.lower_ == "out" for child in doc[candidate.trigger].children)
    if is_goods(candidate.sentence, obj) or _is_seller(candidate):
        return True
    return goods or (out and any(_holds_a_share(token) for token in beside))


def _holds_a_share(noun: Token) -> bool:
    """A co-owner, or a "partner in X"."""
    inside = lemma(noun) == "partner" and any(child.lower_ == "in" for child in noun.children)
    return inside or lemma(noun) in _PARTNERS


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    frame = deal_frame(noun)
    if lemma(noun) in _SALES:
        targets = first_filled(sentence, frame, ("of",), "O", metonyms=False)
        # "called off the sale of Y to X": the parser may hang "to X" on the verb.
        buyers = first_filled(sentence, frame, ("to", "far to"), "PO", skip=targets, metonyms=False)
        yield from deals(sentence, buyers, targets, noun, "sale", presupposed=is_definite(noun))
        return
    listed = _listed(sentence, noun) or _counted_among(sentence, noun)
    # "The purchase of Y was approved by regulators": who only judges of a deal or pays for it buys nothing.
    buyers = first_filled(sentence, frame, ("by", "far by") if _is_made(noun) else ("by",), "PO", metonyms=False)
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
        for target, part in parts_in(sentence, frame.get("of")) if not targets else ():
            for deal in deals(sentence, buyers, [target], noun, presupposed=is_definite(noun)):
                yield part_bought(with_amounts(deal), part)
            return
        targets = targets or listed or first_filled(sentence, frame, ("compound",), "O", skip=buyers, metonyms=False)
    yield from deals(sentence, buyers, targets, noun, presupposed=is_definite(noun) or targets == listed)


def _is_made(noun: Token) -> bool:
    """Whether the verb over a deal tells of its making, so that "by X" names the buyer: "was completed by X"."""
    verb = noun.head if noun.dep_ == "nsubjpass" else None
    return verb is None or (lemma(verb) in _MAKING and not any(c.dep_ == "poss" for c in noun.children))


_MAKING = words(
    """make complete conclude close finish finalise finalize carry undertake effect execute launch announce propose
    plan agree seal clinch attempt pursue consider lead abandon drop cancel withdraw"""
)


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


def _counted_among(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """As in "Y was X's first acquisition", "Y was one of X's acquisitions"."""
    top = noun
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ == "one":
        top = noun.head.head
    if top.dep_ != "attr" or lemma(top.head) != "be" or not any(c.dep_ == "poss" for c in noun.children):
        return []
    return fillers(sentence.scene, sentence.passage.index, list(subjects_of(top.head)), "O", metonyms=False)


def _control(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "took control of Y", "ownership of Y passed to X"."""
    verb = noun.head
    targets = first_filled(sentence, noun_frame(noun), ("of",), "O", metonyms=False)
    partial = any(c.lower_ in ("partial", "part", "joint", "shared", "minority", "common") for c in noun.children)
    if not is_verb(verb) or not targets or partial:
        return
    frame = verb_frame(verb)
    if noun.dep_ == "dobj" and lemma(verb) in _TAKE:
        letters = "O" if lemma(noun) == "control" else "PO"  # a person who takes control may only manage
        yield from deals(sentence, first_filled(sentence, frame, ("agent",), letters, metonyms=False), targets, verb)
    elif noun.dep_ in ("nsubj", "nsubjpass") and lemma(verb) in PASS:
        yield from deals(sentence, first_filled(sentence, frame, ("to",), "PO", skip=targets), targets, verb)


def _parts_sold(sentence: Sentence) -> Iterator[Candidate]:
    """As in "sell 40% of X to Y": Y acquires that share of X."""
    for token in sentence.words:
        if lemma(token) not in SELL or not is_verb(token):
            continue
        frame = verb_frame(token)
        shares = [t for t in frame.get("patient") if lemma(t) in _SHARES or _is_percent(sentence, t)]
        if not shares:
            continue
        parts = noun_frame(shares[0])
        targets = first_filled(sentence, parts, ("of", "in"), "O") or _labelled(sentence, parts)
        for buyer in first_filled(sentence, frame, ("to", "far to"), "PO", skip=targets):
            for target in targets[:1]:
                if buyer.entity != target.entity:
                    yield from _part_passes(_sale(sentence, buyer, target, token, shares[0]), frame, shares[0])


def _part_passes(sale: Candidate, frame: Frame, share: Token) -> Iterator[Candidate]:
    """The sale of a part, with who holds it from then on, and who did before if it was all that he had."""
    yield sale
    bought = sale.relation == "investedIn"
    if bought and not sale.negated:
        percent = sale.details.get("percent")
        held = replace(sale, relation="ownsStakeIn", rule="stake", kind=Kind.EVENT, details={})
        yield held.with_details(percent=percent)
    if any(c.dep_ == "poss" or c.lower_ in ("remaining", "last", "entire") for c in share.children):
        for seller in first_filled(sale.sentence, frame, ("agent",), "PO", skip=[sale.subject], metonyms=False)[:1]:
            if seller.entity not in (sale.subject.entity, sale.object_entity):
                stake = replace(sale, relation="ownsStakeIn", rule="stake", subject=seller, kind=Kind.STATE, details={})
                yield replace(stake, phase=Phase.ENDED, possible=False)


_SHARES = words("% percent stake share majority half third quarter holding shareholding interest rest remainder")


def _is_percent(sentence: Sentence, token: Token) -> bool:
    return any(slot.letter == "C" and slot.start <= token.i < slot.end for slot in sentence.slots)


def _labelled(sentence: Sentence, parts: Frame) -> list[FoundMention]:
    """The name in "40% of its Acme packhouse"."""
    beside = [c for t in (*parts.get("of"), *parts.get("in")) for c in t.children if c.dep_ == "compound"]
    return fillers(sentence.scene, sentence.passage.index, beside, "O", metonyms=False)[:1]


def _sale(sentence: Sentence, buyer: FoundMention, target: FoundMention, verb: Token, share: Token) -> Candidate:
    """The purchase of a part: below a majority it is an investment."""
    sale = with_amounts(fated(Candidate("acquired", "sale", sentence, buyer, target, verb.i)))
    percent = sale.details.get("percent")
    large = Decimal(percent.value) > _HALF if percent else share.lower_ == "majority" or _is_major(share)
    return sale if large else replace(sale, relation="investedIn")


def _is_major(share: Token) -> bool:
    return any(child.lower_ in ("majority", "controlling", "whole", "entire") for child in share.children)
