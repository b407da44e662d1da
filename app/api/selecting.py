"""Which part of the graph a request asks for: the options that exports and statistics share."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Query

from app.api.context import AsOf, KnownNouns
from app.api.matching import root_of
from app.query.selection import DEPTH, INCLUDABLE, Selection, listed

Root = Annotated[str | None, Query(description="Id, IRI or name of an entity", examples=["Scale AI"])]
Depth = Annotated[
    int | None, Query(ge=0, description=f"How many facts away from the root; {DEPTH} if it is not said", examples=[2])
]
Include = Annotated[
    str, Query(description=f"More than facts, by commas: {', '.join(INCLUDABLE)}", examples=["disputed,reported"])
]
Entities = Annotated[str, Query(description="Only entities of these classes, by commas", examples=["Person,Company"])]
Facts = Annotated[
    str, Query(description="Only facts of these classes or relations, by commas", examples=["Tenure,investedIn"])
]
FactNodes = Annotated[bool, Query(description="Draw tenures, investments ... as nodes with an edge for each end")]
LoneGroups = Annotated[bool, Query(description="Also unnamed groups of which no fact speaks")]
Measures = Annotated[bool, Query(description="Of each node its degree, betweenness, community and distance")]


def _selection(
    lookup: KnownNouns,
    root: Root = None,
    depth: Depth = None,
    as_of: AsOf = None,
    include: Include = "",
    entities: Entities = "",
    facts: Facts = "",
    fact_nodes: FactNodes = False,
    lone_groups: LoneGroups = False,
    measures: Measures = False,
) -> Selection:
    return Selection(
        root=root_of(lookup, root),
        depth=depth,
        as_of=as_of,
        include=listed(include),
        entities=listed(entities),
        facts=listed(facts),
        fact_nodes=fact_nodes,
        lone_groups=lone_groups,
        measures=measures,
    )


Selected = Annotated[Selection, Depends(_selection)]
