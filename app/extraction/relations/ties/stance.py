"""How organisations stand to each other: tension, dissatisfaction, looking for somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from app.extraction.relations.context.discourse import Discourse
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.ties.alternatives import alternatives
from app.extraction.relations.ties.discontent import discontents
from app.extraction.relations.ties.tension import tensions


def stances(sentence: Sentence, discourse: Discourse) -> Iterator[Candidate]:
    """Tension, dissatisfaction and the search for alternatives in a sentence."""
    yield from tensions(sentence, discourse)
    yield from discontents(sentence)
    yield from alternatives(sentence, discourse)
