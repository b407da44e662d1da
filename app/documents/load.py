"""Reads articles from text files, JSON and JSON Lines; refuses what is no article, and says why.

A file may open with front matter, and all that follows its closing line is the article's text, verbatim:

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
import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypedDict, Unpack

from app.errors import InvalidDate, UnreadableDocument
from app.model import Article

MAX_CHARACTERS = 2_000_000
"""The longest text that is taken for one article."""


class Metadata(TypedDict, total=False):
    """What is known of an article besides its text."""

    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    language: str | None
    replaces: str | None


_FIELDS = tuple(Metadata.__annotations__)
_LATER = frozenset({".html", ".htm", ".pdf"})


def find_files(paths: Iterable[Path]) -> list[Path]:
    """The files to read, sorted and each once: those named, and those in the folders named that have a suffix we read.

    >>> find_files([Path("ontology/claimgraph.ttl")])
    [PosixPath('ontology/claimgraph.ttl')]
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(file for file in path.rglob("*") if file.suffix.lower() in _READERS and file.is_file())
        elif path.exists():
            found.add(path)
        else:
            raise UnreadableDocument(f"There is no file or folder {path}.", hint="Check the path.")
    return sorted(found)


def read_articles(path: Path) -> list[Article]:
    """The articles of one file: one in a text file, one or more in JSON and JSON Lines."""
    suffix = path.suffix.lower()
    reader = _READERS.get(suffix)
    if reader is None:
        what = "cannot be read yet" if suffix in _LATER else "is no kind of file that Claimgraph reads"
        raise UnreadableDocument(f"{path} {what}.", hint=f"Files that are read: {' '.join(_READERS)}.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(f"{path} cannot be read: {error.strerror}.", hint="Check the path.") from error
    return list(reader(decode(data, str(path)), path))


def parse_text(raw: str, *, source: str | None = None, **overrides: Unpack[Metadata]) -> Article:
    r"""An article from text with or without front matter. Overrides that are not None win over what it says.

    >>> parse_text("---\ntitle: A sale\n---\nSolvane was sold.").title
    'A sale'
    """
    return _parse_text(raw, source or "The text", source, overrides)


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


# --- one article ---------------------------------------------------------------------------------------------------

_ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _make(text: str, metadata: Metadata, where: str, source: str | None) -> Article:
    """The article, if the text is one; `where` names it in messages."""
    if not text.strip():
        raise UnreadableDocument(f"{where} holds no text.", hint="Give an article with at least a sentence.")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableDocument(
            f"{where} holds {len(text):,} characters; one article may have {MAX_CHARACTERS:,}.",
            hint="Split it into articles, one a file or one a line of a .jsonl file.",
        )
    if "\0" in text or _SURROGATE.search(text):
        raise UnreadableDocument(f"{where} holds characters that are no text.", hint="Give a text file.")
    return Article(text=text, source=source, **metadata)


def _check_published(value: str, where: str) -> None:
    """`InvalidDate` unless the value is a year, a month or a day of the calendar."""
    try:
        if _ISO_DATE.fullmatch(value):
            datetime.date.fromisoformat(value + "0000-01-01"[len(value) :])
            return
    except ValueError:  # 2025-13, 0000
        pass
    raise InvalidDate(f"{where}: published is {value!r}.", hint="Write it as 2025, 2025-09 or 2025-09-16.")


# --- text with front matter ----------------------------------------------------------------------------------------

_OPENING = re.compile(r"---[ \t]*\r?\n")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")


def _parse_text(raw: str, where: str, source: str | None, overrides: Metadata) -> Article:
    metadata, start = _front_matter(raw, where)
    for field in _FIELDS:
        value = overrides.get(field)
        if value is not None:
            metadata[field] = value  # type: ignore[literal-required]
    published = overrides.get("published")
    if published is not None:
        _check_published(published, where)
    return _make(raw[start:], metadata, where, source)


def _front_matter(raw: str, where: str) -> tuple[Metadata, int]:
    """What the front matter says, and where the text begins behind it."""
    metadata = Metadata()
    opening = _OPENING.match(raw)
    if not opening:
        return metadata, 0
    position = opening.end()
    for number, match in enumerate(_LINE.finditer(raw, position), start=2):
        line = match[0].rstrip()
        if line == "---":
            return metadata, match.end()
        if match.end() == len(raw):
            break
        _read_line(line, metadata, f"{where}, line {number}")
    raise UnreadableDocument(f"{where}: the front matter has no closing line.", hint='Close it with a line "---".')


def _read_line(line: str, metadata: Metadata, where: str) -> None:
    """One line of front matter. Lines that go on from the one before belong to keys that we do not read."""
    if not line or line.startswith((" ", "\t", "#", "- ")):
        return
    key, colon, value = line.partition(":")
    if not colon:
        raise UnreadableDocument(f"{where}: {line[:60]!r} is no front matter.", hint='Write each line as "key: value".')
    field, value = key.strip().lower(), value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    if field in _FIELDS and value:
        if field == "published":
            _check_published(value, where)
        metadata[field] = value  # type: ignore[literal-required]


# --- JSON ------------------------------------------------------------------------------------------------------------


def _read_text_file(raw: str, path: Path) -> Iterator[Article]:
    yield _parse_text(raw, str(path), path.name, Metadata())


def _read_json(raw: str, path: Path) -> Iterator[Article]:
    """One object, or a list of them."""
    value = _loads(raw, str(path))
    if not isinstance(value, list):
        yield _from_object(value, str(path), path.name)
        return
    if not value:
        raise UnreadableDocument(f"{path} holds no article.", hint="Give a list of objects, each with a text.")
    for number, item in enumerate(value, start=1):
        yield _from_object(item, f"{path}, article {number}", path.name)


def _read_json_lines(raw: str, path: Path) -> Iterator[Article]:
    """One object a line. Only a line feed ends a line: JSON strings may hold the other separators."""
    lines = [(number, line) for number, line in enumerate(raw.split("\n"), start=1) if line.strip()]
    if not lines:
        raise UnreadableDocument(f"{path} holds no article.", hint="Write one JSON object a line, each with a text.")
    for number, line in lines:
        where = f"{path}, line {number}"
        yield _from_object(_loads(line, where), where, path.name)


def _loads(raw: str, where: str) -> object:
    try:
        value: object = json.loads(raw)
    except json.JSONDecodeError as error:
        place = f"{error.msg} (line {error.lineno}, column {error.colno})"
        raise UnreadableDocument(f"{where} is not valid JSON: {place}.", hint="Check it with a JSON parser.") from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise UnreadableDocument(f"{where} is no JSON of articles.", hint="Give objects with a text.") from error
    return value


def _from_object(value: object, where: str, source: str) -> Article:
    """An article from a JSON object; fields that we do not know are ignored."""
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        raise UnreadableDocument(
            f'{where} has no field "text".', hint='Give an object like {"text": "...", "title": "..."}.'
        )
    metadata = Metadata()
    for field in _FIELDS:
        given = value.get(field)
        if given is not None and not isinstance(given, str):
            raise UnreadableDocument(f"{where}: {field} is no text.", hint=f"Give {field} as a string.")
        if given:
            metadata[field] = given  # type: ignore[literal-required]
    published = metadata.get("published")
    if published:
        _check_published(published, where)
    return _make(value["text"], metadata, where, source)


_READERS: Mapping[str, Callable[[str, Path], Iterator[Article]]] = {
    ".txt": _read_text_file,
    ".md": _read_text_file,
    ".json": _read_json,
    ".jsonl": _read_json_lines,
}
