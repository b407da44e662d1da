"""A reader of a few random weights: what it sees is nonsense, how it reads is not."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.extraction.learned.candidates import KINDS
from app.extraction.learned.encode import CASES, MOST_PIECES, NAME_TYPES, WORD_CLASSES
from app.extraction.learned.features import BUCKETS
from app.extraction.learned.labels import CORE, HEADS, TAUGHT
from app.extraction.learned.linear import stored as stored_linear
from app.extraction.learned.network import STEPS, stored
from app.extraction.learned.reading import Reader

WIDTH, INNER, PAIR, LAYERS = 24, 48, 16, 2
VOCABULARY = [
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz",
    *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
]


def small_arrays(seed: int = 1) -> dict[str, NDArray[Any]]:
    chance = np.random.default_rng(seed)

    def some(*shape: int) -> NDArray[np.float32]:
        return chance.normal(0, 0.3, shape).astype(np.float32)

    def linear(name: str, size: int, width: int) -> dict[str, NDArray[np.float32]]:
        return {f"{name}.weight": some(size, width), f"{name}.bias": some(size)}

    def norm(name: str) -> dict[str, NDArray[np.float32]]:
        return {f"{name}.weight": np.ones(WIDTH, np.float32), f"{name}.bias": np.zeros(WIDTH, np.float32)}

    arrays = {
        "word": some(max(len(VOCABULARY), 65), WIDTH),
        "position": some(MOST_PIECES + 6, WIDTH),
        "case": some(CASES, WIDTH),
        "name_type": some(len(NAME_TYPES), WIDTH),
        "word_class": some(len(WORD_CLASSES), WIDTH),
        "role": some(3, WIDTH),
        "kind": some(len(KINDS), 2 * PAIR),
        "distance": some(2 * len(STEPS) + 2, PAIR),
        "between.weight": some(PAIR, WIDTH),
        "product.weight": some(PAIR, PAIR),
        **norm("norm"),
        **linear("ends", 2 * PAIR, 2 * WIDTH),
    }
    for number in range(LAYERS):
        layer = f"layers.{number}."
        for part in ("query", "key", "value", "out"):
            arrays |= linear(layer + part, WIDTH, WIDTH)
        arrays |= {**linear(layer + "up", INNER, WIDTH), **linear(layer + "down", WIDTH, INNER)}
        arrays |= {**norm(layer + "norm1"), **norm(layer + "norm2")}
    kept: dict[str, NDArray[Any]] = {}
    for head, labels in TAUGHT.items():
        arrays |= linear(f"heads.{head}", len(labels), PAIR)
    for head, labels in {**HEADS, "core": CORE}.items():
        kept |= stored_linear(some(BUCKETS, len(labels)), some(len(labels)), head)
    return {**stored(arrays, VOCABULARY), **kept}


def small_reader(seed: int = 1) -> Reader:
    return Reader(small_arrays(seed))
