"""/update: SPARQL updates by the protocol, each one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from fastapi import APIRouter, Request, Response, status

from app.api.context import context_of
from app.api.problems import answers
from app.api.protocol import FORM, DirectRoute, graph_parameters, posted
from app.api.writing import write
from app.errors import BadInput
from app.query.sparql import as_iris
from app.query.sparql_gate import unescaped
from app.query.update_gate import check_syntax, check_update, refuse_protected, with_using, without_silent_loads
from app.vocab import PREFIXES

router = APIRouter(tags=["sparql"], route_class=DirectRoute)

_FORM_FIELDS = {name: {"type": "string"} for name in ("update", "using-graph-uri", "using-named-graph-uri")}
_BODY: dict[str, Any] = {
    "required": True,
    "content": {
        FORM: {"schema": {"type": "object", "properties": _FORM_FIELDS, "required": ["update"]}},
        "application/sparql-update": {
            "schema": {"type": "string", "examples": ["INSERT DATA { <urn:example:s> <urn:example:p> 'o' }"]}
        },
    },
}


@router.post(
    "/update",
    summary="Make a SPARQL update",
    status_code=status.HTTP_204_NO_CONTENT,
    response_class=Response,
    responses=answers(409, "The update cannot be made on the graph as it is"),
    openapi_extra={
        "requestBody": _BODY,
        "parameters": graph_parameters("using-graph-uri", "using-named-graph-uri"),
    },
)
@router.post("/update/", include_in_schema=False)
async def post_update(request: Request) -> Response:
    """Whole or not at all. The default graph and graphs of your own are free; those of the product are not."""
    context, fields = context_of(request), await posted(request, "update")
    if "query" in fields or request.query_params.get("update") is not None:
        raise BadInput("An update is sent in the body alone.", hint="Send it as the field `update`, or as it is.")
    text, prefixes = fields.one("update"), {} if context.plain else PREFIXES
    # Before it is asked what an update would do, it has to be one.
    await asyncio.to_thread(check_syntax, _prologue(request, prefixes), text)
    hosts = context.settings.service_hosts
    text = without_silent_loads(text, check_update(text, hosts, prefixes), hosts)
    operations = check_update(text, hosts, prefixes)
    for reading in {text, unescaped(text)}:  # a store may decode escapes before it reads anything
        read = check_update(reading, hosts, prefixes)
        if without_silent_loads(reading, read, hosts) != reading:
            raise BadInput(
                "With its \\u escapes read, the update loads from elsewhere.", hint="Write characters plainly."
            )
        if not context.plain:
            refuse_protected(reading, read, context.iris.base)
    default, named = as_iris(fields.all("using-graph-uri")), as_iris(fields.all("using-named-graph-uri"))
    if default or named:
        text = with_using(text, operations, default, named)
    await write(context, _prologue(request, prefixes) + text)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers={"ETag": f'W/"{context.version}"'})


def _prologue(request: Request, prefixes: Mapping[str, str]) -> str:
    """What relative IRIs are resolved against, and the prefixes that need not be declared, on one line."""
    base = request.url.replace(query="", fragment="")
    return " ".join([f"BASE <{base}>", *(f"PREFIX {name}: <{iri}>" for name, iri in prefixes.items())]) + "\n"
