"""Whether a word is a common one: the lemmatiser's lists of English nouns, verbs, adjectives and adverbs have it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from app.extraction.parsing.parse import pipeline

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_listed_word(token: Token) -> bool:
    """Whether the lists have the word or what the lemmatiser makes of it; young words as "chatbot" are missing."""
    return any(word in part for word in {token.lower_, token.lemma_.lower()} for part in _lists())


@cache
def _lists() -> tuple[frozenset[str], ...]:
    lemmatizer: Any = pipeline().get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    return tuple(frozenset(index[part]) for part in ("noun", "verb", "adj", "adv"))
