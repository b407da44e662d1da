"""What every resource does alike: unknown parameters, versions, representations."""

from __future__ import annotations

from collections.abc import Iterable

import httpx
import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, Store, parse

from app.api.orders import FACTS
from app.graphs import INDEX
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from app.vocab import CG
from tests.api.conftest import connected
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, META, load

rdflib_reads_jsonld = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

NODES = [
    (f"/entities/{META}", IRIS.entity(META)),
    (f"/facts/{sample.TENURE.id}", IRIS.fact(sample.TENURE.id)),
    (f"/claims/{sample.LEFT.id}", IRIS.claim(sample.LEFT.id)),
    (f"/articles/{sample.LEAVES.article.id}", IRIS.article(sample.LEAVES.article.id)),
]
LISTS = (
    "/articles /claims /facts /entities /companies /people /vendors /roles /investments /conflicts /changes /rulings"
)


# --- parameters ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [*LISTS.split(), "/search?q=a", f"/entities/{META}", "/health", "/export/dot", "/ask?q=a"]
)
def test_a_parameter_that_does_not_exist_is_refused(reading: httpx.Client, path: str) -> None:
    answer = reading.get(path + ("&" if "?" in path else "?") + "colour=red")
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert "'colour'" in answer.json()["detail"]
    assert "takes" in answer.json()["hint"]


def test_what_was_probably_meant_is_said_and_the_known_ones_are_named(reading: httpx.Client) -> None:
    hint = reading.get("/facts?relatoin=left").json()["hint"]
    assert "'relation' was meant" in hint
    for name in ("as_of", "cursor", "entity", "limit", "scope", "sort", "status", "type"):
        assert name in hint


# --- order -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", LISTS.split())
def test_every_list_says_what_it_can_be_sorted_by_and_keeps_to_it(reading: httpx.Client, path: str) -> None:
    document = reading.get("/openapi.json").json()
    parameters = {each["name"]: each for each in document["paths"][path]["get"]["parameters"]}
    names = parameters["sort"]["schema"]["enum"]
    assert names
    for name in names:
        assert reading.get(path, params={"sort": name}).status_code == 200
    refused = reading.get(path, params={"sort": "colour"})
    assert refused.status_code == 400
    assert names[0] in refused.json()["hint"]


def test_facts_are_sorted_by_date_either_way(reading: httpx.Client) -> None:
    for sort in ("date", "-date"):
        items = reading.get("/facts", params={"sort": sort, "limit": "100"}).json()["items"]
        days = [FACTS.keys["date"](next(f for f in sample.FACTS if f.id == item["id"])) for item in items]
        known = [day for day in days if day]
        assert len(known) >= 2
        assert known == sorted(known, reverse=sort == "-date")
        assert days[: len(known)] == known  # undated ones come last


def test_articles_by_words_and_days(reading: httpx.Client) -> None:
    def published(**parameters: str) -> list[str]:
        return [item["published"] for item in reading.get("/articles", params=parameters).json()["items"]]

    assert published(since="2025-09-01") == ["2025-09-01", "2025-09-03"]
    assert published(until="2025-09-01") == ["2025-08-30", "2025-09-01"]
    assert published(title="leaves head") == ["2025-09-01"]
    assert published(publisher="nobody") == []


# --- versions --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["/facts", f"/entities/{META}", "/search?q=meta", "/export/nquads", f"/id/{META}"])
def test_an_answer_is_not_sent_twice(reading: httpx.Client, path: str) -> None:
    first = reading.get(path)
    tag = first.headers["etag"]
    for given in (tag, f'"other", {tag}'):
        again = reading.get(path, headers={"If-None-Match": given})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert reading.get(path, headers={"If-None-Match": '"other"'}).content == first.content


def test_forms_of_one_thing_have_tags_of_their_own(reading: httpx.Client) -> None:
    tag = reading.get(f"/entities/{META}").headers["etag"]
    answer = reading.get(f"/entities/{META}", headers={"If-None-Match": tag, "Accept": "application/ld+json"})
    assert answer.status_code == 200
    assert answer.headers["etag"] != tag
    assert "Accept" in answer.headers["vary"]


def test_what_is_not_there_or_was_asked_for_wrongly_has_no_version(reading: httpx.Client) -> None:
    for path in ("/facts/none", "/facts?limit=0", "/health"):
        assert "etag" not in reading.get(path, headers={"If-None-Match": "*"}).headers


def test_a_write_makes_a_new_version() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore()) as http:
        tag = http.get("/articles").headers["etag"]
        assert http.post("/articles", json={"text": "Umbra bought Velt."}).status_code == 201
        answer = http.get("/articles", headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert len(answer.json()["items"]) == 1
        assert answer.headers["etag"] != tag


# --- representations -------------------------------------------------------------------------------------------------


@rdflib_reads_jsonld
@pytest.mark.parametrize("form", ["application/ld+json", "application/rdf+xml", "text/turtle"])
@pytest.mark.parametrize(("path", "node"), NODES)
def test_a_thing_comes_as_rdf_that_says_just_what_the_graph_says(
    reading: httpx.Client, path: str, node: NamedNode, form: str
) -> None:
    answer = reading.get(path, headers={"Accept": f"application/json;q=0.5, {form}"})
    assert answer.headers["content-type"].partition(";")[0] == form
    by_us = held(parse(answer.content, RdfFormat.from_media_type(form)))
    by_rdflib = rdflib.Graph().parse(data=answer.content, format=form).serialize(format="nt")
    assert by_us == held(parse(by_rdflib.encode(), RdfFormat.N_TRIPLES)) == said_of(node)


def test_jsonld_has_a_context_and_begins_with_the_thing_itself(reading: httpx.Client) -> None:
    path, node = NODES[0]
    document = reading.get(path, headers={"Accept": "application/ld+json"}).json()
    assert document["@context"]["cg"] == CG
    assert document["@graph"][0]["@id"] == node.value
    assert document["@graph"][0]["skos:prefLabel"] == ["Meta"]


def held(quads: Iterable[Quad]) -> set[str]:
    """Triples as a store holds them, whatever form their numbers were written in."""
    store = Store()
    store.extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return {str(quad) for quad in store}


def said_of(node: NamedNode) -> set[str]:
    """What the graph says of a thing and its parts; of an article, all that it says."""
    store = EmbeddedStore()
    load(store)
    if node.value.startswith(IRIS.article("").value):
        return held(store.quads(graph=IRIS.article_graph(node.value.rpartition("/")[2])))
    index = IRIS.graph(INDEX)
    return held(
        quad
        for quad in store.quads()
        if quad.graph_name != index
        and isinstance(quad.subject, NamedNode)
        and (quad.subject == node or quad.subject.value.startswith(f"{node.value}#"))
    )


@pytest.mark.parametrize(("path", "_"), NODES)
def test_and_as_json_to_the_rest(reading: httpx.Client, path: str, _: object) -> None:
    for accept in ("application/json", "*/*", "text/html, */*;q=0.1"):
        assert reading.get(path, headers={"Accept": accept}).headers["content-type"] == "application/json"
    assert reading.get(path, headers={"Accept": "image/png"}).status_code == 406


def test_an_article_as_rdf_is_its_whole_graph(reading: httpx.Client) -> None:
    answer = reading.get(f"/articles/{sample.LEAVES.article.id}", headers={"Accept": "application/n-triples"})
    for claim in (sample.LEFT, sample.INVESTED):
        assert IRIS.claim(claim.id).value in answer.text
