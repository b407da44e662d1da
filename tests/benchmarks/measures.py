"""The figures of a benchmark: precision, recall, F1, calibration, and bootstrap intervals."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

Sample = TypeVar("Sample")
Judged = tuple[float, bool]
"""A confidence, and whether the prediction that carried it was right."""


@dataclass(frozen=True)
class Tally:
    """Right predictions among all made, and gold items found among all there are; the two differ where items repeat."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.right + other.right,
            self.predicted + other.predicted,
            self.found + other.found,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float | None:
        """The share of predictions that are right; None if there are none."""
        return share(self.right, self.predicted)

    @property
    def recall(self) -> float | None:
        """The share of gold items that are found; None if there are none."""
        return share(self.found, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where there is nothing to find and nothing was claimed."""
        if not self.predicted and not self.gold:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def figures(self) -> dict[str, float | int | None]:
        """All of it, rounded, as a report writes it."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        rounded = {name: None if value is None else round(value, 4) for name, value in ratios.items()}
        return {**rounded, "right": self.right, "predicted": self.predicted, "found": self.found, "gold": self.gold}


def share(part: int, whole: int) -> float | None:
    """A part of a whole; None of nothing."""
    return part / whole if whole else None


def total(tallies: Iterable[Tally]) -> Tally:
    """The sum: its ratios are the micro averages."""
    return sum(tallies, Tally())


def matched(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """A largest one-to-one choice of the pairs (prediction, gold), as a mapping; the first pairs are preferred.

    One-to-one, so that one gold fact predicted twice is right once and wrong once.
    """
    wishes: dict[int, list[int]] = {}
    for prediction, gold in pairs:
        wishes.setdefault(prediction, []).append(gold)
    taken: dict[int, int] = {}

    def place(prediction: int, tried: set[int]) -> bool:
        for gold in wishes[prediction]:
            if gold not in tried:
                tried.add(gold)
                if gold not in taken or place(taken[gold], tried):
                    taken[gold] = prediction
                    return True
        return False

    for prediction in wishes:
        place(prediction, set())
    return {prediction: gold for gold, prediction in taken.items()}


@dataclass(frozen=True)
class Bin:
    """The predictions within a range of confidence: how many, how confident, how often right."""

    low: float
    high: float
    count: int
    confidence: float
    accuracy: float


def reliability(judged: Sequence[Judged], bins: int = 10) -> list[Bin]:
    """The bins of equal width that hold a prediction; 1.0 belongs to the last."""
    groups: dict[int, list[Judged]] = {}
    for confidence, right in judged:
        # Rounded first: 0.7 * 10 must not fall into the bin below.
        groups.setdefault(min(int(round(confidence * bins, 9)), bins - 1), []).append((confidence, right))
    return [
        Bin(
            low=number / bins,
            high=(number + 1) / bins,
            count=len(group),
            confidence=sum(c for c, _ in group) / len(group),
            accuracy=sum(right for _, right in group) / len(group),
        )
        for number, group in sorted(groups.items())
    ]


def calibration_error(judged: Sequence[Judged], bins: int = 10) -> float | None:
    """The expected calibration error: how far confidence is from accuracy, on average over the predictions."""
    if not judged:
        return None
    return sum(b.count * abs(b.confidence - b.accuracy) for b in reliability(judged, bins)) / len(judged)


def bootstrap(
    samples: Sequence[Sample],
    figures: Callable[[Sequence[Sample]], Mapping[str, float | None]],
    *,
    rounds: int = 2000,
    seed: int = 20240913,
) -> dict[str, tuple[float, float]]:
    """The 95 % interval of each figure when the samples (articles) are drawn again with replacement."""
    chance = random.Random(seed)  # noqa: S311 - a resampling, no secret
    drawn: dict[str, list[float]] = {}
    for _ in range(rounds if samples else 0):
        for name, value in figures(chance.choices(samples, k=len(samples))).items():
            if value is not None:
                drawn.setdefault(name, []).append(value)
    return {name: _middle(sorted(values)) for name, values in drawn.items()}


def _middle(values: Sequence[float]) -> tuple[float, float]:
    last = len(values) - 1
    return round(values[round(0.025 * last)], 4), round(values[round(0.975 * last)], 4)
