"""What every part of the extraction benchmark hands back: tables, single figures, judged confidences, misses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.benchmarks.measures import Judged, Tally, calibration_error, reliability, total

Table = Mapping[str, Tally]
Figure = float | int | None


@dataclass(frozen=True)
class Miss:
    """Something to look at while tuning: what went wrong (`missed`, `false`, `never` ...), with its sentence."""

    kind: str
    what: str
    sentence: str


@dataclass(frozen=True)
class PartResult:
    """One part's outcome. The first table is its headline; `judged` are its predictions with their confidence."""

    name: str
    tables: Mapping[str, Table] = field(default_factory=dict)
    figures: Mapping[str, Figure] = field(default_factory=dict)
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    judged: tuple[Judged, ...] = ()
    misses: tuple[Miss, ...] = ()
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """Everything but the misses, ready for JSON."""
        tables = {
            name: {row: tally.figures() for row, tally in table.items()} | {"all": total(table.values()).figures()}
            for name, table in self.tables.items()
        }
        return {
            "tables": tables,
            "figures": dict(self.figures),
            "intervals": {name: list(interval) for name, interval in self.intervals.items()},
            "calibration": _calibration(self.judged) if self.judged else None,
            "notes": list(self.notes),
        }


def _calibration(judged: tuple[Judged, ...]) -> dict[str, object]:
    bins = [
        {
            "from": b.low,
            "to": b.high,
            "count": b.count,
            "confidence": round(b.confidence, 3),
            "accuracy": round(b.accuracy, 3),
        }
        for b in reliability(judged)
    ]
    error = calibration_error(judged)
    return {"ece": None if error is None else round(error, 4), "predictions": len(judged), "bins": bins}
