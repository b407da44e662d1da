"""Funding rounds: who raised from whom, who led, who took part; over several sentences where the text tells it so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import money_detail
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundMoney
from app.model import Phase, Span

_ROUND = r"(?P<round>(?-i:Series [A-H]\d?\b|Pre-[Ss]eed|[Ss]eed)(?: (?:funding )?round)?)"
_ROUND_NOUN = (
    r"(?:(?:funding |financing |investment |seed |fundraising )?rounds?|(?-i:Series [A-H]\d?\b)|funding|financing|"
    r"fundraising|fund-?raise|raise|capital increase)"
)
_RAISING = (
    r"(?P<t>raised|raises|raise|raising|secured|secures|secure|securing|receiving|attracting|landing|received|receives|landed|lands|closed|closes|bagged|"
    r"bags|won|attracted|attracts|obtained|got|netted|banked|collected|scored|snagged|nabbed|garnered|emerged|launched|"
    r"came out|pulled in|picked up|took in|takes in|drew)"
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
        rf"{{O:o}}(?:, (?:(?!{{O}})[^.;]){{3,60}}?,)?,? "
        rf"(?:(?!where|when|while|they\b|he\b|she\b)[\w'-]+ ){{0,5}}{_RAISING} "
        rf"{_WITHIN}{{0,60}}?(?P<m>{_CAPITAL})"
        rf"{_WITHIN}{{0,90}}?(?P<how>from|led by|backed by) (?P<who>{{DESC}}(?:[\w-]+, )?){{OP+:s}}"
    ),
    "round led by": (
        rf"{{O:o}}(?:,[^.;]{{3,120}}?,)? (?:[a-z]+ ){{0,3}}?{_RAISING.replace('?P<t>', '?:')}"
        rf"(?:(?!{{O}})[^.;]){{0,90}}?"
        rf"\b(?P<t>round|funding|financing|{_ROUND})(?:(?!{{O}})[^.;]){{0,40}}?(?P<how>led "
        rf"by|co-led by|headed by|spearheaded by|anchored by) {{DESC}}{{OP+:s}}"
    ),
}
# The company of a round that the text speaks of in this sentence or has just spoken of.
_RAISE = {
    "raise": (
        rf"(?<!\bof\s){{O:o}}(?:, (?:(?!{{O}})[^.;]){{3,60}}?,)?,? (?:[\w'-]+ "
        rf"){{0,3}}(?P<t>raised|secured|closed|landed|announced|received) "
        rf"(?:[^.;]{{0,60}}?)(?:{{M}}|{_ROUND})"
    ),
    "its round": rf"{{O:o}}'s (?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?(?P<t>{_ROUND_NOUN})",
    "round in": rf"(?P<t>{_ROUND_NOUN})(?: round)?(?: of {{M}})? (?:of|in|for|at|by) {{DESC}}{{O:o}}",
    "valued": r"{O:o},? (?:which )?(?:is |was |has been )?(?P<t>valued) at [^.;]{0,30}? (?:round|financing|raise)",
}
_THE_ROUND = (
    rf"(?:(?:the|an?|its|{{O}}'s|this|that)? ?(?:[\w-]+ |{{M}} |{{T}} ){{0,4}}?{_ROUND_NOUN}|the (?:deal|investment))"
)
TOOK_PART = {
    "led": (
        rf"{{OP+:s}} (?:also |jointly |had )?(?P<t>co-led|led|leads|headed|anchored)"
        rf"(?: {_THE_ROUND}\b|(?=[.,;]| and ))"
    ),
    "led by": (
        rf"{_ROUND_NOUN}(?:(?! by |{{O}} (?:led|raised))[^.;]){{0,70}}?,? (?:which )?(?:was |is |were )?(?:being )?"
        rf"(?P<t>co-led|led|anchored) (?:jointly )?by {{DESC}}{{OP+:s}}"
    ),
    "led with": (
        rf"{{OP}} (?P<t>co-led) {_THE_ROUND}\b(?: (?:of|in|for) {{O}})?,? (?:together )?(?:with|alongside) "
        rf"{{DESC}}{{OP+:s}}"
    ),
    "took part": (
        r"{OP+:s} (?:also |both |all )?(?P<t>took part|participated|joined (?:the|that) round|joined in(?! {T})|"
        r"chipped in|"
        rf"(?:contributed to|took part in|participated in|joined) {_THE_ROUND})\b"
    ),
    "so did": r"(?:took part|participated), and so(?:, [^,;.]{1,30},)? did {DESC}{OP:s}",
    "participation": (
        r"(?P<t>participation|contributions?|backing|money|cheques?|checks?) (?:also )?(?:came "
        r")?(?:from|by|of) (?:both )?"
        r"{DESC}{OP+:s}"
    ),
    "joined by": rf"{_ROUND_NOUN}(?:(?! by )[^.;]){{0,60}}?,? (?P<t>joined|accompanied) by {{DESC}}{{OP+:s}}",
    "with x taking part": (
        r"with {DESC}{OP+:s} (?:also )?(?P<t>participating|taking part|joining|chipping "
        r"in|contributing)"
    ),
    "existing": (
        r"(?P<t>existing|returning|previous|earlier|new|other) "
        r"(?:investors?|backers?|shareholders?)(?: include[sd]?| were|,)? "
        r"{DESC}{OP+:s}"
    ),
}
_LEADING = ("led", "led by", "led with")
_OUT = {
    "out": (
        rf"{{OP:s}} (?:has |have |had )?(?P<t>pulled out of|withdrew from|backed out of|walked "
        rf"away from|sat out|skipped) "
        rf"{_THE_ROUND}\b"
    )
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
    yield from _parts(sentence)


def with_round(candidate: Candidate) -> Candidate:
    """The candidate with the funding round that its sentence names."""
    found = next(find(candidate.sentence, {"round": _ROUND}), None)
    if found is None or _is_of_other_deal(candidate, found[1]):
        return candidate
    return candidate.with_details(round=_round_detail(found[1]))


def round_named(sentence: Sentence) -> Detail | None:
    """The funding round that a sentence names."""
    return next((d for _, found in find(sentence, {"round": _ROUND}) if (d := _round_detail(found))), None)


def _is_of_other_deal(candidate: Candidate, found: Found) -> bool:
    """Whether a clause about a name tells of other money: "a Series A from X, who has invested in Y"."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    span = found.tokens("round")
    if candidate.rule == "round" or not is_verb(trigger) or trigger.dep_ not in ("relcl", "acl") or span is None:
        return False
    return span[0] not in {token.i for token in trigger.subtree}


