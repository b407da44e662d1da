"""The one way in which the tables of this folder are applied: patterns, and what to put in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Rule = tuple[str, str | Callable[[re.Match[str]], str]]
"""A pattern, and what to put in its place as `re.sub` takes it. Case does not matter to a pattern."""


class Rewriting:
    """A table of rules, compiled once.

    The order of the rules matters: each sees what those before it have put, so that one may build on another.
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules = tuple((re.compile(pattern, re.IGNORECASE), put) for pattern, put in rules)

    def every(self, text: str) -> str:
        """The text with each rule in turn applied wherever it fits: for phrases, of which a question may hold several.

        >>> Rewriting([(r"ahead of", "before"), (r"the day before", "on the eve of")]).every("the day ahead of May 2")
        'on the eve of May 2'
        """
        for pattern, put in self._rules:
            if pattern.search(text):  # to look is cheaper than to replace nothing
                text = pattern.sub(put, text)
        return text

    def first(self, text: str) -> str:
        """The text with the first rule that changes it applied once: for rules that each take the question as a whole.

        >>> Rewriting([(r"^what made", "why"), (r"^what", "which")]).first("What made him go?")
        'why him go?'
        """
        for pattern, put in self._rules:
            changed = pattern.sub(put, text, count=1)
            if changed != text:
                return changed
        return text
