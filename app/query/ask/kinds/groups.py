"""Groups without a name of their own, told apart by what they are for: "the core team for self-driving cars"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Draft
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.words import Token, content_words, name_words, stem

_GROUP = "Collective"
_LINKS = frozenset("for on behind of that which who in charged tasked entrusted working responsible".split())


@dataclass(frozen=True)
class Described:
    """A question about a group, and the words behind the group that say which one is meant."""

    rest: Sequence[Token]
    words: tuple[str, ...]


def described_group(analysis: Analysis) -> Described | None:
    """The parts of a question that ends with a group and what it is for; None for any other question."""
    for position in range(len(analysis.words)):
        for match in analysis.at(position):
            behind = analysis.words[match.end :]
            if match.names and all(c.type == _GROUP for c in match.names) and behind and behind[0] in _LINKS:
                words = tuple(word for word in content_words(behind) if word not in _LINKS)
                return Described(analysis.tokens[: match.end], words) if words else None
    return None


def is_meant(asked: Described, draft: Draft, answerer: Answerer) -> bool:
    """Whether the sentences that an answer rests on each say of the group what the question says.

    The graph holds no more of such a group than what it is called, so that its sentence must tell which one it is.
    """
    told = [
        {_root(word) for item in answerer.lookup.evidence(fact) for text in item.texts for word in name_words(text)}
        for fact in draft.facts
    ]
    return bool(told) and all({*map(_root, asked.words)} <= said for said in told)


def _root(word: str) -> str:
    """A word without its ending, since "that develops" and "tasked with developing" say the same."""
    return re.sub(r"(?<=\w{4})(?:ing|ed|e)$", "", stem(word))
