"""Articles: what is marked is what was stored, to the letter, and marks and claims lead to each other."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Page, expect

from app.model import Claim, retraction
from app.pipeline import decide
from app.settings import Settings
from tests.api.conftest import running
from tests.explorer import hostile
from tests.query import sample_graph as sample
from tests.test_rulings import HOUSE, IRIS, corrected, filled


def open_article(page: Page, explorer: str, article_id: str) -> None:
    page.goto(f"{explorer}/explore/articles/{article_id}")


@pytest.mark.parametrize(
    "claims",
    [(sample.OVERSAW, sample.LEFT, sample.INVESTED, sample.UNIT, sample.SUPPLIES), (hostile.BOUGHT, hostile.PARTNERS)],
)
def test_the_marked_text_is_the_stored_quote(page: Page, explorer: str, claims: tuple[Claim, ...]) -> None:
    open_article(page, explorer, claims[0].article)
    marks = page.eval_on_selector_all(
        "mark[data-claims]", "marks => marks.map((m) => [m.dataset.claims, m.textContent])"
    )
    quotes: dict[str, str] = defaultdict(str)
    for numbers, text in marks:
        for number in numbers.split():
            quotes[number] += text
    assert {claim.evidence[0].text for claim in claims} <= set(quotes.values())


def test_the_text_is_all_there(page: Page, explorer: str) -> None:
    open_article(page, explorer, hostile.ARTICLE.id)
    shown = page.evaluate(
        """() => [...document.querySelectorAll("article.text > *")].map((paragraph) => {
            const copy = paragraph.cloneNode(true);
            copy.querySelectorAll(".number").forEach((number) => number.remove());
            return copy.textContent.replaceAll("\\u2060", "");
        })"""
    )
    assert [line.strip() for line in shown] == [part.strip() for part in hostile.ARTICLE.text.split("\n\n")]


def test_a_mark_leads_to_its_claim_and_back(page: Page, explorer: str) -> None:
    open_article(page, explorer, sample.LEAVES.article.id)
    page.locator("article .number").first.click()
    card = page.locator(".claim:target")
    expect(card).to_be_in_viewport()
    expect(card).to_contain_text("by the author")
    card.locator(".number").click()
    expect(page.locator("article .number:target")).to_be_in_viewport()


def test_pointing_at_a_claim_shows_its_words(page: Page, explorer: str) -> None:
    open_article(page, explorer, sample.LEAVES.article.id)
    card = page.locator(".claim").last
    number = card.get_attribute("data-claim")
    card.locator("a").last.focus()
    expect(page.locator(f'mark[data-claims~="{number}"]').first).to_have_class("is-shown")
    expect(page.locator("mark.is-shown")).to_have_count(page.locator(f'mark[data-claims~="{number}"]').count())


def test_the_list_leads_to_each(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/articles")
    assert page.locator(".articles li").count() == 5
    page.locator(".articles a").first.click()
    expect(page.locator("article.text")).to_be_visible()


def test_a_correction_and_what_it_corrects_lead_to_each_other(page: Page) -> None:
    first, second = corrected(1, None, "40"), corrected(2, "https://example.org/1", "60")
    with running(Settings(store="memory:"), filled(first, second)) as url:
        open_article(page, url, first.article.id)
        assert page.locator(".claim.is-out").count() == page.locator(".claim").count() > 0
        expect(page.locator(".claim").first).to_contain_text("superseded")
        page.locator(".notice a").focus()
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{second.article.id}")
        expect(page.locator(".notice")).to_contain_text("A correction of")
        expect(page.locator(".claim.is-out")).to_have_count(0)
        page.locator(".notice a").press("Enter")
        page.wait_for_url(f"**/{first.article.id}")
        page.goto(f"{url}/explore/articles")
        expect(page.locator(".articles li", has_text="superseded")).to_have_count(1)


def test_a_correction_of_what_is_not_on_record_and_a_retracted_article_say_so(page: Page) -> None:
    lone = corrected(2, "https://example.org/1", "60")
    store = filled(lone, HOUSE)
    decide(store, IRIS, retraction(HOUSE.article.id, "it was made up"))
    with running(Settings(store="memory:"), store) as url:
        open_article(page, url, lone.article.id)
        expect(page.locator(".notice")).to_contain_text("no article has the id or URL https://example.org/1")
        open_article(page, url, HOUSE.article.id)
        expect(page.locator(".notice")).to_contain_text("Retracted because it was made up")
        expect(page.locator(".claim").first).to_contain_text("retracted")
