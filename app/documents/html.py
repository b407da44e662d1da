"""Reads the article of a web page: its text without navigation, comments and footers, and what the page says of it.

The text that trafilatura finds is the article's raw text, a blank line between its blocks; all offsets count in it.
Of the metadata only what the page declares is taken, never what its wording suggests: a date found in a footer would
make every "last month" of the article wrong.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.documents.making import Metadata, is_date, make, merged
from app.documents.text import decode
from app.errors import UnreadableDocument
from app.model import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement, HTMLParser

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}["']?\s{0,4}([\w:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_PUBLISHED = (
    "article:published_time datepublished dc.date.issued dcterms.issued dc.date dcterms.created publish-date pubdate "
    "parsely-pub-date sailthru.date og:published_time"
).split()
_ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report)$")


def read_html(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The one article of a web page."""
    from lxml.html import document_fromstring
    from trafilatura import bare_extraction

    page = _decode(data, where)
    found = bare_extraction(page, include_comments=False, with_metadata=False) if page.strip() else None
    text = found.text if found is not None and not isinstance(found, dict) else None
    if not text:
        raise UnreadableDocument(f"{where} holds no article.", hint="Give a page with an article, or its text.")
    declared = _declared(document_fromstring(page.encode(), parser=_parser()))
    # One line is one block: a blank line between them keeps a long heading out of the paragraph below.
    yield make(text.replace("\n", "\n\n"), merged(known, declared), where, source)


def text_of_fragment(fragment: str) -> str:
    r"""The text of a piece of HTML that holds nothing but an article, a blank line between its blocks.

    >>> text_of_fragment("<p>Solvane was <b>sold</b>.</p><p>It rose.</p>")
    'Solvane was sold.\n\nIt rose.'
    """
    from lxml.html import document_fromstring

    if not fragment.strip():
        return ""
    root = document_fromstring(f"<div>{fragment}</div>".encode(), parser=_parser())
    blocks = "".join(_pieces(root)).split("\n")
    return "\n\n".join(block for line in blocks if (block := " ".join(line.split())))


_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol "
    "p pre section table td th tr ul".split()
)
_SILENT = frozenset("script style noscript template head".split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    """The words of an element, a line feed where a block begins or ends."""
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT:  # a comment has no tag
        return
    edge = "\n" if tag in _BLOCKS else ""
    yield edge + _one_line(element.text)
    for child in element:
        yield from _pieces(child)
        yield _one_line(child.tail)
    yield edge


def _one_line(words: str | None) -> str:
    return re.sub(r"\s+", " ", words or "")


def _parser() -> HTMLParser:
    from lxml.html import HTMLParser

    # Our text is Unicode already; without this a page's own declaration would be believed over it.
    return HTMLParser(encoding="utf-8", no_network=True)


def _decode(data: bytes, where: str) -> str:
    """The page's text in the encoding that it declares; UTF-8 where it declares none."""
    declared = _DECLARED.search(data[:_HEAD])
    if declared is None or data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, where)
    name = declared[1].decode("ascii").lower()
    # What browsers take these labels for.
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "utf-16": "utf-8"}.get(name, name)
    try:
        if codecs.lookup(name).name != "utf-8":
            return data.decode(name)
    except (LookupError, UnicodeDecodeError) as error:
        raise UnreadableDocument(
            f"{where} says that it is {name}, which cannot be decoded.", hint="Save it again as UTF-8."
        ) from error
    return decode(data, where)


# --- what the page says of itself -------------------------------------------------------------------------------------


def _declared(root: HtmlElement) -> Metadata:
    """Title, publisher, date, URL and language as schema.org, Open Graph and the page's head have them."""
    about = _article_object(root)
    metas = {
        (element.get("property") or element.get("name") or element.get("itemprop") or "").lower(): content.strip()
        for element in reversed(root.findall(".//meta"))
        if (content := element.get("content"))
    }
    publisher = about.get("publisher")
    language = root.get("lang") or _string(about.get("inLanguage")) or metas.get("og:locale", "").replace("_", "-")
    dates = [_string(about.get("datePublished")), *(metas.get(name) for name in _PUBLISHED)]
    links = [link.get("href") for link in root.findall(".//link[@rel='canonical']")]
    wanted = Metadata(
        title=_string(about.get("headline")) or metas.get("og:title") or _title(root),
        publisher=_string(publisher.get("name") if isinstance(publisher, Mapping) else None)
        or metas.get("og:site_name"),
        published=next((day for date in dates if date and is_date(day := date[:10])), None),
        url=next((link for link in (*links, metas.get("og:url")) if link and _is_address(link)), None),
        language=language or None,
    )
    return merged(Metadata(), wanted)


def _title(root: HtmlElement) -> str | None:
    for path in (".//h1", ".//title"):
        words = [" ".join(element.text_content().split()) for element in root.findall(path)]
        if len(words) == 1 and words[0]:
            return words[0]
    return None


def _article_object(root: HtmlElement) -> Mapping[str, object]:
    """The page's schema.org object of an article; empty if it has none that can be read."""
    for script in root.findall(".//script[@type='application/ld+json']"):
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        for item in _objects(value):
            kinds = item.get("@type")
            if any(_ARTICLE_TYPES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                return item
    return {}


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    items = value if isinstance(value, list) else [value]
    for item in items:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (part for part in graph if isinstance(part, dict))


def _string(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _is_address(link: str) -> bool:
    try:
        return urlsplit(link).scheme in ("http", "https")
    except ValueError:
        return False
