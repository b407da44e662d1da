"""How well a reader does on examples that it was not trained on; thresholds and calibration that follow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from app.extraction.learned.labels import HEADS, LEFT_OUT, SAME, SYMMETRIC
from app.extraction.learned.reading import PairClass, Reader, best_class, see_in
from scripts.training.data import Example, Range, characters, scored
from scripts.training.sentences_corpus import told

# What is seen with less is no proposal, whatever the threshold.
LEAST = 0.02
MERGER = "ActionMerge"


@dataclass(frozen=True)
class Proposed:
    """A proposed fact: its score, its label, and whether it is right by overlapping and by identical spans."""

    score: float
    label: str
    right: bool
    exact: bool


@dataclass
class Outcome:
    """What came of one fold: the proposals and the number of gold facts by head, and CORE's pairs."""

    proposed: dict[str, list[Proposed]] = field(default_factory=dict)
    gold: dict[str, dict[str, int]] = field(default_factory=dict)
    classes: list[tuple[PairClass, str, bool]] = field(default_factory=list)


def outcome_of(reader: Reader, examples: Sequence[Example]) -> Outcome:
    """Score a fold."""
    outcome = Outcome()
    for head in HEADS:
        own = [e for e in examples if e.corpus == head and scored(e)]
        outcome.proposed[head], outcome.gold[head] = [], {}
        seen = see_in(reader, [e.doc for e in own], [e.candidates for e in own], [e.encoded for e in own], head, LEAST)
        for example, found in zip(own, seen, strict=True):
            asked = scored(example)
            facts = [
                (s.score, s.label, characters(example.doc, s.subject), characters(example.doc, s.object))
                for s in found
                if s.label in asked
            ]
            if head == "news":
                gold = told(example.source["block"])
                outcome.proposed[head] += _judged_by_entity(facts, gold)
                labels = [label for label, _ in gold]
            else:
                own_gold = [g for g in example.gold if g[0] in asked]
                outcome.proposed[head] += _judged(facts, own_gold)
                labels = [label for label, _, _ in own_gold]
            for label in labels:
                outcome.gold[head][label] = outcome.gold[head].get(label, 0) + 1
    for example in (e for e in examples if e.corpus == "core"):
        chances = reader.classes(example.doc, (example.candidates[0], example.candidates[1]), example.encoded)
        outcome.classes.append(
            (best_class(chances), example.source["relation"], bool(example.source["invert_relation"]))
        )
    return outcome


def _judged(
    facts: Sequence[tuple[float, str, Range, Range]], gold: Sequence[tuple[str, Range, Range]]
) -> Iterator[Proposed]:
    """Each fact, the likeliest first, against the gold facts, one to one."""
    free, free_exact = list(gold), list(gold)
    for score, label, subject, obj in facts:
        exact = (label, subject, obj) in free_exact
        if exact:
            free_exact.remove((label, subject, obj))
        hits = [g for g in free if g[0] == label and _overlap(g[1], subject) and _overlap(g[2], obj)]
        if hits:
            free.remove(min(hits, key=lambda g: (g[1], g[2]) != (subject, obj)))
        yield Proposed(score, label, bool(hits), exact)


def _judged_by_entity(
    facts: Sequence[tuple[float, str, Range, Range]], gold: Sequence[tuple[str, list[tuple[Range, Range]]]]
) -> Iterator[Proposed]:
    """Each fact against claims that may be told by several pairs of mentions; one told before counts once."""
    met: set[int] = set()
    for score, label, subject, obj in facts:
        hits = [
            number
            for number, (name, pairs) in enumerate(gold)
            if name == label and any(_overlap(one, subject) and _overlap(other, obj) for one, other in pairs)
        ]
        if not hits:
            yield Proposed(score, label, False, False)
        elif not met.issuperset(hits):
            met.update(hits)
            yield Proposed(score, label, True, (subject, obj) in gold[hits[0]][1])


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


# --- figures ---------------------------------------------------------------------------------------------------------

Figures = tuple[float, float, float]


def f1(
    proposed: Sequence[Proposed], gold: Mapping[str, int], least: float, labels: Sequence[str], *, exact: bool = False
) -> Figures:
    """Precision, recall and F1 of what scores at least so much."""
    taken = [p.exact if exact else p.right for p in proposed if p.score >= least and p.label in labels]
    wanted = sum(gold.get(label, 0) for label in labels)
    return sum(taken) / max(1, len(taken)), sum(taken) / max(1, wanted), 2 * sum(taken) / max(1, len(taken) + wanted)


def best_threshold(outcomes: Sequence[Outcome], head: str) -> float:
    """The probability with the best F1, in hundredths."""
    proposed, gold = _together(outcomes, head)
    return max((n / 100 for n in range(5, 90)), key=lambda least: f1(proposed, gold, least, counted(head))[2])


def counted(head: str) -> tuple[str, ...]:
    """The labels of a head's headline figure."""
    return tuple(label for label in HEADS[head] if label not in (MERGER, SAME))


