"""With whom somebody is at odds where the sentence leaves it unsaid: the one firm that it is told to deal with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.context.meant import meant
from app.extraction.relations.context.parties import counterpart_sought
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence


def counterpart(
    sentence: Sentence, who: FoundMention, trigger: int, relation: str, told: Sequence[Candidate]
) -> FoundMention | None:
    """The firm that somebody is at odds with or seeks another in place of; None if unclear."""
    found = meant(counterpart_sought(sentence, who, trigger, relation, told))
    if found is None:
        return None
    mention = found[1][0]
    return replace(mention, others=(), ties=(*mention.ties, sentence.scene.span_of(mention)))
