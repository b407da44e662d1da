"""Evaluates a SPARQL query over the plain graphs, or over the dataset that it names, and writes the result in a format.

A query without FROM reads the facts, what rules derive from them, the entities and the user's own default graph. All
named graphs, those of hearsay and plans included, can be asked for with GRAPH.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, parse_query_results

from app.errors import InvalidQuery, QueryFailed, ResultTooLarge, UnknownFormat
from app.graphs import PLAIN_GRAPHS
from app.query.rdf import rdf_bytes
from app.query.sink import Sink
from app.query.sparql_gate import CheckedQuery, Form, check_query, with_prologue
from app.query.table import as_table
from app.store.base import Dataset, QueryResult, Store
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
    write: Callable[[QueryResult, Sink], bytes]
    count: Callable[[bytes], int] = lambda _: 0
    least: int = 0
    """How many rows a body has, and how many bytes the shortest row takes: counting is for what could be too many."""


def _rows(format_: QueryResultsFormat, name: str, count: Callable[[bytes], int], least: int) -> ResultFormat:
    def write(result: QueryResult, sink: Sink) -> bytes:
        assert isinstance(result, QuerySolutions | QueryBoolean)  # noqa: S101
        result.serialize(sink, format=format_)
        return sink.body()

    return ResultFormat(name, format_.media_type, write, count, least)


def _json_rows(body: bytes) -> int:
    results = parse_query_results(body, format=QueryResultsFormat.JSON)
    return sum(1 for _ in results) if isinstance(results, QuerySolutions) else 0


def _csv_rows(body: bytes) -> int:
    return sum(1 for _ in csv.reader(io.StringIO(body.decode(), newline=""))) - 1


def _table(result: QueryResult, sink: Sink) -> bytes:
    sink.write(as_table(result))
    return sink.body()


def _triples(name: str, format_: RdfFormat) -> ResultFormat:
    def write(result: QueryResult, sink: Sink) -> bytes:
        assert not isinstance(result, QuerySolutions | QueryBoolean)  # noqa: S101
        return rdf_bytes(result, format_, sink)

    return ResultFormat(name, format_.media_type, write)


ROW_FORMATS: Mapping[str, ResultFormat] = {
    each.name: each
    for each in (
        _rows(QueryResultsFormat.JSON, "json", _json_rows, len("{},")),
        _rows(QueryResultsFormat.XML, "xml", lambda body: body.count(b"<result>"), len("<result></result>")),
        _rows(QueryResultsFormat.CSV, "csv", _csv_rows, 2),
        _rows(QueryResultsFormat.TSV, "tsv", lambda body: body.count(b"\n") - 1, 1),
        ResultFormat("table", "text/plain; charset=utf-8", _table),
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


@dataclass(frozen=True)
class SparqlRequest:
    """A query, and how it is to be answered: everything that evaluating it needs besides a store."""

    query: str
    row_format: str | None = "json"
    graph_format: str | None = "turtle"
    """Names of the formats for rows and for triples; None where whoever asks takes none that there is."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    """The dataset that the protocol names; it comes before what the query says."""
    usual_graphs: tuple[str, ...] | None = None
    """What is read together with the store's default graph where neither names a dataset."""
    base: str | None = None
    known_prefixes: bool = True
    """Whether prefixes that the ontology's users know need not be declared."""
    service_hosts: tuple[str, ...] = ()
    """The hosts that SERVICE may call."""
    max_rows: int | None = None
    max_bytes: int | None = None


def formats_for(query: str) -> Mapping[str, ResultFormat]:
    """The formats that the answer to a query can take.

    >>> list(formats_for("ASK { ?s ?p ?o }"))
    ['json', 'xml', 'csv', 'tsv', 'table']

    Raises:
        InvalidQuery: it is no query, or one that is refused.
    """
    return _formats(check_query(query))


def run(store: Store, iris: Iris, query: str, accept_format: str | None = None) -> SparqlResult:
    """Evaluate a query over the product's graphs and write its result.

    The format is a name or a media type, or None for the usual one.

    Raises:
        InvalidQuery: it does not parse, or asks for what is refused.
        UnknownFormat: the result cannot be written so.
    """
    checked = check_query(query)
    chosen = _choose(_formats(checked), checked.form, accept_format)
    return _evaluate(store, SparqlRequest(query, usual_graphs=usual_graphs(iris)), checked, chosen)


def usual_graphs(iris: Iris) -> tuple[str, ...]:
    """The product's graphs that a query reads unless it names others."""
    return tuple(iris.graph(name).value for name in PLAIN_GRAPHS)


def evaluate(store: Store, request: SparqlRequest) -> SparqlResult:
    """Evaluate a query as a request says.

    Raises:
        InvalidQuery: it does not parse, or asks for what is refused.
        UnknownFormat: the result cannot be written in a format that is accepted.
        ResultTooLarge: it has more rows or bytes than are allowed.
    """
    checked = check_query(request.query, request.service_hosts)
    formats = _formats(checked)
    name = request.row_format if formats is ROW_FORMATS else request.graph_format
    if name is None:
        offered = ", ".join(each.media_type for each in formats.values())
        raise UnknownFormat(f"{checked.form} has no answer in what is accepted.", hint=f"Accept one of {offered}.")
    return _evaluate(store, request, checked, _choose(formats, checked.form, name))


def _evaluate(store: Store, request: SparqlRequest, checked: CheckedQuery, chosen: ResultFormat) -> SparqlResult:
    dataset = None
    if request.default_graphs or request.named_graphs:
        dataset = Dataset(as_iris(request.default_graphs), as_iris(request.named_graphs))
    usual = None if checked.has_dataset or request.usual_graphs is None else as_iris(request.usual_graphs)
    try:
        text = with_prologue(checked, PREFIXES if request.known_prefixes else {}, request.base)
        result = store.query(text, default_graphs=usual, dataset=dataset)
        body = chosen.write(result, Sink(request.max_bytes))
    except InvalidQuery as error:
        raise _explained(error, checked) from error
    except (RuntimeError, OSError, ValueError) as error:  # results are made while they are written
        raise QueryFailed(f"The query cannot be evaluated: {error}.") from error
    if request.max_rows is not None and len(body) > request.max_rows * chosen.least:
        _refuse_many(chosen.count(body), request.max_rows)
    return SparqlResult(body, chosen.media_type)


def _refuse_many(rows: int, most: int) -> None:
    if rows > most:
        raise ResultTooLarge(f"The answer has more than {most:,} rows.", hint="Ask for less, with LIMIT for one.")


def as_iris(texts: tuple[str, ...]) -> list[NamedNode]:
    """Texts as the IRIs of graphs.

    Raises:
        InvalidQuery: one is none.
    """
    try:
        return [NamedNode(text) for text in texts]
    except ValueError as error:
        raise InvalidQuery(f"A graph is named by what is no IRI: {error}.", hint="Give an absolute IRI.") from error


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
