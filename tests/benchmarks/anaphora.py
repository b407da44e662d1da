"""Scores what pronouns and definite nouns are taken to stand for, on the labelled passages: an open and a closed half.

An anaphor counts if it is marked as the same thing as a name of its passage. It is right if the entity that it is taken
for is also named where one of those names stands. Precision is over the anaphors counted: what is made of words that
nobody marked is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.extraction.engine import Engine
from app.model import Article, Extraction, LocalEntity
from app.pipeline import extract
from scripts.training.data import Range
from scripts.training.sentences_corpus import Labelled
from tests.benchmarks.measures import Tally, total
from tests.benchmarks.results import Miss, PartResult

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), "he, she"),
    **dict.fromkeys(("it", "itself"), "it"),
    "its": "its",
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"),
    **dict.fromkeys(("we", "us", "our", "i", "me", "my"), "we, I"),
}
"""The rows of the table, by word; what begins with "the" or "this" is a noun."""
NOUN = "the ..."
_DEFINITE = re.compile(r"(?:the|this|that) (?=[a-z])", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:the|this|that|an?|its|his|her|their|our|my) ", re.IGNORECASE)


@dataclass(frozen=True)
class Anaphor:
    """A marked anaphor, its row, and where the names of the same thing stand."""

    place: Range
    row: str
    names: tuple[Range, ...]


def score(engine: Engine, passages: Sequence[tuple[Labelled, bool]]) -> PartResult:
    """The passages, each with whether it may be looked at."""
    tables: dict[bool, dict[str, Tally]] = {True: {}, False: {}}
    misses: list[Miss] = []
    for block, is_open in passages:
        told = list(anaphors(block))
        extraction = extract(Article(text=block.text), engine) if told else None
        for anaphor in told if extraction is not None else ():
            taken = taken_for(extraction, anaphor.place)
            right = taken is not None and _is_named(taken, anaphor.names)
            tally = Tally(int(right), int(taken is not None), int(right), 1)
            tables[is_open][anaphor.row] = tables[is_open].get(anaphor.row, Tally()) + tally
            if is_open and not right:
                misses.append(_miss(block, anaphor, taken))
    rows = dict(sorted(tables[True].items()))
    closed = {"every anaphor": total(tables[False].values())}
    notes = (f"{len(passages)} passages",)
    return PartResult("anaphora", {"open half": rows, "closed half": closed}, misses=tuple(misses), notes=notes)


def _miss(block: Labelled, anaphor: Anaphor, taken: LocalEntity | None) -> Miss:
    what = f"{block.text[slice(*anaphor.place)]} for {block.text[slice(*anaphor.names[0])]}"
    return Miss("missed", what, block.text) if taken is None else Miss("false", f"{what}: {taken.name}", block.text)


def anaphors(block: Labelled) -> Iterator[Anaphor]:
    """The marked anaphors of a passage whose thing the passage names too."""
    names: dict[str, list[Range]] = {}
    for entity, place in block.mentions:
        if is_name(block.text[slice(*place)]):
            names.setdefault(entity, []).append(place)
    for entity, place in block.mentions:
        row = _row(block.text[slice(*place)])
        if row is not None and entity in names:
            yield Anaphor(place, row, tuple(names[entity]))


def is_name(text: str) -> bool:
    """Whether a marked mention is a name: capitals after any determiner, and no pronoun."""
    bare = _DETERMINER.sub("", text, count=1)
    return text.lower() not in PRONOUNS and bare[:1].isupper()


def taken_for(extraction: Extraction | None, place: Range) -> LocalEntity | None:
    """The entity that the words at a place are taken for."""
    start, end = place
    for entity in extraction.entities if extraction is not None else ():
        if any(span.end == end and start <= span.start < end for span in entity.mentions):
            return entity
    return None


def _row(text: str) -> str | None:
    if text.lower() in PRONOUNS:
        return PRONOUNS[text.lower()]
    return NOUN if _DEFINITE.match(text) else None


def _is_named(entity: LocalEntity, names: Sequence[Range]) -> bool:
    """Whether one of an entity's own mentions by name stands where one of the names does."""
    spans = [span for span in entity.mentions if is_name(span.text)]
    return any(start < span.end and span.start < end for span in spans for start, end in names)
