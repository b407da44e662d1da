"""Fits the network to the three corpora at once, on all folds but one or on all, with fixed seeds."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F  # noqa: N812 - as everybody calls it

from scripts.training.data import Example, scored
from scripts.training.network import Reader, batched

MASK = 103
"""BERT's number for a masked piece."""


@dataclass(frozen=True)
class Plan:
    """How to train."""

    epochs: int
    batch: int
    encoder_rate: float
    head_rate: float
    memory: float
    layers: int = 6
    decay: float = 0.01
    warm: float = 0.1
    seed: int = 1
    blank: float = 0.5
    hidden: float = 0.08


PLANS = {
    "short": Plan(epochs=4, batch=24, encoder_rate=1.5e-4, head_rate=1.2e-3, memory=0.97),
    "middle": Plan(epochs=5, batch=20, encoder_rate=1.3e-4, head_rate=1.1e-3, memory=0.975),
    "long": Plan(epochs=6, batch=16, encoder_rate=1e-4, head_rate=1e-3, memory=0.98),
}


def fit(examples: Sequence[Example], plan: Plan, pretrained: Path, *, say: bool = True) -> Reader:
    """A network trained on the examples."""
    torch.manual_seed(plan.seed)
    chance = random.Random(plan.seed)  # noqa: S311 - shuffles, no secret
    reader = Reader.pretrained(pretrained, plan.layers)
    reader.train()
    optimiser = torch.optim.AdamW(_groups(reader, plan), fused=True)
    steps = plan.epochs * (sum(1 for _ in _batches(examples, plan, random.Random(0))) + 2)  # noqa: S311
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda s: min((s + 1) / (plan.warm * steps), max(0.0, 1 - s / steps))
    )
    average = {name: p.detach().clone() for name, p in reader.named_parameters() if p.requires_grad}
    for epoch in range(plan.epochs):
        start, total, count = time.monotonic(), 0.0, 0
        for batch in _batches(examples, plan, chance):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                scores = reader(_partly_hidden(batched([e.encoded for e in batch]), plan), batch[0].corpus).float()
            loss = _loss(batch, scores)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.item(), count + 1
            if count % 4 == 0:
                _remember(average, reader, plan.memory)
        if say:
            print(f"  epoch {epoch + 1}: loss {total / count:.4f}, {time.monotonic() - start:.0f} s", flush=True)
    reader.load_state_dict(average, strict=False)
    return reader.eval()


def _remember(average: dict[str, Tensor], reader: Reader, memory: float) -> None:
    """The running mean of the weights: steadier than the last ones."""
    for name, parameter in reader.named_parameters():
        if name in average:
            average[name].lerp_(parameter.detach(), 1 - memory)


def _partly_hidden(batch: dict[str, Tensor], plan: Plan) -> dict[str, Tensor]:
    """The batch with some of its pieces masked, so that no single word decides."""
    hide = (torch.rand(batch["pieces"].shape) < plan.hidden) & batch["mask"]
    hide[:, 0] = False
    return {**batch, "pieces": batch["pieces"].masked_fill(hide, MASK)}


def _groups(reader: Reader, plan: Plan) -> list[dict[str, object]]:
    reader.word.weight.requires_grad_(False)
    reader.position.weight.requires_grad_(False)
    body = list(reader.layers.parameters()) + list(reader.norm.parameters())
    known = {id(p) for p in body}
    rest = [p for p in reader.parameters() if id(p) not in known and p.requires_grad]
    return [
        {"params": body, "lr": plan.encoder_rate, "weight_decay": plan.decay},
        {"params": rest, "lr": plan.head_rate, "weight_decay": 0.0},
    ]


def _batches(examples: Sequence[Example], plan: Plan, chance: random.Random) -> Iterator[list[Example]]:
    """Batches of one corpus and of like length, in random order."""
    batches = []
    for corpus in sorted({e.corpus for e in examples}):
        own = [e for e in examples if e.corpus == corpus and e.encoded.pairs.size]
        # Of the passages that only teach what is none of ours, an epoch sees a part.
        own = [e for e in own if corpus in ("core", "news") or scored(e) or chance.random() < plan.blank]
        own.sort(key=lambda e: len(e.encoded.pieces) * chance.uniform(0.85, 1.15))
        batches += [own[i : i + plan.batch] for i in range(0, len(own), plan.batch)]
    chance.shuffle(batches)
    return iter(batches)


def _loss(batch: Sequence[Example], scores: Tensor) -> Tensor:
    if batch[0].corpus == "core":
        return F.cross_entropy(scores, torch.tensor([int(e.targets[0]) for e in batch]))
    targets, weights = (
        torch.from_numpy(np.concatenate([getattr(e, name)[tuple(e.encoded.pairs)] for e in batch]))
        for name in ("targets", "weights")
    )
    return F.binary_cross_entropy_with_logits(scores, targets, weights, reduction="sum") / (4 * len(batch))


@torch.no_grad()
def predict(reader: Reader, examples: Sequence[Example], size: int = 32) -> list[NDArray[np.float32]]:
    """The scores of each example: probabilities by pair and label; for CORE by class."""
    found: dict[int, NDArray[np.float32]] = {}
    order = sorted(range(len(examples)), key=lambda i: (examples[i].corpus, len(examples[i].encoded.pieces)))
    for corpus in sorted({e.corpus for e in examples}):
        own = [i for i in order if examples[i].corpus == corpus]
        for at in range(0, len(own), size):
            numbers = own[at : at + size]
            scores = reader(batched([examples[i].encoded for i in numbers]), corpus)
            chances = (scores.softmax(-1) if corpus == "core" else scores.sigmoid()).numpy()
            position = 0
            for number in numbers:
                example = examples[number]
                own_pairs = example.encoded.pairs
                part = chances[position : position + own_pairs.shape[1]]
                position += own_pairs.shape[1]
                if corpus == "core":
                    found[number] = part[0]
                else:
                    count = len(example.candidates)
                    found[number] = np.zeros((count, count, part.shape[1]), dtype=np.float32)
                    found[number][tuple(own_pairs)] = part
    return [found[number] for number in range(len(examples))]
