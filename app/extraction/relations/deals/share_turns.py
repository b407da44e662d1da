"""Shares told in passing, mostly of a company that is named elsewhere: "Tarn, with 19%," "trimmed its stake to 7%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import percent_detail, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.values.money import FoundPercent
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_STAKE = r"(?:stake|holding|shareholding|interest|position)"
_ABOUT = (
    r"(?:about |around |roughly |nearly |almost |some |just over |just under |more than |over |a further |another )?"
)
_OWN = r"(?P<v>owns?|owned|holds?|held|has|have|had|controls?|controlled)"
_HELPERS = (
    r"(?:,? (?:(?:an?|the) (?:(?!{O}|{P})[^,.;]){3,50} that )?"
    r"(?:(?:which|who|has|have|had|also|since|recently|last {T}|then|later|this {T}) )*|,? )"
)
_SAID = {
    "changed its stake": (
        rf"{{OP:s}}(?:, (?:(?!{{O}})[^.;,]){{3,60}},)?{_HELPERS}(?P<t>cut|trimmed|reduced|lowered|pared|raised|"
        rf"increased|lifted|boosted|built up|upped|doubled|halved) {{OP:w}}'s (?:remaining |own )?{_STAKE} "
        rf"(?:in {{DESC}}{{O:o}} )?(?:from {{C}} )?to {_ABOUT}{{C:c}}"
    ),
    "disclosed a stake": (
        rf"{{OP:s}}(?:, (?:(?!{{O}})[^.;,]){{3,60}},)?{_HELPERS}(?P<t>disclosed|revealed|declared|reported|amassed|"
        rf"accumulated|built up|built|sits on|is sitting on) (?:an? |{{OP:w}}'s )?{_ABOUT}"
        rf"(?:{{C:c}}(?: {_STAKE}|(?= over |[,.;]|$| in {{T}}| since ))|{_STAKE} of {_ABOUT}{{C:d}})"
        r"(?: (?:in|of) {DESC}{O:o}|(?! (?:in|of) (?!the company|\ue000T)))"
    ),
}
# Said of a share only where the text speaks of who owns what.
_BESIDE = {
    "with a share": (
        rf"{{OP:s}},? (?P<t>with) (?:a |its |the (?:other|remaining) )?{_ABOUT}{{C:c}}"
        rf"(?: of (?:the|its) shares| {_STAKE})?(?=,)"
    ),
    "and b the other": (
        rf"\b{_OWN} {_ABOUT}{{C}}(?: (?:of|in) (?:(?!{{C}})[^.;,]){{1,50}}?)?(?:,? and|,? while|,|;) "
        rf"(?P<t>{{DESC}}{{OP:s}}) (?:(?:with|on|at|has|holds|owns) )?{_ABOUT}{{C:c}}(?=[.,;]|$| and )"
    ),
    "against": (
        rf"(?P<t>against|compared with|to|as against) {_ABOUT}{{C:c}} (?:with|for|held by|in the hands of|owned by) "
        r"(?:the )?{DESC}{OP:s}"
    ),
}
_OWNERSHIP = re.compile(
    r"\b(?:shareholders?|shareholding|stakes?|shares|owners?|owns?|owned|investors?|backers?|family|holds?|founders?)\b",
    re.IGNORECASE,
)
_REACH = 3


def share_turns(sentence: Sentence, told: Told) -> Iterator[tuple[Candidate, Token]]:
    """Each share with the word that tells it."""
    if "C" not in sentence.letters:
        return
    doc = sentence.passage.doc
    for found in _found(sentence):
        share = found.amount("c") or found.amount("d")
        for holder in found.mentions("s")[:1]:
            own = [m for m in found.mentions("w") if m.entity != holder.entity]
            if own or not isinstance(share, FoundPercent) or _is_market_share(found):
                continue
            company = next(iter(found.mentions("o")), None) or _same_company(sentence, found, holder, told)
            stake = Candidate("ownsStakeIn", "stake", sentence, holder, company, _trigger(found), Kind.STATE)
            stake = stake.with_details(percent=percent_detail(share, sentence))
            yield _ongoing(stake), doc[sentence.token_at(found.match.start("c" if found.has("c") else "d"))]


def _ongoing(stake: Candidate) -> Candidate:
    """What somebody has cut or raised a share to is what he holds."""
    return replace(stake, phase=Phase.ONGOING)


def _found(sentence: Sentence) -> Iterator[Found]:
    yield from (found for _, found in find(sentence, _SAID))
    near = (sentence, *sentence.scene.previous(sentence, _REACH))
    if any(_OWNERSHIP.search(s.code) for s in near):
        yield from (found for _, found in find(sentence, _BESIDE))


def _trigger(found: Found) -> int:
    """The verb that tells the share; of "A holds 3% and B 2%" the verb of both."""
    return found.sentence.token_at(found.match.start("v")) if found.has("v") else found.trigger


def _is_market_share(found: Found) -> bool:
    """As in "Tarn, with 19% of the market,"."""
    after = found.match.string[found.match.end() : found.match.end() + 30]
    return re.match(r" (?:of|in) (?:the |its )?(?:[a-z]+ )?(?:market|sales|vote|turnover|seats)", after) is not None


def _same_company(sentence: Sentence, found: Found, holder: FoundMention, told: Told) -> FoundMention | None:
    """Of "A holds 34% of X and B 11%": X."""
    held = [
        c for c in told.here if c.relation == "ownsStakeIn" and holder.entity not in (c.subject.entity, c.object_entity)
    ]
    firms = {c.object_entity: c.object for c in held if c.trigger <= sentence.token_at(found.match.end() - 1)}
    firm = next(iter(firms.values())) if len(firms) == 1 else None
    return firm if isinstance(firm, FoundMention) else None


_HOLDER = words("shareholder stockholder co-owner")
_BE = words("be remain become stay")


def named_holders(sentence: Sentence) -> Iterator[tuple[Candidate, Token]]:
    """As in "Tarn is the largest outside shareholder, with 4.2%", "remains a shareholder"."""
    for noun in sentence.words:
        if lemma(noun) not in _HOLDER or noun.tag_ != "NN":
            continue
        if any(c.dep_ == "poss" or (c.dep_ == "prep" and c.lower_ in ("in", "of")) for c in noun.children):
            continue
        verb = noun.head
        if noun.dep_ not in ("attr", "pobj") or (noun.dep_ == "pobj" and noun.head.lower_ != "as"):
            continue
        verb = verb.head if noun.dep_ == "pobj" else verb
        if lemma(verb) not in _BE | words("stay rank"):
            continue
        for holder in fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), "PO", metonyms=False):
            no = any(c.dep_ == "neg" or c.lower_ == "no" for c in (*verb.children, *noun.children))
            yield Candidate("ownsStakeIn", "stake", sentence, holder, None, verb.i, Kind.STATE, negated=no), noun
