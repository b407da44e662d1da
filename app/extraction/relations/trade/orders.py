"""Orders and contracts of which the sentence leaves one party unsaid: "placed an order", "the work goes to X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun, or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.trade.trade_parties import untold
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_PACTS = words("order contract commission tender subcontract account mandate")
_PLACES = words("place give sign renew extend double triple cancel withdraw cut halve resume confirm")
_WINS = words("win land secure clinch get lose keep retain")
_ENDS = words("cancel withdraw lose")
_WORK = words("business contract order work account custom mandate job tender production")
_GOES = words("go pass move switch fall shift")
_STOPS = words("stop halt suspend cease quit discontinue")
_STARTS = words("start begin")
_TASKS = words("task batch project assignment")
_GIVES = words("send give place order buy award")
_DELIVERS = words("deliver ship supply")
_HIRES = words("engage hire retain appoint commission contract")
_BODIES = words("board management director leadership court administrator receiver")
_VERBS = _PLACES | _WINS | _GOES | _STOPS | _STARTS | _HIRES | words("order sign")


def orders(sentence: Sentence, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """Vendors and clients by an order or a contract, where no other rule has found them in the sentence."""
    if "O" not in sentence.letters:
        return
    verbs = (t for t in sentence.words if is_verb(t) and lemma(t) in _VERBS)
    yield from untold((c for verb in verbs for c in _by_verb(sentence, verb)), known)


def _by_verb(sentence: Sentence, verb: Token) -> Iterator[Candidate]:
    frame, word = verb_frame(verb), lemma(verb)
    pacts = [t for t in frame.get("patient") if lemma(t) in _PACTS]
    if pacts and not frame.passive and not _has_other_party(frame, pacts[0]):
        if word in _PLACES and word != "give":
            yield from _placed(sentence, frame, pacts[0])
        if word in _WINS and _is_known(pacts[0]):
            yield from _won(sentence, frame)
    if word == "order" or word == "sign":
        yield from _ordered(sentence, frame)
    if word in _GOES:
        yield from _went(sentence, frame)
    if word in _STOPS | _STARTS:
        yield from _stopped(sentence, frame)
    if word in _HIRES and not frame.passive:
        yield from _hired(sentence, frame)


def _has_other_party(frame: Frame, pact: Token) -> bool:
    """Whether the sentence says with whom, whoever that is."""
    told = {c.lower_ for c in pact.children if c.dep_ == "prep"}
    return bool(told & {"with", "from", "by", "to", "at"}) or bool(
        frame.get("with") or frame.get("from") or frame.get("to")
    )


def _is_known(pact: Token) -> bool:
    return any(c.lower_ in ("the", "that", "this") for c in pact.children if c.dep_ == "det")


def _placed(sentence: Sentence, frame: Frame, pact: Token) -> Iterator[Candidate]:
    """As in "X placed an order worth $3m", "X has renewed its contract": of the firm told of."""
    if lemma(frame.trigger) != "place" and lemma(pact) != "order":
        return
    if any(c.lower_ in ("no", "any", "fewer", "neither") for c in pact.children):
        return
    clients = [c for c in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, c)]
    yield from _pairs(
        sentence, frame, or_told_of(sentence, clients, "vendor"), clients, ended=lemma(frame.trigger) in _ENDS
    )


def _won(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X, which won the contract in 2021 over the incumbent, Y": the firm told of is the client of both."""
    vendors = [v for v in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, v)]
    rest = [t for name in ("over", "from", "against") for t in frame.get(name) if lemma(t) == "incumbent"]
    before = fillers(sentence.scene, sentence.passage.index, rest, "O", metonyms=False)
    clients = or_told_of(sentence, [*vendors, *before])
    yield from _pairs(sentence, frame, vendors, clients, ended=lemma(frame.trigger) == "lose")
    yield from _pairs(sentence, frame, before, clients, ended=True)


def _ordered(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X ordered 40 of the cards", "X has signed for five years"."""
    clients = [c for c in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, c)]
    if not clients or frame.passive or frame.get("with") or frame.get("from") or frame.get("to"):
        return
    if lemma(frame.trigger) == "order":
        things = frame.get("patient")
        part = things and things[0].pos_ == "NUM" and any(c.lower_ == "of" for c in things[0].children)
    else:
        part = not frame.get("patient") and any(lemma(t) in ("year", "month", "season") for t in frame.get("for"))
    if part:
        yield from _pairs(sentence, frame, or_told_of(sentence, clients, "vendor"), clients)


