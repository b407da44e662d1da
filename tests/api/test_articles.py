"""POST /articles takes the same kinds of file as the command line, and makes the same article of each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.documents.load import read_articles
from app.resources import SAMPLE_ARTICLES_DIR
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import connected
from tests.documents.printing import as_page, as_pdf

TEXT = (SAMPLE_ARTICLES_DIR / "03-meta-data-executive-leaves.txt").read_text(encoding="utf-8").split("---\n", 2)[2]
PAGE = as_page(TEXT, datePublished="2025-09-01")


@pytest.fixture(scope="module")
def http() -> Iterator[httpx.Client]:
    with connected(Settings(store="memory:", max_body_mb=1), EmbeddedStore()) as client:
        yield client


@pytest.mark.parametrize(
    ("suffix", "media_type", "content"),
    [
        (".html", "text/html", PAGE.encode()),
        (".html", "text/html; charset=utf-8", PAGE.encode()),
        (".pdf", "application/pdf", as_pdf(TEXT)),
        (".md", "text/markdown", f"---\npublished: 2025-09-01\n---\n{TEXT}".encode()),
    ],
)
def test_each_kind_is_read_as_a_file_of_it_is(
    http: httpx.Client, tmp_path: Path, suffix: str, media_type: str, content: bytes
) -> None:
    file = tmp_path / f"leaves{suffix}"
    file.write_bytes(content)
    [expected] = read_articles(file)
    expected = expected.model_copy(update={"source": None})
    sent = http.post("/articles", content=content, headers={"Content-Type": media_type})
    assert sent.status_code in (200, 201), sent.text
    assert sent.json()["article"] == expected.id
    assert sent.json()["claims"] > 3
    kept = http.get(sent.headers["location"]).json()["article"]
    assert (kept["text"], kept["published"]) == (expected.text, expected.published)


def test_a_form_holds_one_file_and_says_more_of_it(http: httpx.Client) -> None:
    said = {"publisher": "The Harbour Post", "published": "2025-09-02", "title": "Gone"}
    sent = http.post(
        "/articles", files={"any": ("C:\\in\\leaves.pdf", as_pdf(TEXT), "application/octet-stream")}, data=said
    )
    assert sent.status_code == 201, sent.text
    kept = http.get(sent.headers["location"]).json()["article"]
    assert {name: kept[name] for name in said} == said
    assert kept["source"] == "leaves.pdf"
    # Where its name does not say what it is, its media type does.
    page = http.post("/articles", files={"f": ("blob", PAGE.encode(), "text/html")})
    assert http.get(page.headers["location"]).json()["article"]["title"]
    assert "<p>" not in http.get(page.headers["location"]).json()["article"]["text"]


def test_a_correction_of_what_is_not_there_is_taken_with_a_notice(http: httpx.Client) -> None:
    sent = http.post("/articles", json={"text": "Roe founded Umbra.", "replaces": "https://example.org/nowhere"})
    assert sent.status_code == 201
    assert "https://example.org/nowhere" in sent.json()["notices"][0]


@pytest.mark.parametrize(
    ("request_", "code", "words"),
    [
        ({"content": b"%PDF-1.4 nothing", "headers": {"Content-Type": "application/pdf"}}, 422, "no PDF"),
        ({"content": b"", "headers": {"Content-Type": "text/html"}}, 422, "no article"),
        ({"content": b"a,b", "headers": {"Content-Type": "text/csv"}}, 400, "text/html, application/xhtml+xml"),
        ({"content": b"\xff", "headers": {"Content-Type": "text/html; charset=klingon"}}, 422, "klingon"),
        ({"content": b"x" * 1_100_000, "headers": {"Content-Type": "application/pdf"}}, 413, "MAX_BODY_MB"),
        ({"files": {"f": ("a.docx", b"x")}}, 422, "no kind of file"),
        ({"files": {"f": ("a.txt", b"x"), "g": ("b.txt", b"x")}}, 400, "/jobs"),
        ({"files": {"f": ("a.jsonl", b'{"text": "One."}\n{"text": "Two."}\n')}}, 400, "/jobs"),
        ({"files": {"f": ("a.txt", b"x")}, "data": {"author": "me"}}, 400, "publisher"),
        ({"files": {"f": ("a.txt", b"x")}, "data": {"published": "soon"}}, 400, "2025-09"),
    ],
)
def test_what_is_no_article_is_refused_with_the_reason(
    http: httpx.Client, request_: dict[str, Any], code: int, words: str
) -> None:
    before = http.get("/articles").json()["items"]
    answer = http.post("/articles", **request_)
    assert (answer.status_code, answer.headers["content-type"]) == (code, "application/problem+json"), answer.text
    assert words in answer.text
    assert http.get("/articles").json()["items"] == before


def test_every_kind_is_in_the_openapi_document(http: httpx.Client) -> None:
    content = http.get("/openapi.json").json()["paths"]["/articles"]["post"]["requestBody"]["content"]
    assert {"application/json", "text/plain", "text/html", "application/pdf", "multipart/form-data"} <= content.keys()
