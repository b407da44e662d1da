"""Whom somebody asks, tests or talks to in another's place: "has asked X for samples", "has begun trials with X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.trade_topic import is_far_pronoun
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.groups import members
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.ties.grievances import is_part_of_it
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_ASKS = words("ask invite approach request order")
_OFFERS = words("sample quote quotation price offer bid proposal tender estimate pitch")
_TRIES = words("test try trial pilot sample try_out")
_DOING = words("quote bid pitch tender offer")
_FIRMS = frozenset({"Company", "OrganizationUnit", "Organization"})
_NEAR = 6


def seeking(sentence: Sentence, known: Sequence[Candidate], told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The search for somebody else by whom it turns to, where nothing else in the sentence tells of a search."""
    if sentence.is_heading or "O" not in sentence.letters:
        return
    said = {c.subject.entity for c in known if c.relation == "consideringAlternativesTo"}
    for verb, seeker, others in _turnings(sentence):
        if seeker.entity in said or is_far_pronoun(sentence, seeker) or not others:
            continue
        taken = {o.entity for o in others}
        every = [*told, *known]
        firm = _supplier(sentence, seeker, taken, every)
        if firm is None or firm.entity in taken | {seeker.entity} or is_part_of_it(seeker, firm, every):
            continue
        said.add(seeker.entity)
        yield Candidate("consideringAlternativesTo", "one side", sentence, seeker, firm, verb.i, Kind.STATE)
        for other in others:
            may = Candidate("supplies", "told stance", sentence, other, seeker, verb.i, Kind.STATE)
            yield replace(may, possible=True, phase=Phase.PLANNED)


def _supplier(
    sentence: Sentence, client: FoundMention, others: set[str], every: Sequence[Candidate]
) -> FoundMention | None:
    """Who was told last to supply a firm, or to have disappointed it."""
    near = [c for c in every if not c.possible and sentence.index - c.sentence.index <= _NEAR]
    own = [c.subject for c in near if c.relation == "supplies" and c.object_entity == client.entity]
    own = own or [
        c.object
        for c in near
        if c.relation in ("dissatisfiedWith", "tensionWith")
        and c.subject.entity == client.entity
        and isinstance(c.object, FoundMention)
    ]
    firms = [m for m in own if m.entity not in others and sentence.scene.type_of(m) != "Person"]
    if not firms:
        return None
    return replace(firms[-1], others=(), ties=(*firms[-1].ties, sentence.scene.span_of(firms[-1])))


def _turnings(sentence: Sentence) -> Iterator[tuple[Token, FoundMention, list[FoundMention]]]:
    for verb in sentence.words:
        if not is_verb(verb) or lemma(verb) not in _ASKS | _TRIES | {"begin", "start", "have"}:
            continue
        frame = verb_frame(verb)
        if frame.passive:
            continue
        seekers = [m for m in first_filled(sentence, frame, ("agent",), "O") if _is_firm(sentence, m)]
        for seeker in seekers[:1]:
            yield verb, seeker, [m for m in _turned_to(sentence, frame, verb) if m.entity != seeker.entity]


def _turned_to(sentence: Sentence, frame: Frame, verb: Token) -> list[FoundMention]:
    word = lemma(verb)
    if word in _ASKS:
        asked = [m for m in members(sentence, frame, ("patient",), "O") if _is_firm(sentence, m)]
        offered = any(lemma(t) in _OFFERS for t in _below(verb, "for"))
        offers = any(c.dep_ in ("xcomp", "ccomp", "advcl") and lemma(c) in _DOING for c in verb.children)
        samples = [t for t in frame.get("patient") if lemma(t) in _OFFERS]
        if samples:
            return [m for m in members(sentence, frame, ("from",), "O") if _is_firm(sentence, m)]
        return asked if offered or offers else []
    if word in _TRIES:
        return [m for m in members(sentence, frame, ("patient",), "O") if _is_firm(sentence, m)] or [
            m for m in members(sentence, frame, ("from",), "O") if _is_firm(sentence, m)
        ]
    if any(lemma(t) in ("trial", "test", "pilot") for t in frame.get("patient")):
        return [m for m in members(sentence, frame, ("with",), "O") if _is_firm(sentence, m)]
    return []


def _below(verb: Token, preposition: str) -> Iterator[Token]:
    """What stands under a preposition of a verb or of its object: "asked X for samples"."""
    heads = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "dative"))]
    for head in heads:
        for prep in head.children:
            if prep.dep_ in ("prep", "dative") and prep.lower_ == preposition:
                yield from (t for t in prep.children if t.dep_ == "pobj")


def _is_firm(sentence: Sentence, mention: FoundMention) -> bool:
    return sentence.scene.type_of(mention) in _FIRMS
