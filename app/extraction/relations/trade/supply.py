"""Vendors and clients: who supplies whom, with what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.dealings import (
    FOR_PLATFORMS,
    NO_GOODS,
    NO_WORK,
    VENDORS,
    is_told_as,
)
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.goods import is_sold_for_a_price
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import details_of, first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.supply_told import supplies_told
from app.extraction.relations.trade.switches import switches
from app.extraction.relations.trade.trade_parties import doers, goods_frame, receivers, sources, unnamed_receivers
from app.extraction.relations.trade.trade_words import NO_WARES, PAPERS
from app.extraction.relations.trade.usage import RELY, USE, used
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUPPLY = words("supply provide deliver furnish ship sell offer lease license licence rent")
_TO_ONLY = words("sell offer ship deliver lease license licence rent")
_SERVE = words("serve equip")
# Work that is done "for" a client; it needs an object, so "works for" and "makes for" stay out.
_WORK_FOR = words(
    """label annotate make manufacture build design produce process clean host handle manage print train curate
    collect
    transcribe moderate develop run operate assemble package store test source code translate"""
)
# What it is done to is there before, and whoever does it does not supply it.
_DONE_TO = words("label annotate clean transcribe moderate translate test process curate store host train tune rate")
# So near a verb its object ends.
_BESIDE = 6
_PICK = words("choose select pick tap contract hire engage retain commission appoint keep")
_DROP = words("drop ditch dump replace fire axe abandon")
_BUY = words("buy source get order purchase obtain procure import rent lease license")
_ONE_OFF = words(
    """stake share business unit division arm company firm plant factory building site land property house portfolio
    right patent brand subsidiary control name idea"""
)
_SPELLS = words("year month week day decade while time now season moment")
_SAID = words(
    "answer reply response message warning verdict ruling speech letter statement threat apology blow news petition"
)
_SOLD_ONCE = _ONE_OFF | words(
    """
    % percent cent majority minority half third quarter remainder rest holding interest operation yard shipyard club
    brewery magazine newspaper paper title mine hotel store shop chain department office airline bank fund estate farm
    mill quarry field licence license account flagship headquarters villa yacht jet mansion tower mall warehouse depot
    terminal pub restaurant showroom branch campus"""
)


def supplies(sentence: Sentence) -> Iterator[Candidate]:
    """Vendor relationships in a sentence."""
    for token in sentence.words:
        named = sentence.scene.mentions.at(sentence.passage.index, token.i)
        # The verb of "We Work" is a part of a name.
        if is_verb(token) and (named is None or named.kind is not MentionKind.NAME):
            yield from _verb(sentence, token)
    yield from supplies_told(sentence)
    yield from switches(sentence)


def _bought(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X buys its software from Y"; what is bought once, as a house or a firm, makes no vendor."""
    things = [t for t in frame.get("patient") if t.pos_ == "NOUN"]
    if not things or lemma(things[0]) in _ONE_OFF | (NO_WARES - PAPERS):
        return
    own = any(c.lower_ in ("its", "their", "our", "all", "most", "his", "her") for c in things[0].children)
    bare = not any(c.dep_ in ("det", "nummod") for c in things[0].children)
    if lemma(frame.trigger) != "source" and not own and not (bare and frame.trigger.tag_ in ("VBZ", "VBP")):
        return
    vendors = sources(sentence, frame)
    clients = doers(sentence, frame, vendors, "client")
    yield from _make(sentence, frame, without(vendors, clients), clients, ("patient",))


