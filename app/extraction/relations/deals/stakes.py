"""Stakes: who owns how much of whom, and who bought, raised, cut or sold a stake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import after_whose
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.frames import governing_verb, verb_frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import holds_shares
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import NounRule, VerbRule, by_noun, by_verb, percent_detail, words
from app.extraction.relations.reading.sentences import Sentence, Slot
from app.extraction.relations.reading.subjects import is_passive
from app.extraction.relations.reading.templates import compile_pattern
from app.extraction.values.money import FoundPercent
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = (
    VerbRule("ownsStakeIn", words("own co-own"), ("agent",), ("patient",), Kind.STATE, name="owns", passive=False),
    VerbRule("ownsStakeIn", words("control"), ("agent",), ("patient",), Kind.STATE, name="controls", passive=False),
    VerbRule("ownsStakeIn", words("own hold possess control"), ("agent",), ("of", "in"), Kind.STATE, name="stake"),
)
_NOUNS = (
    NounRule(
        "ownsStakeIn",
        words("stake holding shareholding interest position share shares"),
        ("poss", "subject", "by"),
        ("in", "of", "far in", "far of"),
        Kind.STATE,
        name="stake",
    ),
)
_SHARES = words("percent % stake share shareholding holding interest majority minority half third quarter position")
# Nouns that mean a share of a company only beside a percentage or a verb of owning.
_LOOSE = words("interest position share")
_SELLING = words("sell offload divest unload dump exit dispose jettison")
_BUYING = words(
    "pay buy acquire purchase take build secure get obtain gain amass accumulate snap grab pick receive land scoop"
)
_CHANGING = words("raise increase boost lift up grow expand cut reduce trim lower pare slash dilute halve double")
_RAISING = words("raise increase boost lift up expand double")
_KEEPING = words("have hold own keep retain maintain control disclose reveal report declare hold announce")
_ASKING = words("deny want seek consider explore eye weigh discuss")
_PARTLY = words("jointly partly together part co collectively partially half")
_ALSO = r"(?:,? (?:which|who|also|still|together|and|currently|already|jointly|each|both|now|continues? to))*"
_HELD = r"(?P<t>owns?|owned|holds?|held|has|have|had|controls?|controlled|possess(?:es)?)"
_ABOUT = (
    r"(?:about |around |roughly |nearly |almost |some |over |more than |just over |just under |at least |an? |the )?"
)
_PART = r"(?:{C}|half|a third|a quarter|two thirds|two-thirds|three quarters|the majority|most|a majority|a minority)"
_STAKES = {
    "owns share of": (
        rf"{{OP+:s}}{_ALSO} {_HELD} {_ABOUT}{_PART}(?: (?:stake|holding|shareholding|interest|shares?))?(?: each)? "
        rf"(?:of|in) {{DESC}}{{O:o}}"
    ),
    "owns a stake in": (
        rf"{{OP:s}}{_ALSO} {_HELD} an? (?:[\w-]+ ){{0,3}}(?:stake|holding|shareholding|interest)(?:, [^,]{{1,40}},)? "
        rf"(?:of|in) {{DESC}}{{O:o}}"
    ),
    "share owned by": (
        rf"{{O:o}},? (?:which |who )?(?:is|was|are) (?:about |around |roughly |nearly |some |more "
        rf"than |still )?{_PART}[ -]"
        r"(?P<t>owned|held|controlled) by {DESC}{OP:s}"
    ),
    "of which": rf"{{O:o}}, {_ABOUT}{_PART} of which (?:is|was) (?P<t>owned|held|controlled) by {{DESC}}{{OP:s}}",
    "share of x owned by": (
        rf"{_PART} of {{O:o}} (?:is|was|are) (?:now |still )?(?P<t>owned|held|controlled) by {{DESC}}{{OP:s}}"
    ),
    "jointly": (
        r"{O:o},? (?:which )?(?:is|was|are|were) (?:now "
        r")?(?:jointly|partly|part|co|majority|minority|partially|equally)[ -]"
        r"(?P<t>owned|controlled|held) by {DESC}{OP+:s}"
    ),
    "former holding": (
        r"{OP:s}'s (?P<f>former |old |remaining )?(?:[\w-]+ )?{C}? "
        r"?(?P<t>holding|stake|shareholding) (?:of|in) {DESC}{O:o}"
    ),
    "controls with a share": (
        rf"{{OP:s}},? (?:which |who )?(?:still |now |also )?(?P<t>controls?|controlled|dominates?) {{O:o}} "
        rf"(?:with|through) {_ABOUT}{{C}}"
    ),
    "emerged as holder": (
        rf"{{OP:s}} (?:has |had )?(?:emerged|been revealed|been named|appeared) as (?:the |an? )?"
        rf"(?P<t>holder|owner) of {_ABOUT}{{C}} of {{DESC}}{{O:o}}"
    ),
    "controlled by": (
        r"{O:o},? (?:which |that )?(?:is|was|are) (?:now |majority |still |wholly |partly )*(?P<t>owned|controlled) "
        r"by {DESC}{P:s}"
    ),
    "x percent and y": (
        r"{OP:s} (?:will |would |to )?(?P<t>owns?|holds?) {C} and {OP} (?:the remaining )?{C} of {DESC}{O:o}"
    ),
}
# "owned by A (60%) and B (40%)", "60% owned by A and 40% by B": each with a share of its own.
_SHARED = {
    "shares in brackets": (
        r"{O:o},? (?:which )?(?:is|was) (?P<t>owned|held|controlled) by (?P<list>{OP},? \(?(?:with )?{C}[^.;]{0,300})"
    ),
    "share each": (
        r"{O:o},? (?:which )?(?:is|was) (?P<list>{C}[ -](?P<t>owned|held|controlled) by {DESC}{OP}"
        r"(?:,? (?:and |while |with )?(?:the (?:other|remaining) )?{C} (?:owned |held )?by {DESC}{OP})+)"
    ),
}
_AFTER = compile_pattern(r"{OP:s},? \(?(?:with )?(?:about )?{C:c}\)?")
_BEFORE = compile_pattern(r"{C:c}[ -](?:owned |held |controlled )?by {DESC}{OP:s}")


def stakes(sentence: Sentence) -> Iterator[Candidate]:
    """Stakes in a sentence."""
    settled: set[int] = set()
    for candidate in (*by_verb(sentence, _VERBS), *by_noun(sentence, _NOUNS)):
        for found in _stake(candidate):
            settled.add(candidate.trigger)
            # What is only thought of doing with "its stake" leaves it held.
            yield found if found.presupposed and found.kind is Kind.STATE else fated(found)
    shared = list(_shared(sentence))
    yield from shared
    held = {candidate.subject.entity for candidate in shared}
    for candidate in _by_surface(sentence):
        if candidate.trigger not in settled and candidate.subject.entity not in held:
            yield candidate


def _stake(candidate: Candidate) -> Iterator[Candidate]:
    """A stake held, bought, sold or asked for, by the verb that governs it."""
    trigger = candidate.sentence.passage.doc[candidate.trigger]
    candidate = replace(candidate, subject=after_whose(candidate.sentence, candidate.subject, candidate.trigger))
    with_share = with_amounts(candidate)
    if candidate.rule == "controls" or lemma(trigger) == "co-own":
        yield replace(with_share, rule="stake")
        return
    if lemma(trigger) == "own" and candidate.rule == "owns":
        if trigger.tag_ == "VBN" and trigger.i + 1 < len(trigger.doc) and trigger.nbor().lower_ == "by":
            return  # "X, owned by Y": a participle whose agent the parser missed; `structure` reads it
        yield owned_whole(candidate)
        return
    if lemma(trigger) in words("own hold possess control"):
        # "owns X" without a share is ownership of the whole; what is owned "of" must be a share.
        things = verb_frame(trigger).get("patient")
        post = any(lemma(t) == "position" for t in things) and candidate.sentence.scene.letter(candidate.subject) == "P"
        if not post and any(lemma(t) in _SHARES or t.tag_ == "CD" for t in things):
            yield with_share
        return
    whose = _owner_told(candidate, trigger)
    if whose is None:
        return
    with_share = replace(with_share, subject=whose)
    governor = governing_verb(trigger) or trigger
    verb = lemma(governor)
    if lemma(trigger) in _LOOSE and "percent" not in with_share.details and not _speaks_of_shares(trigger, verb):
        return
    yield from _governed(with_share, trigger, governor, verb)


def _owner_told(stake: Candidate, noun: Token) -> FoundMention | None:
    """Who holds "its shares": the firm that "its" means, where a person sells them for it; None if nobody can tell."""
    its = next((c for c in noun.children if c.lower_ == "its"), None)
    if its is None or stake.sentence.scene.letter(stake.subject) != "P":
        return stake.subject
    firm = stake.sentence.scene.mentions.at(stake.sentence.passage.index, its.i)
    known = firm is not None and firm.entity != stake.object_entity and stake.sentence.scene.letter(firm) == "O"
    return firm if known else None


def owned_whole(stake: Candidate) -> Candidate:
    """What a company owns without a word of a share is its unit; a fund or a person stays a holder of shares."""
    sentence, part = stake.sentence, stake.object
    if "percent" in stake.details or not isinstance(part, FoundMention) or holds_shares(sentence, stake.subject):
        return stake
    doc = sentence.passage.doc
    shared = doc[stake.subject.start : stake.subject.end].root.conjuncts
    if shared or any(c.lower_ in _PARTLY for c in doc[stake.trigger].children):
        return stake
    # "Owns the A, B and C brand names": of what is only owned, no kind is told.
    owned = {t.lower_ for child in doc[stake.trigger].rights if child.dep_ == "dobj" for t in child.subtree}
    kind = {"kind": Detail("brand")} if owned & words("brand brands") else {}
    return replace(stake, relation="unitOf", rule="unit", subject=part, object=stake.subject, details=kind)


def _speaks_of_shares(noun: Token, verb: str) -> bool:
    """Whether a loose noun is a share of a company: "sold its shares in", "a controlling interest"."""
    if lemma(noun) == "share":
        return noun.tag_ == "NNS" and verb in _SELLING | words("own hold buy acquire purchase")
    if lemma(noun) == "interest":
        sized = words("controlling majority minority substantial significant")
        return any(c.lower_ in sized for c in noun.children) or noun.head.pos_ == "VERB"
    return False


def _governed(stake: Candidate, noun: Token, governor: Token, verb: str) -> Iterator[Candidate]:
    if verb == "give":
        if is_passive(governor) and noun.dep_ == "dobj":
            yield replace(stake, kind=Kind.EVENT, presupposed=False, trigger=governor.i)
    elif verb in _SELLING:
        yield replace(stake, phase=Phase.ENDED, presupposed=False, trigger=governor.i)
    elif verb in _BUYING:
        yield replace(stake, kind=Kind.EVENT, presupposed=False, trigger=governor.i)
        yield _bought(stake, governor)
    elif any(child.lower_ in ("former", "previous", "old") for child in noun.children):
        yield replace(stake, phase=Phase.ENDED)
    elif verb in _CHANGING:
        yield replace(_at_new_share(stake, governor), trigger=governor.i, phase=Phase.ONGOING)
        if verb in _RAISING:
            yield _bought(replace(stake, details=_without(stake, "percent")), governor)
    elif verb in _KEEPING:
        yield replace(stake, trigger=governor.i, phase=None)
    elif stake.presupposed or verb in _ASKING:
        yield replace(stake, phase=None) if stake.presupposed else stake


def _bought(stake: Candidate, verb: Token) -> Candidate:
    """Who buys a stake, or more of one, has put money in."""
    return replace(
        stake, relation="investedIn", rule="stake bought", kind=Kind.EVENT, presupposed=False, trigger=verb.i
    )


def _at_new_share(stake: Candidate, verb: Token) -> Candidate:
    """Of "from 5% to 12%" the share that is held now."""
    slots = [s for s in stake.sentence.slots if s.letter == "C" and isinstance(s.filler, FoundPercent)]
    doc = stake.sentence.passage.doc
    if any(c.dep_ in ("aux", "neg") and c.lower_ not in ("has", "have", "had") for c in verb.children):
        # "may raise its stake to 30%": nobody holds that yet.
        aimed = any(doc[s.start - 1].lower_ in ("to", "by") for s in slots)
        return replace(stake, details=_without(stake, "percent")) if aimed else stake
    now = [s for s in slots if s.start > verb.i and doc[s.start - 1].lower_ == "to"]
    if now and isinstance(now[0].filler, FoundPercent):
        return stake.with_details(percent=percent_detail(now[0].filler, stake.sentence))
    if any(doc[s.start - 1].lower_ in ("by", "from") for s in slots):
        return replace(stake, details=_without(stake, "percent"))
    return stake


def _without(stake: Candidate, name: str) -> dict[str, Detail]:
    return {key: detail for key, detail in stake.details.items() if key != name}


def _shared(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _SHARED):
        for company in found.mentions("o")[:1]:
            for holder, share in _holders(sentence, found):
                if holder.entity != company.entity:
                    candidate = Candidate(
                        "ownsStakeIn", "stake", sentence, holder, company, found.trigger, Kind.STATE, _tense(found)
                    )
                    if isinstance(share.filler, FoundPercent):
                        candidate = candidate.with_details(percent=percent_detail(share.filler, sentence))
                    yield candidate


def _holders(sentence: Sentence, found: Found) -> Iterator[tuple[FoundMention, Slot]]:
    text = found.match.group("list")
    pattern = _BEFORE if re.match(r"\ue000C", text) else _AFTER
    for match in pattern.finditer(text):
        pair = Found(sentence, match)
        for holder in pair.mentions("s")[:1]:
            yield holder, pair.slots("c")[0]


def _tense(found: Found) -> Phase:
    """The phase of "is 12% owned by": the parser often reads it as an event."""
    was = re.search(r"\b(?:was|were|had|until)\b", found.match.group(0)[: found.match.start("t") - found.match.start()])
    return Phase.ENDED if was else Phase.ONGOING


def _by_surface(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _STAKES):
        for company in found.mentions("o")[:1]:
            for holder in found.mentions("s"):
                if holder.entity == company.entity:
                    continue
                candidate = Candidate(
                    "ownsStakeIn", "stake", sentence, holder, company, found.trigger, Kind.STATE,
                    presupposed=name == "former holding",
                )  # fmt: skip
                if name in ("share owned by", "of which", "share of x owned by", "jointly"):
                    candidate = replace(candidate, phase=_tense(found))
                if found.text("f").startswith(("former", "old")):
                    candidate = replace(candidate, phase=Phase.ENDED)
                yield fated(with_amounts(candidate))
