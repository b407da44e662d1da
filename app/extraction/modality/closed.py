"""Deals that are told as under way and closed in the next breath: "is buying X. The deal closed on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.tables import words
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_DEALS = frozenset({"acquired", "investedIn", "mergedWith"})
_DEAL = words("deal transaction acquisition takeover purchase merger sale investment buyout")
_CLOSE = words("close complete finalise finalize conclude")
_DAYS = words("on same monday tuesday wednesday thursday friday yesterday")


def closed(candidate: Candidate, phase: Phase) -> Phase:
    """The phase that tense gives; of a deal that the next sentence tells to have closed, completed."""
    if phase is not Phase.PLANNED or candidate.relation not in _DEALS or candidate.sentence.is_heading:
        return phase
    following = candidate.sentence.scene.beside(candidate.sentence, 1)
    if following is None:
        return phase
    verb = following.passage.doc[following.start : following.end].root
    return Phase.COMPLETED if not following.asks and _has_closed(verb) else phase


def _has_closed(verb: Token) -> bool:
    """Whether it is the verb of "the deal closed", "it was completed on Monday"; not of "it closed at $40"."""
    if lemma(verb) not in _CLOSE or not is_verb(verb) or verb.tag_ not in ("VBD", "VBN"):
        return False
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if helpers - {"was", "has", "been"} or any(child.dep_ in ("neg", "dobj") for child in verb.children):
        return False
    subject = next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    if subject is None or any(child.lower_ in ("no", "another", "a", "an") for child in subject.children):
        return False
    after = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    dated = after is not None and (after.lower_ in _DAYS or after.ent_type_ == "DATE")
    named = lemma(subject) in _DEAL and not any(child.dep_ in ("prep", "poss") for child in subject.children)
    return named or (subject.lower_ == "it" and dated)