def _verb(sentence: Sentence, token: Token) -> Iterator[Candidate]:
    key, bare = key_of(token), lemma(token)
    frame = goods_frame(token)
    if bare in _SUPPLY:
        yield from _supply(sentence, frame)
    elif bare in _SERVE:
        yield from _candidates(sentence, frame, ("patient",), service=("with",))
    elif (
        bare in _WORK_FOR
        and _thing(sentence, frame)
        and not any(lemma(t) in NO_WORK | FOR_PLATFORMS for t in frame.get("patient"))
    ):
        for candidate in _candidates(sentence, frame, ("for",), service=("patient",)):
            yield _with_work(candidate) if bare in _DONE_TO else candidate
        if bare in ("label", "annotate", "print", "host", "clean", "transcribe", "moderate", "translate"):
            yield from _worked_on(sentence, frame)
    elif bare == "work" and not frame.get("patient"):
        yield from _works_for(sentence, frame)
    elif bare in _BUY and frame.get("from"):
        yield from _bought(sentence, frame)
    elif bare in USE or bare in RELY:
        yield from used(sentence, frame, ("patient",) if bare in USE else ("on", "upon"))
    elif bare in _DROP:
        yield from _dropped(sentence, frame)
    elif bare in _PICK or key in ("turn", "switch"):
        yield from _pick(sentence, frame)
    elif bare == "come" and first_filled(sentence, frame, ("from",), "O"):
        yield from _came_from(sentence, frame)


def _with_work(candidate: Candidate) -> Candidate:
    """The work as the service, as in "labels the video for Y": the video is there before."""
    service, sentence = candidate.details.get("service"), candidate.sentence
    if service is None or service.span is None:
        return candidate
    end = service.span.end - sentence.passage.block.start
    last = next((t.i for t in sentence.tokens if t.idx + len(t) == end), -1)
    if not 0 < last - candidate.trigger < _BESIDE:
        return candidate
    whole = sentence.raw(candidate.trigger, last + 1)
    return candidate.with_details(service=Detail(whole.text, whole))


