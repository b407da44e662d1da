"""Runs the query, update, syntax and result format tests over HTTP."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import httpx
from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)
from rdflib import RDFS, URIRef

from tests.conformance.comparing import Row, Term, rows_of, same_csv, same_rows, same_triples
from tests.conformance.manifest import MF, QT, UT, Case
from tests.conformance.server import empty, put

_RDF = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".trig": "application/trig",
}
_ROWS = {
    ".srx": "application/sparql-results+xml",
    ".srj": "application/sparql-results+json",
    ".csv": "text/csv",
    ".tsv": "text/tab-separated-values",
}
_RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"


def run(client: httpx.Client, case: Case) -> None:
    """Run a test; `AssertionError` says how it failed."""
    if "Syntax" in case.kind:
        _syntax(client, case)
    elif case.kind == "UpdateEvaluationTest":
        _update(client, case)
    else:
        _query(client, case)


def _syntax(client: httpx.Client, case: Case) -> None:
    file = case.file(case.value(MF.action))  # type: ignore[arg-type]
    text = file.read_text(encoding="utf-8")
    if "Update" in case.kind:
        empty(client)
        answer = client.post("/update", content=text.encode(), headers={"Content-Type": "application/sparql-update"})
        # 409: it was read, and could not be made on an empty store; 403: it was read, and would fetch from elsewhere.
        is_valid = answer.is_success or answer.status_code in (409, 403)
    else:
        answer = client.post("/sparql", content=text.encode(), headers={"Content-Type": "application/sparql-query"})
        # 422: it was read, and uses a function that there is not; 403: it was read, and calls another endpoint.
        is_valid = answer.is_success or answer.status_code in (422, 403)
    assert is_valid == case.kind.startswith("Positive"), f"{answer.status_code} {answer.text[:300]}"


def _query(client: httpx.Client, case: Case) -> None:
    empty(client)
    for data in case.manifest.objects(case.value(MF.action), QT.data):
        _load(client, case, None, data)
    for graph in case.manifest.objects(case.value(MF.action), QT.graphData):
        _load(client, case, str(graph), graph)
    query = case.value(MF.action, QT.query)
    assert query is not None
    text = f"BASE <{query}>\n{case.file(query).read_text(encoding='utf-8')}"
    expected = case.file(case.value(MF.result))  # type: ignore[arg-type]
    accept = _ROWS.get(expected.suffix, "application/sparql-results+json, application/n-triples;q=0.9")
    answer = client.post("/sparql", data={"query": text}, headers={"Accept": accept})
    assert answer.is_success, f"{answer.status_code} {answer.text[:300]}"
    _compare(answer, expected, str(case.value(MF.result)))


def _compare(answer: httpx.Response, expected: Path, base: str) -> None:
    media_type = answer.headers["content-type"].partition(";")[0]
    if expected.suffix == ".csv":
        assert same_csv(answer.text, expected.read_text(encoding="utf-8")), answer.text
    elif media_type == "application/n-triples":
        wanted = parse(expected.read_bytes(), format=_format(expected), base_iri=base)
        assert same_triples(parse(answer.content, format=RdfFormat.N_TRIPLES), wanted), answer.text
    else:
        got = parse_query_results(answer.content, format=QueryResultsFormat.from_media_type(media_type))
        wanted_rows = _expected(expected, base)
        if isinstance(got, QueryBoolean):
            assert bool(got) == wanted_rows, answer.text
        else:
            assert isinstance(got, QuerySolutions)
            assert not isinstance(wanted_rows, bool)
            assert same_rows(rows_of(got), wanted_rows), answer.text


def _expected(file: Path, base: str) -> list[Row] | bool:
    if file.suffix in _ROWS:
        results = parse_query_results(file.read_bytes(), format=QueryResultsFormat.from_media_type(_ROWS[file.suffix]))
        return rows_of(results) if isinstance(results, QuerySolutions) else bool(results)
    # A result set as a graph.
    triples = [
        Triple(each.subject, each.predicate, each.object)
        for each in parse(file.read_bytes(), format=_format(file), base_iri=base)
    ]
    values = {(each.subject, each.predicate.value.removeprefix(_RS)): each.object for each in triples}
    for (_, name), value in values.items():
        if name == "boolean":
            return isinstance(value, Literal) and value.value == "true"
    rows: dict[object, dict[str, Term]] = {
        each.object: {} for each in triples if each.predicate.value == f"{_RS}solution"
    }
    for each in triples:
        if each.predicate.value == f"{_RS}binding" and isinstance(each.object, BlankNode):
            variable = values[each.object, "variable"]
            assert isinstance(variable, Literal)
            rows[each.subject][variable.value] = values[each.object, "value"]
    return list(rows.values())


def _update(client: httpx.Client, case: Case) -> None:
    empty(client)
    action, result = case.value(MF.action), case.value(MF.result)
    for graph, data in _dataset(case, action):
        _load(client, case, graph, data)
    request = case.value(MF.action, UT.request)
    assert request is not None
    text = f"BASE <{request}>\n{case.file(request).read_text(encoding='utf-8')}"
    answer = client.post("/update", data={"update": text})
    assert answer.is_success, f"{answer.status_code} {answer.text[:300]}"
    got = _stored(client)
    wanted: list[Quad] = []
    for graph, data in _dataset(case, result):
        file = case.file(data)  # type: ignore[arg-type]
        wanted += _in(graph, parse(file.read_bytes(), format=_format(file), base_iri=str(data)))
    assert _by_graph(got) == _by_graph(wanted), "other graphs are left"
    for name in _by_graph(wanted):
        assert same_triples(
            [each for each in got if each.graph_name == name], [each for each in wanted if each.graph_name == name]
        ), str(got)


def _dataset(case: Case, node: object) -> list[tuple[str | None, object]]:
    found: list[tuple[str | None, object]] = [(None, data) for data in case.manifest.objects(node, UT.data)]  # type: ignore[arg-type]
    for graph in case.manifest.objects(node, UT.graphData):  # type: ignore[arg-type]
        data, label = case.manifest.value(graph, UT.graph), case.manifest.value(graph, RDFS.label)
        found.append((str(label), data))
    return found


def _by_graph(quads: list[Quad]) -> set[object]:
    return {quad.graph_name for quad in quads}


def _stored(client: httpx.Client) -> list[Quad]:
    """Everything in the store, read back through the graph store protocol."""
    names = client.post("/sparql", data={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).json()
    quads: list[Quad] = []
    graphs: list[str | None] = [None, *(row["g"]["value"] for row in names["results"]["bindings"])]
    for name in graphs:
        where = {"graph": name} if name else {"default": ""}
        answer = client.get("/graphs", params=where, headers={"Accept": "application/n-triples"})
        quads += _in(name, parse(answer.content, format=RdfFormat.N_TRIPLES))
    return quads


def _in(graph: str | None, quads: Iterable[Quad]) -> list[Quad]:
    return [Quad(each.subject, each.predicate, each.object, NamedNode(graph)) if graph else each for each in quads]


def _load(client: httpx.Client, case: Case, graph: str | None, data: object) -> None:
    assert isinstance(data, URIRef)
    file = case.file(data)
    if file.suffix in (".trig", ".nq"):
        media_type = "application/trig" if file.suffix == ".trig" else "application/n-quads"
        client.post("/graphs", content=file.read_bytes(), headers={"Content-Type": media_type}).raise_for_status()
    else:
        put(client, graph, file.read_bytes(), _RDF[file.suffix], base=str(data))


def _format(file: Path) -> RdfFormat:
    found = RdfFormat.from_extension(file.suffix.removeprefix("."))
    assert found is not None
    return found
