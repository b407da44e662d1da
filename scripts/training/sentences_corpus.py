"""The project's own labelled sentences as examples: which relation holds between which mentions, and what is the same.

A claim holds of entities; the pair of mentions that tells it is taken to be the nearest one of the first sentence that
has both. The other pairs of the same claim are neither right nor wrong.
"""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from app.extraction.learned.candidates import Candidate, find_spans
from app.extraction.learned.encode import MOST_TOKENS, NAME_TYPE_OF, WordPieces, encode
from app.extraction.learned.labels import NEWS, SAME
from app.extraction.parsing.parse import pipeline
from app.ontology import load_ontology
from scripts.training.data import Example, Range
from tests.benchmarks.folds import FOLDS

_MENTION = re.compile(r"\[(\d+):(\w+) ([^\[\]]+)\]")
_TYPED = 0.85
"""How many mentions come with their class; the reader must bear that the product's are sometimes wrong."""
_UNMARKED = 0.15
"""The weight of a negative with a span that nobody marked: it may be a further name of a marked one."""


@dataclass(frozen=True)
class Labelled:
    """A text, its marked mentions (entity, characters) and its claims (relation, subject, object)."""

    text: str
    mentions: tuple[tuple[str, Range], ...]
    types: Mapping[str, str]
    claims: tuple[tuple[str, str, str], ...]


def sentences(folder: Path, pieces: WordPieces) -> list[Example]:
    """The blocks of every file but those kept closed, dealt to the folds in turn within their file."""
    dealt = [
        (FOLDS[number % len(FOLDS)], block)
        for path in sorted(folder.glob("*.txt"))
        for number, block in enumerate(blocks(path))
        if not closed(path, number)
    ]
    docs = pipeline().pipe(block.text for _, block in dealt)
    return [_example(fold, block, doc, pieces) for (fold, block), doc in zip(dealt, docs, strict=True)]


def closed(path: Path, number: int) -> bool:
    """Whether a block is only measured on: half of the passages that the rules are scored on."""
    return path.name.startswith(("news_", "plain_")) and number % 2 == 1


def blocks(path: Path) -> Iterator[Labelled]:
    """The blocks of a file."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        marked, *claims = block.split("\n")
        yield labelled(marked, claims)


def labelled(marked: str, claims: Sequence[str]) -> Labelled:
    """A block of a file, read."""
    text, mentions, last = "", [], 0
    types: dict[str, str] = {}
    for mention in _MENTION.finditer(marked):
        text += marked[last : mention.start()]
        mentions.append((mention[1], (len(text), len(text) + len(mention[3]))))
        types[mention[1]] = mention[2]
        text += mention[3]
        last = mention.end()
    words = [claim.split() for claim in claims]
    pairs = tuple((w[0], w[1], w[2]) for w in words if w[0] in NEWS)
    return Labelled(text + marked[last:], tuple(mentions), types, pairs)


def told(block: Labelled) -> list[tuple[str, list[tuple[Range, Range]]]]:
    """Each claim with the pairs of mentions that may tell it; the mentions of one thing by twos beside them."""
    places: dict[str, list[Range]] = {}
    for entity, place in block.mentions:
        places.setdefault(entity, []).append(place)
    symmetric = {name for name, schema in load_ontology().relations.items() if schema.symmetric}
    found = []
    for relation, subject, obj in block.claims:
        pairs = [(one, other) for one in places[subject] for other in places[obj]]
        found.append((relation, pairs + [(other, one) for one, other in pairs] if relation in symmetric else pairs))
    for own in places.values():
        found += [(SAME, [(one, other), (other, one)]) for one, other in itertools.combinations(own, 2)]
    return found


def _example(fold: int, block: Labelled, doc: Doc, pieces: WordPieces) -> Example:
    window = (0, min(len(doc), MOST_TOKENS))
    marked: dict[tuple[int, int], str] = {}
    for entity, place in block.mentions:
        span = doc.char_span(*place, alignment_mode="expand")
        if span is not None and span.end <= window[1]:
            marked.setdefault((span.start, span.end), entity)
    candidates = find_spans(doc, *window, also=marked)
    own = [marked.get((c.start, c.end), "") for c in candidates]
    targets, weights = _labels(doc, candidates, own, block)
    chance = random.Random(doc.text)  # noqa: S311 - which types stay the recogniser's, no secret
    named = {
        token: NAME_TYPE_OF.get(block.types[entity], doc[token].ent_type_)
        for span, entity in marked.items()
        if chance.random() < _TYPED
        for token in range(*span)
    }
    encoded = encode(doc, window, candidates, pieces, named=named)
    return Example(
        "news", fold, doc.text, doc, encoded, candidates, [], frozenset(NEWS), targets, weights, {"block": block}
    )


def _labels(
    doc: Doc, candidates: Sequence[Candidate], own: Sequence[str], block: Labelled
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    size = len(candidates)
    targets = np.zeros((size, size, len(NEWS)), dtype=np.float32)
    weights = np.full_like(targets, _UNMARKED)
    known = np.array([bool(entity) for entity in own])
    weights[np.outer(known, known)] = 1.0
    for pair in _overlapping(candidates):
        weights[pair] = 0.0
    symmetric = {name for name, schema in load_ontology().relations.items() if schema.symmetric}
    for relation, subject, obj in block.claims:
        label = NEWS.index(relation)
        pairs = [(i, j) for i in _of(own, subject) for j in _of(own, obj)]
        ways = [pairs, [(j, i) for i, j in pairs]] if relation in symmetric else [pairs]
        for way in ways:
            for pair in way:
                weights[(*pair, label)] = 0.0
            if way:
                best = min(way, key=lambda pair: _remoteness(doc, candidates, pair))
                targets[(*best, label)] = weights[(*best, label)] = 1.0
    number = NEWS.index(SAME)
    for i in range(size):
        for j in range(size):
            if i != j and own[i] and own[i] == own[j]:
                targets[i, j, number] = 1.0
        weights[i, i, :] = 0.0
    return targets, weights


def _of(own: Sequence[str], entity: str) -> list[int]:
    return [number for number, name in enumerate(own) if name == entity]


def _overlapping(candidates: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(candidates):
        for j, other in enumerate(candidates):
            if one.start < other.end and other.start < one.end:
                yield i, j


def _remoteness(doc: Doc, candidates: Sequence[Candidate], pair: tuple[int, int]) -> tuple[int, int, int]:
    """In one sentence before in two, then the earlier sentence, then the nearer mentions."""
    one, other = sorted(candidates[number] for number in pair)
    first, second = doc[one.start].sent.start, doc[other.start].sent.start
    return second - first, first, other.start - one.end
