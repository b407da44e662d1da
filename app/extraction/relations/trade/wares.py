"""Whose wares somebody has: "runs on software from X", "makes the cards that Y issues", "won the Y contract from X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, is_open_anaphor, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import goods_frame, owners_of_user, untold
from app.extraction.relations.trade.trade_words import NO_WARES, WORK
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_USING = words("use run host train operate fit install adopt deploy equip fly power rely depend work")
_HOSTS = words("server cloud platform software chip processor system network infrastructure technology machine tool")
_KEEPING = words("ship store insure bank warehouse host keep")
_SELLING = words(
    "sell use cut issue serve market fly drive offer distribute import roast bake bottle brew wear stock resell rent"
)
_FITTING = words("fit install mount use build")
_AWARDING = words("award hand give")
_ACCOUNTS = words("contract account business")
_WINNING = words("win land secure gain take take_over pick_up get inherit keep retain lose")
_VERBS = _USING | _KEEPING | _FITTING | _AWARDING | _WINNING | WORK | words("sign pick")


def wares(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients by the goods that pass between them, where no other rule has found them."""
    if "O" not in sentence.letters:
        return
    verbs = (t for t in sentence.words if is_verb(t) and lemma(t) in _VERBS)
    yield from untold((c for verb in verbs for c in _by_verb(sentence, verb)), known)


def _by_verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    frame, word = goods_frame(verb), lemma(verb)
    if word in _USING:
        yield from _used(sentence, frame)
    if word in _KEEPING:
        yield from _kept_with(sentence, frame)
    if word in WORK and not frame.passive:
        yield from _for_the_seller(sentence, frame)
    if word in _FITTING and frame.passive:
        yield from _fitted(sentence, frame)
    if word in _AWARDING or word == "sign":
        yield from _awarded(sentence, frame)
    if word in _WINNING or key_of(verb) in _WINNING:
        yield from _won(sentence, frame)


def _agents(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    return [m for m in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, m)]


def _is_ware(sentence: Sentence, thing: Token) -> bool:
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    return thing.pos_ == "NOUN" and named is None and lemma(thing) not in NO_WARES


def _used(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X runs its payments on software from Y", "will fit tyres made by Y"."""
    clients = first_filled(sentence, frame, ("patient",), "O") if frame.passive else _agents(sentence, frame)
    clients = clients or owners_of_user(sentence, frame)
    agents = frame.get("agent")
    unsaid = not clients and not frame.passive and bool(agents) and is_open_anaphor(sentence, agents[0])
    things = [*frame.get("on"), *frame.get("with"), *([] if frame.passive else frame.get("patient"))]
    for thing in things:
        if not _is_ware(sentence, thing):
            continue
        made = [c for c in thing.children if c.dep_ == "acl" and lemma(c) in WORK]
        sources = [p for head in (thing, *made) for p in head.children if p.lower_ in ("from", "by")]
        sources = [p for p in sources if p.lower_ == "from" or p.head in made]
        tokens = [t for p in sources for t in p.children if t.dep_ == "pobj"]
        if lemma(thing) in _HOSTS and thing in frame.get("on"):
            tokens += [c for c in thing.children if c.dep_ == "poss"]
        if thing in frame.get("patient") and lemma(frame.trigger) in ("fit", "install", "use", "adopt"):
            tokens += frame.get("from")
        vendors = without(_firms(sentence, tokens), clients)
        users = or_told_of(sentence, vendors) if unsaid else clients
        yield from _pairs(sentence, frame, vendors, users)


def _kept_with(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X ships its milk with Y", "X is insured with Y", "X banks with Y"."""
    word = lemma(frame.trigger)
    things = frame.get("patient")
    if word in ("insure", "bank") and (frame.passive or not things):
        clients = first_filled(sentence, frame, ("patient", "agent"), "O")
    elif things and _is_ware(sentence, things[0]) and any(c.lower_ in ("its", "their") for c in things[0].children):
        clients = _agents(sentence, frame)
    else:
        return
    yield from _pairs(sentence, frame, without(members(sentence, frame, ("with",), "O"), clients), clients)


def _for_the_seller(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X weaves the denim that Y cuts", "X makes Lumo, the spray that Y sells"."""
    vendors = _agents(sentence, frame)
    for thing in frame.get("patient")[:1]:
        heads = [thing, *(c for c in thing.children if c.dep_ == "appos")]
        for clause in (c for head in heads for c in head.children if c.dep_ == "relcl" and lemma(c) in _SELLING):
            wanted = ("nsubj", "compound")  # the parser may take "issues" for a noun
            subjects = [c for c in clause.children if c.dep_ in wanted and c.tag_ not in ("WDT", "WP")]
            yield from _pairs(sentence, frame, vendors, without(_firms(sentence, subjects), vendors))


def _fitted(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's tyres are fitted to Y's vans"."""
    for thing in frame.get("patient")[:1]:
        if not _is_ware(sentence, thing):
            continue
        vendors = _owners(sentence, thing)
        targets = [t for name in ("to", "in", "on", "at") for t in frame.get(name)]
        for target in targets:
            if _is_ware(sentence, target):
                yield from _pairs(sentence, frame, vendors, without(_owners(sentence, target), vendors))


def _awarded(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "Y awarded X a three-year deal", "Y has signed X to launder its sheets"."""
    if frame.passive:
        return
    clients = _agents(sentence, frame)
    if lemma(frame.trigger) == "sign":
        aims = [c for c in frame.trigger.children if c.dep_ in ("xcomp", "advcl", "ccomp") and c.tag_ == "VB"]
        aims = [c for c in aims if lemma(c) in WORK]
        if aims:
            hired = [t for c in aims for t in c.children if t.dep_ == "nsubj"]
            vendors = first_filled(sentence, frame, ("patient",), "O", skip=clients) or _firms(sentence, hired)
            yield from _pairs(sentence, frame, without(vendors, clients), clients)
    elif any(lemma(t) in ("deal", "contract") for t in frame.get("patient")):
        vendors = without(members(sentence, frame, ("to",), "O"), clients)
        yield from _pairs(sentence, frame, vendors, clients)


def _won(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X won the Y contract from Z", "X lost the Y account to Z": Y is the client of both."""
    for pact in (t for t in frame.get("patient") if lemma(t) in _ACCOUNTS):
        named = [c for c in pact.children if c.dep_ in ("compound", "nmod")]
        clients = [m for m in _firms(sentence, named) if m.end == pact.i]
        agents = without(_agents(sentence, frame), clients)
        lost = lemma(frame.trigger) == "lose"
        others = without(members(sentence, frame, ("to",) if lost else ("from",), "O"), [*clients, *agents])
        for firms, over in ((agents, lost), (others, not lost)):
            for candidate in _pairs(sentence, frame, firms, clients):
                yield replace(candidate, phase=Phase.ENDED, kind=Kind.EVENT) if over else candidate


def _owners(sentence: Sentence, thing: Token) -> list[FoundMention]:
    own = [c for c in thing.children if c.dep_ == "poss"]
    found = fillers(sentence.scene, sentence.passage.index, own, "O", metonyms=False)
    return [m for m in found if not is_far_pronoun(sentence, m)]


def _firms(sentence: Sentence, tokens: Sequence[Token]) -> list[FoundMention]:
    return fillers(sentence.scene, sentence.passage.index, list(tokens), "O", metonyms=False)


def _pairs(
    sentence: Sentence, frame: Frame, vendors: Sequence[FoundMention], clients: Sequence[FoundMention]
) -> Iterator[Candidate]:
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                yield Candidate("supplies", "trade", sentence, vendor, client, frame.trigger.i, Kind.STATE)
