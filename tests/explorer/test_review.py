"""Review: deciding on pairs with the mouse and with the keyboard, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Page, expect

from app.settings import Settings
from tests.api.conftest import running
from tests.explorer.browser import reader
from tests.resolution.making import Report
from tests.test_rulings import filled


@pytest.fixture
def alike() -> Iterator[str]:
    """A server over two pairs that may be one."""
    store = filled(
        Report("a").says("Umbra", "acquired", "Juno").says("Korda", "acquired", "Velt"),
        Report("b").says("Umbra Holdings", "investedIn", "Juno").says("Korda Group", "investedIn", "Velt"),
    )
    with running(Settings(store="memory:"), store) as url:
        yield url


def ids(page: Page, url: str) -> set[str]:
    items = page.request.get(f"{url}/entities?limit=100").json()["items"]
    return {item["id"].partition("/")[2] for item in items}


def test_a_pair_shows_what_speaks_for_it_and_is_decided_and_undone_with_the_mouse(page: Page, alike: str) -> None:
    page.goto(f"{alike}/explore/review")
    pair = page.locator(".pair").filter(has_text="Umbra Holdings")
    expect(pair).to_contain_text("only general words more")
    expect(pair).to_contain_text("shared neighbours")
    pair.get_by_role("button", name="The same").click()
    expect(page.locator("#ruling-status")).to_contain_text("The same: Umbra and Umbra Holdings")
    assert len(ids(page, alike) & {"umbra", "umbra-holdings"}) == 1
    pair.get_by_role("button", name="Undo").click()
    expect(page.locator("#ruling-status")).to_contain_text("Undone")
    assert {"umbra", "umbra-holdings"} <= ids(page, alike)
    page.reload()
    expect(page.locator(".pair")).to_have_count(2)


def test_the_keyboard_alone_decides_moves_on_and_undoes(page: Page, alike: str) -> None:
    page.goto(f"{alike}/explore/review")
    first, second = page.locator(".pair").nth(0), page.locator(".pair").nth(1)
    first.focus()
    page.keyboard.press("d")
    expect(page.locator("#ruling-status")).to_contain_text("Different")
    page.keyboard.press("j")
    expect(second).to_be_focused()
    page.keyboard.press("u")
    expect(page.locator("#ruling-status")).to_contain_text("Left undecided")
    page.keyboard.press("k")
    expect(first).to_be_focused()
    page.reload()
    expect(page.locator(".pair")).to_have_count(1)
    expect(page.locator(".pair")).to_contain_text("left undecided")
    page.locator(".pair").focus()
    page.keyboard.press("z")
    expect(page.locator("#ruling-status")).to_contain_text("Undone")
    assert [ruling["kind"] for ruling in page.request.get(f"{alike}/rulings").json()["items"]] == ["different"]


def test_a_key_that_is_pressed_elsewhere_decides_nothing(page: Page, alike: str) -> None:
    page.goto(f"{alike}/explore/review")
    page.locator("#find").fill("s")
    page.keyboard.press("d")
    assert page.request.get(f"{alike}/rulings").json()["items"] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pairs_can_be_read_by_everyone_on_a_narrow_screen(browser: Browser, alike: str, scheme: str) -> None:
    with reader(browser, scheme=scheme, width=360, height=740) as context:
        page = context.new_page()
        page.goto(f"{alike}/explore/review")
        page.locator(".pair").first.get_by_role("button", name="Undecided").click()
        expect(page.locator(".pair.is-decided")).to_have_count(1)
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_where_no_two_look_alike_the_page_says_so(page: Page, empty: str) -> None:
    page.goto(f"{empty}/explore/review")
    expect(page.locator("main")).to_contain_text("No two entities look like one")
