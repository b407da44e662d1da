"""/rulings: what people have decided about names, articles and claims; each decision can be undone."""

from __future__ import annotations

from fastapi import APIRouter, status
from pydantic import BaseModel, ConfigDict, Field

from app.api.context import Graph, Id, RulingId
from app.api.orders import RULINGS as BY_ID
from app.api.orders import RulingSort
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.graphs import RULINGS
from app.model import Ruling, RulingKind
from app.pipeline import decide, withdraw
from app.rulings import read_rulings

router = APIRouter(prefix="/rulings", tags=["entities"], route_class=VersionedRoute, responses=NOT_MODIFIED)


class NewRuling(BaseModel):
    """A decision about names, an article or claims.

    Names mean one entity (`same`) or do not (`different`); `undecided` says of names that somebody looked at them and
    could not tell, and changes nothing. An article is `retracted`; claims are `rejected`, because the article does not
    say so. What is retracted or rejected stays on record, and no fact rests on it.
    """

    model_config = ConfigDict(extra="forbid")

    kind: RulingKind
    about: list[Id] = Field(
        description="Ids of entities or IRIs of local entities; to retract, article ids; to reject, claim ids",
        examples=[["organization/meta", "organization/facebook"]],
    )
    reason: str | None = None


@router.get("", summary="List rulings")
def list_rulings(
    graph: Graph, sort: RulingSort = None, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None
) -> Page[Ruling]:
    """By id."""
    found = read_rulings(graph.store.quads(graph=graph.iris.graph(RULINGS)))
    return page(found, BY_ID, lambda ruling: ruling, limit=limit, cursor=cursor, sort=sort)


@router.post("", summary="Decide", status_code=status.HTTP_201_CREATED)
def add_ruling(new: NewRuling, graph: Graph) -> Ruling:
    """The facts follow at once. Deciding the same twice changes nothing; deciding otherwise takes the place of it."""
    ruling = Ruling(kind=new.kind, about=tuple(new.about), reason=new.reason)
    with graph.writing:
        (made,) = decide(graph.store, graph.iris, ruling).made
    return made


@router.delete("/{ruling_id}", summary="Undo a ruling", status_code=status.HTTP_204_NO_CONTENT)
def remove_ruling(ruling_id: RulingId, graph: Graph) -> None:
    """The facts are as they would have been without it."""
    with graph.writing:
        withdraw(graph.store, graph.iris, ruling_id)
