"""Turns a stretch of a parsed text into what the network reads: word pieces with case, name type and word class."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.candidates import KINDS, Candidate

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc

Ints = NDArray[np.int64]

# A window is a sentence, or a stretch of one that is longer than people write.
MOST_TOKENS = 120
MOST_PIECES = 250
_LONGEST_WORD = 40

_CLS, _SEP, _UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
NAME_TYPES = (
    *("", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE", "DATE"),
    *("TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"),
)
NAME_TYPE_OF = {
    "Person": "PERSON",
    "Company": "ORG",
    "Organization": "ORG",
    "OrganizationUnit": "ORG",
    "DataVendor": "ORG",
    "Collective": "ORG",
    "Place": "GPE",
    "Product": "PRODUCT",
}
"""The recogniser's name type for each class of ours that it has one for."""

WORD_CLASSES = (
    *("X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT"),
    *("SCONJ", "SYM", "VERB", "SPACE"),
)
CASES = 6  # lower, Title, UPPER, miXed, with a digit, none of letters
_TYPE_NUMBER = {name: number for number, name in enumerate(NAME_TYPES)}
_CLASS_NUMBER = {name: number for number, name in enumerate(WORD_CLASSES)}
KIND_NUMBER = {name: number for number, name in enumerate(KINDS)}


@dataclass(frozen=True)
class Encoded:
    """A window as numbers.

    `starts` and `ends` are each candidate's first and last piece, `pairs` the candidates asked about, in two rows.
    `roles` mark the pair that is given, where one is.
    """

    pieces: Ints
    cases: Ints
    types: Ints
    classes: Ints
    roles: Ints
    starts: Ints
    ends: Ints
    kinds: Ints
    pairs: Ints


class WordPieces:
    """BERT's uncased word pieces: the longest known stretch first."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self.cls, self.sep, self.unknown = (self._numbers[mark] for mark in (_CLS, _SEP, _UNKNOWN))
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word; at least one."""
        if word not in self._known:
            if len(self._known) > 50_000:
                self._known.clear()
            found = tuple(piece for part in _parts(word[:_LONGEST_WORD]) for piece in self._pieces(part))
            self._known[word] = found or (self.unknown,)
        return self._known[word]

    def _pieces(self, part: str) -> list[int]:
        found: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                number = self._numbers.get(("##" if start else "") + part[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return [self.unknown]
        return found


def _parts(word: str) -> Iterator[str]:
    """A word in lower case without accents, cut at its punctuation."""
    plain = [c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"]
    part = ""
    for letter in plain:
        if letter.isalnum():
            part += letter
            continue
        if part:
            yield part
        part = ""
        if not letter.isspace():
            yield letter
    if part:
        yield part


def windows(doc: Doc) -> Iterator[tuple[int, int]]:
    """The sentences of a parsed text as token ranges; one longer than people write gives several."""
    for sentence in doc.sents:
        for start in range(sentence.start, sentence.end, MOST_TOKENS):
            yield start, min(start + MOST_TOKENS, sentence.end)


def encode(
    doc: Doc,
    window: tuple[int, int],
    candidates: Sequence[Candidate],
    pieces: WordPieces,
    *,
    roles: bool = False,
    named: Mapping[int, str] | None = None,
) -> Encoded:
    """A window with its candidates. With `roles`, the first two are the pair that is asked about.

    `named` gives tokens a name type that is known better than the recogniser knows it.
    """
    named = named or {}
    numbers, cases, types, classes = [pieces.cls], [CASES - 1], [0], [_CLASS_NUMBER["X"]]
    firsts: list[int] = []
    lasts: list[int] = []
    for token in doc[slice(*window)]:
        firsts.append(min(len(numbers), MOST_PIECES))
        if not token.is_space and len(numbers) < MOST_PIECES:
            own = pieces.of(token.text)[: MOST_PIECES - len(numbers)]
            numbers.extend(own)
            cases.extend([_case(token.text)] * len(own))
            types.extend([_TYPE_NUMBER.get(named.get(token.i, token.ent_type_), 0)] * len(own))
            classes.extend([_CLASS_NUMBER.get(token.pos_, 0)] * len(own))
        lasts.append(len(numbers) - 1)
    numbers.append(pieces.sep)
    cases.append(CASES - 1)
    types.append(0)
    classes.append(_CLASS_NUMBER["X"])
    starts = [min(firsts[c.start - window[0]], len(numbers) - 1) for c in candidates]
    ends = [max(lasts[c.end - 1 - window[0]], start) for c, start in zip(candidates, starts, strict=True)]
    marks = np.zeros(len(numbers), dtype=np.int64)
    if roles:
        for role in (1, 0):
            marks[starts[role] : ends[role] + 1] = role + 1
    return Encoded(
        pieces=np.array(numbers, dtype=np.int64),
        cases=np.array(cases, dtype=np.int64),
        types=np.array(types, dtype=np.int64),
        classes=np.array(classes, dtype=np.int64),
        roles=marks,
        starts=np.array(starts, dtype=np.int64),
        ends=np.array(ends, dtype=np.int64),
        kinds=np.array([KIND_NUMBER[c.kind] for c in candidates], dtype=np.int64),
        pairs=_pairs(starts, ends) if not roles else np.array([[0], [1]]),
    )


def _pairs(starts: Sequence[int], ends: Sequence[int]) -> Ints:
    """Every ordered pair of candidates that stand apart."""
    first, last = np.array(starts, dtype=np.int64), np.array(ends, dtype=np.int64)
    apart = (last[:, None] < first[None]) | (last[None] < first[:, None])
    return np.stack(np.nonzero(apart)).astype(np.int64)


def _case(word: str) -> int:
    if any(letter.isdigit() for letter in word):
        return 4
    if not any(letter.isalpha() for letter in word):
        return CASES - 1
    if word.islower():
        return 0
    if word.isupper():
        return 1 if len(word) == 1 else 2
    return 1 if word[0].isupper() and word[1:].islower() else 3
