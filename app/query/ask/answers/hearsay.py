"""Details that only hearsay gives of what is established: a quarrel is owned up to, "sources" say what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pyoxigraph import Literal

from app.model import Fact, Status
from app.query.ask.grammar.reading import Asked
from app.query.ask.plans.evaluate import Evaluator, Found, Row
from app.query.ask.plans.measuring import Verdict, judged
from app.query.ask.plans.plan import OneOf, Plan


def by_hearsay(plan: Plan, evaluator: Evaluator) -> Found | None:
    """What is reported of the detail that is asked for, named or measured, where what it is a detail of is a fact.

    None if nothing is. Each row's fact has the status, the detail and the support of the hearsay alone.
    """
    atom = plan.atoms[0] if plan.atoms else None
    if atom is None or plan.order or len(plan.atoms) > 1:
        return None
    if len(atom.quantities) == 1:
        return _of_size(plan, evaluator)
    details = [(slot, term) for slot, term in atom.arguments if slot in atom.relation.qualifiers]
    asked = [(slot, term) for slot, term in details if plan.answer is not None and term == plan.answer]
    named = [(slot, term) for slot, term in details if isinstance(term, OneOf)]
    if len(asked or named) != 1:
        return None
    slot, term = (asked or named)[0]
    kept = tuple((name, other) for name, other in atom.arguments if name != slot)
    whole = replace(plan, asked=Asked.WHETHER, answer=None, atoms=(replace(atom, arguments=kept),))
    found = evaluator.run(whole)
    told = (
        row
        for fact in found.rows
        if slot not in fact.facts[0].slots or not asked  # to what is known, what is only said is no answer
        for row in _told(fact.facts[0], slot, evaluator)
    )
    rows = tuple(row for row in told if not isinstance(term, OneOf) or str(row.term) in term.terms)
    return Found(plan, found.query, rows) if rows else None


def _of_size(plan: Plan, evaluator: Evaluator) -> Found | None:
    """What is as large as the question has it by hearsay alone."""
    atom = plan.atoms[0]
    slot, wanted = atom.quantities[0]
    found = evaluator.run(replace(plan, atoms=(replace(atom, quantities=()),)))
    rows: list[Row] = []
    for row in found.rows:
        for told in _told(row.facts[0], slot, evaluator):
            claims = evaluator.lookup.claims_by_id(told.facts[0].supported_by)
            if judged(told.facts[0], slot, wanted, claims) is Verdict.YES:
                rows.append(replace(row, facts=told.facts))
    return Found(plan, found.query, tuple(rows)) if rows else None


def _told(fact: Fact, slot: str, evaluator: Evaluator) -> Iterator[Row]:
    """A row for each value of a slot that claims report, and that no trusted claim gives."""
    ids = [claim for a in fact.aspects if a.name == slot for claim in (*a.supported_by, *a.disputed_by)]
    claims = [claim for claim in evaluator.lookup.claims_by_id(ids) if claim.status is Status.REPORTED]
    contested = tuple(aspect for aspect in fact.aspects if aspect.name == slot and aspect.has_sides)
    for value in sorted({claim.qualifiers[slot] for claim in claims if slot in claim.qualifiers}):
        support = tuple(claim.id for claim in claims if claim.qualifiers.get(slot) == value)
        # The currency is that of the words which give the amount.
        giving = [claim.qualifiers for claim in claims if claim.qualifiers.get(slot) == value]
        units = tuple(sorted({given["currency"] for given in giving if "currency" in given}))
        own = {slot: (value,), **({"currency": units} if units else {})}
        told = {"slots": {**fact.slots, **own}, "status": Status.REPORTED, "supported_by": support}
        yield Row(Literal(value), (fact.model_copy(update={**told, "aspects": contested}),))
