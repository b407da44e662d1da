"""/update: SPARQL updates by the protocol, each one transaction."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request, Response, status

from app.api.context import context_of
from app.api.problems import answers
from app.api.protocol import FORM, DirectRoute, client_of, graph_parameters, posted, refuse_misnamed
from app.api.writing import write
from app.errors import BadInput
from app.query.updating import UpdateRequest
from app.vocab import PREFIXES

router = APIRouter(tags=["sparql"], route_class=DirectRoute)

_PARAMETERS = ("update", "using-graph-uri", "using-named-graph-uri")
_KNOWN = frozenset(_PARAMETERS)
_FORM_FIELDS = {name: {"type": "string"} for name in _PARAMETERS}
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
    """Whole or not at all, in the time that is allowed. The default graph and your own are free."""
    context, fields, client = context_of(request), await posted(request, "update"), client_of(request)
    if "query" in fields or request.query_params.get("update") is not None:
        raise BadInput("An update is sent in the body alone.", hint="Send it as the field `update`, or as it is.")
    refuse_misnamed(request, fields, _KNOWN)
    asked = UpdateRequest(
        update=fields.one("update"),
        base=str(request.url.replace(query="", fragment="")),
        prefixes={} if context.plain else PREFIXES,
        hosts=context.settings.service_hosts,
        protected=None if context.plain else context.iris.base,
        default_graphs=fields.all("using-graph-uri"),
        named_graphs=fields.all("using-named-graph-uri"),
    )
    update = await context.inspector.prepare(asked, client)
    rehearsed = None if update.is_bounded else update.text
    await write(context, client, lambda: context.store.update(update.text), rehearsed=rehearsed)
    return Response(status_code=status.HTTP_204_NO_CONTENT, headers={"ETag": f'W/"{context.version}"'})
