"""Funding rounds: who raised from whom, who led, who took part; over several sentences where the text tells it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.lines import OPEN
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import money_detail
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundMoney

if TYPE_CHECKING:
    from spacy.tokens import Token

# A "Series A investor" takes part in rounds of other names as well.
ROUND = (
    r"(?P<round>(?-i:Series [A-H]\d?\b|Pre-[Ss]eed|[Ss]eed)(?: (?:funding )?round)?)"
    r"(?! (?:lead|investor|backer|shareholder|participant)s?\b)"
)
_ROUND = {"round": ROUND}
_ROUND_WORDS = r"(?: funding)?(?: round)?$"
ROUND_NOUN = (
    r"(?:(?:funding |financing |investment |seed |fundraising )?rounds?|(?-i:Series [A-H]\d?\b)|funding|financing|"
    r"fundraising|fund-?raise|raise|capital increase)"
)
_RAISING = (
    r"(?P<t>raised|raises|raise|raising|secured|secures|secure|securing|receiving|attracting|landing|received|receives|landed|lands|closed|closes|bagged|"
    r"bags|won|attracted|attracts|obtained|got|netted|banked|collected|scored|snagged|nabbed|garnered|emerged|launched|"
    r"came out|pulled in|picked up|took in|takes in|drew|taken|took|takes|accepted)"
)
# What comes "from" somebody and is no investment.
_NO_MONEY = (
    r""
    r"contracts?|orders?|loans?|grants?|damages|fines?|settlements?|awards?|payments?|revenues?|subsid\w+|mandates?|bail"
)
_WITHIN = rf"(?:(?!{{O}}(?!'s)|\b(?:{_NO_MONEY})\b)[^.;])"
_CAPITAL = r"(?:{M}|funding|funds|financing|investments?|capital|money|backing|cash|rounds?)"
_RAISED = {
    "raised from": (
        rf"{{O:o}}(?: (?:of|in|from) {{LO}})?(?:, (?:(?!{{O}})[^.;]){{3,140}}?,)?,? "
        rf"(?:(?!where|when|while|they\b|he\b|she\b)[\w'-]+ ){{0,5}}{_RAISING} "
        rf"{_WITHIN}{{0,60}}?(?P<m>{_CAPITAL})"
        rf"{_WITHIN}{{0,90}}?(?P<how>from|led by|backed by) (?P<who>{{DESC}}(?:[\w-]+, )?){{OP+:s}}"
    ),
    "has money from": (
        r"{O:o}(?: (?:of|in|from) {LO})?(?:, (?:(?!{O})[^.;]){3,140}?,)?,? (?:now |also |already )?(?P<t>has|had) "
        r"(?:(?:about|nearly|some|around) )?(?P<m>{M}) (?:of (?:funding|capital|backing|money|investment) )?"
        r"(?P<how>from) (?P<who>{DESC}(?:[\w-]+, )?){OP+:s}"
    ),
    "round led by": (
        rf"{{O:o}}(?:,[^.;]{{3,120}}?,)? (?:[a-z]+ ){{0,3}}?{_RAISING.replace('?P<t>', '?:')}"
        rf"(?:(?!{{O}})[^.;]){{0,90}}?"
        rf"\b(?P<t>round|funding|financing|{ROUND})(?:(?!{{O}})[^.;]){{0,40}}?(?P<how>led "
        rf"by|co-led by|headed by|spearheaded by|anchored by) {{DESC}}{{OP+:s}}"
    ),
}
RAISED_FROM = {
    "money from": (
        rf"{_RAISING} {_WITHIN}{{0,60}}?(?P<m>{_CAPITAL})"
        rf"{_WITHIN}{{0,60}}?from (?P<who>{{DESC}}(?:[\w-]+, )?){{OP+:s}}"
    ),
    "has money from": (
        r"(?P<t>has|had) (?:(?:about|nearly|some|around|now|also|already|secured) )*{M} "
        r"(?:of (?:funding|capital|backing|money|investment) )?from (?P<who>{DESC}(?:[\w-]+, )?){OP+:s}"
    ),
}
_CHEQUE = {"cheque": r"{OP:s} (?:has |had )?(?P<t>wrote|written|cut|handed) {O:o} an? (?:[\w-]+ )?{M} (?:cheque|check)"}
_VAGUE = re.compile(r"\b(?:including|such as|like|others|investors|backers|group|among)\b", re.IGNORECASE)


def rounds(sentence: Sentence) -> Iterator[Candidate]:
    """Investments that a funding round consists of."""
    for _, found in find(sentence, _RAISED):
        if not found.ends_a_clause("o"):
            yield from _raised(sentence, found)
    for _, found in find(sentence, _CHEQUE):
        for candidate in _pairs(sentence, found.mentions("s"), found.mentions("o"), found.trigger):
            yield with_round(with_amounts(candidate))


_LENT = frozenset("grant loan subsidy credit guarantee donation aid lending mortgage overdraft".split())


def is_lent(verb: Token) -> bool:
    """Whether money is lent or given away: "contributes EUR 2m in grants", "put in €5m as a loan"."""
    own = (t for c in verb.children if c.dep_ in ("dobj", "prep", "npadvmod", "dative") for t in c.subtree)
    return any(lemma(t) in _LENT and t.pos_ == "NOUN" and t.dep_ != "compound" for t in own)


def with_round(candidate: Candidate) -> Candidate:
    """The candidate with the funding round that its sentence names."""
    named = [found for _, found in find(candidate.sentence, _ROUND)]
    found = _own(candidate, named)
    if found is None or (len(named) == 1 and _is_of_other_deal(candidate, found)):
        return candidate
    return candidate.with_details(round=_round_detail(found))


def _own(candidate: Candidate, named: list[Found]) -> Found | None:
    """Which of several rounds is the investor's: "$9m in seed funding and $40m in a Series A led by X"."""
    if len({_name_of(found) for found in named}) < 2:
        return named[0] if named else None
    places = [(found, span) for found in named if (span := found.tokens("round")) is not None]
    who, doc = candidate.subject, candidate.sentence.passage.doc
    if who.passage != candidate.sentence.passage.index:
        return None
    after = [found for found, (first, _) in places if who.end <= first]
    before = [found for found, (_, end) in places if end <= who.start]
    if candidate.trigger >= who.end:  # "X led the seed round and Y the Series A"
        return after[0] if after else None
    if after and doc[who.end].lower_ in ("in", "for", "during", "as"):  # "raised $9m from X in a seed round and"
        return after[0]
    return before[-1] if before else None


