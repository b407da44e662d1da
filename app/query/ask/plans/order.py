"""Finds out what came first: the days that facts certainly lie in, and whether these settle an order."""

from __future__ import annotations

import calendar
import re
from collections import defaultdict
from collections.abc import Sequence

from app.model import Bounds, Fact
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.plans.evaluate import Row
from app.query.ask.plans.plan import Atom

Span = tuple[str | None, str | None]
_DATE = re.compile(r"([12]\d{3})(?:-(\d\d))?(?:-(\d\d))?")
_POINTS = {"ended": "end", "started": "start", "announced": "announced"}


def span_of(fact: Fact, aspect: str, lexicon: Lexicon) -> Span:
    """The first and the last day on which an aspect of a fact can have been; None where that is open."""
    slot = lexicon.date_slots.get(fact.relation, "")
    if stated := [dates for value in fact.slots.get(slot, ()) if (dates := _days(value))]:
        return min(first for first, _ in stated), max(last for _, last in stated)
    time = fact.time
    own: Bounds | None = getattr(time, _POINTS[aspect]) if aspect in _POINTS else None
    for point in (own,) if own else (time.date, time.start, time.announced):
        if point.earliest:
            return point.earliest, point.latest
    return None, (own or time.date).latest or (None if own else time.start.latest)


def _days(value: str) -> tuple[str, str] | None:
    """The days of a year, of a month or of a day."""
    if not (match := _DATE.fullmatch(value)):
        return None
    year, month, day = match[1], match[2], match[3]
    last = calendar.monthrange(int(year), int(month or 12))[1]
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or f'{last:02}'}"


def _spans(rows: Sequence[Row], atom: Atom, lexicon: Lexicon) -> dict[int, Span]:
    """The span of each row's fact; who took part in a round that another fact dates did so then."""
    spans = {id(row): span_of(row.facts[0], atom.requires or atom.aspect, lexicon) for row in rows}
    for name in lexicon.wholes.values():
        together: dict[tuple[str, ...], list[Row]] = defaultdict(list)
        for row in rows:
            slots = row.facts[0].slots
            if slots.get(name):
                together[(*slots.get(atom.relation.object_slot or "", ()), *slots[name])].append(row)
        for same in together.values():
            dated = {spans[id(row)] for row in same if spans[id(row)][0]}
            if len(dated) == 1:
                spans |= {id(row): next(iter(dated)) for row in same}
    return spans


def is_before(one: Span, other: Span) -> bool:
    """Whether the one is certain to have been before the other."""
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def outermost(rows: Sequence[Row], order: str, atom: Atom, lexicon: Lexicon) -> tuple[Row, ...]:
    """The rows that came first, or last, of all; none where an answer among the others could have come before them."""
    spans = _spans(rows, atom, lexicon)
    dated = [row for row in rows if spans[id(row)][0]]
    if not dated:
        return tuple(rows) if len(rows) == 1 else ()
    best = (min if order == "first" else max)(spans[id(row)][0] or "" for row in dated)
    kept = tuple(row for row in dated if spans[id(row)][0] == best)
    terms = {row.term for row in kept}
    sides = [
        (spans[id(mine)], spans[id(row)])[:: 1 if order == "first" else -1]
        for row in rows
        # Of one and the same pair ("when did X first invest in Y") what is not dated at all is left aside.
        if row.term not in terms or (row.term is None and row not in kept and spans[id(row)][0])
        for mine in kept
    ]
    return kept if all(is_before(one, other) for one, other in sides) else ()
