"""Shares that only seem to be over: who "had been the largest shareholder in X" and then took it over, holds it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.extraction.relations.reading.candidates import Candidate
from app.model import Phase


def with_kept_shares(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, with the shares of those as still held who bought the whole in the same sentence."""
    whole = list(found)
    bought = {_sides(c) for c in whole if c.relation == "acquired" and not (c.negated or c.possible)}
    return [replace(c, phase=Phase.ONGOING) if _is_over(c) and _sides(c) in bought else c for c in whole]


def _sides(candidate: Candidate) -> tuple[int, str, str]:
    return candidate.sentence.index, candidate.subject.entity, candidate.object_entity


def _is_over(candidate: Candidate) -> bool:
    """Whether a share is told in the past perfect or said to be over."""
    if candidate.relation != "ownsStakeIn":
        return False
    helpers = {c.lower_ for c in candidate.sentence.passage.doc[candidate.trigger].children if c.dep_ == "aux"}
    return candidate.phase is Phase.ENDED or "had" in helpers
