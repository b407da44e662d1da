"""Reading feeds: an article an entry, in full where the feed has it, dated as the publisher dates it."""

from pathlib import Path

import pytest

from app.documents.load import find_files, read_articles
from app.errors import UnreadableDocument
from app.model import Article

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Harbour Post</title><link>https://harbour.example/</link><language>en-gb</language>
<item><title>Solvane buys &amp; sells</title><link>https://harbour.example/1</link>
<pubDate>Tue, 07 Oct 2025 23:30:00 -0700</pubDate><description>Solvane was sold.</description>
<content:encoded><![CDATA[<p>Solvane was <b>sold</b> for 620 million euros.</p><p>It rose.</p>]]>
</content:encoded></item>
<item><title>Two</title><pubDate>whenever</pubDate>
<description>&lt;p&gt;Velt was founded in 2019.&lt;/p&gt;</description></item>
<item><title>No text</title></item>
</channel></rss>"""

ATOM = """<?xml version="1.0" encoding="iso-8859-1"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
<entry><title>Caf\xe9</title><link href="https://wire.example/a"/><published>2025-10-07T23:30:00-07:00</published>
<updated>2025-11-01T00:00:00Z</updated><source><title>The Courier</title></source>
<content type="html">&lt;p&gt;The caf\xe9 was sold.&lt;/p&gt;</content></entry></feed>"""


def read(tmp_path: Path, name: str, content: bytes) -> list[Article]:
    path = tmp_path / name
    path.write_bytes(content)
    return read_articles(path)


def test_rss_entries_are_articles(tmp_path):
    first, second = read(tmp_path, "feed.xml", RSS.encode())
    assert first.text == "Solvane was sold for 620 million euros.\n\nIt rose."
    assert (first.title, first.publisher, first.url) == (
        "Solvane buys & sells",
        "The Harbour Post",
        "https://harbour.example/1",
    )
    assert (first.published, first.language, first.source) == ("2025-10-07", "en-gb", "feed.xml")
    assert (second.text, second.published, second.url) == ("Velt was founded in 2019.", None, None)


def test_atom_entries_keep_their_source_and_day(tmp_path):
    [article] = read(tmp_path, "feed.atom", ATOM.encode("latin-1"))
    assert (article.text, article.title) == ("The café was sold.", "Café")
    assert (article.published, article.publisher) == ("2025-10-07", "The Courier")


def test_a_folder_s_xml_is_left_alone(tmp_path):
    (tmp_path / "a.rss").write_text(RSS, encoding="utf-8")
    (tmp_path / "pom.xml").write_text("<project/>", encoding="utf-8")
    assert [path.name for path in find_files([tmp_path])] == ["a.rss"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"<project/>", "no RSS or Atom"),
        (b"", "no RSS or Atom"),
        (b'<rss version="2.0"><channel><title>x</title></channel></rss>', "no entry"),
    ],
)
def test_what_is_no_feed_is_refused(content, message, tmp_path):
    with pytest.raises(UnreadableDocument, match=message):
        read(tmp_path, "a.xml", content)


def test_entities_of_a_file_are_not_followed(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret", encoding="utf-8")
    hostile = f"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY s SYSTEM "{secret.as_uri()}">]>
    <rss version="2.0"><channel><title>x</title><item><description>Sold: &s;.</description></item></channel></rss>"""
    articles = read(tmp_path, "a.rss", hostile.encode())
    assert all("the secret" not in article.text for article in articles)
