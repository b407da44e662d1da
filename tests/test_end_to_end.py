"""The whole product through its front door: `claimgraph serve` as a process, programs and commands as its clients."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import networkx as nx
import pytest

from app.resources import GRAPH_DATA_DIR, SAMPLE_ARTICLES_DIR

QUESTION = "Who oversaw Meta's data operations and when did they leave?"
CLAIMGRAPH = (sys.executable, "-c", "from app.cli import main; main()")


@dataclass(frozen=True)
class Workplace:
    """A folder with a store in it, and the commands that work there."""

    folder: Path
    environment: Mapping[str, str]

    def command(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*CLAIMGRAPH, *map(str, arguments)],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def done(self, *arguments: object) -> str:
        """What a command that has to succeed printed."""
        finished = self.command(*arguments)
        assert finished.returncode == 0, finished.stderr
        return finished.stdout

    @contextmanager
    def serving(self, *arguments: str) -> Iterator[httpx.Client]:
        """A client of `claimgraph serve`, which has to end well."""
        server = subprocess.Popen(
            [*CLAIMGRAPH, "serve", "--port", "0", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        try:
            assert server.stdout is not None
            line = server.stdout.readline()
            address = re.search(r"http://[\w.:\[\]]+", line)
            assert address, f"{line}{server.stderr.read() if server.stderr else ''}"
            with httpx.Client(base_url=address[0], trust_env=False, timeout=60) as client:
                yield client
        finally:
            server.send_signal(signal.SIGTERM)
            _, complaints = server.communicate(timeout=30)
        assert server.returncode == 0
        assert "Traceback" not in complaints


def workplace(folder: Path) -> Workplace:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMGRAPH_")}
    return Workplace(folder, {**kept, "CLAIMGRAPH_STORE": "store", "PYTHONWARNINGS": "error"})


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A workplace whose store holds the sample articles."""
    place = workplace(tmp_path_factory.mktemp("place"))
    place.done("ingest", SAMPLE_ARTICLES_DIR)
    return place


