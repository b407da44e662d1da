"""Reads articles from text files, which may open with front matter.

All that follows the closing line is the article's text, verbatim:

    ---
    title: Solvane agrees to buy Pemberly Systems
    published: 2025-10-07
    ---
    MUNICH - Solvane, the German maker of business software, ...

Files are UTF-8, or UTF-16 with its byte order mark. No other encoding is guessed: a wrong guess would change names in
silence.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Unpack

from app.documents.making import FIELDS, Metadata, day_published, make, merged
from app.errors import UnreadableDocument
from app.model import Article

_OPENING = re.compile(r"---[ \t]*\r?\n")
_SINGLE_QUOTED = re.compile(r"'(?:[^']|'')*'")
_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")


def read_text(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The one article of a text file."""
    yield _parse(decode(data, where), where, source, known)


def parse_text(raw: str, *, source: str | None = None, **overrides: Unpack[Metadata]) -> Article:
    r"""An article from text with or without front matter. Overrides that are not None win over what it says.

    >>> parse_text("---\ntitle: A sale\n---\nSolvane was sold.").title
    'A sale'
    """
    return _parse(raw, source or "The text", source, overrides)


def decode(data: bytes, where: str) -> str:
    """The text of a file; `UnreadableDocument` if it is binary or in an encoding that we do not guess."""
    utf16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if not utf16 and b"\0" in data:
        raise UnreadableDocument(f"{where} is a binary file.", hint="Give a text file.")
    try:
        return data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        start = error.start + (len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0)
        raise UnreadableDocument(
            f"{where} is not valid {'UTF-16' if utf16 else 'UTF-8'}: byte {start} does not fit.",
            hint="Convert it, for example with: iconv -f WINDOWS-1252 -t UTF-8 OLD > NEW",
        ) from error


def _parse(raw: str, where: str, source: str | None, overrides: Metadata) -> Article:
    said, start = _front_matter(raw, where)
    published = overrides.get("published")
    if published is not None:
        overrides = Metadata(**{**overrides, "published": day_published(published, where)})
    metadata = Metadata(**{field: said[field] for field in FIELDS if said.get(field)})  # type: ignore[typeddict-item]
    passed_over = [key for key in said if key not in FIELDS]
    return make(raw[start:], merged(metadata, overrides), where, source, passed_over=passed_over)


def _front_matter(raw: str, where: str) -> tuple[dict[str, str], int]:
    """What the front matter says, and where the text begins behind it."""
    said: dict[str, str] = {}
    opening = _OPENING.match(raw)
    if not opening:
        return said, 0
    position = opening.end()
    for number, match in enumerate(_LINE.finditer(raw, position), start=2):
        line = match[0].rstrip()
        if line == "---":
            return said, match.end()
        if match.end() == len(raw):
            break
        _read_line(line, said, f"{where}, line {number}")
    raise UnreadableDocument(f"{where}: the front matter has no closing line.", hint='Close it with a line "---".')


def _read_line(line: str, said: dict[str, str], where: str) -> None:
    """One line of front matter. Lines that go on from the one before belong to keys that we do not read."""
    if not line or line.startswith((" ", "\t", "#", "- ")):
        return
    key, colon, value = line.partition(":")
    if not colon:
        raise UnreadableDocument(f"{where}: {line[:60]!r} is no front matter.", hint='Write each line as "key: value".')
    field, value = key.strip().lower(), _unquoted(value.strip())
    if field == "published" and value:
        value = day_published(value, where)
    said[field] = value


def _unquoted(value: str) -> str:
    r"""A value as it is meant, with or without quotation marks around it as YAML has them.

    >>> _unquoted(r'"Odd \"quotes\""'), _unquoted("'It''s sold'"), _unquoted('"Buy" or "sell"'), _unquoted("Odd")
    ('Odd "quotes"', "It's sold", '"Buy" or "sell"', 'Odd')
    """
    if _SINGLE_QUOTED.fullmatch(value):
        return value[1:-1].replace("''", "'")
    if not _DOUBLE_QUOTED.fullmatch(value):
        return value
    try:
        return str(json.loads(value, strict=False))  # YAML has the escapes of JSON, and more that no title needs
    except ValueError:
        return value[1:-1]
