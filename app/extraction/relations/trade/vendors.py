"""Vendors and clients by contract, order, purchase, choice and use: what is not said by a verb of supplying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.dealings import FOR_PLATFORMS, NO_GOODS, NO_USE, NO_WORK
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame, verb_frame
from app.extraction.relations.reading.groups import members, members_at, objects_after
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import details_of, first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import goods_frame, sources
from app.extraction.relations.trade.trade_words import NO_WARES, PAPERS
from app.extraction.relations.trade.usage import makers_of

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True)
class Order:
    """A noun for a piece of business, and the verbs whose subject gets it (the vendor) or gives it (the client)."""

    nouns: frozenset[str]
    gets: frozenset[str]
    gives: frozenset[str]


_ORDER = Order(
    nouns=words("contract order commission tender mandate subcontract account"),
    gets=words(
        """win secure land receive clinch bag book gain earn obtain get scoop take snag capture fulfil fulfill
        complete retain"""
    ),
    gives=words("award give hand grant place issue let"),
)
# What is bought off a vendor is things; a stake, a business or a right changes hands otherwise.
_BUYING = words("buy purchase order procure source lease rent import commission get")
_DONE_BY = words(
    """supply provide make build manufacture produce design install operate power host assemble print develop
    run handle
    distribute maintain manage deliver equip create ship engineer service process fabricate"""
)
_DONE_TO_CLIENT = words("power supply equip advise represent audit serve service host underpin")
_CHOSEN = words(
    """choose select pick tap contract hire engage retain commission appoint employ subcontract
    recruit name"""
)
_CONTRACT_ROLES = words(
    """supplier vendor provider contractor agency subcontractor adviser advisor consultant auditor agent distributor
    manufacturer broker underwriter partner operator builder"""
)
_ADVISE = words("advise audit")
_MADE_FOR = words(
    """make manufacture build design produce create develop write direct animate engineer construct fabricate
    paint print
    record craft brew assemble complete handle run manage operate host perform conduct undertake do launch deliver
    execute organise organize shoot edit install"""
)
_LICENSES = words("agreement deal licence license franchise contract imprint")
_STOCKED = words("sell stock carry distribute offer find")
_SHOPS = words("retailer chain store supermarket shop outlet grocer department_store reseller boutique")
_USERS = words("use adopt deploy employ implement install choose")


def vendors(sentence: Sentence) -> Iterator[Candidate]:
    """Vendor relationships in a sentence, by the words around a contract, a choice, a purchase or a list."""
    for token in sentence.words:
        if is_verb(token):
            yield from _verb(sentence, token)
        if token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(sentence, token)


def _verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    word, frame = lemma(token), goods_frame(token)
    if word in _BUYING and _goods(sentence, frame):
        buyers = first_filled(sentence, frame, ("agent",), "O")
        kind = Kind.EVENT if token.tag_ in ("VBD", "VBN") else Kind.STATE  # who "buys from" goes on to
        yield from _pairs(sentence, frame, _after_from(sentence, frame, buyers), buyers, "purchase", ("patient",), kind)
    if word in _CHOSEN and frame.passive:
        yield from _chosen(sentence, frame)
    if word in _ADVISE and not frame.passive:
        yield from _served(sentence, frame, "advice")
    if frame.passive and word in _DONE_TO_CLIENT:
        clients = first_filled(sentence, frame, ("patient",), "O")
        doers = without(members(sentence, frame, ("by",), "O"), clients)
        # "X was advised by A, and Y by B": what is done to Y.
        doers = [m for m in doers if m.end >= sentence.end or sentence.passage.doc[m.end].lower_ != "by"]
        yield from _pairs(sentence, frame, doers, clients, "done by")
    if word in _DONE_BY:
        yield from _done_by(sentence, frame)
    if word in _USERS and frame.passive:
        yield from _used_by(sentence, frame)
    if word in _STOCKED and frame.passive:
        yield from _stocked(sentence, frame)
    if word in _MADE_FOR and not frame.passive:
        yield from _made_for(sentence, frame)


def _made_for(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X created a range of shows and campaigns for A, B and C"."""
    things = frame.get("patient")
    if not things or things[0].pos_ != "NOUN" or any(lemma(t) in NO_WORK | FOR_PLATFORMS for t in things):
        return
    if sentence.scene.mentions.at(sentence.passage.index, things[0].i) is not None:
        return
    makers = first_filled(sentence, frame, ("agent",), "O")
    for target in objects_after(frame.trigger, frozenset({"for"}))[:2] if makers else []:
        if lemma(target.head.head) in _LICENSES:
            continue  # "runs shops under franchise agreements for A"
        clients = without(members_at(sentence, target, "O"), makers)
        yield from _pairs(sentence, frame, makers, clients, "supply", ("patient",))


