"""/entities/review, /merge and /split: pairs of entities that may be one, and deciding on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict, Field

from app.api.context import Graph, Nouns
from app.api.matching import entity_named
from app.api.paging import DEFAULT_LIMIT, Cursor, Limit, Order, Page, page
from app.api.routes import NOT_MODIFIED, VersionedRoute
from app.api.views import EntityView, Views
from app.model import Decision
from app.pipeline import merge, split
from app.query.lookup import Lookup
from app.query.review import Candidate, FreshReview
from app.resolution.likeness import Feature

router = APIRouter(prefix="/entities", tags=["entities"], route_class=VersionedRoute, responses=NOT_MODIFIED)

# Likeliest first, and those that somebody has left undecided last.
_PAIRS: Order[Candidate] = Order(
    id_of=lambda pair: pair.id, usual=lambda pair: (1 - pair.score) + 2 * (pair.left_open is not None)
)


class PairView(BaseModel):
    """Two entities that may be one, and why."""

    one: EntityView
    other: EntityView
    score: float = Field(description="How likely they are one, from 0 to 1", examples=[0.82])
    features_for: list[Feature] = Field(description="What speaks for it, the weightiest first")
    features_against: list[Feature] = Field(description="What speaks against it")
    undecided: str | None = Field(description="Id of the ruling that left it open, if there is one")


class Names(BaseModel):
    """Two entities by their ids, or by their very names where these are nobody else's."""

    model_config = ConfigDict(extra="forbid")

    one: str = Field(examples=["organization/meta"])
    other: str = Field(examples=["organization/facebook"])
    reason: str | None = None


class NamesToSplit(Names):
    """Two names that are not one entity; or one entity, to take back what rulings joined to it."""

    other: str | None = Field(None, examples=["organization/facebook"])  # type: ignore[assignment]


def _pairs(request: Request, lookup: Nouns) -> list[Candidate]:
    """The pairs of the graph as it is. No coroutine: finding them takes a moment."""
    fresh = request.app.state.review
    assert isinstance(fresh, FreshReview)  # noqa: S101  (create_app put it there)
    return fresh.of(lookup)


Pairs = Annotated[list[Candidate], Depends(_pairs)]


@router.get("/review", summary="Entities that may be one")
def list_pairs(pairs: Pairs, lookup: Nouns, limit: Limit = DEFAULT_LIMIT, cursor: Cursor = None) -> Page[PairView]:
    """Pairs that no name and no ruling joins or parts, likeliest first. To decide, POST to /rulings."""
    views = Views(lookup)
    return page(pairs, _PAIRS, lambda pair: _view(pair, views), limit=limit, cursor=cursor)


def show_pairs(pairs: Iterable[Candidate], lookup: Lookup) -> list[PairView]:
    """Pairs as people and programs get them."""
    views = Views(lookup)
    return [_view(pair, views) for pair in pairs]


def _view(pair: Candidate, views: Views) -> PairView:
    return PairView(
        one=views.entity(pair.one),
        other=views.entity(pair.other),
        score=pair.score,
        features_for=[feature for feature in pair.features if feature.points > 0],
        features_against=[feature for feature in pair.features if feature.points < 0],
        undecided=pair.left_open.id if pair.left_open else None,
    )


@router.post("/merge", summary="Make two entities one")
def merge_entities(names: Names, graph: Graph) -> Decision:
    """Records a ruling. Every name is kept, and the id that is no longer used leads to the other.

    Of several kinds, as a firm and a person, the one holds that most articles took it for.
    """
    with graph.writing:
        one, other = _meant(graph, names.one), _meant(graph, names.other)
        return merge(graph.store, graph.iris, one, other, reason=names.reason)


@router.post("/split", summary="Make one entity two")
def split_entities(names: NamesToSplit, graph: Graph) -> Decision:
    """Records that two names are two entities; with one alone, takes back the rulings that hold it together."""
    with graph.writing:
        one, other = _meant(graph, names.one), None if names.other is None else _meant(graph, names.other)
        return split(graph.store, graph.iris, one, other, reason=names.reason)


def _meant(graph: Graph, text: str) -> str:
    return entity_named(Lookup(graph.store, graph.iris), text)
