"""What somebody leaves for: is leaving to head X, left X to become director of Y."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.relations.reading.rules import words
from app.model import Phase

if TYPE_CHECKING:
    from spacy.tokens import Token


LEAVING = words("leave quit resign depart")


def going_phase(verb: Token) -> Phase | None:
    """Whether somebody who leaves for another post has gone."""
    return Phase.COMPLETED if verb.tag_ in ("VBD", "VBN") else Phase.PLANNED
