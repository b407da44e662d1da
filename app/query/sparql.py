"""Runs a SPARQL query over the plain graphs, or over the dataset that it names, and writes the result in a format.

A query without FROM reads the facts, what rules derive from them, the entities and the user's own default graph. All
named graphs, those of hearsay and plans included, can be asked for with GRAPH.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat

from app.errors import InvalidQuery, UnknownFormat
from app.graphs import PLAIN_GRAPHS
from app.query.rdf import rdf_bytes
from app.query.sparql_gate import CheckedQuery, Form, check_query, with_prefixes
from app.query.table import as_table
from app.store.base import QueryResult, Store
from app.vocab import PREFIXES, Iris


@dataclass(frozen=True)
class SparqlResult:
    """The body of an answer and its media type."""

    body: bytes
    media_type: str


@dataclass(frozen=True)
class ResultFormat:
    """A format that results come in, by the name that commands use and by its media type."""

    name: str
    media_type: str
    write: Callable[[QueryResult], bytes]


def _rows(name: str, format_: QueryResultsFormat) -> ResultFormat:
    def write(result: QueryResult) -> bytes:
        assert isinstance(result, QuerySolutions | QueryBoolean)  # noqa: S101
        return result.serialize(format=format_) or b""

    return ResultFormat(name, format_.media_type, write)


def _triples(name: str, format_: RdfFormat) -> ResultFormat:
    def write(result: QueryResult) -> bytes:
        assert not isinstance(result, QuerySolutions | QueryBoolean)  # noqa: S101
        return rdf_bytes(result, format_)

    return ResultFormat(name, format_.media_type, write)


ROW_FORMATS: Mapping[str, ResultFormat] = {
    each.name: each
    for each in (
        _rows("json", QueryResultsFormat.JSON),
        _rows("xml", QueryResultsFormat.XML),
        _rows("csv", QueryResultsFormat.CSV),
        _rows("tsv", QueryResultsFormat.TSV),
        ResultFormat("table", "text/plain; charset=utf-8", as_table),
    )
}
"""What SELECT and ASK can answer in; the first is the default."""

GRAPH_FORMATS: Mapping[str, ResultFormat] = {
    each.name: each
    for each in (
        _triples("turtle", RdfFormat.TURTLE),
        _triples("ntriples", RdfFormat.N_TRIPLES),
        _triples("nquads", RdfFormat.N_QUADS),
        _triples("trig", RdfFormat.TRIG),
        _triples("rdfxml", RdfFormat.RDF_XML),
        _triples("jsonld", RdfFormat.JSON_LD),
    )
}
"""What CONSTRUCT and DESCRIBE can answer in; the first is the default."""


def formats_for(query: str) -> Mapping[str, ResultFormat]:
    """The formats that the answer to a query can take.

    >>> list(formats_for("ASK { ?s ?p ?o }"))
    ['json', 'xml', 'csv', 'tsv', 'table']

    Raises:
        InvalidQuery: it is no query, or one that is refused.
    """
    return _formats(check_query(query))


def run(store: Store, iris: Iris, query: str, accept_format: str | None = None) -> SparqlResult:
    """Evaluate a query and write its result; the format is a name or a media type, or None for the usual one.

    Prefixes that the ontology's users know (`cg:`, `skos:`, `prov:` ...) need not be declared.

    Raises:
        InvalidQuery: it does not parse, or asks for what is refused.
        UnknownFormat: the result cannot be written so.
    """
    checked = check_query(query)
    chosen = _choose(_formats(checked), checked.form, accept_format)
    plain = None if checked.has_dataset else [iris.graph(name) for name in PLAIN_GRAPHS]
    try:
        result = store.query(with_prefixes(checked), default_graphs=plain)
        return SparqlResult(chosen.write(result), chosen.media_type)
    except InvalidQuery as error:
        raise _explained(error, checked) from error
    except (RuntimeError, OSError, ValueError) as error:  # results are made while they are written
        raise InvalidQuery(f"The query cannot be evaluated: {error}.") from error


def _formats(query: CheckedQuery) -> Mapping[str, ResultFormat]:
    return ROW_FORMATS if query.form in (Form.SELECT, Form.ASK) else GRAPH_FORMATS


def _choose(formats: Mapping[str, ResultFormat], form: Form, wanted: str | None) -> ResultFormat:
    if wanted is None:
        return next(iter(formats.values()))
    bare = wanted.partition(";")[0].strip().lower()
    for each in formats.values():
        if bare in (each.name, each.media_type.partition(";")[0]):
            return each
    raise UnknownFormat(f"{form} cannot be answered as {wanted!r}.", hint=f"Use one of {', '.join(formats)}.")


_AT = re.compile(r"error at (\d+):(\d+)")


def _explained(error: InvalidQuery, query: CheckedQuery) -> InvalidQuery:
    """The parser's complaint with its place in the user's own text, and what most likely led to it."""
    at = _AT.search(error.message)
    if at is None:
        return error
    line, column = int(at[1]) - 1, int(at[2])  # one line of prefixes stands before the user's first
    lines = query.text.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    near, rest = text[max(0, column - 15) : column + 15].strip(), [text[column - 1 :], *lines[line:]]
    unknown = sorted(prefix for prefix in query.undeclared if prefix not in PREFIXES)
    hint = f"Look near {near!r}."
    if not "".join(rest).strip():
        hint = "It ends too early: look for a bracket or a quote left open."
    if unknown:
        hint = f"Declare {unknown[0]}: first, as in PREFIX {unknown[0]}: <http://...>."
    return InvalidQuery(f"The query is not valid SPARQL at line {line}, column {column}.", hint=hint)
