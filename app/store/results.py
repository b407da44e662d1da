"""Reads what an endpoint answers, whole or not at all, into the types that the embedded store answers with."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pyoxigraph
from pyoxigraph import (
    DefaultGraph,
    Literal,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
)

from app.errors import StoreError
from app.store.dialect import Dialect

ROWS = "application/sparql-results+json"
TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


def read_rows(response: httpx.Response, dialect: Dialect) -> QuerySolutions:
    """The solutions of a SELECT.

    Raises:
        StoreError: the answer is broken off, or the server has cut it.
    """
    if limit := response.headers.get("x-sparql-maxrows"):
        raise StoreError(
            f"The store at {response.url} cuts every answer at {limit} rows, and this one is longer.",
            hint="Raise ResultSetMaxRows in its virtuoso.ini.",
        )
    content = response.content
    if dialect.datatypes:
        content = json.dumps(_mended(_document(response), dialect)).encode()
    try:
        for _ in _solutions(content):  # they are parsed while they are read, and by then it is too late to fail
            pass
        return _solutions(content)
    except (SyntaxError, ValueError) as error:
        raise _broken(response, error) from error


def read_truth(response: httpx.Response) -> QueryBoolean:
    """The answer to an ASK. Virtuoso gives a row for true and none for false, in place of a boolean."""
    document = _document(response)
    results = document.get("results")
    found = document.get("boolean", bool(results["bindings"]) if isinstance(results, dict) else None)
    if not isinstance(found, bool):
        raise _broken(response, ValueError("no boolean"))
    answer = json.dumps({"head": {}, "boolean": found}).encode()
    result = pyoxigraph.parse_query_results(answer, format=QueryResultsFormat.JSON)
    assert isinstance(result, QueryBoolean)  # noqa: S101  (it says so)
    return result


def read_triples(response: httpx.Response, dialect: Dialect) -> QueryTriples:
    """The triples of a CONSTRUCT or DESCRIBE, each once."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip()
    format_ = RdfFormat.from_media_type(media_type) or RdfFormat.N_TRIPLES
    store = pyoxigraph.Store()
    try:
        for quad in pyoxigraph.parse(response.content, format=format_):
            store.add(Quad(quad.subject, quad.predicate, dialect.read(quad.object), DefaultGraph()))
    except (SyntaxError, ValueError) as error:
        raise _broken(response, error) from error
    result = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    assert isinstance(result, QueryTriples)  # noqa: S101  (it is a CONSTRUCT)
    return result


def _solutions(content: bytes) -> QuerySolutions:
    result = pyoxigraph.parse_query_results(content, format=QueryResultsFormat.JSON)
    if not isinstance(result, QuerySolutions):
        raise ValueError("a boolean in place of rows")
    return result


def _document(response: httpx.Response) -> dict[str, Any]:
    try:
        document = json.loads(response.content)
    except ValueError as error:
        raise _broken(response, error) from error
    if not isinstance(document, dict):
        raise _broken(response, ValueError("no object"))
    return document


def _mended(document: dict[str, Any], dialect: Dialect) -> dict[str, Any]:
    """The same rows with every literal as it was before it was written."""
    for row in document.get("results", {}).get("bindings", []):
        for binding in row.values():
            if "datatype" in binding:
                plain = dialect.read(Literal(binding["value"], datatype=pyoxigraph.NamedNode(binding["datatype"])))
                assert isinstance(plain, Literal)  # noqa: S101  (it was one)
                binding |= {"value": plain.value, "datatype": plain.datatype.value}
    return document


def _broken(response: httpx.Response, error: Exception) -> StoreError:
    return StoreError(f"The store at {response.url} gave a broken answer: {error}.", hint="Look into its own log.")
