"""How the lexicon writes its tables of words."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """A table of words, written as one string."""
    return frozenset(text.split())
