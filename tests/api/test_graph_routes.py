"""The graph as RDF over HTTP: SPARQL, nodes, the ontology, and the pages."""

from __future__ import annotations

import re
from typing import Any

import httpx
import pytest
import rdflib
from pyoxigraph import QueryResultsFormat, QuerySolutions, RdfFormat, parse, parse_query_results

from tests.query import sample_graph as sample
from tests.query.sample_graph import META

# rdflib's JSON-LD parser makes one.
rdflib_reads_jsonld = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SELECT = "SELECT ?name WHERE { ?company a cg:Company ; skos:prefLabel ?name } ORDER BY ?name"
CONSTRUCT = "CONSTRUCT { ?s skos:prefLabel ?name } WHERE { ?s skos:prefLabel ?name }"


@pytest.mark.parametrize(
    ("accept", "format_name"),
    [
        ("application/sparql-results+json", "json"),
        ("application/json", "json"),
        ("application/sparql-results+xml", "xml"),
        ("text/csv", "csv"),
        ("text/tab-separated-values", "tsv"),
        ("text/csv;q=0.2, text/tab-separated-values;q=0.9", "tsv"),
        ("text/html,*/*;q=0.8", "json"),
    ],
)
def test_results_come_in_the_format_asked_for(reading: httpx.Client, accept: str, format_name: str) -> None:
    by_header = reading.get("/sparql", params={"query": SELECT}, headers={"Accept": accept})
    by_name = reading.get("/sparql", params={"query": SELECT, "format": format_name})
    assert by_header.status_code == 200, by_header.text
    assert by_header.content == by_name.content
    assert by_header.headers["content-type"] == by_name.headers["content-type"]
    media_type = by_header.headers["content-type"].partition(";")[0]
    if format_name in ("json", "xml"):
        solutions = parse_query_results(by_header.content, QueryResultsFormat.from_media_type(media_type))
        assert isinstance(solutions, QuerySolutions)
        assert [row["name"].value for row in solutions] == ["Meta", "Scale AI"]
    else:
        assert "Scale AI" in by_header.text


