"""Every page for every reader: by day and by night, on a narrow screen, by axe's rules, with the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, BrowserContext, Page

from tests.explorer import hostile
from tests.explorer.browser import reader
from tests.explorer.conftest import watched
from tests.query import sample_graph as sample

PAGES = {
    "front": "/",
    "answer": "/?q=Who oversaw Meta's data operations and when did they leave?",
    "no answer": "/?q=Who invested in Meta?",
    "entities": "/explore/entities",
    "entity": f"/explore/entities/{sample.META}",
    "entity by a day": f"/explore/entities/{sample.META}?known_by=2025-09-01&linked=true",
    "hostile entity": f"/explore/entities/{hostile.IMAGE_ID}",
    "articles": "/explore/articles",
    "article": f"/explore/articles/{sample.LEAVES.article.id}",
    "hostile article": f"/explore/articles/{hostile.ARTICLE.id}",
    "graph": f"/explore/graph?root={sample.META}&depth=2&include=all",
    "sparql": "/explore/sparql?query=SELECT * {{ ?fact a cg:Tenure }}",
    "conflicts": "/explore/conflicts",
    "review": "/explore/review",
    "rulings": "/explore/rulings",
    "ingest": "/explore/ingest",
    "docs": "/docs",
}


def visit(page: Page, explorer: str, name: str) -> None:
    """Open a page with everything on it unfolded."""
    page.goto(explorer + PAGES[name].replace("{{", "{").replace("}}", "}"))
    if name == "graph":
        page.wait_for_selector("#twin tbody tr")
    if name == "sparql":
        page.wait_for_selector("#result td")
    page.evaluate("document.querySelectorAll('details:not(.menu)').forEach((part) => (part.open = true))")


@pytest.fixture(scope="module", params=["light", "dark"])
def wide(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    with reader(browser, scheme=request.param) as context:
        yield context


@pytest.fixture(scope="module")
def narrow(browser: Browser) -> Iterator[BrowserContext]:
    with reader(browser, width=360, height=740) as context:
        yield context


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_no_fault(wide: BrowserContext, explorer: str, name: str) -> None:
    for page, _ in watched(wide):
        visit(page, explorer, name)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_screen_never_scrolls_sideways(narrow: BrowserContext, explorer: str, name: str) -> None:
    for page, _ in watched(narrow):
        visit(page, explorer, name)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("name", PAGES)
def test_hostile_names_stay_text(page: Page, explorer: str, name: str) -> None:
    visit(page, explorer, name)
    assert page.evaluate("window.harmed") is None
    assert page.locator("main img, main script").count() == 0


def test_the_keyboard_reaches_the_content_at_once(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/entities")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")
