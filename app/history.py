"""What each transaction did to the facts, and why, as quads of the `log` graph and back."""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import datetime

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.nodes import NodeReader
from app.graphs import FACT_GRAPHS, LOG
from app.model import Change, FactChange, Status, digest
from app.vocab import COMMENT, TYPE, XSD, Iris, cg, prov

_DATE_TIME = NamedNode(XSD + "dateTime")


def fact_changes(before: Set[Quad], after: Set[Quad], iris: Iris) -> tuple[FactChange, ...]:
    """The facts that came, went, or differ in anything, given all derived quads before and after; sorted by id."""
    prefix = iris.fact("").value
    touched = {
        quad.subject.value.removeprefix(prefix).partition("#")[0]
        for quad in before ^ after
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(prefix)
    }
    if not touched:
        return ()
    old, new = _statuses(before, iris), _statuses(after, iris)
    found = (FactChange(fact=fact, before=old.get(fact), after=new.get(fact)) for fact in sorted(touched))
    return tuple(change for change in found if change.before or change.after)


def _statuses(quads: Iterable[Quad], iris: Iris) -> dict[str, Status]:
    """The status of each fact, by id."""
    graphs, prefix = {iris.graph(name) for name in FACT_GRAPHS}, iris.fact("").value
    return {
        quad.subject.value.removeprefix(prefix): Status(quad.object.value)
        for quad in quads
        if quad.predicate == cg("status")
        and quad.graph_name in graphs
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Literal)
        and "#" not in quad.subject.value
    }


def change_quads(change: Change, iris: Iris) -> list[Quad]:
    """A change as quads of the log."""
    graph = iris.graph(LOG)
    node = NamedNode(f"{iris.base}change/{digest(change.at.isoformat(), change.cause, *change.about)}")
    quads = [
        Quad(node, TYPE, prov("Activity"), graph),
        Quad(node, prov("endedAtTime"), Literal(change.at.isoformat(), datatype=_DATE_TIME), graph),
        Quad(node, COMMENT, Literal(change.cause), graph),
        *(Quad(node, cg("ruledOn"), Literal(about), graph) for about in change.about),
    ]
    for fact in change.facts:
        part = iris.part(node, fact.fact)
        quads += [
            Quad(node, prov("influenced"), part, graph),
            Quad(part, cg("object"), iris.fact(fact.fact), graph),
        ]
        if fact.before is not None:
            quads.append(Quad(part, cg("value"), Literal(str(fact.before)), graph))
        if fact.after is not None:
            quads.append(Quad(part, cg("status"), Literal(str(fact.after)), graph))
    return quads


def read_changes(quads: Iterable[Quad], iris: Iris) -> list[Change]:
    """The changes in quads of the log, oldest first."""
    reader, prefix = NodeReader(quads), iris.fact("").value
    found = []
    for node in reader.subjects(prov("endedAtTime")):
        facts = [
            FactChange(
                fact=reader.required(part, cg("object")).removeprefix(prefix),
                before=_status(reader.text(part, cg("value"))),
                after=_status(reader.text(part, cg("status"))),
            )
            for part in reader.parts(node, prov("influenced"))
        ]
        cause = reader.text(node, COMMENT)
        if cause is not None and "/change/" in node.value:
            about = tuple(term.value for term in reader.terms(node, cg("ruledOn")))
            at = datetime.fromisoformat(reader.required(node, prov("endedAtTime")))
            found.append(Change(at=at, cause=cause, about=about, facts=tuple(sorted(facts, key=lambda f: f.fact))))
    return sorted(found, key=lambda change: (change.at, change.cause, change.about))


def _status(text: str | None) -> Status | None:
    return None if text is None else Status(text)
