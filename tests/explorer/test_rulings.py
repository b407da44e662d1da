"""Rulings: deciding that two names are one, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from app.extraction.engine import load_engine
from app.pipeline import ingest
from app.settings import Settings
from app.store.embedded import EmbeddedStore
from tests.api.conftest import running
from tests.query.sample_graph import sample_article


@pytest.fixture(scope="module")
def ruled() -> Iterator[str]:
    """A server over one article, whose facts a ruling derives anew."""
    store, settings = EmbeddedStore(), Settings(store="memory:")
    ingest(store, settings.iris, [sample_article("03")], load_engine(settings.engine))
    with running(settings, store) as url:
        yield url


def test_two_names_are_joined_and_parted_again(page: Page, ruled: str) -> None:
    page.goto(f"{ruled}/explore/entities/organization/scale-ai")
    page.get_by_role("link", name="Rule on the name").click()
    expect(page.get_by_label("The one")).to_have_value("organization/scale-ai")
    page.get_by_label("The other").fill("organization/tbd-labs")
    page.get_by_label("Because").first.fill("a test")
    page.get_by_role("button", name="Decide").click()
    expect(page.locator("#rulings")).to_contain_text("are one and the same")
    expect(page.locator("#rulings")).to_contain_text("because a test")
    joined = {
        page.request.get(f"{ruled}/entities/organization/{name}").json()["id"] for name in ("scale-ai", "tbd-labs")
    }
    assert len(joined) == 1
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("main")).to_contain_text("Nothing has been ruled on yet")
    assert page.request.get(f"{ruled}/entities/organization/tbd-labs").json()["name"] == "TBD Labs"


def test_what_cannot_be_ruled_is_explained(page: Page, watch, ruled: str) -> None:
    watch.expect("40")
    page.goto(f"{ruled}/explore/rulings")
    for name in ("The one", "The other"):
        page.get_by_label(name).fill("organization/scale-ai")
    page.get_by_role("button", name="Decide").click()
    expect(page.locator("#ruling-status")).to_contain_text("two")
    expect(page.locator("#rulings li")).to_have_count(0)
