"""How often what a rule says is right: measured on labelled texts, relation by relation and rule by rule.

`confidences.txt` is written by `scripts/train confidence`; each line there has a relation, a rule, how many of its
claims were right, of how many, and the confidence. A rule that is not there has its relation's, in the line of `*`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("confidences.txt")
ANY = "*"
# For a relation of which nothing was measured.
_UNKNOWN = 0.7


def confidence_of(relation: str, rule: str) -> float:
    """The probability that a careful reader agrees with a claim of that relation by that rule, from 0 to 1."""
    table = _table()
    return table.get((relation, rule)) or table.get((relation, ANY), _UNKNOWN)


@cache
def _table() -> Mapping[tuple[str, str], float]:
    rows = (line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {(relation, rule): float(confidence) for relation, rule, _, _, confidence in rows}
