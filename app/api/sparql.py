"""/sparql: SPARQL 1.1 queries by the protocol: GET, form, or the query itself as the body."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import parse_qsl

from fastapi import APIRouter, Depends, Query, Request, Response

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

QueryText = Annotated[str, Query(alias="query", description="The query", examples=["SELECT * { ?s a cg:Company }"])]
FormatName = Annotated[
    str | None,
    Query(alias="format", description=f"{', '.join((*ROW_FORMATS, *GRAPH_FORMATS))}. Beats Accept", examples=["csv"]),
]


@dataclass(frozen=True)
class _Asked:
    query: str
    format_name: str | None


@router.get("/sparql", summary="Evaluate a SPARQL query", response_class=Response, responses=_ANSWERS)
def get_query(query: QueryText, request: Request, graph: Graph, format_name: FormatName = None) -> Response:
    """Reads facts; what is reported, planned or unconfirmed answers only where the query names its graph."""
    return _answer(_Asked(query, format_name), request, graph)


async def _posted(request: Request) -> _Asked:
    """The query in a request's body, form-encoded or as it is."""
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        text = (await request.body()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput("The body is not UTF-8.", hint="SPARQL is sent in UTF-8.") from error
    fields = dict(request.query_params)
    if media_type == "application/x-www-form-urlencoded":
        fields |= dict(parse_qsl(text, keep_blank_values=True))
    elif media_type == "application/sparql-query":
        fields["query"] = text
    else:
        raise BadInput(
            f"A query cannot be read from {media_type or 'a body without Content-Type'}.",
            hint="Send application/x-www-form-urlencoded or application/sparql-query.",
        )
    if "query" not in fields:
        raise BadInput("The request holds no query.", hint="Send it as the form field `query`.")
    return _Asked(fields["query"], fields.get("format"))


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
