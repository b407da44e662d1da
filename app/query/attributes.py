"""What a fact says as flat, named values: the columns of an edge in a graph file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from app.model import TIME_POINTS, Fact, FactTime, Status
from app.ontology import load_ontology
from app.vocab import Iris

Attribute = str | int | float | bool | Decimal
"""What a node or an edge can carry. A thing that is not known is absent, never empty or None."""

SEPARATOR = "; "


def fact_attributes(fact: Fact, iris: Iris, *, skip: frozenset[str]) -> dict[str, Attribute]:
    """All that a fact says besides the slots to skip, which are its ends.

    A numeric slot on whose value the sources disagree becomes text under its plural (`amounts`), so that a column of
    numbers stays one.
    """
    schema = load_ontology().relations.get(fact.relation)
    found: dict[str, Attribute | None] = {
        "fact_id": fact.id,
        "iri": iris.fact(fact.id).value,
        "relation": fact.relation,
        "type": fact.type,
        "label": _label(fact, schema.label if schema else fact.relation),
        "symmetric": bool(schema and schema.symmetric),
        "status": str(fact.status),
        "realised": fact.realised,
        "article_count": fact.article_count,
        "independent_origins": fact.independent_origins,
        "claim_ids": " ".join(fact.supported_by) or None,
        "disputing_claim_ids": " ".join(fact.disputed_by) or None,
        "aspects": SEPARATOR.join(f"{aspect.name}: {aspect.status}" for aspect in fact.aspects) or None,
    }
    for slot, values in sorted(fact.slots.items()):
        if slot not in skip:
            found |= _slot(snake_case(slot), values)
    found |= _time(fact.time)
    return {name: value for name, value in found.items() if value is not None}


def _label(fact: Fact, said: str) -> str:
    """What an edge says, with what it is worth if that is no plain fact: nobody should read a plan as a deed."""
    if fact.status.trusted:
        return said if fact.realised else f"{said} (planned)"
    return f"{said} ({fact.status}{'' if fact.realised or fact.status is not Status.REPORTED else ' plan'})"


def _slot(name: str, values: tuple[str, ...]) -> Mapping[str, Attribute]:
    if name not in load_ontology().tolerances:
        return {name: SEPARATOR.join(values)}
    if len(values) == 1 and (number := _number(values[0])) is not None:
        return {name: number}
    return {f"{name}s": SEPARATOR.join(values)}


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _time(time: FactTime) -> dict[str, Attribute | None]:
    found: dict[str, Attribute | None] = {"time_text": SEPARATOR.join(time.text) or None}
    for point in TIME_POINTS:
        bounds = getattr(time, point)
        found |= {f"{point}_earliest": bounds.earliest, f"{point}_latest": bounds.latest}
    found |= {
        "date_edtf": time.date_edtf,
        "announced_edtf": time.announced_edtf,
        "duration": time.duration,
        "duration_min_days": time.duration_min_days,
        "duration_max_days": time.duration_max_days,
        "ended": time.ended or None,
    }
    return found


def snake_case(name: str) -> str:
    """A property of the ontology as a column's name.

    >>> snake_case("formerName")
    'former_name'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()
