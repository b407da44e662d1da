"""Works in quotation marks, whose names are whole: "Ashes of the North" names nobody called North."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.extraction.mentions.capitals import is_capitalised

if TYPE_CHECKING:
    from spacy.tokens import Doc

_OPENING, _CLOSING = frozenset({"“", '"', "‘"}), frozenset({"”", '"', "’"})
_LONGEST_TITLE = 7
# Of these a work's name has one between its words in capitals, as few firms' names have.
_IN_TITLES = frozenset("of the a an and in on to for from with at".split())


def quoted_title(doc: Doc, start: int) -> int | None:
    """The end of a work's name that opens at a token, in quotation marks: "Ashes of the North"."""
    if not start or doc[start - 1].text not in _OPENING or not is_capitalised(doc[start]):
        return None
    end = next((i for i in range(start + 1, min(start + _LONGEST_TITLE, len(doc))) if doc[i].text in _CLOSING), None)
    if end is None or end - start < 3 or not is_capitalised(doc[end - 1]):
        return None
    small = [token for token in doc[start:end] if not is_capitalised(token)]
    return end if small and all(token.lower_ in _IN_TITLES for token in small) else None
