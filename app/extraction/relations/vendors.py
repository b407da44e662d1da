"""Vendors and clients by contract, order, choice, use and list: what is not said by a verb of supplying."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.dealings import FOR_PLATFORMS, NO_GOODS, NO_WORK
from app.extraction.relations.frames import (
    Frame,
    fillers,
    governing_verb,
    is_verb,
    lemma,
    noun_frame,
    subjects_of,
    verb_frame,
)
from app.extraction.relations.groups import groups, members, members_at, objects_after
from app.extraction.relations.listing import mentions_from
from app.extraction.relations.rules import details_of, first_filled, noun_phrase, words
from app.extraction.relations.sentences import Sentence

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
_BUYING = words("buy purchase order procure source lease rent import obtain commission")
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
_CLIENTS = words("client customer")
_KEEPS = words(
    "have count list boast serve include number name claim add gain win sign attract land acquire supply take"
)
_SUPPLIERS = words("supplier vendor subcontractor")
_MADE_FOR = words(
    """make manufacture build design produce create develop write direct animate engineer construct fabricate
    paint print
    record craft brew assemble complete handle run manage operate host perform conduct undertake do launch deliver
    execute organise organize shoot edit install"""
)
_USERS = words("use adopt deploy employ implement install choose")


def vendors(sentence: Sentence) -> Iterator[Candidate]:
    """Vendor relationships in a sentence, by the words around a contract, a choice, a purchase or a list."""
    for token in sentence.tokens:
        if is_verb(token):
            yield from _verb(sentence, token)
        if token.pos_ in ("NOUN", "PROPN"):
            yield from _noun(sentence, token)
    for group in groups(sentence, _CLIENTS | _SUPPLIERS):
        yield from _listed(sentence, group.noun, group.start)


def _verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    word, frame = lemma(token), verb_frame(token)
    if word in _BUYING and _goods(sentence, frame):
        buyers = first_filled(sentence, frame, ("agent",), "O")
        yield from _pairs(
            sentence, frame, _after_from(sentence, frame, buyers), buyers, "purchase", ("patient",), Kind.EVENT
        )
    if word in _CHOSEN and frame.passive:
        yield from _chosen(sentence, frame)
    if word in _ADVISE and not frame.passive:
        yield from _served(sentence, frame, "advice")
    if frame.passive and word in _DONE_TO_CLIENT:
        clients = first_filled(sentence, frame, ("patient",), "O")
        yield from _pairs(sentence, frame, without(members(sentence, frame, ("by",), "O"), clients), clients, "done by")
    if word in _DONE_BY:
        yield from _done_by(sentence, frame)
    if word in _USERS and frame.passive:
        yield from _used_by(sentence, frame)
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
        clients = without(members_at(sentence, target, "O"), makers)
        yield from _pairs(sentence, frame, makers, clients, "supply", ("patient",))


def _goods(sentence: Sentence, frame: Frame) -> bool:
    """Whether what is bought is goods: several of a thing, or a mass of it; not a name and not a business."""
    if frame.passive:
        return False
    for thing in frame.get("patient")[:1]:
        named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
        plural = thing.tag_ == "NNS" or any(c.dep_ == "nummod" for c in thing.children)
        if thing.pos_ == "NOUN" and named is None and lemma(thing) not in NO_GOODS:
            of = [lemma(p) for c in thing.children if c.lower_ == "of" for p in c.children]
            return plural and not any(word in NO_GOODS for word in of)
    return False


def _after_from(sentence: Sentence, frame: Frame, skip: Sequence[FoundMention]) -> list[FoundMention]:
    return without(members(sentence, frame, ("from",), "O"), skip)


def without(found: Sequence[FoundMention], others: Sequence[FoundMention]) -> list[FoundMention]:
    """The mentions of other things than those."""
    taken = {m.entity for m in others}
    return [m for m in found if m.entity not in taken]


def _chosen(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X was hired by Y to run its canteens", "X was chosen as supplier by Y"."""
    hired = first_filled(sentence, frame, ("patient",), "O")
    clients = without(members(sentence, frame, ("by",), "O"), hired)
    purpose = any(
        c.dep_ in ("xcomp", "advcl", "relcl", "acl", "ccomp") and c.tag_ == "VB" for c in frame.trigger.children
    )
    role = any(lemma(t) in _CONTRACT_ROLES for name in ("as", "attr") for t in frame.get(name))
    plain = lemma(frame.trigger) in ("hire", "contract", "commission", "subcontract", "engage")
    if purpose or role or frame.get("for") or plain:
        yield from _pairs(sentence, frame, hired, clients, "pick", ("for",), Kind.EVENT)


