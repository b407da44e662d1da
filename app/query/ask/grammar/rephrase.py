"""Puts roundabout questions into plain order before they are read ("was it X that bought Y": "X bought Y")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.apart import WHETHER
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.words import DETERMINERS, Token

_IS = frozenset({"is", "was"})
_RELATIVE = frozenset({"that", "who", "which", "whom"})
_MOST_BETWEEN = 5
_INDIRECT = frozenset({"whether", "if"})
_ASKING = frozenset("who whom whose what which when where why how is was are were did does do has have had".split())
_NAMED_DATES = frozenset({"founding", "start", "which", "what", "that", "this"})
_TIMES = frozenset({"year", "month", "date", "day"})


def rephrase(tokens: Sequence[Token]) -> list[Token]:
    """The tokens of the plain question.

    >>> from app.query.ask.lexical.words import tokenize
    >>> [token.word for token in rephrase(tokenize("Was it Acme that bought Pelm?"))]
    ['acme', 'bought', 'pelm']
    >>> [token.word for token in rephrase(tokenize("Who was it that founded Acme?"))]
    ['who', 'founded', 'acme']
    """
    found = list(tokens)
    while len(found) > 1 and found[0].word in _INDIRECT:
        found = [replace(found[1], also=WHETHER), *found[2:]]
    found = _uncleft(found)
    found = _dated(_worth(found))
    words = [token.word for token in found]
    if len(words) > 3 and words[0] in ("what", "which") and words[1] in _TIMES and words[-1] in ("in", "on"):
        return found[:-1]
    return found


def gathered(analysis: Analysis) -> Iterator[list[Token]]:
    """Each way to put a relative clause from the end of a question behind what it can belong to.

    "Where is the firm based that X founded" is "where is the firm that X founded based".
    """
    words, tokens = analysis.words, list(analysis.tokens)
    for marker in range(4, len(words) - 1):
        if words[marker] not in _RELATIVE | {"whose", "where"}:
            continue
        for start in range(1, marker - 1):
            nouns = (
                analysis.senses(start, Kind.CLASS_NOUN, Kind.NOUN, Kind.TITLE)
                if words[start - 1] in DETERMINERS
                else ()
            )
            for end in dict.fromkeys(noun.end for noun in nouns if 0 < marker - noun.end <= _MOST_BETWEEN):
                yield [*tokens[:end], *tokens[marker:], *tokens[end:marker]]


def _worth(tokens: list[Token]) -> list[Token]:
    """Read "what is the contract worth" as "how much is the contract"."""
    words = [token.word for token in tokens]
    if (
        len(words) > 3
        and words[-1] == "worth"
        and words[0] in ("what", "how")
        and (words[1] in _IS or words[1] == "much")
    ):
        start = 1 if words[0] == "what" else 2
        return [Token("how", "how", 0, 0), Token("much", "much", 0, 0), *tokens[start:-1]]
    return tokens


def _dated(tokens: list[Token]) -> list[Token]:
    """Read "what was the date of the sale" and "Acme Pelm acquisition date" as "when was ..."."""
    words = [token.word for token in tokens]
    when = [Token("when", "when", 0, 0), Token("was", "was", 0, 0)]
    for opener in (["what", "is", "the"], ["what", "was", "the"], ["the"], []):
        rest = words[len(opener) :]
        if words[: len(opener)] == opener and len(rest) > 2 and rest[0] in _TIMES and rest[1] == "of":
            return [*when, *tokens[len(opener) + 2 :]]
    if len(words) > 2 and words[-1] in ("date", "year") and words[0] not in _ASKING and words[-2] not in _NAMED_DATES:
        return [*when, *tokens[:-1]]
    return tokens


def _uncleft(tokens: list[Token]) -> list[Token]:
    words = [token.word for token in tokens]
    if len(words) > 4 and words[0] in _IS and words[1] == "it":
        middle = next((i for i in range(3, len(words) - 1) if words[i] in _RELATIVE), None)
        return tokens[2:middle] + tokens[middle + 1 :] if middle else tokens
    if len(words) > 4 and words[0] == "it" and words[1] in _IS and words[2] in ("who", "what", "which"):
        return [token for i, token in enumerate(tokens[2:]) if i == 0 or token.word not in _RELATIVE or i > 3]
    for i in range(1, len(words) - 3):
        if (
            words[i] in _IS
            and words[i + 1] == "it"
            and words[i + 2] in _RELATIVE
            and words[0] in ("who", "what", "which")
        ):
            return tokens[:i] + tokens[i + 3 :]
    return tokens
