"""Goods and work that change hands: bought, stocked, taken, sent or handed over, come from somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import or_told_of
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.owners import without
from app.extraction.relations.reading.rules import first_filled
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.trade.trade_parties import (
    OWN,
    agents_of,
    branded,
    is_concrete,
    is_ware,
    owners_of,
    sources,
    trade_pairs,
    whole_of,
)
from app.extraction.relations.trade.trade_words import (
    BUSINESS,
    NO_WARES,
    STOCKING,
)
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_MODEL = re.compile(r"[A-Z]{1,3}-?\d{1,4}s")


def took(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "X stocks Y's pumps", "takes a fifth of Y's output", "buys from nobody but Y"."""
    word = lemma(frame.trigger)
    clients = agents_of(sentence, frame, ("from",))
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "NUM", "PROPN", "PRON")]
    bare_gerund = not things and frame.trigger.tag_ == "VBG" and frame.trigger.dep_ == "pcomp"
    if (frame.get("patient") and not things) or bare_gerund:
        return  # "hopes of buying from Y"
    if not clients or (things and things[0].pos_ != "NUM" and not is_ware(sentence, things[0], NO_WARES)):
        return
    if word in ("sell", "offer") and not _is_lasting(frame):
        return
    if frame.get("from") and word not in ("take", "draw", "get", "obtain"):
        vendors = without(sources(sentence, frame) or _but(sentence, frame), clients)
        if not things or _is_usual(things[0]) or word in STOCKING:
            yield from trade_pairs(sentence, frame, vendors, clients, things[0] if things else None)
            return
    if not things or word in ("rent", "lease", "commission", "draw", "get", "obtain", "retail"):
        return
    vendors = without(owners_of(sentence, things[0]) or branded(sentence, things[0]), clients)
    if word == "take" and not _is_output(things[0]):
        return
    yield from trade_pairs(sentence, frame, vendors, clients, None)


_OUTPUT = frozenset("output production harvest crop capacity volume supply".split())


