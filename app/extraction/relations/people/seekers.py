"""Of whom and where a noun of leaving speaks: "the exit of X's head of sales, P", "X seeks a chief after P's exit"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from app.extraction.parsing.passages import FoundMention
from app.extraction.relations.reading.frames import Frame, verb_frame
from app.extraction.relations.reading.lemmas import is_verb, lemma
from app.extraction.relations.reading.rules import first_filled, words
from app.extraction.relations.reading.sentences import Sentence
from app.extraction.relations.reading.titles import titles_at
from app.extraction.relations.reading.words import TITLE_HEADS

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLED = re.compile(rf"(?:{TITLE_HEADS})$")
_SEEKING = words("look search hunt seek need want advertise appoint name hire promote recruit choose pick")


def holder_of(sentence: Sentence, frame: Frame) -> list[FoundMention]:
    """The person of "the departure of X's finance director, P"."""
    for holder in frame.get("of"):
        if titles_at(sentence, holder.left_edge.i) or _TITLED.search(holder.lower_):
            people = [m for m in sentence.mentions() if m.start > holder.i and sentence.scene.letter(m) == "P"]
            between = sentence.passage.doc[holder.i + 1 : people[0].start] if people else ()
            if people and len(between) <= 6 and not any(is_verb(t) or t.text in ";:" for t in between):
                return people[:1]
    return []


def who_seeks(sentence: Sentence, noun: Token) -> list[FoundMention]:
    """The firm of "X is looking for a new chief executive after the resignation of P"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("after", "following", "since"):
        return []
    seeking = next((t for t in noun.head.ancestors if is_verb(t)), None)
    within = [m for m in sentence.mentions() if noun.left_edge.i <= m.start <= noun.right_edge.i]
    if seeking is None or lemma(seeking) not in _SEEKING or any(sentence.scene.letter(m) == "O" for m in within):
        return []
    frame = verb_frame(seeking)
    if not any(titles_at(sentence, t.left_edge.i) for t in (*frame.get("for"), *frame.get("patient"))):
        return []
    return first_filled(sentence, frame, ("agent",), "O", metonyms=False)[:1]
