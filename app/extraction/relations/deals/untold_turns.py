"""Turns of phrase that name a backer, holder or bidder and leave the company unsaid: "an investor since 2017"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from app.extraction.relations.context.dealt_in import Told, company_dealt_in, is_about_part, says_already, tied
from app.extraction.relations.context.unresolved import SURE
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.for_sale import for_sale, tied_to
from app.extraction.relations.deals.owner_turns import OWNER_TURNS
from app.extraction.relations.deals.passing_turns import PASSING_TURNS
from app.extraction.relations.deals.rounds import investing, with_round
from app.extraction.relations.deals.stakes import owned_whole
from app.extraction.relations.deals.turns import Turn
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.owners import bears_its_name
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.sentences import Sentence
from app.model import Phase

TURNS = {**PASSING_TURNS, **OWNER_TURNS}
# A doer may be told by land or town: "Tarn of Norway has looked at the books".
_TEMPLATES = {
    name: turn.template.replace("{OP:s},?", "{OP:s}(?: (?:of|from) {L})?,?").replace(
        "{OP+:s},?", "{OP+:s}(?: (?:of|from) {L})?,?"
    )
    for name, turn in TURNS.items()
}
# Where a deal, money or shares are spoken of: elsewhere "the lead was X" is about a race.
_DEALING = re.compile(
    r"\b(?:sale|sell\w*|sold|bids?|bidders?|offers?|stakes?|shares|sharehold\w+|owners?|owned|proprietors?|"
    r"invest\w*|backers?|"
    r"rounds?|"
    r"rais(?:ed?|ing)|fund(?:s|ing)?|takeover|buyers?|acqui\w+|bought|buy\w*|merger|deal|auction|equity|venture|"
    r"series)\b",
    re.IGNORECASE,
)
_HALF = Decimal(50)
_KNOWN = frozenset({"investedIn", "acquired", "ownsStakeIn"})


def untold_turns(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """What these turns say of the company that has been spoken of."""
    matches = list(find(sentence, _TEMPLATES))
    near = (sentence, *sentence.scene.previous(sentence, 2)) if matches else ()
    if not any(_DEALING.search(s.code) for s in near):
        return
    said: set[tuple[str, str]] = set()
    for name, found in matches:
        turn = TURNS[name]
        for candidate in _told_by(sentence, turn, found):
            key = (candidate.relation, candidate.subject.entity)
            if key in said or says_already(candidate, told, frozenset({turn.relation})):
                continue
            if turn.relation == "acquired" and is_about_part(sentence, found.trigger):
                continue
            offered = for_sale(candidate) if turn.relation == "acquired" else None
            if offered is not None:
                said.add(key)
                if offered.company is not None:
                    yield from _all(_whole(tied_to(candidate, offered), turn))
                continue
            # Whoever sells a share has it in another company.
            others = [m for group in ("s", "q", "w") for m in found.mentions(group)]
            company = company_dealt_in(candidate, others, told, SURE if name in OWNER_TURNS else 0.0)
            if company is None or bears_its_name(sentence, candidate.subject, company[0]):
                continue
            said.add(key)
            yield from _all(_whole(tied(candidate, *company), turn))


def _told_by(sentence: Sentence, turn: Turn, found: Found) -> Iterator[Candidate]:
    rule = {"investedIn": "round part", "ownsStakeIn": "stake", "acquired": "bid" if turn.sought else "acquisition"}
    kind = Kind.STATE if turn.relation == "ownsStakeIn" else Kind.EVENT
    doers = [*investing(sentence, found), *found.mentions("q")]
    for doer in doers:
        yield Candidate(turn.relation, rule[turn.relation], sentence, doer, None, found.trigger, kind)


def _all(deal: Candidate) -> Iterator[Candidate]:
    """The deal; who buys a share has it from then on."""
    yield deal
    if deal.relation == "investedIn" and "percent" in deal.details and not deal.negated and not deal.possible:
        share = deal.details["percent"]
        yield replace(deal, relation="ownsStakeIn", rule="stake", kind=Kind.EVENT, details={}).with_details(
            percent=share
        )


def _whole(deal: Candidate, turn: Turn) -> Candidate:
    """The deal with its amounts and its fate."""
    if turn.relation == "ownsStakeIn":
        phase = Phase.ENDED if turn.ended else Phase.ONGOING
        share = with_amounts(deal).details.get("percent")
        return owned_whole(replace(deal, phase=phase, presupposed=not turn.ended).with_details(percent=share))
    if turn.refused:
        return replace(deal, negated=True, phase=Phase.PLANNED)
    measured = fated(with_amounts(deal))
    if turn.sought:
        return measured if measured.negated else replace(measured, possible=True, phase=Phase.CONSIDERED)
    if measured.phase is None and measured.sentence.passage.doc[measured.trigger].pos_ == "NOUN" and _is_to_come(deal):
        measured = replace(measured, phase=Phase.PLANNED)
    share = measured.details.get("percent")
    if turn.relation == "investedIn" and share is not None and Decimal(share.value) > _HALF:
        return replace(measured, relation="acquired", rule="acquisition")
    if turn.relation == "acquired" and share is not None and Decimal(share.value) <= _HALF:
        return replace(measured, relation="investedIn", rule="part bought")
    return with_round(measured)


def _is_to_come(deal: Candidate) -> bool:
    """Whether the sentences around "the buyer" speak of a deal that is only agreed on."""
    near = (deal.sentence, *deal.sentence.scene.previous(deal.sentence, 2))
    return deal.relation == "acquired" and any(_AGREED.search(s.code) for s in near)


_AGREED = re.compile(r"\b(?:agreed|agreement|will|expected|plans?|planned|subject to|is to|are to)\b", re.IGNORECASE)
