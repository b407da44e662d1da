"""Puts a verb and its particle together again: "who set it up" for "who set up it"."""

from __future__ import annotations

from collections.abc import Sequence

from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import AUXILIARIES, QUESTION_WORDS, Token

_PARTICLES = frozenset({"up", "over", "out", "off", "down", "in", "on", "together", "away", "back"})
_FURTHEST = 6


def reunited(tokens: Sequence[Token], lexicon: Lexicon) -> list[Token] | None:
    """The tokens with a particle moved to its verb; None where no verb is parted from one.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> from app.query.ask.lexical.words import tokenize
    >>> [token.word for token in reunited(tokenize("who set Acme Works up in 2020"), load_lexicon()) or ()]
    ['who', 'set', 'up', 'acme', 'works', 'in', '2020']
    """
    words = [token.word for token in tokens]
    for start, verb in enumerate(words):
        if words[start + 1 : start + 2] and words[start + 1] in _PARTICLES:
            continue  # it has its own, and would hand it back and forth with the next
        for end in range(start + 2, min(start + _FURTHEST, len(words))):
            if words[end] in AUXILIARIES | QUESTION_WORDS | {"and"}:
                break
            if words[end] in ("in", "on") and end + 1 < len(words):
                continue  # a preposition
            senses = lexicon.senses.get((verb, words[end]), ()) if words[end] in _PARTICLES else ()
            if any(sense.entry.kind is Kind.VERB for sense in senses):
                between = tokens[start + 1 : end]
                return [*tokens[: start + 1], tokens[end], *between, *tokens[end + 1 :]]
    return None
