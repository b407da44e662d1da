"""Backups while the server goes on."""

from __future__ import annotations

import io
from collections.abc import Iterator

import httpx
import pytest
from pydantic import SecretStr

from app.client import Client
from app.errors import BadInput
from app.settings import Settings
from app.store.base import Change
from app.store.embedded import EmbeddedStore
from app.upkeep.record import SCHEMA, record
from tests.api.conftest import connected, running
from tests.api.test_guard import TOKEN
from tests.query.sample_graph import IRIS, load
from tests.store.test_backup import dumped, sealed

N_QUADS = {"Content-Type": "application/n-quads"}
OURS = f'"schema {SCHEMA}"'.encode()
SETTINGS = Settings(store="memory:", base_iri=IRIS.base, max_body_mb=1, max_restore_mb=2, token=SecretStr(TOKEN))


@pytest.fixture
def full() -> Iterator[httpx.Client]:
    """A client of a server over the small graph."""
    store = EmbeddedStore()
    load(store)
    store.apply(Change(add=sorted(record(store, IRIS, ()).new, key=str)))
    with connected(SETTINGS, store, headers={"Authorization": f"Bearer {TOKEN}"}) as http:
        yield http


@pytest.fixture
def empty() -> Iterator[str]:
    """The address of a server that holds nothing."""
    with running(SETTINGS, EmbeddedStore()) as url:
        yield url


def test_one_server_s_backup_fills_another(full: httpx.Client, empty: str) -> None:
    backup = full.get("/backup")
    assert backup.headers["content-type"] == "application/n-quads"
    assert int(backup.headers["content-length"]) == len(backup.content)
    with Client(empty, token=TOKEN) as client:
        assert client.restore(io.BytesIO(backup.content)) == backup.content.count(b"\n") - 1
        out = io.BytesIO()
        client.backup(out)
        assert out.getvalue() == backup.content
        with pytest.raises(BadInput, match="not empty"):
            client.restore(io.BytesIO(backup.content))
        assert client.restore(io.BytesIO(sealed(b"<http://s> <http://p> <http://o> .\n")), replace=True) == 1
    assert len(full.get("/facts").json()["items"]) > 1


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        (OURS, b'"schema 0"', "of schema 0"),
        (OURS, b'"schema 99"', "newer than this program"),
        (b"", b"", "does not say of which version"),
    ],
    ids=["older", "newer", "without a record"],
)
def test_what_another_version_wrote_is_not_served(full: httpx.Client, ours: bytes, theirs: bytes, reason: str) -> None:
    before = full.get("/backup").content
    *lines, _ = before.splitlines(keepends=True)
    kept = b"".join(line.replace(ours, theirs) if ours else line for line in lines if ours or b"/id/store>" not in line)
    other = sealed(kept)
    assert other != before
    answer = full.post("/restore", params={"replace": True}, content=other, headers=N_QUADS)
    assert (answer.status_code, answer.json()["type"].rpartition("#")[2]) == (409, "store-outdated")
    assert reason in answer.json()["detail"]
    assert full.get("/backup").content == before


def test_what_was_cut_short_is_refused_and_so_is_an_export(full: httpx.Client) -> None:
    before = full.get("/backup").content
    cut = b"".join(before.splitlines(keepends=True)[:100])
    for content in (cut, full.get("/export/nquads").content, b""):
        answer = full.post("/restore", params={"replace": True}, content=content, headers=N_QUADS)
        assert answer.status_code == 400
        assert "cut short" in answer.json()["detail"]
        assert "`claimgraph backup`" in answer.json()["hint"]
    assert full.get("/backup").content == before


def test_a_backup_that_would_overrun_the_stack_is_none(full: httpx.Client) -> None:
    deep = b"<urn:a> <urn:b> " + b"<<( <urn:a> <urn:b> " * 50_000 + b"<urn:c>" + b" )>>" * 50_000 + b" .\n"
    answer = full.post("/restore", params={"replace": True}, content=sealed(deep), headers=N_QUADS)
    assert (answer.status_code, "nests" in answer.json()["detail"]) == (400, True)
    assert full.get("/facts").json()["items"]


def test_readers_see_what_was_restored(full: httpx.Client) -> None:
    tag = full.get("/companies").headers["etag"]
    nothing = dumped(EmbeddedStore())
    assert full.post("/restore", params={"replace": True}, content=nothing, headers=N_QUADS).json() == {"quads": 0}
    after = full.get("/companies", headers={"If-None-Match": tag})
    assert (after.status_code, after.json()["items"]) == (200, [])
    assert full.get("/search", params={"q": "meta"}).json()["items"] == []


def test_a_backup_is_of_one_state_while_articles_come_in() -> None:
    with connected(Settings(store="memory:"), EmbeddedStore()) as http:
        body = {"articles": [{"text": f"Umbra {number} bought Velt {number}."} for number in range(8)]}
        job = http.post("/jobs", json=body).json()
        backups = []
        while http.get(f"/jobs/{job['id']}").json()["finished"] is None:
            backups.append(http.get("/backup").content)
        for content in backups[-2:]:
            other = EmbeddedStore()
            with connected(Settings(store="memory:"), other) as second:
                assert second.post("/restore", content=content, headers=N_QUADS).status_code == 200
                before = {quad for quad in other.quads() if not quad.graph_name.value.endswith("/log")}  # type: ignore[union-attr]
                assert second.post("/rebuild").status_code == 204  # facts are what the claims of that moment call for
                assert {q for q in other.quads() if not q.graph_name.value.endswith("/log")} == before  # type: ignore[union-attr]


def test_only_a_backup_may_be_that_large_and_only_with_the_token(full: httpx.Client) -> None:
    line = b"<http://s> <http://p> <http://o> .\n"
    content = sealed(line * (1_500_000 // len(line)))
    replace = {"replace": "true"}
    assert full.post("/restore", content=content, headers=N_QUADS, params=replace).json() == {"quads": 1}
    assert full.post("/articles", content=content, headers=N_QUADS).status_code == 413
    refused = full.post("/restore", content=content * 2, headers=N_QUADS, params=replace)
    assert (refused.status_code, "CLAIMGRAPH_MAX_RESTORE_MB" in refused.text) == (413, True)
    assert full.post("/restore", content=line, headers=N_QUADS | {"Authorization": ""}).status_code == 401
    assert full.post("/restore", content=line, headers={"Content-Type": "text/turtle"}).status_code == 400
