"""Check the questions of this folder: `python -m tests.benchmarks.ask.check_questions`.

Prints how many questions there are, by kind and by status. Exits 1 with one line per fault.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from app.graphs import FACT_GRAPHS, fact_graph
from app.model import AnswerStatus, Claim, Extraction, Mention, Value
from tests.benchmarks.ask.graphs import GRAPHS, articles, build, entities, facts

ROOT = Path(__file__).resolve().parent
GENERATED, UPLANDS, SEED = "generated-questions.yaml", "uplands-questions.yaml", "seed-questions.yaml"

Question = dict[str, Any]

_KEYS = frozenset("id graph question kind status answers also article note heldout".split())
_STATUSES = frozenset(str(status) for status in AnswerStatus)
_WITH_VALUES = frozenset({"answered", "partial"})
_WORDS = frozenset("yes no asserted reported planned possible denied disputed amount".split()) | {"unnamed sources"}
_COUNT = re.compile(r"\d{1,3}")
_HELD_OUT_SHARE = (0.30, 0.37)
_UNANSWERABLE_SHARE = (0.25, 0.32)
_LEAST_ENTITIES = 60


def load(name: str) -> list[Question]:
    """The questions of a file."""
    found: list[Question] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return found


def statuses(question: Question) -> list[str]:
    """What the answer may say of itself."""
    status = question["status"]
    return status if isinstance(status, list) else [status]


def is_unanswerable(question: Question) -> bool:
    """Whether the right answer gives no value."""
    return "answered" not in statuses(question)


# --- faults -----------------------------------------------------------------------------------------------------------


def form_faults(questions: Sequence[Question]) -> Iterator[str]:
    """Faults that need no graph to be seen."""
    for what in ("id", "question"):
        seen = Counter(str(question[what]).casefold() for question in questions)
        yield from (f"{what} {value!r} stands {n} times" for value, n in seen.items() if n > 1)
    for question in questions:
        where = question["id"]
        if unknown := question.keys() - _KEYS:
            yield f"{where}: unknown keys {sorted(unknown)}"
        if illegal := set(statuses(question)) - _STATUSES:
            yield f"{where}: no such status {sorted(illegal)}"
        texts = [*question["answers"], *question.get("also", ())]
        yield from (f"{where}: {text!r} is no text" for text in texts if not isinstance(text, str))
        if is_unanswerable(question) and question["answers"]:
            yield f"{where}: an answer where none may be given"
        if question["answers"] and not question["article"]:
            yield f"{where}: an answer without an article"
        if "answered" in statuses(question) and not question["answers"]:
            yield f"{where}: answered, and no answer"


def share_faults(questions: Sequence[Question]) -> Iterator[str]:
    """Whether about a third is held out, of all and of the unanswerable, and about a quarter is unanswerable."""
    unanswerable = [question for question in questions if is_unanswerable(question)]
    for what, part in (("all", questions), ("the unanswerable", unanswerable)):
        share = sum(bool(question.get("heldout")) for question in part) / len(part)
        if not _HELD_OUT_SHARE[0] <= share <= _HELD_OUT_SHARE[1]:
            yield f"{share:.0%} of {what} are held out"
    share = len(unanswerable) / len(questions)
    if not _UNANSWERABLE_SHARE[0] <= share <= _UNANSWERABLE_SHARE[1]:
        yield f"{share:.0%} are unanswerable"


def answer_faults(questions: Sequence[Question], graph: str) -> Iterator[str]:
    """Whether every expected name and value exists in the graph, and every article."""
    known = names(graph) | _WORDS | {value for extraction in articles(graph) for value in values(extraction)}
    keys = {extraction.article.source for extraction in articles(graph)}
    for question in questions:
        texts = [*question["answers"], *question.get("also", ())]
        for text in texts:
            if text not in known and not (question["kind"] == "how-many" and _COUNT.fullmatch(text)):
                yield f"{question['id']}: {graph} has no {text!r}"
        yield from (f"{question['id']}: no article {key!r}" for key in question["article"] if key not in keys)


def graph_faults(graph: str) -> Iterator[str]:
    """Whether a graph is large enough and has facts of every standing."""
    store, iris = build(graph)
    found = facts(store, iris)
    # A role is a concept that tenures point to, and no entity that anyone would ask after.
    count = sum(not entity.id.startswith(("role/", "responsibility/")) for entity in entities(store, iris))
    if count < _LEAST_ENTITIES:
        yield f"{graph} has only {count} entities"
    yield from (f"{graph} has no {name} facts" for name in set(FACT_GRAPHS) - {fact_graph(fact) for fact in found})


def seed_faults(questions: Sequence[Question]) -> Iterator[str]:
    """The questions on the three articles are for everyone to see."""
    yield from (f"{question['id']}: held out" for question in questions if question.get("heldout"))


# --- what a graph has -------------------------------------------------------------------------------------------------


def names(graph: str) -> set[str]:
    """Every name of every entity."""
    store, iris = build(graph)
    return {name for entity in entities(store, iris) for name in (entity.name, *entity.aliases)}


def values(extraction: Extraction) -> Iterator[str]:
    """What the claims of an article give besides names, as the questions write it."""
    for claim in extraction.claims:
        yield from _values(claim)


def _values(claim: Claim) -> Iterator[str]:
    if isinstance(claim.object, Value):
        yield claim.object.value
    yield from claim.qualifiers.values()
    currency = claim.qualifiers.get("currency", "")
    yield from (f"{claim.qualifiers[name]} {currency}" for name in ("amount", "valuation") if name in claim.qualifiers)
    if "percent" in claim.qualifiers:
        yield f"{claim.qualifiers['percent']} %"
    yield from (source.name for source in claim.attribution if source.name)
    if isinstance(claim.object, Mention):
        yield claim.object.name
    time = claim.time
    yield from (point.edtf for point in (time.start, time.end, time.date, time.announced) if point is not None)
    if time.duration:
        weeks = re.fullmatch(r"P(\d+)W", time.duration)
        yield f"P{int(weeks[1]) * 7}D" if weeks else time.duration
        months = re.fullmatch(r"P(\d+)M", time.duration)
        if months and int(months[1]) >= 12:
            years, rest = divmod(int(months[1]), 12)
            yield f"P{years}Y{rest}M" if rest else f"P{years}Y"


# --- the command ------------------------------------------------------------------------------------------------------


def faults() -> list[str]:
    """Everything that is wrong with the questions."""
    generated, uplands, seed = load(GENERATED), load(UPLANDS), load(SEED)
    found = [*form_faults(seed), *seed_faults(seed)]
    for questions in (generated, uplands):
        found += [*form_faults(questions), *share_faults(questions)]
    found += [
        f"{question['id']}: no such graph {question['graph']!r}"
        for question in [*generated, *uplands]
        if question["graph"] not in GRAPHS
    ]
    for graph in GRAPHS:
        found += graph_faults(graph)
        found += answer_faults([question for question in [*generated, *uplands] if question["graph"] == graph], graph)
    return found


def main() -> int:
    """Print the counts and the faults."""
    for name in (GENERATED, UPLANDS, SEED):
        questions = load(name)
        held_out = sum(bool(question.get("heldout")) for question in questions)
        unanswerable = sum(is_unanswerable(question) for question in questions)
        print(f"{name}: {len(questions)} questions, {unanswerable} unanswerable, {held_out} held out")
        kinds = Counter(question["kind"] for question in questions)
        print("  by kind:", ", ".join(f"{kind} {n}" for kind, n in kinds.most_common()))
        first = Counter(statuses(question)[0] for question in questions)
        print("  by first status:", ", ".join(f"{status} {n}" for status, n in first.most_common()))
    found = faults()
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
