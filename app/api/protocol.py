"""Reads what the SPARQL 1.1 Protocol sends: an operation in the address, in a form, or as the body itself."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from difflib import get_close_matches
from typing import Any, TypeVar
from urllib.parse import parse_qsl

from fastapi import Request, Response
from fastapi.routing import APIRoute

from app.api.routes import unknown_parameter
from app.errors import BadInput, ClientGone

FORM = "application/x-www-form-urlencoded"
# Whose question is answered sooner is not watched: most are, and watching takes its time too.
_SOON = 0.1
Found = TypeVar("Found")


class DirectRoute(APIRoute):
    """A route whose handler takes the request as it is, which is several times faster than having it taken apart.

    What the handler reads, its `openapi_extra` says.
    """

    def get_route_handler(self) -> Callable[[Request], Awaitable[Response]]:  # type: ignore[override]
        """The handler itself."""
        return self.endpoint


class Fields:
    """The parameters of one operation, each with all its values."""

    def __init__(self, items: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in items:
            self._values.setdefault(name, []).append(value)

    def beside(self, known: frozenset[str]) -> Iterable[str]:
        """The names of parameters that are none of the known ones."""
        return self._values.keys() - known

    def __contains__(self, name: str) -> bool:
        """Whether there is a value."""
        return name in self._values

    def all(self, name: str) -> tuple[str, ...]:
        """All values of a parameter."""
        return tuple(self._values.get(name, ()))

    def one(self, name: str) -> str:
        """The value of a parameter that has to be there, once.

        Raises:
            BadInput: it is not.
        """
        values = self._values.get(name, ())
        if len(values) != 1:
            raise BadInput(f"The request has {len(values)} of `{name}`.", hint=f"Send the parameter `{name}` once.")
        return values[0]


def got(request: Request) -> Fields:
    """The fields of a request's address."""
    return Fields(parse_qsl(request.scope["query_string"].decode("latin-1"), keep_blank_values=True))


def address_of(request: Request) -> str:
    """Where a request was sent to, without what it asks: the guard lets nothing by that has no Host."""
    return f"{request.scope['scheme']}://{request.headers['host']}{request.scope['path']}"


async def posted(request: Request, operation: str) -> Fields:
    """The fields of a POST: those of its address, and the operation (`query` or `update`) from its body.

    Raises:
        BadInput: the body is of no type that can hold one, or is not UTF-8.
    """
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    media_type, direct = media_type.strip().lower(), f"application/sparql-{operation}"
    if media_type not in (FORM, direct):
        raise BadInput(
            f"An operation cannot be read from {media_type or 'a body without Content-Type'}.",
            hint=f"Send {FORM} or {direct}.",
        )
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("The body is not UTF-8.", hint="SPARQL is sent in UTF-8.") from error
    charset = dict(parse_qsl(parameters.replace(" ", ""))).get("charset", "utf-8").strip('"').lower()
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise BadInput(f"The body is said to be {charset}.", hint="SPARQL is sent in UTF-8.")
    own = parse_qsl(text, keep_blank_values=True) if media_type == FORM else [(operation, text)]
    return Fields([*request.query_params.multi_items(), *own])


def refuse_misnamed(request: Request, fields: Fields, known: frozenset[str]) -> None:
    """Refuse a parameter that would choose what is read or how it is answered, had it a name that there is.

    All others that are unknown are let pass: the protocol leaves room for them, and clients that serve several services
    send those of all (`output`, `timeout`, `infer`).

    Raises:
        BadInput: there is one.
    """
    for name in fields.beside(known):
        if "graph" in name.lower() or get_close_matches(name.lower(), known - {"query", "update"}, 1, cutoff=0.8):
            raise unknown_parameter(request.scope["path"], name, sorted(known))


async def while_connected(request: Request, work: Coroutine[Any, Any, Found]) -> Found:
    """What some work comes to; it ends as soon as the client has gone.

    Raises:
        ClientGone: it has.
        Exception: whatever the work raises.
    """
    watch = _Watch(request)
    try:
        return await work
    except asyncio.CancelledError:
        watch.explain()
        raise
    finally:
        watch.end()


class _Watch:
    """Cancels the task that it is made in once its client has gone; until it is worth the while, it is but a timer."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self._loop = asyncio.get_running_loop()
        self._work = asyncio.current_task()
        self._watching: asyncio.Task[None] | None = None
        self._has_cancelled = False
        self._timer = self._loop.call_later(_SOON, self._begin)

    def _begin(self) -> None:
        self._watching = self._loop.create_task(self._await_disconnect())

    async def _await_disconnect(self) -> None:
        while (await self._request.receive())["type"] != "http.disconnect":
            pass
        if self._work is not None:
            self._has_cancelled = True
            self._work.cancel()

    def explain(self) -> None:
        """Raise what has happened, if the task was cancelled from here and from nowhere else.

        Raises:
            ClientGone: its client has gone.
        """
        if self._has_cancelled and self._work is not None and not self._work.uncancel():
            raise ClientGone("The client has gone.") from None

    def end(self) -> None:
        """Look no more."""
        self._timer.cancel()
        if self._watching is not None:
            self._watching.cancel()


def client_of(request: Request) -> str:
    """Whose turn a request is."""
    return request.client.host if request.client else ""


def graph_parameters(*names: str) -> Sequence[dict[str, Any]]:
    """Parameters that name graphs, for the OpenAPI document."""
    example = ["https://w3id.org/claimgraph/id/graph/facts"]
    schema = {"type": "array", "items": {"type": "string", "format": "iri"}, "examples": [example]}
    return [
        {"name": name, "in": "query", "description": "IRI of a graph of the dataset; may be repeated", "schema": schema}
        for name in names
    ]
