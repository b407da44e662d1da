"""How claims are meant, measured alone: `scripts/benchmark status`.

`sentences.tsv` holds two hundred texts of one to three sentences, each with one claim (relation, subject, object) and
the status that it should get, `none` where nothing is to be recorded, several where each is as good. They were written
from the vocabulary by a hand that had not seen the program. Every second one is closed: only its sums are shown.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.documents.clean import segment
from app.extraction.engine import load_engine
from app.model import Article, Mention
from tests.benchmarks.agreement import is_same

SENTENCES = Path(__file__).resolve().parent / "sentences.tsv"
_FACTS = frozenset({"asserted", "stated"})


@dataclass(frozen=True)
class Item:
    """A text, the claim that it is about, and the statuses that the claim may get."""

    relation: str
    subject: str
    object: str
    statuses: frozenset[str]
    text: str
    closed: bool


def main(arguments: Sequence[str]) -> int:
    """Print how many claims are found, how many of these with the right status, and how many false facts there are."""
    parser = argparse.ArgumentParser(prog="scripts/benchmark status", description=main.__doc__)
    parser.add_argument("--misses", action="store_true", help="list the open texts whose status is wrong")
    wanted = parser.parse_args(arguments)
    sums: dict[bool, Counter[str]] = {False: Counter(), True: Counter()}
    for item in items():
        found = statuses(item)
        verdict = judged(item, found)
        sums[item.closed].update(["texts", *verdict])
        if wanted.misses and not item.closed and ("false fact" in verdict or "right" not in verdict):
            print(f"{'/'.join(sorted(found)) or 'nothing'}, wanted {'/'.join(sorted(item.statuses))}: ", end="")
            print(f"{item.relation}({item.subject}; {item.object}) {item.text}")
    for closed, part in ((False, "open"), (True, "closed")):
        count = sums[closed]
        print(
            f"{part}: {count['texts']} texts, {count['found']} claims found, of which {count['right']} with the right "
            f"status; {count['false fact']} told as facts that are none"
        )
    return 0


def items() -> Iterator[Item]:
    """The texts, in the order of the file."""
    for number, line in enumerate(SENTENCES.read_text(encoding="utf-8").splitlines()):
        relation, subject, thing, status, text = line.split("\t")
        yield Item(relation, subject, thing, frozenset(status.split("|")), text, closed=number % 2 == 1)


def statuses(item: Item) -> set[str]:
    """The statuses that the rules give the claim of a text; none where they do not find it."""
    wanted = {"relation": item.relation, "subject": item.subject, "object": item.object}
    return {
        str(claim.status)
        for claim in load_engine().extract(segment(Article(text=item.text))).claims
        if isinstance(claim.object, Mention)
        and is_same(wanted, {"relation": claim.relation, "subject": claim.subject.name, "object": claim.object.name})
    }


def judged(item: Item, found: set[str]) -> list[str]:
    """What to count of a text: whether the claim is found, with the right status, and told as a fact that is none.

    "Is X buying Y? No." gives a question and a denial: one of them has to be right, and none a fact without reason.
    """
    verdict = ["found"] if found else []
    if found & item.statuses and not (found - item.statuses) & _FACTS:
        verdict.append("right")
    if found & _FACTS and not item.statuses & _FACTS:
        verdict.append("false fact")
    return verdict
