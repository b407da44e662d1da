"""Vendors by use: "X uses Y's software", "X relies on Y", "X's vans use Y batteries"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import COMPANY_WORDS, UNIT_WORDS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind, Text
from app.extraction.relations.reading.dealings import NO_USE, TOOLS
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import details_of, first_filled, noun_phrase, words
from app.extraction.relations.reading.sentences import Scene, Sentence
from app.extraction.relations.trade.trade_parties import branded, owners_of_user

if TYPE_CHECKING:
    from spacy.tokens import Token

USE = words("use adopt deploy")  # not "employ": whom a firm employs is no vendor
RELY = words("rely depend")
_TAKINGS = words("sale revenue income turnover business order profit earning")
_SERVICE_NOUNS = words(
    """service technology software platform tool chip system product model dataset data equipment app
    application engine
    cloud api machine component part solution infrastructure hardware battery processor labeling labelling annotation"""
)


def used(sentence: Sentence, frame: Frame, roles: tuple[str, ...]) -> Iterator[Candidate]:
    """As in "X uses Y", "X relies on Y's chips": the one that is used supplies."""
    clients = first_filled(sentence, frame, ("agent",), "O") or owners_of_user(sentence, frame)
    if not clients:
        return
    if any(lemma(t) in _TAKINGS for part in frame.get("for") for t in part.subtree):
        # "depends on Y for 40% of its sales": Y buys.
        sellers, buyers = clients, without(first_filled(sentence, frame, roles, "O", skip=clients), clients)
        yield from (
            Candidate("supplies", "use", sentence, seller, buyer, frame.trigger.i, Kind.STATE)
            for seller in sellers
            for buyer in buyers
        )
        return
    plain = lemma(frame.trigger) in USE
    for role in roles:
        for token in frame.get(role):
            if lemma(token) in NO_USE or _is_tool(sentence, token):
                continue
            vendors = fillers(sentence.scene, sentence.passage.index, [token], "OR", metonyms=False)
            vendors = vendors or (branded(sentence, token) if plain else [])
            service = {}
            if not vendors and (lemma(token) in _SERVICE_NOUNS or any(c.dep_ == "poss" for c in token.children)):
                owners = [c for c in token.children if c.dep_ == "poss"]
                vendors = fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
                phrase = noun_phrase(token)
                first = max([phrase.start, *(o.right_edge.i + 1 for o in owners)])
                span = sentence.raw(first, phrase.end) if first < phrase.end else None
                service = {"service": Detail(span.text, span)} if span else {}
            if not service and frame.get("for"):
                service = details_of(sentence, frame, {"service": ("for",)})
            vendors = makers_of(sentence, vendors)
            for vendor in vendors:
                for client in clients:
                    if vendor.entity != client.entity:
                        yield Candidate(
                            "supplies", "use", sentence, vendor, client, frame.trigger.i, Kind.STATE, details=service
                        )


def _is_tool(sentence: Sentence, name: Token) -> bool:
    """Whether a name is told to be software: "uses A, a database" names no vendor."""
    doc, at = sentence.passage.doc, name.i + 1
    if at + 1 >= sentence.end or doc[at].text != "," or doc[at + 1].lower_ not in ("a", "an", "the"):
        return False
    noun = next(
        (t for t in doc[at + 2 : min(at + 7, sentence.end)] if t.pos_ == "NOUN" and t.nbor(-1).text != "-"), None
    )
    return noun is not None and lemma(noun) in TOOLS


def makers_of(sentence: Sentence, wares: list[FoundMention]) -> list[FoundMention]:
    """The firms whose wares some names are; a name that is a product's and nobody's ware is left out."""
    made = ((ware, maker_of(sentence, ware)) for ware in wares)
    return [maker or ware for ware, maker in made if maker is not None or sentence.scene.letter(ware) == "O"]


def maker_of(sentence: Sentence, ware: FoundMention) -> FoundMention | None:
    """The firm whose ware a name is, where the article has "X's Lumo" or the name opens with the firm's: "Acme Lumo".

    A firm may be named so too, as a unit of another: what acts, or bears a firm's word, stays what it is.
    """
    scene = sentence.scene
    name = scene.mentions.entity(ware).name
    told = [c.subject for c in scene.told if c.relation == "makesProduct" and _is_called(c, name)]
    if told and told[-1].entity != ware.entity:
        return replace(told[-1], others=(), ties=(*told[-1].ties, scene.span_of(told[-1])))
    if name.split()[-1].rstrip(".") in COMPANY_WORDS | UNIT_WORDS or _acts(scene, ware.entity):
        return None
    firms = [m for m in scene.mentions if m.entity != ware.entity and scene.type_of(m) == "Company"]
    makers = [m for m in firms if _opens(scene, m, name) or _owns(scene, m, ware.entity)]
    if len({m.entity for m in makers}) != 1:
        return None
    here = next((m for m in makers if m.passage == sentence.passage.index and sentence.start <= m.start), makers[0])
    return replace(here, others=(), ties=(*here.ties, scene.span_of(here)))


def _is_called(made: Candidate, name: str) -> bool:
    """Whether a product that a firm was told to make bears a name."""
    thing, scene = made.object, made.sentence.scene
    if isinstance(thing, FoundMention):
        return scene.mentions.entity(thing).name == name
    return isinstance(thing, Text) and made.sentence.raw(thing.start, thing.end).text == name


def _opens(scene: Scene, firm: FoundMention, name: str) -> bool:
    known = scene.mentions.entity(firm)
    return any(name.startswith(f"{short} ") for short in (known.name, *known.aliases))


def _owns(scene: Scene, firm: FoundMention, ware: str) -> bool:
    doc = scene.passages_by_index[firm.passage].doc
    if firm.end + 1 >= len(doc) or doc[firm.end].tag_ != "POS":
        return False
    owned = scene.mentions.at(firm.passage, firm.end + 1)
    return owned is not None and owned.start == firm.end + 1 and owned.entity == ware


_ACTING = words(
    """say announce buy acquire hire employ raise report sign agree decline appoint invest own supply charge bill
    declare     found win lose owe pay merge deny comment"""
)


def _acts(scene: Scene, ware: str) -> bool:
    """Whether something is told to do what only firms do."""
    for mention in (m for m in scene.mentions if m.entity == ware):
        root = scene.passages_by_index[mention.passage].doc[mention.start : mention.end].root
        if root.dep_ == "nsubj" and lemma(root.head) in _ACTING:
            return True
    return False
