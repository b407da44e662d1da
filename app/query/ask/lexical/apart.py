"""Words that nothing is read from but that they leave out whom the question names, or take two together."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from app.query.ask.lexical.words import Token

_OTHERS = frozenset({"else", "other", "another", "besides"})
ALSO = frozenset({"also", "as well", "too"}) | _OTHERS
"""Words that leave out what the question names, though nothing is read from them."""
BOTH = "both"
"""Nothing is read from it either, but that what is asked is of two together."""
WHETHER = "whether"
"""Stands beside the first word of what may be no sentence: "whether Roe Acme member"."""


class Apart(StrEnum):
    """What else must be somebody or something else: "also", "another", "else" leave out whom the question names."""

    NOTHING = ""
    NAMED = "named"  # "where do founders of X also work": not at X
    OTHERS = "others"  # "founders of one company who run another": nor may the two be one

    @classmethod
    def said(cls, tokens: Iterable[Token]) -> Apart:
        """What the words of a question leave out."""
        words = {word for token in tokens for word in (token.word, token.also)}
        return cls.OTHERS if words & _OTHERS else cls.NAMED if words & ALSO else cls.NOTHING