def _works_for(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X works for Y", "Y works with the vendor X"."""
    clients = first_filled(sentence, frame, ("agent",), "O", metonyms=False)
    vendors = [m for m in members(sentence, frame, ("with",), "O") if is_told_as(sentence, m, VENDORS)]
    yield from _make(sentence, frame, without(vendors, clients), clients, ())
    # "X's chief executive P used to work for Y" tells of P's work, "works for the firm" of somebody's.
    if first_filled(sentence, frame, ("agent",), "O", metonyms=False):
        for candidate in _candidates(sentence, frame, ("for",), service=()):
            if isinstance(candidate.object, FoundMention) and candidate.object.kind is not MentionKind.NOMINAL:
                yield candidate


def _dropped(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X dropped Y as a supplier"."""
    if any("supplier" in t.lower_ or "vendor" in t.lower_ or "provider" in t.lower_ for t in frame.get("as")):
        clients = first_filled(sentence, frame, ("agent",), "O")
        vendors = first_filled(sentence, frame, ("patient",), "O", skip=clients)
        for candidate in _make(sentence, frame, vendors, clients, ()):
            yield replace(candidate, phase=Phase.ENDED, kind=Kind.EVENT)


def _worked_on(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X labels Y's audio"."""
    owners = [c for thing in frame.get("patient") for c in thing.children if c.dep_ == "poss"]
    clients = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
    yield from _make(sentence, frame, first_filled(sentence, frame, ("agent",), "O", skip=clients), clients, ())


def _thing(sentence: Sentence, frame: Frame) -> bool:
    """Whether the object is a thing rather than an organisation or a person."""
    things = frame.get("patient")
    return (
        bool(things)
        and things[0].pos_ in ("NOUN", "PROPN")
        and not fillers(sentence.scene, sentence.passage.index, things[:1], "PO", metonyms=False)
    )


def _supply(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    roles = ("to", "for") if _thing(sentence, frame) else ("patient", "to")
    vendors = doers(sentence, frame, receivers(sentence, frame, roles) if frame.get("agent") else [])
    if not vendors:
        return
    # What is sold once, as a part of a firm or the whole of one, makes no vendor.
    sold_off = lemma(frame.trigger) == "sell" and (
        any(lemma(t) in _SOLD_ONCE or _is_one_of_a_kind(sentence, t) for t in frame.get("patient"))
        or (frame.passive and bool(first_filled(sentence, frame, ("patient",), "O", metonyms=False)))
        or is_sold_for_a_price(sentence, frame.trigger)
    )
    if any(_is_money(sentence, t) or lemma(t) in _SAID for t in frame.get("patient")):
        return
    portion = frame.get("patient") != verb_frame(frame.trigger).get("patient")
    if portion and lemma(frame.trigger) in ("sell", "lease", "rent") and frame.trigger.tag_ in ("VBD", "VBN"):
        return  # "sold half of its vineyards to X"
    if sold_off or (
        lemma(frame.trigger) in ("sell", "lease") and any(lemma(t) in NO_GOODS for t in frame.get("patient"))
    ):
        return
    platform = frame.get("for") and any(lemma(t) in FOR_PLATFORMS for t in frame.get("patient"))
    if (_thing(sentence, frame) and not platform) or frame.passive:
        clients = _clients(sentence, frame, ("to", "for"), vendors)
        if clients:
            yield from _make(sentence, frame, vendors, clients, ("patient",))
            return
    # "Are you selling to X?" asks whether X is to own the firm.
    selling = lemma(frame.trigger) == "sell" and frame.trigger.tag_ in ("VB", "VBZ", "VBP")
    if not frame.get("patient") and not frame.passive and (selling or lemma(frame.trigger) == "deliver"):
        yield from _make(sentence, frame, vendors, _clients(sentence, frame, ("to",), vendors), ())
    # "X provides A" names what it provides: only "with" makes A the client.
    if lemma(frame.trigger) not in _TO_ONLY and (frame.get("with") or lemma(frame.trigger) != "provide"):
        clients = _clients(sentence, frame, ("patient", "to"), vendors)
        yield from _make(sentence, frame, vendors, clients, ("with",))


def _is_money(sentence: Sentence, thing: Token) -> bool:
    return any(slot.letter == "M" and slot.start <= thing.i < slot.end for slot in sentence.slots)


def _is_one_of_a_kind(sentence: Sentence, thing: Token) -> bool:
    """As in "sold its Glide line", "was selling the Lumo service": what bears a name is sold but once."""
    if thing.tag_ != "NN" or thing.head.tag_ in ("VBZ", "VBP"):
        return False
    definite = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an") for c in thing.children)
    named = any(
        c.dep_ in ("compound", "nmod") and sentence.scene.mentions.at(sentence.passage.index, c.i) is not None
        for c in thing.children
    )
    return definite and named


def _candidates(
    sentence: Sentence, frame: Frame, client: tuple[str, ...], service: tuple[str, ...]
) -> Iterator[Candidate]:
    vendors = doers(sentence, frame, receivers(sentence, frame, client) if frame.get("agent") else [])
    clients = _clients(sentence, frame, client, vendors)
    yield from _make(sentence, frame, vendors, clients, service)


def _clients(
    sentence: Sentence, frame: Frame, roles: tuple[str, ...], vendors: Sequence[FoundMention]
) -> list[FoundMention]:
    """The clients in the first role that holds one, whole lists of them, without the vendors themselves."""
    taken = {vendor.entity for vendor in vendors}
    doc = sentence.passage.doc
    # "Acme-as-a-service" is no Acme.
    found = receivers(sentence, frame, roles)
    found = found or unnamed_receivers(sentence, frame, [r for r in roles if r in ("to", "for")], vendors)
    joined = {m for m in found if m.end < len(doc) and doc[m.end].text == "-"}
    return [m for m in found if m.entity not in taken and m not in joined]


def _make(
    sentence: Sentence,
    frame: Frame,
    vendors: Sequence[FoundMention],
    clients: Sequence[FoundMention],
    service: tuple[str, ...],
    rule: str = "supply",
    kind: Kind = Kind.STATE,
) -> Iterator[Candidate]:
    details = details_of(sentence, frame, {"service": service}, clients)
    for vendor in vendors:
        for client in clients:
            if vendor.entity != client.entity:
                candidate = Candidate(
                    "supplies", rule, sentence, vendor, client, frame.trigger.i, kind, details=details
                )
                lost = _lost_contract(frame.trigger)
                if lost is None:
                    yield _until(candidate)
                elif lost.dep_ == "poss":
                    yield replace(candidate, phase=Phase.ENDED, kind=Kind.EVENT)


def _lost_contract(verb: Token) -> Token | None:
    """Whose a contract "to supply Y" was that is lost, or else the contract, which nobody had; None if none is lost."""
    contract = verb.head
    if verb.tag_ != "VB" or all(c.lower_ != "to" for c in verb.lefts):
        return None
    if is_verb(contract):  # "lost out to X for a contract to supply Y" may have all hang on the verb
        before = verb.doc[verb.left_edge.i - 1]
        contract = before if before.pos_ == "NOUN" else contract
    above = contract
    for _ in range(3):
        if is_verb(above) or above.head == above:
            break
        above = above.head
    if not is_verb(above) or lemma(above) not in _LOSING or contract == above:
        return None
    return next((c for c in contract.children if c.dep_ == "poss"), contract)


_LOSING = words("lose miss forgo reject decline refuse")


def _until(candidate: Candidate) -> Candidate:
    """Ended for a client that stands after "until last year" within the same coordination."""
    client = candidate.object
    if not isinstance(client, FoundMention):
        return candidate
    doc = candidate.sentence.passage.doc
    before = doc[max(candidate.trigger, client.start - 7) : client.start]
    marks = [t.i for t in before if t.lower_ in ("until", "formerly", "previously", "once")]
    if not marks or any(
        m.start > marks[-1] and m.end <= client.start and candidate.sentence.scene.letter(m) == "O"
        for m in candidate.sentence.mentions()
    ):
        untils = [t.i for t in doc[candidate.trigger : candidate.sentence.end] if t.lower_ == "until"]
        return (
            replace(candidate, timed=False)
            if untils and untils[0] > client.end and doc[untils[0] - 1].lower_ in ("and", ",")
            else candidate
        )
    return replace(candidate, phase=Phase.ENDED)


def _pick(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X chose Y as its supplier", "X hired Y to label images", "X has kept Y for its crane controls"."""
    clients = first_filled(sentence, frame, ("agent",), "O")
    roles = ("to",) if lemma(frame.trigger) in ("turn", "switch") else ("patient",)
    vendors = first_filled(sentence, frame, roles, "O", skip=clients)
    if not clients or not vendors or any(c.dep_ == "prt" for c in frame.trigger.children):
        return  # "picked it up for nothing"
    role = " ".join(t.lower_ for t in frame.get("as"))
    purpose = any(c.dep_ in ("xcomp", "advcl", "relcl", "acl") and c.tag_ == "VB" for c in frame.trigger.children)
    if lemma(frame.trigger) == "keep" and all(lemma(t) in _SPELLS for t in frame.get("for")):
        return  # "kept the name for a year"
    if purpose and any(lemma(t) in ("lead", "join", "invest") for t in frame.trigger.subtree if t.tag_ == "VB"):
        return  # "tapped X to lead a round"
    if (
        any(word in role for word in ("supplier", "vendor", "provider", "contractor", "agency"))
        or frame.get("for")
        or purpose
    ):
        # "had hired X": the hiring is over, and the work begins with it.
        before = any(c.lower_ == "had" for c in frame.trigger.children if c.dep_ == "aux")
        kind = Kind.EVENT if before else Kind.STATE
        yield from _make(sentence, frame, vendors, clients, ("for",), "pick", kind)


def _came_from(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "For X, the cameras came from Y"."""
    vendors = first_filled(sentence, frame, ("from",), "O")
    clients = first_filled(sentence, frame, ("for", "at"), "O", skip=vendors)
    things = [t for t in frame.get("agent") if t.pos_ == "NOUN"]
    if not things or not clients:
        return
    phrase = noun_phrase(things[0])
    span = sentence.raw(phrase.start, phrase.end)
    for candidate in _make(sentence, frame, vendors, clients, ()):
        yield candidate.with_details(service=Detail(span.text, span))
