"""How likely each of several candidates is: a linear model over what speaks for and against it (a conditional logit).

Whatever speaks for or against a candidate is a feature, a short string; the weights of its features are added up.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

import numpy as np


@dataclass(frozen=True)
class Logit:
    """The weights of the features as whole numbers, and their scale."""

    weights: Mapping[str, int]
    scale: float

    @classmethod
    def of(cls, arrays: Mapping[str, Any]) -> Self:
        """The model as it is stored."""
        names = bytes(arrays["names"]).decode().split("\n")
        return cls(dict(zip(names, arrays["weights"].tolist(), strict=True)), float(arrays["scale"]))

    @classmethod
    def read(cls, path: Path) -> Self:
        """The model that a file keeps."""
        with np.load(path) as stored:
            return cls.of(stored)

    def chances(self, rows: Sequence[Collection[str]]) -> list[float]:
        """The chance of each candidate by its features, in their order."""
        scores = [self._score(features) for features in rows]
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]
        total = sum(odds)
        return [each / total for each in odds]

    def _score(self, features: Collection[str]) -> float:
        # Whole numbers are added up, so that the order of a set cannot show in the last digit.
        return sum(self.weights.get(feature, 0) for feature in features) * self.scale
