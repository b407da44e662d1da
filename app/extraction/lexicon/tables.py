"""How the lexicon writes its tables of words."""

from __future__ import annotations

from importlib.resources import files


def words(text: str) -> frozenset[str]:
    """A table of words, written as one string."""
    return frozenset(text.split())


def names(text: str) -> frozenset[str]:
    """A table of names of one or more words each, written as one string with strokes between them."""
    return frozenset(name.strip() for name in text.split("|"))


def lines(name: str) -> list[str]:
    """The lines of a list that lies beside this file, without its comments."""
    text = files("app.extraction.lexicon").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
