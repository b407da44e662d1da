"""Whether a question gets the same answer in other words: groups of wordings, of which every second is kept closed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from app.model import Answer, AnswerStatus
from app.query.ask import ask
from tests.benchmarks.ask.sets import FRESH
from tests.benchmarks.measures import share

ROOT = Path(__file__).resolve().parent
FILES = ("paraphrases-1.yaml", "paraphrases-2.yaml")
_GIVING = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)
_COLUMNS = ("groups", "wordings", "same", "wrong", "refused")


@dataclass(frozen=True)
class Wording:
    """A question in other words, the answer that it got, and the one that its group's first wording got."""

    group: str
    closed: bool
    text: str
    first: str
    answer: Answer
    expected: Answer

    @property
    def same(self) -> bool:
        """Whether status and values are those of the first wording."""
        return self.answer.status is self.expected.status and _values(self.answer) == _values(self.expected)

    @property
    def wrong(self) -> bool:
        """Whether it gives other values than the first wording, and not merely fewer of them or none."""
        return self.answer.status in _GIVING and not _values(self.answer) <= _values(self.expected)


def _values(answer: Answer) -> frozenset[tuple[str, str | None]]:
    return frozenset((item.iri or item.label.casefold(), item.value) for item in answer.answers)


def measure(files: Sequence[str] = FILES) -> list[Wording]:
    """Ask every wording of every group; of the groups of a file the second, fourth and so on are closed."""
    found = []
    for file in files:
        groups = yaml.safe_load((ROOT / file).read_text(encoding="utf-8"))
        graphs = {name: FRESH[name]() for name in {group["graph"] for group in groups}}
        for number, group in enumerate(groups):
            lookup = graphs[group["graph"]]
            expected = ask(lookup, group["question"])
            found += [
                Wording(group["id"], number % 2 == 1, text, group["question"], ask(lookup, text), expected)
                for text in group["same"]
            ]
    return found


def figures(wordings: Sequence[Wording]) -> dict[str, float | int | None]:
    """The figures of one row."""
    return {
        "groups": len({wording.group for wording in wordings}),
        "wordings": len(wordings),
        "same": share(sum(w.same for w in wordings), len(wordings)),
        "wrong": share(sum(w.wrong for w in wordings), len(wordings)),
        "refused": share(sum(w.answer.status not in _GIVING and not w.same for w in wordings), len(wordings)),
    }


def parts(wordings: Sequence[Wording]) -> Mapping[str, list[Wording]]:
    """The open wordings and the closed ones."""
    return {
        "open": [wording for wording in wordings if not wording.closed],
        "closed": [wording for wording in wordings if wording.closed],
    }


def as_text(wordings: Sequence[Wording]) -> Iterator[str]:
    """The report: sums of the open groups and of the closed ones."""
    yield "same: status and values of the group's first wording. wrong: other values. Closed groups: only sums."
    yield " " * 34 + "".join(f"{column:>9}" for column in _COLUMNS)
    for name, some in parts(wordings).items():
        cells = (figures(some)[column] for column in _COLUMNS)
        yield f"{f'in other words ({name})':<34}" + "".join(
            f"{'-' if cell is None else cell if isinstance(cell, int) else f'{cell:.3f}':>9}" for cell in cells
        )


def misses(wordings: Sequence[Wording]) -> Iterator[str]:
    """Every open wording that got another answer than the first one of its group, with both."""
    for wording in wordings:
        if wording.closed or wording.same:
            continue
        given = [item.label for item in wording.answer.answers]
        yield f"{'OTHER' if wording.wrong else 'miss '} {wording.group}: {wording.text}"
        yield f"      as: {wording.first} -> {wording.expected.status} {[i.label for i in wording.expected.answers]}"
        yield f"      got {wording.answer.status} {given} {wording.answer.answer[:200]}"
