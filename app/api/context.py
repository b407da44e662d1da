"""What a handler works with, and the parameter types that let its signature read like a sentence."""

from __future__ import annotations

import asyncio
import re
import secrets
import threading
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Annotated

from fastapi import Depends, Path, Query, Request
from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError
from pyoxigraph import NamedNode

from app.errors import NotFound
from app.extraction.engine import Engine, load_engine
from app.model import Clock, Status
from app.query.lookup import Lookup
from app.query.perspective import Perspective, Perspectives
from app.query.sparql import usual_graphs
from app.settings import Settings
from app.store.base import Store
from app.vocab import Iris
from app.workers.inspector import Inspector
from app.workers.queue import Queue
from app.workers.reader import Reader


@dataclass(frozen=True)
class Context:
    """One store with the settings it is served under. Whoever writes holds the lock."""

    settings: Settings
    store: Store
    reader: Reader
    inspector: Inspector
    plain: bool = False
    """Whether the store is served as any dataset, without the product's graphs and their protection."""
    start: str = field(default_factory=lambda: secrets.token_hex(4))
    writing: threading.Lock = field(default_factory=threading.Lock)
    turn: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(1))
    """Whose turn it is to write by SPARQL."""
    stopping: threading.Event = field(default_factory=threading.Event)
    """Set when the server has been told to stop: what goes on for long ends, and nothing new is begun."""

    perspectives: Perspectives = field(default_factory=Perspectives)

    @cached_property
    def writers(self) -> Queue[None]:
        """Who waits for that turn."""
        return Queue(self.settings.limits.queue, lost=lambda _: None)

    @property
    def iris(self) -> Iris:
        """Mints the IRIs of this graph."""
        return self.settings.iris

    @property
    def version(self) -> str:
        """What tells two states of the graph apart, also across a restart: tags of answers carry it."""
        return f"{self.start}-{self.store.generation}"

    @property
    def usual_graphs(self) -> tuple[str, ...] | None:
        """What a query reads besides the default graph when it names no dataset."""
        return None if self.plain else usual_graphs(self.iris)

    @property
    def lookup(self) -> Lookup:
        """The graph as nouns."""
        return Lookup(self.store, self.iris)

    @cached_property
    def engine(self) -> Engine:
        """The extraction engine, loaded when the first article comes in; take it while holding the lock."""
        return load_engine(self.settings.engine, self.settings.llm)


def context_of(request: Request) -> Context:
    """The context of the application that a request came to."""
    context = request.app.state.context
    assert isinstance(context, Context)  # noqa: S101  (create_app put it there)
    return context


async def _context(request: Request) -> Context:
    return context_of(request)


async def _lookup(context: Annotated[Context, Depends(_context)]) -> Lookup:
    return context.lookup


def _is_day(given: object) -> object:
    """Let nothing but a day through: a bare number would be taken for seconds since 1970."""
    if isinstance(given, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", given):
        raise PydanticCustomError("day", "{given} is no day; write one such as 2025-09-01", {"given": repr(given)})
    return given


Day = Annotated[date, BeforeValidator(_is_day)]
KnownBy = Annotated[
    Day | None, Query(description="Only what was known by the end of this day, ISO 8601", examples=["2025-09-01"])
]
KnownFrom = Annotated[
    Clock, Query(description="From when on an article counts as known; one without a date of publication: from ingest")
]

Linked = Annotated[
    bool, Query(description="Also bounds that follow from the order that other facts state: moves, successions, roles")
]
Assume = Annotated[
    bool, Query(description="Also bounds that rest on what is merely usual, each tagged `assumed`; includes `linked`")
]


def _then(
    context: Annotated[Context, Depends(_context)],
    known_by: KnownBy = None,
    known_from: KnownFrom = Clock.PUBLICATION,
    linked: Linked = False,
    assume: Assume = False,
) -> Lookup:
    """The graph as it is, or as it is seen otherwise. No coroutine: the past is derived anew, which takes a moment."""
    return context.perspectives.of(context.lookup, Perspective(known_by, known_from, linked, assume))


Graph = Annotated[Context, Depends(_context)]
Nouns = Annotated[Lookup, Depends(_lookup)]
KnownNouns = Annotated[Lookup, Depends(_then)]
"""The same for a route that lets its client ask what was known by a day, and for what the order of facts adds."""


def _id(text: str) -> str:
    """An id, if it can be one: what cannot be part of an IRI is the id of nothing."""
    try:
        NamedNode(f"id:{text}")
    except ValueError as error:
        raise NotFound(f"{text!r} is the id of nothing.", hint="/search finds entities by name.") from error
    return text


Id = Annotated[str, AfterValidator(_id)]
ArticleId = Annotated[Id, Path(description="Id of an article", examples=["54a941c39d03b47e"])]
ClaimId = Annotated[Id, Path(description="Id of a claim", examples=["f9effb50f7153ca3"])]
FactId = Annotated[Id, Path(description="Id of a fact", examples=["0b3f6f1f0f4c7a52"])]
EntityId = Annotated[Id, Path(description="Id of an entity: kind and slug", examples=["organization/scale-ai"])]
RulingId = Annotated[Id, Path(description="Id of a ruling", examples=["2c1e0d9f4b7a6853"])]

Scope = Annotated[
    str, Query(description="Which facts: facts, reported, planned (each with the facts), or all", examples=["all"])
]
AboutScope = Annotated[
    str | None,
    Query(
        alias="scope",
        description="Only those that a fact of this scope is about: facts, reported, planned (each with the facts), or "
        "all; with `as_of` alone, facts",
        examples=["facts"],
    ),
]
BehindScope = Annotated[
    str | None,
    Query(
        alias="scope",
        description="Only those that a fact of this scope rests on or is disputed by: facts, reported, planned (each "
        "with the facts), or all; with `as_of` alone, all",
        examples=["facts"],
    ),
]
EntityFilter = Annotated[str | None, Query(description="Id, name or alias of an entity", examples=["Scale AI"])]
ArticleFilter = Annotated[
    str | None, Query(description="Id of an article that speaks of it", examples=["54a941c39d03b47e"])
]
ClassFilter = Annotated[
    str | None, Query(alias="type", description="Class of the ontology, with its subclasses", examples=["Company"])
]
FactClassFilter = Annotated[
    str | None, Query(alias="type", description="Fact class of the ontology", examples=["Tenure"])
]
RelationFilter = Annotated[str | None, Query(description="Relation of the ontology", examples=["investedIn"])]
StatusFilter = Annotated[Status | None, Query(description="What may be made of it", examples=["asserted"])]
AsOf = Annotated[Day | None, Query(description="Day at which things are to hold, ISO 8601", examples=["2025-09-01"])]
