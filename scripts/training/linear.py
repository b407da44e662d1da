"""Fits the linear scorer: one logistic regression a label over hashed features of the pairs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from app.extraction.learned.features import BUCKETS, pair_features
from app.extraction.learned.labels import CORE, HEADS
from app.extraction.learned.linear import stored
from scripts.training.data import Example, scored

# Of the pairs where nothing holds so many are enough; they count for the others.
_KEPT_NEGATIVES = 0.5
_KEPT_BLANK = 0.3


def fit(examples: Sequence[Example], seed: int = 1) -> dict[str, NDArray[Any]]:
    """The weights for all heads, as they are stored."""
    arrays: dict[str, NDArray[Any]] = {}
    for head, labels in HEADS.items():
        chance = np.random.default_rng(seed)
        own = [e for e in examples if e.corpus == head and e.encoded.pairs.size]
        own = [e for e in own if scored(e) or chance.random() < _KEPT_BLANK]
        table = _matrix(
            [pair_features(e.doc, e.candidates[i], e.candidates[j]) for e in own for i, j in e.encoded.pairs.T]
        )
        targets, weights = (
            np.concatenate([getattr(e, name)[tuple(e.encoded.pairs)][:, : len(labels)] for e in own])
            for name in ("targets", "weights")
        )
        columns = [_one(table, targets[:, k], weights[:, k], chance) for k in range(len(labels))]
        arrays |= stored(np.stack([c[0] for c in columns], 1), np.array([c[1] for c in columns], np.float32), head)
    own = [e for e in examples if e.corpus == "core"]
    table = _matrix([pair_features(e.doc, *e.candidates) for e in own])
    model = LogisticRegression(C=0.3, max_iter=60, tol=1e-3).fit(table, [int(e.targets[0]) for e in own])
    weights, bias = np.zeros((BUCKETS, len(CORE)), np.float32), np.full(len(CORE), -9.0, np.float32)
    weights[:, model.classes_], bias[model.classes_] = model.coef_.T, model.intercept_
    return arrays | stored(weights, bias, "core")


def _one(
    table: sparse.csr_matrix, targets: NDArray[np.float32], weights: NDArray[np.float32], chance: np.random.Generator
) -> tuple[NDArray[np.float32], float]:
    taken = (weights > 0) & ((targets > 0) | (chance.random(len(targets)) < _KEPT_NEGATIVES))
    if targets[taken].sum() < 3:
        return np.zeros(BUCKETS, np.float32), -9.0
    counts = weights[taken] * np.where(targets[taken] > 0, 1, 1 / _KEPT_NEGATIVES)
    model = LogisticRegression(C=1, solver="liblinear").fit(table[taken], targets[taken], sample_weight=counts)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _matrix(rows: Sequence[Sequence[int]]) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(row) for row in rows)])
    return sparse.csr_matrix((np.ones(ends[-1], np.float32), np.concatenate(rows), ends), shape=(len(rows), BUCKETS))
