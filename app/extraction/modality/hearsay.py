"""Set phrases that say how far a clause is vouched for: "word is that", "I hear", "it seems", "it's a myth that".

They are read off the words, since the parser hangs the clause now on the phrase, now beside it. `hearsay.txt` lists
them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from app.extraction.modality.reading import Reading
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.relations.reading.lemmas import is_verb
from app.extraction.relations.reading.sentences import Sentence
from app.model import Certainty, Polarity

if TYPE_CHECKING:
    from spacy.tokens import Token


class Vouched(StrEnum):
    """What a phrase makes of the clause that it goes with."""

    HEARD = "heard"
    """Passed on: told by somebody who is not named."""
    RUMOURED = "rumoured"
    """Passed on and doubted."""
    GUESSED = "guessed"
    """Taken to be so, or hoped."""
    MISTAKEN = "mistaken"
    """What the paper itself wrote before, and takes back."""
    OPEN = "open"
    """Neither said to be so nor denied."""
    UNTRUE = "untrue"
    """Told to be false."""
    REBUFFED = "rebuffed"
    """Called false by the subject of the phrase."""


@dataclass(frozen=True)
class Phrase:
    """A phrase of a sentence: what it makes of a clause, and its tokens, `start` up to `end`."""

    vouched: Vouched
    start: int
    end: int


_SURENESS = {
    Vouched.RUMOURED: Certainty.POSSIBLE,
    Vouched.GUESSED: Certainty.POSSIBLE,
    Vouched.MISTAKEN: Certainty.UNKNOWN,
}
_FRAGMENT = re.compile("%([A-Z]+)%")
_BREAKS = frozenset({";", ":", "but", "although", "though", "while", "whereas"})


def as_vouched(reading: Reading, candidate: Candidate) -> Reading:
    """The reading of a candidate as the phrases that reach it have it."""
    for phrase in phrases_about(candidate):
        if phrase.vouched in (Vouched.UNTRUE, Vouched.REBUFFED):
            reading = reading.negate()
        elif phrase.vouched is Vouched.OPEN:
            reading = replace(reading, polarity=Polarity.AFFIRMED).weaken(Certainty.UNKNOWN)
        elif phrase.vouched in _SURENESS:
            reading = reading.weaken(_SURENESS[phrase.vouched])
    return reading


def is_taken_back(candidate: Candidate) -> bool:
    """Whether it is what the paper itself had before: "last month's chart showed X as a unit of Y"."""
    return any(phrase.vouched is Vouched.MISTAKEN for phrase in phrases_about(candidate))


def phrases_about(candidate: Candidate) -> Iterator[Phrase]:
    """The phrases that reach a candidate's trigger: those before its clause, after it, and in the next sentence."""
    sentence = candidate.sentence
    trigger = sentence.passage.doc[candidate.trigger]
    for phrase, place in _phrases(sentence):
        if place == "before" and phrase.end <= trigger.i and not _breaks(sentence, phrase.end, trigger.i):
            if not is_granted(trigger, phrase.end):
                yield phrase
        elif place == "after" and trigger.i < phrase.start and not _breaks(sentence, trigger.i, phrase.start):
            yield phrase
    following = sentence.scene.beside(sentence, 1)
    if following is not None and not is_granted(trigger, sentence.start):
        yield from (phrase for phrase, place in _phrases(following) if place == "next")


def _phrases(sentence: Sentence) -> Iterator[tuple[Phrase, str]]:
    doc = sentence.passage.doc[sentence.start : sentence.end]
    text = doc.text.replace("’", "'")
    for vouched, place, pattern in _patterns():
        for match in pattern.finditer(text):
            last = match.start() + len(match.group().rstrip())
            span = doc.char_span(match.start(), last, alignment_mode="expand")
            if span is not None:
                yield Phrase(vouched, span.start, span.end), place


def _breaks(sentence: Sentence, start: int, end: int) -> bool:
    """Whether another clause begins between two tokens, of which the phrase says nothing."""
    return any(token.lower_ in _BREAKS for token in sentence.passage.doc[start:end])


def is_granted(trigger: Token, start: int) -> bool:
    """Whether a clause after a token takes for granted what the trigger tells: "word is that X, which owns Y, ...".

    "Chatter that X owns Y" does not, though the parser may hang the clause on the noun in the same way.
    """
    token = trigger
    while token.head != token:
        if token.left_edge.i >= start and (_is_relative(token) or (token.dep_ == "appos" and not is_verb(token))):
            return True
        token = token.head
    return False


def _is_relative(clause: Token) -> bool:
    subjects = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
    asked = clause.left_edge.lower_ in ("which", "who", "whom", "whose", "where", "when")
    return clause.dep_ == "relcl" and (asked or any(s.tag_ in ("WDT", "WP") for s in subjects))


@cache
def _patterns() -> tuple[tuple[Vouched, str, re.Pattern[str]], ...]:
    """The phrases of the list: what each makes of a clause, and where it stands to that."""
    text = files("app.extraction.modality").joinpath("hearsay.txt").read_text(encoding="utf-8")
    fragments: dict[str, str] = {}
    found: list[tuple[Vouched, str, re.Pattern[str]]] = []
    for block in re.split(r"\n{2,}", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip()):
        title, *lines = block.split("\n")
        body = "".join(re.sub(r"^\\ ", " ", line.strip()) for line in lines)
        body = _FRAGMENT.sub(lambda fragment: fragments[fragment[1]], body)
        vouched, _, rest = title.partition(" ")
        if rest:
            found.append((Vouched(vouched), rest.partition(":")[0], re.compile(body, re.IGNORECASE)))
        else:
            fragments[title] = body
    return tuple(found)
