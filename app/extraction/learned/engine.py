"""The rules, and beside them what the learned reader is sure of where no rule has said anything."""

from __future__ import annotations

from app.extraction.engine import VERSIONS
from app.extraction.learned.propose import propose
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Scene
from app.extraction.spacy_engine import SpacyEngine


class LearnedEngine(SpacyEngine):
    """Finds about a tenth more than the rules alone, as precisely, and takes about three times as long.

    The figures stand in `scripts/training/README.md`.
    """

    name = "learned"
    version = VERSIONS[name]

    def candidates(self, scene: Scene) -> list[Candidate]:
        """The rules' candidates first, then the reader's."""
        found = super().candidates(scene)
        return [*found, *propose(scene, found)]
