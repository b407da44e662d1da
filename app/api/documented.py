"""The OpenAPI document: FastAPI's, with the token, bodies that handlers read themselves, and every status by name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel

from app.api.articles import NewArticle
from app.api.field_docs import describe_fields
from app.api.guard import writes
from app.api.parcels import NewArticles
from app.api.problems import PROBLEM_CONTENT, Problem

# Models that no signature shows.
_MODELS: tuple[type[BaseModel], ...] = (Problem, NewArticle, NewArticles)
UNDECLARED: dict[int | str, dict[str, Any]] = {"default": {"content": PROBLEM_CONTENT}}
"""What the application is made with: it keeps FastAPI from documenting errors of its own kind."""

_MEANINGS: Mapping[int, str] = {
    400: "A parameter or the body cannot be used",
    401: "The server's token is missing or wrong",
    403: "The server does not answer to this name, or not to a page of this origin",
    404: "There is no such thing in the graph",
    406: "There is no answer of a type that the client accepts",
    413: "The body is larger than the server reads",
    422: "What was sent is of the right kind, and cannot be used; or the answer would be too large",
    503: "As much is under way as the server does at once",
    504: "The query took longer than is allowed",
    507: "The query took more memory than is allowed",
}
# Parameters in the address that may name an entity or article by an id that does not exist.
_NAMING = frozenset("article client entity from investee investor name organization person root to".split())
# Where a client's own queries and updates are run, within limits.
_QUERIED = ("/sparql", "/update", "/graphs")


def document(app: FastAPI) -> dict[str, Any]:
    """The document of an application, made once."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        if app.state.context.settings.read_only:
            made["paths"] = _reading(made["paths"])
        components = made.setdefault("components", {})
        for model in _MODELS:
            schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
            components.setdefault("schemas", {})[model.__name__] = {k: v for k, v in schema.items() if k != "$defs"}
        describe_fields(components["schemas"])
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        for path, methods in made["paths"].items():
            for method, operation in methods.items():
                if writes(method.upper(), path):
                    operation["security"] = [{"token": []}, {}]  # {}: a server without a token asks for none
                del operation["responses"]["default"]
                for status in _statuses(path, operation):
                    problem = {"description": _MEANINGS[status], "content": PROBLEM_CONTENT}
                    operation["responses"].setdefault(str(status), problem)
        app.openapi_schema = made
    return app.openapi_schema


def _reading(paths: Mapping[str, Any]) -> dict[str, Any]:
    """What of the paths a read-only server has."""
    kept = {
        path: {method: operation for method, operation in methods.items() if not writes(method.upper(), path)}
        for path, methods in paths.items()
    }
    return {path: methods for path, methods in kept.items() if methods}


def _statuses(path: str, operation: Mapping[str, Any]) -> Iterator[HTTPStatus]:
    """What an operation may answer with besides what it says itself; a failure of ours is in no contract."""
    yield HTTPStatus.BAD_REQUEST
    yield HTTPStatus.UNAUTHORIZED
    yield HTTPStatus.FORBIDDEN
    names = {parameter["name"] for parameter in operation.get("parameters", ())}
    if "{" in path or names & _NAMING:
        yield HTTPStatus.NOT_FOUND
    answers = operation["responses"].get("200", {}).get("content", {})
    if len(answers) > 1 or "{format}" in path:
        yield HTTPStatus.NOT_ACCEPTABLE
    if "requestBody" in operation:
        yield HTTPStatus.NOT_FOUND  # it may name what is not there
        yield HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        yield HTTPStatus.UNPROCESSABLE_ENTITY
    if path.startswith(_QUERIED):
        yield HTTPStatus.UNPROCESSABLE_ENTITY
        yield HTTPStatus.SERVICE_UNAVAILABLE
        yield HTTPStatus.GATEWAY_TIMEOUT
        yield HTTPStatus.INSUFFICIENT_STORAGE
