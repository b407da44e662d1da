"""When a situation held: a simple temporal network over its endpoints, solved to the earliest and latest day of each.

Days are integers, bounds inclusive. Every constraint says that one point lies at most so many days after another, and
why; a shortest path from or to the origin is a bound, and the constraints along it are its explanation (Dechter, Meiri
and Pearl, "Temporal constraint networks", 1991).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

import networkx as nx

from app.model import Bounds

ORIGIN = "origin"
Network = nx.DiGraph  # of points; an edge carries `days` and its constraint


@dataclass(frozen=True)
class Constraint:
    """`later - earlier <= days`, and what says so."""

    earlier: str
    later: str
    days: int
    given_by: Ground


@dataclass(frozen=True)
class Ground:
    """Why a constraint holds: *stated*, *metadata* or *assumed*, a phrase for people, and what it comes from.

    That is the id of a claim or, where facts are linked, of a fact. Without a basis the phrase gives it.
    """

    basis: str
    reason: str
    claim: str | None = None


def not_before(point: str, day: str, ground: Ground) -> Constraint:
    """The point is on the day or after it."""
    return Constraint(point, ORIGIN, -_number(day), ground)


def not_after(point: str, day: str, ground: Ground) -> Constraint:
    """The point is on the day or before it."""
    return Constraint(ORIGIN, point, _number(day), ground)


def apart(earlier: str, later: str, least: int, most: int | None, ground: Ground) -> list[Constraint]:
    """The later point is from `least` to `most` days after the earlier one; None is no limit."""
    found = [Constraint(later, earlier, -least, ground)]
    if most is not None:
        found.append(Constraint(earlier, later, most, ground))
    return found


def tightest(constraints: Iterable[Constraint]) -> dict[tuple[str, str], Constraint]:
    """Of the constraints between two points the one that says most, by these points; the first of equals."""
    found: dict[tuple[str, str], Constraint] = {}
    for constraint in constraints:
        edge = (constraint.earlier, constraint.later)
        if edge not in found or constraint.days < found[edge].days:
            found[edge] = constraint
    return found


@dataclass(frozen=True)
class Solution:
    """The bounds of each point, or the constraints that cannot all hold (then no point has bounds)."""

    bounds: dict[str, Bounds]
    conflict: tuple[Constraint, ...] = ()


def solve(points: Sequence[str], constraints: Iterable[Constraint]) -> Solution:
    """Bounds for every point. Where constraints contradict each other, a conflict set and no bounds at all.

    >>> found = solve(["end"], [not_after("end", "2025-09-01", Ground("metadata", "published 2025-09-01"))])
    >>> found.bounds["end"].latest
    '2025-09-01'
    """
    graph: Network[str] = nx.DiGraph()
    graph.add_nodes_from([ORIGIN, *points])
    for edge, constraint in tightest(constraints).items():
        graph.add_edge(*edge, days=constraint.days, constraint=constraint)
    # A contradiction between points that no calendar day bounds cannot be reached from the origin.
    if nx.negative_edge_cycle(graph, weight="days"):
        return Solution({point: Bounds() for point in points}, _conflict(graph, points))
    return _solve(graph, points)


def _solve(graph: Network[str], points: Sequence[str]) -> Solution:
    after, after_path = _shortest_paths(graph)
    before, before_path = _shortest_paths(graph.reverse(copy=False))
    bounds = {}
    for point in points:
        reasons = _reasons(graph, before_path.get(point, [])[::-1]) + _reasons(graph, after_path.get(point, []))
        bounds[point] = Bounds(
            earliest=_day(-before[point]) if point in before else None,
            latest=_day(after[point]) if point in after else None,
            because=tuple(dict.fromkeys(reasons)),
        )
    return Solution(bounds)


def _shortest_paths(graph: Network[str]) -> tuple[Mapping[str, int], Mapping[str, list[str]]]:
    """From the origin to every point: the number of days, and the points on the way."""
    found = nx.single_source_bellman_ford(graph, ORIGIN, weight="days")
    return cast("tuple[Mapping[str, int], Mapping[str, list[str]]]", found)


def _reasons(graph: Network[str], path: Sequence[str]) -> list[str]:
    steps = [graph.edges[edge]["constraint"].given_by for edge in pairwise(path)]
    return [f"{step.reason} ({step.basis})" if step.basis else step.reason for step in steps]


def _conflict(graph: Network[str], points: Sequence[str]) -> tuple[Constraint, ...]:
    for source in (ORIGIN, *points):
        try:
            cycle = nx.find_negative_cycle(graph, source, weight="days")
        except nx.NetworkXError:
            continue
        return tuple(graph.edges[edge]["constraint"] for edge in pairwise(cycle))
    return ()


def _number(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


def _day(number: int) -> str | None:
    try:
        return datetime.date.fromordinal(number).isoformat()
    except (ValueError, OverflowError):  # outside the calendar: no bound worth giving
        return None
