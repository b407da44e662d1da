"""A pair of spans as numbered features: the words between and around, the path between the heads, the kinds."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from app.extraction.learned.candidates import Candidate

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc, Token

BUCKETS = 1 << 17
_FAR = 14
_LONGEST_PATH = 7


def pair_features(doc: Doc, one: Candidate, other: Candidate) -> list[int]:
    """The numbers of a pair's features, each once, in order."""
    return sorted({zlib.crc32(name.encode("utf-8", "surrogatepass")) % BUCKETS for name in _names(doc, one, other)})


def _names(doc: Doc, one: Candidate, other: Candidate) -> Iterator[str]:
    way = ">" if one.start < other.start else "<"
    first, second = (one, other) if way == ">" else (other, one)
    heads = _head(doc, one), _head(doc, other)
    kinds = f"{one.kind} {other.kind} {way}"
    yield f"k {kinds}"
    for side, head, span in (("s", heads[0], one), ("o", heads[1], other)):
        yield f"h {side} {head.lemma_.lower()}"
        yield f"d {side} {head.dep_} {way}"
        yield f"g {side} {head.head.lemma_.lower()} {head.dep_}"
        yield f"t {side} {head.ent_type_} {span.kind}"
    words = [_word(t) for t in doc[first.end : second.start]]
    yield f"n {way} {min(len(words), _FAR)}"
    near = words if len(words) <= _FAR else [*words[: _FAR // 2], "...", *words[-_FAR // 2 :]]
    for word in near:
        yield f"b {way} {word}"
        yield f"bt {way} {one.kind} {other.kind} {word}"
    for left, right in itertools.pairwise(near):
        yield f"bb {way} {left} {right}"
    if len(words) <= 4:
        yield f"ba {way} {' '.join(words)}"
    for place, token in (("l", first.start - 1), ("ll", first.start - 2), ("r", second.end), ("rr", second.end + 1)):
        yield f"{place} {way} {_word(doc[token]) if 0 <= token < len(doc) else ''}"
    path = _path(*heads)
    yield f"p {' '.join(path)}"
    yield f"pt {one.kind} {other.kind} {' '.join(path)}"
    for step in path:
        yield f"ps {step} {way}"


def _head(doc: Doc, span: Candidate) -> Token:
    return doc[span.start : span.end].root


def _word(token: Token) -> str:
    return token.ent_type_ if token.ent_type_ in ("PERSON", "GPE", "DATE", "CARDINAL") else token.lemma_.lower()


def _path(one: Token, other: Token) -> Sequence[str]:
    """The way through the parse from one head up and down to the other: the words on it and how they hang together."""
    up, down = [one, *one.ancestors], [other, *other.ancestors]
    places = {token.i: number for number, token in enumerate(down)}
    meet = next((number for number, token in enumerate(up) if token.i in places), None)
    if meet is None:
        return ("apart",)
    left, right = up[:meet], down[: places[up[meet].i]]
    if len(left) + len(right) > _LONGEST_PATH:
        return ("far",)
    steps = [f"^{token.dep_}" for token in left[:1]] + [f"^{token.dep_}:{token.lemma_.lower()}" for token in left[1:]]
    top = up[meet]
    steps.append("=" if top in (one, other) else f"={top.lemma_.lower()}")
    steps += [f"v{token.dep_}:{token.lemma_.lower()}" for token in reversed(right[1:])]
    return [*steps, *(f"v{token.dep_}" for token in right[:1])]
