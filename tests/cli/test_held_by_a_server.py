"""Commands on a store that a server holds: they go through it, and say so where it would do something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.settings import Settings
from app.store.opening import open_store, serving
from tests.api.conftest import running
from tests.cli.conftest import LEAVES, Run


def test_an_engine_that_the_server_does_not_read_with_is_not_passed_over(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(store="store")
    store = open_store(settings.store)
    try:
        with running(settings, store) as url, serving(settings.store, url):
            refused = run("ingest", LEAVES, "--engine", "learned")
            assert (refused.code, refused.out) == (2, "")
            assert "reads with the engine rules, not learned" in refused.err
            monkeypatch.setenv("CLAIMGRAPH_ENGINE", "learned")
            assert run("ingest", LEAVES).code == 2
            assert run("ask", "Who left Meta?").code == 0, "what reads no article needs no engine"
            monkeypatch.delenv("CLAIMGRAPH_ENGINE")
            assert run("ingest", LEAVES).out.startswith("1 added")
    finally:
        store.close()


def test_what_is_passed_over_in_a_file_is_said_whoever_holds_the_store(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "Zorrel Systems bought Quandal Foods.", "author": "Jo Lund"}')
    settings = Settings(store="store")
    store = open_store(settings.store)
    try:
        with running(settings, store) as url, serving(settings.store, url):
            assert "note: What it says of 'author' is not read." in run("ingest", tmp_path / "a.json").err
    finally:
        store.close()


def test_what_a_server_holds_can_be_checked(run: Run) -> None:
    settings = Settings(store="store")
    store = open_store(settings.store)
    try:
        with running(settings, store) as url, serving(settings.store, url):
            assert run("ingest", LEAVES).code == 0
            sound = run("check")
            assert (sound.code, sound.out) == (0, "")
            assert "read by rules" in sound.err
            store.update(
                "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
                f" DELETE WHERE {{ GRAPH {settings.iris.graph('entities')} {{ ?entity skos:prefLabel ?name }} }}"
            )
            broken = run("check")
            assert (broken.code, "prefLabel" in broken.out) == (1, True)
    finally:
        store.close()
