"""The trained network, run with numpy alone: a small BERT read once a window, then a score for every pair of its spans.

`scripts/training/network.py` holds its twin, which is trained: what is changed here must change there.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.encode import Encoded, Ints, WordPieces

Floats = NDArray[np.float32]

STEPS = (1, 2, 3, 4, 6, 9, 14, 24)
"""Where the gap between two spans counts as longer."""

_HEADS = 12
# Windows are read together up to so many pieces: enough to keep the matrix products busy.
_MOST_PIECES = 768


class Network:
    """Weights and what is done with them. Matrices are kept as whole numbers with a scale for each row."""

    def __init__(self, arrays: Mapping[str, NDArray[Any]]) -> None:
        self.pieces = WordPieces(arrays["vocabulary"].tobytes().decode("utf-8").split("\n"))
        self._words, self._word_scales = arrays["word:int8"], arrays["word:scale"].astype(np.float32)
        names = {name.removesuffix(":int8") for name in arrays if name not in ("vocabulary", "word:int8", "word:scale")}
        self._arrays = {name: _restored(arrays, name) for name in sorted(names) if not name.endswith(":scale")}
        self._layers = sum(name.endswith(".query.weight") for name in self._arrays)

    def scores(self, windows: Sequence[Encoded], head: str) -> Iterator[Floats]:
        """For each window what the head says of its pairs, in their order: a row each, before any squashing."""
        for group in _groups(windows):
            vectors = self._encode(group)
            at = 0
            for window in group:
                length = len(window.pieces)
                yield self._pairs(window, vectors[at : at + length], head)
                at += length

    def _encode(self, windows: Sequence[Encoded]) -> Floats:
        """The vectors of all pieces of some windows, one window after the other."""
        a = self._arrays

        def joined(name: str) -> Ints:
            return np.concatenate([getattr(window, name) for window in windows])

        words = joined("pieces")
        bounds = np.cumsum([0, *(len(window.pieces) for window in windows)]).tolist()
        x = self._words[words].astype(np.float32) * self._word_scales[words][:, None]
        x += np.concatenate([a["position"][: len(window.pieces)] for window in windows])
        x += a["case"][joined("cases")] + a["name_type"][joined("types")]
        x += a["word_class"][joined("classes")] + a["role"][joined("roles")]
        x = self._normal(x, "norm")
        for number in range(self._layers):
            layer = f"layers.{number}."
            query, key, value = (self._linear(x, layer + part) for part in ("query", "key", "value"))
            mixed = [_attend(query[s:t], key[s:t], value[s:t]) for s, t in itertools.pairwise(bounds)]
            x = self._normal(x + self._linear(np.concatenate(mixed), layer + "out"), layer + "norm1")
            inner = _gelu(self._linear(x, layer + "up"))
            x = self._normal(x + self._linear(inner, layer + "down"), layer + "norm2")
        return x

    def _pairs(self, window: Encoded, x: Floats, head: str) -> Floats:
        a, (one, other) = self._arrays, window.pairs
        starts, ends = window.starts, window.ends
        both = self._linear(np.concatenate([x[starts], x[ends]], axis=1), "ends") + a["kind"][window.kinds]
        half = both.shape[1] // 2
        subject, obj = both[one, :half], both[other, half:]
        sums = np.zeros((len(x) + 1, half), dtype=np.float32)
        np.cumsum(x @ a["between.weight"].T, axis=0, out=sums[1:])
        first, second = np.minimum(one, other), np.maximum(one, other)
        gap = starts[second] - ends[first] - 1
        # The mean of what stands between the two: a difference of running sums.
        middle = (sums[starts[second]] - sums[ends[first] + 1]) / np.maximum(gap, 1)[:, None].astype(np.float32)
        steps = np.searchsorted(STEPS, gap, side="right") + (one > other) * (len(STEPS) + 1)
        z = subject + obj + middle + a["distance"][steps]
        z += (np.tanh(subject) * np.tanh(obj)) @ a["product.weight"].T
        return self._linear(_gelu(z), f"heads.{head}")

    def _linear(self, x: Floats, name: str) -> Floats:
        y: Floats = x @ self._arrays[f"{name}.weight"].T
        y += self._arrays[f"{name}.bias"]
        return y

    def _normal(self, x: Floats, name: str) -> Floats:
        """Each row with mean nought and spread one, then scaled and moved as was learned."""
        even: Floats = x - x.mean(axis=1, keepdims=True)
        spread: Floats = np.einsum("ij,ij->i", even, even)
        spread /= np.float32(x.shape[1])
        np.divide(even, np.sqrt(spread + np.float32(1e-12))[:, None], out=even)
        even *= self._arrays[f"{name}.weight"]
        even += self._arrays[f"{name}.bias"]
        return even


def _attend(query: Floats, key: Floats, value: Floats) -> Floats:
    """Each piece's mixture of the values, head by head."""
    size = query.shape[1] // _HEADS
    q, k, v = (x.reshape(len(x), _HEADS, size).transpose(1, 0, 2) for x in (query, key, value))
    weights = q @ k.transpose(0, 2, 1)
    weights *= np.float32(size**-0.5)
    weights -= weights.max(axis=2, keepdims=True)
    np.exp(weights, out=weights)
    weights /= weights.sum(axis=2, keepdims=True)
    mixed: Floats = np.concatenate(list(weights @ v), axis=1)
    return mixed


def _gelu(x: Floats) -> Floats:
    y = x * x
    y *= np.float32(0.044715)
    y += np.float32(1)
    y *= x
    y *= np.float32(0.7978845608028654)
    np.tanh(y, out=y)
    y += np.float32(1)
    y *= x
    y *= np.float32(0.5)
    return y


def _groups(windows: Sequence[Encoded]) -> Iterator[list[Encoded]]:
    group: list[Encoded] = []
    for window in windows:
        if group and sum(len(w.pieces) for w in group) + len(window.pieces) > _MOST_PIECES:
            yield group
            group = []
        group.append(window)
    if group:
        yield group


def _restored(arrays: Mapping[str, NDArray[Any]], name: str) -> Floats:
    if f"{name}:int8" in arrays:
        restored: Floats = (
            arrays[f"{name}:int8"].astype(np.float32) * arrays[f"{name}:scale"].astype(np.float32)[:, None]
        )
        return restored
    return arrays[name].astype(np.float32)


def stored(arrays: Mapping[str, Floats], vocabulary: Sequence[str]) -> dict[str, NDArray[Any]]:
    """The weights as they are kept: matrices as whole numbers with a scale a row, the rest in half precision."""
    kept: dict[str, NDArray[Any]] = {"vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8)}
    for name, array in arrays.items():
        if array.ndim == 2 and array.shape[0] > 64 and array.shape[1] > 1:
            scale = np.maximum(np.abs(array).max(axis=1) / 127, 1e-6).astype(np.float16).astype(np.float32)
            kept[f"{name}:int8"] = np.clip(np.rint(array / scale[:, None]), -127, 127).astype(np.int8)
            kept[f"{name}:scale"] = scale.astype(np.float16)
        else:
            kept[name] = array.astype(np.float16)
    return kept
