"""A deal as a noun ("the takeover of Y by X"): who takes part, and whether it is done, agreed, awaited or off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.relations.deals.deal_fate import fated
from app.extraction.relations.reading.called_off import CALLED_OFF
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.frames import Frame, governing_verb, noun_frame
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.subjects import is_passive, subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_DONE = words("close complete finalise finalize conclude seal clinch")
_AWAITED = words("""
    expect await hope approve review oppose clear recommend examine investigate probe scrutinise contest""")
_AGREED = words("announce unveil agree sign propose accept reveal strike negotiate plan table back")
_OPEN = words("will would could may might must should to")
# Verbs whose object or "from"-phrase is the subject's own deal, beside the light verbs.
_OWN = CALLED_OFF - words(
    "block veto prohibit bar reject rebuff spurn thwart frustrate stop turn_down vote_down decline refuse"
)
# A takeover brought about: "grew with the purchase of", "entered the market through its acquisition of".
_MEANS = words("with through by via after following on")

# "left after a row over the purchase of": whoever leaves has bought nothing.
_ABOUT = words("over about on regarding concerning")


def deal_frame(noun: Token) -> Frame:
    """The roles of a deal noun; whoever calls a deal off or enters a market with one is its subject too."""
    frame = noun_frame(noun)
    roles = dict(frame.roles)
    if not roles.get("subject"):
        roles["subject"] = list(_doers(noun))
    if not roles.get("poss") or not _is_known(roles["poss"]):
        roles["opener"] = list(_cataphor(noun))
    return Frame(noun, roles)


def _is_known(owners: list[Token]) -> bool:
    return not all(t.lower_ in ("its", "their") for t in owners)


def _doers(noun: Token) -> Iterator[Token]:
    token, preps = noun, 0
    for _ in range(4):
        if token.dep_ not in ("dobj", "pobj", "prep", "advmod", "nsubjpass"):
            return
        preps += token.pos_ == "ADP"
        by_means = token.dep_ == "prep" and token.lower_ in _MEANS
        if token.dep_ == "prep" and token.lower_ in _ABOUT and token.head.pos_ == "NOUN":
            return
        token = token.head
        if is_verb(token):
            own = key_of(token) in _OWN or (lemma(token) in ("agree", "pull", "withdraw") and preps)
            if (own or by_means) and not is_passive(token):
                yield from subjects_of(token)
            return


def _cataphor(noun: Token) -> Iterator[Token]:
    """As in "Since its takeover by X, Y has grown": a possessive before the subject that it stands for."""
    if not any(c.dep_ == "poss" and c.lower_ in ("its", "their") for c in noun.children):
        return
    token = noun
    for _ in range(6):
        if is_verb(token):
            yield from (s for s in subjects_of(token) if s.i > noun.i)
            return
        if token.head == token:
            return
        token = token.head


def nominal(candidate: Candidate) -> Candidate:
    """A deal noun with the phase that its governor gives it: "completed", "announced", "called off"."""
    settled = fated(candidate)
    if settled is not candidate:
        return settled
    noun = candidate.sentence.passage.doc[candidate.trigger]
    subject = noun.dep_ in ("nsubj", "nsubjpass")
    verb = noun.head if subject or noun.dep_ == "dobj" else governing_verb(noun)
    if verb is None or not is_verb(verb):
        return candidate
    word, negated = lemma(verb), any(child.dep_ == "neg" for child in verb.children)
    helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if word in _DONE and noun.dep_ != "nsubj" and not helpers & {"will", "to", "is", "are"} and not negated:
        return replace(candidate, phase=Phase.COMPLETED, trigger=verb.i, presupposed=False)
    if subject and (negated or helpers & _OPEN or (word in _DONE and helpers & {"is", "are"})):
        open_ended = not candidate.presupposed and helpers & {"would", "could", "may", "might"}
        return replace(candidate, phase=Phase.PLANNED, possible=candidate.possible or bool(open_ended))
    if word in _AWAITED or (word in ("block", "veto", "bar", "prohibit")):
        return replace(candidate, phase=candidate.phase or Phase.PLANNED)
    if word == "negotiate" and verb.tag_ in ("VBG", "VB", "VBZ", "VBP"):
        return replace(candidate, phase=candidate.phase or Phase.CONSIDERED, presupposed=False)
    if word in _AGREED:
        return replace(candidate, phase=candidate.phase or Phase.PLANNED, presupposed=False)
    return candidate
