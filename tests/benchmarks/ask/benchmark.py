"""The benchmark of answering: asks every question of the sets and reports how the answers fared."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from app.query.ask import ask
from tests.benchmarks.ask import wordings
from tests.benchmarks.ask.judging import Judge, Verdict, statuses
from tests.benchmarks.ask.sets import SETS, QuestionSet, entities, matters, participants
from tests.benchmarks.measures import calibration_error, reliability, share
from tests.benchmarks.report import write

_NAME, _NUMBER = 34, 9
_COLUMNS = ("n", "right", "wrong", "incompl.", "both", "unansw.", "recogn.", "reason", "p50 ms", "p95 ms", "ECE")
_HEAD = (
    "right: status and exact set of values. wrong: gives a value that is not right. incompl.: gives right values, and "
    "not all. both: the sum of these two, called wrong before. "
    "Of the unanswerable: recognised, and refused for the right reason."
)
_HELDOUT = "Held-out questions were not looked at while the parser was written; only their sums are shown."


def figures(verdicts: Sequence[Verdict]) -> dict[str, float | int | None]:
    """The figures of one row."""
    unanswerable = [verdict for verdict in verdicts if verdict.unanswerable]
    times = sorted(verdict.milliseconds for verdict in verdicts)
    return {
        "n": len(verdicts),
        "right": share(sum(v.right for v in verdicts), len(verdicts)),
        "wrong": share(sum(v.wrong for v in verdicts), len(verdicts)),
        "incompl.": share(sum(v.incomplete for v in verdicts), len(verdicts)),
        "both": share(sum(v.wrong or v.incomplete for v in verdicts), len(verdicts)),
        "unansw.": len(unanswerable),
        "recogn.": share(sum(v.recognised for v in unanswerable), len(unanswerable)),
        "reason": share(sum(v.right for v in unanswerable), len(unanswerable)),
        "p50 ms": statistics.median(times) if times else None,
        "p95 ms": times[min(len(times) - 1, int(len(times) * 0.95))] if times else None,
        "ECE": calibration_error(_judged(verdicts)),
    }


def measure(name: str, questions: QuestionSet) -> list[Verdict]:
    """Ask every question of a set. The first question of all reads the names, and is not timed.

    Timed is what a core does, and not what else the machine does: on an idle one it is how long an answer takes.
    """
    lookup = questions.graph()
    start = time.perf_counter()
    ask(lookup, "Who?")
    print(f"{name}: {(time.perf_counter() - start) * 1000:.0f} ms to read the names", file=sys.stderr)
    judge = Judge(entities(lookup), participants=partial(participants, lookup), matters=matters(lookup))
    verdicts = []
    for question in questions.questions():
        start = time.process_time()
        answer = ask(lookup, question["question"])
        verdicts.append(judge.judge(question, answer, (time.process_time() - start) * 1000))
    return verdicts


def parts(verdicts: Sequence[Verdict]) -> tuple[list[Verdict], list[Verdict]]:
    """The open ones, and those held out."""
    held = [bool(verdict.question.get("heldout")) for verdict in verdicts]
    split = list(zip(verdicts, held, strict=True))
    return [v for v, apart in split if not apart], [v for v, apart in split if apart]


def as_text(measured: Mapping[str, Sequence[Verdict]], *, kinds: bool) -> Iterator[str]:
    """The report: a row for each set and part, then the open questions by kind, then calibration."""
    yield _HEAD
    yield _HELDOUT
    yield ""
    yield " " * _NAME + "".join(f"{column:>{_NUMBER}}" for column in _COLUMNS)
    for name, verdicts in measured.items():
        opened, held = parts(verdicts)
        yield _row(f"{name} (open)", opened)
        if held:
            yield _row(f"{name} (held out)", held)
    everything = [verdict for verdicts in measured.values() for verdict in verdicts]
    opened, held = parts(everything)
    yield _row("all (open)", opened)
    yield _row("all (held out)", held)
    if kinds:
        yield ""
        for kind, verdicts in _by_kind(opened).items():
            yield _row(f"  {kind}", verdicts)
    yield ""
    for label, verdicts in (("open", opened), ("held out", held)):
        bins = "  ".join(f"{b.confidence:.2f} {b.accuracy:.2f} ({b.count})" for b in reliability(_judged(verdicts)))
        yield f"calibration ({label}): stated, observed (answers)   {bins}"


def as_json(measured: Mapping[str, Sequence[Verdict]], reworded: Sequence[wordings.Wording] = ()) -> str:
    """The same for programs."""
    found: dict[str, object] = {"note": f"{_HEAD} {_HELDOUT}"}
    for name, verdicts in measured.items():
        opened, held = parts(verdicts)
        kinds = {kind: _rounded(some) for kind, some in _by_kind(opened).items()}
        found[name] = {
            "about": SETS[name].about,
            "open": _rounded(opened),
            "heldout": _rounded(held) if held else None,
            "open by kind": kinds,
        }
    if reworded:
        found["in other words"] = {name: wordings.figures(some) for name, some in wordings.parts(reworded).items()}
    return json.dumps(found, indent=1) + "\n"


def misses(name: str, verdicts: Iterable[Verdict]) -> Iterator[str]:
    """Every open question that was not answered rightly, with what was expected and what came."""
    for verdict in verdicts:
        question, answer = verdict.question, verdict.answer
        if question.get("heldout") or verdict.right:
            continue
        given = [
            (item.label, item.value, dict(item.time)) if verdict.wrong or verdict.incomplete else item.label
            for item in answer.answers
        ]
        what = "WRONG" if verdict.wrong else "PART " if verdict.incomplete else "miss "
        yield f"{what} {name} {question['id']} {question['kind']}: {question['question']}"
        yield f"      expected {'/'.join(statuses(question))} {question['answers']} {question.get('also', '')}"
        yield f"      got {answer.status} {given} {answer.answer[:200]}"


def _row(name: str, verdicts: Sequence[Verdict]) -> str:
    cells = (figures(verdicts)[column] for column in _COLUMNS)
    return f"{name:<{_NAME}}" + "".join(f"{_cell(cell):>{_NUMBER}}" for cell in cells)


def _cell(value: float | int | None) -> str:
    if value is None:
        return "-"
    return str(value) if isinstance(value, int) else f"{value:.3f}" if value <= 1 else f"{value:.1f}"


def _rounded(verdicts: Sequence[Verdict]) -> dict[str, float | int | None]:
    return {name: value if value is None else round(value, 4) for name, value in figures(verdicts).items()}


def _judged(verdicts: Iterable[Verdict]) -> list[tuple[float, bool]]:
    return [(verdict.answer.confidence, verdict.right) for verdict in verdicts if verdict.gives]


def _by_kind(verdicts: Iterable[Verdict]) -> dict[str, list[Verdict]]:
    found: dict[str, list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        found[verdict.question["kind"]].append(verdict)
    return dict(sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0])))


def main(arguments: Sequence[str]) -> int:
    """Run from the command line."""
    options = _parser().parse_args(arguments)
    everything = options.only is None and not options.wordings
    if options.only is None:
        options.only = list(SETS) if everything else []
    measured = {name: measure(name, SETS[name]) for name in options.only}
    if options.misses:
        for name, verdicts in measured.items():
            for line in misses(name, verdicts):
                print(line)
    reworded = wordings.measure() if options.wordings or everything else []
    if options.misses:
        for line in wordings.misses(reworded):
            print(line)
    if measured:
        for line in as_text(measured, kinds=options.kinds):
            print(line)
    if reworded:
        for line in wordings.as_text(reworded):
            print(line)
    if options.json:
        write(options.json, as_json(measured, reworded))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="scripts/benchmark ask", description=__doc__)
    parser.add_argument("--only", type=_names, metavar="SETS", help=f"some of {','.join(SETS)}")
    parser.add_argument("--wordings", action="store_true", help="ask the same in other words, and only that")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--kinds", action="store_true", help="also the open questions of each kind")
    parser.add_argument("--misses", action="store_true", help="list the open questions that were not answered rightly")
    return parser


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := sorted(set(names) - SETS.keys()):
        raise argparse.ArgumentTypeError(f"no set {', '.join(unknown)}; there are {', '.join(SETS)}")
    return names
