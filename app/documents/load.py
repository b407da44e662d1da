"""Finds the files that articles are in, and reads each, or what is at a URL, with the reader for its kind."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from app.documents.feed import read_feed
from app.documents.html import read_html
from app.documents.json_lines import read_json, read_json_lines
from app.documents.making import Metadata
from app.documents.network import Network
from app.documents.pdf import read_pdf
from app.documents.text import read_text
from app.errors import UnreadableDocument
from app.model import Article

Reader = Callable[[bytes, str, str | None, Metadata], Iterator[Article]]
"""Makes articles of a file's bytes, its name in messages, its name as a source, and what is known of it already."""

_READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".xhtml": read_html,
    ".pdf": read_pdf,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".rss": read_feed,
    ".atom": read_feed,
    ".xml": read_feed,
}
_MEDIA_TYPES: Mapping[str, str] = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/markdown": ".md",
}
# XML may be anything: a folder's is left alone, a file that is named is taken for a feed.
_NAMED_ONLY = frozenset({".xml"})


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, sorted and each once: those named, and those in the folders named that have a suffix we read.

    >>> find_files([Path("ontology/claimgraph.ttl")])
    [PosixPath('ontology/claimgraph.ttl')]
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(file for file in path.rglob("*") if _is_read(file) and file.is_file())
        elif path.exists():
            found.add(path)
        else:
            raise UnreadableDocument(f"There is no file or folder {path}.", hint="Check the path.")
    return sorted(found)


def suffixes() -> list[str]:
    """The endings of the files that a folder is searched for."""
    return [suffix for suffix in _READERS if suffix not in _NAMED_ONLY]


def read_articles(path: Path) -> list[Article]:
    """The articles of one file: one of a text, a page or a PDF, one or more of JSON, JSON Lines and feeds.

    Raises:
        UnreadableDocument: it holds none, or none that can be read.
        InvalidDate: it says of one that it was published on what is no date.
    """
    return list(iter_articles(path))


def iter_articles(path: Path) -> Iterator[Article]:
    """The same one by one, for files of so many that they are not to be held together."""
    reader = _reader_for(path.suffix.lower(), str(path))
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from error
    yield from reader(data, str(path), path.name, Metadata())


def articles_in(data: bytes, name: str | None, media_type: str = "", charset: str = "") -> list[Article]:
    """The articles in what somebody sent: read by its name's ending, else by its media type, without either as text.

    Raises:
        UnreadableDocument: it holds none, or none that can be read.
        InvalidDate: it says of one that it was published on what is no date.
    """
    where = name or "The body"
    suffix = PurePosixPath(name or "").suffix.lower()
    if suffix not in _READERS:
        suffix = _MEDIA_TYPES.get(media_type) or suffix or ".txt"
    reader = _reader_for(suffix, where)
    if charset and suffix != ".pdf":
        data = _as_utf8(data, charset, where)
    return list(reader(data, where, name, Metadata()))


def fetch_articles(url: str, network: Network) -> list[Article]:
    """The articles at a URL, read by what the server says that it is.

    Raises:
        BadInput: the network that is allowed does not reach there.
        UnreadableDocument: it holds no article that can be read.
        ClaimgraphError: the server cannot be reached.
    """
    from app.documents.fetch import fetch  # and with it the HTTP client, which files need not wait for

    found = fetch(url, network)
    name = PurePosixPath(urlsplit(found.url).path).name
    suffix = _MEDIA_TYPES.get(found.media_type) or PurePosixPath(name).suffix.lower()
    if found.media_type == "text/plain" and suffix not in _READERS:
        suffix = ".txt"
    reader = _reader_for(suffix, f"{url} ({found.media_type or 'of no declared type'})")
    data = found.data
    if found.charset and suffix != ".pdf":
        data = _as_utf8(data, found.charset, url)
    return list(reader(data, url, name or None, Metadata(url=found.url)))


def _as_utf8(data: bytes, charset: str, where: str) -> bytes:
    """The same text with the mark of UTF-8, which goes over what the text declares: the server's word counts first."""
    try:
        return codecs.BOM_UTF8 + data.decode(charset).removeprefix("\ufeff").encode()
    except (LookupError, UnicodeError) as error:
        raise UnreadableDocument(
            f"{where} is sent as {charset}, which cannot be decoded.", hint="Save it as a file, in UTF-8."
        ) from error


def _reader_for(suffix: str, where: str) -> Reader:
    reader = _READERS.get(suffix)
    if reader is None:
        raise UnreadableDocument(
            f"{where} is no kind of file that Claimgraph reads.", hint=f"Files that are read: {' '.join(_READERS)}."
        )
    return reader


def _is_read(file: Path) -> bool:
    suffix = file.suffix.lower()
    return suffix in _READERS and suffix not in _NAMED_ONLY
