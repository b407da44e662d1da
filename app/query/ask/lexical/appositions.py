"""Sets aside what somebody who is named in full is called besides: "Ann Roe, the old Acme boss: where is she now?"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from app.query.ask.lexical.names import Names
from app.query.ask.lexical.words import Token, spelt_tokens

_ASIDE = re.compile(
    r"\s*(?:,\s*(?P<plain>(?:(?:the|that|this|an?|our|their|its|his|her|old|former|ex)\b[- ])[^,:;?()]{2,60}?)"
    r"(?P<end>\s*,(?!\s*(?:and|or)\b)|(?=\s*[:;?]|\s+[–—-]+\s|\s*$))"
    r"|\(\s*(?P<framed>(?:the|that|this|an?|our|old|former|ex)\b[- ][^()?]{2,60})\))",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:and|or|who|whom|whose|which|what|when|where|why|how|not|but|only|except|before|after|since|until|is|are|was"
    r"|were|did|does|has|have|had|will|first|second|last|other|one|two)\b|\d",
    re.IGNORECASE,
)
"""An aside with one of these may ask, list or restrict."""


def without_appositions(question: str, names: Names, related: Callable[[Iterable[str]], bool]) -> tuple[str, list[str]]:
    """The question without such asides, and a note on each; `related` tells whether things have to do with each other.

    >>> from app.query.ask.lexical.names import Candidate, Named
    >>> roe = Named((Candidate("x:roe", "Ann Roe", "Person"),), 0.0)
    >>> names = Names(by_words={("ann", "roe"): roe}, labels={}, values={}, vocabulary=frozenset({"ann"}), longest=2)
    >>> without_appositions("Ann Roe, the chess lady: who is she?", names, lambda _: True)
    ('Ann Roe: who is she?', ['Whether “the chess lady” is so was not looked at.'])
    >>> without_appositions("Who knows Ann Roe, the Pelm firm, and Lind?", names, lambda _: True)[1]
    []
    """
    notes: list[str] = []
    for found in reversed(list(_ASIDE.finditer(question))):
        said = (found["plain"] or found["framed"]).strip()
        named = _ending(spelt_tokens(question[: found.start()]), names)
        if named is None or _SAYS_MORE.search(said):
            continue
        others = [iri for iri in _within(spelt_tokens(said), names) if iri != named]
        if others and not related([named, *others]):
            continue
        question = f"{question[: found.start()]}{question[found.end() :]}"
        notes.insert(0, f"Whether “{said}” is so was not looked at.")
    return question, notes


def _ending(tokens: list[Token], names: Names) -> str | None:
    """The one whose whole name stands at the end of some words."""
    for length in range(min(names.longest, len(tokens)), 0, -1):
        named = names.by_words.get(tuple(token.word for token in tokens[-length:]))
        if named is not None:
            return named.candidates[0].iri if named.cost == 0 and len(named.candidates) == 1 else None
    return None


def _within(tokens: list[Token], names: Names) -> list[str]:
    """Who else is named among some words."""
    words = [token.word for token in tokens]
    ends = ((i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    found = (names.by_words.get(tuple(words[i:j])) for i, j in ends)
    return [named.candidates[0].iri for named in found if named is not None and not named.cost]
