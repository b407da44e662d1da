"""What came of a deal that was told of before: "the talks collapsed", "Tarn walked away", "the deal was blocked"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.dealt_in import Told
from app.extraction.relations.reading.called_off import ended_by, has_happened
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import is_verb, key_of, lemma
from app.extraction.relations.reading.rules import words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import is_passive, subjects_of
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEAVING = words(
    "walk_away withdraw pull_out back_out drop_out bow_out step_back walk_out pull_back step_away back_away back_off"
)
_BIDDER = words("bidder suitor buyer acquirer would-be predator")
_BIDS = words("bid offer approach proposal counterbid counteroffer takeover acquisition purchase buyout")
_ANY = words("deal transaction plan talk negotiation discussion agreement sale tie-up")
_MERGERS = words("merger combination union")
# What may stand beside such a noun: other words say that it is another deal.
_PLAIN = words("the its their this that these those planned proposed mooted initial first whole")
_RELATIONS = frozenset({"acquired", "mergedWith"})
_SOON = 4


def undone(sentence: Sentence, told: Told) -> Iterator[Candidate]:
    """The deals of the sentences before that this one tells the end of; none where several may be meant."""
    said: set[tuple[str, str]] = set()
    for verb in sentence.words:
        if not is_verb(verb):
            continue
        for parties, kinds in _ends(sentence, verb):
            deal = _only_one(sentence, told, parties, kinds, verb)
            if deal is None or (deal.subject.entity, deal.object_entity) in said:
                continue
            said.add((deal.subject.entity, deal.object_entity))
            gone = replace(deal, sentence=sentence, trigger=verb.i, negated=True, possible=False, presupposed=True)
            gone = replace(gone, phase=Phase.PLANNED, details={})
            yield replace(gone, ties=(*deal.ties, deal.sentence.span)) if deal.sentence is not sentence else gone


def _ends(sentence: Sentence, verb: Token) -> Iterator[tuple[list[FoundMention], frozenset[str]]]:
    """Who ended what kind of deal: who walked away, the noun that collapsed or was called off."""
    scene, index, key = sentence.scene, sentence.passage.index, key_of(verb)
    passive, subjects = is_passive(verb), list(subjects_of(verb))
    if key in _LEAVING and not passive and has_happened(verb) and not _leaves_another(verb):
        parties = fillers(scene, index, subjects, "O", metonyms=False)
        if parties or any(_is_the(t, _BIDDER) for t in subjects):
            yield parties, frozenset({"acquired"})
    for noun, who in ended_by(verb):
        if (kinds := _kinds(noun)) is not None:
            yield fillers(scene, index, who, "O", metonyms=False), kinds


def _leaves_another(verb: Token) -> bool:
    """Whether it is told what somebody leaves, other than the deal itself: "withdrew from Spain"."""
    return any(
        c.lower_ in ("from", "of") and any(_kinds(t) is None for t in c.children if t.dep_ == "pobj")
        for p in (verb, *verb.children)
        for c in p.children
        if c.dep_ == "prep"
    )


def _is_the(noun: Token, kinds: frozenset[str]) -> bool:
    bare = [c.lower_ for c in noun.children if c.i < noun.i]
    return lemma(noun) in kinds and "the" in bare and set(bare) <= _PLAIN | {"would", "be", "-", "would-be"}


def _kinds(noun: Token) -> frozenset[str] | None:
    """Which relations "the deal", "the takeover", "their merger" speak of; None if it is another, or none."""
    beside = {c.lower_ for c in noun.children if c.dep_ in ("det", "poss", "amod", "compound", "nmod", "nummod")}
    definite = bool(beside & words("the its their this that these those"))
    if not definite or beside - _PLAIN or any(c.dep_ in ("prep", "acl") for c in noun.children):
        return None
    word = lemma(noun)
    if word in _MERGERS:
        return frozenset({"mergedWith"})
    return frozenset({"acquired"}) if word in _BIDS else _RELATIONS if word in _ANY else None


def _only_one(
    sentence: Sentence, told: Told, parties: list[FoundMention], kinds: frozenset[str], verb: Token
) -> Candidate | None:
    """The last telling of the one deal, sought or agreed on but not done, that can be meant."""
    near = [
        c
        for c in (*told.before, *told.here)
        if c.relation in kinds
        and c.object_entity
        and 0 <= sentence.index - c.sentence.index <= _SOON
        and (c.sentence is not sentence or c.trigger < verb.i)
    ]
    involved = {m.entity for m in parties}
    open_ = [c for c in near if _is_open(c) and (not involved or involved & {c.subject.entity, c.object_entity})]
    pairs = {frozenset({c.subject.entity, c.object_entity}) for c in open_}
    return open_[-1] if len(pairs) == 1 else None


def _is_open(deal: Candidate) -> bool:
    """Whether a deal was told as sought, talked of or agreed on, and not as done or off."""
    if deal.negated:
        return False
    trigger = deal.sentence.passage.doc[deal.trigger]
    sought = deal.possible or deal.rule == "bid" or deal.phase in (Phase.PLANNED, Phase.CONSIDERED)
    to_come = trigger.tag_ == "VB" or (trigger.pos_ == "NOUN" and deal.phase is None)
    return sought or to_come
