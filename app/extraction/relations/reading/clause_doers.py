"""Who does what a set wording tells: the name right before a verb, unless the parse has another for its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import ORG_ANAPHORS
from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.fillers import fillers
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.patterns import Found
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.subjects import subjects_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def doers_of(found: Found, name: str, letters: str = "O") -> list[FoundMention]:
    """The mentions of a group before the verb `t`; of "X, a unit of Y, has dropped Z" it is X that has.

    Nobody, where an "it" or "the company" that could not be told is the subject.
    """
    near = found.mentions(name)
    sentence = found.sentence
    verb = sentence.passage.doc[found.trigger]
    if not near or not is_verb(verb) or near[0].start > found.trigger:
        return near
    subjects = list(subjects_of(verb))
    parsed = fillers(sentence.scene, sentence.passage.index, subjects, letters)
    if not parsed and subjects and subjects[0].i < near[0].start and is_untold(sentence, subjects[0]):
        return []
    if not parsed or any(m.entity == other.entity for m in near for other in parsed):
        return near
    return [m for m in parsed if m.start < found.trigger] or near


def is_untold(sentence: Sentence, token: Token) -> bool:
    """Whether a token is an "it", "its" or "the company" of which nobody could tell what it means."""
    if sentence.scene.mentions.at(sentence.passage.index, token.i) is not None:
        return False
    definite = any(c.lower_ in ("the", "this") for c in token.children if c.dep_ == "det")
    return token.lower_ in ("it", "its") or (definite and token.tag_ == "NN" and token.lower_ in ORG_ANAPHORS)
