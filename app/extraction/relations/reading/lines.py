"""The encoded line of a sentence: what surface patterns read, and what they found in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from app.extraction.expressions import compile_quick
from app.extraction.relations.reading.words import TITLE_HEADS

OPEN, CLOSE = "\ue000", "\ue001"
# Within the slot of "its", "their", "his", "our" and so on, which stay told from "X's".
PRONOUN = "\ue002"
# In lower case: a search that ignores case takes twice as long.
_TITLE_WORD = compile_quick(rf"\b(?:co-|ex-)?(?:{TITLE_HEADS}|founders?)\b")
_SLOT_START = re.compile(OPEN)


class Line:
    """The encoded text, with where its stretches start and which tokens they stand for."""

    def __init__(self, text: str, starts: Sequence[int], tokens: Sequence[tuple[int, int]]) -> None:
        self.text, self.starts, self.tokens = text, starts, tokens
        self.words_of_templates: dict[int, frozenset[str]] = {}
        """The words of templates that stand in it, by how many were looked for."""
        self.matches: dict[str, list[re.Match[str]]] = {}
        """Where templates match. An article is read a second time with more mentions: most lines stay as they were."""

    @cached_property
    def lower(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @cached_property
    def slots_after_titles(self) -> list[str]:
        """For each word that a title ends in, the letters of the slots after it."""
        starts = [match.start() for match in _SLOT_START.finditer(self.text)]
        letters = "".join(self.text[start + 1] for start in starts)
        return [letters[bisect_right(starts, word.start()) :] for word in _TITLE_WORD.finditer(self.lower)]