@pytest.mark.parametrize(
    "accept", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_graphs_come_in_the_format_asked_for(reading: httpx.Client, accept: str) -> None:
    answer = reading.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    format_ = RdfFormat.from_media_type(accept)
    assert len(list(parse(answer.content, format_))) == len(sample.ENTITIES)


def test_what_cannot_be_answered_in_the_accepted_types_is_refused(reading: httpx.Client) -> None:
    assert reading.get("/sparql", params={"query": SELECT}, headers={"Accept": "text/turtle"}).status_code == 406
    assert reading.get("/sparql", params={"query": CONSTRUCT}, headers={"Accept": "text/csv"}).status_code == 406


def test_a_query_may_be_posted_as_a_form_or_as_it_is(reading: httpx.Client) -> None:
    expected = reading.get("/sparql", params={"query": SELECT}).json()
    assert reading.post("/sparql", data={"query": SELECT}).json() == expected
    body = {"content": SELECT.encode(), "headers": {"Content-Type": "application/sparql-query; charset=utf-8"}}
    assert reading.post("/sparql", **body).json() == expected  # type: ignore[arg-type]
    assert reading.post("/sparql", data={"query": SELECT, "format": "csv"}).text.split() == [
        "name",
        "Meta",
        "Scale",
        "AI",
    ]


@pytest.mark.parametrize(
    "name", ["graph", "default-graph", "default_graph_uri", "Named-Graph-URI", "using-graph-uri", "formta", "Format"]
)
def test_a_parameter_that_would_choose_what_is_read_is_not_passed_over(reading: httpx.Client, name: str) -> None:
    for answer in (
        reading.get("/sparql", params={"query": SELECT, name: "csv"}),
        reading.post("/sparql", data={"query": SELECT, name: "csv"}),
        reading.post("/sparql", params={name: "csv"}, data={"query": SELECT}),
    ):
        assert answer.status_code == 400
        assert f"/sparql has no parameter '{name}'" in answer.json()["detail"]
        assert "default-graph-uri" in answer.json()["hint"]


@pytest.mark.parametrize(
    ("query", "formats", "media_type"),
    [
        (CONSTRUCT, ["xml"], "application/rdf+xml"),
        (CONSTRUCT, ["rdf+xml", "application/rdf+xml"], "application/rdf+xml"),
        (CONSTRUCT, ["RDF"], "application/rdf+xml"),
        (CONSTRUCT, ["json-ld", "application/ld+json,application/x-json+ld"], "application/ld+json"),
        (CONSTRUCT, ["json"], "application/ld+json"),
        (CONSTRUCT, ["n3"], "text/turtle"),
        (CONSTRUCT, ["application/n-quads"], "application/n-quads"),
        (SELECT, ["tsv", "text/tab-separated-values"], "text/tab-separated-values"),
        (SELECT, ["application/json"], "application/sparql-results+json"),
        (SELECT, ["CSV"], "text/csv"),
    ],
)
def test_formats_have_the_names_that_clients_ask_for(
    reading: httpx.Client, query: str, formats: list[str], media_type: str
) -> None:
    for answer in (
        reading.get("/sparql", params={"query": query, "format": formats}),
        reading.post("/sparql", data={"query": query, "format": formats}, headers={"Accept": "image/png"}),
    ):
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"].partition(";")[0] == media_type


def test_a_format_that_is_none_or_two_is_refused(reading: httpx.Client) -> None:
    for query, formats, status in (
        (SELECT, ["turtle"], 406),
        (SELECT, ["rdf+xml", "application/rdf+xml"], 406),
        (CONSTRUCT, ["csv"], 406),
        (CONSTRUCT, ["image/png"], 406),
        (SELECT, [""], 406),
        (SELECT, ["csv", "tsv"], 400),
        (CONSTRUCT, ["turtle", "application/n-triples"], 400),
    ):
        answer = reading.get("/sparql", params={"query": query, "format": formats})
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_what_clients_send_to_every_service_is_passed_over(reading: httpx.Client) -> None:
    more = {"output": "json", "results": "json", "timeout": "0", "infer": "true", "queryLn": "SPARQL", "debug": "on"}
    expected = reading.get("/sparql", params={"query": SELECT})
    assert expected.status_code == 200
    assert reading.get("/sparql", params={"query": SELECT, **more}).json() == expected.json()
    assert reading.post("/sparql", data={"query": SELECT, **more}).json() == expected.json()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"query=", "text/plain"),
        (b"format=json", "application/x-www-form-urlencoded"),
        (b"\xff", "application/sparql-query"),
    ],
)
def test_a_body_without_a_query_is_refused(reading: httpx.Client, content: bytes, media_type: str) -> None:
    answer = reading.post("/sparql", content=content, headers={"Content-Type": media_type})
    assert answer.status_code == 400
    assert answer.json()["hint"]


@pytest.mark.parametrize("extra", ["query=ASK%20%7B%7D", "format=csv&format=json", "default-graph-uri=no%20iri"])
def test_a_request_that_asks_for_two_things_or_for_what_is_no_graph_is_refused(
    reading: httpx.Client, extra: str
) -> None:
    answer = reading.get(f"/sparql?query=ASK%20%7B%7D&{extra}")
    assert answer.status_code == 400
    assert answer.json()["hint"]


def test_a_head_request_gets_the_headers_alone(reading: httpx.Client) -> None:
    for path in ("/", "/facts", "/ontology", "/sparql?query=ASK%20%7B%7D"):
        answer = reading.head(path)
        assert (answer.status_code, answer.content) == (200, b"")
    assert reading.head("/nowhere").status_code == 404


def test_a_plain_query_matches_no_hearsay(reading: httpx.Client) -> None:
    query = "ASK { ?fact cg:relation cg:consideringAlternativesTo }"
    assert reading.get("/sparql", params={"query": query}).json()["boolean"] is False


@rdflib_reads_jsonld
@pytest.mark.parametrize(
    "accept", ["*/*", "text/turtle", "application/ld+json", "application/n-triples", "application/rdf+xml"]
)
def test_a_node_is_described_in_rdf(reading: httpx.Client, accept: str) -> None:
    answer = reading.get(f"/id/{META}", headers={"Accept": accept})
    assert answer.status_code == 200
    media_type = answer.headers["content-type"].partition(";")[0]
    graph = rdflib.Graph().parse(data=answer.content, format=media_type)
    node = rdflib.URIRef(f"https://example.org/id/{META}")
    assert graph.value(node, rdflib.SKOS.prefLabel) == rdflib.Literal("Meta")


