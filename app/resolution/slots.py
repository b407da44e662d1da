"""What fills a fact's slots: its key, and the details that its claims give, as far as these are vouched for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation

from app.model import Aspect, Claim, Status
from app.ontology import load_ontology
from app.resolution.situations import Placed, Situation, is_short, title_key
from app.vocab import slug

SAYS_NOTHING = (Status.NEGATED, Status.DENIED, Status.QUESTION)

Values = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Filled:
    """A fact's slots, and an aspect for each detail in dispute, given by hearsay alone, or contradicted by hearsay."""

    slots: Values
    aspects: tuple[Aspect, ...] = ()


def negative_slots(situation: Situation) -> Filled:
    """What is denied goes into neutral slots, so that no query for the fact class matches it."""
    subject, *objects = [value for values in situation.claims[0].slots.values() for value in values]
    return Filled({"subject": (subject,), "object": tuple(objects)} if objects else {"subject": (subject,)})


def fill(situation: Situation, status: Status) -> Filled:
    """The slots of subject and object, and the qualifiers.

    A trusted fact takes details from trusted claims alone: who owns up to a quarrel has not owned up to what "sources"
    say it is about. What only they say becomes an aspect with their status; where a slot has but one true value and
    hearsay gives another, the trusted value stands, with the hearsay against it.
    """
    placed = [item for item in situation.claims if item.claim.status not in SAYS_NOTHING]
    trusted = [item for item in placed if item.claim.status.vouched]
    vouched = placed if status in (Status.REPORTED, Status.POSSIBLE) or not trusted else trusted
    claims, vouching = [item.claim for item in placed], [item.claim for item in vouched]
    slots: Values = dict(situation.claims[0].slots)
    if vouched:
        slots |= {slot: _dates(slot, vouched) for slot in slots.keys() - situation.schema.key_slots}
    aspects: list[Aspect] = []
    ontology = load_ontology()
    for name in sorted({name for claim in claims for name in claim.qualifiers}):
        giving = [claim for claim in vouching if name in claim.qualifiers]
        if not giving:
            aspects.append(_hearsay(name, [claim for claim in claims if name in claim.qualifiers]))
            continue
        values, disputed = _distinct(claim.qualifiers[name] for claim in giving), False
        if name == "title":
            values = tuple(value for value in values if not is_short(value)) or values
        if name in ontology.open_values:
            values = tuple(value for value in values if value not in ontology.open_values[name]) or values
        if name in ontology.exclusive and any(pair <= set(values) for pair in ontology.exclusive[name]):
            telling = [claim for claim in giving if claim.qualifiers[name] in values]
            aspects.append(_aspect(name, Status.DISPUTED, telling))
        elif name in situation.schema.functional_slots:
            against = _contradicting(claims, name, values)
            if len(values) > 1:
                values, disputed = _one_value(name, values)
            if disputed or against:
                aspects.append(_aspect(name, Status.DISPUTED if disputed else stance(giving), giving, against))
        slots[name] = values
    return Filled(slots | _roles(slots), tuple(aspects))


def stance(claims: Iterable[Claim]) -> Status:
    """The status of what several trusted claims agree on: one author's word is enough."""
    return Status.ASSERTED if any(claim.status is Status.ASSERTED for claim in claims) else Status.STATED


def _contradicting(claims: Iterable[Claim], name: str, values: Sequence[str]) -> list[Claim]:
    """Who reports a value that is none of the given ones, rounded differently; a mere guess contradicts nothing."""
    reporting = [claim for claim in claims if claim.status is Status.REPORTED and name in claim.qualifiers]
    same = {_key(value) for value in values}
    apart = {
        said
        for said in {claim.qualifiers[name] for claim in reporting}
        if _key(said) not in same and all(_one_value(name, (said, value))[1] for value in values)
    }
    return [claim for claim in reporting if claim.qualifiers[name] in apart]


def _dates(slot: str, placed: Iterable[Placed]) -> tuple[str, ...]:
    """The dates that claims give, as written; not those that a more precise one refines.

    Where the times of claims exclude each other, `app/resolution/when.py` tells the dispute.
    """
    written = {item.slots[slot]: item.claim.time.date for item in placed}
    days = {
        words: (time.earliest, time.latest) for words, time in written.items() if time and time.earliest and time.latest
    }
    if not days:
        return _distinct(word for words in written for word in words)
    kept: dict[tuple[str, str], tuple[str, ...]] = {}
    for words, (first, last) in sorted(days.items(), key=lambda found: (-_length(*found[1]), found[0])):
        kept = {each: text for each, text in kept.items() if not (each[0] <= first and last <= each[1])}
        kept[first, last] = words
    return tuple(sorted(word for words in kept.values() for word in words))


def _length(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Values that differ by more than case, the commonest spelling of each, sorted."""
    votes = Counter(values)
    best: dict[str, str] = {}
    for value in sorted(votes, key=lambda value: (-votes[value], value)):
        best.setdefault(_key(value), value)
    return tuple(sorted(best.values()))


def _key(value: str) -> str:
    return " ".join(value.casefold().split())


def _one_value(name: str, values: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """For a slot with one true value: the most precise of values that agree; else all of them, in dispute."""
    tolerance = load_ontology().tolerances.get(name)
    kept = None if tolerance is None else _most_precise(values, tolerance)
    return (values, True) if kept is None else ((kept,), False)


def _most_precise(values: Sequence[str], tolerance: Decimal) -> str | None:
    """Of numbers within tolerance of each other, the one with most digits; None if they are further apart."""
    try:
        numbers = {value: Decimal(value) for value in values}
    except InvalidOperation:
        return None
    least, most = min(numbers.values()), max(numbers.values())
    if most - least > most * tolerance:
        return None
    return max(values, key=lambda value: (len(numbers[value].normalize().as_tuple().digits), value))


def _hearsay(name: str, claims: Sequence[Claim]) -> Aspect:
    """A detail that no trusted claim gives: reported if anybody reports it, else merely possible."""
    reported = any(claim.status is Status.REPORTED for claim in claims)
    return _aspect(name, Status.REPORTED if reported else Status.POSSIBLE, claims)


def _aspect(name: str, status: Status, claims: Iterable[Claim], against: Iterable[Claim] = ()) -> Aspect:
    supporting, disputing = (tuple(sorted({claim.id for claim in side})) for side in (claims, against))
    return Aspect(name=name, status=status, supported_by=supporting, disputed_by=disputing)


def _roles(slots: Mapping[str, tuple[str, ...]]) -> Values:
    """The concepts that a tenure's title and responsibility stand for (a responsibility: within its organisation)."""
    if "person" not in slots or "organization" not in slots:
        return {}
    place = slots["organization"][0].partition("/")[2]
    roles = [f"role/{slug(title_key(slots['title'][0]))}"] if "title" in slots else []
    if "responsibility" in slots:
        roles.append(f"responsibility/{place}-{slug(slots['responsibility'][0])}")
    return {"role": tuple(roles)} if roles else {}
