"""Conflicts: both sides with their words, and nobody said to be right."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from app.extraction.engine import load_engine
from app.model import Article
from app.pipeline import ingest
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.explorer import dispute


def test_both_sides_stand_beside_each_other_with_their_speakers(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/conflicts")
    conflict = page.locator(".conflict", has_text="Cindervale")
    sides = conflict.locator(".sides > section")
    expect(sides).to_have_count(2)
    for claim, speaker in ((dispute.REPORT, "Hanover Ledger"), (dispute.DENIAL, "Jonas Reiter")):
        side = sides.filter(has_text=claim.evidence[0].text)
        expect(side.locator("mark")).to_have_text(claim.evidence[0].text)
        expect(side).to_contain_text(speaker)
    conflict.locator(".quote a").first.click()
    expect(page.locator(":target + mark").first).to_be_in_viewport()


@pytest.fixture
def disputed() -> Iterator[str]:
    """A server over two articles of which one reports a departure and the other denies it."""
    store, settings = EmbeddedStore(), Settings(store="memory:")
    says = "Orla Finch, the finance chief of Tarnbrook Systems, has left the company, it said on Monday."
    articles = [
        Article(text=says, title="Finch leaves", publisher="A", published="2025-05-05"),
        Article(
            text="Orla Finch has not left Tarnbrook Systems, the company said on Tuesday.",
            title="Finch stays",
            publisher="B",
            published="2025-05-06",
        ),
    ]
    ingest(store, settings.iris, articles, load_engine(settings.engine))
    with running(settings, store) as url:
        yield url


def test_an_article_is_ruled_out_and_the_log_tells_of_it(page: Page, disputed: str) -> None:
    page.goto(f"{disputed}/explore/conflicts")
    before = page.request.get(f"{disputed}/export/nquads").body()
    conflict = page.locator(".conflict").first
    conflict.get_by_text("Rule on this").click()
    conflict.get_by_label("Article").select_option(label="Finch stays (B)")
    conflict.locator("details.rule").get_by_label("Because").fill("withdrawn by its outlet")
    conflict.get_by_role("button", name="No longer count it").click()
    entry = page.locator(".log > li").first
    expect(entry).to_contain_text("Finch stays no longer counts because withdrawn by its outlet")
    expect(entry).to_contain_text("1 fact changed")
    expect(page.locator(".conflict")).to_have_count(0)
    assert page.request.get(f"{disputed}/rulings").json()["items"][0]["kind"] == "retracted"
    newest = page.request.get(f"{disputed}/changes").json()["items"][-1]
    assert newest["cause"] == "ruling"
    entry.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".conflict")).not_to_have_count(0)
    expect(page.locator(".log > li").first).to_contain_text("a ruling was undone")
    assert page.request.get(f"{disputed}/export/nquads").body() == before


def test_a_side_that_was_misread_is_rejected_where_it_stands(page: Page, disputed: str) -> None:
    page.goto(f"{disputed}/explore/conflicts")
    known = page.locator(".conflict").count()
    side = page.locator(".conflict").first.locator(".quote", has_text="has not left")
    side.get_by_text("Misread?").click()
    side.get_by_role("button", name="Reject").click()
    entry = page.locator(".log > li").first
    expect(entry).to_contain_text("rejected as misread")
    expect(page.locator(".conflict")).to_have_count(0)
    expect(page.get_by_role("heading", name="Denials")).to_have_count(0)
    entry.get_by_role("button", name="Undo").click()
    expect(page.locator(".conflict")).to_have_count(known)


def test_where_nobody_disagrees_the_page_says_so(page: Page, empty: str) -> None:
    page.goto(f"{empty}/explore/conflicts")
    expect(page.locator("main")).to_contain_text("No two sources contradict each other")
