"""Ingest: files and pasted text, one after the other, with what became of each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import FilePayload, Page, expect
from pydantic import SecretStr

from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.query.sample_graph import sample_article

TOKEN = "a secret of some length"


@pytest.fixture(scope="module")
def writable() -> Iterator[str]:
    """A server of its own, empty and to be written to with a token."""
    with running(Settings(store="memory:", token=SecretStr(TOKEN)), EmbeddedStore()) as url:
        yield url


def file(name: str, text: str) -> FilePayload:
    return {"name": name, "mimeType": "text/plain", "buffer": text.encode()}


def test_pasted_text_becomes_an_article(page: Page, writable: str) -> None:
    page.goto(f"{writable}/explore/ingest")
    page.get_by_label("Token of this server").fill(TOKEN)
    page.get_by_label("Title").fill("Solvane buys Pemberly 😀")
    page.get_by_label("Published", exact=True).fill("2025-10-07")
    page.get_by_role("textbox", name="Text", exact=True).fill("Solvane bought Pemberly Systems for 620 million euros.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#outcomes")).to_contain_text("added", timeout=60_000)
    page.locator("#outcomes a").click()
    expect(page.locator("article.text")).to_contain_text("620 million euros")


def test_files_are_read_in_turn_and_errors_help(page: Page, writable: str) -> None:
    article = sample_article("03")
    front = f"---\ntitle: {article.title}\npublished: 2025-09-01\n---\n{article.text}"
    page.goto(f"{writable}/explore/ingest")
    page.get_by_label("Token of this server").fill(TOKEN)
    page.get_by_label("Choose files").set_input_files(
        [
            file("article.txt", front),
            file("again.txt", front),
            file("empty.txt", " "),
            file("page.html", "<article><h1>Velt</h1><p>Velt named Ada Grey chief executive.</p></article>"),
            file("lines.jsonl", '{"text": "Umbra bought Velt."}\n{"no": 1}\n'),
        ]
    )
    expect(page.locator("#ingest-status")).to_contain_text("Done: 6 sent", timeout=60_000)
    said = page.locator("#outcomes li").all_text_contents()
    assert "was there already" in said[4]
    failed = [line for line in said if line.startswith("✕")]
    assert len(failed) == 2
    assert any("lines.jsonl, line 2" in line for line in failed)


def test_without_the_token_it_says_what_is_missing(page: Page, watch, writable: str) -> None:
    watch.expect("401")
    page.goto(f"{writable}/explore/ingest")
    page.get_by_role("textbox", name="Text", exact=True).fill("Umbra bought Velt.")
    page.get_by_role("button", name="Read it").click()
    expect(page.locator("#outcomes")).to_contain_text("token")


def test_what_is_stopped_is_not_read(page: Page, writable: str) -> None:
    page.goto(f"{writable}/explore/ingest")
    page.get_by_label("Token of this server").fill(TOKEN)
    # Long enough that the page has seen the first ones read long before the last.
    idle = "The harbour of the town was quiet on that day. " * 600
    sent = [file(f"{number}.txt", f"Pemberly {number} bought Velt {number}. {idle}") for number in range(40)]
    page.get_by_label("Choose files").set_input_files(sent)
    expect(page.locator("#waiting")).to_contain_text("being read", timeout=60_000)
    expect(page.locator("#waiting")).to_contain_text("more wait")
    expect(page.locator("#outcomes li").first).to_be_visible(timeout=60_000)
    page.get_by_role("button", name="Stop after this one").click()
    expect(page.locator("#ingest-status")).to_contain_text("were not read", timeout=60_000)
    assert 0 < page.locator("#outcomes li").count() < 40
    expect(page.locator("#waiting li")).to_have_count(0)
