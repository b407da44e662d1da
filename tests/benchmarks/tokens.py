"""Turns token lists back into prose that an engine can read, and spans of characters into spans of tokens.

CORE and FIRE come as tokens; joined by blanks they would read "Bermuda - based Ironshore 's". Only blanks change.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NO_SPACE_BEFORE = re.compile(r"""^(?:[,.;:!?%)\]}’”]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|'|\.\.\.|…)$""", re.IGNORECASE)
_NO_SPACE_AFTER = re.compile(r"^(?:[(\[{$£€¥“‘]|US\$|A\$|C\$|#)$")
_HYPHENS = frozenset("-–")


@dataclass(frozen=True)
class Prose:
    """A text and where each token lies in it."""

    text: str
    spans: tuple[tuple[int, int], ...]

    def characters(self, first: int, end: int) -> tuple[int, int]:
        """The characters that the tokens `first` up to, not including, `end` cover."""
        return self.spans[first][0], self.spans[end - 1][1]

    def tokens(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that a span of characters touches, the last not included; None if it touches none."""
        touched = [number for number, (first, last) in enumerate(self.spans) if first < end and start < last]
        return (touched[0], touched[-1] + 1) if touched else None


def prose(tokens: Sequence[str]) -> Prose:
    """The tokens as a writer would have set them.

    >>> prose(["Bermuda", "-", "based", "Ironshore", "'s", "deal", "(", "a", "first", ")", "."]).text
    "Bermuda-based Ironshore's deal (a first)."
    """
    text, spans, open_quote = "", [], False
    for number, token in enumerate(tokens):
        joins = not text or _joins(tokens, number, inside_quote=open_quote)
        if token == '"':
            open_quote = not open_quote
        text += "" if joins else " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return Prose(text, tuple(spans))


def _joins(tokens: Sequence[str], number: int, *, inside_quote: bool) -> bool:
    """Whether a token stands right after the one before it. `inside_quote` is as of the token before."""
    before, token = tokens[number - 1], tokens[number]
    if _NO_SPACE_BEFORE.match(token) or _NO_SPACE_AFTER.match(before):
        return True
    if '"' in (before, token):
        return inside_quote  # right after the mark that opened, right before the one that closes
    following = tokens[number + 1] if number + 1 < len(tokens) else ""
    if token in _HYPHENS:
        return _is_hyphen(before, following)
    return before in _HYPHENS and number > 1 and _is_hyphen(tokens[number - 2], token)


def _is_hyphen(left: str, right: str) -> bool:
    """Whether a mark between two words binds them: "Bermuda - based", and not "rose - Dec. 30"."""
    return left[-1:].isalnum() and right[:1].islower()
