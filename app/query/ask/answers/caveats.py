"""Says what must be known beside an answer: disputes, single sources, ends that are open, corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.model import Aspect, Fact, Status
from app.query.ask.answers.sides import by_hearsay_alone, otherwise
from app.query.ask.answers.times import range_words
from app.query.ask.grammar.reading import PRESENT, Asked
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.plans.evaluate import MOST_TOLD, Found
from app.query.corrections import corrections
from app.query.lookup import Lookup

_HALF, _WHOLE = 50, 99
UNDATED = "Only what certainly lies in that time; undated facts are left out."


def caveats_of(found: Found, facts: Sequence[Fact], lookup: Lookup, lexicon: Lexicon) -> list[str]:
    """What must be known beside an answer: disputes, single sources, ends that are open or announced, corrections."""
    caveats = []
    if any(fact.status is Status.DISPUTED for fact in facts):
        caveats.append("Sources dispute this.")
    for fact in facts:
        for aspect in fact.aspects:
            caveats += _of_detail(aspect, lookup)
            if aspect.name == "ended" and aspect.status in (Status.POSSIBLE, Status.REPORTED, Status.QUESTION):
                caveats.append("Its end is talked of, but not established.")
    if facts and max(fact.independent_origins for fact in facts) == 1:
        caveats.append("One source only.")
    if any(atom.tense in PRESENT for atom in found.plan.atoms):
        ends = [range_words(f.time.end.earliest, f.time.end.latest) for f in facts if not f.time.ended]
        said = next((f"It is announced to end {words}." for words in ends if words), None)
        caveats += [said or "As of the articles: no end is stated."] if ends else []
    if found.plan.asked is not Asked.WHETHER and is_part_only(found, lexicon) and _adds_up_to(facts) < _WHOLE:
        caveats.append("Who owns the rest is not stated.")
    if len(found.rows) >= MOST_TOLD and not found.plan.order:
        caveats.append(f"No more than {MOST_TOLD} are told; there may be others.")
    if any(atom.periods for atom in found.plan.atoms):
        caveats.append(UNDATED)
    return [*dict.fromkeys(caveats), *_corrections(facts, lookup)]


def _of_detail(aspect: Aspect, lookup: Lookup) -> Iterator[str]:
    """That sources differ on a detail, and what hearsay has for it."""
    if aspect.has_sides and aspect.is_detail:
        yield f"Sources give different values for {aspect.name}."
    if told := otherwise(aspect, lookup):
        yield f"Hearsay has another {aspect.name}: {told}."
    if aspect.name in NUMBER_SLOTS and (told := by_hearsay_alone(aspect, lookup)):
        yield f"Only hearsay gives the {aspect.name}: {told}."


def _corrections(facts: Sequence[Fact], lookup: Lookup) -> list[str]:
    """A word on every correction that the facts rest on, and on what it corrects."""
    return corrections(lookup, {claim for fact in facts for claim in fact.supported_by})


def is_part_only(found: Found, lexicon: Lexicon) -> bool:
    """Whether "does X own Y" is asked of no more than a part that is known in percent."""
    root, first = found.plan.root, found.plan.atoms[0]
    measure = lexicon.measures.get(first.relation.name, "")
    if root is None or root.verb not in lexicon.owning or first.quantities:
        return False
    shares = [float(value) for row in found.rows for value in row.facts[0].slots.get(measure, ())]
    return bool(shares) and len(found.plan.atoms) == 1 and max(shares) <= _HALF


def _adds_up_to(facts: Sequence[Fact]) -> float:
    """The percent that the facts give between them."""
    return sum(max(map(float, fact.slots.get("percent", ("0",)))) for fact in facts)
