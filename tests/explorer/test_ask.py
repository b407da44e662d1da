"""Asking: the answer with its evidence, and every state in which there is none."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from app.model import Span
from app.settings import Settings
from tests.api.conftest import running
from tests.explorer.browser import reader
from tests.query import sample_graph as sample
from tests.resolution.making import Report
from tests.test_rulings import filled

QUESTION = "Who oversaw Meta's data operations and when did they leave?"


def ask(page: Page, url: str, question: str) -> None:
    page.goto(url)
    page.get_by_label("Ask the articles").fill(question)
    page.keyboard.press("Enter")
    page.wait_for_selector(".answer")


def test_an_answer_shows_the_words_it_rests_on_and_leads_to_them(page: Page, explorer: str) -> None:
    ask(page, explorer, QUESTION)
    expect(page.locator(".state")).to_contain_text("Answered")
    expect(page.locator(".said")).to_contain_text("Ruben Mayer")
    expect(page.locator(".caveats")).to_contain_text("No calendar date is stated")
    quote = page.locator(".quote mark").first
    assert quote.text_content() in {span.text for claim in (sample.OVERSAW, sample.LEFT) for span in claim.evidence}
    assert re.search(r"[?&]q=", page.url), "the address holds the question"
    page.locator(".quote a").first.click()
    assert "/explore/articles/" in page.url
    target = page.locator(":target + mark").first
    expect(target).to_be_in_viewport()


def test_the_query_behind_an_answer_can_be_copied_and_opened(page: Page, explorer: str) -> None:
    ask(page, explorer, QUESTION)
    page.get_by_text("The SPARQL that gave it").click()
    code = page.locator(".code code").first.text_content()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("button", name="Copied").first).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == code
    page.get_by_role("link", name="Open in the editor").first.click()
    expect(page.locator("#result table")).to_be_visible()


@pytest.mark.parametrize(
    ("question", "state"),
    [
        ("Who invested in Meta?", "Not stated"),
        ("Who founded Examplia?", "Unknown name"),
        ("What is the best company?", "Out of scope"),
    ],
)
def test_having_no_answer_is_a_state_with_advice(page: Page, explorer: str, question: str, state: str) -> None:
    ask(page, explorer, question)
    expect(page.locator(".state")).to_contain_text(state)
    expect(page.locator(".answer .advice")).not_to_be_empty()


def test_without_an_answer_it_leads_to_those_the_question_names(page: Page, explorer: str) -> None:
    ask(page, explorer, "Who invested in Facebook?")
    page.locator(".answer").get_by_role("link", name="Meta").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meta")


def test_the_front_page_has_questions_that_this_graph_answers(page: Page, explorer: str) -> None:
    page.goto(explorer)
    examples = page.locator(".lead .questions a")
    assert examples.count() >= 3
    examples.first.click()
    expect(page.locator(".state")).to_contain_text("Answered")
    expect(page.locator(".quote").first).to_be_visible()


def test_a_day_can_be_set_and_stays(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/?q=Who left Meta?")
    page.get_by_text("As of a day").click()
    page.get_by_label("Only what holds on").fill("2025-09-30")
    page.get_by_role("button", name="Ask").click()
    assert "as_of=2025-09-30" in page.url
    expect(page.get_by_label("Only what holds on")).to_have_value("2025-09-30")


def test_an_empty_graph_says_how_to_fill_it(page: Page, empty: str) -> None:
    page.goto(empty)
    expect(page.get_by_role("heading", name="No article has been read yet")).to_be_visible()
    page.get_by_role("link", name="Give it some").click()
    expect(page.get_by_role("heading", name="Ingest")).to_be_visible()


def test_asking_needs_no_javascript(browser: Browser, explorer: str) -> None:
    with reader(browser, scripts=False) as context:
        page = context.new_page()
        ask(page, explorer, QUESTION)
        expect(page.locator(".quote mark").first).to_be_visible()


def test_what_a_quote_is_read_with_stands_below_it_and_is_no_quote(page: Page) -> None:
    text = "Umbra makes lamps. It bought Velt."
    said = (Span(start=19, end=34, text="It bought Velt."), Span(start=0, end=5, text="Umbra"))
    store = filled(Report(text).says("Umbra", "acquired", "Velt", evidence=said))
    with running(Settings(store="memory:"), store) as url:
        page.goto(f"{url}/?q=Who bought Velt?")
        expect(page.locator("figure.quote mark")).to_have_text(["It bought Velt."])
        named = page.locator("figure.quote .context a")
        expect(named).to_have_text("“Umbra”")
        named.press("Enter")
        page.wait_for_url("**/explore/articles/**#s0-5")
        page.goto(f"{url}/explore/graph")
        page.locator("#twin button", has_text="acquired").first.press("Enter")
        expect(page.locator("#panel mark")).to_have_text("It bought Velt.")
        expect(page.locator("#panel .context")).to_have_text("read with “Umbra”")
