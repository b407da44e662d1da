"""Answers comparisons: "who owns more of X, A or B" by numbers, "was A founded before B" by days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model import AnswerItem, AnswerStatus, Fact
from app.query.ask.analyse import Analysis
from app.query.ask.answer import Draft
from app.query.ask.evaluate import Found
from app.query.ask.names import Candidate
from app.query.ask.words import Token

_MORE = {"more": "most", "most": "most", "less": "least", "least": "least", "first": "first", "earlier": "first"}
_MORE |= {"last": "last", "later": "last", "sooner": "first"}
_CERTAIN_SIDES = frozenset({"before", "after"})


@dataclass(frozen=True)
class Choice:
    """A question with "A or B" at its end: the question without it, the two, and what is compared, if anything is."""

    rest: Sequence[Token]
    names: tuple[Candidate, Candidate]
    order: str | None


def choice(analysis: Analysis) -> Choice | None:
    """The two to choose between, in "who invested more, A or B"; None for any other question."""
    words, tokens = analysis.words, list(analysis.tokens)
    if "or" not in words or words[0] not in ("who", "which", "what"):
        return None
    middle = words.index("or")
    second = [m for m in analysis.at(middle + 1) if m.end == len(words) and len(m.names) == 1]
    first = [m for i in range(middle) for m in analysis.at(i) if m.end == middle and len(m.names) == 1]
    if not first or not second:
        return None
    left = min(first, key=lambda match: match.start)
    rest = tokens[: left.start]
    order = next((_MORE[token.word] for token in rest if token.word in _MORE), None)
    kept = [token for token in rest if token.word not in _MORE]
    return Choice(kept, (left.names[0], second[0].names[0]), order)


def chosen(asked: Choice, found: Found) -> Found | None:
    """What was found of the two; None where it is not enough to choose."""
    wanted = {candidate.iri for candidate in asked.names}
    rows = tuple(row for row in found.rows if row.term is not None and row.term.value in wanted)
    known = {row.term.value for row in rows if row.term is not None}
    if asked.order is None:
        return replace(found, rows=rows) if rows else None
    if len(known) < 2:
        return None
    return replace(found, rows=rows, plan=replace(found.plan, order=asked.order))


def versus(analysis: Analysis) -> tuple[list[Token], Sequence[Token], str] | None:
    """The two situations of "was A founded before B": both as questions of when, and the side; None for any other."""
    words, tokens = analysis.words, list(analysis.tokens)
    sides = [i for i, word in enumerate(words) if word in _CERTAIN_SIDES and 2 < i < len(words) - 1]
    if len(sides) != 1 or words[0] not in ("was", "were", "did", "has", "is"):
        return None
    middle = sides[0]
    second = [m for m in analysis.at(middle + 1) if m.end == len(words) and m.names]
    first = [m for m in analysis.at(1) if m.names and m.end < middle]
    if not first or not second:
        return None
    when = Token("when", "when", 0, 0)
    left = max(first, key=lambda match: match.end)
    return (
        [when, *tokens[:middle]],
        [when, tokens[0], *tokens[middle + 1 :], *tokens[left.end : middle]],
        words[middle],
    )


def earlier(left: Draft, right: Draft, side: str) -> Draft | None:
    """Yes or no by the days that both certainly lie in; None where they do not settle it."""
    one, other = _days(left.facts), _days(right.facts)
    if one is None or other is None:
        return None
    before, after = one[1] < other[0], other[1] < one[0]
    if before == after:
        return None
    said = "yes" if before == (side == "before") else "no"
    facts = [*left.facts, *right.facts]
    sentences = dict.fromkeys([left.sentence, right.sentence])
    return Draft(
        AnswerStatus.ANSWERED,
        f"{said.capitalize()}: {' '.join(sentences)}",
        [AnswerItem(label=said, value=said, status=facts[0].status)],
        facts=facts,
        queries=[*left.queries, *right.queries],
        confidence=min(left.confidence, right.confidence),
        plan=left.plan,
    )


def _days(facts: Sequence[Fact]) -> tuple[str, str] | None:
    """The first and last day on which any of it can have been; None if that is open."""
    points = [fact.time.date if fact.time.date.earliest else fact.time.start for fact in facts]
    known = [(point.earliest, point.latest) for point in points if point.earliest and point.latest]
    if facts and not known:
        stated = [value for fact in facts for values in fact.slots.values() for value in values if _is_year(value)]
        known = [(f"{year}-01-01", f"{year}-12-31") for year in stated]
    return (min(first for first, _ in known), max(last for _, last in known)) if known else None


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdigit()
