"""Writes the outcome of a benchmark for people, as one table, and for programs, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tests.benchmarks.measures import Tally, calibration_error, reliability, total
from tests.benchmarks.results import PartResult

DEVELOPMENT = (
    "Development figures: measured on texts that the rules were developed on, or may be. Not a result on unseen text."
)
HELDOUT = "The held-out news articles were not looked at while the rules were written; only their sums are shown."

_NAME, _NUMBER = 44, 7


def as_text(results: Sequence[PartResult]) -> str:
    """The whole report: one table over all parts, then single figures, then calibration."""
    return "\n".join([*_head(results), "", *_table(results), "", *_figures(results), "", *_reliability(results)])


def as_json(results: Sequence[PartResult], settings: dict[str, object]) -> str:
    """The same for programs."""
    parts = {result.name: result.as_json() for result in results}
    return json.dumps({"note": " ".join(_head(results)), "settings": settings, "parts": parts}, indent=1) + "\n"


def write(path: Path, text: str) -> None:
    """Put a report into a file, whose folder is made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def misses(results: Iterable[PartResult]) -> Iterator[str]:
    """Every miss and false positive with its sentence, part by part."""
    for result in results:
        for miss in sorted(result.misses, key=lambda miss: miss.kind):
            yield f"{result.name} | {miss.kind} | {miss.what}\n    {' '.join(miss.sentence.split())}"


def _head(results: Sequence[PartResult]) -> list[str]:
    return [DEVELOPMENT, *([HELDOUT] if any(result.name == "news heldout" for result in results) else [])]


def _table(results: Sequence[PartResult]) -> Iterator[str]:
    columns = ("P", "R", "F1", "right", "made", "found", "gold")
    yield " " * _NAME + "".join(f"{column:>{_NUMBER}}" for column in columns)
    for result in results:
        for name, table in result.tables.items():
            yield f"{result.name}: {name}"
            for row, tally in table.items():
                yield _row(f"  {row}", tally)
            if len(table) > 1:
                yield _row("  all", total(table.values()))


def _row(name: str, tally: Tally) -> str:
    ratios = [tally.precision, tally.recall, tally.f1]
    counts = [tally.right, tally.predicted, tally.found, tally.gold]
    cells = [f"{_ratio(ratio):>{_NUMBER}}" for ratio in ratios] + [f"{count:>{_NUMBER}}" for count in counts]
    return f"{name:<{_NAME}}" + "".join(cells)


def _figures(results: Sequence[PartResult]) -> Iterator[str]:
    for result in results:
        notes = f" ({'; '.join(result.notes)})" if result.notes else ""
        yield f"{result.name}{notes}"
        for name, value in result.figures.items():
            low_high = result.intervals.get(name)
            interval = f"   [{_ratio(low_high[0])}, {_ratio(low_high[1])}]" if low_high else ""
            shown = _ratio(value) if isinstance(value, float | None) else str(value)
            yield f"  {name:<{_NAME}}{shown:>{_NUMBER}}{interval}"


def _reliability(results: Sequence[PartResult]) -> Iterator[str]:
    judged = [result for result in results if result.judged]
    if judged:
        yield "Calibration of `confidence`: stated, observed (predictions)"
    for result in judged:
        bins = "  ".join(f"{b.confidence:.2f} {b.accuracy:.2f} ({b.count})" for b in reliability(result.judged))
        yield f"  {result.name:<14} ECE {_ratio(calibration_error(result.judged))}   {bins}"


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}" if value < 10 else f"{value:.1f}"
