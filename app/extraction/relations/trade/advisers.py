"""Who advises, underwrites or draws up plans for a firm: "X is arranging the sale", "Y advised the seller"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.context.trade_topic import is_far_pronoun, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import untold

_IS = r"(?:is |are |was |were |has been |have been |had |has |have |also |now |been )*"
_ADVISES = r"(?P<t>advis(?:ed|ing|es|e)|acted for|acting for|acts for|represent(?:ed|ing|s)|worked for|working for)"
_SIDE = (
    r"the (?P<r>sellers?|buyers?|purchasers?|acquirers?|bidders?|acquiring company|selling (?:company|shareholders))"
)
_END = r"(?=[.,;:)]| (?:on|in|over|as|and|while|with|during)\b|$)"
_ISSUE = (
    r"(?:sale|disposal|offering|listing|flotation|float|issue|placing|placement|auction|IPO|share sale|rights issue|"
    r"bond|bonds|financing|fundraising|capital increase|refinancing|restructuring)"
)
_RUNS = (
    r"(?P<t>arranging|underwriting|managing|running|handling|coordinating|co-ordinating|organising|organizing|"
    r"bookrunning|arranged|underwrote|managed|handled|coordinated|conducting|overseeing)"
)
_POST = (
    r"(?P<t>underwriters?|bookrunners?|book-runners?|arrangers?|administrators?|liquidators?|receivers?|"
    r"coordinators?|co-ordinators?|bankers?)"
)
_PLAN = (
    r"(?:plans?|scheme|proposals?|blueprint|shortlist|short-list|list of candidates|list|strategy|turnaround|"
    r"reorganisation|reorganization|restructuring|document|report)"
)
_DRAWN = r"(?:drew up|drawn up|devised|drafted|designed|worked out|prepared|put together)"
_TOLD = {
    "advised the other side": rf"{{O+:v}},? {_IS}{_ADVISES} {_SIDE}{_END}",
    # "X advised A and Y the seller": what follows the second name is whom that one advised.
    "and another the other": (
        rf"{_ADVISES} {{O}}(?:,|;|,? and|,? while) {{O:v}} (?:for )?(?:{_SIDE}|(?:for )?{{O:c}}){_END}"
    ),
    "is advising": (
        rf"{{O+:v}},? (?:is|are|was|were) (?:also )?(?P<t>advising)(?: on (?:it|(?:the|this) {_ISSUE}))?(?=[.,;]|$)"
    ),
    "arranges the sale": rf"{{O+:v}},? {_IS}{_RUNS} (?P<i>(?:the|its|this) (?:[\w-]+ )?{_ISSUE}){_END}",
    "is the underwriter": (
        rf"{{O+:v}},? (?:is|are|was|were) (?:the |its )?(?:(?:lead|joint|sole|global) )*{_POST}{_END}"
    ),
    "the underwriter is": (
        rf"\bthe (?:(?:lead|joint|sole|global|court-appointed) )*{_POST}(?:,| is| are| was| were) {{O+:v}}"
    ),
    "drew up the plan": (
        rf"{{O:v}}(?:, (?:the|an?) (?:[\w-]+ ){{0,3}}(?:consultanc(?:y|ies)|consultants?|advisers?|firm),?)?"
        rf"(?: who| which)? (?:has |have |had )?(?P<t>{_DRAWN}) "
        rf"(?:the|a|its|this|that) (?:[\w-]+ )?{_PLAN}{_END}"
    ),
    "paid for the plan": (
        rf"{{O:v}} (?:was|were|has been|had been|got) (?P<t>paid) {{M}} for (?:the|its|that|this) (?:[\w-]+ )?{_PLAN}"
    ),
    "plan drawn up by": (
        rf"\b(?:the|a|this) (?:[\w-]+ )?{_PLAN},? (?:which was |was |that was )?(?P<t>{_DRAWN}) by "
        r"(?:(?:the )?(?:consultanc(?:y|ies)|consultants?|advisers?|head-?hunters?)(?: at)? )?{O:v}"
    ),
    "has been called in": (
        rf"{{O:v}} (?:has been|have been|was|were) (?P<t>called in|brought in|appointed) as "
        rf"{_POST.replace('?P<t>', '?:')}"
    ),
}
_BUYS = words("buy acquire purchase take_over snap_up")
_SELLS = words("sell list float auction")


def advisers(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Advisers, underwriters and administrators of firms, where no other rule has found them in the sentence."""
    if "O" in sentence.letters and not sentence.is_heading:
        told = (c for c in known if c.relation in ("supplies", "unitOf", "acquired"))
        yield from untold(_told(sentence), told)


def _told(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _TOLD):
        vendors = [
            m
            for m in found.mentions("v")
            if sentence.scene.type_of(m) == "Company" and m.kind is MentionKind.NAME and not is_far_pronoun(sentence, m)
        ]
        for client in _clients(sentence, found, vendors):
            for vendor in vendors:
                if vendor.entity != client.entity:
                    yield Candidate("supplies", "advice", sentence, vendor, client, found.trigger, Kind.STATE)


def _clients(sentence: Sentence, found: Found, vendors: Sequence[FoundMention]) -> list[FoundMention]:
    if found.has("c"):
        return found.mentions("c")
    if found.has("r"):
        side = found.text("r")
        return _party(sentence, selling=side.startswith(("seller", "selling")))
    if found.has("i"):
        return _party(sentence, selling=True) or or_told_of(sentence, vendors[:1])
    return or_told_of(sentence, vendors[:1])


def _party(sentence: Sentence, *, selling: bool) -> list[FoundMention]:
    """The seller or the buyer of the deal that was told of last."""
    for near in (sentence, *sentence.scene.previous(sentence, 3)):
        for verb in near.words:
            sells = lemma(verb) in _SELLS
            if not is_verb(verb) or not (sells or lemma(verb) in _BUYS):
                continue
            frame = verb_frame(verb)
            acting = first_filled(near, frame, ("by",) if frame.passive else ("agent",), "O")
            other = members(near, frame, ("to",) if sells else ("from",), "O")
            found = acting if sells == selling else other
            if found:
                return found[:1]
    return []
