"""Posts that somebody comes to: "came to X in 2017 as finance chief", "moved to Malaysia as X's head of engines"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of
from app.extraction.relations.reading.titles import after_title, start_phase, title_of, with_titles
from app.extraction.relations.reading.whence import may_be_place, moves_house

if TYPE_CHECKING:
    from spacy.tokens import Token

    from app.extraction.parsing.passages import FoundMention

_MOVE = words("come arrive move go transfer relocate switch defect decamp cross head")
_GO = words("go head move cross decamp")
_LEAVING = words("leave quit resign depart walk_out")


def moves(sentence: Sentence) -> Iterator[Candidate]:
    """The posts that people come to, and where they go from a firm that they have left."""
    if not {"P", "O"} <= sentence.letters:
        return
    for verb in sentence.words:
        if is_verb(verb) and lemma(verb) in _MOVE:
            frame = verb_frame(verb)
            if frame.get("as"):
                yield from _comes_as(sentence, frame)
            if lemma(verb) in _GO:
                yield from _goes_on(sentence, frame)


def _comes_as(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    titles = title_of(sentence, frame)
    people = first_filled(sentence, frame, ("agent",), "P") or _who_before(sentence, frame.trigger)
    if not titles or not people:
        return
    owners = [c for t in frame.get("as") for c in t.children if c.dep_ == "poss"]
    organizations = (
        after_title(sentence, titles)
        or fillers(sentence.scene, sentence.passage.index, owners, "O", metonyms=False)
        or [
            m
            for m in first_filled(sentence, frame, ("to", "at", "into"), "O", metonyms=False)
            if not may_be_place(sentence.scene, m)
        ]
    )
    for person in people[:1]:
        for organization in organizations[:1]:
            phase = start_phase(frame.trigger)
            role = Candidate("heldRole", "joined as", sentence, person, organization, frame.trigger.i, phase=phase)
            yield from with_titles(role, titles)


def _who_before(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """As in "P spent years at X before moving to Leeds as Y's head of sales": the other verb's subject."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("before", "after") or not is_verb(verb.head.head):
        return []
    return fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb.head.head)), "P")


def _went_over(sentence: Sentence, frame: Frame, source: FoundMention) -> Iterator[Candidate]:
    """As in "went from X to Y": P left X and joined Y."""
    targets = first_filled(sentence, frame, ("to",), "O", skip=[source], metonyms=False)[:1]
    if not targets or any(may_be_place(sentence.scene, m) for m in (source, *targets)):
        return
    for person in first_filled(sentence, frame, ("agent",), "P")[:1]:
        yield Candidate("joined", "moved", sentence, person, targets[0], frame.trigger.i)
        yield Candidate("left", "moved", sentence, person, source, frame.trigger.i)


def _goes_on(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "walked out of X in 2011 and went to Y": P joined Y."""
    verb = frame.trigger
    before = verb.head
    sources = first_filled(sentence, frame, ("from",), "O", metonyms=False)[:1]
    if sources and lemma(verb) == "go":
        yield from _went_over(sentence, frame, sources[0])
        return
    if verb.dep_ != "conj" or not is_verb(before) or not {lemma(before), key_of(before)} & _LEAVING:
        return
    organizations = first_filled(sentence, frame, ("to", "over"), "O", metonyms=False)[:1]
    if not organizations or moves_house(frame) or may_be_place(sentence.scene, organizations[0]):
        return
    for person in first_filled(sentence, frame, ("agent",), "P")[:1]:
        yield Candidate("joined", "moved", sentence, person, organizations[0], verb.i)
