"""One thing in the form that a client accepts: JSON as the OpenAPI document says, or RDF, JSON-LD above all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from fastapi import Request, Response
from pyoxigraph import NamedNode, RdfFormat, Triple

from app.api.negotiate import choose
from app.query import jsonld
from app.query.exports.rdf import as_rdfxml
from app.query.rdf import rdf_bytes

RDF_FORMATS = {
    format_.media_type: format_
    for format_ in (RdfFormat.TURTLE, RdfFormat.JSON_LD, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)
}
_JSON = "application/json"

RDF_ANSWERS: dict[int | str, dict[str, Any]] = {200: {"content": {media_type: {} for media_type in RDF_FORMATS}}}
"""What an operation's entry in the OpenAPI document says beside its JSON, for `responses=`."""


def rdf_if_accepted(request: Request, about: NamedNode, triples: Callable[[], Iterable[Triple]]) -> Response | None:
    """The thing as RDF where the client prefers that; None where it takes JSON.

    Raises:
        UnknownFormat: it accepts neither.
    """
    chosen = choose(request.headers.get("accept"), [_JSON, *RDF_FORMATS])
    if chosen == _JSON:
        return None
    return rdf_answer(about, triples(), chosen)


def rdf_answer(about: NamedNode, triples: Iterable[Triple], media_type: str) -> Response:
    """What is said of a thing as RDF of a type; as JSON-LD with a context, the thing itself first."""
    format_ = RDF_FORMATS[media_type]
    if format_ == RdfFormat.JSON_LD:
        body = jsonld.document(triples, about)
    elif format_ == RdfFormat.RDF_XML:
        body = as_rdfxml(triples)
    else:
        body = rdf_bytes(triples, format_)
    return Response(body, media_type=media_type, headers={"Vary": "Accept"})
