"""Conflicts: both sides with their words, and nobody said to be right."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.explorer import dispute


def test_both_sides_stand_beside_each_other_with_their_speakers(page: Page, explorer: str) -> None:
    page.goto(f"{explorer}/explore/conflicts")
    conflict = page.locator(".conflict", has_text="Cindervale")
    sides = conflict.locator(".sides > section")
    expect(sides).to_have_count(2)
    for claim, speaker in ((dispute.REPORT, "Hanover Ledger"), (dispute.DENIAL, "Jonas Reiter")):
        side = sides.filter(has_text=claim.evidence[0].text)
        expect(side.locator("mark")).to_have_text(claim.evidence[0].text)
        expect(side).to_contain_text(speaker)
    conflict.locator(".quote a").first.click()
    expect(page.locator(":target + mark").first).to_be_in_viewport()


def test_where_nobody_disagrees_the_page_says_so(page: Page, empty: str) -> None:
    page.goto(f"{empty}/explore/conflicts")
    expect(page.locator("main")).to_contain_text("No two sources contradict each other")
