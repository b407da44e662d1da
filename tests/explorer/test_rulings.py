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


def test_a_claim_is_rejected_beside_its_article_with_the_keyboard_and_counts_again(page: Page, ruled: str) -> None:
    page.goto(f"{ruled}/explore/articles")
    page.locator(".articles a").first.click()
    before = page.request.get(f"{ruled}/export/nquads").body()
    card = page.locator(".claim", has_text="left").first
    number = card.get_attribute("id")
    card.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("it was somebody else")
    page.keyboard.press("Enter")
    card = page.locator(f"#{number}")
    expect(card).to_contain_text("rejected as misread because it was somebody else")
    expect(card).to_be_focused()
    expect(page.locator(".claim.is-out")).to_have_count(1)
    (ruling,) = page.request.get(f"{ruled}/rulings").json()["items"]
    assert (ruling["kind"], len(ruling["about"])) == ("rejected", 1)
    card.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator(".claim.is-out")).to_have_count(0)
    expect(page.locator(f"#{number}")).to_be_focused()
    assert page.request.get(f"{ruled}/export/nquads").body() == before


def test_what_a_false_fact_rests_on_is_rejected_with_its_evidence(page: Page, ruled: str) -> None:
    address = f"{ruled}/explore/entities/person/ruben-mayer"
    page.goto(f"{address}?linked=true")
    facts = page.locator("table.facts tr[id]")
    known = facts.count()
    row = facts.first
    name = row.get_attribute("id")
    row.locator("details.sources > summary").click()
    row.get_by_text("Misread?").first.click()
    row.get_by_label("Because").first.fill("a test")
    row.get_by_role("button", name="Reject").first.click()
    expect(page.locator("#rejected")).to_be_focused()
    expect(page.locator("#rejected")).to_contain_text("rejected as misread because a test")
    expect(page.locator(f"#{name}")).to_have_count(0)
    assert page.url.endswith("?linked=true")
    page.locator("#rejected a").first.click()
    expect(page.locator(":target + mark").first).to_be_in_viewport()
    page.goto(f"{ruled}/explore/rulings")
    expect(page.locator("#rulings")).to_contain_text("rejected as misread because a test")
    expect(page.locator(".log > li").first).to_contain_text("rejected as misread because a test")
    page.goto(address)
    page.locator("#rejected").get_by_role("button", name="Undo").click()
    expect(page.locator("#rejected")).to_have_count(0)
    expect(facts).to_have_count(known)


def test_where_the_server_wants_a_token_the_page_asks_for_it(page: Page, watch) -> None:
    watch.expect("401")
    store, settings = EmbeddedStore(), Settings(store="memory:", token="a-secret")
    ingest(store, settings.iris, [sample_article("03")], load_engine(settings.engine))
    with running(settings, store) as url:
        page.goto(f"{url}/explore/articles")
        page.locator(".articles a").first.click()
        card = page.locator(".claim").first
        card.locator("summary").click()
        card.get_by_role("button", name="Reject").click()
        expect(page.locator("#ruling-status")).to_contain_text("token")
        expect(page.get_by_label("Token of this server")).to_be_in_viewport()
        page.get_by_label("Token of this server").fill("a-secret")
        card.get_by_role("button", name="Reject").click()
        expect(page.locator(".claim.is-out")).to_have_count(1)
