"""The labelled corpora as examples: a parsed window, its candidates, and for each pair of them what holds.

KnowledgeNet (MIT), CORE and FIRE (CC-BY-4.0). The six properties of KnowledgeNet were annotated in part of its passages
only; a passage that was not annotated for a property counts as a weak negative for it, or the network would see one
wherever two names stand together.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from app.extraction.learned.candidates import Candidate, find_spans
from app.extraction.learned.encode import MOST_TOKENS, Encoded, WordPieces, encode
from app.extraction.learned.labels import CORE, FIRE, PERSONAL_IDS, PROPERTY_IDS, TAUGHT
from app.extraction.learned.reading import around
from app.extraction.parsing.parse import pipeline
from tests.benchmarks.folds import Dealer
from tests.benchmarks.tokens import prose

Json = dict[str, Any]
Range = tuple[int, int]
UNANNOTATED = 0.15
"""The weight of a negative in a passage that was not annotated for the property."""


@dataclass
class Example:
    """A window of one corpus. `gold` are (label, subject, object) in characters; `asked` the labels annotated there."""

    corpus: str
    fold: int
    text: str
    doc: Doc = field(repr=False)
    encoded: Encoded = field(repr=False)
    candidates: list[Candidate] = field(repr=False)
    gold: list[tuple[str, Range, Range]]
    asked: frozenset[str]
    targets: NDArray[np.float32] = field(repr=False)
    weights: NDArray[np.float32] = field(repr=False)
    source: Json = field(repr=False)
    offset: int = 0


def knowledgenet(path: Path, pieces: WordPieces) -> list[Example]:
    """Every passage, also those that were annotated for personal properties alone."""
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    ids = PROPERTY_IDS | PERSONAL_IDS
    passages = [(item["fold"], passage) for item in items for passage in item["passages"]]
    examples = []
    for (fold, passage), doc in zip(passages, pipeline().pipe(p["passageText"] for _, p in passages), strict=True):
        names = {ids[f["propertyId"]] for f in passage["exhaustivelyAnnotatedProperties"]}
        start = passage["passageStart"]
        gold = [
            (
                ids[f["propertyId"]],
                (f["subjectStart"] - start, f["subjectEnd"] - start),
                (f["objectStart"] - start, f["objectEnd"] - start),
            )
            for f in passage["facts"]
            if ids.get(f["propertyId"]) in names
        ]
        examples.append(
            _example("knowledgenet", fold, doc, pieces, TAUGHT["knowledgenet"], gold, frozenset(names), passage, start)
        )
    return examples


def fire(path: Path, pieces: WordPieces) -> list[Example]:
    """Every sentence, dealt to the folds in turn."""
    items = json.loads(path.read_text(encoding="utf-8"))
    texts = [prose(item["tokens"]) for item in items]
    folds, examples = Dealer(), []
    for item, text, doc in zip(items, texts, pipeline().pipe(t.text for t in texts), strict=True):
        places = [text.characters(e["start"], e["end"]) for e in item["entities"]]
        gold = [(r["type"], places[r["head"]], places[r["tail"]]) for r in item["relations"] if r["type"] in FIRE]
        fold = folds.of(text.text)
        examples.append(_example("fire", fold, doc, pieces, FIRE, gold, frozenset(FIRE), item, 0))
    return examples


def core(path: Path, pieces: WordPieces) -> list[Example]:
    """Every sentence with its given pair, dealt to the folds in turn."""
    items = json.loads(path.read_text(encoding="utf-8"))
    texts = [prose(item["context"]) for item in items]
    folds, examples = Dealer(), []
    for item, text, doc in zip(items, texts, pipeline().pipe(t.text for t in texts), strict=True):
        pair = [text.characters(item[f"{e}_start"], item[f"{e}_end"] + 1) for e in ("e1", "e2")]
        given = [_given(doc, *place) for place in pair]
        window = around(given, len(doc))
        encoded = encode(doc, window, given, pieces, roles=True)
        label = f"{item['relation']}:{item['invert_relation']}"
        target = np.array(
            [CORE.index(label) if label in CORE else CORE.index(f"{item['relation']}:0")], dtype=np.float32
        )
        fold = folds.of(text.text)
        examples.append(
            Example("core", fold, text.text, doc, encoded, given, [], frozenset(), target, np.ones(1, np.float32), item)
        )
    return examples


def _given(doc: Doc, start: int, end: int) -> Candidate:
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        raise ValueError(f"nothing stands at {start}, {end}")
    return Candidate(span.start, span.end, "GIVEN")


def _example(
    corpus: str,
    fold: int,
    doc: Doc,
    pieces: WordPieces,
    labels: Sequence[str],
    gold: list[tuple[str, Range, Range]],
    asked: frozenset[str],
    source: Json,
    offset: int,
) -> Example:
    window = (0, min(len(doc), MOST_TOKENS))
    candidates = find_spans(doc, *window)
    targets, weights = _labelled(doc, candidates, labels, gold, asked)
    encoded = encode(doc, window, candidates, pieces)
    return Example(corpus, fold, doc.text, doc, encoded, candidates, gold, asked, targets, weights, source, offset)


def characters(doc: Doc, span: Candidate) -> Range:
    """Where a candidate stands in the text."""
    return doc[span.start].idx, doc[span.end - 1].idx + len(doc[span.end - 1])


def _labelled(
    doc: Doc,
    candidates: Sequence[Candidate],
    labels: Sequence[str],
    gold: Sequence[tuple[str, Range, Range]],
    asked: frozenset[str],
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """For each pair and label 1 or 0, and how much it counts.

    Of the pairs that overlap a fact the best is positive; those nearly as good count for nothing, poor ones are
    negatives.
    """
    size, places = len(candidates), [characters(doc, c) for c in candidates]
    targets = np.zeros((size, size, len(labels)), dtype=np.float32)
    weights = np.ones_like(targets)
    for number, label in enumerate(labels):
        if label not in asked:
            weights[:, :, number] = UNANNOTATED
    for label, subject, obj in gold:
        number = labels.index(label)
        fits = np.outer([_likeness(p, subject) for p in places], [_likeness(p, obj) for p in places])
        if not size or fits.max() <= 0:
            continue
        near = fits >= min(0.4, fits.max())
        weights[:, :, number][near & (targets[:, :, number] == 0)] = 0.0
        best = fits >= fits.max() - 1e-6
        targets[:, :, number][best] = 1.0
        weights[:, :, number][best] = 1.0
        for other, clash in enumerate(labels):
            # What holds under one property may well hold under another that nobody annotated.
            if clash not in asked:
                weights[:, :, other][best | best.T] = 0.0
    for same in range(size):
        weights[same, same, :] = 0.0
    return targets, weights


def _likeness(one: Range, other: Range) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def scored(example: Example) -> frozenset[str]:
    """The labels that an example is scored for."""
    return example.asked - frozenset(PERSONAL_IDS.values())
