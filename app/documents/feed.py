"""Reads the entries of an RSS or Atom file as articles: the full text where the feed carries it, else its summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from app.documents.html import text_of_fragment
from app.documents.making import Metadata, is_date, make, merged
from app.errors import UnreadableDocument
from app.model import Article


def read_feed(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The entries of a feed that have a text."""
    import feedparser

    # What the file says of its encoding counts; nothing is fetched, since these are bytes and no address.
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=True)
    if not feed.get("version"):
        raise UnreadableDocument(f"{where} is no RSS or Atom feed.", hint="Give a feed, a text file or a web page.")
    found = False
    for number, entry in enumerate(feed.entries, start=1):
        text = _text(entry)
        if text:
            found = True
            # An address of the feed is not the address of its entries.
            about = merged(merged(Metadata(), known), _metadata(entry, feed.feed))
            if not entry.get("link"):
                about.pop("url", None)
            yield make(text, about, f"{where}, entry {number}", source)
    if not found:
        raise UnreadableDocument(f"{where} has no entry with a text.", hint="Give a feed that carries its articles.")


def _text(entry: Mapping[str, Any]) -> str:
    """The longest of what the entry gives as its content."""
    given = [part.get("value") or "" for part in entry.get("content", ())] + [entry.get("summary") or ""]
    return max((text_of_fragment(fragment) for fragment in given), key=len)


def _metadata(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> Metadata:
    origin = entry.get("source", {})
    content: Mapping[str, Any] = next(iter(entry.get("content", ())), {})
    language = content.get("language") or feed.get("language")
    return Metadata(
        title=text_of_fragment(entry.get("title", "")) or None,
        publisher=text_of_fragment(origin.get("title") or feed.get("title") or "") or None,
        published=_day(entry.get("published") or ""),
        url=entry.get("link"),
        language=language or None,
    )


def _day(written: str) -> str | None:
    """The day as the publisher wrote it, in its own time zone; None if there is none."""
    if is_date(written[:10]):
        return written[:10]
    try:
        return parsedate_to_datetime(written).date().isoformat()
    except ValueError:
        return None
