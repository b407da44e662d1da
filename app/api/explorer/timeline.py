"""Where the facts of an entity lie in time, as percentages of a common scale: sure parts, fuzzy ends, single moments.

A bar is drawn solid where its fact surely holds, light where it possibly does, and fading where nothing limits it:
an end that is not stated is not shown as an end, nor as going on for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.api.explorer.statements import Statement
from app.model import Bounds, FactTime
from app.ontology import load_ontology

_MARGIN = timedelta(days=45)
_MOST_TICKS = 8
# How far a bar with an unknown side fades out, in percent of the scale.
_FADE = 6.0


@dataclass(frozen=True)
class Stretch:
    """Part of a bar: `sure`, `maybe`, `fade-in` or `fade-out`."""

    kind: str
    left: float
    width: float


@dataclass(frozen=True)
class Row:
    """A fact on the scale."""

    statement: Statement
    stretches: tuple[Stretch, ...]
    moment: float | None
    words: str


@dataclass(frozen=True)
class Tick:
    """A line on the scale."""

    left: float
    label: str


@dataclass(frozen=True)
class Timeline:
    """All of it. Facts of which no day is known are only counted."""

    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    undated: int


class _Scale:
    def __init__(self, first: date, last: date) -> None:
        self.first, self.last = first - _MARGIN, last + _MARGIN
        self._days = (self.last - self.first).days

    def at(self, day: date) -> float:
        return round(100 * (day - self.first).days / self._days, 2)

    def ticks(self) -> list[Tick]:
        """Years; or quarters, where there are few years."""
        years = range(self.first.year, self.last.year + 1)
        if len(years) <= 3:
            days = [date(year, month, 1) for year in years for month in (1, 4, 7, 10)]
            return [Tick(self.at(day), f"{day:%b %Y}") for day in days if self.first <= day <= self.last]
        step = 1 + len(years) // _MOST_TICKS
        return [
            Tick(self.at(date(year, 1, 1)), str(year))
            for year in years
            if year % step == 0 and self.first <= date(year, 1, 1)
        ]


def timeline(statements: Sequence[Statement]) -> Timeline:
    """The timeline of some facts."""
    dated = [each for each in statements if _days(each.fact.time)]
    if not dated:
        return Timeline((), (), len(statements))
    days = [day for each in dated for day in _days(each.fact.time)]
    scale = _Scale(min(days), max(days))
    rows = [_row(each, scale) for each in dated]
    order = sorted(rows, key=lambda row: (min(_days(row.statement.fact.time)), row.statement.fact.id))
    return Timeline(tuple(order), tuple(scale.ticks()), len(statements) - len(dated))


def _days(time: FactTime) -> list[date]:
    points: Iterable[Bounds] = (time.start, time.end, time.date)
    return [date.fromisoformat(day) for point in points for day in (point.earliest, point.latest) if day]


def _row(statement: Statement, scale: _Scale) -> Row:
    fact = statement.fact
    is_event = load_ontology().situation_of(fact.relation).point_in_time
    stretches = _event(fact.time.date, scale) if is_event else _state(fact.time, scale)
    only_day = is_event and fact.time.date.earliest == fact.time.date.latest
    moment = scale.at(date.fromisoformat(fact.time.date.earliest)) if only_day and fact.time.date.earliest else None
    words = "; ".join(f"{moment.name} {moment.words}" for moment in statement.moments)
    return Row(statement, () if moment is not None else tuple(stretches), moment, words)


def _event(point: Bounds, scale: _Scale) -> Iterable[Stretch]:
    first, last = _at(point.earliest, scale), _at(point.latest, scale)
    if first is not None and last is not None:
        yield Stretch("maybe", first, last - first)
    elif last is not None:
        yield _faded("fade-in", last)
    elif first is not None:
        yield _faded("fade-out", first)


def _state(time: FactTime, scale: _Scale) -> Iterable[Stretch]:
    begins = _at(time.start.earliest, scale), _at(time.start.latest, scale)
    ends = _at(time.end.earliest, scale), _at(time.end.latest, scale)
    first = next((at for at in (*begins, *ends) if at is not None), None)
    last = next((at for at in (ends[1], ends[0], begins[1], begins[0]) if at is not None), None)
    if first is None or last is None:
        return
    if begins[0] is None:
        yield _faded("fade-in", first)
    sure = begins[1], ends[0]
    if sure[0] is not None and sure[1] is not None and sure[0] <= sure[1]:
        yield Stretch("maybe", first, sure[0] - first)
        yield Stretch("sure", sure[0], max(sure[1] - sure[0], 0.3))
        yield Stretch("maybe", sure[1], last - sure[1])
    else:
        yield Stretch("maybe", first, max(last - first, 0.3))
    if ends[1] is None:
        yield _faded("fade-out", last)


def _at(day: str | None, scale: _Scale) -> float | None:
    return scale.at(date.fromisoformat(day)) if day else None


def _faded(kind: str, at: float) -> Stretch:
    left = max(0.0, at - _FADE) if kind == "fade-in" else at
    width = at - left if kind == "fade-in" else min(_FADE, 100.0 - at)
    return Stretch(kind, round(left, 2), round(width, 2))
