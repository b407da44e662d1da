"""Where the labelled texts lie, how they are read, and how a sample of them is taken."""

from __future__ import annotations

import json
import os
from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml

from app.documents.load import read_articles
from app.model import Article
from scripts.training.sentences_corpus import Labelled, blocks, closed

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("CLAIMGRAPH_SHARED") or ROOT.parent / "shared")
NEWS = ROOT / "tests" / "benchmarks" / "news"

Json = dict[str, Any]
Item = TypeVar("Item")


HANDS = (1, 45, 61, 101, 149, 205, 261)
"""The number of the first news article of each hand, the first hand's first; the last four are several hands each."""


def sample(items: Sequence[Item], limit: int | None) -> list[Item]:
    """At most `limit` of the items, evenly spread: the same ones every time."""
    if limit is None or limit >= len(items):
        return list(items)
    return [items[number * len(items) // limit] for number in range(limit)]


def seed_articles() -> list[tuple[Article, Json]]:
    """The seed articles, each with its gold claims."""
    gold = _yaml(SHARED / "gold" / "seed-claims.yaml")
    return [(read_articles(SHARED / "articles" / name)[0], labels) for name, labels in sorted(gold.items())]


def traps() -> list[Json]:
    """The trap sentences with what must and must never come out of them."""
    loaded: list[Json] = _yaml(SHARED / "traps" / "traps.yaml")
    return loaded


def news(part: str, *, hand: int | None = None) -> list[tuple[Article, Json]]:
    """The articles of `dev` or `heldout`, each with its labels; of one of the hands that wrote them, if given."""
    paths = sorted((NEWS / part).glob("*.txt"), key=_number)
    own = [path for path in paths if hand in (None, bisect_right(HANDS, _number(path)))]
    return [(read_articles(path)[0], _yaml(path.with_suffix(".yaml"))) for path in own]


def _number(path: Path) -> int:
    return int(path.name.split("-")[0])


def passages(kind: str) -> list[tuple[Labelled, bool]]:
    """The labelled passages of a kind, "news" or "plain", or of any ("*"), and which of them may be looked at."""
    files = sorted((ROOT / "scripts" / "training" / "sentences").glob(f"{kind}_*.txt"))
    return [(block, not closed(path, number)) for path in files for number, block in enumerate(blocks(path))]


def knowledgenet() -> list[Json]:
    """The documents of KnowledgeNet's folds 1 to 3."""
    with (SHARED / "benchmarks" / "knowledgenet-folds-1-3.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def core() -> list[Json]:
    """The sentences of CORE's training part."""
    return _json_list("core-train.json")


def fire() -> list[Json]:
    """The sentences of FIRE's development part."""
    return _json_list("fire-dev.json")


def _json_list(name: str) -> list[Json]:
    loaded: list[Json] = json.loads((SHARED / "benchmarks" / name).read_text(encoding="utf-8"))
    return loaded


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
