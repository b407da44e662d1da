"""The network: a small BERT, read once a sentence, and a scorer of span pairs over what it gives.

Three heads share both: KnowledgeNet's properties, FIRE's relations and CORE's classes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812 - as everybody calls it

from app.extraction.learned.candidates import KINDS
from app.extraction.learned.encode import CASES, NAME_TYPES, WORD_CLASSES, Encoded
from app.extraction.learned.labels import TAUGHT
from app.extraction.learned.network import STEPS

WIDTH, HEADS = 384, 12
PAIR = 256

HEAD_SIZES = {head: len(labels) for head, labels in TAUGHT.items()}


class Layer(nn.Module):
    """One transformer layer, as BERT has it."""

    def __init__(self, inner: int, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.up, self.down = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.dropout = dropout

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """Attention, then the feed-forward part, each with its residual."""
        batch, length, _ = x.shape

        def split(y: Tensor) -> Tensor:
            return y.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        # Written out: for windows as short as these it takes a fifth of the time of the fused kernel.
        weights = split(self.query(x)) @ split(self.key(x)).transpose(2, 3) * (WIDTH // HEADS) ** -0.5
        y = (weights + mask).softmax(-1).to(x.dtype) @ split(self.value(x))
        x = self.norm1(x + self.out(y.transpose(1, 2).reshape(batch, length, WIDTH)))
        y = self.down(F.gelu(self.up(x), approximate="tanh"))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Reader(nn.Module):
    """The encoder with the extra embeddings, and the pair scorer."""

    def __init__(
        self, vocabulary: int, layers: int, positions: int = 512, inner: int = 1536, dropout: float = 0.1
    ) -> None:
        super().__init__()
        self.word, self.position = nn.Embedding(vocabulary, WIDTH), nn.Embedding(positions, WIDTH)
        self.case, self.name_type = nn.Embedding(CASES, WIDTH), nn.Embedding(len(NAME_TYPES), WIDTH)
        self.word_class, self.role = nn.Embedding(len(WORD_CLASSES), WIDTH), nn.Embedding(3, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(inner, dropout) for _ in range(layers))
        for extra in (self.case, self.name_type, self.word_class, self.role):
            nn.init.normal_(extra.weight, std=0.01)
        self.kind = nn.Embedding(len(KINDS), 2 * PAIR)
        self.ends = nn.Linear(2 * WIDTH, 2 * PAIR)
        self.between, self.distance = nn.Linear(WIDTH, PAIR, bias=False), nn.Embedding(2 * len(STEPS) + 2, PAIR)
        self.product = nn.Linear(PAIR, PAIR, bias=False)
        self.heads = nn.ModuleDict({name: nn.Linear(PAIR, size) for name, size in HEAD_SIZES.items()})
        self.dropout = dropout

    @classmethod
    def pretrained(cls, weights: Path, layers: int) -> Reader:
        """With MiniLM's own weights for the encoder."""
        known: Mapping[str, Tensor] = load_file(weights)
        prefix = "bert." if any(key.startswith("bert.") for key in known) else ""
        reader = cls(known[f"{prefix}embeddings.word_embeddings.weight"].shape[0], layers)
        reader.load_state_dict(_renamed(known, prefix, layers), strict=False)
        return reader

    def encode(self, batch: Mapping[str, Tensor]) -> Tensor:
        """The vectors of the pieces."""
        pieces = batch["pieces"]
        x = self.word(pieces) + self.position(torch.arange(pieces.shape[1]))
        x = x + self.case(batch["cases"]) + self.name_type(batch["types"]) + self.word_class(batch["classes"])
        x = F.dropout(self.norm(x + self.role(batch["roles"])), self.dropout, self.training)
        mask = torch.where(batch["mask"], 0.0, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def forward(self, batch: Mapping[str, Tensor], head: str) -> Tensor:
        """The scores (pair, label) of the batch's pairs."""
        x = self.encode(batch)
        starts, ends = batch["starts"], batch["ends"]
        count = starts.shape[1]
        rows = torch.arange(x.shape[0])[:, None]
        both = self.ends(torch.cat([x[rows, starts], x[rows, ends]], -1)) + self.kind(batch["kinds"])
        both = F.dropout(both, self.dropout, self.training).flatten(0, 1)
        sums = F.pad(torch.cumsum(self.between(x).float(), 1), (0, 0, 1, 0))
        before, after = sums[rows, starts].flatten(0, 1), sums[rows, ends + 1].flatten(0, 1)
        row, one, other = batch["pairs"]
        first, second = row * count + torch.minimum(one, other), row * count + torch.maximum(one, other)
        gap = starts.flatten()[second] - ends.flatten()[first] - 1
        # The mean of what stands between the two: a difference of running sums.
        middle = (before.index_select(0, second) - after.index_select(0, first)) / gap.clamp(min=1)[:, None]
        subject, obj = (
            both[:, :PAIR].index_select(0, row * count + one),
            both[:, PAIR:].index_select(0, row * count + other),
        )
        z = subject + obj + middle + self.distance(distances(gap, one > other))
        z = z + self.product(torch.tanh(subject) * torch.tanh(obj))
        return self.heads[head](F.gelu(z, approximate="tanh"))


def distances(gap: Tensor, behind: Tensor) -> Tensor:
    """The gap between two spans in a few steps, and which stands first."""
    steps = torch.bucketize(gap, torch.tensor(STEPS), right=True)
    return steps + behind.long() * (len(STEPS) + 1)


def _renamed(known: Mapping[str, Tensor], prefix: str, layers: int) -> dict[str, Tensor]:
    table = {"word": "word_embeddings.weight", "position": "position_embeddings.weight"}
    state = {f"{name}.weight": known[f"{prefix}embeddings.{old}"] for name, old in table.items()}
    # Every piece is of BERT's first token type: that embedding is part of the position's.
    state["position.weight"] = state["position.weight"] + known[f"{prefix}embeddings.token_type_embeddings.weight"][0]
    for part in ("weight", "bias"):
        state[f"norm.{part}"] = known[f"{prefix}embeddings.LayerNorm.{part}"]
    names = {
        "query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
        "out": "attention.output.dense", "norm1": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm2": "output.LayerNorm",
    }  # fmt: skip
    for layer in range(layers):
        for new, old in names.items():
            for part in ("weight", "bias"):
                state[f"layers.{layer}.{new}.{part}"] = known[f"{prefix}encoder.layer.{layer}.{old}.{part}"]
    return state


def batched(windows: Sequence[Encoded]) -> dict[str, Tensor]:
    """Windows of unlike length as one batch, filled up with noughts."""
    length, count = max(len(w.pieces) for w in windows), max(1, *(len(w.starts) for w in windows))
    batch: dict[str, Tensor] = {}
    for name, size in (
        ("pieces", length),
        ("cases", length),
        ("types", length),
        ("classes", length),
        ("roles", length),
        ("starts", count),
        ("ends", count),
        ("kinds", count),
    ):
        rows = np.zeros((len(windows), size), dtype=np.int64)
        for row, window in zip(rows, windows, strict=True):
            values = getattr(window, name)
            row[: len(values)] = values
        batch[name] = torch.from_numpy(rows)
    batch["pairs"] = torch.from_numpy(np.concatenate([_with_row(w.pairs, row) for row, w in enumerate(windows)], 1))
    batch["mask"] = torch.arange(length)[None] < torch.tensor([len(w.pieces) for w in windows])[:, None]
    return batch


def _with_row(pairs: NDArray[np.int64], row: int) -> NDArray[np.int64]:
    return np.concatenate([np.full((1, pairs.shape[1]), row), pairs])
