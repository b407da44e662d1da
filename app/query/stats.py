"""The graph in figures: what is in it, who is well connected, who belongs together, and the evidence that joins two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import networkx as nx
from pydantic import Field

from app.errors import BadInput
from app.model import AnswerEvidence, Noun
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.measures import EXACT, SOURCES
from app.query.network import Link
from app.query.paths import Path, paths
from app.query.selection import WHOLE, Selection

MOST = 100
_NAMED = 5


class Standing(Noun):
    """A node with its measures (`app.query.measures`)."""

    id: str
    label: str
    type: str
    degree: int
    betweenness: float
    community: int | None = None
    distance: int | None = None


class Community(Noun):
    """A group of nodes that have more to do with each other than with the rest."""

    number: int
    size: int
    members: tuple[str, ...] = Field(description="The best connected, by name")


class Step(Noun):
    """A fact that joins two nodes of a path, as a sentence, with the words that it rests on."""

    fact: str
    says: str
    status: str
    evidence: tuple[AnswerEvidence, ...]


class EvidencePath(Noun):
    """A shortest chain of facts between two entities: names in order, and every fact that makes each step."""

    nodes: tuple[str, ...]
    steps: tuple[tuple[Step, ...], ...]


class Stats(Noun):
    """What a projection holds. `estimated_from` is None where betweenness is exact."""

    nodes: int
    edges: int
    facts: int
    components: int = Field(description="Parts that nothing joins to each other")
    node_types: Mapping[str, int]
    fact_types: Mapping[str, int]
    statuses: Mapping[str, int]
    estimated_from: int | None = Field(description="From how many nodes betweenness was estimated")
    most_connected: tuple[Standing, ...]
    most_between: tuple[Standing, ...]
    communities: tuple[Community, ...]
    paths: tuple[EvidencePath, ...] = ()


def stats(lookup: Lookup, selection: Selection = WHOLE, *, ends: tuple[str, str] | None = None, top: int = 10) -> Stats:
    """The figures of a projection, each table with its first rows; with two ends, the shortest ways between them too.

    Raises:
        BadInput: both ends are the same.
        NotFound: the root or an end does not exist.
    """
    if ends and ends[0] == ends[1]:
        raise BadInput("A path has two different ends.", hint="Give two entities.")
    graph = project(lookup, replace(selection, measures=True))
    standings = [_standing(name, data, lookup.iris.base) for name, data in graph.nodes(data=True)]
    facts = {data["fact_id"]: data for _, data in graph.nodes(data=True) if "fact_id" in data}
    facts |= {data["fact_id"]: data for _, _, data in graph.edges(data=True) if "slot" not in data}
    return Stats(
        nodes=graph.number_of_nodes(),
        edges=graph.number_of_edges(),
        facts=len(facts),
        components=nx.number_weakly_connected_components(graph),
        node_types=_counted(data["type"] for _, data in graph.nodes(data=True)),
        fact_types=_counted(data["type"] for data in facts.values()),
        statuses=_counted(data["status"] if data["realised"] else "planned" for data in facts.values()),
        estimated_from=SOURCES if len(graph) > EXACT else None,
        most_connected=_first(standings, lambda each: each.degree, top),
        most_between=_first(standings, lambda each: each.betweenness, top),
        communities=tuple(_communities(standings))[:top],
        paths=tuple(_evidence_path(lookup, path) for path in paths(lookup, *ends, selection)) if ends else (),
    )


def _standing(name: str, data: Mapping[str, object], base: str) -> Standing:
    measures = {key: data.get(key) for key in ("degree", "betweenness", "community", "distance")}
    return Standing.model_validate(
        {"id": name.removeprefix(base), "label": data["label"], "type": data["type"], **measures}
    )


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda row: (-row[1], row[0])))


def _first(standings: Iterable[Standing], measure: Callable[[Standing], float], top: int) -> tuple[Standing, ...]:
    ranked = sorted((each for each in standings if measure(each)), key=lambda each: (-measure(each), each.id))
    return tuple(ranked[:top])


def _communities(standings: Iterable[Standing]) -> Iterable[Community]:
    members: dict[int, list[Standing]] = {}
    for each in standings:
        if each.community is not None:
            members.setdefault(each.community, []).append(each)
    for number, group in sorted(members.items()):
        named = _first(group, lambda each: each.degree, _NAMED)
        yield Community(number=number, size=len(group), members=tuple(each.label for each in named))


def _evidence_path(lookup: Lookup, path: Path) -> EvidencePath:
    names = {node.id: node.label for node in path.nodes}
    steps = (tuple(_step(lookup, link, names) for link in links) for links in path.steps)
    return EvidencePath(nodes=tuple(names.values()), steps=tuple(steps))


def _step(lookup: Lookup, link: Link, names: Mapping[str, str]) -> Step:
    says = f"{names[link.source]} {link.label} {names[link.target]}"
    return Step(fact=link.fact, says=says, status=link.status, evidence=tuple(lookup.evidence(lookup.fact(link.fact))))
