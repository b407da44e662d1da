"""Makes an article of a text and what is known of it; refuses what is no article, and says why."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from difflib import get_close_matches
from typing import TypedDict

from app.documents.language import language_of
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


FIELDS = tuple(Metadata.__annotations__)
"""What front matter and JSON may say of an article, by these names."""

_TOLD = 5  # files of a blog's have many
_ISO_DATE = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:")
_SURROGATE = re.compile("[\ud800-\udfff]")


def make(text: str, metadata: Metadata, where: str, source: str | None, *, passed_over: Iterable[str] = ()) -> Article:
    """The article, if the text is one; `where` names it in messages. Its language is told where nobody says it.

    A notice tells what was said of it under names that are no fields.

    Raises:
        UnreadableDocument: the text is blank, too long or none.
    """
    if not text.strip():
        raise UnreadableDocument(f"{where} holds no text.", hint="Give an article with at least a sentence.")
    if len(text) > MAX_CHARACTERS:
        raise UnreadableDocument(
            f"{where} holds {len(text):,} characters; one article may have {MAX_CHARACTERS:,}.",
            hint="Split it into articles, one a file or one a line of a .jsonl file.",
        )
    if "\0" in text or _SURROGATE.search(text):
        raise UnreadableDocument(f"{where} holds characters that are no text.", hint="Give a text file.")
    known = Metadata(**metadata)
    if not known.get("language"):
        known["language"] = language_of(text)
    return Article(text=text, source=source, notices=_notices(list(passed_over)), **known)


def _notices(passed_over: Sequence[str]) -> tuple[str, ...]:
    if not passed_over:
        return ()
    told = [f"{name[:40]!r}{_meant(name)}" for name in passed_over[:_TOLD]]
    more = len(passed_over) - len(told)
    return (f"What it says of {', '.join(told)}{f' and {more} more' if more else ''} is not read.",)


def _meant(name: str) -> str:
    """A field that may have been meant, in brackets.

    >>> _meant("publised"), _meant("tags")
    (" (or is it 'published'?)", '')
    """
    close = get_close_matches(name.lower(), FIELDS, n=1)
    return f" (or is it {close[0]!r}?)" if close else ""


def merged(found: Metadata, overrides: Metadata) -> Metadata:
    """What was found, with the overrides that are not None in its place."""
    given = {field: value for field in FIELDS if (value := overrides.get(field)) is not None}
    return Metadata(**{**found, **given})  # type: ignore[typeddict-item]


def is_date(value: str) -> bool:
    """Whether a value is a year, a month or a day of the calendar.

    >>> is_date("2025-09"), is_date("2025-13")
    (True, False)
    """
    try:
        return bool(_ISO_DATE.fullmatch(value) and datetime.date.fromisoformat(value + "0000-01-01"[len(value) :]))
    except ValueError:  # 2025-13, 0000
        return False


def day_published(value: str, where: str) -> str:
    """A year, a month or a day of the calendar, as it is given; of a moment the day, as its own clock has it.

    >>> day_published("2025-09", "It"), day_published("2026-02-20T23:30:00-05:00", "It")
    ('2025-09', '2026-02-20')

    Raises:
        InvalidDate: it is none of these.
    """
    if is_date(value):
        return value
    if _MOMENT.match(value):
        with suppress(ValueError):
            return datetime.datetime.fromisoformat(value).date().isoformat()
    raise InvalidDate(f"{where}: published is {value!r}.", hint="Write it as 2025, 2025-09 or 2025-09-16.")
