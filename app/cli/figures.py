"""The graph in figures, as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.query.stats import EvidencePath, Standing, Stats
from app.query.table import aligned, printable


def figures(stats: Stats) -> str:
    """Every table that has rows, each below its heading."""
    return "\n".join(_parts(stats)).rstrip("\n")


def _parts(stats: Stats) -> Iterator[str]:
    counts = {"nodes": stats.nodes, "edges": stats.edges, "facts": stats.facts, "components": stats.components}
    yield _table("In all", ("what", "count"), counts)
    yield _table("Nodes by class", ("class", "count"), stats.node_types)
    yield _table("Facts by class", ("class", "count"), stats.fact_types)
    yield _table("Facts by status", ("status", "count"), stats.statuses)
    yield _ranking("Best connected", stats.most_connected)
    estimated = f" (estimated from {stats.estimated_from} nodes)" if stats.estimated_from else ""
    yield _ranking(f"Most shortest ways lead over them{estimated}", stats.most_between)
    if stats.communities:
        rows = [[str(each.number), str(each.size), printable(", ".join(each.members))] for each in stats.communities]
        yield f"Communities\n{aligned(('number', 'size', 'best connected'), rows)}"
    for path in stats.paths:
        yield _path(path)


def _table(heading: str, names: Sequence[str], counts: Mapping[str, int]) -> str:
    rows = [[printable(name), str(count)] for name, count in counts.items()]
    return f"{heading}\n{aligned(names, rows)}" if rows else ""


def _ranking(heading: str, standings: Sequence[Standing]) -> str:
    rows = [
        [printable(each.label), each.type, str(each.degree), f"{each.betweenness:.4f}", str(each.community or "")]
        for each in standings
    ]
    return f"{heading}\n{aligned(('name', 'class', 'degree', 'betweenness', 'community'), rows)}" if rows else ""


def _path(path: EvidencePath) -> str:
    lines = [printable(" → ".join(path.nodes))]
    for step in path.steps:
        for each in step:
            lines.append(f"  {printable(each.says)} ({each.status}, fact {each.fact})")
            lines += [f"    “{printable(evidence.text)}” article {evidence.article}" for evidence in each.evidence]
    return "\n".join([*lines, ""])
