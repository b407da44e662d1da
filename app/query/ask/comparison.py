"""Answers comparisons: "who owns more of X, A or B" by numbers, "was A founded before B" by days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.model import AnswerItem, AnswerStatus, Fact
from app.query.ask.analyse import Analysis
from app.query.ask.answer import Draft
from app.query.ask.evaluate import Found
from app.query.ask.names import Candidate
from app.query.ask.words import AUXILIARIES, SUBJECT_PRONOUNS, Token, tokenize

_MORE = {"more": "most", "most": "most", "less": "least", "least": "least", "first": "first", "earlier": "first"}
_MORE |= {"last": "last", "later": "last", "sooner": "first"}
_AGE = {"older": "first", "oldest": "first", "younger": "last", "youngest": "last", "newer": "last"}
_LONGEST_AGE = 5
_CERTAIN_SIDES = frozenset({"before", "after"})


@dataclass(frozen=True)
class Choice:
    """A question with "A or B" at its end: the question without it, the two, and what is compared, if anything is."""

    rest: Sequence[Token]
    names: tuple[Candidate, Candidate]
    order: str | None


def choice(analysis: Analysis) -> Choice | None:
    """The two to choose between, in "who invested more, A or B"; None for any other question."""
    words, tokens = analysis.words, _in_order(analysis)
    if tokens != list(analysis.tokens):
        return choice(Analysis(tokens, analysis.lexicon, analysis.names))
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
    if (age := next((token.word for token in rest if token.word in _AGE), None)) and len(rest) <= _LONGEST_AGE:
        return Choice(tokenize("who was founded"), (left.names[0], second[0].names[0]), _AGE[age])
    kept = [token for token in rest if token.word not in _MORE]
    return Choice(kept, (left.names[0], second[0].names[0]), order)


def _in_order(analysis: Analysis) -> list[Token]:
    """Read "which of A and B did X leave" as "which did X leave, A or B"."""
    words, tokens = analysis.words, list(analysis.tokens)
    if words[:2] not in (["which", "of"], ["who", "of"]) or len(words) < 5:
        return tokens
    start = 3 if words[2] in ("the", "these") else 2
    for first in analysis.at(start):
        if first.names and words[first.end : first.end + 1] in (["and"], ["or"]):
            for second in analysis.at(first.end + 1):
                if second.names and second.end < len(words):
                    either_name = [
                        *tokens[start : first.end],
                        Token("or", "or", 0, 0),
                        *tokens[first.end + 1 : second.end],
                    ]
                    return [tokens[0], *tokens[second.end :], *either_name]
    return tokens


def either(analysis: Analysis) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """The two halves of "was X dismissed or did she resign", each a question by itself; None for any other question."""
    words, tokens = analysis.words, list(analysis.tokens)
    if words.count("or") != 1 or not words or words[0] not in AUXILIARIES:
        return None
    middle = words.index("or")
    named = [match for match in analysis.at(1) if match.names and match.end < middle]
    if not named or middle + 1 >= len(words):
        return None
    name = max(named, key=lambda match: match.end)
    rest = tokens[middle + 1 :]
    auxiliary = tokens[0]
    if rest[0].word in AUXILIARIES:
        auxiliary, rest = rest[0], rest[1:]
    if rest and rest[0].word in SUBJECT_PRONOUNS:
        rest = rest[1:]
    return (tokens[:middle], [auxiliary, *tokens[1 : name.end], *rest]) if rest else None


def same_names(analysis: Analysis) -> tuple[Candidate, Candidate] | None:
    """The two names of "is A the same company as B"; None for any other question."""
    named = [candidates[0] for _, candidates in analysis.mentioned if len(candidates) == 1]
    asks = analysis.words[:1] in (["is"], ["are"]) and "same" in analysis.words
    return (named[0], named[1]) if asks and len(named) == 2 else None


def identity(names: tuple[Candidate, Candidate], label: str) -> Draft:
    """Yes where two names are of one thing; that they are not is only what no article says."""
    if names[0].iri == names[1].iri:
        item = AnswerItem(label="yes", value="yes", iri=names[0].iri)
        return Draft(AnswerStatus.ANSWERED, f"Yes: both are names of {label}.", [item], confidence=0.95)
    return Draft(AnswerStatus.NOT_STATED, "No article says that they are one.")


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
