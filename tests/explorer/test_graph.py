"""The graph: a drawing and a table of the same, filtered alike, with the state in the address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from app.settings import Settings
from tests.api.conftest import running
from tests.explorer import hostile
from tests.query import sample_graph as sample
from tests.resolution.making import Report
from tests.test_rulings import filled

ALL = "disputed,reported,planned,possible"


def open_graph(page: Page, explorer: str, query: str = "") -> None:
    page.goto(f"{explorer}/explore/graph{query}")
    page.wait_for_selector("#twin tbody tr")


def facts_in_table(page: Page) -> set[str]:
    found: list[str] = page.eval_on_selector_all("#twin tbody tr", "rows => rows.map((row) => row.dataset.fact)")
    return set(found)


def network(page: Page, explorer: str, **query: str) -> set[str]:
    answer = page.request.get(f"{explorer}/network", params={"limit": "200", **query}).json()
    return {link["fact"] for link in answer["links"]}


def test_the_table_says_what_the_interface_says(page: Page, explorer: str) -> None:
    open_graph(page, explorer)
    assert facts_in_table(page) == network(page, explorer)
    open_graph(page, explorer, f"?root={sample.META}&depth=2&include=all")
    assert facts_in_table(page) == network(page, explorer, root=sample.META, depth="2", include=ALL)


@pytest.mark.parametrize("day", ["2024-01-01", "2025-06-15", "2025-08-31", "2026-01-01"])
def test_the_slider_counts_what_the_interface_counts(page: Page, explorer: str, day: str) -> None:
    open_graph(page, explorer, f"?root={sample.META}&depth=2&as_of={day}")
    expected = network(page, explorer, root=sample.META, depth="2", as_of=day)
    assert facts_in_table(page) == expected
    expect(page.locator("#day-count")).to_contain_text(f"{len(expected)} fact")


def test_the_slider_moves_with_the_keyboard_and_into_the_address(page: Page, explorer: str) -> None:
    open_graph(page, explorer, f"?root={sample.META}&depth=2")
    slider = page.get_by_label("As of")
    slider.focus()
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    day = re.search(r"as_of=([\d-]+)", page.url)
    assert day
    assert facts_in_table(page) == network(page, explorer, root=sample.META, depth="2", as_of=day[1])
    page.get_by_role("button", name="Any day").click()
    assert facts_in_table(page) == network(page, explorer, root=sample.META, depth="2")
    assert "as_of" not in page.url


def test_the_legend_filters(page: Page, explorer: str) -> None:
    open_graph(page, explorer, f"?root={sample.META}&depth=2&include=all")
    page.get_by_label("reported").first.wait_for()
    page.locator("label", has_text="◇ reported").click()
    assert sample.ALTERNATIVE.id not in facts_in_table(page)
    assert sample.TENURE.id in facts_in_table(page)
    page.locator("label", has_text="people").click()
    assert sample.TENURE.id not in facts_in_table(page)


def test_a_fact_shows_its_words_beside_the_drawing(page: Page, explorer: str) -> None:
    open_graph(page, explorer, f"?root={sample.META}")
    row = page.locator(f'#twin tr[data-fact="{sample.INVESTMENT.id}"]')
    row.get_by_role("button", name="invested in").press("Enter")
    expect(page.locator("#panel mark").first).to_have_text(sample.INVESTED.evidence[0].text)
    assert "selected=" in page.url
    page.reload()
    expect(page.locator("#panel mark").first).to_have_text(sample.INVESTED.evidence[0].text)
    page.locator("#panel .quote a").click()
    expect(page.locator(":target + mark").first).to_be_in_viewport()


def test_several_roles_of_one_person_at_one_place_are_told_apart(page: Page) -> None:
    said = Report("Roe was chair of Umbra. Roe was treasurer of Umbra.")
    for title in ("chair", "treasurer"):
        said.says("Roe", "heldRole", "Umbra", qualifiers={"title": title})
    with running(Settings(store="memory:"), filled(said)) as url:
        open_graph(page, url, "?root=Roe")
        buttons = page.locator("#twin td:nth-child(2) button")
        expect(buttons).to_have_text(["held a role at: chair", "held a role at: treasurer"])
        page.locator("#panel button", has_text="held a role at Umbra: treasurer").press("Enter")
        expect(page.locator("#panel h2")).to_contain_text("treasurer")


def test_a_node_can_be_expanded_and_put_in_the_middle(page: Page, explorer: str) -> None:
    open_graph(page, explorer, f"?root={sample.MAYER}")
    assert facts_in_table(page) == {sample.TENURE.id}
    page.locator("#twin").get_by_role("button", name="Meta").first.click()
    page.get_by_role("button", name="Show its neighbours").click()
    page.wait_for_selector(f'#twin tr[data-fact="{sample.INVESTMENT.id}"]')
    assert facts_in_table(page) > {sample.TENURE.id}
    page.get_by_role("button", name="Put it in the middle").click()
    page.wait_for_url("**root=organization*")
    expect(page.get_by_label("Around")).to_have_value("Meta")


def test_a_path_between_two_entities(page: Page, explorer: str) -> None:
    open_graph(page, explorer)
    page.get_by_label("Path from").fill("Ruben Mayer")
    page.get_by_label("to", exact=True).fill("Scale AI")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("#panel")).to_contain_text("Ruben Mayer → Meta → Scale AI")
    assert {sample.TENURE.id, sample.INVESTMENT.id} <= facts_in_table(page)


def test_a_name_that_is_unknown_is_said_to_be(page: Page, watch, explorer: str) -> None:
    watch.expect("404")
    open_graph(page, explorer)
    page.get_by_label("Around").fill("Nobody & Sons")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#graph-status")).to_contain_text("Nobody & Sons")


def test_an_empty_graph_is_no_empty_screen(page: Page, empty: str) -> None:
    page.goto(f"{empty}/explore/graph")
    expect(page.locator("#graph-status")).to_contain_text("nothing to draw yet")


def test_hostile_names_stay_text(page: Page, explorer: str) -> None:
    open_graph(page, explorer, f"?root={hostile.IMAGE_ID}")
    expect(page.locator("#panel h2")).to_have_text(hostile.IMAGE)
    assert page.evaluate("window.harmed") is None
