"""Finds names that resemble what a user typed: without regard to case and accents, best first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

# Letters that Unicode does not take apart into a base letter and a mark.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})


def fold(text: str) -> str:
    """A name as it is compared: no accents, no case, single spaces.

    >>> fold("  Tomás  BREVAL "), fold("Łódź"), fold("Straße")
    ('tomas breval', 'lodz', 'strasse')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(letters.translate(_PLAIN).split())


def match_rank(folded_query: str, name: str) -> int | None:
    """How well a name fits: 0 the same, 1 starts with it, 2 one of its words does, 3 contains it; None not at all."""
    folded = fold(name)
    if folded == folded_query:
        return 0
    if folded.startswith(folded_query):
        return 1
    if re.search(rf"\b{re.escape(folded_query)}", folded):
        return 2
    return 3 if folded_query in folded else None


def best_rank(folded_query: str, name: str, aliases: Iterable[str]) -> int | None:
    """The best rank of an entity's names; of two that fit equally well the preferred label wins."""
    ranks = [rank * 2 for rank in [match_rank(folded_query, name)] if rank is not None]
    ranks += [rank * 2 + 1 for alias in aliases if (rank := match_rank(folded_query, alias)) is not None]
    return min(ranks, default=None)
