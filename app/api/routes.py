"""What every resource does alike: refuse parameters that it does not know, and say which version of the graph it shows.

A misspelt filter that is passed over gives an answer to another question, so it is an error. A client that has the
answer of this version already (`If-None-Match`) gets 304 before any work is done.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator, Sequence
from difflib import get_close_matches
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute

from app.api.context import context_of
from app.api.problems import problem
from app.errors import BadInput
from app.model import digest

NOT_MODIFIED: dict[int | str, dict[str, Any]] = {
    304: {"description": "What the client has is still so (`If-None-Match` names the current version)"}
}

_Answer = Callable[[Request], Coroutine[Any, Any, Response]]


class StrictRoute(APIRoute):
    """A route that refuses unknown parameters in the address, and names the known ones."""

    def get_route_handler(self) -> _Answer:
        """FastAPI's hook around a handler."""
        answer, known = super().get_route_handler(), sorted(self._known())

        async def handle(request: Request) -> Response:
            if unknown := sorted(set(request.query_params) - set(known)):
                # Answered here: raised in this place, it would pass FastAPI's own error table by.
                return problem(unknown_parameter(self.path, unknown[0], known))
            return await answer(request)

        return handle

    def _known(self) -> Iterator[str]:
        waiting: list[Dependant] = [self.dependant]
        while waiting:
            dependant = waiting.pop()
            yield from (field.alias for field in dependant.query_params)
            waiting += dependant.dependencies
        # Those that a handler reads for itself are declared by hand.
        declared = (self.openapi_extra or {}).get("parameters", ())
        yield from (parameter["name"] for parameter in declared if parameter["in"] == "query")


class VersionedRoute(StrictRoute):
    """A route whose answer is a function of the graph: it carries an ETag, and is not sent twice."""

    def get_route_handler(self) -> _Answer:
        """FastAPI's hook around a handler."""
        answer = super().get_route_handler()

        async def handle(request: Request) -> Response:
            if request.method != "GET":
                return await answer(request)
            tag = etag(request)
            # `*` asks whether there is anything at all: the answer itself says it.
            if tag in _tags(request.headers.get("if-none-match", "")):
                return Response(status_code=HTTPStatus.NOT_MODIFIED, headers={"ETag": tag, "Vary": "Accept"})
            response = await answer(request)
            # One that was written meanwhile may show some of both, and is nobody's version.
            if response.status_code == HTTPStatus.OK and etag(request) == tag:
                response.headers["ETag"] = tag
                response.headers.setdefault("Vary", "Accept")
            return response

        return handle


def etag(request: Request) -> str:
    """The version of the graph that a request would be answered from now, in the form that its client accepts."""
    return f'W/"{context_of(request).version}-{digest(request.headers.get("accept"))[:4]}"'


def _tags(header: str) -> set[str]:
    """The tags of an If-None-Match header, all as weak ones: that is how they are compared (RFC 9110, 13.1.2)."""
    found = (tag.strip() for tag in header.split(","))
    return {tag if tag.startswith("W/") else f"W/{tag}" for tag in found}


def unknown_parameter(path: str, name: str, known: Sequence[str]) -> BadInput:
    """The error for a parameter that a path does not have, with those that it has."""
    close = get_close_matches(name, known, n=1)
    meant = f"Perhaps {close[0]!r} was meant. " if close else ""
    takes = f"It takes {', '.join(known)}." if known else "It takes none."
    return BadInput(f"{path} has no parameter {name!r}.", hint=meant + takes)
