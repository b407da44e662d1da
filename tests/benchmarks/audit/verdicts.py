"""What readers said of claims made on third-party texts: `verdicts.tsv`, a line for each claim."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.model import Claim, Mention
from tests.benchmarks.gold_sets import describe

FILE = Path(__file__).with_name("verdicts.tsv")
COLUMNS = ("corpus", "item", "relation", "subject", "object", "details", "verdict", "faults")
RIGHT, DETAIL, WRONG, UNSURE = "right", "detail", "wrong", "unsure"

Text = tuple[str, int]
"""A corpus and the number of an item of it."""
Core = tuple[str, str, str]
"""Relation, subject and object as the claim names them."""


@dataclass(frozen=True)
class Verdict:
    """One claim's: `details` are its status, phase, qualifiers and times, `faults` which of them are false.

    Of a wrong claim `faults` is one word for what is wrong with it.
    """

    core: Core
    details: str
    verdict: str
    faults: tuple[str, ...] = ()

    @property
    def true(self) -> bool:
        """Whether the relation holds between the two, be a detail false or not."""
        return self.verdict in (RIGHT, DETAIL)


def core_of(claim: Claim) -> Core:
    """What a verdict is found by."""
    side = claim.object
    name = side.name if isinstance(side, Mention) else side.value if side is not None else "-"
    return claim.relation, claim.subject.name, name


def details_of(claim: Claim) -> str:
    """Everything else that a claim says, as `gold_sets.describe` writes it."""
    relation, subject, obj = core_of(claim)
    return describe(claim).removeprefix(f"{relation}({subject}; {obj}) ")


def detail(details: str, key: str) -> str:
    """One of the details; the status is the first word, the phase the second.

    >>> detail("asserted ended title=chief executive start=2010", "title")
    'chief executive'
    """
    status, phase, *rest = details.split(" ")
    if key in ("status", "phase"):
        return status if key == "status" else phase
    named: dict[str, str] = {}
    last = ""
    for word in rest:
        name, equals, value = word.partition("=")
        if equals and name.isidentifier():
            last, named[name] = name, value
        elif last:
            named[last] += f" {word}"
    return named.get(key, "")


def read(path: Path = FILE) -> dict[Text, list[Verdict]]:
    """Every verdict, by text."""
    found: dict[Text, list[Verdict]] = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            text = row["corpus"], int(row["item"])
            found.setdefault(text, []).append(_verdict(row))
    return found


def _verdict(row: Mapping[str, str]) -> Verdict:
    core = row["relation"], row["subject"], row["object"]
    return Verdict(core, row["details"], row["verdict"], tuple(row["faults"].split()))


def rows(text: Text, verdicts: Sequence[Verdict]) -> Iterator[tuple[str, ...]]:
    """The lines of a text's verdicts, as `COLUMNS` has them."""
    for verdict in verdicts:
        yield (text[0], str(text[1]), *verdict.core, verdict.details, verdict.verdict, " ".join(verdict.faults))