@pytest.fixture(scope="module")
def alone(place: Workplace, tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """The same, with a store that no server holds."""
    alone = workplace(tmp_path_factory.mktemp("alone"))
    shutil.copytree(place.folder / "store", alone.folder / "store")
    return alone


@pytest.fixture(scope="module")
def server(place: Workplace, alone: Workplace) -> Iterator[httpx.Client]:
    with place.serving() as client:
        yield client


def flagship(answer: Any) -> None:
    """Ruben Mayer; after just two months; no date, and that is said."""
    assert answer["status"] == "answered"
    [found] = answer["answers"]
    assert found["label"] == "Ruben Mayer"
    assert found["time"]["duration"] == "P2M"
    assert any("after just two months" in evidence["text"] for evidence in answer["evidence"])
    assert any("No calendar date" in caveat for caveat in answer["caveats"])
    assert answer["sparql"]


# --- the flagship question, four ways --------------------------------------------------------------------------------


def test_asked_in_english(server: httpx.Client) -> None:
    flagship(server.get("/ask", params={"q": QUESTION}).raise_for_status().json())
    flagship(server.post("/ask", json={"question": QUESTION}).raise_for_status().json())
    assert "Ruben Mayer" in server.get("/", params={"q": QUESTION}).text


def test_asked_on_the_command_line_while_the_server_holds_the_store(place: Workplace, server: httpx.Client) -> None:
    flagship(json.loads(place.done("ask", QUESTION, "--json")))


def test_looked_up_as_a_role(server: httpx.Client) -> None:
    found = server.get("/roles", params={"organization": "Meta", "responsibility": "data operations"}).json()
    [role] = found["items"]
    assert role["person"]["name"] == "Ruben Mayer"
    assert role["duration"] == "P2M"
    assert role["time"]["ended"] is True
    assert any("after just two months" in evidence["text"] for evidence in role["evidence"])


def test_asked_in_sparql(place: Workplace, server: httpx.Client) -> None:
    query = GRAPH_DATA_DIR / "queries" / "who-oversaw-meta-data-operations.rq"
    [row] = csv.DictReader(io.StringIO(place.done("query", f"@{query}", "--format", "csv")))
    assert {"Ruben Mayer", "P2M"} <= set(row.values())
    over_http = server.post("/sparql", content=query.read_bytes(), headers={"Content-Type": "application/sparql-query"})
    assert len(over_http.json()["results"]["bindings"]) == 1


def test_found_in_the_export(server: httpx.Client) -> None:
    graph = nx.parse_graphml(server.get("/export/graphml").raise_for_status().text)
    labels = dict(graph.nodes(data="label"))
    edges = [
        data
        for source, target, data in graph.edges(data=True)
        if (labels[source], labels[target]) == ("Ruben Mayer", "Meta")
    ]
    assert [edge["duration"] for edge in edges if "data operations" in str(edge.get("responsibility"))] == ["P2M"]


# --- commands through the server -------------------------------------------------------------------------------------


def test_commands_give_the_same_through_the_server_as_without_it(
    place: Workplace, alone: Workplace, server: httpx.Client
) -> None:
    query = "SELECT ?s ?name WHERE { ?s skos:prefLabel ?name } ORDER BY ?s ?name"
    for command in (
        ("query", query),
        ("query", query, "--format", "tsv"),
        ("export", "turtle"),
        ("export", "cytoscape", "--root", "Kestrelworks", "--depth", "1", "--include", "disputed,reported"),
        ("ask", QUESTION),
        ("ask", "Who founded Kestrelworks?", "--as-of", "2025-10-01", "--json"),
    ):
        assert place.done(*command) == alone.done(*command), command


def test_articles_come_and_go_through_the_server(place: Workplace, server: httpx.Client, tmp_path: Path) -> None:
    before = server.get("/export/trig").content
    article = tmp_path / "sale.txt"
    article.write_text("---\ntitle: A sale\npublished: 2025-10-01\n---\nHexavane acquired Osterly Robotics.\n")
    [outcome] = json.loads(place.done("ingest", article, "--json"))["outcomes"]
    assert (outcome["status"], outcome["source"]) == ("added", "sale.txt")
    assert server.get(f"/articles/{outcome['article']}").json()["article"]["title"] == "A sale"
    assert server.get("/export/trig").content != before
    assert place.done("ingest", article).startswith("0 added")
    place.done("rebuild")
    place.done("remove", outcome["article"])
    assert server.get("/export/trig").content == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("remove", "0123456789abcdef"),
        ("query", "SELECT"),
        ("export", "pdf"),
        ("export", "graphml", "--root", "Nobody At All"),
        ("ingest", "nowhere.txt"),
    ],
)
def test_what_fails_through_the_server_fails_as_it_does_without(
    place: Workplace, server: httpx.Client, arguments: tuple[str, ...]
) -> None:
    failed = place.command(*arguments)
    assert (failed.returncode, failed.stdout) == (2, "")
    assert failed.stderr.startswith("claimgraph: ")
    assert "Traceback" not in failed.stderr


def test_a_second_server_is_told_where_the_first_one_is(place: Workplace, server: httpx.Client) -> None:
    failed = place.command("serve", "--port", "0")
    assert failed.returncode == 1
    assert str(server.base_url).rstrip("/") in failed.stderr


def test_a_port_in_use_is_a_message(place: Workplace, server: httpx.Client) -> None:
    failed = place.command("serve", "--port", server.base_url.port, "--store", "another")
    assert failed.returncode == 2
    assert f"port {server.base_url.port}" in failed.stderr
    assert "CLAIMGRAPH_PORT" in failed.stderr


# --- articles over HTTP ----------------------------------------------------------------------------------------------

TEXT = "Hexavane acquired Osterly Robotics for $40 million."


