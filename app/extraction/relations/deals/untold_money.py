"""Money put into a company that the sentence does not name: "Tarn put in €5m", "paid €38mn for 30 per cent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from app.extraction.relations.context.dealt_in import (
    Told,
    company_dealt_in,
    is_about_part,
    says_already,
    tied,
)
from app.extraction.relations.context.unresolved import is_unresolved_firm
from app.extraction.relations.deals.backing_told import and_others, backed, investors_of, money_put_in, raised_from
from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.deals.round_parts import NAMED_SO, TOOK_PART, lead_of, took_part
from app.extraction.relations.deals.rounds import investing, is_lent, round_named, with_round
from app.extraction.relations.deals.untold_shares import is_part
from app.extraction.relations.reading.amounts import with_amounts
from app.extraction.relations.reading.candidates import Candidate, Detail
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.owners import bears_its_name
from app.extraction.relations.reading.patterns import Found, find
from app.extraction.relations.reading.rules import money_detail, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.values.money import FoundMoney

if TYPE_CHECKING:
    from spacy.tokens import Token

_PUT = words(
    "put pump pour inject plough plow chip throw stump pitch kick come pay shell fork commit contribute invest add"
)
_EVEN = words("equal same similar undisclosed unspecified")
_ABOARD = frozenset({"in", "on", "aboard"})
_IN = frozenset({"in", "up", "into", "out", "with"})
_INVEST = words("invest co-invest reinvest")
_GIVE = words("put pump pour inject plough plow chip throw stump pitch kick contribute commit")
_BUY = words("buy acquire purchase take pick secure snap get obtain own")
_SHARES = words("share stock equity stake holding shareholding")
_LEAD = words("lead co-lead anchor head")
_JOIN = words("participate invest")
_CHEQUE = words("cheque check")
_DONE = frozenset({"investedIn", "acquired"})
_MAJORITY = Decimal(50)
_CUES = (
    "invest", "put ", "pump", "pour", "inject", "plough", "plow", "chip", "threw", "stump", "pitch", "kick", "came in",
    "came on", "came aboard",
    "come in", "comes in", "coming in", "contribut", "commit", "add", "paid", "pay", "bought", "buy", "acquir",
    "purchas", "took", "take", "taking", "secur", "subscri", "halves", "cheque", "check", "round", "series", "raise",
    "fund", "back", "financ", "from", "seed",
)  # fmt: skip


def untold_money(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """Investments in the company that has been spoken of."""
    if not any(map(sentence.lower_code.__contains__, _CUES)):
        return
    said: set[str] = set()
    found = [*_put_in(sentence), *backed(sentence), *raised_from(sentence), *_part_bought(sentence)]
    found += [*_in_round(sentence), *_came_from(sentence, told)]
    found += and_others(sentence) if found else []
    investors = [candidate.subject for candidate in found]
    for candidate in found:
        if candidate.subject.entity in said or says_already(candidate, told, _DONE):
            continue
        if candidate.rule == "part bought" and is_about_part(sentence, candidate.trigger):
            continue
        company = company_dealt_in(candidate, investors, told)
        if company is not None and not bears_its_name(sentence, candidate.subject, company[0]):
            said.add(candidate.subject.entity)
            yield _sized(tied(fated(with_round(with_amounts(candidate))), *company))


def _sized(deal: Candidate) -> Candidate:
    """Who buys more than half of a company acquires it."""
    percent = deal.details.get("percent")
    large = percent is not None and Decimal(percent.value) > _MAJORITY and deal.rule == "part bought"
    return replace(deal, relation="acquired", rule="acquisition") if large else deal


def _put_in(sentence: Sentence) -> Iterator[Candidate]:
    """As in "put in €5m", "came in with €9m", "invested Rs 420 crore", "came in at the start", "wrote a cheque"."""
    for verb in sentence.words:
        word = lemma(verb)
        if not is_verb(verb) or word not in _PUT | {"write", "cut", "sign"}:
            continue
        frame = verb_frame(verb)
        if frame.passive or is_lent(verb) or _names_company(sentence, frame):
            continue
        particles = {c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep", "advmod") and c.i - verb.i <= 3}
        particles = particles | {"in"} if _is_money(sentence, frame.get("in")) else particles
        money = _is_money(sentence, [*frame.get("patient"), *frame.get("in"), *_beside(verb)])
        money = money or any(_is_called_money(t) for t in frame.get("patient"))
        told = (
            (word in _INVEST and (money or not frame.get("patient")) and not _goes_into(sentence, frame))
            or (word in _GIVE and money and bool(particles & _IN or word in ("inject", "contribute", "commit")))
            or (word == "come" and particles & _ABOARD and _comes_in(sentence, frame))
            or (
                word in ("write", "cut", "sign")
                and any(lemma(t) in _CHEQUE and _is_unnamed(t) for t in frame.get("patient"))
            )
            or (word == "add" and money and not frame.get("to"))
        )
        if told:
            for investor in investors_of(sentence, frame):
                yield money_put_in(sentence, investor, verb)


def _is_called_money(thing: Token) -> bool:
    """As in "put in more money", "put in equal amounts"."""
    even = lemma(thing) in ("amount", "sum") and any(c.lower_ in _EVEN for c in thing.children)
    return thing.lower_ in ("money", "cash", "more", "capital") or even


def _names_company(sentence: Sentence, frame: Frame) -> bool:
    """Whether the verb says itself where the money goes."""
    for role in ("in", "into", "to", "behind", "on", "for"):
        for token in frame.get(role):
            mention = sentence.scene.mentions.at(sentence.passage.index, token.i)
            if mention is not None and sentence.scene.letter(mention) in "OPL":
                return True
            if role in ("into", "on") and not is_unresolved_firm(sentence, token):
                return True
    return False


def _beside(verb: Token) -> list[Token]:
    """Of "put in £6m in 2020" the parser may take the sum for an adverb."""
    return [c for c in verb.rights if c.dep_ == "npadvmod"]


def _goes_into(sentence: Sentence, frame: Frame) -> bool:
    """Whether it is said what the money goes into, other than a time or "it"."""
    times = [s for s in sentence.slots if s.letter == "T"]
    return any(not any(s.start <= t.i < s.end for s in times) for t in frame.get("in"))


def _comes_in(sentence: Sentence, frame: Frame) -> bool:
    """As in "came in with €9m", "came in at the start", "came in as an investor"."""
    investor = any(lemma(t) in words("investor shareholder backer partner") for t in frame.get("as"))
    start = any(t.lower_ in ("start", "beginning", "outset", "seed") for t in frame.get("at"))
    # "Came in again", "came in as well", "came in for the first time": where there was talk of money.
    after = [t.lower_ for t in frame.trigger.doc[frame.trigger.i + 2 : frame.trigger.i + 6]]
    if (
        after[:1] in (["again"], ["too"], ["alongside"])
        or after[:2] == ["as", "well"]
        or after[2:4] == ["first", "time"]
    ):
        near = (sentence, *sentence.scene.previous(sentence, 2))
        start = start or any(cue in s.lower_code for s in near for cue in ("round", "fund", "invest", "rais", "cheque"))
    return investor or start or _is_money(sentence, frame.get("with"))


def _is_money(sentence: Sentence, tokens: list[Token]) -> bool:
    return any(s.letter == "M" and s.start <= t.i < s.end for t in tokens for s in sentence.slots)


def _part_bought(sentence: Sentence) -> Iterator[Candidate]:
    """As in "paid €38mn for 30 per cent", "took up 8% of the shares", "subscribed to new shares"."""
    for verb in sentence.words:
        word = lemma(verb)
        if not is_verb(verb) or word not in _BUY | words("pay subscribe go start begin"):
            continue
        frame = verb_frame(verb)
        if frame.passive:
            continue
        parts: list[Token] = []
        if word in words("pay put") and _is_money(sentence, frame.get("patient")):
            parts = [t for t in frame.get("for") if is_part(sentence, t)]
        elif word == "subscribe":
            parts = [t for t in frame.get("to") + frame.get("for") if lemma(t) in _SHARES and _is_unnamed(t)]
        elif word == "go":
            parts = [t for t in verb.children if t.lower_ == "halves"]
        elif word in _BUY - {"own"}:
            parts = [t for t in frame.get("patient") if is_part(sentence, t) or _is_the_stock(t)]
        if parts:
            for investor in investors_of(sentence, frame):
                yield money_put_in(sentence, investor, verb, "part bought")


def _is_the_stock(thing: Token) -> bool:
    """As in "began buying the stock"."""
    stock = lemma(thing) in ("stock", "share") and any(c.lower_ in ("the", "its", "new") for c in thing.children)
    return stock and _is_unnamed(thing)


def _is_unnamed(thing: Token) -> bool:
    """Whether no name says whose shares they are."""
    return not any(c.dep_ in ("prep", "compound", "poss") and c.lower_ != "its" for c in thing.children)


def _in_round(sentence: Sentence) -> Iterator[Candidate]:
    """As in "Tarn, which led the seed round", "in a Series B led by Tarn", "Tarn took part again"."""
    near = (sentence, *sentence.scene.previous(sentence, 2))
    if not any(cue in s.lower_code for s in near for cue in _ROUND_CUES):
        return
    named = next(filter(None, map(round_named, near)), None)
    for name, found in find(sentence, TOOK_PART):
        if name in _ROLES and found.text("t") not in _LOOSE:
            if name in NAMED_SO and not took_part(found):
                continue
            for investor in (*investing(sentence, found), *found.mentions("q")):
                candidate = money_put_in(sentence, investor, sentence.passage.doc[found.trigger])
                yield candidate.with_details(round=named, lead=lead_of(name, found), **_whole_sum(found, near))
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _LEAD | _JOIN | _GIVE:
            continue
        frame = verb_frame(verb)
        rounds = [t for t in (*verb.children, *frame.get("in"), *frame.get("into")) if _is_round(t)]
        leads = lemma(verb) in _LEAD and any(t.dep_ in ("dobj", "advmod") for t in rounds)
        joins = lemma(verb) in _JOIN | _GIVE and any(t.dep_ == "pobj" for t in rounds)
        if (leads or joins) and not verb_frame(verb).passive and not _is_of_named(sentence, rounds[0]):
            for investor in investors_of(sentence, verb_frame(verb)):
                candidate = money_put_in(sentence, investor, verb)
                yield candidate.with_details(round=named, lead=Detail("true") if leads else None)


def _whole_sum(found: Found, near: Sequence[Sentence]) -> dict[str, Detail]:
    """Of "X has raised $5m. The sole investor was Y" the sum, which is Y's."""
    if found.text("only") not in ("sole", "only", "lone", "single") or len(found.mentions("s")) != 1:
        return {}
    raised = [s for told in near[:2] for s in told.slots if s.letter == "M" and "rais" in told.lower_code]
    money = raised[0].filler if raised else None
    return money_detail(money, near[0]) if isinstance(money, FoundMoney) else {}


