"""How likely each candidate of an anaphor is the one meant: a linear model over the features of `antecedents.py`.

The rules decide; the model holds them back where it finds their choice unlikely. Where they say nothing it says nothing
either: what it would add was right three times in four. `scripts/train anaphora` fits it to anaphors marked by hand.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from app.extraction.mentions.antecedents import Options
from app.extraction.mentions.salience import Referent

WEIGHTS = Path(__file__).with_name("anaphora.npz")
DOUBTED = 0.25
"""Below this chance what the rules take an anaphor for is not believed; measured in `scripts/training/README.md`."""


def believed(lay_out: Callable[[], Options], said: Sequence[Referent]) -> Sequence[Referent]:
    """What an anaphor stands for, by the model that the product has."""
    if not said:
        return said
    options = lay_out()
    known = {referent.entity for referent in options.referents}
    return _shipped().believed(options, said) if any(r.entity in known for r in said) else said


@dataclass(frozen=True)
class Model:
    """The weights of the features as whole numbers, and their scale."""

    weights: Mapping[str, int]
    scale: float

    @classmethod
    def of(cls, arrays: Mapping[str, Any]) -> Model:
        """The model as it is stored."""
        names = bytes(arrays["names"]).decode().split("\n")
        return cls(dict(zip(names, arrays["weights"].tolist(), strict=True)), float(arrays["scale"]))

    def believed(self, options: Options, said: Sequence[Referent]) -> Sequence[Referent]:
        """What the rules say unless it is unlikely."""
        meant = {referent.entity for referent in said}
        weighed = zip(self.chances(options), options.referents, strict=False)
        return said if any(chance >= DOUBTED and r.entity in meant for chance, r in weighed) else []

    def chances(self, options: Options) -> list[float]:
        """The chance of each candidate, in their order, and last that of none of them."""
        scores = [self._score(features) for features in (*options.features, options.none)]
        highest = max(scores)
        odds = [math.exp(score - highest) for score in scores]
        total = sum(odds)
        return [each / total for each in odds]

    def _score(self, features: Collection[str]) -> float:
        # Whole numbers are added up, so that the order of a set cannot show in the last digit.
        return sum(self.weights.get(feature, 0) for feature in features) * self.scale


@cache
def _shipped() -> Model:
    with np.load(WEIGHTS) as stored:
        return Model.of(stored)
