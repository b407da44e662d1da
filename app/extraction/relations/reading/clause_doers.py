"""Who does what a set wording tells: the name right before a verb, unless the parse has another for its subject."""

from __future__ import annotations

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.subjects import subjects_of


def doers_of(found: Found, name: str, letters: str = "O") -> list[FoundMention]:
    """The mentions of a group before the verb `t`; of "X, a unit of Y, has dropped Z" it is X that has."""
    near = found.mentions(name)
    sentence = found.sentence
    verb = sentence.passage.doc[found.trigger]
    if not near or not is_verb(verb) or near[0].start > found.trigger:
        return near
    parsed = fillers(sentence.scene, sentence.passage.index, list(subjects_of(verb)), letters)
    if not parsed or any(m.entity == other.entity for m in near for other in parsed):
        return near
    return [m for m in parsed if m.start < found.trigger] or near
