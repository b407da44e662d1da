"""Reasons that stand beside a fact in its own sentence, where the graph keeps no slot for them: "due to"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.model import Claim, Fact, Mention, Value
from app.query.ask.lexical.lexicon import Lexicon
from app.query.lookup import Lookup
from app.query.standing import counting

_CAUSE = re.compile(
    r"\b(?:due to|because of|because|owing to|on account of|as a result of|in response to|prompted by|citing)\s+"
    r"(?P<cause>[^,;:.!?()–—]+)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"[,;:()–—]|\b(?:which|that|who|whose|while|but|and|or|not|if|although|though)\b", re.IGNORECASE
)
_MOST_BETWEEN = 4
"""So many words may stand between the fact's own and its cause; a longer way leads through something else."""


@dataclass(frozen=True)
class Cause:
    """The words in which a sentence gives a reason, and what the graph holds that reason to be."""

    words: str
    topic: str


def causes(facts: Iterable[Fact], lookup: Lookup, lexicon: Lexicon) -> list[Cause]:
    """The reasons that sentences state right behind what they say of the facts."""
    found: dict[Cause, None] = {}
    for fact in facts:
        for claim in lookup.claims_by_id(fact.supported_by):
            found |= dict.fromkeys(_of(claim, lookup, lexicon))
    return list(found)


def _of(claim: Claim, lookup: Lookup, lexicon: Lexicon) -> Iterator[Cause]:
    ends = [end for end in map(_end, (claim.subject, claim.object)) if end is not None]
    for span in claim.evidence if ends else ():
        said = span.text
        for match in _CAUSE.finditer(said):
            between = said[max(ends) - span.start : match.start()] if max(ends) <= span.start + match.start() else None
            if between is None or _ELSEWHERE.search(between) or len(between.split()) > _MOST_BETWEEN:
                continue
            words = match["cause"].strip()
            yield Cause(words, _topic(claim, words, lookup, lexicon) or words)


def _end(point: Mention | Value | None) -> int | None:
    return point.end if point is not None else None


def _topic(claim: Claim, words: str, lookup: Lookup, lexicon: Lexicon) -> str | None:
    """What another claim of the same sentence holds the reason to be about: "displeasure with pay" about pay."""
    for other in lookup.claims(article=claim.article):
        slot = lexicon.contents.get(other.relation)
        topic = other.qualifiers.get(slot) if slot else None
        same = topic in words and other.evidence[:1] == claim.evidence[:1] if topic else False
        if same and other.status.vouched and counting(lookup, [other]):
            return topic
    return None
