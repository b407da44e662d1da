"""Lists of companies that somebody has bought, backed or owns: "has backed 30 start-ups, among them A and B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.stakes import owned_whole
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import verb_frame
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import first_filled
from app.extraction.relations.reading.sentences import Sentence

_FIRMS = (
    r"(?:companies|firms|businesses|rivals|competitors|start-?ups|chains|makers|manufacturers|groups|labels|publishers|"
    r"breweries|banks|retailers|ventures|operators|suppliers|clinics|agencies|studios)"
)
_WORDS = r"(?:(?:(?!and |or |to |for |from |by )[\w'-]+|{C}|{L}) ){0,6}?"
_SINCE = r"(?: (?:in|since|over|from|during|across) (?:(?!{O})[^,;.:]){1,30})?"
_OPENER = r"(?:,? among them|,? among which are|,? including|,? such as|,? notably|,? namely|:)"
# After a bare comma the names must be as many as was said.
_COUNTED = r"(?:two|both|three|four) "
_TO = {
    "acquired": r"bought|acquired|purchased|taken over|took over|snapped up|swallowed|absorbed",
    "investedIn": r"backed|backs|funded|invested in|invests in|financed|seeded",
    "ownsStakeIn": r"owns|owned|holds stakes in|owns stakes in|controls|has stakes in",
}
_NAMED: Mapping[str, str] = {
    relation: rf"(?P<t>{verbs}) {_WORDS}{_FIRMS}{_SINCE}(?P<open>{_OPENER}) " for relation, verbs in _TO.items()
}
_LISTED: Mapping[str, str] = {
    relation: rf"(?P<t>{verbs}) {_COUNTED}{_WORDS}{_FIRMS}(?P<comma>,) " for relation, verbs in _TO.items()
}
_DEALS: Mapping[str, str] = {
    "acquired": rf"(?P<t>completed|made|did|struck|closed) {_WORDS}(?:acquisitions|purchases|takeovers){_SINCE}"
    rf"(?P<open>{_OPENER}) ",
    "investedIn": rf"(?P<t>made) {_WORDS}investments{_SINCE}(?P<open>{_OPENER}) ",
}
_ONLY = {
    "only holding": (
        r"{O:s}'s (?:only|sole|other|main|biggest|largest) (?:[\w-]+ )?(?P<t>holding|investment|portfolio company) "
        r"(?:here )?(?:is|was) {DESC}{O:o}"
    )
}
# What may stand between two names of a list: "A in 2019, the bakery B", "A and a maker of pizzas, B".
_BETWEEN = re.compile(r"(?: (?:in|\() ?| ?\))?(?:,| and|,? as well as|,? plus)+(?: (?!and)[a-z][\w'-]*,?){0,6} ?")
_SLOT = re.compile("\ue000([A-Z])(\\d+)\ue002?\ue001")


def portfolios(sentence: Sentence) -> Iterator[Candidate]:
    """What each of these lists says."""
    if "O" not in sentence.letters:
        return
    for templates in (_NAMED, _LISTED, _DEALS):
        for relation, found in find(sentence, templates):
            yield from _each(sentence, relation, found)
    for _, found in find(sentence, _ONLY):
        for holder in found.mentions("s"):
            for firm in found.mentions("o"):
                if firm.entity != holder.entity:
                    yield Candidate("ownsStakeIn", "stake", sentence, holder, firm, found.trigger, Kind.STATE)


def _each(sentence: Sentence, relation: str, found: Found) -> Iterator[Candidate]:
    verb = sentence.passage.doc[found.trigger]
    frame = verb_frame(verb)
    if not is_verb(verb) or frame.passive:
        return
    firms = list(_members(sentence, found.match.end()))
    if found.has("comma") and len(firms) < 2:
        return
    holds = relation == "ownsStakeIn"
    rule = {"acquired": "acquisition", "investedIn": "investor list", "ownsStakeIn": "stake"}[relation]
    for doer in first_filled(sentence, frame, ("agent",), "PO", metonyms=False):
        for firm in firms:
            if firm.entity == doer.entity:
                continue
            kind = Kind.STATE if holds else Kind.EVENT
            told = Candidate(relation, rule, sentence, doer, firm, verb.i, kind, timed=holds)
            yield owned_whole(told) if holds and "stake" not in found.text("t") else fated(told)


def _members(sentence: Sentence, position: int) -> Iterator[FoundMention]:
    """The firms of the list that starts there; times and places between them are passed over."""
    code, at, first = sentence.code, position, True
    for slot in _SLOT.finditer(code, position):
        between = code[at : slot.start()]
        lead = re.fullmatch(r"(?:(?:the|an?) )?(?:[a-z][\w'-]* ){0,4}", between) if first else None
        beside = slot[1] in "TLM" and re.fullmatch(r"(?: in | \(|, |'s | of | for | ?)", between)
        if not (lead or beside or _BETWEEN.fullmatch(between)):
            return
        filler = sentence.slots[int(slot[2])].filler
        if slot[1] == "O" and isinstance(filler, FoundMention):
            yield filler
            first = False
        elif slot[1] not in "TLM":
            return
        at = slot.end()
