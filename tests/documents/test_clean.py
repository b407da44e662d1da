"""Blocks of real and made-up pages: what is title, heading, paragraph, and what is no part of the article."""

import doctest
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import boilerplate, clean, dedupe, html, language, load, making, network, text
from app.documents.boilerplate import is_boilerplate
from app.documents.clean import MAX_BLOCK, segment
from app.documents.load import read_articles
from app.model import Article


def blocks(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [
        (block.kind.value, text[block.start : block.end]) for block in segment(Article(text=text, title=title)).blocks
    ]


@pytest.mark.parametrize("module", [boilerplate, clean, dedupe, html, language, load, making, network, text])
def test_examples_in_the_docstrings_hold(module):
    assert doctest.testmod(module).failed == 0


def test_a_page_with_bold_headings_and_a_comment_form(shared_dir):
    article = read_articles(next((shared_dir / "articles").glob("000_*")))[0]
    found = blocks(article.text)
    title = "Unraveling the Partnership: Meta’s Relationship with Scale AI Facing Challenges"
    assert found[:3] == [("title", title), ("title", title), ("heading", "Introduction and summary of the topic")]
    assert [kind for kind, _ in found].count("paragraph") == 6
    assert found[-1][1].endswith("the future of AI development and collaboration.")


def test_headings_do_not_run_into_the_next_line(shared_dir):
    for prefix, headings in (("001_*", 9), ("002_*", 4)):
        article = read_articles(next((shared_dir / "articles").glob(prefix)))[0]
        found = blocks(article.text)
        assert [kind for kind, _ in found].count("heading") == headings, found
        assert all(text.endswith((".", "!")) for kind, text in found if kind == "paragraph")


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = (
        "Solvane, the German maker of business software, has agreed to buy Pemberly\n"
        "Systems, a British developer of route-planning programs, for 620 million\n"
        "euros in cash.\n"
    )
    text = f"A Purchase\n\n{wrapped}\nThe deal\n{wrapped}"
    assert blocks(text) == [
        ("heading", "A Purchase"),
        ("paragraph", wrapped.strip()),
        ("heading", "The deal"),
        ("paragraph", wrapped.strip()),
    ]


def test_a_long_headline_is_not_wrapped_text():
    text = "Solvane Agrees to Buy Pemberly Systems in a Deal for Cash and Shares\nThe price is 620 million euros."
    assert [kind for kind, _ in blocks(text)] == ["title", "paragraph"]


def test_markup_around_a_line_is_left_outside():
    assert blocks("## The deal\n__Why it matters__\n**Bold** words stay in **place**.\n * * *\n") == [
        ("heading", "The deal"),
        ("heading", "Why it matters"),
        ("paragraph", "**Bold** words stay in **place**."),
    ]


def test_tags_left_over_in_the_text_end_lines_and_are_no_words_of_them():
    text = (
        "<h2>The deal</h2><p><b>Solvane</b> was sold.</p>\n<p>Advertisement</p><p>The price was\xa0low.[1]</p><br/>Yes"
    )
    assert blocks(text) == [
        ("heading", "The deal"),
        ("paragraph", "<b>Solvane</b> was sold."),
        ("paragraph", "The price was\xa0low.[1]"),
        ("heading", "Yes"),
    ]


def test_the_line_that_repeats_a_known_title_is_the_title():
    assert blocks("Smith &amp; Co&nbsp;sold\nIt was sold.", title="Smith & Co sold")[0][0] == "title"
    assert blocks("Solvane sold\nIt was sold.", title="Solvane sold")[0] == ("title", "Solvane sold")


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Comment",
        "Scroll to Top",
        "Your email address will not be published. Required fields are marked *",
        "Share this:",
        "Share on Facebook",
        "Subscribe to our newsletter",
        "© 2025 Courier Media. All rights reserved.",
        "Read more: Solvane buys Pemberly",
        "We use cookies to improve your experience.",
        "Advertisement",
        "3 min read",
        "* * *",
    ],
)
def test_page_furniture_has_no_block(line):
    assert blocks(f"It rose on Monday.\n{line}\nIt fell.") == [
        ("paragraph", "It rose on Monday."),
        ("paragraph", "It fell."),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "He declined to leave a comment.",
        "Share prices fell after the deal.",
        "Subscribers were told on Monday that the service would end.",
        "The company said cookies would be phased out.",
        "Related companies were not named.",
        "Next year it will open a plant.",
    ],
)
def test_a_sentence_that_only_sounds_like_furniture_stays(line):
    assert not is_boilerplate(line)


@given(
    st.one_of(
        st.text(max_size=400),
        st.lists(st.sampled_from(["**", "A b", "\n", " ", "# ", "x" * 60, ". ", "\r\n"])).map("".join),
    )
)
def test_blocks_are_in_order_disjoint_and_inside_the_text(text):
    end = 0
    for block in segment(Article(text=text)).blocks:
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        end = block.end


@pytest.mark.parametrize("text", ["x" * 1_000_000, "ab. " * 250_000, "\n" * 1_000_000, " " * 1_000_000, "**" * 500_000])
def test_a_long_text_is_cut_into_blocks_in_linear_time(text):
    started = time.perf_counter()
    found = segment(Article(text=text)).blocks
    assert time.perf_counter() - started < 10
    assert all(block.end - block.start <= MAX_BLOCK for block in found)
    covered = sum(len(text[block.start : block.end].replace(" ", "")) for block in found)
    assert covered == len(text.replace(" ", "").replace("\n", "")) or "*" in text
