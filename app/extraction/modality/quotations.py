"""The quotations of a passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.extraction.parsing.passages import Passage

QUOTE_MARK = re.compile('["“”«»]')


@dataclass(frozen=True)
class Quote:
    """A quotation: the tokens between its marks, within a passage."""

    start: int
    end: int


def find_quotes(passage: Passage) -> list[Quote]:
    """The quotations of a passage. An unclosed one runs to the passage's end."""
    quotes: list[Quote] = []
    opened: int | None = None
    for token in passage.doc:
        if not QUOTE_MARK.search(token.text):
            continue
        if opened is None and token.text not in ("”", "»"):
            opened = token.i
        elif opened is not None and token.text != "“":
            quotes.append(Quote(opened, token.i + 1))
            opened = None
    if opened is not None and len(passage.doc) - opened < 400:
        quotes.append(Quote(opened, len(passage.doc)))
    return quotes
