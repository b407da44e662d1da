"""One thing in the form that a client accepts: JSON as the OpenAPI document says, or RDF, JSON-LD above all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fastapi import Request, Response
from pyoxigraph import RdfFormat, Triple

from app.api.negotiate import choose
from app.query.rdf import rdf_bytes

RDF_FORMATS = {
    format_.media_type: format_
    for format_ in (RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)
}
_JSON = "application/json"

RDF_ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": {media_type: {} for media_type in RDF_FORMATS}}}
"""What an operation's entry in the OpenAPI document says beside its JSON, for `responses=`."""


def rdf_if_accepted(request: Request, triples: Callable[[], Iterable[Triple]]) -> Response | None:
    """The thing as RDF where the client prefers that; None where it takes JSON.

    Raises:
        UnknownFormat: it accepts neither.
    """
    chosen = choose(request.headers.get("accept"), [_JSON, *RDF_FORMATS])
    if chosen == _JSON:
        return None
    return Response(rdf_bytes(triples(), RDF_FORMATS[chosen]), media_type=chosen, headers={"Vary": "Accept"})
