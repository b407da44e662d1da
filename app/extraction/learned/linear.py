"""A linear scorer over the words of a pair: weaker than the network but wrong elsewhere, so both together do better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.candidates import Candidate
from app.extraction.learned.features import pair_features
from app.extraction.learned.network import Floats

if TYPE_CHECKING:  # spaCy is imported by the engine alone: it takes seconds
    from spacy.tokens import Doc

# How much of the score is this scorer's; chosen by cross-validation.
SHARE = 0.3


class Linear:
    """One weight for each feature and label, and each label's bias."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]], head: str) -> None:
        self._weights = arrays[f"linear.{head}"]
        self._scale = arrays[f"linear.{head}.scale"].astype(np.float32)
        self._bias = arrays[f"linear.{head}.bias"].astype(np.float32)

    def scores(self, doc: Doc, pairs: Sequence[tuple[Candidate, Candidate]]) -> Floats:
        """The score of each pair and label, before any squashing."""
        rows = np.zeros((len(pairs), len(self._bias)), dtype=np.float32)
        for row, (one, other) in zip(rows, pairs, strict=True):
            features = pair_features(doc, one, other)
            row += self._weights[features].sum(axis=0, dtype=np.int32) * self._scale + self._bias
        return rows


def stored(weights: Floats, bias: Floats, head: str) -> dict[str, NDArray[Any]]:
    """The weights (feature, label) as whole numbers with a scale for each label."""
    scale = np.maximum(np.abs(weights).max(axis=0), 1e-6) / 127
    return {
        f"linear.{head}": np.rint(weights / scale).astype(np.int8),
        f"linear.{head}.scale": scale.astype(np.float32),
        f"linear.{head}.bias": bias.astype(np.float32),
    }
