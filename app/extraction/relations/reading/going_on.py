"""What has begun and goes on, though its verb tells of something that happened: "moved its accounts to X"."""

from __future__ import annotations

from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import lemma
from app.extraction.relations.reading.rules import words
from app.model import Phase

# Whoever is given work or custom so has it from then on.
_HANDED = words(
    """
    switch move shift hand turn transfer give entrust outsource assign award choose pick select appoint engage sign
    migrate defect decamp pass contract farm commission"""
)


def begun(candidate: Candidate, phase: Phase) -> Phase:
    """The phase that tense gives, but that custom which went to a vendor has started."""
    handed = lemma(candidate.sentence.passage.doc[candidate.trigger]) in _HANDED
    return Phase.STARTED if candidate.relation == "supplies" and phase is Phase.COMPLETED and handed else phase
