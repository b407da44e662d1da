"""Units that the sentence tells to have been bought away: "in 1999 A bought X, a division of Y"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_BUYING = words("buy acquire purchase take_over buy_out")
_PURCHASES = words("acquisition purchase takeover buyout")
# Of a deal in these only plans or talks are told.
_UNDECIDED = words(
    """announce agree propose plan seek approve consider explore discuss block oppose review finance fund expect want
    study clear delay abandon drop cancel reject need require allow"""
)


def passed_on(candidate: Candidate) -> Candidate:
    """The candidate; a unit that has been bought away was its owner's until then."""
    if candidate.relation != "unitOf" or candidate.phase is not None or candidate.negated:
        return candidate
    unit, owner = candidate.subject, candidate.object
    doc = candidate.sentence.passage.doc
    here = {candidate.sentence.passage.index}
    if not isinstance(owner, FoundMention) or {unit.passage, owner.passage} != here or unit.end > owner.start:
        return candidate
    verb = _bought_by(doc[unit.start : unit.end].root)
    if verb is None or any(owner.start <= t.i < owner.end for t in _doers(verb)):
        return candidate
    return replace(candidate, phase=Phase.ENDED)


def _bought_by(name: Token) -> Token | None:
    """The past verb that tells a name to have been bought, if one does."""
    thing = name
    while thing.dep_ in ("conj", "appos") and thing.head.i < thing.i:
        thing = thing.head
    if thing.dep_ == "pobj" and thing.head.lower_ == "including":
        thing = thing.head.head
    verb = thing.head
    if thing.dep_ == "pobj" and verb.lower_ == "of" and lemma(verb.head) in _PURCHASES:
        deal = verb.head
        verb = deal.head.head if deal.dep_ == "pobj" and deal.head.dep_ == "prep" else deal.head
        return verb if is_verb(verb) and lemma(verb) not in _UNDECIDED and _is_past(verb) else None
    bought = thing.dep_ in ("dobj", "nsubjpass") and is_verb(verb) and {lemma(verb), key_of(verb)} & _BUYING
    return verb if bought and _is_past(verb) else None


def _is_past(verb: Token) -> bool:
    helpers = {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return verb.tag_ in ("VBD", "VBN") and helpers <= {"had", "has", "have", "was", "were", "been"}


def _doers(verb: Token) -> list[Token]:
    return [t for c in verb.children if c.dep_ in ("nsubj", "agent") for t in c.subtree]
