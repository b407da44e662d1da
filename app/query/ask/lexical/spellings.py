"""Tells which of many words a misspelt one is meant for: alike in sound, one slip away, or, if it is long, two."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from app.query.ask.lexical.words import one_edit_apart

_DOUBLED = re.compile(r"([a-z])\1+")
_LONG, _SHORT = 8, 5
"""From so many letters on a word may have two slips, and below the other it has none that can be told."""


def sound(word: str) -> str:
    """The word as it is without doubled letters, and with its plural spelt as it should be.

    >>> sound("allready") == sound("already"), sound("companys") == sound("companies")
    (True, True)
    """
    plural = f"{word[:-2]}ies" if word.endswith("ys") and len(word) > _SHORT and word[-3] not in "aeou" else word
    return _DOUBLED.sub(r"\1", plural)


def two_edits_apart(left: str, right: str) -> bool:
    """Whether two letters were added, dropped, changed or swapped with a neighbour; the first one is right.

    >>> two_edits_apart("aquiered", "acquired"), two_edits_apart("transfer", "transport")
    (True, False)
    """
    return left[:1] == right[:1] and OSA.distance(left, right, score_cutoff=2) == 2


class Spellings:
    """The words that a misspelt one can be meant for, in buckets by what slips leave as it is."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_sound: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(word for word in words if len(word) >= _SHORT - 1 and word.isalpha()):
            self._by_sound.setdefault(sound(word), []).append(word)
            self._by_first.setdefault(word[0], []).append(word)

    def meant(self, word: str) -> str | None:
        """The one word that is meant: alike in sound, else one slip away, else, if it is long, two; None if several.

        >>> Spellings(["already", "acquired", "company"]).meant("aquiered")
        'acquired'
        """
        if len(word) < _SHORT or not word.isalpha():
            return None
        near = self._by_first.get(word[0], [])
        kinds: tuple[Iterable[str], ...] = (
            self._by_sound.get(sound(word), []),
            (known for known in near if one_edit_apart(word, known)),
            (known for known in near if len(word) >= _LONG <= len(known) and two_edits_apart(word, known)),
        )
        for kind in kinds:
            found = [known for known in kind if known != word]
            alike = [known for known in found if known[-1] == word[-1]] if len(found) > 1 else found
            if found:
                return alike[0] if len(alike) == 1 else None
        return None
