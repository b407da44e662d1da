"""The client against a real server: what it sends arrives, and what goes wrong comes back as the error it was."""

from __future__ import annotations

import io
import socket
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import SecretStr

from app.client import Client
from app.documents.load import read_articles
from app.errors import (
    BadInput,
    ClaimgraphError,
    InvalidQuery,
    NotFound,
    StoreBusy,
    Unauthorized,
    UnknownFormat,
    UnreadableDocument,
)
from app.model import Article
from app.pipeline import Outcome
from app.query.perspective import Perspective
from app.query.selection import WHOLE, Selection
from app.resources import SAMPLE_ARTICLES_DIR
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.resolution.making import Report
from tests.test_rulings import filled

TOKEN = "a secret of some length"
SETTINGS = Settings(store="memory:", token=SecretStr(TOKEN))


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with running(SETTINGS, EmbeddedStore()) as address:
        yield address


@pytest.fixture
def client(url: str) -> Iterator[Client]:
    with Client(url, token=TOKEN) as client:
        yield client


def sample(number: str) -> Article:
    return read_articles(next(SAMPLE_ARTICLES_DIR.glob(f"{number}-*.txt")))[0]


def test_articles_arrive_as_they_were_read(client: Client) -> None:
    articles = [sample("03"), sample("04")]
    seen: list[Outcome] = []
    summary = client.ingest(articles, progress=seen.append)
    assert [outcome.article for outcome in summary.outcomes] == [article.id for article in articles]
    assert [outcome.source for outcome in summary.outcomes] == [article.source for article in articles]
    assert tuple(seen) == summary.outcomes
    assert [outcome.status for outcome in client.ingest(articles).outcomes] == ["unchanged", "unchanged"]
    again: list[Outcome] = []
    client.rebuild(progress=again.append)
    assert again == []
    client.rebuild(reread=True, progress=again.append)
    assert sorted(each.article for each in again) == sorted(article.id for article in articles)
    assert {each.status for each in again} == {"reread"}
    client.remove(articles[1].id)
    with pytest.raises(NotFound):
        client.remove(articles[1].id)


def test_a_text_that_begins_like_front_matter_arrives_as_it_is(client: Client) -> None:
    article = Article(text="---\nSolvane bought Pemberly.\n", title="A sale")
    [outcome] = client.ingest([article]).outcomes
    assert outcome.article == article.id
    client.remove(article.id)


def test_nothing_is_sent_to_be_read_by_another_engine_than_was_asked_for(client: Client, url: str) -> None:
    article = Article(text="Solvane bought Pemberly Systems for 620 million euros.")
    with Client(url, token=TOKEN, engine="learned") as other:
        for read in (lambda: other.ingest([article]), lambda: other.rebuild(reread=True)):
            with pytest.raises(BadInput, match="with the engine rules, not learned") as refused:
                read()
            assert "CLAIMGRAPH_ENGINE=learned" in (refused.value.hint or "")
        other.rebuild()
        with pytest.raises(NotFound):
            other.remove(article.id)
    with Client(url, token=TOKEN, engine="rules") as same:
        assert same.ingest([article]).outcomes[0].status == "added"
    client.remove(article.id)


def test_queries(client: Client) -> None:
    result = client.query("ASK {}", "json")
    assert result.media_type == "application/sparql-results+json"
    assert b"true" in result.body


def test_the_server_is_known_by_its_store(client: Client) -> None:
    assert client.store_mark() == SETTINGS.store_mark
    assert client.store_mark() != Settings(store="elsewhere").store_mark


