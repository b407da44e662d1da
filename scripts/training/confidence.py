"""Measures how often each rule is right on the texts that may be looked at, and writes what the product reads.

These are our own labelled ones and the open half of the audit of third-party texts.

A rule that made few claims is drawn toward the share of right ones among its relation's other rules, and these toward
that of all claims, as if each had made `PRIOR` more claims of that quality (a beta distribution). The rules were
written with these texts in view, so what is taken is one standard deviation below the mean.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.extraction.confidence import ANY
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.spacy_engine import SpacyEngine
from scripts.training.sentences_corpus import blocks, closed
from tests.benchmarks import passages
from tests.benchmarks.audit import score as audit

PRIOR = 10
Rule = tuple[str, str]
Row = tuple[str, str, int, int, float]

_HEAD = "# Written by `scripts/train confidence`: relation, rule, right, of how many, confidence."


class _Numbering(SpacyEngine):
    """The rule engine with a number of the rule in place of each claim's confidence."""

    _STEP = 1e-4

    def __init__(self) -> None:
        self._rules: list[Rule] = []

    def confidence(self, candidate: Candidate) -> float:
        rule = (candidate.relation, candidate.rule)
        if rule not in self._rules:
            self._rules.append(rule)
        return self._rules.index(rule) * self._STEP

    def rule_of(self, confidence: float) -> Rule:
        return self._rules[round(confidence / self._STEP)]


def measured(folder: Path) -> list[Row]:
    """For each relation and each of its rules what was right, of how many, and the confidence that follows."""
    right, made = Counter[Rule](), Counter[Rule]()
    for rule, is_right in _judged(folder):
        for row in (rule, (rule[0], ANY)):
            made[row] += 1
            right[row] += is_right
    return list(rows(right, made))


def rows(right: Counter[Rule], made: Counter[Rule]) -> Iterator[Row]:
    """The rows of the table, each relation's own before those of its rules."""
    relations = sorted(relation for relation, rule in made if rule == ANY)
    everything = [(relation, ANY) for relation in relations]
    overall = sum(right[row] for row in everything) / sum(made[row] for row in everything)
    for relation in relations:
        whole = (relation, ANY)
        yield relation, ANY, right[whole], made[whole], _sober(right[whole], made[whole], overall)
        for rule in sorted(rule for of, rule in made if of == relation and rule != ANY):
            row = (relation, rule)
            others = _drawn(right[whole] - right[row], made[whole] - made[row], overall)
            yield relation, rule, right[row], made[row], _sober(right[row], made[row], others)


def _drawn(right: int, made: int, toward: float) -> float:
    return (right + PRIOR * toward) / (made + PRIOR)


def _sober(right: int, made: int, toward: float) -> float:
    mean = _drawn(right, made, toward)
    return round(mean - math.sqrt(mean * (1 - mean) / (made + PRIOR + 1)), 2)


def _judged(folder: Path) -> Iterator[tuple[Rule, bool]]:
    engine = _Numbering()
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(blocks(path)):
            if not closed(path, number):
                for claim, is_right in passages.judge(engine, block):
                    yield engine.rule_of(claim.confidence), is_right
    for claim, is_true in audit.judged_open(engine):
        yield engine.rule_of(claim.confidence), is_true


def as_text(table: Iterable[Row]) -> str:
    """The table as the product reads it."""
    return "\n".join([_HEAD, *("\t".join(map(str, row)) for row in table)]) + "\n"