def _round_detail(found: Found) -> Detail | None:
    span = found.span("round")
    name = re.sub(r"(?: funding)?(?: round)?$", "", span.text, flags=re.IGNORECASE) if span else ""
    return Detail(name, span) if span else None


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
        whole = fated(with_round(candidate)).with_details(lead=lead)
        money = next((s.filler for s in found.slots("m") if s.letter == "M"), None) if found.has("m") else None
        if len(investors) == 1 and not led and isinstance(money, FoundMoney) and _alone(found):
            # A sum raised from one investor is that investor's; of several nobody knows who gave what.
            whole = whole.with_details(**money_detail(money, sentence))
        yield whole


def investing(sentence: Sentence, found: Found) -> list[FoundMention]:
    """The investors that a match names, without those who only stand behind one of them."""
    named = found.mentions("s")
    return [m for m in named if m == named[0] or not is_behind(sentence, m)]


def is_behind(sentence: Sentence, investor: FoundMention) -> bool:
    """Whether it is only told to be behind somebody else: the B of "led by A, a fund backed by B"."""
    doc, start = sentence.passage.doc, investor.start
    return start >= 2 and doc[start - 1].lower_ == "by" and doc[start - 2].lower_ in _BEHIND


_BEHIND = frozenset("backed funded financed owned controlled founded run managed supported established".split())


def _alone(found: Found) -> bool:
    after = found.match.string[found.match.end() : found.match.end() + 25]
    return not _VAGUE.search(found.text("who")) and not re.match(r",? (?:and|with|among|as well)\b|, ", after)


def _parts(sentence: Sentence) -> Iterator[Candidate]:
    """Who led, who took part, who stayed away: of the round of this sentence or of the one before."""
    matches = [*find(sentence, TOOK_PART), *find(sentence, _OUT)]
    if not matches:
        return
    told = _round_told(sentence)
    if told is None:
        return
    company, ties, earlier = told
    for name, found in matches:
        for investor in investing(sentence, found):
            if investor.entity == company.entity:
                continue
            candidate = Candidate("investedIn", "round part", sentence, investor, company, found.trigger, ties=ties)
            if name == "out":
                candidate = replace(candidate, negated=True, phase=Phase.PLANNED)
            lead = Detail("true") if name in _LEADING else None
            yield with_round(candidate.with_details(round=earlier, lead=lead))


def _round_told(sentence: Sentence) -> tuple[FoundMention, tuple[Span, ...], Detail | None] | None:
    """The company whose round is spoken of, the sentence that tells it where it is another, and the round's name."""
    for told in (sentence, *sentence.scene.previous(sentence, 2)):
        found = next((f for _, f in find(told, _RAISE) if f.mentions("o") and not f.ends_a_clause("o")), None)
        if found is None:
            continue
        company = found.mentions("o")[0]
        earlier = round_named(told)
        if told is sentence:
            return company, (), earlier
        tie = told.raw(company.start, company.end)
        return replace(company, ties=(*company.ties, tie)), (told.span,), earlier
    return None
