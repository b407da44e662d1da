"""Reads articles from JSON (an object, or a list of them) and JSON Lines (an object a line).

An object has a `text`, and may have `title`, `publisher`, `published`, `url`, `language` and `replaces`, all strings;
a notice tells which others were passed over. The text is taken as it stands: all offsets count in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from app.documents.making import FIELDS, Metadata, day_published, make, merged
from app.documents.text import decode
from app.errors import UnreadableDocument
from app.model import Article

# The last two are in our own JSON of an article: they follow from the others, and from the file.
_KNOWN = frozenset({*FIELDS, "text", "id", "source"})


def read_json(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The articles of a JSON file: one object, or a list of them."""
    value = _loads(decode(data, where), where)
    if not isinstance(value, list):
        yield _from_object(value, where, source, known)
        return
    if not value:
        raise UnreadableDocument(f"{where} holds no article.", hint="Give a list of objects, each with a text.")
    for number, item in enumerate(value, start=1):
        yield _from_object(item, f"{where}, article {number}", source, known)


def read_json_lines(data: bytes, where: str, source: str | None, known: Metadata) -> Iterator[Article]:
    """The articles of a JSON Lines file. Only a line feed ends a line: JSON strings may hold the other separators."""
    text, found = decode(data, where), False
    for number, line in enumerate(_lines(text), start=1):
        if line.strip():
            found, place = True, f"{where}, line {number}"
            yield _from_object(_loads(line, place), place, source, known)
    if not found:
        raise UnreadableDocument(f"{where} holds no article.", hint="Write one JSON object a line, each with a text.")


def _lines(text: str) -> Iterator[str]:
    """The lines one by one: `split` would hold all of a large file twice."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _loads(raw: str, where: str) -> object:
    try:
        value: object = json.loads(raw)
    except json.JSONDecodeError as error:
        place = f"{error.msg} (line {error.lineno}, column {error.colno})"
        raise UnreadableDocument(f"{where} is not valid JSON: {place}.", hint="Check it with a JSON parser.") from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise UnreadableDocument(f"{where} is no JSON of articles.", hint="Give objects with a text.") from error
    return value


def _from_object(value: object, where: str, source: str | None, known: Metadata) -> Article:
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise UnreadableDocument(
            f'{where} has no field "text".', hint='Give an object like {"text": "...", "title": "..."}.'
        )
    metadata = Metadata()
    for field in FIELDS:
        given = value.get(field)
        if given is not None and not isinstance(given, str):
            raise UnreadableDocument(f"{where}: {field} is no text.", hint=f"Give {field} as a string.")
        if given:
            metadata[field] = given  # type: ignore[literal-required]
    published = metadata.get("published")
    if published:
        metadata["published"] = day_published(published, where)
    # What the object says wins over what was known of the file that it came in.
    passed_over = [name for name in value if name not in _KNOWN]
    return make(value["text"], merged(known, metadata), where, source, passed_over=passed_over)
