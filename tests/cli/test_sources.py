"""Articles in other kinds of file, at URLs and in a watched folder, through the commands."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

import pytest

from app.cli import sources
from app.documents.network import Network
from app.store.opening import open_store
from tests.cli.conftest import LEAVES, Run
from tests.documents.printing import as_page, as_pdf
from tests.documents.test_language import GERMAN


def test_a_folder_of_many_kinds_is_read_and_its_metadata_shown(run: Run, tmp_path: Path) -> None:
    text = LEAVES.read_text(encoding="utf-8").split("---\n", 2)[2]
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.html").write_text(as_page(text, datePublished="2025-09-01"), encoding="utf-8")
    (folder / "b.pdf").write_bytes(as_pdf(text))
    (folder / "c.jsonl").write_text(json.dumps({"text": text, "title": "Leaves"}) + "\n", encoding="utf-8")
    outcomes = run("ingest", folder, "--json").json()["outcomes"]
    assert [(o["source"], o["status"]) for o in outcomes] == [(n, "added") for n in ("a.html", "b.pdf", "c.jsonl")]
    assert all(o["claims"] for o in outcomes)
    article = run("extract", folder / "a.html").json()["article"]
    assert (article["publisher"], article["published"]) == ("The Harbour Post", "2025-09-01")
    assert article["language"] == "en-GB"
    assert article["url"].startswith("https://harbour.example/")


def test_what_memory_does_not_hold_is_read_again_when_its_turn_comes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_KEPT_CHARACTERS", 100)
    folder = tmp_path / "in"
    folder.mkdir()
    for name in "abc":
        (folder / f"{name}.txt").write_text(f"{name.upper()}xon Systems bought {name.upper()}yal Foods in 2021.")
    (folder / "d.jsonl").write_text("".join(json.dumps({"text": f"Number {n}."}) + "\n" for n in range(9)))
    corpus = sources.Corpus([str(folder)], Network.OFF)
    assert len(corpus) == 12
    assert set(corpus._kept) == {str(folder / "a.txt"), str(folder / "b.txt")}
    assert [article.source for article in corpus] == ["a.txt", "b.txt", "c.txt", *["d.jsonl"] * 9]
    assert run("ingest", folder).out == "12 added with 3 claims, 0 unchanged.\n"
    (folder / "e.txt").write_bytes(b"\xff")
    (folder / "f.txt").write_text("Zorrel Systems bought Quandal Foods.")
    refused = run("ingest", folder)
    assert (refused.code, refused.out) == (2, "")
    assert run("ingest", folder / "f.txt").out.startswith("1 added"), "nothing of what was refused was written"


def test_what_is_not_english_is_stored_and_said_not_to_be_extracted(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GERMAN, encoding="utf-8")
    done = run("ingest", tmp_path / "a.txt", "--json")
    [outcome] = done.json()["outcomes"]
    assert outcome["notices"] == ["The article is not in English (de): it is stored, and nothing was extracted."]
    assert "not in English (de)" in done.err
    kept = run("query", "SELECT ?l WHERE { GRAPH ?g { ?a a cg:Article ; dcterms:language ?l } }", "--format", "csv")
    assert kept.out.split() == ["l", "de"]
    logged = run("query", "SELECT ?c WHERE { GRAPH ?g { ?run prov:used ?a ; rdfs:comment ?c } }", "--format", "csv")
    assert "not in English (de)" in logged.out


def test_what_is_short_and_not_english_is_said_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Marlow hat die Firma Tern gekauft und wird sie im Mai weiterführen.", encoding="utf-8"
    )
    [outcome] = run("ingest", tmp_path / "a.txt", "--json").json()["outcomes"]
    assert outcome["notices"] == ["The article is not in English: it is stored, and nothing was extracted."]


def test_an_article_without_a_claim_is_said_to_have_none(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The orchards in the valley were in full bloom by Friday.")
    done = run("ingest", tmp_path / "a.txt", "--json")
    assert f"Reading 1 article from {tmp_path / 'a.txt'}" in done.err.splitlines()[0]
    assert "No claim was found in it" in done.json()["outcomes"][0]["notices"][0]
    assert "No claim was found in it" in done.err


def test_what_is_passed_over_in_a_file_is_said_and_kept_in_the_log(run: Run, tmp_path: Path) -> None:
    misspelt = "---\npublised: 2025-03-01\n---\nZorrel Systems bought Quandal Foods."
    (tmp_path / "a.txt").write_text(misspelt, encoding="utf-8")
    done = run("ingest", tmp_path / "a.txt")
    assert (done.code, "note: What it says of 'publised' (or is it 'published'?)" in done.err) == (0, True)
    logged = run("query", "SELECT ?c WHERE { GRAPH ?g { ?run prov:used ?a ; rdfs:comment ?c } }", "--format", "csv")
    assert "'publised'" in logged.out
    assert run("extract", tmp_path / "a.txt").json()["notices"]


# --- URLs ------------------------------------------------------------------------------------------------------------


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A web site on loopback with one article."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a.html").write_text(as_page(LEAVES.read_text(encoding="utf-8").split("---\n", 2)[2]), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/a.html"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_url_is_read_only_where_the_network_is_allowed(run: Run, site: str) -> None:
    for options, words in (((), "--network"), (("--network", "public"), "private network")):
        refused = run("ingest", site, *options)
        assert (refused.code, refused.out) == (2, "")
        assert words in refused.err
    assert not Path("store").exists()
    assert run("ingest", site, "--network", "any").out.startswith("1 added with")
    assert run("extract", site, "--network", "any").json()["claims"]
    assert run("ingest", site, "--network", "everything").code == 2


# --- a watched folder ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("address", ["ftp://127.0.0.1/a.txt", "file:///a.txt"])
def test_an_address_that_is_never_fetched_is_no_missing_file(run: Run, address: str) -> None:
    refused = run("ingest", address, "--network", "any")
    assert refused.code == 2
    assert f"{address} cannot be fetched" in refused.err


def until(lines: IO[str], words: str) -> None:
    """Read on until a line has these words."""
    while words not in (line := lines.readline()):
        assert line, "the watcher ended"


def test_a_watched_folder_is_read_as_articles_come_in(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "incoming"
    folder.mkdir()
    command = [sys.executable, "-c", "from app.cli import main; main()", "watch", str(folder), "--every", "0.1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env={**os.environ}) as watching:
        assert watching.stderr is not None
        assert "Watching" in watching.stderr.readline()
        (folder / "broken.json").write_text("{", encoding="utf-8")
        assert "broken.json" in watching.stderr.readline()
        (folder / "a.txt").write_bytes(LEAVES.read_bytes())
        until(watching.stderr, "1 in the graph")
        with closing(open_store("store")):  # as another command has it while it works
            (folder / "b.txt").write_text("Velt Robotics bought Umbra Systems for $40 million.", encoding="utf-8")
            assert "Another process holds the store" in watching.stderr.readline()
        until(watching.stderr, "1 in the graph")
        watching.send_signal(signal.SIGTERM)
        assert watching.wait(60) == 0
    assert run("ask", "Who left Meta?").out.startswith("Ruben Mayer")
    assert run("ask", "Who bought Umbra Systems?").out.startswith("Velt Robotics")
