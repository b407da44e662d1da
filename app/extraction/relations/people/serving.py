"""Serving by verb: served as T at X, worked for X."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.outsiders import is_of_life
from app.extraction.relations.reading.candidates import Candidate, Kind
from app.extraction.relations.reading.frames import Frame
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.rules import first_filled, or_unsaid, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.templates import compile_pattern
from app.extraction.relations.reading.titles import after_title, start_phase, title_of, where, with_titles
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


_WORK = words("work teach serve")


def serve(sentence: Sentence, frame: Frame) -> Iterator[Candidate]:
    """As in "served as T at X", "worked for X", "worked at X as T"."""
    people = first_filled(sentence, frame, ("agent",), "P")
    if not people:
        return
    titles = title_of(sentence, frame) if frame.get("as") else []
    if titles:
        organizations = (
            after_title(sentence, titles)
            or first_filled(sentence, frame, ("at", "for", "with", "of", "in"), "O")
            or where(sentence, frame.trigger)
        )
        organizations = [o for o in organizations if not is_of_life(sentence, o)]
        for person in people:
            for organization in or_unsaid(organizations):
                role = Candidate(
                    "heldRole",
                    "served",
                    sentence,
                    person,
                    organization,
                    frame.trigger.i,
                    Kind.STATE,
                    phase=_past(frame.trigger),
                    needs_object=organization is None,
                )
                if lemma(frame.trigger) in ("start", "begin", "turn", "pop", "resurface"):
                    role = replace(role, phase=start_phase(frame.trigger))
                    if lemma(frame.trigger) in ("turn", "pop", "resurface") and organization is not None:
                        yield replace(role, relation="joined", rule="joined", kind=Kind.EVENT)
                yield from with_titles(role, titles)
    elif lemma(frame.trigger) in _WORK and not frame.passive:
        # One serves in a navy or with a force; "served for twelve years" says how long.
        places = ("in", "with", "at", "under") if lemma(frame.trigger) == "serve" else ("for", "at")
        organizations = (
            first_filled(sentence, frame, places, "O")
            or where(sentence, frame.trigger)
            or _served_long(sentence, frame.trigger)
        )
        for person in people:
            for organization in organizations:
                yield Candidate(
                    "memberOf",
                    "worked",
                    sentence,
                    person,
                    organization,
                    frame.trigger.i,
                    Kind.STATE,
                    phase=_past(frame.trigger),
                )


_SERVED = compile_pattern(r"serv(?:ed|es|ing) (?:for )?(?:[\w-]+ ){0,2}?{T} (?:in|with|at) (?:the )?{PLAIN}{O:o}")


def _served_long(sentence: Sentence, verb: Token) -> list[FoundMention]:
    """The force in "served for twelve years in the navy"."""
    match = _SERVED.match(sentence.code, sentence.position_of(verb.i))
    return Found(sentence, match).mentions("o")[:1] if match is not None else []


def _past(verb: Token) -> Phase | None:
    """A plain past is over: "worked for", "served as"; "began working for" has started."""
    if verb.dep_ == "xcomp" and lemma(verb.head) in ("begin", "start"):
        return start_phase(verb.head)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    participle = verb.tag_ == "VBG" and verb.dep_ in ("advcl", "pcomp")
    return Phase.ENDED if (verb.tag_ == "VBD" or participle) and not helpers else None