def _went(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X told the firm that the business would go to Y", "the contract went to Y"."""
    things = [t for t in frame.get("agent") + frame.get("patient") if t.pos_ == "NOUN"]
    if (
        not things
        or lemma(things[0]) not in _WORK
        or not (_is_known(things[0]) or any(c.dep_ == "poss" for c in things[0].children))
    ):
        return
    vendors = members(sentence, frame, ("to",), "O")
    owners = fillers(
        sentence.scene, sentence.passage.index, [c for c in things[0].children if c.dep_ == "poss"], "O", metonyms=False
    )
    sayers: list[FoundMention] = []
    # What X is said to have told somebody is for others to vouch for.
    if frame.trigger.dep_ == "ccomp" and is_verb(frame.trigger.head) and not _is_passed_on(frame.trigger):
        sayers = fillers(
            sentence.scene, sentence.passage.index, list(subjects_of(frame.trigger.head)), "O", metonyms=False
        )
    within = [t for p in things[0].children if p.lower_ == "of" for t in p.subtree if t.dep_ == "poss"]
    owners = owners or fillers(sentence.scene, sentence.passage.index, within, "O", metonyms=False)
    clients = without(owners or sayers, vendors) or or_told_of(sentence, vendors)
    told = _pairs(sentence, frame, vendors, clients, kind=Kind.EVENT)
    # Who has got the work does it from then on.
    yield from (replace(c, phase=Phase.STARTED) for c in told) if _has_gone(frame.trigger) else told


def _has_gone(verb: Token) -> bool:
    """Whether work has gone to somebody: "went to", "has since gone to", "has been going to"; not "would go"."""
    helpers = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    return verb.tag_ in ("VBD", "VBN", "VBG") and not helpers & {"would", "will", "may", "might", "could", "is", "are"}


def _is_passed_on(verb: Token) -> bool:
    """Whether a sentence goes on to say who tells it: "..., two people who saw the letter said"."""
    return any(t.lower_ in ("people", "person", "sources", "source", "officials", "according") for t in verb.sent)


def _stopped(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X stopped sending it work", "X has stopped delivering", "X started sending its tasks to Y"."""
    begins = lemma(frame.trigger) in _STARTS
    agents = [a for a in first_filled(sentence, frame, ("agent",), "O") if not is_far_pronoun(sentence, a)]
    for doing in (c for c in frame.trigger.children if c.dep_ == "xcomp" and is_verb(c)):
        inner = verb_frame(doing)
        if lemma(doing) in _GIVES and any(lemma(t) in _WORK | _TASKS for t in inner.get("patient")):
            vendors = without(members(sentence, inner, ("to", "with"), "O"), agents)
            told = _pairs(sentence, frame, vendors, agents, ended=not begins)
            yield from (replace(c, phase=Phase.STARTED, kind=Kind.EVENT) for c in told) if begins else told
        elif lemma(doing) in _DELIVERS and not begins:
            clients = without(members(sentence, inner, ("to", "patient"), "O"), agents)
            others = clients or (or_told_of(sentence, agents) if not inner.get("to") else [])
            yield from _pairs(sentence, frame, agents, others, ended=True)


def _hired(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "the board has engaged X to find a successor": the firm told of is the client."""
    bodies = [t for t in frame.get("agent") if lemma(t) in _BODIES and not any(c.dep_ == "poss" for c in t.children)]
    purpose = any(c.dep_ in ("xcomp", "advcl", "relcl", "acl") and c.tag_ == "VB" for c in frame.trigger.children)
    if (
        not bodies
        or first_filled(sentence, frame, ("agent",), "O")
        or not (purpose or frame.get("as") or frame.get("for"))
    ):
        return
    vendors = first_filled(sentence, frame, ("patient",), "O")
    yield from _pairs(sentence, frame, vendors, or_told_of(sentence, vendors))


def _pairs(
    sentence: Sentence,
    frame: Frame,
    vendors: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    *,
    ended: bool = False,
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                told = Candidate("supplies", "contract", sentence, vendor, client, frame.trigger.i, kind)
                yield replace(told, phase=Phase.ENDED, kind=Kind.EVENT) if ended else told
