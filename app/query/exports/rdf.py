"""Turtle, RDF/XML, TriG and N-Quads: the graph as RDF, in four notations of one writer.

Turtle and RDF/XML hold one graph: the facts of the projection, merged. TriG and N-Quads hold the dataset with its named
graphs (`app.query.exports.dataset` says which part of it).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from pyoxigraph import Literal, RdfFormat, Triple

from app.query.exports.base import Export, Writer
from app.query.exports.dataset import all_quads, merged_triples
from app.query.exports.markup import legal
from app.query.rdf import rdf_bytes


def write_turtle(export: Export, out: IO[bytes]) -> None:
    """Write the projection's facts and entities as Turtle."""
    out.write(rdf_bytes(merged_triples(export), RdfFormat.TURTLE))


def write_rdfxml(export: Export, out: IO[bytes]) -> None:
    """Write the projection's facts and entities as RDF/XML, with � for characters that XML cannot hold."""
    out.write(as_rdfxml(merged_triples(export)))


def write_trig(export: Export, out: IO[bytes]) -> None:
    """Write the dataset as TriG."""
    out.write(rdf_bytes(all_quads(export), RdfFormat.TRIG))


def write_nquads(export: Export, out: IO[bytes]) -> None:
    """Write the dataset as N-Quads, a sorted line for each."""
    out.write(rdf_bytes(all_quads(export), RdfFormat.N_QUADS))


def as_rdfxml(triples: Iterable[Triple]) -> bytes:
    """Triples as RDF/XML, with � for characters that XML cannot hold."""
    # Oxigraph leaves carriage returns bare, which every XML parser reads as line feeds; it writes none of its own.
    return rdf_bytes(_for_xml(triples), RdfFormat.RDF_XML).replace(b"\r", b"&#13;")


def _for_xml(triples: Iterable[Triple]) -> Iterator[Triple]:
    for triple in triples:
        object_ = triple.object
        if isinstance(object_, Literal) and legal(object_.value) != object_.value:
            language = object_.language
            kept = {"language": language} if language else {"datatype": object_.datatype}
            object_ = Literal(legal(object_.value), **kept)
        yield Triple(triple.subject, triple.predicate, object_)


TURTLE = Writer("turtle", RdfFormat.TURTLE.media_type, ".ttl", write_turtle)
RDFXML = Writer("rdfxml", RdfFormat.RDF_XML.media_type, ".rdf", write_rdfxml)
TRIG = Writer("trig", RdfFormat.TRIG.media_type, ".trig", write_trig)
NQUADS = Writer("nquads", RdfFormat.N_QUADS.media_type, ".nq", write_nquads)