def test_a_claims_node_comes_with_its_evidence(reading: httpx.Client) -> None:
    answer = reading.get(f"/id/claim/{sample.LEFT.id}")
    assert sample.LEFT.evidence[0].text in answer.text


BROWSER, JSON = "text/html,application/xml;q=0.9,*/*;q=0.8", "application/json"


@pytest.mark.parametrize(
    ("name", "accept", "path"),
    [
        (META, BROWSER, f"/explore/entities/{META}"),
        (META, JSON, f"/entities/{META}"),
        (f"claim/{sample.LEFT.id}", BROWSER, f"/claims/{sample.LEFT.id}"),
        (f"fact/{sample.TENURE.id}", BROWSER, f"/facts/{sample.TENURE.id}"),
        (f"article/{sample.LEAVES.article.id}", BROWSER, f"/explore/articles/{sample.LEAVES.article.id}"),
        (f"article/{sample.LEAVES.article.id}", JSON, f"/articles/{sample.LEAVES.article.id}"),
    ],
)
def test_a_browser_is_led_to_the_page_and_a_program_to_the_resource(
    reading: httpx.Client, name: str, accept: str, path: str
) -> None:
    answer = reading.get(f"/id/{name}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, path)
    assert reading.get(path).status_code == 200


@rdflib_reads_jsonld
def test_the_ontology(reading: httpx.Client) -> None:
    turtle = reading.get("/ontology")
    assert turtle.headers["content-type"].startswith("text/turtle")
    jsonld = reading.get("/ontology", headers={"Accept": "application/ld+json"})
    size = len(rdflib.Graph().parse(data=turtle.text, format="turtle"))
    assert len(rdflib.Graph().parse(data=jsonld.text, format="json-ld")) == size > 100


def test_the_docs_name_every_operation_and_need_nothing_from_elsewhere(reading: httpx.Client) -> None:
    document = reading.get("/openapi.json").json()
    page = reading.get("/docs")
    for path, methods in document["paths"].items():
        assert path in page.text
        for operation in methods.values():
            assert operation["summary"]
            assert f'id="{operation["operationId"]}"' in page.text
    assert "<script" not in page.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page.text)
    assert "default-src 'none'" in page.headers["content-security-policy"]


def test_the_document_is_exact_about_errors_and_tokens(reading: httpx.Client) -> None:
    document = reading.get("/openapi.json").json()
    assert "HTTPValidationError" not in document["components"]["schemas"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            assert "application/problem+json" in operation["responses"]["400"]["content"]
            assert "default" not in operation["responses"]  # every status is documented by itself
            writes = (path, method) in {
                ("/articles", "post"),
                ("/articles/{article_id}", "delete"),
                ("/jobs", "post"),
                ("/jobs/{job_id}", "delete"),
                ("/rebuild", "post"),
                ("/entities/merge", "post"),
                ("/entities/split", "post"),
                ("/restore", "post"),
                ("/rulings", "post"),
                ("/rulings/{ruling_id}", "delete"),
                ("/update", "post"),
                ("/graphs", "put"),
                ("/graphs", "post"),
                ("/graphs", "delete"),
            }
            assert ("security" in operation) == writes


def test_every_parameter_and_field_is_explained(reading: httpx.Client) -> None:
    document = reading.get("/openapi.json").json()
    mute = [
        f"{method} {path} {parameter['name']}"
        for path, methods in document["paths"].items()
        for method, operation in methods.items()
        for parameter in operation.get("parameters", ())
        if not (parameter.get("description") and says_how(parameter["schema"]))
    ]
    mute += [
        f"{model}.{name}"
        for model, schema in document["components"]["schemas"].items()
        for name, declared in schema.get("properties", {}).items()
        if not declared.get("description")
    ]
    assert mute == []


def says_how(schema: dict[str, Any]) -> bool:
    """Whether one sees how a parameter is written: by an example, or by all that it can be."""
    listed = any("enum" in each or "$ref" in each for each in (schema, *schema.get("anyOf", ())))
    return listed or schema.get("type") == "boolean" or bool(schema.get("examples"))


def test_the_start_page_links_to_what_is_there(reading: httpx.Client) -> None:
    page = reading.get("/")
    links = set(re.findall(r'href="([^"]+)"', page.text))
    assert "/docs" in links
    for link in links:
        assert reading.get(link).status_code == 200, link
