"""Investments and stakes: who put money into whom, and who holds a share of whom."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.relations.amounts import with_amounts
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.frames import governing_verb, lemma, verb_frame
from app.extraction.relations.patterns import Found, find
from app.extraction.relations.rules import NounRule, VerbRule, by_noun, by_verb, first_filled, words
from app.extraction.relations.sentences import Sentence
from app.model import Phase, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = (
    VerbRule("investedIn", words("invest reinvest co-invest"), ("agent",), ("in", "into")),
    VerbRule("investedIn", words("back fund finance bankroll"), ("agent",), ("patient",), name="backing"),
    VerbRule("ownsStakeIn", words("own"), ("agent",), ("patient",), Kind.STATE, name="owns", passive=False),
    VerbRule("ownsStakeIn", words("own hold possess control"), ("agent",), ("of", "in"), Kind.STATE, name="stake"),
)
_MONEY_VERBS = words("put pour plough plow pump inject sink plunge commit contribute")
_NOUNS = (
    NounRule(
        "investedIn",
        words("investment"),
        ("poss", "by", "subject", "compound", "from"),
        ("in", "into", "far in"),
        name="investment",
    ),
    NounRule(
        "ownsStakeIn",
        words("stake holding shareholding interest"),
        ("poss", "subject", "by"),
        ("in", "of", "far in"),
        Kind.STATE,
        name="stake",
    ),
)
_SHARE_NOUNS = words("percent % stake share shareholding holding interest majority minority")
_SELLING = words("sell offload divest unload dump exit dispose")
_BUYING = words("pay buy acquire purchase take build secure get obtain gain")
_BACKERS = r"(?:investors?|backers?|shareholders?|funders?|owners?)"
_ROUND = r"(?P<round>(?-i:Series [A-H]\b|Pre-[Ss]eed|[Ss]eed)(?: (?:funding )?round)?)"
_LIST = {
    "include": (
        rf"{{O:o}}(?:'s|,? whose)? (?:[\w-]+ ){{0,3}}{_BACKERS} (?:now |also )?(?P<t>include|includes|included|are) "
        rf"{{DESC}}{{OP+:s}}"
    ),
    "backed": r"{OP:s}-(?P<t>backed|funded) (?:[\w-]+ ){0,4}{O:o}",
    "investor in": (
        rf"{{OP:s}},? (?:which is |is |was )?(?:an?|the|one of the) (?:[\w-]+ ){{0,3}}(?P<t>{_BACKERS}) "
        rf"(?:in|of) {{DESC}}{{O:o}}"
    ),
    "such as": rf"{{O:o}}'s (?:[\w-]+ ){{0,2}}(?P<t>{_BACKERS})(?:,)? (?:such as|including|like) {{OP+:s}}",
    "owner named": r"{O:o}'s (?:[\w-]+ ){0,2}(?P<t>investor|backer),? {OP:s}",
}
# Stakes by surface, because shares ("6.5% of X") and start-up names confuse the parser.
_HELD = r"(?P<t>owns?|owned|holds?|held|has|have|had|controls?|controlled|possess(?:es)?)"
_STAKES = {
    "owns share of": (
        rf"{{OP:s}}(?:,? (?:which|who|also|still|together|and|currently|already|jointly|continues? "
        rf"to))* {_HELD} (?:about |around |roughly |nearly |some |over |more than |"
        rf"an? )?{{C}}(?: (?:stake|holding|shareholding|interest))? "
        rf"(?:of|in) {{DESC}}{{O:o}}"
    ),
    "owns a stake in": (
        rf"{{OP:s}}(?:,? (?:which|who|also|still|together|and|currently|already|jointly|continues? "
        rf"to))* {_HELD} an? (?:[\w-]+ ){{0,3}}(?:stake|holding|shareholding|interest)(?:, [^,]{{1,40}},)? "
        rf"(?:of|in) {{DESC}}{{O:o}}"
    ),
    "share owned by": r"{O:o},? (?:which )?(?:is|was) {C} (?P<t>owned|held|controlled) by {DESC}{OP:s}",
    "former holding": (
        r"{OP:s}'s (?P<f>former |old |remaining )?(?:[\w-]+ )?{C}? ?(?P<t>holding|stake|shareholding) "
        r"(?:of|in) {DESC}{O:o}"
    ),
    "controlled by": (
        r"{O:o},? (?:which |that )?(?:is|was|are) (?:now |majority |still |wholly |partly )*(?P<t>owned|controlled) "
        r"by {DESC}{P:s}"
    ),
    "among them": (
        r"{O:o}'s (?:[\w-]+ ){0,2}(?P<i>investors|backers|shareholders),? (?:among them|among "
        r"whom are|including|such as) {DESC}{OP+:s}"
    ),
}
_RAISED = {
    "raised from": (
        r"{O:o}(?:, [^.;]{3,60}?,)?,? (?:[\w'-]+ ){0,3}(?P<t>raised|secured|received|landed|closed|bagged|"
        r"won) (?:[^.;]{0,60}?)(?P<m>{M})(?:(?!{O})[^.;]){0,90}?(?P<how>from|led "
        r"by|backed by) {DESC}{OP+:s}"
    ),
    "round led by": (
        rf"{{O:o}}(?:(?!{{O}})[^.;]){{0,90}}?\b(?P<t>round|funding|financing|"
        rf"{_ROUND})(?:(?!{{O}})[^.;]){{0,40}}?(?P<how>led "
        rf"by|co-led by|headed by) {{DESC}}{{OP+:s}}"
    ),
}
# A round that the text has just spoken of: "X raised ... in a Series B. Y led. Z took part."
_RAISE = {
    "raise": (
        rf"{{O:o}}(?:, [^.;]{{3,60}}?,)?,? (?:[\w'-]+ ){{0,3}}(?P<t>raised|secured|closed|landed) "
        rf"(?:[^.;]{{0,60}}?)(?:{{M}}|{_ROUND})"
    )
}
_TOOK_PART = {
    "led": r"{OP+:s} (?:also )?(?P<t>led)(?: the (?:round|deal|investment|financing))?(?=[.,;]| and )",
    "took part": r"{OP+:s} (?:also )?(?P<t>took part|participated|joined the round|joined in|chipped in)",
    "so did": r"(?:took part|participated), and so(?:, [^,;.]{1,30},)? did {DESC}{OP:s}",
    "participation": r"(?P<t>participation|money|cheques?|checks?) from {DESC}{OP+:s}",
}


def investments(sentence: Sentence) -> Iterator[Candidate]:
    """Investments in a sentence."""
    for candidate in (*by_verb(sentence, _VERBS), *by_noun(sentence, _NOUNS)):
        if candidate.relation == "investedIn":
            yield with_round(with_amounts(candidate))
        elif candidate.relation == "ownsStakeIn":
            yield from _stake(candidate)
    yield from _put_into(sentence)
    yield from _listed(sentence)
    yield from _stakes(sentence)
    yield from _rounds(sentence)


def with_round(candidate: Candidate) -> Candidate:
    """The candidate with the funding round that its sentence names."""
    found = next(find(candidate.sentence, {"round": _ROUND}), None)
    return candidate.with_details(round=_round_detail(found[1])) if found else candidate


def _round_detail(found: Found) -> Detail | None:
    span = found.span("round")
    name = re.sub(r"(?: funding)?(?: round)?$", "", span.text, flags=re.IGNORECASE) if span else ""
    return Detail(name, span) if span else None


def _stake(candidate: Candidate) -> Iterator[Candidate]:
    """A stake held, bought, sold or asked for, by the verb that governs it."""
    doc = candidate.sentence.passage.doc
    trigger = doc[candidate.trigger]
    with_share = with_amounts(candidate)
    if lemma(trigger) == "own" and candidate.rule == "owns":
        yield candidate
        return
    if lemma(trigger) in words("own hold possess control"):
        # "owns X" without a share is ownership of the whole; what is owned "of" must be a share.
        frame = verb_frame(trigger)
        if not any(t.lower_ in _SHARE_NOUNS or t.tag_ == "CD" for t in frame.get("patient")):
            return
        yield with_share
        return
    if lemma(trigger) == "interest" and "percent" not in with_share.details and trigger.head.pos_ != "VERB":
        return
    governor = governing_verb(trigger) or trigger
    verb = lemma(governor)
    if verb in _SELLING:
        yield replace(with_share, phase=Phase.ENDED, presupposed=False, trigger=governor.i)
    elif verb in _BUYING:
        yield replace(with_share, kind=Kind.EVENT, presupposed=False, trigger=governor.i)
    elif any(child.lower_ in ("former", "previous", "old") for child in trigger.children):
        yield replace(with_share, phase=Phase.ENDED)
    elif verb in words("have hold own keep retain maintain control raise increase boost lift") or candidate.presupposed:
        yield replace(
            with_share,
            trigger=governor.i if verb in words("have hold own keep retain raise increase boost lift") else trigger.i,
            phase=Phase.ONGOING if verb in words("raise increase boost lift") else None,
        )
    elif verb in words("deny want seek consider explore eye weigh discuss"):
        yield with_share


def _put_into(sentence: Sentence) -> Iterator[Candidate]:
    """As in "put $5 million into X", "never put a cent into X"."""
    for token in sentence.tokens:
        if lemma(token) not in _MONEY_VERBS or token.pos_ != "VERB":
            continue
        frame = verb_frame(token)
        if not _is_money(sentence, frame.get("patient")):
            continue
        subjects = first_filled(sentence, frame, ("agent",), "PO")
        for subject in subjects:
            for obj in first_filled(sentence, frame, ("into", "in"), "O", skip=subjects):
                yield with_round(with_amounts(Candidate("investedIn", "investment", sentence, subject, obj, token.i)))


def _is_money(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    for token in tokens:
        if token.lower_ in (
            "money",
            "cash",
            "cent",
            "penny",
            "capital",
            "funds",
            "million",
            "billion",
            "sum",
        ):
            return True
        if any(slot.letter == "M" and slot.start <= token.i < slot.end for slot in sentence.slots):
            return True
    return False


def _listed(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _LIST):
        relation = "ownsStakeIn" if re_shareholder(found.text("t") + found.match.group(0).lower()) else "investedIn"
        for obj in found.mentions("o"):
            for subject in found.mentions("s"):
                if subject.entity != obj.entity:
                    kind = Kind.STATE if relation == "ownsStakeIn" else Kind.EVENT
                    yield Candidate(
                        relation,
                        "investor list",
                        sentence,
                        subject,
                        obj,
                        found.trigger,
                        kind,
                        presupposed=name != "include",
                        timed=False,
                    )


def _stakes(sentence: Sentence) -> Iterator[Candidate]:
    for name, found in find(sentence, _STAKES):
        for obj in found.mentions("o")[:1]:
            for subject in found.mentions("s"):
                if subject.entity == obj.entity:
                    continue
                if name == "among them":
                    relation = "ownsStakeIn" if "shareholder" in found.text("i") else "investedIn"
                    kind = Kind.STATE if relation == "ownsStakeIn" else Kind.EVENT
                    yield Candidate(
                        relation,
                        "investor list",
                        sentence,
                        subject,
                        obj,
                        found.trigger,
                        kind,
                        presupposed=True,
                        timed=False,
                        phase=Phase.ONGOING if kind is Kind.STATE else Phase.COMPLETED,
                    )
                    continue
                candidate = Candidate(
                    "ownsStakeIn",
                    "stake",
                    sentence,
                    subject,
                    obj,
                    found.trigger,
                    Kind.STATE,
                    presupposed=name == "former holding",
                )
                if found.text("f").startswith(("former", "old")):
                    candidate = replace(candidate, phase=Phase.ENDED)
                yield with_amounts(candidate)


def re_shareholder(text: str) -> bool:
    """Whether words speak of holders of shares rather than of backers."""
    return "shareholder" in text or "owner" in text


def _rounds(sentence: Sentence) -> Iterator[Candidate]:
    for _, found in find(sentence, _RAISED):
        for obj in found.mentions("o"):
            for subject in found.mentions("s"):
                if subject.entity == obj.entity:
                    continue
                lead = Detail("true") if "led" in found.text("how") and len(found.mentions("s")) == 1 else None
                candidate = with_round(Candidate("investedIn", "round", sentence, subject, obj, found.trigger))
                yield candidate.with_details(lead=lead)
    for name, found in find(sentence, _TOOK_PART):
        round_found = next(
            (r for s in (sentence, *sentence.scene.previous(sentence, 2)) for _, r in find(s, _RAISE)), None
        )
        if round_found is None or not round_found.mentions("o"):
            continue
        obj = round_found.mentions("o")[0]
        tie = round_found.sentence.raw(obj.start, obj.end)
        earlier = next((d for _, r in find(round_found.sentence, {"round": _ROUND}) if (d := _round_detail(r))), None)
        ties: tuple[Span, ...] = () if round_found.sentence is sentence else (round_found.sentence.span,)
        for subject in found.mentions("s"):
            if subject.entity != obj.entity:
                placed = obj if round_found.sentence is sentence else replace(obj, ties=(*obj.ties, tie))
                yield Candidate(
                    "investedIn",
                    "round part",
                    sentence,
                    subject,
                    placed,
                    found.trigger,
                    ties=ties,
                    details={
                        k: d for k, d in (("round", earlier), ("lead", Detail("true") if name == "led" else None)) if d
                    },
                )
