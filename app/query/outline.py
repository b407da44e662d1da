"""What an entity's facts are sorted and chosen by, read without the facts themselves: it can have thousands."""

from __future__ import annotations

from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, QuerySolutions

from app.graphs import FACTS
from app.query.lookup import Lookup
from app.query.nodes import iri_or_none
from app.vocab import CG, cg


@dataclass(frozen=True)
class Outline:
    """A fact's id, its relation, whether it is known to have ended, and how many independent sources it has."""

    id: str
    relation: str
    ended: bool
    origins: int


def outlines(lookup: Lookup, entity: str) -> list[Outline]:
    """An outline of every fact of the scope `facts` that names the entity, sorted by id."""
    node = iri_or_none(lookup.iris.entity, entity)
    if node is None:
        return []
    told = f"{cg('relation')} ?relation ; {cg('independentOrigins')} ?origins"
    where = f"?fact ?slot {node} . ?fact {told} OPTIONAL {{ ?fact {cg('ended')} ?ended }}"
    rows = lookup.store.query(
        f"SELECT DISTINCT ?fact ?relation ?origins ?ended WHERE {{ GRAPH {lookup.iris.graph(FACTS)} {{ {where} }} }}"
    )
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    found = []
    for fact, relation, origins, ended in rows:
        if isinstance(fact, NamedNode) and isinstance(relation, NamedNode) and isinstance(origins, Literal):
            over = isinstance(ended, Literal) and ended.value == "true"
            name = relation.value.removeprefix(CG)
            found.append(Outline(fact.value.removeprefix(lookup.iris.fact("").value), name, over, int(origins.value)))
    return sorted(found, key=lambda outline: outline.id)
