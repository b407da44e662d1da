"""Answers comparisons: "who owns more of X, A or B" by numbers, "was A founded before B" by days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.times import item_time
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.names import TYPO_COST, Candidate
from app.query.ask.lexical.words import AUXILIARIES, PREPOSITIONS, SUBJECT_PRONOUNS, Token, tokenize
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.order import Span, is_before, span_of

_MORE = {"more": "most", "most": "most", "less": "least", "least": "least", "first": "first", "earlier": "first"}
_MORE |= {"last": "last", "later": "last", "sooner": "first", "earliest": "first", "soonest": "first"}
_MORE |= {"latest": "last", **dict.fromkeys(("bigger", "larger", "greater", "higher"), "most")}
_MORE |= dict.fromkeys(("smaller", "lower", "lesser"), "least")
_AGE = {"older": "first", "oldest": "first", "younger": "last", "youngest": "last", "newer": "last", "newest": "last"}
_LONGEST_AGE = 5
_SIDES = {"before": "before", "after": "after", "earlier": "before", "sooner": "before", "later": "after"}
_SIDES |= {"first": "before", "last": "after"}
_BE_THERE = frozenset({"come", "came", "exist", "existed", "appear", "appeared"})
_PREDATES = {"predate": "before", "predates": "before", "antedate": "before", "antedates": "before"}
_DO = frozenset({"did", "does", "do"})
_WHEN = Token("when", "when", 0, 0)


@dataclass(frozen=True)
class Choice:
    """A question with "A, B or C" at its end: the question without it, these, and what is compared, if anything is.

    `spoken` are they as the question has them.
    """

    rest: Sequence[Token]
    names: tuple[Candidate, ...]
    order: str | None
    spoken: tuple[Sequence[Token], ...]

    def dated(self) -> list[Sequence[Token]]:
        """The question of when for each of them, if they are what does it ("who was founded first")."""
        start = next((i for i, token in enumerate(self.rest) if i and token.word in AUXILIARIES), 1)
        inverted = self.rest[start].word in _DO if start < len(self.rest) else True
        if self.order not in ("first", "last") or inverted:
            return []
        return [[_WHEN, *name, *self.rest[start:]] for name in self.spoken]


def choices(analysis: Analysis) -> Iterator[Choice]:
    """Those to choose between, in "who invested more, A or B", first as many names as may be meant; none elsewhere.

    In "who owns more of X, A or B" the X before the two is none of them.
    """
    words, tokens = analysis.words, _in_order(analysis)
    if tokens != list(analysis.tokens):
        yield from choices(Analysis(tokens, analysis.lexicon, analysis.names))
        return
    if "or" not in words or words[0] not in ("who", "which", "what"):
        return
    middle = words.index("or")
    second = [m for m in analysis.at(middle + 1) if m.end == len(words) and len(m.names) == 1]
    first = [m for i in range(middle) for m in analysis.at(i) if m.end == middle and len(m.names) == 1]
    if not first or not second:
        return
    listed = [*_before(analysis, min(first, key=lambda match: match.start)), second[0]]
    for start in range(len(listed) - 1):
        yield _choice(tokens, listed[start:])


def _choice(tokens: Sequence[Token], listed: Sequence[Match]) -> Choice:
    """The choice between those that are listed."""
    rest = tokens[: listed[0].start]
    names, spoken = tuple(m.names[0] for m in listed), tuple(tokens[m.start : m.end] for m in listed)
    order = next((_MORE[token.word] for token in rest if token.word in _MORE), None)
    age = next((_AGE[token.word] for token in rest if token.word in _AGE), None)
    if order in ("first", "last") and any(token.word in _BE_THERE for token in rest):
        age = order
    if age and len(rest) <= _LONGEST_AGE:
        return Choice(tokenize("who was founded"), names, age, spoken)
    kept = [token for token in rest if token.word not in _MORE]
    return Choice(kept, names, order, spoken)


def _before(analysis: Analysis, last: Match) -> list[Match]:
    """The names of "A, B or C" up to and with the one before the "or"."""
    ends = (m for i in range(last.start) for m in analysis.at(i) if m.end == last.start and len(m.names) == 1)
    before = min((m for m in ends if m.cost < TYPO_COST), key=lambda match: match.start, default=None)
    return [*(_before(analysis, before) if before else ()), last]


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


def either_name(analysis: Analysis) -> tuple[tuple[Sequence[Token], Candidate], ...]:
    """The halves of "did X buy A or B", each a question of its own with the one it names; none for any other question.

    Of a whole list the two are no halves: "A or B" of what is asked openly is asked of both.
    """
    words, tokens = analysis.words, list(analysis.tokens)
    compares = (_MORE.keys() | _AGE.keys()) & set(words)  # "did X or Y invest more"
    if words.count("or") != 1 or words[0] not in AUXILIARIES or compares:
        return ()
    pair = _names_around(analysis, words.index("or"))
    if pair is None:
        return ()
    one, other = pair
    return (
        ([*tokens[: one.end], *tokens[other.end :]], one.names[0]),
        ([*tokens[: one.start], *tokens[other.start :]], other.names[0]),
    )


def of_both(analysis: Analysis) -> tuple[Sequence[Token], Sequence[Token]] | None:
    """The halves of "companies based in A or B", which asks for those of either; None for any other question.

    A choice between the two stands behind what is whole without them: "who bought Pelm, A or B".
    """
    words, tokens = analysis.words, list(analysis.tokens)
    counts = words[:2] == ["how", "many"]  # two counts are no count of both
    if words.count("or") != 1 or words[0] in AUXILIARIES | {"or"} or counts or _MORE.keys() & set(words):
        return None
    pair = _names_around(analysis, words.index("or"))
    start = pair[0].start if pair else 0
    said = start > 0 and words[start - 1] == "either"
    if pair is None or start - said < 1 or not (said or words[start - 1] in PREPOSITIONS):
        return None
    before, rest = tokens[: start - said], tokens[pair[1].end :]
    return (
        [*before, *tokens[start : pair[0].end], *rest],
        [*before, *tokens[pair[1].start : pair[1].end], *rest],
    )


def _names_around(analysis: Analysis, middle: int) -> tuple[Match, Match] | None:
    """The names right before and right behind a word, each as long as it can be; None unless both are."""
    named = [m for i in range(len(analysis.words)) for m in analysis.at(i) if len(m.names) == 1 and m.cost < TYPO_COST]
    first = min((m for m in named if m.end == middle), key=lambda match: match.start, default=None)
    second = max((m for m in named if m.start == middle + 1), key=lambda match: match.end, default=None)
    if first is None or second is None or first.names == second.names:
        return None
    return (first, second) if _sort_of(first.names[0]) == _sort_of(second.names[0]) else None


def _sort_of(candidate: Candidate) -> str:
    """What two must both be to be offered as one or the other: people, places, products, or organisations."""
    return candidate.type if candidate.type in ("Person", "Place", "Product") else "Agent"


def same_names(analysis: Analysis) -> tuple[Candidate, Candidate] | None:
    """The two names of "is A the same company as B" and "is A B"; None for any other question."""
    if analysis.words[:1] == ["is"]:
        for first in (m for m in analysis.at(1) if len(m.names) == 1 and m.cost < TYPO_COST):
            start = first.end + (analysis.word(first.end) == "the")
            for second in analysis.at(start):
                if second.end == len(analysis.words) and len(second.names) == 1 and second.cost < TYPO_COST:
                    return first.names[0], second.names[0]
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
    """What was found of them; None where it is not enough to choose."""
    wanted = {candidate.iri for candidate in asked.names}
    rows = tuple(row for row in found.rows if row.term is not None and row.term.value in wanted)
    known = {row.term.value for row in rows if row.term is not None}
    if asked.order is None and not found.plan.order:
        return replace(found, rows=rows) if rows else None
    if known != wanted:
        return None
    return replace(found, rows=rows, plan=replace(found.plan, order=asked.order or found.plan.order))


def versus(analysis: Analysis) -> Iterator[tuple[Sequence[Token], Sequence[Token], str]]:
    """The two situations of "was A founded before B", both as questions of when, and the side; in each way to read it.

    Whoever asks "did X buy A before B" can mean that B bought A, too.
    """
    words, tokens = analysis.words, list(analysis.tokens)
    if len(words) < 4 or words[0] not in ("was", "were", "did", "does", "do", "has", "is", "are"):
        return
    first = [m for m in analysis.at(1) if m.names and m.end < len(words)]
    second = [m for i in range(3, len(words)) for m in analysis.at(i) if m.end == len(words) and m.names]
    if not first or not second:
        return
    left, right = max(first, key=lambda match: match.end), min(second, key=lambda match: match.start)
    one, other = tokens[1 : left.end], tokens[right.start :]
    between = words[left.end : right.start]
    if side := _by_age(between):
        was, founded = tokenize("was"), tokenize("founded")
        yield [_WHEN, *was, *one, *founded], [_WHEN, *was, *other, *founded], side
        return
    length = 2 if between[-1:] == ["than"] else 1
    side = _SIDES.get(between[-length], "") if len(between) > length else ""
    if not side or (length == 1 and between[-1] not in ("before", "after")):
        return
    end = right.start - length
    asked = [_WHEN, *tokens[:end]]
    yield asked, [_WHEN, tokens[0], *other, *tokens[left.end : end]], side
    for start in range(left.end, end):
        if any(match.names and match.end == end for match in analysis.at(start)):
            yield asked, [_WHEN, *tokens[:start], *other], side
            return


def _by_age(between: Sequence[str]) -> str:
    """The side of "A is older than B", "A came before B", "A predates B"; empty for anything else."""
    match between:
        case [age, "than"] if age in _AGE:
            return _SIDES[_AGE[age]]
        case [verb, ("before" | "after") as side] if verb in _BE_THERE:
            return side
        case [verb] if verb in _PREDATES:
            return _PREDATES[verb]
        case _:
            return ""


def earlier(left: Draft, right: Draft, side: str, lexicon: Lexicon) -> Draft:
    """Yes or no by the days that both certainly lie in; a refusal with both times where they do not settle it."""
    one, other = _span(left, lexicon), _span(right, lexicon)
    before, after = is_before(one, other), is_before(other, one)
    if before == after:
        return _unsettled((left, right))
    said = "yes" if before == (side == "before") else "no"
    facts = [*left.facts, *right.facts]
    item = AnswerItem(label=said, value=said, status=facts[0].status)
    return _settled((left, right), f"{said.capitalize()}: ", [item])


def first_of(asked: Choice, drafts: Sequence[Draft], lexicon: Lexicon) -> Draft:
    """Which of several came first, or last, by the days that all certainly lie in."""
    spans = [_span(draft, lexicon) for draft in drafts]
    ahead = [
        i
        for i, own in enumerate(spans)
        if all(
            is_before(own, other) if asked.order == "first" else is_before(other, own)
            for j, other in enumerate(spans)
            if j != i
        )
    ]
    if len(ahead) != 1:
        return _unsettled(drafts)
    chosen_one, fact = asked.names[ahead[0]], drafts[ahead[0]].facts[0]
    item = AnswerItem(label=chosen_one.label, iri=chosen_one.iri, status=fact.status, time=item_time(fact.time))
    return _settled(drafts, "", [item])


def _settled(drafts: Sequence[Draft], opening: str, items: list[AnswerItem]) -> Draft:
    sentences = dict.fromkeys(draft.sentence for draft in drafts)
    return Draft(
        AnswerStatus.ANSWERED,
        f"{opening}{' '.join(sentences)}",
        items,
        facts=[fact for draft in drafts for fact in draft.facts],
        queries=[query for draft in drafts for query in draft.queries],
        caveats=[caveat for draft in drafts for caveat in draft.caveats],
        confidence=min(draft.confidence for draft in drafts),
        plan=drafts[0].plan,
    )


def _unsettled(drafts: Sequence[Draft]) -> Draft:
    """For those whose times are not known well enough; a name that the graph does not have comes first."""
    for draft in drafts:
        if draft.status in (AnswerStatus.UNKNOWN_ENTITY, AnswerStatus.AMBIGUOUS):
            return draft
    said = " ".join(dict.fromkeys(draft.sentence for draft in drafts if draft.facts))
    sentence = f"Which of them was first cannot be told from what is stated. {said}".strip()
    facts = [fact for draft in drafts for fact in draft.facts]
    queries = [query for draft in drafts for query in draft.queries]
    return Draft(AnswerStatus.NOT_STATED, sentence, facts=facts, queries=queries)


def _span(draft: Draft, lexicon: Lexicon) -> Span:
    """The first and last day on which any of it can have been; None where that is open."""
    aspect = draft.plan.atoms[0].aspect if draft.plan and draft.plan.atoms else "exists"
    spans = [span_of(fact, aspect, lexicon) for fact in draft.facts] if draft.answered else []
    known = [(first, last) for first, last in spans if first and last]
    return (min(first for first, _ in known), max(last for _, last in known)) if known else (None, None)