def _served(sentence: Sentence, frame: Frame, service: str) -> Iterator[Candidate]:
    vendors_ = first_filled(sentence, frame, ("agent",), "O")
    yield from _pairs(
        sentence, frame, vendors_, without(members(sentence, frame, ("patient",), "O"), vendors_), service
    )


def _done_by(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's chips are made by Y", "Y makes X's chips": who owns the thing is the client."""
    doers = members(sentence, frame, ("by",) if frame.passive else ("agent",), "O")
    for thing in frame.get("patient"):
        if thing.pos_ != "NOUN" or sentence.scene.mentions.at(sentence.passage.index, thing.i) is not None:
            continue
        if thing.i + 1 < sentence.end and any(t.text[:1].isupper() for t in thing.lefts if t.dep_ != "poss"):
            continue
        if lemma(thing) in NO_GOODS or lemma(thing) in ("list", "report", "cut", "history", "growth", "claim"):
            continue
        owners = [c for c in thing.children if c.dep_ == "poss"]
        clients = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
        found = without(doers, clients)
        for candidate in _pairs(sentence, frame, found, clients, "done for"):
            phrase = noun_phrase(thing)
            first = max([phrase.start, *(o.right_edge.i + 1 for o in owners)])
            span = sentence.raw(first, phrase.end) if first < phrase.end else None
            yield candidate.with_details(service=Detail(span.text, span)) if span else candidate


def _used_by(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X's software is used by A and B"."""
    clients = members(sentence, frame, ("by",), "O")
    if not clients:
        return
    for thing in frame.get("patient"):
        own = fillers(sentence.scene, sentence.passage.index, [thing], "O", metonyms=False)
        parts = [c for c in thing.children if c.dep_ in ("poss", "compound")]
        makers = own or fillers(sentence.scene, sentence.passage.index, parts, "O", metonyms=False)
        yield from _pairs(sentence, frame, without(makers, clients), clients, "use")


def _noun(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    word = lemma(token)
    if word in _ORDER.nouns:
        yield from _order(sentence, token)
    elif word in _CLIENTS:
        yield from _signed_as(sentence, token)


def _order(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X won a contract from Y", "Y awarded X the contract", "X was awarded a contract by Y"."""
    verb = governing_verb(noun)
    if verb is None or any(c.lower_ in ("new", "multi-year") and False for c in noun.children):
        return
    frame, own = verb_frame(verb), noun_frame(noun)
    word = lemma(verb)
    subjects = first_filled(sentence, frame, ("agent",), "O")
    if word in _ORDER.gets and not frame.passive and noun in frame.get("patient"):
        givers = members(sentence, own, ("from", "with", "by"), "O") or members(sentence, frame, ("from", "with"), "O")
        yield from _pairs(sentence, frame, subjects, without(givers, subjects), "contract", (), Kind.EVENT)
    elif word in _ORDER.gives:
        if frame.passive:
            winners = first_filled(sentence, frame, ("patient", "to"), "O")
            givers = members(sentence, frame, ("by",), "O") or members(sentence, own, ("by",), "O")
            yield from _pairs(sentence, frame, winners, without(givers, winners), "contract", (), Kind.EVENT)
        else:
            winners = members(sentence, frame, ("to", "with"), "O") or first_filled(sentence, frame, ("patient",), "O")
            yield from _pairs(sentence, frame, without(winners, subjects), subjects, "contract", (), Kind.EVENT)


def _signed_as(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "X added A as a client", "X's first customer was A", "A became a client of X"."""
    doc = sentence.passage.doc
    owners = [c for c in noun.children if c.dep_ == "poss"]
    makers = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "as" and is_verb(head.head):
        frame = verb_frame(head.head)
        makers = makers or first_filled(sentence, frame, ("agent",), "O")
        clients = without(members(sentence, frame, ("patient",), "O"), makers)
        if lemma(head.head) in _KEEPS and not frame.passive:
            yield from _pairs(sentence, frame, makers, clients, "client list")
    elif makers and noun.dep_ == "nsubj" and lemma(head) == "be":
        after = head.i + 1
        while after < sentence.end and doc[after].pos_ == "ADV":
            after += 1
        clients = without(mentions_from(sentence, after, "O"), makers)
        yield from _pairs(sentence, verb_frame(head), makers, clients, "client list")


def _listed(sentence: Sentence, noun: Token, start: int) -> Iterator[Candidate]:
    """As in "X's clients include A and B", "X serves customers such as A", "X, whose suppliers include A"."""
    named = mentions_from(sentence, start, "O")
    if not named:
        return
    owners = holders(sentence, noun)
    owners = without(owners, named)
    supplied = lemma(noun) in _SUPPLIERS
    for owner in owners[:1]:
        for name in without(named, owners):
            vendor, client = (name, owner) if supplied else (owner, name)
            yield Candidate("supplies", "client list", sentence, vendor, client, noun.i, Kind.STATE, presupposed=False)


def holders(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Whose clients they are: by possessive, by "of", or as the subject of the verb that has or serves them."""
    scene, index = sentence.scene, sentence.passage.index
    frame = noun_frame(noun)
    found = fillers(scene, index, frame.get("poss"), "O", metonyms=False)
    found = found or fillers(scene, index, frame.get("of") + frame.get("for"), "O", metonyms=False)
    if found:
        return found
    doc = sentence.passage.doc
    if any(c.lower_ in ("their", "its", "our") for c in noun.children) or (
        noun.dep_ == "nsubj" and not any(c.dep_ in ("poss", "det", "prep") for c in noun.children)
    ):
        return only_one_before(sentence, noun.i)
    whose = next((t for t in doc[max(sentence.start, noun.i - 5) : noun.i] if t.lower_ == "whose"), None)
    if whose is not None:
        before = [m for m in sentence.mentions() if m.end <= whose.i and scene.letter(m) == "O"]
        return before[-1:]
    for child in noun.children:
        mention = scene.mentions.at(index, child.i) if child.dep_ in ("compound", "nmod") else None
        if mention is not None and scene.letter(mention) == "O":
            return [mention]
    verb = _verb_above(noun)
    if verb is None:
        return []
    return fillers(scene, index, list(subjects_of(verb)), "O", metonyms=False)


def only_one_before(sentence: Sentence, index: int) -> list[FoundMention]:
    """The organisation that an unresolved "their" must mean: the only one before it here, or in the sentence before."""
    for scope in (sentence, *sentence.scene.previous(sentence)):
        own = [
            m for m in scope.mentions() if scope.scene.letter(m) == "O" and (scope is not sentence or m.end <= index)
        ]
        if own:
            one = len({m.entity for m in own}) == 1 and own[0].passage == sentence.passage.index
            return own[-1:] if one else []
    return []


def _verb_above(noun: Token) -> Token | None:
    """The verb that a noun is the object of, through prepositions and other nouns ("a range of work for clients")."""
    token = noun
    for _ in range(6):
        if token.dep_ in ("nsubj", "nsubjpass") or token.head == token:
            return None
        token = token.head
        if is_verb(token):
            return token
    return None


def _pairs(
    sentence: Sentence,
    frame: Frame,
    vendors_: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    rule: str,
    service: tuple[str, ...] = (),
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    details = details_of(sentence, frame, {"service": service}) if service else {}
    for vendor in vendors_:
        for client in clients:
            if vendor.entity != client.entity:
                yield Candidate("supplies", rule, sentence, vendor, client, frame.trigger.i, kind, details=details)
