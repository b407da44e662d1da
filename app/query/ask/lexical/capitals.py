"""Gives names that were typed in small letters their capitals back, and a possessive its apostrophe: "acmes chair"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import TYPO_COST, Names
from app.query.ask.lexical.words import FUNCTION_WORDS, Token, spelt_tokens

_SHORTEST, _LONGEST_JOINER = 3, 3
"""A single word that is shorter is no name by itself; a longer one amid a name gets a capital."""


def capitalised(question: str, lexicon: Lexicon, names: Names) -> str:
    """The question with the names of the graph as names are written; words that are also common ones stay small.

    So that whatever tells names by their capitals works for those who type none.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> from app.query.ask.lexical.names import Candidate, Named
    >>> acme = Named((Candidate("x:acme", "Acme Tide", "Company"),), 0.0)
    >>> known = {("acme", "tide"): acme, ("acme",): acme}
    >>> names = Names(by_words=known, labels={}, values={}, vocabulary=frozenset({"acme", "tide"}), longest=2)
    >>> capitalised("who runs acme tide n whats acmes seat", load_lexicon(), names)
    "who runs Acme Tide n whats Acme's seat"
    """
    tokens = spelt_tokens(question)
    put: list[tuple[int, int, str]] = []
    for start, end, owns in _named(tokens, lexicon, names):
        for position in range(start, end):
            token = tokens[position]
            written = token.text[:-1] if owns and position == end - 1 else token.text
            inner = start < position < end - 1 and len(written) <= _LONGEST_JOINER
            small = token.word == "'s" or inner or not written[:1].islower()
            text = written if small else written[:1].upper() + written[1:]
            put.append((token.start, token.end, f"{text}'s" if owns and position == end - 1 else text))
    for begin, finish, text in sorted(put, reverse=True):
        question = f"{question[:begin]}{text}{question[finish:]}"
    return question


def _named(tokens: Sequence[Token], lexicon: Lexicon, names: Names) -> Iterator[tuple[int, int, bool]]:
    """Where names stand, longest first, and whether only the apostrophe is missing behind them."""
    taken: set[int] = set()
    for length in range(min(names.longest, len(tokens)), 0, -1):
        for start in range(len(tokens) - length + 1):
            if taken.isdisjoint(range(start, start + length)):
                words = tuple(token.word for token in tokens[start : start + length])
                owns = _lacks_apostrophe(words, tokens, start + length, lexicon, names)
                if owns or _is_name(words, lexicon, names):
                    taken |= set(range(start, start + length))
                    yield start, start + length, owns


def _is_name(words: tuple[str, ...], lexicon: Lexicon, names: Names) -> bool:
    """Whether words are a name of the graph, whole or in a short form, and can be nothing else."""
    named = names.by_words.get(words)
    if named is None or named.cost >= TYPO_COST or all(c.type == "Collective" for c in named.candidates):
        return False
    uncommon = (word for word in words if word not in lexicon.words and word not in FUNCTION_WORDS)
    strange = [word for word in uncommon if len(word) >= _SHORTEST]
    return bool(strange) if len(words) == 1 or named.cost else bool(strange) or len(words) > 1


def _lacks_apostrophe(
    words: tuple[str, ...], tokens: Sequence[Token], end: int, lexicon: Lexicon, names: Names
) -> bool:
    """Whether the words are a name but for the "s" at their end, and something follows that it can own."""
    last = words[-1]
    follows = tokens[end].word if end < len(tokens) else ""
    if not last.endswith("s") or not follows or follows == "'s":
        return False
    if last in names.vocabulary and not (len(words) > 1 and words not in names.by_words):
        return False
    common = last in lexicon.words or last in FUNCTION_WORDS
    return (len(words) > 1 or not common) and _is_name((*words[:-1], last[:-1]), lexicon, names)
