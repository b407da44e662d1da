"""Updates and graphs over HTTP: what may be written, by whom, in what form, and when readers see it."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr
from pyoxigraph import RdfFormat, parse

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.query.sample_graph import IRIS, load

TOKEN = "a secret of some length"
TURTLE = "<urn:s> <urn:p> 'text'@en, <<( <urn:a> <urn:b> _:c )>> ."
TYPES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/trig": RdfFormat.TRIG,
    "application/n-quads": RdfFormat.N_QUADS,
}


@pytest.fixture(scope="module")
def writable() -> Iterator[httpx.Client]:
    """A client with the token of a server over the small graph."""
    store = EmbeddedStore()
    load(store)
    settings = Settings(store="memory:", base_iri=IRIS.base, token=SecretStr(TOKEN))
    with connected(settings, store, headers={"Authorization": f"Bearer {TOKEN}"}) as client:
        yield client


def put(client: httpx.Client, body: str, **where: str) -> httpx.Response:
    return client.put("/graphs", params=where, content=body, headers={"Content-Type": "text/turtle"})


def count(client: httpx.Client, pattern: str) -> int:
    answer = client.get("/sparql", params={"query": f"SELECT (COUNT(*) AS ?n) {{ {pattern} }}"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_write_is_seen_by_the_next_query_and_changes_the_tag(writable: httpx.Client) -> None:
    pattern, tags = "GRAPH <urn:counted> { ?s ?p ?o }", set()
    for number in range(5):
        text = f"INSERT DATA {{ GRAPH <urn:counted> {{ <urn:s> <urn:p> {number} }} }}"
        assert writable.post("/update", data={"update": text}).status_code == 204
        assert count(writable, pattern) == number + 1
        tags.add(writable.get("/sparql", params={"query": "ASK {}"}).headers["etag"])
    assert len(tags) == 5


def test_what_has_not_changed_is_not_sent_again(writable: httpx.Client) -> None:
    where = {"query": "ASK { ?s ?p ?o }"}
    first = writable.get("/sparql", params=where)
    again = writable.get("/sparql", params=where, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = writable.get(
        "/sparql", params=where, headers={"If-None-Match": first.headers["etag"], "Accept": "text/csv"}
    )
    assert other.status_code == 200
    writable.post("/update", data={"update": "INSERT DATA { <urn:x> <urn:y> 1 }"})
    assert writable.get("/sparql", params=where, headers={"If-None-Match": first.headers["etag"]}).status_code == 200


def test_an_update_is_whole_or_not_at_all(writable: httpx.Client) -> None:
    text = "INSERT DATA { <urn:half> <urn:p> 1 }; CREATE GRAPH <urn:twice>; CREATE GRAPH <urn:twice>"
    answer = writable.post("/update", data={"update": text})
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (409, "update-failed")
    assert count(writable, "<urn:half> ?p ?o") == 0


def test_a_parameter_that_would_choose_the_graph_is_not_passed_over(writable: httpx.Client) -> None:
    before = count(writable, "GRAPH ?g { ?s ?p ?o }")
    insert = "INSERT { <urn:s> <urn:misnamed> ?o } WHERE { ?s ?p ?o }"
    for name in ("using-graph", "default-graph-uri", "graph"):
        answer = writable.post("/update", data={"update": insert, name: "urn:g"})
        assert (answer.status_code, "using-graph-uri" in answer.json()["hint"]) == (400, True)
    assert writable.post("/update", data={"update": "DELETE DATA { }", "output": "json"}).status_code == 204
    turtle = {"content": TURTLE, "headers": {"Content-Type": "text/turtle"}}
    for path in ("/graphs?grahp=urn:g", "/graphs?context=urn:g", "/graphs/mine?x=1", "/graphs?default&x=1"):
        for method, sent in (("GET", {}), ("PUT", turtle), ("POST", turtle), ("DELETE", {})):
            answer = writable.request(method, path, **sent)  # type: ignore[arg-type]
            assert (answer.status_code, "It takes default, graph." in answer.json()["hint"]) == (400, True)
    assert count(writable, "GRAPH ?g { ?s ?p ?o }") == before
    assert count(writable, "?s <urn:misnamed> ?o") == 0


@pytest.mark.parametrize("path", ["/update", "/graphs?default", "/graphs/mine"])
def test_writing_needs_the_token_and_no_page_elsewhere(writable: httpx.Client, path: str) -> None:
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    extras: list[tuple[dict[str, str], int]] = [
        ({"Authorization": ""}, 401),
        ({"Origin": "https://evil.example"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
    ]
    for extra, status in extras:
        assert writable.post(path, content="update=CLEAR+DEFAULT", headers=form | extra).status_code == status


def test_the_products_graphs_are_read_and_never_written(writable: httpx.Client) -> None:
    facts = IRIS.graph("facts").value
    before = writable.get("/graphs", params={"graph": facts}, headers={"Accept": "application/n-triples"})
    assert before.status_code == 200
    assert before.text
    refused = [
        put(writable, "", graph=facts),
        writable.delete("/graphs", params={"graph": facts}),
        writable.post(
            "/graphs", content=f"<urn:s> <urn:p> <urn:o> <{facts}> .", headers={"Content-Type": "application/n-quads"}
        ),
        writable.post("/update", data={"update": "CLEAR ALL"}),
        writable.post("/update", data={"update": f"CLEAR GRAPH <{facts}>"}),
    ]
    assert [(answer.status_code, bool(answer.json()["hint"])) for answer in refused] == [(403, True)] * 5
    after = writable.get("/graphs", params={"graph": facts}, headers={"Accept": "application/n-triples"})
    assert sorted(after.text.splitlines()) == sorted(before.text.splitlines())


@pytest.mark.parametrize("media_type", TYPES)
def test_rdf_goes_in_and_comes_out_in_every_kind(writable: httpx.Client, media_type: str) -> None:
    simple = "<urn:s> <urn:p> 'text'@en, [ <urn:q> 1.5 ] ."
    assert put(writable, simple, graph="urn:kinds").is_success
    out = writable.get("/graphs", params={"graph": "urn:kinds"}, headers={"Accept": f"{media_type}, */*;q=0.1"})
    assert out.headers["content-type"].partition(";")[0] == media_type
    assert len(list(parse(out.content, format=TYPES[media_type]))) == 3
    back = writable.put(
        "/graphs", params={"graph": "urn:back"}, content=out.content, headers={"Content-Type": media_type}
    )
    assert back.is_success, back.text
    assert count(writable, "GRAPH <urn:back> { ?s <urn:p> ?o, 'text'@en . ?o <urn:q> 1.5 }") == 1


def test_terms_of_rdf_1_2_survive(writable: httpx.Client) -> None:
    assert put(writable, TURTLE, graph="urn:terms").is_success
    assert count(writable, "GRAPH <urn:terms> { ?s ?p <<( <urn:a> <urn:b> ?c )>> }") == 1


@pytest.mark.parametrize(
    ("body", "media_type", "where", "status"),
    [
        ("<urn:s> <urn:p>", "text/turtle", {"default": ""}, 400),
        ("<urn:s> <urn:p> 1 .", "text/plain", {"default": ""}, 415),
        ("<urn:s> <urn:p> 1 .", "text/turtle", {}, 400),
        ("<urn:s> <urn:p> 1 .", "text/turtle", {"graph": "relative"}, 400),
        ("<urn:s> <urn:p> 1 .", "text/turtle", {"graph": "urn:g", "default": ""}, 400),
        ("<urn:s> <urn:p> 1 <urn:h> .", "application/n-quads", {"graph": "urn:g"}, 400),
        ('{"@context": "http://127.0.0.1:9/c.jsonld", "@id": "urn:s"}', "application/ld+json", {"default": ""}, 400),
    ],
)
def test_what_cannot_be_stored_is_refused_with_a_reason(
    writable: httpx.Client, body: str, media_type: str, where: dict[str, str], status: int
) -> None:
    answer = writable.put("/graphs", params=where, content=body, headers={"Content-Type": media_type})
    assert (answer.status_code, bool(answer.json()["hint"])) == (status, True), answer.text


def test_queries_that_are_ended_say_so_and_a_full_queue_says_when_to_come_again() -> None:
    store = EmbeddedStore()
    load(store)
    endless = "SELECT (COUNT(*) AS ?n) { GRAPH ?a { ?b ?c ?d } GRAPH ?e { ?f ?g ?h } GRAPH ?i { ?j ?k ?l } }"
    settings = Settings(store="memory:", base_iri=IRIS.base, query_seconds=1, query_workers=1, query_rows=3)
    with connected(settings, store) as client:
        ended = client.get("/sparql", params={"query": endless})
        assert (ended.status_code, ended.json()["type"].rpartition("#")[2]) == (504, "query-timeout")
        large = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o } LIMIT 4", "format": "tsv"})
        assert (large.status_code, large.json()["type"].rpartition("#")[2]) == (422, "result-too-large")
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200


def test_a_plain_server_has_no_graph_that_may_not_be_written_and_none_of_the_products_resources() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore(), plain=True) as client:
        facts = IRIS.graph("facts").value
        assert put(client, "<urn:s> <urn:p> 1 .", graph=facts).status_code == 201
        assert client.post("/update", data={"update": "DROP ALL"}).status_code == 204
        assert client.get("/graphs", params={"graph": facts}).status_code == 404
        assert client.get("/entities").status_code == 404
        assert client.get("/sparql", params={"query": "ASK { ?s a cg:Company }"}).status_code == 400
