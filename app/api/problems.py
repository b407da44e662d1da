"""What goes wrong as RFC 9457 problem details: what was wrong, and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import BaseRoute, Route

from app.api.logs import REQUEST_ID
from app.errors import BadInput, ClaimgraphError, Unauthorized

MEDIA_TYPE = "application/problem+json"
TYPES = "https://w3id.org/claimgraph/problems#"


class Problem(BaseModel):
    """An error, for programs (`type`, `status`) and for people (`title`, `detail`, `hint`)."""

    type: str = Field(examples=[f"{TYPES}not-found"])
    title: str = Field(examples=["Not found"])
    status: int = Field(examples=[404])
    detail: str = Field(description="What was wrong", examples=["There is no article '7'."])
    hint: str | None = Field(None, description="How to mend it", examples=["/docs lists what there is."])
    request_id: str | None = Field(None, description="By which the server's log knows the request")


PROBLEM_CONTENT: dict[str, Any] = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
"""The body of every error, in the OpenAPI document."""


def answers(status: int, description: str) -> dict[int | str, dict[str, Any]]:
    """A problem that an operation's entry in the OpenAPI document names, for `responses=`."""
    return {status: {"description": description, "content": PROBLEM_CONTENT}}


def problem(error: ClaimgraphError, status: HTTPStatus | None = None) -> Response:
    """An error as the answer to a request."""
    answer = Problem(
        type=TYPES + _words(type(error)).replace(" ", "-"),
        title=_words(type(error)).capitalize(),
        status=status or error.http_status,
        detail=error.message,
        hint=error.hint,
        request_id=REQUEST_ID.get(),
    )
    return JSONResponse(answer.model_dump(), answer.status, _headers(error), MEDIA_TYPE)


def _headers(error: ClaimgraphError) -> dict[str, str] | None:
    """What a client's software is told besides: how to show who it is, and when to come again."""
    if isinstance(error, Unauthorized):
        return {"WWW-Authenticate": 'Bearer, Basic realm="claimgraph"'}
    return {"Retry-After": "1"} if error.http_status == HTTPStatus.SERVICE_UNAVAILABLE else None


def error_class(problem_type: str) -> type[ClaimgraphError]:
    """The class of error that a problem's type stands for."""
    waiting: list[type[ClaimgraphError]] = [ClaimgraphError]
    while waiting:
        kind = waiting.pop()
        if problem_type == TYPES + _words(kind).replace(" ", "-"):
            return kind
        waiting += kind.__subclasses__()
    return ClaimgraphError


def _words(kind: type[ClaimgraphError]) -> str:
    """The name of a class in words: `UnknownFormat` is `unknown format`."""
    return re.sub(r"(?<!^)(?=[A-Z])", " ", kind.__name__).lower()


async def _known(_: Request, error: Exception) -> Response:
    assert isinstance(error, ClaimgraphError)  # noqa: S101  (registered for it)
    return problem(error)


async def _invalid(_: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101  (registered for it)
    return problem(BadInput("; ".join(map(_say, error.errors())) + ".", hint="/docs lists what the request may hold."))


def _say(error: dict[str, Any]) -> str:
    """One of pydantic's complaints as a sentence: `limit (query): input should be less than ...`."""
    place, *names = map(str, error["loc"])
    name = ".".join(names)
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{name or 'the request'} ({place}): {message[:1].lower()}{message[1:]}"


async def http_problem(request: Request, error: Exception) -> Response:
    """What the framework itself refuses: an unknown path, a method that a path does not have, a form that is none."""
    assert isinstance(error, HTTPException)  # noqa: S101  (registered for it)
    detail, hint, headers = str(error.detail), None, error.headers
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail, hint = f"There is nothing at {request.url.path}.", "/docs lists what there is."
    elif error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        detail = f"{request.url.path} does not take {request.method}."
        taken = ", ".join(_methods(request))
        hint, headers = f"It takes {taken}; /docs says more.", {"Allow": taken}
    status = HTTPStatus(error.status_code)
    answer = Problem(
        type="about:blank",
        title=status.phrase,
        status=status,
        detail=detail,
        hint=hint,
        request_id=REQUEST_ID.get(),
    )
    return JSONResponse(answer.model_dump(), status, headers, MEDIA_TYPE)


def _methods(request: Request) -> list[str]:
    """What all routes of a path together take; the router knows of the first one alone."""
    found: set[str] = set()
    for route in request.app.state.routes:
        if isinstance(route, Route) and route.path_regex.match(request.scope["path"]):
            found |= route.methods or set()
    return sorted(found | {"HEAD"} if "GET" in found else found)


def install(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Let an application answer every error with a problem; what nobody expected is for `app.api.observe`."""
    app.state.routes = routes
    handlers: Sequence[tuple[type[Exception], Any]] = (
        (ClaimgraphError, _known),
        (RequestValidationError, _invalid),
        (HTTPException, http_problem),
    )
    for kind, handler in handlers:
        app.add_exception_handler(kind, handler)
