"""Finds a model's quotes in an article. A quote that does not stand there is no quote."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from app.model import Span

# Models straighten quotation marks and dashes, and unwrap lines; they may not change a letter.
_ALIKE = {"'": "['’‘ʼ]", '"': '["“”„]', "-": "[-‐‑–—]"}
for plain, others in (("'", "’‘"), ('"', "“”"), ("-", "–—‐‑")):
    _ALIKE |= dict.fromkeys(others, _ALIKE[plain])


def find_quote(quote: str, within: Iterable[Span]) -> Span | None:
    r"""The first place in the spans where the words of a quote stand, as the article writes them.

    >>> find_quote("Meta's lab", [Span(start=10, end=27, text="At Meta’s\nlab, ...")])
    Span(start=13, end=23, text='Meta’s\nlab')
    """
    pattern = _pattern(quote)
    if pattern is None:
        return None
    for span in within:
        if found := pattern.search(span.text):
            return Span(start=span.start + found.start(), end=span.start + found.end(), text=found[0])
    return None


@lru_cache(maxsize=4096)
def _pattern(quote: str) -> re.Pattern[str] | None:
    words = quote.split()
    if not words:
        return None
    body = r"\s+".join("".join(_ALIKE.get(char, re.escape(char)) for char in word) for word in words)
    first, last = words[0][0], words[-1][-1]
    # Whole words only: "Meta" is not quoted by "Metadata".
    before, after = (r"\b" if char.isalnum() else "" for char in (first, last))
    return re.compile(before + body + after)
