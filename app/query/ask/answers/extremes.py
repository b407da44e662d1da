"""Finds the largest, smallest, first or last of what was found, where what is known settles which it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pyoxigraph import NamedNode

from app.model import Fact
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.plans.evaluate import Found, Row
from app.query.ask.plans.order import outermost
from app.query.ask.plans.plan import Plan

_NEAR_AMOUNT = 3.0
"""Currencies that articles commonly name differ by less than this."""


def most_or_first(found: Found, lexicon: Lexicon) -> Found:
    """For a superlative: only the rows with the largest or smallest number."""
    if found.plan.order is None or found.plan.root is None:
        return found
    if found.plan.order in ("first", "last"):
        return _by_time(found, lexicon)
    slot = found.plan.measure or lexicon.measures.get(found.plan.root.relation.name, "amount")
    valued = [(float(values[0]), row) for row in found.rows if (values := row.facts[0].slots.get(slot, ()))]
    if not valued:
        return Found(found.plan, found.query, ())
    best = (max if found.plan.order == "most" else min)(number for number, _ in valued)
    if _differ_in_currency([(number, row.facts[0]) for number, row in valued], best):
        return Found(found.plan, found.query, ())
    rows = tuple(row for number, row in valued if number == best)
    return Found(found.plan, found.query, rows if _holds_in_sum(rows, valued, found.plan) else ())


def _holds_in_sum(best: Sequence[Row], valued: Sequence[tuple[float, Row]], plan: Plan) -> bool:
    """Whether whoever gave the most or the least at once did so in all: "who put the least money into X"."""
    totals: dict[str, float] = defaultdict(float)
    for number, row in valued:
        if isinstance(row.term, NamedNode):
            totals[row.term.value] += number
    own = [totals[row.term.value] for row in best if isinstance(row.term, NamedNode)]
    return not own or own[0] == (max if plan.order == "most" else min)(totals.values())


def _by_time(found: Found, lexicon: Lexicon) -> Found:
    """For "first" and "latest": the row that comes first or last; nothing if another one could."""
    rows = outermost(found.rows, found.plan.order or "", found.plan.atoms[0], lexicon)
    return Found(found.plan, found.query, rows)


def _differ_in_currency(valued: Sequence[tuple[float, Fact]], best: float) -> bool:
    """Whether an amount in another currency comes so near the best one that the rate would decide."""
    own = {fact.slots.get("currency", ()) for number, fact in valued if number == best}
    near = [fact for number, fact in valued if best / _NEAR_AMOUNT < number < best * _NEAR_AMOUNT]
    return any(fact.slots.get("currency", ()) not in own for fact in near)
