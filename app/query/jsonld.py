"""JSON-LD with a context of the well-known prefixes: the same triples as Turtle, one node a line.

Oxigraph writes JSON-LD without a context, which no person reads; this is small enough to write here.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO

from pyoxigraph import Literal, NamedNode, Triple

from app.errors import UnknownFormat
from app.query.exports.json_text import compact, write_list
from app.vocab import PREFIXES, TYPE, XSD

_PLAIN = XSD + "string"


def document(triples: Iterable[Triple], about: NamedNode) -> bytes:
    """What is said of a thing and its parts, each triple once, the thing itself first.

    Raises:
        UnknownFormat: JSON-LD has no words for it.
    """
    out = io.BytesIO()

    def order(triple: Triple) -> tuple[bool, str, str, str]:
        return triple.subject != about, str(triple.subject), triple.predicate.value, str(triple.object)

    write(sorted(set(triples), key=order), out)
    return out.getvalue()


def write(triples: Iterable[Triple], out: IO[bytes]) -> None:
    """Write triples that come node by node, and of each property by property.

    Raises:
        UnknownFormat: JSON-LD has no words for one of them.
    """
    out.write(f'{{"@context": {compact(PREFIXES)},\n"@graph": '.encode())
    write_list(out, _nodes(triples))
    out.write(b"}\n")


def _nodes(triples: Iterable[Triple]) -> Iterator[dict[str, object]]:
    return (_node(list(group)) for _, group in groupby(triples, key=lambda triple: triple.subject))


def _node(triples: list[Triple]) -> dict[str, object]:
    node: dict[str, object] = {"@id": _id(triples[0].subject)}
    for predicate, group in groupby(triples, key=lambda triple: triple.predicate):
        values = [triple.object for triple in group]
        if predicate == TYPE and not any(isinstance(value, Literal) for value in values):
            node["@type"] = [_compact(_id(value)) for value in values]
        else:
            node[_compact(predicate.value)] = [_value(value) for value in values]
    return node


def _value(term: object) -> object:
    if not isinstance(term, Literal):
        return {"@id": _id(term)}
    if term.direction is not None:
        return {"@value": term.value, "@language": term.language, "@direction": str(term.direction)}
    if term.language:
        return {"@value": term.value, "@language": term.language}
    datatype = term.datatype.value
    return term.value if datatype == _PLAIN else {"@value": term.value, "@type": _compact(datatype)}


def _id(term: object) -> str:
    if isinstance(term, Triple):
        raise UnknownFormat("JSON-LD cannot speak of a triple.", hint="Accept text/turtle or application/n-triples.")
    text, iri = str(term), str(getattr(term, "value", ""))
    return text if text.startswith("_:") else iri


def _compact(iri: str) -> str:
    """One of our terms as `cg:status`."""
    for prefix, namespace in PREFIXES.items():
        local = iri.removeprefix(namespace)
        if local != iri and local.isidentifier():
            return f"{prefix}:{local}"
    return iri
