"""Conflicts: both sides with their words."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def test_where_nobody_disagrees_the_page_says_so(page: Page, empty: str) -> None:
    page.goto(f"{empty}/explore/conflicts")
    expect(page.locator("main")).to_contain_text("No two sources contradict each other")
