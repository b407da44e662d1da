"""The page that is exported: opened from a disk, without a server, it shows the same and asks for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from app.query.exports.base import Export
from app.query.graph import project
from app.query.lookup import Lookup
from app.query.network import network
from app.query.selection import INCLUDABLE, Selection
from app.store.embedded import EmbeddedStore
from tests.explorer import hostile
from tests.explorer.browser import reader
from tests.explorer.dispute import dispute_quads
from tests.explorer.hostile import hostile_quads
from tests.query import sample_graph as sample
from tests.query.exports.large import large_lookup
from tests.query.exports.readers import Found
from tests.query.exports.test_readers import check, written
from tests.query.sample_graph import IRIS, load, sample_quads

EVERYTHING = Selection(include=frozenset(INCLUDABLE), lone_groups=True)


@pytest.fixture(scope="module")
def lookup() -> Lookup:
    """What the explorer's tests serve, hostile names and a dispute in it."""
    store = EmbeddedStore()
    load(store, [*sample_quads(), *hostile_quads(), *dispute_quads()])
    return Lookup(store, IRIS)


def saved(lookup: Lookup, folder: Path, selection: Selection) -> tuple[Export, str]:
    """The page on a disk, and its address."""
    export = Export(project(lookup, selection), lookup, selection)
    file = folder / "graph.html"
    file.write_bytes(written(export, "html"))
    return export, file.as_uri()


class Visit:
    """An opened page, with what it did that it must not."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.faults = page, list[str]()
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("request", lambda request: self.faults.append(request.url) if request.url != address else None)
        page.goto(address)
        page.wait_for_selector("#twin tbody tr")

    def facts(self) -> set[str]:
        rows: list[str] = self.page.eval_on_selector_all(
            "#twin tbody tr", "rows => rows.map((row) => row.dataset.fact)"
        )
        return set(rows)


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 360)], ids=["light", "dark", "narrow"])
def visit(request: pytest.FixtureRequest, browser: Browser, lookup: Lookup, tmp_path: Path) -> Iterator[Visit]:
    """The page with everything in it, by day, by night and on a narrow screen; it keeps to the rules."""
    scheme, width = request.param
    _, address = saved(lookup, tmp_path, EVERYTHING)
    with reader(browser, scheme=scheme, width=width) as context:
        visit = Visit(context.new_page(), address)
        yield visit
        assert visit.faults == []


def found_in(page: Page) -> Found:
    data: dict[str, Any] = page.evaluate("JSON.parse(document.querySelector('#data').textContent)")
    nodes = {node["id"]: node for node in data["nodes"]}
    return Found(nodes, [(edge["source"], edge["target"], edge) for edge in data["edges"]])


@pytest.mark.parametrize("size", ["small", "large"])
def test_the_browser_reads_the_same_graph(browser: Browser, lookup: Lookup, tmp_path: Path, size: str) -> None:
    export, address = saved(large_lookup() if size == "large" else lookup, tmp_path, EVERYTHING)
    with reader(browser) as context:
        visit = Visit(context.new_page(), address)
        check(export, found_in(visit.page))
        assert visit.faults == []


def test_hostile_names_do_nothing(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Around").fill(hostile.IMAGE)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#panel h2")).to_have_text(hostile.IMAGE)
    page.locator("#twin").get_by_role("button", name="acquired").first.click()
    expect(page.locator("#panel mark")).to_have_text(hostile.BOUGHT.evidence[0].text)
    assert page.evaluate("window.harmed") is None
    assert page.locator("main img, main script").count() == 0


def test_nothing_is_hard_to_see_or_to_reach(visit: Visit) -> None:
    page = visit.page
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_fact_shows_the_words_on_both_sides(visit: Visit) -> None:
    page = visit.page
    page.get_by_label("Around").fill("Cindervale")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator("#twin tbody tr").get_by_role("button", name="acquired").click()
    expect(page.locator("#panel .quote")).to_have_count(2)
    expect(page.locator("#panel .quote.disputes")).to_contain_text("We are not negotiating")


def test_the_policy_lets_no_script_in(browser: Browser, lookup: Lookup, tmp_path: Path) -> None:
    _, address = saved(lookup, tmp_path, EVERYTHING)
    with reader(browser) as context:
        visit = Visit(context.new_page(), address)
        policy = visit.page.locator("meta[http-equiv]").get_attribute("content") or ""
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        visit.page.evaluate(
            "document.body.append(Object.assign(document.createElement('script'), {text: 'harmed = 1'}))"
        )
        assert visit.page.evaluate("window.harmed") is None
        assert any("Content Security Policy" in fault for fault in visit.faults), "it was stopped, and said so"


@pytest.mark.parametrize("day", ["2024-01-01", "2025-06-15", "2025-09-02"])
def test_the_slider_counts_what_the_graph_holds(browser: Browser, lookup: Lookup, tmp_path: Path, day: str) -> None:
    from datetime import date

    around = Selection(root=sample.META, depth=2)
    _, address = saved(lookup, tmp_path, around)
    expected = {link.fact for link in network(lookup, Selection(root=sample.META, as_of=date.fromisoformat(day))).links}
    with reader(browser) as context:
        visit = Visit(context.new_page(), address)
        visit.page.locator("#day").evaluate(
            """(slider, day) => {
                slider.value = String(Date.parse(day) / 86400000);
                slider.dispatchEvent(new Event("input"));
            }""",
            day,
        )
        assert visit.facts() == expected
        expect(visit.page.locator("#day-count")).to_contain_text(f"{len(expected)} fact")
