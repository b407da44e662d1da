"""Fits a conditional logit: the weights that make what is meant the likeliest of several candidates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scripts.training.export import Arrays  # and with it torch, which only the network needs

Choice = tuple[Sequence[Collection[str]], int]
"""The features of each candidate, and the number of the one that is meant."""

# A feature seen more seldom says nothing that would hold elsewhere.
_SEEN = 3
_STRENGTH = 3.0
_STEPS = 300
_PACE = 0.05


def fit(known: Sequence[Choice], *, strength: float = _STRENGTH) -> Arrays:
    """The weights as they are stored: the features by name, eight-bit weights and their scale.

    They are drawn toward nothing, by `strength`.
    """
    seen = Counter(feature for rows, _ in known for own in rows for feature in own)
    names = sorted(feature for feature, count in seen.items() if count >= _SEEN)
    weights = _descend(known, {name: number for number, name in enumerate(names)}, strength)
    scale = np.abs(weights).max() / 127
    rounded = np.round(weights / scale).astype(np.int8)
    telling = rounded != 0
    return {
        "names": np.frombuffer("\n".join(np.array(names)[telling]).encode(), np.uint8),
        "weights": rounded[telling],
        "scale": np.float32(scale),
    }


def _descend(known: Sequence[Choice], columns: dict[str, int], strength: float) -> NDArray[np.float64]:
    rows = [[columns[f] for f in sorted(own) if f in columns] for candidates, _ in known for own in candidates]
    counts = np.array([len(candidates) for candidates, _ in known])
    starts = np.concatenate(([0], np.cumsum(counts)[:-1]))
    owner = np.repeat(np.arange(len(known)), counts)
    column = np.array([each for row in rows for each in row], dtype=np.intp)
    row = np.repeat(np.arange(len(rows)), [len(each) for each in rows])
    meant = np.zeros(len(rows))
    meant[starts + [number for _, number in known]] = 1
    weights = np.zeros(len(columns))
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        odds = np.bincount(row, weights[column], len(rows))
        odds = np.exp(odds - np.maximum.reduceat(odds, starts)[owner])
        chances = odds / np.add.reduceat(odds, starts)[owner]
        slope = np.bincount(column, (chances - meant)[row], len(columns)) + strength * weights
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        weights -= _PACE * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights
