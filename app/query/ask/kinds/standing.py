"""Reads questions that offer two standings of one thing: "confirmed or only reported", "bought it or plans to"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.query.ask.kinds.certainty import Certainty
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.words import AUXILIARIES, DETERMINERS, SUBJECT_PRONOUNS, Token

_SOFTENERS = frozenset(
    """only merely just simply still so far as yet a an the mere at best most already now more than nothing but purely
    no""".split()
)
_MATTERS = frozenset(
    """deal sale takeover acquisition purchase merger bid move thing plan transaction transfer appointment story matter
    investment partnership""".split()
)
"""Nouns for what the question is about, whatever it is: "or is the deal still pending"."""
_CLOSERS = frozenset("so far yet for now still at this stage as by sources now moment the".split())


def either_standing(analysis: Analysis) -> Certainty | None:
    """What "is X done or merely planned" asks the standing of; None for any other question.

    The two standings say nothing of the thing itself, so that it is asked for without them.
    """
    words, tokens = analysis.words, list(analysis.tokens)
    for middle in (i for i, word in enumerate(words) if word == "or"):
        for end in _standing_after(analysis, middle + 1):
            rest = _whole(words, end)
            before = _standing_before(analysis, middle)
            if rest == len(words) and before is not None:
                return _asked(tokens[:before])
            if rest == len(words) and middle > 2 and words[0] in AUXILIARIES:
                return Certainty(tokens[:middle])
            if before is not None and (stated := _stated(words, before, end)) is not None:
                return Certainty(tokens[stated:])
    return None


def _whole(words: Sequence[str], end: int) -> int:
    """The place after words that only close a question ("or is it planned so far")."""
    while end < len(words) and words[end] in _CLOSERS:
        end += 1
    return end


def _asked(before: list[Token]) -> Certainty | None:
    """What stands before "confirmed or rumoured": with or without the verb that the question begins with."""
    if before and before[-1].word in AUXILIARIES and len(before) > 2:  # "X's stake is confirmed or rumoured"
        before = before[:-1]
    if before and before[0].word in ("is", "are", "was", "were"):
        return Certainty(before[1:]) if len(before) > 2 else None
    return Certainty(before) if len(before) > 1 else None


def _stated(words: Sequence[str], before: int, end: int) -> int | None:
    """Where the statement begins in "is it fact or rumour that S" and "fact or rumour S"; None if it is neither."""
    opener = list(words[:before])
    if opener in (["is", "it"], ["was", "it"], []) and end < len(words):
        return end + 1 if words[end] in ("that", "whether", "if") else end
    return None


def _standing_after(analysis: Analysis, start: int) -> Iterator[int]:
    """Where a standing may end that begins here or after words that only lead to it: "is it only planned"."""
    position = start
    while position < len(analysis.words):
        yield from sorted((match.end for match in analysis.senses(position, Kind.STANDING)), reverse=True)
        word = analysis.words[position]
        matter = word in _MATTERS and analysis.words[position - 1] in DETERMINERS
        if word not in AUXILIARIES | SUBJECT_PRONOUNS | DETERMINERS | _SOFTENERS and not matter:
            return
        position += 1


def _standing_before(analysis: Analysis, end: int) -> int | None:
    """Where a standing begins that ends here, with the words that lead to it; None if none does."""
    for start in range(max(0, end - 4), end):
        if any(match.end == end for match in analysis.senses(start, Kind.STANDING)):
            while start > 0 and analysis.words[start - 1] in _SOFTENERS:
                start -= 1
            return start
    return None
