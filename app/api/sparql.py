"""/sparql: SPARQL queries by the protocol: GET, form, or the query itself as the body."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any
from zlib import crc32

from fastapi import APIRouter, Request, Response

from app.api.context import context_of
from app.api.description import describe
from app.api.negotiate import choose
from app.api.protocol import (
    FORM,
    DirectRoute,
    Fields,
    address_of,
    client_of,
    got,
    graph_parameters,
    posted,
    refuse_misnamed,
    while_connected,
)
from app.errors import BadInput, UnknownFormat
from app.query.sparql import GRAPH_FORMATS, ROW_FORMATS, ResultFormat, SparqlRequest

router = APIRouter(tags=["sparql"], route_class=DirectRoute)

# Types that clients ask for in place of SPARQL's own.
_ROW_TYPES = {format_.media_type.partition(";")[0]: name for name, format_ in ROW_FORMATS.items()}
_ROW_TYPES |= {"application/json": "json", "application/xml": "xml"}
_GRAPH_TYPES = {format_.media_type.partition(";")[0]: name for name, format_ in GRAPH_FORMATS.items()}
_GRAPH_TYPES |= {"application/json": "jsonld", "application/xml": "rdfxml"}
# What clients call the formats of graphs: `xml` is what SPARQLWrapper asks for unless it is told otherwise.
_GRAPH_NAMES = dict.fromkeys(("xml", "rdf", "rdf+xml"), "rdfxml") | dict.fromkeys(("json", "json-ld"), "jsonld")
_GRAPH_NAMES |= {"n3": "turtle"}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": {each.media_type: {} for each in (*ROW_FORMATS.values(), *GRAPH_FORMATS.values())}},
    304: {"description": "The graph is as it was when the answer with this ETag was given"},
}
_PARAMETERS = ("query", "format", "default-graph-uri", "named-graph-uri")
_KNOWN = frozenset(_PARAMETERS)
_FORM_FIELDS = {name: {"type": "string"} for name in _PARAMETERS}
_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        FORM: {"schema": {"type": "object", "properties": _FORM_FIELDS, "required": ["query"]}},
        "application/sparql-query": {"schema": {"type": "string"}},
    },
}
_FORMAT = {
    "name": "format",
    "in": "query",
    "description": "What to answer in, whatever the Accept header says; media types do as well",
    "schema": {"type": "string", "enum": [*ROW_FORMATS, *GRAPH_FORMATS]},
}
_QUERY = {
    "name": "query",
    "in": "query",
    "description": "The query; prefixes such as cg: and skos: need not be declared. "
    "Without it the answer describes the service",
    "schema": {"type": "string", "examples": ["SELECT ?company { ?company a cg:Company }"]},
}
_OPTIONS = [_FORMAT, *graph_parameters("default-graph-uri", "named-graph-uri")]


@router.get(
    "/sparql",
    summary="Evaluate a SPARQL query",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra={"parameters": [_QUERY, *_OPTIONS]},
)
@router.get("/sparql/", include_in_schema=False)
async def get_query(request: Request) -> Response:
    """Reads facts; what is reported, planned or unconfirmed answers only where the query names its graph."""
    fields = got(request)
    if not request.scope["query_string"]:
        return describe(request)
    return await _answer(fields, request)


@router.post(
    "/sparql",
    summary="Evaluate a SPARQL query",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra={"requestBody": _BODY, "parameters": _OPTIONS},
)
@router.post("/sparql/", include_in_schema=False)
async def post_query(request: Request) -> Response:
    """The same for a query too long for an address."""
    return await _answer(await posted(request, "query"), request)


async def _answer(fields: Fields, request: Request) -> Response:
    refuse_misnamed(request, fields, _KNOWN)
    context = context_of(request)
    accept, formats = request.headers.get("accept"), fields.all("format")
    row_format, graph_format = _wanted(formats, accept)
    asked = SparqlRequest(
        query=fields.one("query"),
        row_format=row_format,
        graph_format=graph_format,
        default_graphs=fields.all("default-graph-uri"),
        named_graphs=fields.all("named-graph-uri"),
        usual_graphs=context.usual_graphs,
        base=address_of(request),
        known_prefixes=not context.plain,
        service_hosts=context.settings.service_hosts,
    )
    # The tag is taken before the query runs: an answer may be newer than it says, never older.
    tag = f'W/"{context.version}-{crc32(f"{accept}|{formats}".encode()):08x}"'
    headers = {"Vary": "Accept", "ETag": tag, "Cache-Control": "no-cache"}
    if request.method == "GET" and tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    result = await while_connected(request, context.reader.run(asked, client_of(request)))
    return Response(result.body, media_type=result.media_type, headers=headers)


@lru_cache(maxsize=100)  # most clients send one of very few
def _wanted(asked: tuple[str, ...], accept: str | None) -> tuple[str | None, str | None]:
    """The names of the best formats for a client, for rows and for triples; None where it takes none of them."""
    rows = _best(asked, accept, ROW_FORMATS, _ROW_TYPES, {})
    return rows, _best(asked, accept, GRAPH_FORMATS, _GRAPH_TYPES, _GRAPH_NAMES)


def _best(
    asked: tuple[str, ...],
    accept: str | None,
    formats: Mapping[str, ResultFormat],
    types: Mapping[str, str],
    names: Mapping[str, str],
) -> str | None:
    if asked:
        known = {name for each in asked if (name := _named(each, types, names)) in formats}
        if len(known) > 1:  # some clients ask for one by its name and by its type
            raise BadInput(f"The request asks for {', '.join(asked)}.", hint="Send the parameter `format` once.")
        return next(iter(known), asked[0])
    if accept in (None, "*/*"):
        return next(iter(formats))
    try:
        return types[choose(accept, list(types))]
    except UnknownFormat:
        return None


def _named(asked: str, types: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The name of a format that is asked for by one of its names, or as in an Accept header."""
    if "/" not in asked:
        return names.get(asked.lower(), asked.lower())
    try:
        return types[choose(asked, list(types))]
    except UnknownFormat:
        return asked
