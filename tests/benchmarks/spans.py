"""Facts as a relation between two spans, as KnowledgeNet and FIRE label them, and how predicted ones are matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.model import Claim, Mention, Status, Value
from tests.benchmarks.measures import Tally, matched

Range = tuple[int, int]

# What is denied, doubted or asked is no fact for corpora that know only facts.
HELD = frozenset({Status.ASSERTED, Status.STATED, Status.REPORTED})


@dataclass(frozen=True)
class SpanFact:
    """A property between two spans; `confidence` is that of the claim it was made from."""

    name: str
    subject: Range
    object: Range
    confidence: float = 1.0


def range_of(argument: Mention | Value) -> Range:
    """Where an argument stands."""
    return argument.start, argument.end


def is_held(claim: Claim) -> bool:
    """Whether a claim is given as so."""
    return claim.status in HELD


def overlap(one: Range, other: Range) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def best_of_each(facts: Sequence[SpanFact]) -> list[SpanFact]:
    """Each fact once, with its highest confidence, in order."""
    best: dict[tuple[str, Range, Range], SpanFact] = {}
    for fact in facts:
        key = (fact.name, fact.subject, fact.object)
        if key not in best or best[key].confidence < fact.confidence:
            best[key] = fact
    return sorted(best.values(), key=lambda fact: (fact.subject, fact.object, fact.name))


def match(
    predicted: Sequence[SpanFact],
    gold: Sequence[SpanFact],
    *,
    exact: bool = False,
    symmetric: frozenset[str] = frozenset(),
) -> dict[int, int]:
    """Which prediction is which gold fact, one to one; those with the very same spans are preferred."""

    def agree(one: SpanFact, other: SpanFact, *, exact: bool) -> bool:
        def same(subject: Range, obj: Range) -> bool:
            if exact:
                return (subject, obj) == (other.subject, other.object)
            return overlap(subject, other.subject) and overlap(obj, other.object)

        swapped = one.name in symmetric and same(one.object, one.subject)
        return one.name == other.name and (swapped or same(one.subject, one.object))

    pairs = [
        (not agree(one, other, exact=True), number, which)
        for number, one in enumerate(predicted)
        for which, other in enumerate(gold)
        if agree(one, other, exact=exact)
    ]
    return matched((number, which) for _, number, which in sorted(pairs))


def add_tallies(
    table: dict[str, Tally], predicted: Sequence[SpanFact], gold: Sequence[SpanFact], pairs: Mapping[int, int]
) -> None:
    """Count predictions and gold facts into the rows of their properties."""
    for number, fact in enumerate(predicted):
        table[fact.name] = table.get(fact.name, Tally()) + Tally(right=int(number in pairs), predicted=1)
    for which, fact in enumerate(gold):
        table[fact.name] = table.get(fact.name, Tally()) + Tally(found=int(which in pairs.values()), gold=1)
