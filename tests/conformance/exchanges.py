"""Runs the tests of the two protocols: requests with what has to come back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

import httpx
from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results
from rdflib import RDF, RDFS, Graph, Literal, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from tests.conformance.comparing import same_triples
from tests.conformance.manifest import MF, UT, Case
from tests.conformance.server import empty, put

HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_ROWS = {"application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values"}


@dataclass
class Request:
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""


def run_protocol(client: httpx.Client, case: Case) -> None:
    """A test of the SPARQL Protocol; `/sparql/` stands for the endpoint of queries or of updates."""
    empty(client)
    for data in case.manifest.objects(case.node, UT.graphData):
        file, label = case.manifest.value(data, UT.graph), case.manifest.value(data, RDFS.label)
        assert file is not None
        put(client, str(label), case.file(file).read_bytes(), "application/n-triples")
    for request, expected in _exchanges(case):
        updates = "update" in case.name and _is_update(request)
        request.path = request.path.replace("/sparql/", "/update" if updates else "/sparql", 1)
        answer = _send(client, request)
        _check_status(case.manifest, expected, answer)
        _check_format(case.manifest, expected, answer)


def _is_update(request: Request) -> bool:
    """Whether a request of an update test is the update, or the query that looks at what it did."""
    return request.headers.get("content-type") != "application/sparql-query" and "query=" not in (
        request.path + request.body.decode("latin-1")
    )


def run_graph_store(client: httpx.Client, case: Case) -> None:
    """A test of the Graph Store Protocol; `/gsp` stands for `/graphs`."""
    empty(client)
    location = ""
    for request, expected in _exchanges(case):
        request.path = request.path.replace("/gsp", "/graphs", 1).replace("$LOCATION$", quote(location, safe=""))
        answer = _send(client, request)
        _check_status(case.manifest, expected, answer)
        if case.manifest.value(expected, MF.expectedLocation) is not None:
            location = answer.headers["location"]
        body = case.manifest.value(expected, HT.body)
        if body is not None and request.method != "HEAD":
            assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
            _check_graph(answer, str(case.manifest.value(body, CNT.chars)))


def run_description(client: httpx.Client, case: Case) -> None:
    """A test of the service description."""
    answer = client.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.status_code == 200
    graph = Graph().parse(data=answer.text, format="turtle")
    services = list(graph.subjects(RDF.type, SD.Service))
    assert len(services) == 1
    [endpoint] = graph.objects(services[0], SD.endpoint)
    assert str(endpoint) == f"{str(client.base_url).rstrip('/')}/sparql"
    known = {"SPARQL10Query", "SPARQL11Query", "SPARQL11Update"}
    assert {str(each).removeprefix(str(SD)) for each in graph.objects(services[0], SD.supportedLanguage)} <= known
    for dataset in graph.objects(services[0], SD.defaultDataset):
        assert (dataset, RDF.type, SD.Dataset) in graph
        assert (graph.value(dataset, SD.defaultGraph), RDF.type, SD.Graph) in graph


# --- the manifest's exchanges ----------------------------------------------------------------------------------------


def _exchanges(case: Case) -> list[tuple[Request, Node]]:
    """Each request with the node of its expected response."""
    graph, found = case.manifest, []
    requests = case.value(MF.action, HT.requests)
    assert requests is not None
    for node in Collection(graph, requests):
        headers = graph.value(node, HT.headers)
        fields = [] if headers is None else list(Collection(graph, headers))
        response = graph.value(node, HT.resp)
        assert response is not None
        request = Request(
            str(graph.value(node, HT.methodName)),
            str(graph.value(node, HT.absolutePath)),
            {str(graph.value(each, HT.fieldName)): str(graph.value(each, HT.fieldValue)) for each in fields},
            _body(graph, graph.value(node, HT.body)),
        )
        found.append((request, response))
    return found


def _body(graph: Graph, node: Node | None) -> bytes:
    if node is None:
        return b""
    text, encoding = str(graph.value(node, CNT.chars)), str(graph.value(node, CNT.characterEncoding))
    if text.startswith("--"):  # the lines of a multipart body end in CR LF, which the Turtle file lost
        text = re.sub(r"\r?\n", "\r\n", text)
    return text.encode(encoding)


def _send(client: httpx.Client, request: Request) -> httpx.Response:
    built = client.build_request(request.method, request.path, headers=request.headers, content=request.body or None)
    return client.send(built, follow_redirects=True)


def _check_status(graph: Graph, expected: Node, answer: httpx.Response) -> None:
    names = [str(each).rpartition("#")[2] for each in graph.objects(expected, MF.expectedStatus)]
    allowed = set()
    for name in names:
        family = re.fullmatch(r"StatusCode(\d)xx", name)
        allowed |= {*range(int(family[1]) * 100, int(family[1]) * 100 + 100)} if family else {_STATUS[name]}
    assert answer.status_code in allowed, f"{answer.status_code}, not {names}: {answer.text[:300]}"


def _check_format(graph: Graph, expected: Node, answer: httpx.Response) -> None:
    media_type = answer.headers.get("content-type", "").partition(";")[0]
    wanted = graph.value(expected, MF.expectedFormat)
    if wanted == Literal("RDF"):
        format_ = RdfFormat.from_media_type(media_type)
        assert format_ is not None
        list(parse(answer.content, format=format_))
    elif wanted is not None:
        assert media_type in _ROWS
    truth = graph.value(expected, MF.expectedBoolean)
    if truth is not None:
        results = parse_query_results(answer.content, format=QueryResultsFormat.from_media_type(media_type))
        assert bool(results) == bool(truth), answer.text


def _check_graph(answer: httpx.Response, turtle: str) -> None:
    got = parse(answer.content, format=RdfFormat.TURTLE, base_iri=str(answer.url))
    assert same_triples(got, parse(turtle.encode(), format=RdfFormat.TURTLE, base_iri=str(answer.url))), answer.text


# --- the older tests, as text ----------------------------------------------------------------------------------------


class OldGraphStore:
    """The tests of http-rdf-update: prose that shows a request and its response. Each goes on where the last ended."""

    def __init__(self, client: httpx.Client) -> None:
        self._client = client
        self._new = ""
        empty(client)
        # A graph that the tests take to be there, and never make.
        client.put("/graphs/person/2.ttl", content=b"", headers={"Content-Type": "text/turtle"}).raise_for_status()

    def run(self, case: Case) -> None:
        """Send what a test shows, and compare what comes back; 200 and 204 say the same where there is no body."""
        comment = next(
            str(each) for each in case.manifest.objects(case.node, RDFS.comment) if "#### Request" in str(each)
        )
        shown = comment.replace("$GRAPHSTORE$", "graphs").replace("$HOST$", self._client.base_url.netloc.decode())
        shown = shown.replace("$NEWPATH$", self._new or "$NEWPATH$")
        asked, _, expected = shown.partition("#### Response")
        request = _shown_request(asked)
        request.path = "/" + request.path.lstrip("/") if not request.path.startswith("http") else request.path
        answer = _send(self._client, request)
        lines = _trimmed(expected)
        status = int(lines[0].split()[0])
        allowed = {200, 204} if status == 200 and len(lines) == 1 else {status}
        assert answer.status_code in allowed, f"{answer.status_code}, not {status}: {answer.text[:300]}"
        if "Location: $NEWPATH$" in lines:
            self._new = answer.headers["location"]
        turtle = "\n".join(lines[lines.index("") + 1 :]) if "" in lines else ""
        if turtle.strip() and request.method != "HEAD":
            assert answer.headers["content-type"] == "text/turtle; charset=utf-8"
            _check_graph(answer, turtle)


def _trimmed(shown: str) -> list[str]:
    lines = [line.removeprefix("    ").rstrip() for line in shown.splitlines()]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _shown_request(shown: str) -> Request:
    lines = _trimmed(shown.replace("#### Request", ""))
    method, path, *_ = lines[0].split()
    end = lines.index("") if "" in lines else len(lines)
    headers = dict(line.split(": ", 1) for line in lines[1:end])
    headers.pop("Host", None)
    # Some of the bodies have lost the dot at their end, without which they are no Turtle.
    body = re.sub(r'(?m)^(<\S+> \S+ "[^"]*")$', r"\1 .", "\n".join(lines[end + 1 :]))
    if headers.get("Content-Type", "").startswith("multipart"):
        body = body.replace("\n", "\r\n") + "\r\n"
    headers.pop("Content-Length", None)
    return Request(method, path, headers, body.encode())
