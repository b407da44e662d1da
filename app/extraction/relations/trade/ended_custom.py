"""What two firms end between them, where the article tells what it was: "ended its relationship with X", a supplier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.model import Phase

# What a vendor and a client have as well as partners.
_BONDS = frozenset({"relationship", "relation", "tie", "link", "dealing", "contract", "business"})


# By these one firm's work goes to another.
_MOVING = frozenset({"move", "shift", "switch", "transfer", "give", "award", "hand", "outsource", "entrust"})


def as_custom(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with the bond that a vendor and its client are told to end as what it was."""
    supplied = {(c.subject.entity, c.object_entity) for c in found if c.relation == "supplies" and not c.negated}
    partners = {_pair(c) for c in found if c.relation == "partnerOf" and not _is_bond(c)}
    bonds = [c for c in found if _is_bond(c) and _pair(c) not in partners]
    lost = {(c.object_entity, c.subject.entity) for c in bonds if _has_moved(c, found)}
    return [_as_told(c, supplied | lost) if c in bonds else c for c in found] if bonds else list(found)


def _has_moved(end: Candidate, found: Sequence[Candidate]) -> bool:
    """As in "X moved its payroll to Z and ended a relationship with Y": what Z gets is what Y had."""
    return any(
        c.relation == "supplies"
        and c.sentence is end.sentence
        and c.object_entity == end.subject.entity
        and end.object_entity not in ("", c.subject.entity)
        and c.sentence.passage.doc[c.trigger].lemma_.lower() in _MOVING
        for c in found
    )


def _pair(candidate: Candidate) -> frozenset[str]:
    return frozenset((candidate.subject.entity, candidate.object_entity))


def _is_bond(candidate: Candidate) -> bool:
    """Whether a partnership that ends is told by a word that says no more than that there was something."""
    if candidate.relation != "partnerOf" or candidate.phase is not Phase.ENDED:
        return False
    sentence, other = candidate.sentence, candidate.object
    if not isinstance(other, FoundMention) or other.passage != sentence.passage.index:
        return False
    start, end = sorted((candidate.trigger, other.start))
    return any(lemma(token) in _BONDS for token in sentence.passage.doc[start:end])


def _as_told(candidate: Candidate, supplied: set[tuple[str, str]]) -> Candidate:
    other = candidate.object
    if not isinstance(other, FoundMention):
        return candidate
    if (other.entity, candidate.subject.entity) in supplied:
        return replace(candidate, relation="supplies", rule="supply", subject=other, object=candidate.subject)
    if (candidate.subject.entity, other.entity) in supplied:
        return replace(candidate, relation="supplies", rule="supply")
    return candidate