def _name_of(found: Found) -> str:
    return re.sub(_ROUND_WORDS, "", found.text("round"))


def round_named(sentence: Sentence) -> Detail | None:
    """The funding round that a sentence names."""
    named = [found for _, found in find(sentence, _ROUND)]
    if len({_name_of(found) for found in named}) != 1:
        return None
    return next((d for found in named if (d := _round_detail(found))), None)


def _is_of_other_deal(candidate: Candidate, found: Found) -> bool:
    """Whether a clause about a name tells of other money: "a Series A from X, who has invested in Y"."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    span = found.tokens("round")
    if candidate.rule == "round" or not is_verb(trigger) or trigger.dep_ not in ("relcl", "acl") or span is None:
        return False
    return span[0] not in {token.i for token in trigger.subtree}


def _round_detail(found: Found) -> Detail | None:
    span = found.span("round")
    name = re.sub(_ROUND_WORDS, "", span.text, flags=re.IGNORECASE) if span else ""
    return Detail(name.rstrip("."), span) if span else None


def _pairs(
    sentence: Sentence, investors: list[FoundMention], companies: list[FoundMention], trigger: int
) -> Iterator[Candidate]:
    for company in companies:
        for investor in investors:
            if investor.entity != company.entity:
                yield Candidate("investedIn", "round", sentence, investor, company, trigger)


def _raised(sentence: Sentence, found: Found) -> Iterator[Candidate]:
    investors = investing(sentence, found)
    led = "led" in found.text("how")
    lead = Detail("true") if led and (len(investors) == 1 or "co-led" in found.text("how")) else None
    for candidate in _pairs(sentence, investors, found.mentions("o"), found.trigger):
        if left_out(found, candidate.subject):
            continue
        led_by = None if stands_beside(found, candidate.subject) else lead
        whole = fated(with_round(candidate)).with_details(lead=led_by)
        money = next((s.filler for s in found.slots("m") if s.letter == "M"), None) if found.has("m") else None
        alone = len(investors) == 1 and _alone(found) and not _is_part(found)
        if alone and not led and isinstance(money, FoundMoney):
            # A sum raised from one investor is that investor's; of several nobody knows who gave what.
            whole = whole.with_details(**money_detail(money, sentence))
        yield whole


def _is_part(found: Found) -> bool:
    """Whether only a part of the sum is from whom it names: "$20m, half of it from X", "$9m, and $40m from X"."""
    between = found.match.string[found.match.end("m") : found.match.start("how")] if found.has("m") else ""
    return "{" in _AMOUNT.sub("{", between) or _PART.search(between) is not None


_AMOUNT = re.compile(f"{OPEN}[MC]")
_PART = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|most|some|part|parts|portion|majority|bulk|much|rest|remainder|"
    r"all but|share|fraction|including|partly|mostly|largely|mainly|chiefly|of which)\b",
    re.IGNORECASE,
)


def investing(sentence: Sentence, found: Found) -> list[FoundMention]:
    """The investors that a match names, without those who only stand behind one of them."""
    named = found.mentions("s")
    return [m for m in named if m == named[0] or not is_behind(sentence, m)]


def left_out(found: Found, investor: FoundMention) -> bool:
    """Whether it is told after the names that those beside do not take part: "with its backer X not participating"."""
    last = found.mentions("s")[-1].end
    after = found.sentence.passage.doc[last : min(found.sentence.end, last + 2)]
    return stands_beside(found, investor) and any(token.lower_ in ("not", "n't") for token in after)


def stands_beside(found: Found, investor: FoundMention) -> bool:
    """Whether a name comes after "with": of "led by A, with existing backer B" it is A that leads."""
    doc, named = found.sentence.passage.doc, found.mentions("s")
    return bool(named) and any(
        t.lower_ in ("with", "alongside") for t in doc[named[0].end : max(named[0].end, investor.start)]
    )


def is_behind(sentence: Sentence, investor: FoundMention) -> bool:
    """Whether it is only told to be behind somebody else: the B of "led by A, a fund backed by B"."""
    doc, start = sentence.passage.doc, investor.start
    return start >= 2 and doc[start - 1].lower_ == "by" and doc[start - 2].lower_ in _BEHIND


_BEHIND = frozenset("backed funded financed owned controlled founded run managed supported established".split())


def _alone(found: Found) -> bool:
    after = found.match.string[found.match.end() : found.match.end() + 25]
    return not _VAGUE.search(found.text("who")) and not re.match(
        r"(?: \([a-z -]+\))?(?:,? (?:and|with|among|as well)\b|, )", after
    )