def _is_output(thing: Token) -> bool:
    """Whether it is what a firm makes: "a fifth of X's output", "half of X's chickens"."""
    inner = [t for c in thing.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj"]
    made = [t for t in inner or [thing] if lemma(t) in _OUTPUT or t.tag_ == "NNS" or _is_material(t)]
    return bool(made) and (bool(inner) or lemma(thing) in _OUTPUT)


def _is_material(thing: Token) -> bool:
    return thing.tag_ == "NN" and is_concrete(thing) and lemma(thing) not in _NO_MATERIAL


_NO_MATERIAL = frozenset(
    """market audience traffic space floor time budget workforce staff board equity debt name attention credit blame
    voting electorate class crew""".split()
)


def _is_lasting(frame: Frame) -> bool:
    """Whether something is told as done again and again: "sells", "has sold since", "has been selling"."""
    verb = frame.trigger
    return verb.tag_ in ("VBZ", "VBP", "VBG") or (verb.tag_ == "VBN" and bool(frame.get("since") or frame.get("for")))


def _is_usual(thing: Token) -> bool:
    """Whether goods are bought, several or a mass of them: "problem sets", "its milk"; not "a mill"."""
    own = any(c.lower_ in OWN or c.lower_ in ("all", "most") for c in thing.children)
    single = thing.tag_ == "NN" and any(
        c.dep_ == "det" and c.lower_ in ("a", "an", "the", "another") for c in thing.children
    )
    return thing.tag_ == "NNS" or own or (not single and thing.tag_ == "NN")


def _but(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """As in "buys from nobody but Y", "from two of its rivals, A and B"."""
    doc = sentence.passage.doc
    for head in frame.get("from"):
        if head.lower_ in ("nobody", "no-one", "none", "one") and head.i + 1 < sentence.end:
            span = doc[head.i + 1 : min(head.i + 7, sentence.end)]
            if span[0].lower_ in ("but", "except", "other"):
                named = [sentence.scene.mentions.at(sentence.passage.index, t.i) for t in span]
                return [m for m in named if m is not None and sentence.scene.letter(m) == "O"][:1]
    told = [t for head in frame.get("from") for t in head.subtree if t.i > head.i and t.dep_ in ("pobj", "appos")]
    return fillers(sentence.scene, sentence.passage.index, told, "O", metonyms=False)


def bought_from(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "the milk is bought from X": of whom the article tells."""
    vendors = members(sentence, frame, ("from",), "O")
    things = [t for t in frame.get("patient") if t.pos_ == "NOUN"]
    if not vendors or not things or not is_ware(sentence, things[0], NO_WARES) or not _is_usual(things[0]):
        return
    clients = without(members(sentence, frame, ("by",), "O") or owners_of(sentence, things[0]), vendors)
    if not clients and not frame.get("by"):
        clients = or_told_of(sentence, vendors)
    yield from trade_pairs(sentence, frame, vendors, clients, things[0])


def gave(sentence: Sentence, frame: Frame, *, always: bool) -> Iterator[Candidate]:
    """As in "X outsourced its payroll to Y", "sends its aircraft to Y", "the work, which X turned over to Y"."""
    things = [t for t in frame.get("patient") if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if not things or not (always or _is_business(sentence, frame, things[0])):
        return
    clients = members(sentence, frame, ("by",), "O") if frame.passive else agents_of(sentence, frame, ("to", "with"))
    vendors = without(members(sentence, frame, ("to", "with"), "O"), clients)
    if _is_delivery(things[0]):  # "X gives Y a steady supply of data": it is X that supplies
        wares = [t for of in things[0].children if of.lower_ == "of" for t in of.children]
        yield from trade_pairs(sentence, frame, clients, vendors, next(iter(wares), None))
        return
    if not clients and frame.passive and not frame.get("by"):
        clients = or_told_of(sentence, vendors)
    for candidate in trade_pairs(sentence, frame, vendors, clients, None, Kind.EVENT):
        yield candidate
    losers = without(members(sentence, frame, ("from",), "O"), [*clients, *vendors])
    for candidate in trade_pairs(sentence, frame, losers, clients, None, Kind.EVENT):
        yield replace(candidate, phase=Phase.ENDED)


def _is_delivery(thing: Token) -> bool:
    """Whether it is goods that somebody is given: "a supply of", "a steady stream of"; not "the supply of meals"."""
    some = any(c.lower_ in ("a", "an") for c in thing.children if c.dep_ == "det")
    return some and lemma(thing) in _DELIVERIES and any(c.lower_ == "of" for c in thing.children)


_DELIVERIES = frozenset({"supply", "stream", "flow"})


def _is_business(sentence: Sentence, frame: Frame, thing: Token) -> bool:
    named = sentence.scene.mentions.at(sentence.passage.index, thing.i)
    model = _MODEL.fullmatch(thing.text) is not None  # "its A320s"
    if (named is not None and sentence.scene.letter(named) in "OP") or (lemma(thing) not in BUSINESS and not model):
        return False
    own = any(c.lower_ in OWN or c.lower_ in ("the", "this", "that", "all", "a", "an") for c in thing.children)
    if lemma(frame.trigger) in ("send", "move", "switch", "shift", "transfer"):
        return any(
            c.lower_ in OWN or (model and c.lower_ == "its") for t in (thing, *thing.subtree) for c in t.children
        )
    return own or thing.tag_ == "NNS"


def came(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "meters come from X", "the software came from X": goods, which the firm told of has."""
    vendors = first_filled(sentence, frame, ("from",), "O")
    things = [t for t in frame.get("agent") if t.pos_ == "NOUN"]
    if not vendors or not things or not is_ware(sentence, things[0], NO_WARES) or len(vendors) > 3:
        return
    if lemma(things[0]) in _PARTS and any(s.letter == "M" and s.end <= things[0].i for s in sentence.slots):
        return  # "raised $20 million, a quarter of which came from X"
    if frame.get("for") or frame.get("at") or not is_concrete(things[0]) or _is_unit_of(sentence, vendors[0]):
        return
    clients = without(owners_of(sentence, things[0], vendors), vendors)
    if not clients and not any(c.dep_ == "poss" for c in things[0].children):
        clients = or_told_of(sentence, vendors)
    yield from trade_pairs(sentence, frame, vendors, clients, things[0])


def went(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "most of X's milk goes to Y", "a third of the timber went to Y": goods, which the firm told of makes."""
    for share in frame.get("agent")[:1]:
        thing = whole_of(share)
        if thing == share or not is_ware(sentence, thing, NO_WARES) or not is_concrete(thing) or lemma(thing) in _MONEY:
            return
        clients = members(sentence, frame, ("to",), "O")
        vendors = owners_of(sentence, thing, clients)
        if not vendors and not any(c.dep_ == "poss" for c in thing.children):
            vendors = or_told_of(sentence, clients, "vendor")
        yield from trade_pairs(sentence, frame, without(vendors, clients), clients, thing)


_PARTS = frozenset("half third quarter fifth part most bulk rest remainder majority".split())
_MONEY = frozenset(
    "proceed prize aid fund fee levy duty seat spot ticket budget spending donation bonus credit".split()
)


def _is_unit_of(sentence: Sentence, vendor: FoundMention) -> bool:
    doc = sentence.passage.doc
    return vendor.end < len(doc) and doc[vendor.end].text in ("'s", "’s")
