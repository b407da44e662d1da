"""Tells the language of a text, where there is enough of it to tell."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 20_000
_ENOUGH = 120
"""Bytes of letters that a text must have: below that, names decide, and names are of no language."""
_SURE = 0.95


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language; None if it is too short or too mixed to tell.

    >>> language_of("Solvane.") is None
    True
    """
    sample = text[:_SAMPLE]
    if sum(len(char.encode()) for char in sample if char.isalpha()) < _ENOUGH:
        return None
    language, probability = _identifier().classify(sample)
    return str(language) if probability >= _SURE else None


@lru_cache(maxsize=1)
def _identifier() -> LanguageIdentifier:
    # Half a second, so only when there is something to tell.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
