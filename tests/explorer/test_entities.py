"""Entities: facts with status, time and sources, the timeline, and what is no fact kept apart."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.explorer.browser import reader
from tests.query import sample_graph as sample


def address(explorer: str, entity: str) -> str:
    return f"{explorer}/explore/entities/{entity}"


def test_facts_have_a_status_a_time_and_their_sources(page: Page, explorer: str) -> None:
    page.goto(address(explorer, sample.MAYER))
    row = page.locator(f"#f{sample.TENURE.id}")
    expect(row).to_contain_text("asserted")
    expect(row).to_contain_text("by 1 September 2025")
    expect(row).to_contain_text("about two months")
    row.get_by_text("1 article").click()
    marks = row.locator("mark")
    assert {marks.nth(i).text_content() for i in range(marks.count())} == {sample.LEFT.evidence[0].text}
    row.get_by_text("Why").click()
    expect(row).to_contain_text("it lasted 45 to 77 days")


def test_a_day_shows_what_was_known_by_it(page: Page, explorer: str) -> None:
    page.goto(address(explorer, sample.MAYER))
    page.get_by_text("As known by a day").click()
    page.get_by_label("Only what had been published").fill("2020-01-01")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page.locator("#main")).to_contain_text("Nothing was known of Ruben Mayer by 2020-01-01.")
    expect(page.locator(f"#f{sample.TENURE.id}")).to_have_count(0)
    page.get_by_role("link", name="Show what is known now").click()
    expect(page.locator(f"#f{sample.TENURE.id}")).to_contain_text("asserted")
    page.goto(address(explorer, sample.MAYER) + "?known_by=2025-09-01&linked=true")
    expect(page.locator("table.facts").first).to_contain_text("by 1 September 2025")


def test_hearsay_and_plans_stand_apart_from_facts(page: Page, explorer: str) -> None:
    page.goto(address(explorer, sample.META))
    apart = page.locator(".unconfirmed")
    for fact in (sample.ALTERNATIVE, sample.PLANNED):
        expect(apart.locator(f"#f{fact.id}")).to_have_count(1)
    expect(apart.locator(f"#f{sample.INVESTMENT.id}")).to_have_count(0)
    expect(page.locator(f"#f{sample.PARTNERSHIP.id}")).to_contain_text("disputed")


def test_the_timeline_leads_to_its_facts(page: Page, explorer: str) -> None:
    page.goto(address(explorer, sample.META))
    page.locator(".timeline li a").first.click()
    expect(page.locator("tr:target")).to_be_in_viewport()


def test_the_export_menu_works_with_the_keyboard(page: Page, explorer: str) -> None:
    page.goto(address(explorer, sample.META))
    page.locator(".menu summary").focus()
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="gexf")
    expect(link).to_be_visible()
    href = link.get_attribute("href")
    assert page.request.get(f"{explorer}{href}").ok
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()


def test_a_name_finds_its_entity_from_any_page(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/conflicts")
    page.get_by_label("Find an entity by name").fill("facebook")
    page.keyboard.press("Enter")
    page.locator("#main").get_by_role("link", name="Meta", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meta")


def test_a_name_that_is_not_there_gets_a_page_that_says_so(page: Page, watch, explorer: str) -> None:
    watch.expect("404")
    page.goto(address(explorer, "organization/nobody"))
    expect(page.locator("main")).to_contain_text("There is no entity")


def test_the_page_is_whole_without_javascript(browser: Browser, explorer: str) -> None:
    with reader(browser, scripts=False) as context:
        page = context.new_page()
        page.goto(address(explorer, sample.MAYER))
        page.locator(f"#f{sample.TENURE.id}").get_by_text("1 article").click()
        expect(page.locator(".quote mark").first).to_be_visible()
        page.locator(".quote a").first.click()
        expect(page.locator("article.text")).to_contain_text("Ruben Mayer")
