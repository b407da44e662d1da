"""JSON-LD with a context of the well-known prefixes: the same triples as the Turtle export, one node a line.

Oxigraph writes JSON-LD without a context, which no person reads; this is small enough to write here.
"""

from __future__ import annotations

from itertools import groupby
from typing import IO

from pyoxigraph import Literal, Triple

from app.query.exports.base import Export, Writer
from app.query.exports.dataset import merged_triples
from app.query.exports.json_text import compact, write_list
from app.vocab import PREFIXES, TYPE, XSD

_PLAIN = XSD + "string"


def write(export: Export, out: IO[bytes]) -> None:
    """Write the projection's facts and entities as JSON-LD."""
    by_node = groupby(merged_triples(export), key=lambda triple: triple.subject)
    out.write(f'{{"@context": {compact(PREFIXES)},\n"@graph": '.encode())
    write_list(out, (_node(list(triples)) for _, triples in by_node))
    out.write(b"}\n")


def _node(triples: list[Triple]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _id(triples[0].subject)}
    for predicate, group in groupby(triples, key=lambda triple: triple.predicate):
        if predicate == TYPE:
            node["@type"] = [_compact(_id(triple.object)) for triple in group]
        else:
            node[_compact(predicate.value)] = [_value(triple.object) for triple in group]
    return node


def _value(term: object) -> object:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    return term.value if datatype == _PLAIN else {"@value": term.value, "@type": _compact(datatype)}


def _id(term: object) -> str:
    return str(getattr(term, "value", "")) if not str(term).startswith("_:") else str(term)


def _compact(iri: str) -> str:
    """One of our terms as `cg:status`."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri


WRITER = Writer("jsonld", "application/ld+json", ".jsonld", write)