def _goods(sentence: Sentence, frame: Frame) -> bool:
    """Whether what is bought is goods: several of a thing, or a mass of it; not a name and not a business."""
    if frame.passive:
        return False
    for thing in frame.get("patient")[:1]:
        if lemma(frame.trigger) == "get" and not any(c.dep_ == "poss" for c in thing.children):
            return False
        named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
        plural = thing.tag_ == "NNS" or any(c.dep_ == "nummod" for c in thing.children)
        if thing.pos_ == "NOUN" and named is None and lemma(thing) not in NO_WARES - PAPERS:
            of = [lemma(p) for c in thing.children if c.lower_ == "of" for p in c.children]
            return plural and not any(word in NO_GOODS for word in of)
    return False


def _after_from(sentence: Sentence, frame: Frame, skip: Sequence[FoundMention]) -> list[FoundMention]:
    return without(sources(sentence, frame), skip)


def _chosen(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X was hired by Y to run its canteens", "X was chosen as supplier by Y"."""
    hired = first_filled(sentence, frame, ("patient",), "O")
    clients = without(members(sentence, frame, ("by",), "O"), hired)
    purpose = any(
        c.dep_ in ("xcomp", "advcl", "relcl", "acl", "ccomp") and c.tag_ == "VB" for c in frame.trigger.children
    )
    role = any(lemma(t) in _CONTRACT_ROLES for name in ("as", "attr") for t in frame.get(name))
    plain = lemma(frame.trigger) in ("hire", "contract", "subcontract", "engage")  # a film is commissioned too
    if purpose or role or frame.get("for") or plain:
        yield from _pairs(sentence, frame, hired, clients, "pick", ("for",), Kind.EVENT)


def _served(sentence: Sentence, frame: Frame, service: str) -> Iterator[Candidate]:
    vendors_ = first_filled(sentence, frame, ("agent",), "O")
    clients = without(members(sentence, frame, ("patient",), "O"), vendors_)
    yield from _pairs(sentence, frame, vendors_, [c for c in clients if not _advises_another(sentence, c)], service)


def _advises_another(sentence: Sentence, named: FoundMention) -> bool:
    """Whether a second name is that of another adviser: "A advised X and B the seller", "A advised X and B Y"."""
    doc, after = sentence.passage.doc, named.end
    if doc[named.start - 1].lower_ not in ("and", "while", ",", ";") or after + 1 >= sentence.end:
        return False
    follows = sentence.scene.mentions.at(sentence.passage.index, after)
    side = doc[after].lower_ == "the" and lemma(doc[after + 1]) in ("seller", "buyer", "purchaser", "target", "bidder")
    return side or (follows is not None and follows.start == after)


_NOT_DONE_FOR = words("list report cut history growth claim project")
# Who produces somebody's film or album is no vendor of whoever shot or sang it.
_WORKS = words("film movie album song single novel memoir book")


def _done_by(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's chips are made by Y", "Y makes X's chips": who owns the thing is the client."""
    doers = members(sentence, frame, ("by",) if frame.passive else ("agent",), "O")
    for thing in frame.get("patient"):
        if thing.pos_ != "NOUN" or sentence.scene.mentions.at(sentence.passage.index, thing.i) is not None:
            continue
        if thing.i + 1 < sentence.end and any(t.text[:1].isupper() for t in thing.lefts if t.dep_ != "poss"):
            continue
        if lemma(thing) in NO_GOODS | _NOT_DONE_FOR:
            continue
        if lemma(thing) in _WORKS and lemma(frame.trigger) in ("produce", "co-produce", "release"):
            continue
        owners = [c for c in thing.children if c.dep_ == "poss"]
        clients = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
        found = without(doers, clients)
        for candidate in _pairs(sentence, frame, found, clients, "done for"):
            phrase = noun_phrase(thing)
            first = max([phrase.start, *(o.right_edge.i + 1 for o in owners)])
            # Who distributes a film supplies no film.
            told = first < phrase.end and lemma(frame.trigger) not in ("distribute", "handle")
            span = sentence.raw(first, phrase.end) if told else None
            yield candidate.with_details(service=Detail(span.text, span)) if span else candidate


def _used_by(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's software is used by A and B"."""
    clients = members(sentence, frame, ("by",), "O")
    if not clients:
        return
    for thing in frame.get("patient"):
        if lemma(thing) in NO_USE:
            continue
        own = makers_of(sentence, fillers(sentence.scene, sentence.passage.index, [thing], "OR", metonyms=False))
        parts = [c for c in thing.children if c.dep_ in ("poss", "compound")]
        makers = own or fillers(sentence.scene, sentence.passage.index, parts, "O", metonyms=False)
        yield from _pairs(sentence, frame, without(makers, clients), clients, "use")


def _noun(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    word = lemma(token)
    if word in _ORDER.nouns:
        yield from _order(sentence, token)


def _stocked(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's products are sold in chains such as A and B": the shops are the clients."""
    targets = objects_after(frame.trigger, frozenset({"in", "at", "by", "through", "via"}))
    if not any(lemma(t) in _SHOPS or _of_amount(t) in _SHOPS for t in targets):
        return
    for thing in frame.get("patient"):
        owners = [c for c in thing.children if c.dep_ in ("poss", "compound")]
        makers = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
        for target in targets:
            yield from _pairs(sentence, frame, makers, without(members_at(sentence, target, "O"), makers), "supply")


def _of_amount(token: Token) -> str:
    return next((lemma(t) for c in token.children if c.lower_ == "of" for t in c.children), "")


def _order(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X won a contract from Y", "Y awarded X the contract", "X was awarded a contract by Y"."""
    verb = governing_verb(noun)
    named = [sentence.scene.mentions.at(sentence.passage.index, c.i) for c in noun.children if c.dep_ == "compound"]
    if verb is None or any(m is not None and sentence.scene.letter(m) == "O" for m in named):
        return  # "won the X contract from Y": it was Y's with X
    frame, own = verb_frame(verb), noun_frame(noun)
    word = lemma(verb)
    if key_of(verb) == "take over":
        return  # of whoever had it before
    subjects = first_filled(sentence, frame, ("agent",), "O")
    if word in _ORDER.gets and not frame.passive and noun in frame.get("patient"):
        givers = members(sentence, own, ("from", "with", "by"), "O") or members(sentence, frame, ("from", "with"), "O")
        givers = givers or _further(sentence, noun, "from")
        yield from _pairs(sentence, frame, subjects, without(givers, subjects), "contract", (), Kind.EVENT)
    elif word in _ORDER.gives:
        if frame.passive:
            winners = first_filled(sentence, frame, ("patient", "to"), "O")
            givers = members(sentence, frame, ("by",), "O") or members(sentence, own, ("by",), "O")
            yield from _pairs(sentence, frame, winners, without(givers, winners), "contract", (), Kind.EVENT)
        else:
            winners = members(sentence, frame, ("to", "with"), "O") or first_filled(sentence, frame, ("patient",), "O")
            winners = winners or _further(sentence, noun, "with")
            yield from _pairs(sentence, frame, without(winners, subjects), subjects, "contract", (), Kind.EVENT)


def _further(sentence: Sentence, pact: Token, preposition: str) -> list[FoundMention]:
    """As in "an order for 40 machines from X": the parser hangs the preposition on the machines."""
    goods = [t for c in pact.children if c.lower_ == "for" for t in c.children if t.dep_ == "pobj"]
    tokens = [t for thing in goods for p in thing.children if p.lower_ == preposition for t in p.children]
    return fillers(sentence.scene, sentence.passage.index, tokens, "O", metonyms=False)


def _pairs(
    sentence: Sentence,
    frame: Frame,
    vendors_: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    rule: str,
    service: tuple[str, ...] = (),
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    details = details_of(sentence, frame, {"service": service}, clients) if service else {}
    for vendor in vendors_:
        for client in clients:
            if vendor.entity != client.entity:
                yield Candidate("supplies", rule, sentence, vendor, client, frame.trigger.i, kind, details=details)
