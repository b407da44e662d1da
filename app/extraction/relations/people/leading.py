"""Leading by verb: led X, chairs the board, oversaw X's operations, heads the export unit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import BODY_WORDS, COMPANY_WORDS
from app.extraction.mentions.capitals import is_legal_form
from app.extraction.parsing.passages import FoundMention, MentionKind
from app.extraction.relations.people.responsibility import thing_span, under_responsible
from app.extraction.relations.reading.candidates import Candidate, Detail, Kind
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, noun_frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.onward import LEAVING, going_phase
from app.extraction.relations.reading.rules import first_filled, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import where

if TYPE_CHECKING:
    from spacy.tokens import Token


def lead(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "led X", "leads the export unit", "is leaving to head X"."""
    if under_responsible(frame.trigger):
        return
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    organizations = fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "O", metonyms=False)
    organizations = [
        nearer
        for o in organizations
        if sentence.scene.type_of(o) != "Collective" and (nearer := _named_before(sentence, o)) is not None
    ]
    if lemma(frame.trigger) == "direct":
        # Films and plays are directed; a body that is has a word for what it is in its name.
        organizations = [o for o in organizations if _is_body(sentence, o)]
        if not organizations and fillers(sentence.scene, sentence.passage.index, frame.get("patient"), "OR"):
            return
    if organizations:
        verb = frame.trigger
        leaving = verb.dep_ in ("advcl", "xcomp") and verb.tag_ == "VB" and lemma(verb.head) in LEAVING
        for person in people:
            for organization in organizations[:2]:
                yield Candidate("heldRole", "led", sentence, person, organization, verb.i, Kind.STATE)
                if leaving:  # "is leaving to head X"
                    phase = going_phase(verb.head)
                    yield Candidate("joined", "left for", sentence, person, organization, verb.i, phase=phase)
        return
    for thing in frame.get("patient"):
        if thing.pos_ not in ("NOUN", "PROPN") or lemma(thing) in (
            "round",
            "way",
            "charge",
            "effort",
            "funding",
            "marathon",
            "risk",
            "deal",
        ):
            continue
        yield from _oversaw(sentence, frame, people, thing)


def _is_body(sentence: Sentence, mention: FoundMention) -> bool:
    """Whether a word of a name, or what it is called besides ("the concern"), says that it is a body or a firm."""
    name = sentence.scene.mentions.entity(mention).name
    if any(m.kind is MentionKind.NOMINAL for m in sentence.scene.mentions if m.entity == mention.entity):
        return True
    return any(word in BODY_WORDS or word in COMPANY_WORDS or is_legal_form(word) for word in name.split())


def chairs_the_board(frame: Frame) -> bool:
    """As in "who founded X and now chairs the board": of what is spoken of."""
    boards = [t for t in frame.get("patient") if t.lower_ == "board" and lemma(frame.trigger) == "chair"]
    return any(not any(c.dep_ in ("poss", "prep") for c in board.children) for board in boards)


def chair(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "founded X and now chairs the board": whose board it is, is to be filled in."""
    for person in first_filled(sentence, frame, ("agent",), "P"):
        yield Candidate("heldRole", "led", sentence, person, None, frame.trigger.i, Kind.STATE, needs_object=True)


def _named_before(sentence: Sentence, organization: FoundMention) -> FoundMention | None:
    """What "it" stands for after "founded X and leads": X, the one that the sentence names before; None if unclear."""
    if sentence.raw(organization.start, organization.end).text.lower() != "it":
        return organization
    named_ = {
        m.entity: m
        for m in sentence.mentions()
        if m.end <= organization.start and sentence.scene.letter(m) == "O" and sentence.scene.type_of(m) != "Collective"
    }
    if not named_ or organization.entity in named_:
        return organization
    return next(iter(named_.values())) if len(named_) == 1 else None


def _oversaw(sentence: Sentence, frame: Frame, people: Sequence[FoundMention], thing: Token) -> Iterator[Candidate]:
    """As in "led the data team (at X)", "oversaw X's data operations"."""
    passage = sentence.passage.index
    owners = [c for c in thing.children if c.dep_ == "poss"]
    organizations = fillers(sentence.scene, passage, owners, "O", metonyms=False)
    organizations = (
        organizations or first_filled(sentence, frame, ("for", "at", "within"), "O") or where(sentence, frame.trigger)
    )
    part = lemma(thing) in _PARTS
    if not organizations and part:
        organizations = first_filled(sentence, noun_frame(thing), ("of", "at", "in", "compound"), "O")
    span = thing_span(sentence, thing, owners)
    if span is None:
        return
    # "heads the export unit": a part of the organisation that is spoken of.
    named_ = any(t.pos_ == "PROPN" for p in thing.children if p.dep_ == "prep" for t in p.subtree)
    unsaid = part and not owners and not named_ and any(c.lower_ == "the" for c in thing.children)
    for person in people:
        for organization in or_unsaid(organizations)[: bool(organizations) or unsaid]:
            yield Candidate(
                "heldRole",
                "oversaw",
                sentence,
                person,
                organization,
                frame.trigger.i,
                Kind.STATE,
                needs_object=organization is None,
                details={"responsibility": Detail(span.text, span)},
            )


_PARTS = words(
    """
    unit arm division department desk branch business operation office team subsidiary practice plant factory mill store
    shop mine hotel warehouse laboratory lab group section bureau"""
)
