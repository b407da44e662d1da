"""Who sells a company: what it was to them before, and to whom it goes."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.purchases import SELL
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of
from app.extraction.relations.reading.owners import holds_shares
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase


def sellers_of(deal: Candidate) -> list[FoundMention]:
    """Who sells in a deal that a verb tells: whoever buys, buys from them."""
    sentence, trigger = deal.sentence, deal.sentence.passage.doc[deal.trigger]
    if not is_verb(trigger):
        return []
    frame = verb_frame(trigger)
    roles = ("by",) if frame.passive else ("agent",)
    return first_filled(
        sentence, frame, roles if deal.rule == "sale" else ("from",), "PO", skip=[deal.subject], metonyms=False
    )


def sold_by(deal: Candidate) -> Iterator[Candidate]:
    """Whose the company was before the deal: what a firm sells was its unit, what a fund or person sells its stake."""
    sentence, sold, trigger = deal.sentence, deal.object, deal.sentence.passage.doc[deal.trigger]
    if not isinstance(sold, FoundMention):
        return
    sellers = sellers_of(deal)
    for seller in sellers:
        if seller.entity in (sold.entity, deal.subject.entity) or _speaks_for(sentence, seller):
            continue
        # "P sold X": who founded or runs a firm is said to sell it, whoever else holds shares.
        if deal.rule == "sale" and sentence.scene.letter(seller) == "P":
            continue
        # What several sell was nobody's unit.
        held = holds_shares(sentence, seller) or len(sellers) > 1
        subject, obj = (seller, sold) if held else (sold, seller)
        relation, rule = ("ownsStakeIn", "stake") if held else ("unitOf", "unit")
        # Before what is planned or only thought of the seller still has it.
        helpers = {child.lower_ for child in trigger.children if child.dep_ in ("aux", "auxpass")}
        past = trigger.tag_ in ("VBD", "VBN") and not helpers & _TO_COME
        phase = Phase.ENDED if past else Phase.ONGOING
        yield Candidate(
            relation,
            rule,
            sentence,
            subject,
            obj,
            deal.trigger,
            Kind.STATE,
            phase=phase,
            presupposed=True,
            timed=False,
            ties=deal.ties,
        )


_TO_COME = words("will would may might could can shall should to be being 'll ’ll")


def _speaks_for(sentence: Sentence, seller: FoundMention) -> bool:
    """Whether a person sells for a firm: a chief executive, an administrator."""
    if sentence.scene.letter(seller) != "P":
        return False
    doc = sentence.passage.doc
    root = doc[seller.start : seller.end].root
    beside = [*doc[max(sentence.start, seller.start - 3) : seller.start]]
    beside += [c for c in root.children if c.dep_ == "appos"]
    return any(t.lower_ in _FOR_OTHERS for t in beside)


_FOR_OTHERS = words("administrator receiver liquidator trustee chief executive president director manager ceo boss")


def sold_beside(sentence: Sentence) -> Iterator[Candidate]:
    """As in "sold X, its leasing arm, to Y": the parser ties Y to what stands between."""
    for verb in sentence.words:
        if not is_verb(verb) or key_of(verb) not in SELL:
            continue
        frame = verb_frame(verb)
        if frame.get("to"):
            continue
        things = [t for t in frame.get("patient") for t in (t, *t.subtree) if t.i > verb.i and t.dep_ == "appos"]
        heads = [t for a in things for t in a.subtree if t.dep_ == "pobj" and t.head.lower_ == "to"]
        if not heads:
            continue
        # The "to" stands after a comma: else it is part of the description, as in "a supplier to Acme".
        heads = [t for t in heads if sentence.passage.doc[t.head.i - 1].text == ","]
        sold = first_filled(sentence, frame, ("patient",), "O", metonyms=False)
        for buyer in fillers(sentence.scene, sentence.passage.index, heads[:1], "PO", metonyms=False):
            yield from (
                Candidate("acquired", "sale", sentence, buyer, firm, verb.i)
                for firm in sold[:1]
                if firm.entity != buyer.entity
            )
