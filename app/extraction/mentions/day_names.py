"""Firms that are called by a day or a month: "Sunday Clay, which she set up", "bought into March Wagons".

Elsewhere a day before a name only says when: "the company said Monday Acme would", "in May Acme".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.extraction.lexicon.nouns import DAYS_AND_MONTHS
from app.extraction.mentions.capitals import is_capitalised
from app.extraction.parsing.passages import Passage

if TYPE_CHECKING:
    from spacy.tokens import Doc

DayName = tuple[str, str]
_TOLD = frozenset({"which", "a", "an", "the", "whose"})
_NO_TIME = frozenset({"into", "at", "with", "behind", "against", "like", "than"})
# After these a day is part of a name where the name is told of at once: "lost it to Sunday Clay, the agency".
_SELDOM_TIME = frozenset({"to", "of", "by", "for"})


def day_names(passages: Iterable[Passage]) -> frozenset[DayName]:
    """The days and months that open a firm's name, each with the word after it."""
    return frozenset(pair for passage in passages for pair in _in_passage(passage.doc))


def _in_passage(doc: Doc) -> Iterator[DayName]:
    for token in doc[: len(doc) - 2]:
        if token.text not in DAYS_AND_MONTHS or not is_capitalised(token.nbor()) or token.nbor().is_sent_start:
            continue
        opens = bool(token.is_sent_start)
        before = token.nbor(-1).lower_ if token.i else ""
        if not opens and before not in _NO_TIME | _SELDOM_TIME:
            continue
        end = token.i + 2
        while end < len(doc) and is_capitalised(doc[end]):
            end += 1
        told = end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ in _TOLD
        owns = end < len(doc) and doc[end].text in {"'s", "’s"}
        # "Monday Acme's shares fell" may be a day even where it opens a sentence.
        if told or (owns and not opens and before in _NO_TIME) or (not opens and before == "into"):
            yield token.text, token.nbor().text
