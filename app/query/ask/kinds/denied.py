"""Reads questions for whom or what somebody denies something of: "which firm did Acme deny that it was buying"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.names import Candidate
from app.query.ask.lexical.words import Token

_ASKING = frozenset({"which", "what", "who", "whom"})
_HELPING = frozenset({"did", "does", "has", "have", "do"})
_LEADING = frozenset(
    """that it they he she is are was were be been being has have had having would will wants want wanted to planned
    plans planning ever""".split()
)
_FURTHEST_HELPER = 4


@dataclass(frozen=True)
class Denied:
    """Who denies, and the question as it would be asked of what is so."""

    speaker: Candidate
    rest: Sequence[Token]


def denied_thing(analysis: Analysis) -> Denied | None:
    """What "which firm did X deny buying" asks, as "which firm is X buying", and X; None for any other question."""
    words, tokens = analysis.words, analysis.tokens
    if not words or words[0] not in _ASKING:
        return None
    helper = next((i for i, word in enumerate(words[:_FURTHEST_HELPER]) if word in _HELPING), None)
    for speaker in analysis.at(helper + 1) if helper else ():
        for verb in analysis.senses(speaker.end, Kind.SAYING) if len(speaker.names) == 1 else ():
            start = verb.end
            while start < len(words) and words[start] in _LEADING:
                start += 1
            if verb.sense and verb.sense.entry.detail == "negated" and start < len(words):
                helped = "is" if words[start].endswith("ing") else "has"
                asked = [*tokens[:helper], Token(helped, helped, 0, 0), *tokens[(helper or 0) + 1 : speaker.end]]
                return Denied(speaker.names[0], [*asked, *tokens[start:]])
    return None