_ROUND_CUES = ("round", "rais", "funding", "financing", "series ", "seed", "invest", "backer")
_ROLES = frozenset(
    {
        "led",
        "led by",
        "took part",
        "existing",
        "joined by",
        "led by and joined by",
        "participation",
        "round includes",
        "was the investor",
    }
)
# Words for other things as well, where no round was just told of.
_LOOSE = frozenset("backing money cheque cheques check checks contribution contributions".split()) | {"joined in"}


def _is_of_named(sentence: Sentence, noun: Token) -> bool:
    """Whether the round is told to be that of a company: "led Acme's last round"."""
    owners = [c for c in noun.children if c.dep_ in ("poss", "compound")]
    owners += [t for c in noun.children if c.lower_ in ("of", "in", "for", "at") for t in c.children]
    return bool(fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False))


def _came_from(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """As in "the remainder came from Tarn", after a sentence that tells of money raised."""
    recent = {s.index for s in sentence.scene.previous(sentence, 2)}
    if not any(c.relation == "investedIn" and c.sentence.index in recent for c in told.before):
        return
    for _, found in find(sentence, _CAME):
        for investor in investing(sentence, found):
            yield money_put_in(sentence, investor, sentence.passage.doc[found.trigger])


_CAME = {
    "came from": (
        r"\b(?:rest|remainder|balance|money|most|half|remaining {M}|other {M})"
        r"(?: of (?:it|the (?:money|cash|round|sum)))? (?P<t>came|comes|is coming|will come) from {DESC}{OP+:s}"
    )
}


def _is_round(noun: Token) -> bool:
    """Whether it is a funding round: "the seed round", "that financing"."""
    before = noun.nbor(-1).lower_ if noun.i else ""
    kinds = {c.lower_ for c in noun.children} | {before}
    if before == "series" and len(noun.text.rstrip(".")) == 1 and noun.text[0].isupper():
        return True  # "led the Series B"
    return lemma(noun) in ("financing", "fundraising") or (lemma(noun) == "round" and bool(kinds & _FUNDING))


_FUNDING = words("funding financing fundraising series seed investment a b c d e pre-seed last first latest the")
