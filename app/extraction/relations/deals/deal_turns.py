"""Turns of phrase by which shares and companies change hands: "wrote X's first cheque", "X went to Y for $95m"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.rounds import with_round
from app.extraction.relations.deals.stakes import owned_whole
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import governing_verb, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

# A clause at the end of a description is said of the name before it, whatever the parser ties it to.
_WHO = (
    r"(?<!\bin\s)(?<!\bfrom\s){O:s}(?: (?:of|in|from) {L})?, (?:an?|the|one of the) "
    r"(?:(?!{O}|{P})[^,;.]){3,90}? (?:that|which|who) "
    r"(?:has |had |have |already |also |now |still |later |once |recently |first )*"
)
_NAMED = r"{PLAIN}{O:o}(?!'s)"
_BOUGHT = {
    "paid for it": (
        r"{OP:s}(?:, of {L},)? (?:has |had )?(?:also |later |then )?(?P<t>paid) (?:about |some |nearly |around )?{M} "
        r"for {O:o}(?=$|[.,;]| in | and | last | two years| three years)"
    ),
    "contact clause": (
        r"{O:o}, (?:an?|the) (?:(?!{O}|{P}|that\b|which\b|who\b)[^,;.]){3,50}? {O:s} (?:had |has |later |also )*"
        r"(?P<t>bought|acquired|purchased|took over|snapped up|swallowed|absorbed)"
        r"(?=[.,;]|$| (?:in|for|from|last|early|late|a|two|three|four|five|ten) | {T}| {M})"
    ),
    "described buyer": _WHO + rf"(?P<t>bought|acquired|purchased|took over|snapped up|swallowed) {_NAMED}",
}
_PROPERTY = {
    "property": (
        r"{O:o} (?:has been|have been|had been|is|was|became|remains) (?:now )?the (?P<t>property) of {DESC}{OP:s}"
    )
}
_CONTROLS = {"described owner": _WHO + rf"(?P<t>controls|controlled|controlling) {_NAMED}"}
_OWNS = {
    "described whole owner": _WHO + rf"(?P<t>owns|owned) {_NAMED}(?! brand)",
    "in its hands": (
        r"{O:o},? (?:which )?(?:is |was |has been |had been )?(?:now |still |since {T} )*"
        r"(?P<t>in the hands of|in the ownership of|"
        r"under the ownership of) (?:the )?{PLAIN}{OP:s}(?!'s)"
    ),
}
_MONEY = {
    "described backer": _WHO
    + rf"(?P<t>backs|backed|funded|financed|bankrolled|seeded|invested in|put money into|bought into) {_NAMED}",
    "described cheque": _WHO + r"(?P<t>wrote|signed|cut) {O:o}'s (?:[\w-]+ ){0,2}(?:cheque|check)\b",
    "cheque": (
        r"{OP:s}(?:, (?:who|which))? (?:has |had )?"
        r"(?P<t>wrote|written|signed|cut) {O:o}'s (?:very )?(?:first|biggest|largest|earliest|"
        r"second|next|last) (?:cheque|check)\b"
    ),
}
_BUYOUT = {
    "money for a buyout": (
        r"{O:o},? (?:which )?(?:was|were|has been|had been) (?P<t>bought out|bought|acquired)"
        r"(?: by {O}'s [a-z]+)?(?: (?:(?!{O}|{P}| and )[^,;.]){2,60}?)? "
        r"(?:with {M} (?:of [a-z]+ )?from|with (?:the )?(?:backing|support|money|funding) (?:of|from)|backed by|"
        r"funded by|financed by) {DESC}{OP+:s}(?!'s)"
    ),
    "backed buyout": (
        r"(?P<t>buyout|buy-out|MBO) of {O:o}[^,;.]{0,40}?,? (?:backed|funded|financed) by {DESC}{OP+:s}(?!'s)"
    ),
}
_TALKS = {
    "talks about a round": (
        r"(?P<t>talks|conversations|discussions|negotiations)(?: (?!with)[a-z]+){0,2} with {DESC}{OP+:s} "
        r"(?:about|over|on|regarding) (?:an? |the |its |leading )*(?:[\w-]+ |{M} ){0,3}"
        r"(?:round|investment|funding|financing|raise|fundraising|capital increase)"
    ),
    "talks to raise": (
        r"(?P<t>talks|discussions|negotiations) with (?:[a-z]+ ){0,2}(?:investors (?:including|such as) |including )?"
        r"{DESC}{OP+:s} to raise "
    ),
}
_TERMS = {
    "term sheet": (
        r"{O:o} (?:has|had|holds|signed|received|accepted|got) (?:an? )?(?:[\w-]+ ){0,2}(?P<t>term sheet) from "
        r"{DESC}{OP:s}"
    )
}
_SOLD = {
    "part sold": (
        r"(?P<t>sell|sells|sold|selling) (?:off )?(?:(?:about|around|nearly|roughly|some|up to|another|a further|an?|"
        r"its|the|his|her) )*{C} (?:(?:stake|holding|shareholding|interest|of|in) )+{DESC}{O:o} to {DESC}{OP:s}"
    )
}
_PASS = words("go pass fall")
_HALF = Decimal(50)


def deal_turns(sentence: Sentence) -> Iterator[Candidate]:
    """Purchases, investments and stakes that set phrases tell."""
    if "O2" not in sentence.letters and not {"O", "P"} <= sentence.letters:
        return
    for told in (*_by_surface(sentence), *_gone_to(sentence)):
        if isinstance(told.object, type(told.subject)) and told.subject.entity != told.object_entity:
            whole = with_amounts(told)
            percent = whole.details.get("percent")
            most = told.rule == "sale" and percent is not None and Decimal(percent.value) > _HALF
            yield replace(whole, relation="acquired") if most else whole


def _by_surface(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _BOUGHT):
        yield from (fated(deal) for deal in _pairs(sentence, found, "acquired", "acquisition"))
    for _, found in (*find(sentence, _CONTROLS), *find(sentence, _PROPERTY)):
        yield from _pairs(sentence, found, "ownsStakeIn", "stake", Kind.STATE)
    for _, found in find(sentence, _OWNS):
        yield from map(owned_whole, _pairs(sentence, found, "ownsStakeIn", "stake", Kind.STATE))
    for _, found in find(sentence, _MONEY):
        yield from (fated(deal) for deal in _pairs(sentence, found, "investedIn", "investment"))
    for _, found in find(sentence, _BUYOUT):
        for backer in found.mentions("s"):
            for obj in found.mentions("o")[:1]:
                yield fated(Candidate("investedIn", "investment", sentence, backer, obj, found.trigger))
    for _, found in find(sentence, _TALKS):
        yield from _talked_of(sentence, found)
    for _, found in find(sentence, _TERMS):
        for deal in _pairs(sentence, found, "investedIn", "investment"):
            yield replace(deal, phase=Phase.PLANNED)
    for _, found in find(sentence, _SOLD):
        yield from (fated(deal) for deal in _pairs(sentence, found, "investedIn", "sale"))


def _talked_of(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    """Those who are only spoken to about money, and for whom: whoever the talks are told of."""
    noun = sentence.passage.doc[found.trigger]
    firms = fillers(sentence.scene, sentence.passage.index, list(_talkers(noun)), "O", metonyms=False)
    for investor in found.mentions("s"):
        for firm in firms[:1]:
            told = Candidate("investedIn", "round part", sentence, investor, firm, found.trigger, possible=True)
            yield fated(with_round(replace(told, phase=Phase.CONSIDERED)))


def _talkers(noun: Token) -> Iterator[Token]:
    """As in "is in talks", "has held conversations"."""
    verb = governing_verb(noun)
    if verb is not None:
        yield from subjects_of(verb)


def _pairs(sentence: Sentence, found: Found, relation: str, rule: str, kind: Kind = Kind.EVENT) -> Iterator[Candidate]:
    for subject in found.mentions("s")[:1]:
        for obj in found.mentions("o")[:1]:
            yield Candidate(relation, rule, sentence, subject, obj, found.trigger, kind)


def _gone_to(sentence: Sentence) -> Iterator[Candidate]:
    """As in "Axon went to Otsuru in 2023 for A$95 million": who pays for what goes to it has bought it."""
    if "M" not in sentence.letters:
        return
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _PASS:
            continue
        frame = verb_frame(verb)
        if not any(s.letter == "M" and s.start <= t.i < s.end for t in frame.get("for") for s in sentence.slots):
            continue
        sold = first_filled(sentence, frame, ("agent",), "O", metonyms=False)
        for buyer in first_filled(sentence, frame, ("to",), "PO", skip=sold, metonyms=False)[:1]:
            for company in sold[:1]:
                yield fated(Candidate("acquired", "sale", sentence, buyer, company, verb.i))
