"""Holds an answer against the number of things that its question takes for granted: "the two shareholders of X"."""

from __future__ import annotations

from collections.abc import Sequence

from app.model import AnswerItem
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import COUNTS, Token

_OPENERS = frozenset({"which", "what", "the", "those", "these", "name", "list"})
_KINDS = frozenset({Kind.NOUN, Kind.CLASS_NOUN, Kind.TITLE})


def taken_for_granted(tokens: Sequence[Token], lexicon: Lexicon) -> int | None:
    """How many things a question says there are; None where it says nothing of that.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> from app.query.ask.lexical.words import tokenize
    >>> taken_for_granted(tokenize("Who are the three shareholders of Acme?"), load_lexicon())
    3
    >>> taken_for_granted(tokenize("Who paid two euros?"), load_lexicon())
    """
    words = [token.word for token in tokens]
    for position, word in enumerate(words[1:-1], 1):
        senses = lexicon.senses.get((words[position + 1],), ())
        plural = any(sense.plural and sense.entry.kind in _KINDS for sense in senses)
        if word in COUNTS and words[position - 1] in _OPENERS and plural:
            return COUNTS[word]
    return None


def difference(number: int | None, items: Sequence[AnswerItem]) -> str | None:
    """What to tell where another number of things was found than the question says there are."""
    found = len({item.iri or item.label for item in items})
    if number is None or found == number or any(item.label in ("yes", "no") for item in items):
        return None
    return f"The question speaks of {number}; {found} {'is' if found == 1 else 'are'} known."
