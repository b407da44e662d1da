"""Mends misspelt words of a question, where each can be meant for one word only and none is a name."""

from __future__ import annotations

import re

from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Names
from app.query.ask.lexical.words import FUNCTION_WORDS, stem
from app.query.names import fold

_WORD = re.compile(r"(?:(?<![\w'’&.-])|^\W*)[^\W\d_]{5,}(?![\w'’&-])")


def respelt(question: str, lexicon: Lexicon, names: Names) -> tuple[str, list[str]]:
    """The question with its misspelt words mended, and a note on each; what is spelt like a name is left as it is.

    >>> from app.query.ask.lexical.lexicon import load_lexicon
    >>> nobody = Names(by_words={}, labels={}, values={}, vocabulary=frozenset(), longest=1, newest=None)
    >>> respelt("Which companys has Acmee allready aquiered?", load_lexicon(), nobody)[0]
    'Which companies has Acmee already acquired?'
    """
    notes: list[str] = []

    def mended(found: re.Match[str]) -> str:
        written = found.group()
        word = fold(written)
        known = word in FUNCTION_WORDS or word in lexicon.words or word in names.vocabulary
        is_name = written[:1].isupper() and found.start() > 0
        meant = None if known or is_name or stem(word) in names.value_words else lexicon.spellings.meant(word)
        if meant is None or {*names.misspelt(word)} - {meant}:  # it may be part of a name
            return written
        notes.append(f"“{written}” was read as “{meant}”.")
        return meant.capitalize() if written[:1].isupper() else meant

    return _WORD.sub(mended, question), notes
