"""Appointments: named, hired, promoted, "the appointment of"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from app.extraction.passages import FoundMention
from app.extraction.relations.candidates import Candidate, Detail, Kind
from app.extraction.relations.frames import (
    Frame,
    fillers,
    lemma,
    verb_frame,
)
from app.extraction.relations.patterns import find
from app.extraction.relations.rules import first_filled, or_unsaid
from app.extraction.relations.sentences import Sentence
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


from app.extraction.relations.titles import after_title, start_phase, title_at, title_of

_APPOINTED = {
    "active": (
        r"{O:o}(?: \([^)]*\))?,? (?:has |have |had |today |also )*(?P<t>named|names|appointed|"
        r"appoints|hired|hires|promoted|elected|tapped|picked) "
        r"{P:p},?(?: \d\d,)? (?:as |to be |to )?(?:{ITS} |the |an? )?(?:new |next |first )*{LONGTITLE:title}"
    ),
    "passive": (
        r"{P:p},? (?:was|has been|had been|is|were|will be) (?P<t>named|appointed|hired|"
        r"promoted|elected|tapped|picked|confirmed) "
        r"(?:as |to be |to )?(?:its |the |an? |{O:o}'s )?(?:new |next |first )*{LONGTITLE:title}(?: "
        r"(?:of|at) (?:the )?{O:q})?"
    ),
}


def appointments(sentence: Sentence) -> Iterator[Candidate]:
    """Appointments that the parser loses behind brackets and commas."""
    for _, found in find(sentence, _APPOINTED):
        span = found.span("title")
        organizations = found.mentions("q") or found.mentions("o")
        verb = sentence.passage.doc[found.trigger]
        if span is None or sentence.passage.doc[found.trigger - 1].lower_ in ("not", "to"):
            continue
        for person in found.mentions("p"):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organizations[0] if organizations else None,
                found.trigger,
                Kind.EVENT,
                phase=start_phase(verb),
                needs_object=not organizations,
                details={"title": Detail(span.text, span)},
            )


def appoint(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "named P as its T", "P was hired as T"."""
    people = first_filled(sentence, frame, ("patient",), "P")
    title = title_of(sentence, frame)
    if not people or title is None:
        # "named Lee Han its president": the parser may take the person for the title's subject.
        people, title = _small_clause(sentence, frame)
    if not people or title is None:
        return
    people = [p for p in people if p.start > frame.trigger.i or frame.passive] or people
    organizations = after_title(sentence, title) or first_filled(sentence, frame, ("agent", "at", "by"), "O")
    for person in people:
        for organization in or_unsaid(organizations):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organization,
                frame.trigger.i,
                Kind.EVENT,
                phase=start_phase(frame.trigger),
                needs_object=organization is None,
                details={"title": title},
            )


def _small_clause(sentence: Sentence, frame: Frame) -> tuple[list[FoundMention], Detail | None]:
    trigger = frame.trigger
    people = [
        m for m in sentence.mentions() if trigger.i < m.start <= trigger.i + 3 and sentence.scene.letter(m) == "P"
    ]
    if not people or frame.passive:
        return [], None
    return people[:1], title_at(sentence, people[0].end)


def appointment(sentence: Sentence, noun: Token) -> Iterator[Candidate]:
    """As in "the appointment of P as T (of O)"."""
    people = [
        m
        for c in noun.children
        if c.lower_ == "of"
        for t in c.children
        for m in fillers(sentence.scene, sentence.passage.index, [t], "P")
    ]
    if not people:
        return
    title = None
    for token in sentence.passage.doc[people[-1].end : min(sentence.end, people[-1].end + 4)]:
        if token.lower_ in ("as", "to"):
            title = title_at(sentence, token.i + 1)
            break
    if title is None:
        return
    owners = [
        m for c in noun.children if c.dep_ == "poss" for m in fillers(sentence.scene, sentence.passage.index, [c], "O")
    ]
    organizations = after_title(sentence, title) or owners or _speaker(sentence, noun)
    for person in people:
        for organization in or_unsaid(organizations):
            yield Candidate(
                "heldRole",
                "appointed",
                sentence,
                person,
                organization,
                noun.i,
                Kind.EVENT,
                phase=Phase.PLANNED if _effective(sentence) else Phase.STARTED,
                needs_object=organization is None,
                details={"title": title},
            )


def _effective(sentence: Sentence) -> bool:
    return any(t.lower_ in ("effective", "starting") for t in sentence.tokens)


def _speaker(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """Who announces an appointment makes it."""
    if noun.dep_ == "dobj" and lemma(noun.head) in ("announce", "confirm", "unveil"):
        return first_filled(sentence, verb_frame(noun.head), ("agent",), "O")
    return []
