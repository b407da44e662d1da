"""/ontology: the vocabulary that the graph is written in."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter, Request, Response
from pyoxigraph import RdfFormat, parse

from app.api.negotiate import choose
from app.api.representations import RDF_FORMATS
from app.api.routes import StrictRoute
from app.ontology import ONTOLOGY_FILE
from app.query.rdf import rdf_bytes

router = APIRouter(tags=["graph"], route_class=StrictRoute)


@router.get(
    "/ontology",
    summary="The ontology",
    response_class=Response,
    responses={200: {"content": {media_type: {} for media_type in RDF_FORMATS}}},
)
def ontology(request: Request) -> Response:
    """Turtle as written, comments and all, or another RDF format."""
    offered = [*RDF_FORMATS, "text/html"]
    chosen = choose(request.headers.get("accept"), offered)
    # A browser shows plain text, and would store Turtle as a file.
    media_type = "text/plain" if chosen == "text/html" else chosen
    return Response(_as(chosen), media_type=media_type, headers={"Vary": "Accept"})


@cache
def _as(media_type: str) -> bytes:
    if media_type in (RdfFormat.TURTLE.media_type, "text/html"):
        return ONTOLOGY_FILE.read_bytes()
    triples = (quad.triple for quad in parse(path=str(ONTOLOGY_FILE), format=RdfFormat.TURTLE))
    return rdf_bytes(triples, RDF_FORMATS[media_type])
