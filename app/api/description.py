"""What the SPARQL service can do, in the terms of SPARQL 1.1 Service Description."""

from __future__ import annotations

from fastapi import Request, Response
from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple

from app.api.negotiate import choose
from app.query.rdf import rdf_bytes
from app.vocab import TYPE

_SD, _FORMATS = "http://www.w3.org/ns/sparql-service-description#", "http://www.w3.org/ns/formats/"
_LANGUAGES = ("SPARQL11Query", "SPARQL11Update")
_RESULTS = ("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV")
_GRAPHS = ("Turtle", "N-Triples", "N-Quads", "TriG", "RDF_XML", "JSON-LD")
RDF_TYPES = {
    format_.media_type: format_
    for format_ in (
        RdfFormat.TURTLE,
        RdfFormat.N_TRIPLES,
        RdfFormat.RDF_XML,
        RdfFormat.JSON_LD,
        RdfFormat.TRIG,
        RdfFormat.N_QUADS,
    )
}


def describe(request: Request) -> Response:
    """The description, in RDF of the kind that the client prefers."""
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("default")
    endpoint = NamedNode(str(request.url.replace(query="", fragment="")))
    triples = [
        Triple(service, TYPE, _sd("Service")),
        Triple(service, _sd("endpoint"), endpoint),
        *(Triple(service, _sd("supportedLanguage"), _sd(name)) for name in _LANGUAGES),
        *(Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + name)) for name in (*_RESULTS, *_GRAPHS)),
        *(Triple(service, _sd("inputFormat"), NamedNode(_FORMATS + name)) for name in _GRAPHS),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, TYPE, _sd("Graph")),
    ]
    media_type = choose(request.headers.get("accept"), list(RDF_TYPES))
    return Response(rdf_bytes(triples, RDF_TYPES[media_type]), media_type=media_type, headers={"Vary": "Accept"})


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
