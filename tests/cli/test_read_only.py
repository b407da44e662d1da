"""`claimgraph serve --read-only`, in a process of its own: it answers, writes nothing, and leaves its folder alone."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest

from app.store.opening import open_store
from tests.cli.conftest import LEAVES, Run
from tests.store.test_read_only import state

QUESTION = "Who left Meta?"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
WRITES = [
    ("POST", "/articles"),
    ("DELETE", "/articles/1"),
    ("POST", "/jobs"),
    ("POST", "/rulings"),
    ("POST", "/entities/merge"),
    ("POST", "/update"),
    ("PUT", "/graphs?default"),
    ("DELETE", "/graphs?default"),
    ("POST", "/rebuild"),
    ("POST", "/restore"),
]
PAGES = [
    "/",
    "/explore/entities",
    "/explore/entities/organization/meta",
    "/explore/articles",
    "/explore/graph",
    "/explore/sparql",
    "/explore/conflicts",
    "/explore/review",
    "/explore/rulings",
    "/docs",
]


@contextmanager
def serving(folder: Path, *arguments: str) -> Iterator[httpx.Client]:
    """A client of `claimgraph serve --read-only` on the folder, which has to end well when it is told to."""
    command = [sys.executable, "-c", "from app.cli import main; main()", "serve", "--read-only", "--port", "0"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CLAIMGRAPH_")}
    with subprocess.Popen(
        [*command, "--store", str(folder), *arguments], stdout=subprocess.PIPE, text=True, env=kept
    ) as server:
        assert server.stdout is not None
        try:
            url = next(word.rstrip(",") for word in server.stdout.readline().split() if word.startswith("http"))
            with httpx.Client(base_url=url.partition("/sparql")[0], trust_env=False, timeout=60) as client:
                yield client
        finally:
            server.send_signal(signal.SIGTERM)
            assert server.wait(60) == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an article in it, that nobody may change."""
    folder = tmp_path_factory.mktemp("published") / "store"
    ingest = [sys.executable, "-c", "from app.cli import main; main()", "ingest", str(LEAVES)]
    subprocess.run([*ingest, "--store", str(folder)], check=True, capture_output=True, timeout=300)
    return folder


def test_it_answers_refuses_to_write_and_touches_nothing(folder: Path, run: Run) -> None:
    before = state(folder)
    with serving(folder) as client:
        assert client.get("/ask", params={"q": QUESTION}).json()["answer"].startswith("Ruben Mayer")
        assert client.post("/ask", json={"question": QUESTION}).json()["status"] == "answered"
        assert client.get("/health").json()["read_only"] is True
        assert client.get("/ask", params={"q": QUESTION, "linked": True}).json()["status"] == "answered"
        rows = client.post("/sparql", data={"query": COUNT, "format": "csv"})
        assert int(rows.text.split()[1]) > 10
        assert client.get("/export/turtle").is_success
        assert client.get("/backup").is_success
        for method, path in WRITES:
            refused = client.request(method, path)
            assert (refused.status_code, refused.json()["type"].partition("#")[2]) == (403, "forbidden"), path
            assert "read-only" in refused.json()["detail"]
            assert "CLAIMGRAPH_READ_ONLY" in refused.json()["hint"]
        # Others read beside it, and nobody writes.
        assert run("ask", QUESTION, "--store", folder).out.startswith("Ruben Mayer")
        assert state(folder) == before
        busy = run("ingest", LEAVES, "--store", folder)
        assert (busy.code, "Another process holds" in busy.err) == (1, True)


def test_its_pages_show_nothing_that_writes(folder: Path) -> None:
    with serving(folder) as client:
        article = client.get("/articles").json()["items"][0]["id"]
        for path in (*PAGES, f"/explore/articles/{article}"):
            page = client.get(path, headers={"Accept": "text/html"})
            assert page.is_success, path
            assert "/explore/ingest" not in page.text, path
            assert not any(mark in page.text for mark in ("data-rule", "data-undo", "data-kind=", "Rule on", "/update"))
        refused = client.get("/explore/ingest", headers={"Accept": "text/html"})
        assert (refused.status_code, "read-only" in refused.text) == (403, True)
        documented = client.get("/openapi.json").json()["paths"]
        assert set(documented["/articles"]) == {"get"}
        assert set(documented["/sparql"]) == {"get", "post"}


def test_it_does_not_wait_for_whoever_writes(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "store"
    shutil.copytree(folder, copy)
    with closing(open_store(str(copy))) as store, serving(copy) as client:
        before = client.get("/sparql", params={"query": COUNT}).json()
        store.update("INSERT DATA { <urn:a> <urn:b> 1 }")
        assert client.get("/sparql", params={"query": COUNT}).json() == before
    assert not list(copy.glob(".scratch-*"))


def test_any_dataset_can_be_served_so(tmp_path: Path) -> None:
    with closing(open_store(str(tmp_path / "store"))) as store:
        store.update("INSERT DATA { <urn:a> <urn:b> 1 }")
    with serving(tmp_path / "store", "--plain") as client:
        rows = client.get("/sparql", params={"query": COUNT}, headers={"Accept": "text/csv"})
        assert rows.text.split() == ["n", "1"]
        assert client.post("/update", data={"update": "CLEAR ALL"}).status_code == 403
        assert client.get("/graphs", params={"default": ""}).is_success


def test_without_a_store_none_is_made(run: Run, tmp_path: Path) -> None:
    refused = run("serve", "--read-only")
    assert (refused.code, "There is no store at store" in refused.err) == (2, True)
    assert not (tmp_path / "store").exists()
