"""Facts that sources do not agree on, found without reading all the others."""

from __future__ import annotations

from pyoxigraph import Literal

from app.graphs import FACT_GRAPHS
from app.model import Fact, Status
from app.query.lookup import Lookup
from app.query.nodes import iri_or_none, select_nodes
from app.query.ordering import out_of_order
from app.vocab import cg

_AT_ODDS = " UNION ".join(
    f"{{ {way} }}"
    for way in (
        f"?aspect {cg('aspectStatus')} {Literal(str(Status.DISPUTED))}",
        f"?aspect {cg('disputedBy')} ?against ; {cg('supportedBy')} ?for",
    )
)


def contested(lookup: Lookup, entity: str | None = None) -> list[Fact]:
    """The facts of every scope, or those of one entity, that have claims for and against something they say, by id.

    Facts whose order cannot be as their sources have it have a disputed aspect `order` for that.
    """
    node = None if entity is None else iri_or_none(lookup.iris.entity, entity)
    if entity is not None and node is None:
        return []
    naming = f"?fact ?slot {node} ." if node else ""
    graphs = " ".join(str(lookup.iris.graph(name)) for name in FACT_GRAPHS)
    where = f"VALUES ?graph {{ {graphs} }} GRAPH ?graph {{ {naming} ?fact {cg('hasAspect')} ?aspect . {_AT_ODDS} }}"
    prefix = lookup.iris.fact("").value
    ids = [fact.value.removeprefix(prefix) for fact in select_nodes(lookup.store, "fact", where)]
    found = {fact.id: fact for fact in lookup.facts_by_id(ids)}
    found |= {fact.id: fact for fact in out_of_order(lookup, entity)}
    return [fact for _, fact in sorted(found.items())]
