"""Measures how often each rule is right on the texts that may be looked at, and writes what the product reads.

These are our own labelled ones and the open half of the audit of third-party texts.

A rule that made few claims is drawn toward the share of right ones among its relation's other rules, and these toward
that of all claims, as if each had made `PRIOR` more claims of that quality (a beta distribution); what is taken is one
standard deviation below the mean. The rules were written with these texts in view, and are right less often in others:
all log-odds are lowered by one number, with which the confidence of what they claim in the texts that are kept closed
is right on average. Nothing else is read off these.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from app.extraction.confidence import ANY
from app.extraction.relations.reading.candidates import Candidate
from app.extraction.spacy_engine import SpacyEngine
from app.pipeline import extract
from scripts.training.sentences_corpus import blocks, closed
from tests.benchmarks import passages
from tests.benchmarks.audit import score as audit
from tests.benchmarks.corpora import news
from tests.benchmarks.news import score_article

PRIOR = 10
Rule = tuple[str, str]
Row = tuple[str, str, int, int, float]

_HEAD = (
    "# Written by `scripts/train confidence`: relation, rule, right, of how many, confidence, lowered in log-odds by "
)


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


def measured(folder: Path) -> tuple[list[Row], float]:
    """What was right of each relation and rule, of how many, and the confidence; by how much that is lowered."""
    right, made = Counter[Rule](), Counter[Rule]()
    for rule, is_right in _judged(folder, of_closed=False):
        for row in (rule, (rule[0], ANY)):
            made[row] += 1
            right[row] += is_right
    lowered = optimism({row[:2]: row[4] for row in rows(right, made)}, _judged(folder, of_closed=True))
    return list(rows(right, made, lowered)), lowered


def optimism(table: Mapping[Rule, float], unseen: Iterable[tuple[Rule, bool]]) -> float:
    """By how much a table's log-odds are to be lowered for it to be right on average of claims on unseen texts.

    >>> optimism({("acquired", "*"): 0.9}, [(("acquired", "sale"), True), (("acquired", "bid"), False)])
    2.2
    """
    outcomes = list(unseen)
    odds = [table.get(rule) or table[rule[0], ANY] for rule, _ in outcomes]

    def wrong(step: int) -> float:
        return sum(1 - lower(each, step / 100) for each in odds)

    return bisect_left(range(500), sum(not is_right for _, is_right in outcomes), key=wrong) / 100


def lower(chance: float, by: float) -> float:
    """A chance whose log-odds are lowered.

    >>> round(lower(0.9, 0.5), 2)
    0.85
    """
    return 1 / (1 + math.exp(by) * (1 - chance) / chance)


def rows(right: Counter[Rule], made: Counter[Rule], lowered: float = 0.0) -> Iterator[Row]:
    """The rows of the table, each relation's own before those of its rules."""
    relations = sorted(relation for relation, rule in made if rule == ANY)
    everything = [(relation, ANY) for relation in relations]
    overall = sum(right[row] for row in everything) / sum(made[row] for row in everything)
    for relation in relations:
        whole = (relation, ANY)
        yield relation, ANY, right[whole], made[whole], _sober(right[whole], made[whole], overall, lowered)
        for rule in sorted(rule for of, rule in made if of == relation and rule != ANY):
            row = (relation, rule)
            others = _drawn(right[whole] - right[row], made[whole] - made[row], overall)
            yield relation, rule, right[row], made[row], _sober(right[row], made[row], others, lowered)


def _drawn(right: int, made: int, toward: float) -> float:
    return (right + PRIOR * toward) / (made + PRIOR)


def _sober(right: int, made: int, toward: float, lowered: float) -> float:
    mean = _drawn(right, made, toward)
    return round(lower(mean - math.sqrt(mean * (1 - mean) / (made + PRIOR + 1)), lowered), 2)


def _judged(folder: Path, *, of_closed: bool) -> Iterator[tuple[Rule, bool]]:
    engine = _Numbering()
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(blocks(path)):
            if closed(path, number) == of_closed:
                for claim, is_right in passages.judge(engine, block):
                    yield engine.rule_of(claim.confidence), is_right
    for claim, is_true in audit.judged(engine, of_open=not of_closed):
        yield engine.rule_of(claim.confidence), is_true
    for article, labels in news("heldout") if of_closed else ():
        for number, is_right in score_article(extract(article, engine), labels).judged:
            yield engine.rule_of(number), is_right


def as_text(table: Iterable[Row], lowered: float) -> str:
    """The table as the product reads it."""
    return "\n".join([f"{_HEAD}{lowered}", *("\t".join(map(str, row)) for row in table)]) + "\n"