def test_errors_come_back_as_what_they_were(client: Client, url: str) -> None:
    def export(format_name: str, selection: Selection = WHOLE) -> None:
        out = io.BytesIO()
        try:
            client.export(format_name, selection, out)
        finally:
            assert out.getvalue() == b"", "no byte of a file that there is not"

    with pytest.raises(InvalidQuery):
        client.query("SELECT", "json")
    with pytest.raises(UnknownFormat):
        client.query("ASK {}", "pdf")
    with pytest.raises(UnknownFormat, match="pdf"):
        export("pdf")
    with pytest.raises(BadInput):
        export("turtle/../x")
    with pytest.raises(NotFound):
        export("graphml", Selection(root="organization/nobody"))
    with pytest.raises(UnreadableDocument):
        client.ingest([Article(text="  ")])
    with pytest.raises(UnreadableDocument):
        client.ingest([Article(text="x" * 5_000_000)])
    with Client(url) as stranger, pytest.raises(Unauthorized, match="CLAIMGRAPH_TOKEN"):
        stranger.rebuild()


def test_a_server_that_is_gone_is_a_busy_store() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with Client(f"http://127.0.0.1:{port}") as client, pytest.raises(StoreBusy, match=str(port)):
        client.rebuild()


def test_a_server_that_is_not_ours_is_an_error_and_no_crash(tmp_path: Path) -> None:
    import http.server
    import threading

    server = http.server.HTTPServer(("127.0.0.1", 0), http.server.BaseHTTPRequestHandler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        with Client(f"http://127.0.0.1:{server.server_port}") as client, pytest.raises(ClaimgraphError, match="501"):
            client.store_mark()
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_pairs_are_reviewed_merged_and_split_through_a_server() -> None:
    store = filled(
        Report("a").says("Umbra", "acquired", "Juno"), Report("b").says("Umbra Holdings", "investedIn", "Juno")
    )
    with running(SETTINGS, store) as address, Client(address, token=TOKEN) as client:
        (pair,) = client.review(10)
        ruling = client.merge(pair.one.id, pair.other.id, reason="its full name").made[0]
        assert client.review(10) == []
        assert client.split(pair.one.id).withdrawn == (ruling,)
        assert [each.one.id for each in client.review(10)] == [pair.one.id]
        with pytest.raises(NotFound, match="organization/nobody"):
            client.merge(pair.one.id, "organization/nobody")


def test_an_article_is_retracted_and_counts_again_through_a_server() -> None:
    report = Report("a").says("Umbra", "acquired", "Juno")
    with running(SETTINGS, filled(report)) as address, Client(address, token=TOKEN) as client:
        asked = "ASK { ?acquisition a cg:Acquisition }"
        assert b"true" in client.query(asked, "json").body
        client.retract(report.article.id, reason="withdrawn")
        assert b"false" in client.query(asked, "json").body
        client.retract(report.article.id, undo=True)
        assert b"true" in client.query(asked, "json").body
        with pytest.raises(NotFound):
            client.retract("0123456789abcdef")


def test_a_claim_is_rejected_and_counts_again_through_a_server() -> None:
    report = Report("a").says("Umbra", "acquired", "Juno")
    claim = report.done().claims[0].id
    with running(SETTINGS, filled(report)) as address, Client(address, token=TOKEN) as client:
        asked = "ASK { ?acquisition a cg:Acquisition }"
        client.reject([claim], reason="of another firm")
        assert b"false" in client.query(asked, "json").body
        client.reject([claim], undo=True)
        assert b"true" in client.query(asked, "json").body
        with pytest.raises(NotFound, match="no claim '0123456789abcdef'"):
            client.reject(["0123456789abcdef"])
        with pytest.raises(BadInput, match="is an article"):
            client.reject([report.article.id])


def test_what_was_known_by_a_day_is_asked_of_a_server() -> None:
    store = filled(Report("a", published="2025-03-01").says("Umbra", "acquired", "Juno"))
    with running(SETTINGS, store) as address, Client(address, token=TOKEN) as client:
        told = {}
        for day in (date(2025, 2, 1), date(2025, 4, 1), None):
            out = io.BytesIO()
            client.seen_from(Perspective(day)).export("turtle", WHOLE, out)
            told[day] = b"organization/umbra" in out.getvalue()
        assert list(told.values()) == [False, True, True]
