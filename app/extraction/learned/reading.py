"""What the network sees in parsed windows: every pair of spans that a label is likely for, with its probability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.candidates import Candidate, find_spans
from app.extraction.learned.encode import MOST_TOKENS, Encoded, Ints, encode
from app.extraction.learned.labels import CORE, HEADS, SYMMETRIC
from app.extraction.learned.linear import SHARE, Linear
from app.extraction.learned.network import Floats, Network

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc

# The most proposals of one window.
MOST_SEEN = 40
# Scores beyond count as that; below, a pair is not looked at again.
_SURE, _UNLIKELY = 9.2, -4.6

WEIGHTS = "weights.npz"

Window = tuple["Doc", int, int]
"""A parsed text and the tokens of it to read: from, up to."""


@dataclass(frozen=True)
class Seen:
    """A label that holds between two candidates, with its probability."""

    label: str
    subject: Candidate
    object: Candidate
    score: float


@dataclass(frozen=True)
class PairClass:
    """The class of a given pair. `inverted` if the second is the class's first argument."""

    name: str
    inverted: bool
    score: float


class Reader:
    """The network and the linear scorers, blended and calibrated."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.settings = {
            name.removeprefix("setting."): a.tolist() for name, a in arrays.items() if name.startswith("setting.")
        }
        own = {name: a for name, a in arrays.items() if not name.startswith(("setting.", "linear."))}
        self.network = Network(own)
        self._linear = {head: Linear(arrays, head) for head in (*HEADS, "core")}

    def chances(
        self, docs: Sequence[Doc], candidates: Sequence[Sequence[Candidate]], encoded: Sequence[Encoded], head: str
    ) -> Iterator[Floats]:
        """For each window the calibrated probability of each of its pairs (a row) under each label (a column)."""
        slopes, shifts = self.settings.get(f"calibration.{head}") or ([1.0], [0.0])
        size = len(HEADS[head])
        for doc, spans, window, raw in zip(docs, candidates, encoded, self.network.scores(encoded, head), strict=True):
            own = np.clip(raw[:, :size], -_SURE, _SURE)
            chances = np.zeros_like(own)
            likely = np.flatnonzero((own > _UNLIKELY).any(axis=1))
            pairs = [(spans[one], spans[other]) for one, other in window.pairs[:, likely].T]
            # The linear scorer is asked only about what the network does not rule out: it costs more.
            other = np.clip(self._linear[head].scores(doc, pairs), -_SURE, _SURE)
            scores = ((1 - SHARE) * own[likely] + SHARE * other) * np.array(slopes, np.float32) + np.array(
                shifts, np.float32
            )
            chances[likely] = 1 / (1 + np.exp(-scores))
            yield chances

    def classes(self, doc: Doc, pair: tuple[Candidate, Candidate], encoded: Encoded) -> Floats:
        """The probability of each of CORE's classes for a given pair."""
        (raw,) = self.network.scores([encoded], "core")
        linear = _log_softmax(self._linear["core"].scores(doc, [pair])[0])
        return np.exp(_log_softmax((1 - SHARE) * _log_softmax(raw[0]) + SHARE * linear))


def see(reader: Reader, windows: Sequence[Window], head: str, least: float) -> list[list[Seen]]:
    """For each window what is seen there with at least that probability, the likeliest first.

    Of readings of one fact (the same label, overlapping spans on both sides) only the likeliest stays.
    """
    found = [find_spans(doc, start, end) for doc, start, end in windows]
    encoded = [
        encode(doc, (start, end), candidates, reader.network.pieces)
        for (doc, start, end), candidates in zip(windows, found, strict=True)
    ]
    return see_in(reader, [doc for doc, _, _ in windows], found, encoded, head, least)


def see_in(
    reader: Reader,
    docs: Sequence[Doc],
    candidates: Sequence[Sequence[Candidate]],
    encoded: Sequence[Encoded],
    head: str,
    least: float,
) -> list[list[Seen]]:
    """What is seen in windows that are encoded already."""
    return [
        _apart(_likely(spans, window.pairs, own, HEADS[head], least))
        for spans, window, own in zip(candidates, encoded, reader.chances(docs, candidates, encoded, head), strict=True)
    ]


def classify(
    reader: Reader, doc: Doc, one: Candidate, other: Candidate, favoured: Mapping[str, float] | None = None
) -> PairClass:
    """How two given spans of a text are related, as one of CORE's classes.

    `favoured` are classes that somebody else saw, with what their probability is multiplied by.
    """
    # The network was taught with the first of the text first.
    given = (one, other) if one.start <= other.start else (other, one)
    encoded = encode(doc, around(given, len(doc)), given, reader.network.pieces, roles=True)
    found = best_class(reader.classes(doc, given, encoded), favoured or {})
    turned = given[0] is other and found.name not in SYMMETRIC
    return replace(found, inverted=not found.inverted) if turned else found


def around(pair: Sequence[Candidate], length: int) -> tuple[int, int]:
    """At most `MOST_TOKENS` around a pair; all of the pair, however far apart."""
    if length <= MOST_TOKENS:
        return 0, length
    first, last = min(c.start for c in pair), max(c.end for c in pair)
    start = max(0, min(first, (first + last - MOST_TOKENS) // 2))
    return start, max(last, min(length, start + MOST_TOKENS))


def best_class(chances: Floats, favoured: Mapping[str, float] = MappingProxyType({})) -> PairClass:
    """The likeliest class, both directions taken together, and the likelier direction."""
    totals: dict[str, float] = {}
    for label, value in zip(CORE, chances.tolist(), strict=True):
        name = label.partition(":")[0]
        totals[name] = totals.get(name, 0.0) + value
    totals = {name: total * favoured.get(name, 1.0) for name, total in totals.items()}
    best = max(totals, key=lambda name: totals[name])
    ways = [(value, label) for label, value in zip(CORE, chances.tolist(), strict=True) if label.startswith(f"{best}:")]
    return PairClass(best, max(ways)[1].endswith(":1"), round(totals[best] / sum(totals.values()), 4))


def _log_softmax(scores: Floats) -> Floats:
    shifted: Floats = scores - scores.max()
    shifted -= np.log(np.exp(shifted).sum())
    return shifted


def _likely(
    candidates: Sequence[Candidate], pairs: Ints, chances: Floats, labels: Sequence[str], least: float
) -> Iterator[Seen]:
    places = np.argwhere(chances >= least).tolist()
    for pair, label in sorted(places, key=lambda at: (-float(chances[at[0], at[1]]), at)):
        subject, obj = (candidates[number] for number in pairs[:, pair])
        yield Seen(labels[label], subject, obj, round(float(chances[pair, label]), 4))


def _apart(seen: Iterator[Seen]) -> list[Seen]:
    kept: list[Seen] = []
    for new in seen:
        if len(kept) == MOST_SEEN:
            break
        if not any(
            new.label == old.label and _overlap(new.subject, old.subject) and _overlap(new.object, old.object)
            for old in kept
        ):
            kept.append(new)
    return kept


def _overlap(one: Candidate, other: Candidate) -> bool:
    return one.start < other.end and other.start < one.end


@cache
def load() -> Reader:
    """The reader that travels with the package; read once a process, when it is first asked for."""
    return read(Path(str(files(__package__) / WEIGHTS)))


def read(path: Path) -> Reader:
    """The reader of a file of weights."""
    with np.load(path, allow_pickle=False) as arrays:
        return Reader({name: arrays[name] for name in arrays.files})
