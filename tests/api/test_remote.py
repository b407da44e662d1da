"""The product over HTTP with its graph on another SPARQL server: everything works, and a list costs few requests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import networkx as nx
import pytest

from app.settings import Settings
from app.store import endpoint as endpoint_module
from app.store.access import Access
from app.store.endpoint import Endpoint
from app.store.remote import RemoteStore
from app.vocab import Iris
from tests.api.conftest import connected
from tests.api.test_jobs import FRONT, files, watched
from tests.query import sample_graph as sample
from tests.query.sample_graph import IRIS, META, load
from tests.store.endpoints import Running, oxigraph
from tests.store.faults import Answer, way_to

LISTS = (
    "/articles /claims /facts /entities /entities?type=Agent /people /vendors /roles /investments /conflicts".split()
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Oxigraph's own server."""
    with oxigraph(tmp_path_factory.mktemp("remote") / "data") as running:
        yield running


@contextmanager
def product(url: str, base: str = Iris().base) -> Iterator[httpx.Client]:
    """A client of our server whose graph lies at a URL."""
    with connected(Settings(store=url, base_iri=base), RemoteStore(url, Access())) as client:
        yield client


def facts_of(client: httpx.Client) -> set[str]:
    return {item["id"] for item in client.get("/facts", params={"scope": "all", "limit": 500}).json()["items"]}


def test_articles_go_in_and_everything_comes_out(server: Running) -> None:
    server.empty()
    with product(server.url) as client:
        job = client.post("/jobs", files=files(**{"one.txt": FRONT})).json()
        assert watched(client, job["id"])[-1][1]["state"] == "done"
        [article] = client.get("/articles").json()["items"]
        facts = facts_of(client)
        assert facts
        assert {item["article"] for item in client.get("/claims").json()["items"]} == {article["id"]}
        name = client.get("/people").json()["items"][0]["name"]
        assert client.get("/search", params={"q": name}).json()["items"][0]["name"] == name
        assert client.get("/ask", params={"q": f"Who is {name}?"}).json()["status"] != "unknown_entity"
        counted = "SELECT (COUNT(?fact) AS ?n) { GRAPH ?g { ?fact cg:realised ?r } }"
        answer = client.get("/sparql", params={"query": counted, "format": "csv"})
        assert answer.text.split() == ["n", str(len(facts))]
        drawn = nx.parse_graphml(client.get("/export/graphml").text)
        assert name in {data["label"] for _, data in drawn.nodes(data=True)}
        written = client.post("/update", data={"update": "INSERT DATA { <urn:s> <urn:p> 'mine' }"})
        assert written.status_code == 204
        assert "mine" in client.get("/sparql", params={"query": "SELECT ?o { <urn:s> ?p ?o }", "format": "csv"}).text
        whole = client.get("/backup").content
    with product(server.url) as client:  # another start: all is there
        assert facts_of(client) == facts
        assert client.get("/backup").content == whole
        assert client.delete(f"/articles/{article['id']}").status_code == 204
        assert facts_of(client) == set()


@pytest.mark.parametrize("lost", [True, False], ids=["the answer is lost", "nothing arrives"])
def test_after_a_failure_half_way_the_next_start_finds_all_or_nothing(
    server: Running, lost: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(endpoint_module, "_FIRST_PAUSE", 0.001)
    server.empty()
    with product(server.url) as client:
        assert client.post("/articles", json={"text": "Umbra bought Velt in 2024."}).status_code == 201
        before = facts_of(client)

    def fail(_: int, form: Mapping[str, Any]) -> Answer | str | None:
        """The change itself reaches the endpoint or not; of what comes after it, nothing does."""
        if "rawText" in form.get("update", [""])[0]:
            way.fault = lambda *_: (500, {}, b"no more")
            return "lose" if lost else (500, {}, b"no more")
        return None

    with way_to(server.url) as way, product(way.url) as client:
        way.fault = fail
        assert client.post("/articles", json={"text": FRONT}).status_code >= 500
        assert client.get("/facts").status_code >= 500
    with product(server.url) as client:
        made = len(client.get("/articles").json()["items"]) == 2
        assert lost or not made
        assert (facts_of(client) > before) if made else (facts_of(client) == before)
        again = client.post("/articles", json={"text": FRONT})
        assert again.status_code == (200 if made else 201)
        assert len(client.get("/articles").json()["items"]) == 2
        assert facts_of(client) > before


def test_a_list_costs_no_request_for_each_of_its_items(server: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    server.empty()
    store = RemoteStore(server.url, Access())
    load(store)
    store.close()
    sent: list[str] = []
    send = Endpoint._send

    def counted(endpoint: Endpoint, url: str, *rest: Any, **named: Any) -> httpx.Response:
        sent.append(url)
        return send(endpoint, url, *rest, **named)

    monkeypatch.setattr(Endpoint, "_send", counted)
    one_fact = f"/facts/{sample.TENURE.id}"
    with product(server.url, IRIS.base) as client:

        def requests(path: str) -> int:
            sent.clear()
            answer = client.get(path)
            assert answer.status_code == 200, answer.text
            return len(sent)

        for path in [*LISTS, f"/entities/{META}/neighbours", f"/entities/{META}/timeline", "/export/graphml"]:
            mark = "&" if "?" in path else "?"
            fewest = path if path.startswith("/export") else f"{path}{mark}limit=1"
            assert requests(path) <= 20, path
            assert requests(path) <= requests(fewest) + 1, path
        assert requests(one_fact) <= 10


def test_a_query_without_end_is_not_waited_for_and_others_are_answered(tmp_path: Path) -> None:
    triples = " ".join(f"<urn:s{n}> <urn:p> {n} ." for n in range(500))
    with oxigraph(tmp_path / "data") as alone:  # its own: nobody but it can end the query
        store = RemoteStore(alone.url, Access())
        store.update(f"INSERT DATA {{ {triples} }}")
        with connected(Settings(store=alone.url, query_seconds=1), store) as client:
            endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
            for _ in range(2):
                answer = client.get("/sparql", params={"query": endless})
                assert answer.status_code == 504
                assert answer.headers["content-type"] == "application/problem+json"
                assert "1 second" in answer.json()["detail"]
                counted = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"})
                assert counted.json()["results"]["bindings"][0]["n"]["value"] == "500"
