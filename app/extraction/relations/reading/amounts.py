"""Which amount of money and which share a sentence gives to a deal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.frames import governing_verb
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.rules import money_detail, percent_detail
from app.extraction.relations.reading.sentences import Sentence, Slot
from app.extraction.values.money import FoundMoney, FoundPercent

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis", "ROOT"})


def with_amounts(candidate: Candidate, *, percent: bool = True) -> Candidate:
    """The candidate with the amount and the share that stand in reach of its trigger, the nearest of each."""
    sentence = candidate.sentence
    monies = [s for s in sentence.slots if s.letter == "M" and in_reach(candidate, s) and not _is_rate(sentence, s)]
    monies = [slot for slot in monies if not _is_of_latter(candidate, slot) and not _is_of_round(candidate, slot)]
    monies = [slot for slot in monies if not _is_of_next(candidate, slot) and not _is_of_item(candidate, slot)]
    shares = [
        s for s in sentence.slots if s.letter == "C" and in_reach(candidate, s) and not _is_of_other(candidate, s)
    ]
    details: dict[str, Detail | None] = {}
    chosen = _nearest(monies, candidate.trigger)
    if chosen is not None and isinstance(chosen.filler, FoundMoney):
        if _is_valuation(sentence, chosen) and not _is_price(sentence, chosen):
            own = candidate.relation == "investedIn" and not _is_valued_elsewhere(candidate, chosen)
            details["valuation"] = money_detail(chosen.filler, sentence)["amount"] if own else None
        else:
            details.update(money_detail(chosen.filler, sentence))
    if candidate.relation == "investedIn" and "valuation" not in details:
        valued = next((s for s in sentence.slots if s.letter == "M" and _is_valuation(sentence, s)), None)
        own = valued is not None and valued is not chosen and not _is_valued_elsewhere(candidate, valued)
        if own and valued is not None and isinstance(valued.filler, FoundMoney):
            details["valuation"] = money_detail(valued.filler, sentence)["amount"]
    share = _nearest(shares, candidate.trigger)
    if percent and share is not None and isinstance(share.filler, FoundPercent):
        details["percent"] = percent_detail(share.filler, sentence)
    return candidate.with_details(**details)


def _is_rate(sentence: Sentence, slot: Slot) -> bool:
    """Whether it is the price of a single share, "$20 per share", or how large a firm is, "with sales of $3bn"."""
    doc = sentence.passage.doc
    before = doc[max(sentence.start, slot.start - 5) : slot.start].text.lower()
    if _HOW_LARGE.search(before):
        return True
    after = [token.lower_ for token in doc[slot.end : min(sentence.end, slot.end + 2)]]
    return after[:1] in (["per"], ["apiece"], ["each"]) or after == ["a", "share"]


_HOW_LARGE = re.compile(
    r"\b(?:revenues?|sales|turnover|assets|profits?|deposits|capitali[sz]ation) of(?: (?:about|over|around|nearly|"
    r"some|roughly|almost|approximately|more than|up to|at least))?$"
)
_ROUND_BEFORE = re.compile(
    r"\b(?:rounds?|financing|raise|fundraising|increase) of(?: (?:about|over|nearly|some|around))?$"
)
_ROUND_AFTER = re.compile(
    r"^(?:(?:pre-?|series|seed|funding|financing|[a-h]\b|-) ?){0,4}(?:rounds?|financing|raise)\b|"
    r"^(?:pre-)?series [a-h]\b"
)
_WITHIN_SHARE = 8


def _is_of_round(candidate: Candidate, slot: Slot) -> bool:
    """Whether it is what all put up together: "came in again in a round of $5m", "took part in the $5m seed round"."""
    if candidate.relation not in ("investedIn", "ownsStakeIn"):
        return False
    doc, sentence = candidate.sentence.passage.doc, candidate.sentence
    before = doc[max(sentence.start, slot.start - 3) : slot.start].text.lower()
    after = doc[slot.end : min(sentence.end, slot.end + 5)].text.lower()
    return bool(_ROUND_BEFORE.search(before) or _ROUND_AFTER.match(after))


def _is_of_other(candidate: Candidate, slot: Slot) -> bool:
    """Whether it is a share of another: the 28% of "stakes in A, and 28% of B"; or one that several hold together."""
    sentence = candidate.sentence
    doc, end = sentence.passage.doc, min(sentence.end, slot.end + _WITHIN_SHARE)
    verb = doc[candidate.trigger]
    if candidate.relation == "ownsStakeIn" and any(child.lower_ in _TOGETHER for child in verb.children):
        return True
    of = False
    for token in doc[slot.end : end]:
        of = of or token.lower_ in ("of", "in")
        if token.text in (",", ";") or is_verb(token):
            return False
        mention = sentence.scene.mentions.at(sentence.passage.index, token.i)
        if mention is not None and isinstance(candidate.object, FoundMention):
            # What is said in a word ("its shares", "the company") may be anybody's.
            named = mention.kind is MentionKind.NAME and sentence.scene.letter(mention) == "O"
            return of and named and mention.entity not in (candidate.object.entity, candidate.subject.entity)
    return False


def _is_of_latter(candidate: Candidate, slot: Slot) -> bool:
    """Whether a sum is told of the other of two: "bought A and B, the latter for $3m"."""
    sentence, obj = candidate.sentence, candidate.object
    if not isinstance(obj, FoundMention) or obj.passage != sentence.passage.index or obj.end > slot.start:
        return False
    if all(t.lower_ != "latter" for t in sentence.passage.doc[max(obj.end, slot.start - 3) : slot.start]):
        return False
    return any(m.entity != obj.entity and obj.end <= m.start < slot.start for m in sentence.mentions())


def _is_of_next(candidate: Candidate, slot: Slot) -> bool:
    """Whether a sum is told ahead of the item it is paid for, another: "bought A, B and, for $9 million, C"."""
    doc, obj, start = candidate.sentence.passage.doc, candidate.object, slot.start
    if not isinstance(obj, FoundMention) or obj.passage != candidate.sentence.passage.index or obj.end > start:
        return False
    if start > obj.end and doc[start - 1].lower_ in _ABOUT:
        start -= 1
    before = [t.lower_ for t in doc[max(obj.end, start - 3) : start] if t.text != ","]
    return before[-1:] in (["for"], ["at"]) and before[-2:-1] in (["and"], ["or"], ["then"], ["later"], ["also"])


def _is_of_item(candidate: Candidate, slot: Slot) -> bool:
    """Whether a sum is paid for another item of a list, or for several that nobody tells apart.

    As in "bought A in 2020 and B for $9m", "bought A for $4m and B for $9m", "bought A and B for $9m".
    """
    doc, obj, sentence = candidate.sentence.passage.doc, candidate.object, candidate.sentence
    if candidate.relation != "acquired" or not isinstance(obj, FoundMention):
        return False
    if obj.passage != sentence.passage.index or obj.kind is not MentionKind.NAME or obj.start < candidate.trigger:
        return False
    items = [
        m
        for m in sentence.mentions()
        if m.start > candidate.trigger
        and m.kind is MentionKind.NAME
        and sentence.scene.letter(m) == "O"
        and m.entity not in (obj.entity, candidate.subject.entity)
    ]
    if obj.end > slot.start:
        return any(m.start < slot.start for m in items if m.end <= obj.start)
    later = (m for m in items if obj.end <= m.start and m.end <= slot.start)
    earlier = (m for m in items if m.end <= obj.start)
    return any(_is_item(doc, obj.end, m.start) for m in later) or any(
        _is_joined(doc, m.end, obj.start) for m in earlier
    )


def _is_item(doc: Doc, end: int, start: int) -> bool:
    """Whether a name follows "and" or a comma as an item of its own, and no verb or preposition leads to it."""
    if any(t.lower_ in _OTHER_SIDE or is_verb(t) for t in doc[end:start]):
        return False
    before = list(doc[max(end, start - 5) : start])
    while before and before[-1].pos_ in ("DET", "NOUN", "ADJ") and before[-1].is_lower:
        before.pop()
    return bool(before) and before[-1].lower_ in ("and", ",", "&")


_OTHER_SIDE = frozenset({"from", "with", "by", "of", "alongside", "against", "to"})


def _is_joined(doc: Doc, end: int, start: int) -> bool:
    return all(t.lower_ in ("and", "&", ",", "the") for t in doc[end:start])


_ABOUT = frozenset({"about", "around", "nearly", "some", "roughly", "almost", "over"})
_TOGETHER = frozenset({"together", "jointly", "collectively", "between"})


def in_reach(candidate: Candidate, slot: Slot) -> bool:
    """Whether an amount stands in the clause of the trigger."""
    doc = candidate.sentence.passage.doc
    trigger = doc[candidate.trigger]
    homes = {trigger.i}
    governor = governing_verb(trigger)
    if governor is not None:
        homes.add(governor.i)
    if trigger.dep_ == "xcomp" and is_verb(trigger.head) and _is_what_it_costs(candidate, slot):
        homes.add(trigger.head.i)
    root = next((t for t in doc[slot.start : slot.end] if not slot.start <= t.head.i < slot.end), doc[slot.start])
    token: Token = root
    for _ in range(12):
        if token.i in homes:
            return True
        if token.dep_ in _CLAUSES or (
            is_verb(token) and token.pos_ != "ADJ" and token.dep_ not in ("acl", "xcomp", "amod", "pcomp")
        ):
            return _adjacent(candidate, slot)
        if token.head == token:
            return False
        token = token.head
    return False


def _is_what_it_costs(candidate: Candidate, slot: Slot) -> bool:
    """As in "agreed to buy X, a maker of valves, for about $4m": of the two verbs the price may hang on the first."""
    before = candidate.sentence.passage.doc[max(candidate.trigger + 1, slot.start - 3) : slot.start]
    return any(token.lower_ == "for" for token in before)


def _adjacent(candidate: Candidate, slot: Slot) -> bool:
    """Whether an amount stands right before or after the trigger with no verb or mark between."""
    start, end = sorted((slot.start, candidate.trigger))
    between = candidate.sentence.passage.doc[start + 1 : end]
    return len(between) <= 6 and not any(
        is_verb(t) or t.text in (",", ";", "(", "-") for t in between if not slot.start <= t.i < slot.end
    )


def _nearest(slots: list[Slot], trigger: int) -> Slot | None:
    return min(slots, key=lambda slot: (abs(slot.start - trigger), slot.start), default=None)


def _is_price(sentence: Sentence, slot: Slot) -> bool:
    """As in "a deal valued at": what a deal is valued at is its price, but not in "a deal valuing X at"."""
    before = sentence.passage.doc[max(sentence.start, slot.start - _WITHIN_PRICE) : slot.start]
    return bool(_PRICE.search(before.text.lower()))


_WITHIN_PRICE = 6
_PRICE = re.compile(
    r"\b(?:deal|transaction|acquisition|takeover|merger|purchase)\b(?:(?! valuing | that | which )[^.;])*"
    r"\bvalu(?:ed|e|ation)(?: at| of)?\b"
)


def _is_valued_elsewhere(candidate: Candidate, slot: Slot) -> bool:
    """Whether a valuation is none of this investment: sought, hoped for at a listing, or told outside its aside.

    As in "Y, backed by X, prepares for a listing that could value it at $1bn" or "seeks a valuation of $1bn for Y,
    which X backed in 2020".
    """
    doc, sentence = candidate.sentence.passage.doc, candidate.sentence
    trigger = doc[candidate.trigger]
    aside = is_verb(trigger) and trigger.dep_ in ("acl", "relcl") and candidate.rule == "backing"
    if aside and not any(slot.start <= token.i < slot.end for token in trigger.subtree):
        return True
    before = doc[max(sentence.start, slot.start - _WITHIN_LISTING) : slot.start].text.lower()
    return bool(_LISTING.search(before))


_WITHIN_LISTING = 16
_LISTING = re.compile(
    r"\b(?:listing|float|flotation|ipo|initial public offering|go(?:es|ing)? public|stock-market debut|auction)\b|"
    r"\b(?:seek|seeking|seeks|sought|hop(?:e|es|ed|ing) for|target(?:s|ing|ed)?|aim(?:s|ing|ed)? for|want(?:s|ed)?) "
    r"(?:an? )?(?:\w+ )?valuation\b"
)


def _is_valuation(sentence: Sentence, slot: Slot) -> bool:
    before = sentence.passage.doc[max(sentence.start, slot.start - 5) : slot.start].text.lower()
    after = sentence.passage.doc[slot.end : min(sentence.end, slot.end + 2)].text.lower()
    return "valu" in before or "valuation" in after