def test_an_article_can_be_sent_as_json_or_as_text(server: httpx.Client) -> None:
    before = server.get("/export/trig").content
    article = {"text": TEXT, "title": "A sale", "published": "2025-10-01"}
    added = server.post("/articles", json=article)
    assert added.status_code == 201
    assert server.get(added.headers["location"]).json()["article"]["text"] == TEXT
    assert server.post("/articles", json=article).status_code == 200
    as_text = f"---\ntitle: A sale\npublished: 2025-10-01\n---\n{TEXT}"
    same = server.post("/articles", content=as_text.encode(), headers={"Content-Type": "text/plain; charset=utf-8"})
    assert same.json()["article"] == added.json()["article"]
    assert server.delete(added.headers["location"]).status_code == 204
    assert server.delete(added.headers["location"]).status_code == 404
    assert server.get("/export/trig").content == before


@pytest.mark.parametrize(
    ("content", "media_type", "status"),
    [
        (b"", "text/plain", 422),
        (b" \n ", "text/plain", 422),
        (b"\x7fELF\0\1", "text/plain", 422),
        ("Zürich".encode("latin-1"), "text/plain", 422),
        (b"Solvane bought Pemberly. " * 200_000, "text/plain", 422),
        (b"x" * 9_000_000, "text/plain", 413),
        (b"---\npublished: soon\n---\nText", "text/plain", 400),
        (b"", "application/json", 400),
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"{}", "application/json", 400),
        (b'{"text": 7}', "application/json", 400),
        (b'{"text": ""}', "application/json", 422),
        (b'{"text": "a\\u0000b"}', "application/json", 422),
        (b'{"text": "x", "published": "soon"}', "application/json", 400),
        (b'{"text": "x", "author": "y"}', "application/json", 400),
        (b"%PDF-1.7", "application/pdf", 422),
        (b"x", "", 400),
    ],
)
def test_what_is_no_article_is_refused_and_nothing_changes(
    server: httpx.Client, content: bytes, media_type: str, status: int
) -> None:
    before = server.get("/export/trig").content
    answer = server.post("/articles", content=content, headers={"Content-Type": media_type} if media_type else {})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["hint"]
    assert server.get("/export/trig").content == before


def test_many_may_read_while_one_writes(server: httpx.Client) -> None:
    paths = [
        "/facts?scope=all",
        "/export/trig",
        "/roles",
        "/sparql?query=SELECT+*+%7B+%3Fs+%3Fp+%3Fo+%7D",
        "/ask?q=Who+left+Meta",
    ]
    with ThreadPoolExecutor(8) as readers:
        reading = [readers.submit(server.get, path) for path in paths * 4]
        added = server.post("/articles", json={"text": TEXT, "title": "Read while others look"})
        reading += [readers.submit(server.get, path) for path in paths]
        removed = server.delete(added.headers["location"])
    assert (added.status_code, removed.status_code) == (201, 204)
    assert {answer.result().status_code for answer in reading} == {200}


# --- starting and stopping -------------------------------------------------------------------------------------------


def test_a_server_makes_its_store_and_lets_go_of_it(tmp_path: Path) -> None:
    place = workplace(tmp_path)
    with place.serving() as client:
        assert client.get("/health").json()["articles"] == 0
        assert (tmp_path / "store" / "server.json").exists()
    assert not (tmp_path / "store" / "server.json").exists()
    assert place.done("query", "ASK {}", "--format", "csv").strip() == "true"


def test_a_notice_that_a_killed_server_left_behind_does_no_harm(tmp_path: Path) -> None:
    place = workplace(tmp_path)
    place.done("ingest", next(SAMPLE_ARTICLES_DIR.glob("03-*.txt")))
    (tmp_path / "store" / "server.json").write_text(json.dumps({"url": "http://127.0.0.1:9", "pid": 1}))
    assert "Ruben Mayer" in place.done("query", "SELECT ?n WHERE { ?p a cg:Person ; skos:prefLabel ?n }")


def test_beyond_loopback_it_does_not_start_without_a_token(tmp_path: Path) -> None:
    failed = workplace(tmp_path).command("serve", "--host", "0.0.0.0", "--port", "0")  # noqa: S104
    assert failed.returncode == 2
    assert "CLAIMGRAPH_TOKEN" in failed.stderr
