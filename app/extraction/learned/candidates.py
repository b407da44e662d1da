"""The spans of a parsed text that a relation may hold between: names, pronouns, years, capitalised runs, noun phrases.

Wide on purpose: what the entity recogniser misses is mostly among the capitalised runs and the noun phrases.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc, Token

KINDS = (
    *("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "DATE"),
    *("PERSONAL", "POSSESSIVE", "YEAR", "RUN", "CHUNK", "GIVEN"),
)
"""How a candidate was found: the recogniser's label, or what else it is."""

# The most candidates of one window, so that the pairs stay bounded; the least likely kinds go first.
MOST = 36

_NAMED = frozenset(KINDS[: KINDS.index("PERSONAL")])
_PERSONAL = frozenset("i we he she it they him her them us who which where".split())
_POSSESSIVE = frozenset("my our his its their whose".split())
_YEAR = re.compile(r"(?:1[4-9]|20)\d\d$")
_JOINS = frozenset({"of", "the", "and", "&", "for", "de", "la", "du", "van", "von", "at", "in", "'s", "’s", "-", "."})
_RANK = {"CHUNK": 2, "RUN": 1}
_DETERMINERS = frozenset("the a an this that its his her their our both two".split())


@dataclass(frozen=True, order=True)
class Candidate:
    """The tokens `start` up to `end` of a parsed text."""

    start: int
    end: int
    kind: str


def find_spans(doc: Doc, start: int, end: int, also: Collection[tuple[int, int]] = ()) -> list[Candidate]:
    """The candidates among the tokens `start` up to `end`, in order, each span once; at most `MOST`.

    `also` are spans that somebody else found; they stay whatever else there is.
    """
    best: dict[tuple[int, int], str] = {}
    for first, last, kind in _all(doc, start, end):
        first, last = _trimmed(doc, first, last)
        if first < last:
            best.setdefault((first, last), kind)
    for span in sorted(also):
        best.setdefault(span, "CHUNK" if doc[span[0]].lower_ in _DETERMINERS else "RUN")
    kept = sorted(best.items(), key=lambda item: (item[0] not in also, _RANK.get(item[1], 0), item[0]))[:MOST]
    return sorted(Candidate(first, last, kind) for (first, last), kind in kept)


def _all(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Every candidate, the more telling kinds first."""
    for entity in doc[start:end].ents:
        if entity.label_ in _NAMED:
            yield max(entity.start, start), min(entity.end, end), entity.label_
    for token in doc[start:end]:
        if token.lower_ in _PERSONAL:
            # "her" is either; the tag tells.
            yield token.i, token.i + 1, "POSSESSIVE" if token.tag_ == "PRP$" else "PERSONAL"
        elif token.lower_ in _POSSESSIVE:
            yield token.i, token.i + 1, "POSSESSIVE"
        elif _YEAR.match(token.text):
            yield token.i, token.i + 1, "YEAR"
        elif token.like_url:
            yield token.i, token.i + 1, "RUN"
    yield from _runs(doc, start, end)
    for chunk in doc[start:end].noun_chunks:
        yield max(chunk.start, start), min(chunk.end, end), "CHUNK"


def _runs(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Stretches of capitalised words: the bare ones, and those that "of", "and" and the like join."""
    bare: list[tuple[int, int]] = []
    for token in doc[start:end]:
        if _capitalised(token):
            if bare and bare[-1][1] == token.i:
                bare[-1] = (bare[-1][0], token.i + 1)
            else:
                bare.append((token.i, token.i + 1))
    for first, last in bare:
        yield first, last, "RUN"
    for (first, last), (following, until) in itertools.pairwise(bare):
        if 0 < following - last <= 2 and all(doc[i].lower_ in _JOINS for i in range(last, following)):
            yield first, until, "RUN"


def _capitalised(token: Token) -> bool:
    if not token.text[0].isupper() or token.lower_ in _PERSONAL or token.lower_ in _POSSESSIVE:
        return False
    # The first word of a sentence is capitalised whatever it is.
    return not (token.is_sent_start and token.pos_ not in ("PROPN", "NOUN", "ADJ") and not token.ent_type_)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Without the blanks, quotes and possessive marks at either end."""
    while start < end and (doc[start].is_space or doc[start].is_punct):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in ("'s", "’s", "'", '"', ",", "”", "(", "’")):
        end -= 1
    return start, end