def _together(outcomes: Sequence[Outcome], head: str) -> tuple[list[Proposed], dict[str, int]]:
    gold: dict[str, int] = {}
    for outcome in outcomes:
        for label, count in outcome.gold[head].items():
            gold[label] = gold.get(label, 0) + count
    return [p for outcome in outcomes for p in outcome.proposed[head]], gold


def core_figures(outcomes: Sequence[Outcome]) -> dict[str, Figures]:
    """By class, and "micro" over those that the product has; "directed" wants the direction right too."""
    counts: dict[str, list[int]] = {}
    for found, gold, inverted in (entry for outcome in outcomes for entry in outcome.classes):
        same = found.name == gold
        way = same and (gold in SYMMETRIC or found.inverted == inverted)
        for row, right in (("micro", same), ("directed", way), (None, same)):
            if found.name not in LEFT_OUT:
                counts.setdefault(row or found.name, [0, 0, 0])[0] += 1
            if gold not in LEFT_OUT:
                counts.setdefault(row or gold, [0, 0, 0])[1] += 1
                counts[row or gold][2] += right
    return {row: (r / max(1, p), r / max(1, g), 2 * r / max(1, p + g)) for row, (p, g, r) in sorted(counts.items())}


# --- calibration -----------------------------------------------------------------------------------------------------


def calibrated(outcomes: Sequence[Outcome], head: str) -> tuple[list[float], list[float]]:
    """A slope that all labels share and a shift for each, so that a score is the share of its like that is right."""
    labels = HEADS[head]
    proposed, _ = _together(outcomes, head)
    inputs = np.zeros((len(proposed), 1 + len(labels)))
    for row, p in zip(inputs, proposed, strict=True):
        row[0], row[1 + labels.index(p.label)] = _logit(p.score), 1
    model = LogisticRegression(C=1.0, max_iter=500).fit(inputs, [p.right for p in proposed])
    return [float(model.coef_[0, 0])] * len(labels), [float(model.intercept_[0] + c) for c in model.coef_[0, 1:]]


def recalibrated(outcome: Outcome, head: str, calibration: tuple[list[float], list[float]]) -> Outcome:
    """An outcome whose scores went through a calibration."""
    slopes, shifts = (dict(zip(HEADS[head], values, strict=True)) for values in calibration)
    moved = [
        Proposed(
            float(1 / (1 + np.exp(-(slopes[p.label] * _logit(p.score) + shifts[p.label])))), p.label, p.right, p.exact
        )
        for p in outcome.proposed[head]
    ]
    return Outcome({**outcome.proposed, head: moved}, outcome.gold, outcome.classes)


def _logit(score: float) -> float:
    return float(np.log(score / (1 - score))) if 0 < score < 1 else (9.2 if score else -9.2)


def settings_from(outcomes: Sequence[Outcome]) -> dict[str, NDArray[Any]]:
    """What the product needs beside the weights: calibration and the threshold with the best F1, for each head."""
    settings: dict[str, NDArray[Any]] = {}
    for head in HEADS:
        calibration = calibrated(outcomes, head)
        moved = [recalibrated(outcome, head, calibration) for outcome in outcomes]
        settings[f"setting.calibration.{head}"] = np.array(calibration, np.float32)
        settings[f"setting.threshold.{head}"] = np.array(best_threshold(moved, head), np.float32)
    return settings


def report(outcomes: Sequence[Outcome]) -> str:
    """The table: each fold is calibrated and cut by what the other folds say, so no figure has seen its own labels."""
    lines = []
    for head in HEADS:
        kept, folds = [], []
        for number, outcome in enumerate(outcomes):
            others = [o for n, o in enumerate(outcomes) if n != number]
            calibration = calibrated(others, head)
            least = best_threshold([recalibrated(o, head, calibration) for o in others], head)
            moved = recalibrated(outcome, head, calibration)
            own = [p for p in moved.proposed[head] if p.score >= least]
            kept.append(Outcome({head: own}, {head: outcome.gold[head]}))
            folds.append(f1(own, outcome.gold[head], 0, counted(head))[2])
        proposed, gold = _together(kept, head)
        lines.append(
            _line(f"{head}, overlap", f1(proposed, gold, 0, counted(head)))
            + "  folds "
            + " ".join(f"{f:.3f}" for f in folds)
        )
        lines.append(_line(f"{head}, exact", f1(proposed, gold, 0, counted(head), exact=True)))
        lines += [_line(f"  {label}", f1(proposed, gold, 0, (label,))) for label in HEADS[head]]
    for row, figures in core_figures(outcomes).items():
        lines.append(_line(f"core, {row}" if row in ("micro", "directed") else f"  {row}", figures))
    return "\n".join(["cross-validated                      P     R     F1", *lines]) + "\n"


def _line(name: str, figures: Figures) -> str:
    return f"{name:34}" + " ".join(f"{figure:.3f}" for figure in figures)
