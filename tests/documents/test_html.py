"""Reading web pages: the article alone, what the page declares of it, and nothing that it does not."""

import json

import pytest

from app.documents.html import read_html, text_of_fragment
from app.errors import UnreadableDocument
from app.model import Article
from tests.documents.printing import as_page

STORY = """Solvane agrees to buy Pemberly Systems
MUNICH - Solvane, the German maker of business software, has agreed to buy Pemberly Systems for 620 million euros.
The deal, announced on Tuesday, is the largest that the company has made since it was founded by two engineers.
Pemberly’s chief executive, Zoë Ådal, will stay – she said that “nothing changes” for its 400 customers.
"""


def read(page: str | bytes, encoding: str = "utf-8") -> Article:
    data = page if isinstance(page, bytes) else page.encode(encoding)
    [article] = read_html(data, "a.html", "a.html", {})
    return article


def page(head: str, body: str = "") -> str:
    blocks = "".join(f"<p>{line}</p>" for line in STORY.splitlines())
    return f"<html><head>{head}</head><body>{body}<article>{blocks}</article></body></html>"


def test_the_text_is_the_article_alone():
    article = read(as_page(STORY))
    assert article.text == "\n\n".join(STORY.splitlines())


def test_what_the_page_declares_is_taken():
    publisher = {"@type": "Organization", "name": "The Courier"}
    article = read(as_page(STORY, datePublished="2025-10-07T23:30:00-07:00", publisher=publisher))  # type: ignore[arg-type]
    assert (article.title, article.publisher) == ("Solvane agrees to buy Pemberly Systems", "The Courier")
    assert (article.published, article.language) == ("2025-10-07", "en-GB")
    assert (article.url or "").startswith("https://harbour.example/technology/")


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-10-07">',
        '<meta name="DC.date.issued" content="2025-10-07T10:00Z">',
        '<meta itemprop="datePublished" content="2025-10-07">',
        '<script type="application/ld+json">{"@graph": [{"@type": ["Article"], "datePublished": "2025-10"}]}</script>',
    ],
)
def test_a_declared_date_is_the_day_of_publication(head):
    assert (read(page(head)).published or "").startswith("2025-10")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:modified_time" content="2025-10-07">', ""),
        ('<meta property="article:published_time" content="last Tuesday">', ""),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', ""),
        ('<script type="application/ld+json">{"@type": "WebSite", "datePublished": "2025-10-07"}</script>', ""),
        ("", "<p>June 5, 2022</p><footer>© 2019 Courier</footer>"),
    ],
)
def test_a_date_is_never_guessed(head, body):
    assert read(page(head, body)).published is None


def test_only_an_absolute_address_is_one():
    assert read(page('<link rel="canonical" href="javascript:alert(1)"><link rel="canonical" href="/a">')).url is None


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("utf-8-sig", '<meta charset="iso-8859-1">'),
        ("utf-16", ""),
        ("cp1252", '<meta charset="iso-8859-1">'),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
    ],
)
def test_the_declared_encoding_is_used(encoding, head):
    assert "Zoë Ådal, will stay – she said" in read(page(head), encoding).text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (page("").encode("cp1252"), "UTF-8"),
        (page('<meta charset="klingon">').encode(), "klingon"),
        (page('<meta charset="shift_jis">').encode() + b"\xff\xff", "shift_jis"),
        (b"", "no article"),
        (b"<html><body></body></html>", "no article"),
        (b"\0\1\2", "binary"),
    ],
)
def test_what_cannot_be_read_is_said(data, message):
    with pytest.raises(UnreadableDocument, match=message) as refused:
        read(data)
    assert refused.value.hint


def test_a_fragment_is_its_blocks():
    fragment = "Sold <i>for</i> cash.<br>Then<p>more &amp; more</p><ul><li>one<li>two</ul><script>x</script><!-- c -->"
    assert text_of_fragment(fragment) == "Sold for cash.\n\nThen\n\nmore & more\n\none\n\ntwo"
    assert text_of_fragment(" ") == ""


def test_deep_nesting_is_no_crash():
    deep = "<div>" * 20_000 + "<p>" + STORY + "</p>"
    with pytest.raises(UnreadableDocument):
        read(f"<html><body>{deep}</body></html>")
    assert isinstance(text_of_fragment(deep), str)


def test_a_page_s_own_words_are_data():
    hostile = page(f'<title>x</title><script type="application/ld+json">{json.dumps([[[1]], None, "x"])}</script>')
    assert read(hostile).published is None
