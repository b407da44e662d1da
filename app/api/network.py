"""/network and /paths: what the explorer draws, cut to what can be read."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from app.api.context import AsOf, KnownNouns
from app.api.matching import root_of
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.selecting import Include, Root
from app.api.views import FactView, Views
from app.errors import BadInput
from app.query.network import DEFAULT_LIMIT, MOST, Network, network
from app.query.paths import MOST as MOST_PATHS
from app.query.paths import Path, paths
from app.query.selection import Selection, listed

router = APIRouter(tags=["graph"], route_class=VersionedRoute, responses=NOT_MODIFIED)

End = Annotated[str, Query(min_length=1, description="Id, IRI or name of an entity", examples=["Scale AI"])]
_DEPTH = 1
Depth = Annotated[
    int | None,
    Query(ge=0, le=4, description=f"How many facts away from the root; {_DEPTH} if it is not said", examples=[1]),
]


class FoundPath(Path):
    """A path with the facts that make it, as `/facts` gives them."""

    facts: list[FactView] = Field(description="The facts on the way, each once, with the words that it rests on")


@router.get("/network", summary="The part of the graph that fits on a screen")
def get_network(
    lookup: KnownNouns,
    root: Root = None,
    depth: Depth = None,
    limit: Annotated[int, Query(ge=1, le=MOST, description="Most nodes", examples=[60])] = DEFAULT_LIMIT,
    as_of: AsOf = None,
    include: Include = "",
) -> Network:
    """What lies around one entity, or the best connected entities; each fact with the days on which it holds."""
    if root and depth is None:
        depth = _DEPTH
    selection = Selection(root=root_of(lookup, root), depth=depth, as_of=as_of, include=listed(include))
    return network(lookup, selection, limit=limit)


@router.get("/paths", summary="The shortest chains of facts between two entities")
def get_paths(
    lookup: KnownNouns,
    source: Annotated[End, Query(alias="from")],
    target: Annotated[End, Query(alias="to")],
    limit: Annotated[int, Query(ge=1, le=MOST_PATHS, description="Most paths", examples=[3])] = 3,
    as_of: AsOf = None,
    include: Include = "",
) -> list[FoundPath]:
    """Whichever way the facts point, shortest first, each with its facts; an empty list if nothing joins the two."""
    ends = [root_of(lookup, name) for name in (source, target)]
    if ends[0] is None or ends[1] is None or ends[0] == ends[1]:
        raise BadInput("A path has two different ends.", hint="Give two entities.")
    found = paths(lookup, ends[0], ends[1], Selection(as_of=as_of, include=listed(include)), most=limit)
    on_the_way = [dict.fromkeys(link.fact for step in path.steps for link in step) for path in found]
    facts = {fact.id: fact for fact in lookup.facts_by_id({id_ for ids in on_the_way for id_ in ids})}
    views = Views(lookup, as_of=as_of)
    views.expect(facts.values())
    return [
        FoundPath(**dict(path), facts=[views.fact(facts[id_]) for id_ in ids])
        for path, ids in zip(found, on_the_way, strict=True)
    ]
