"""/sparql: SPARQL 1.1 queries by the protocol: GET, form, or the query itself as the body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Request, Response

from app.api.context import Graph
from app.api.negotiate import choose
from app.errors import BadInput
from app.query.sparql import GRAPH_FORMATS, ROW_FORMATS, formats_for, run

router = APIRouter(tags=["sparql"])

# Types that clients ask for in place of SPARQL's own.
_ALIASES = {"application/json": "json", "application/xml": "xml"}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {each.media_type: {} for each in (*ROW_FORMATS.values(), *GRAPH_FORMATS.values())}}
}
_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        "application/x-www-form-urlencoded": {
            "schema": {
                "type": "object",
                "properties": {"query": {"type": "string"}, "format": {"type": "string"}},
                "required": ["query"],
            }
        },
        "application/sparql-query": {"schema": {"type": "string"}},
    },
}

_PARAMETERS: list[dict[str, Any]] = [
    {
        "name": "query",
        "in": "query",
        "required": True,
        "description": "The query; prefixes such as cg: and skos: need not be declared",
        "schema": {"type": "string", "examples": ["SELECT ?company { ?company a cg:Company }"]},
    },
    {
        "name": "format",
        "in": "query",
        "description": "What to answer in, whatever the Accept header says",
        "schema": {"type": "string", "enum": [*ROW_FORMATS, *GRAPH_FORMATS]},
    },
]
_DATASET = {"default-graph-uri", "named-graph-uri"}


@dataclass(frozen=True)
class _Asked:
    query: str
    format_name: str | None


async def _got(request: Request) -> _Asked:
    """The query in a request's address."""
    return _asked(request.query_params.multi_items())


async def _posted(request: Request) -> _Asked:
    """The query in a request's body, form-encoded or as it is."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("The body is not UTF-8.", hint="SPARQL is sent in UTF-8.") from error
    fields = request.query_params.multi_items()
    if media_type == "application/x-www-form-urlencoded":
        return _asked([*fields, *parse_qsl(text, keep_blank_values=True)])
    if media_type == "application/sparql-query":
        return _asked([*fields, ("query", text)])
    raise BadInput(
        f"A query cannot be read from {media_type or 'a body without Content-Type'}.",
        hint="Send application/x-www-form-urlencoded or application/sparql-query.",
    )


def _asked(fields: Iterable[tuple[str, str]]) -> _Asked:
    """What a request's fields ask for: one query, and at most one format."""
    given: dict[str, list[str]] = {}
    for name, value in fields:
        given.setdefault(name, []).append(value)
    if named := _DATASET & given.keys():
        # Passing over it would answer another question than the one asked.
        raise BadInput(f"{min(named)} is not supported.", hint="Name the graphs in the query, with FROM or FROM NAMED.")
    if len(given.get("query", ())) != 1 or len(given.get("format", ())) > 1:
        raise BadInput("A request holds one query and at most one format.", hint="Send it as the parameter `query`.")
    return _Asked(given["query"][0], given.get("format", [None])[0])


@router.get(
    "/sparql",
    summary="Evaluate a SPARQL query",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra={"parameters": _PARAMETERS},
)
def get_query(asked: Annotated[_Asked, Depends(_got)], request: Request, graph: Graph) -> Response:
    """Reads facts; what is reported, planned or unconfirmed answers only where the query names its graph."""
    return _answer(asked, request, graph)


@router.post(
    "/sparql",
    summary="Evaluate a SPARQL query",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra={"requestBody": _BODY},
)
def post_query(asked: Annotated[_Asked, Depends(_posted)], request: Request, graph: Graph) -> Response:
    """The same for a query too long for an address."""
    return _answer(asked, request, graph)


def _answer(asked: _Asked, request: Request, graph: Graph) -> Response:
    format_name = asked.format_name or _negotiated(asked.query, request.headers.get("accept"))
    # Evaluated and serialised in one call: results may not cross threads.
    result = run(graph.store, graph.iris, asked.query, format_name)
    return Response(result.body, media_type=result.media_type, headers={"Vary": "Accept"})


def _negotiated(query: str, accept: str | None) -> str:
    """The name of the best format for a client, among those that can hold the answer."""
    formats = formats_for(query)
    offered = {each.media_type.partition(";")[0]: name for name, each in formats.items()}
    offered |= {media_type: name for media_type, name in _ALIASES.items() if name in formats}
    return offered[choose(accept, list(offered))]
