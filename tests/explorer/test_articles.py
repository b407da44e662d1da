"""Articles: what is marked is what was stored, to the letter, and marks and claims lead to each other."""

from __future__ import annotations

from collections import defaultdict

import pytest
from playwright.sync_api import Page, expect

from app.model import Claim
from tests.explorer import hostile
from tests.query import sample_graph as sample


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
