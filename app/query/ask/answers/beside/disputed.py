"""What sources put at different times, for a question about a time that only some of them give."""

from __future__ import annotations

from dataclasses import replace

from app.model import AnswerItem, AnswerStatus, Status
from app.query.ask.answers.beside.looking import Beside, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.sides import Sides
from app.query.ask.answers.times import is_within
from app.query.ask.grammar.reading import Asked
from app.query.ask.plans.evaluate import Row
from app.query.ask.plans.plan import Plan, point_of


def at_another_time(beside: Beside, plan: Plan) -> Draft | None:
    """What somebody puts at the time that is asked about, and somebody else at another one."""
    atom = plan.atoms[0]
    if len(atom.periods) != 1 or plan.order:
        return None
    point = point_of(atom, beside.evaluator.ontology) or "start"
    found = beside.evaluator.run(with_first(plan, periods=()))
    sides = [(row, differing) for row in found.rows if (differing := _of_time(beside, row, plan, point))]
    if not sides:
        return None
    draft = beside.answerer.found(replace(found, rows=tuple(row for row, _ in sides)))
    said = [
        f"{beside.answerer.speaker.sentence(row.facts[0], atom.relation.name)}, {differing.phrase(point)}"
        for row, differing in sides
    ]
    draft.sentence = f"Disputed: {'. '.join(dict.fromkeys(said))}."
    draft.status = AnswerStatus.PARTIAL
    draft.items = [item.model_copy(update={"status": Status.DISPUTED}) for item in draft.items]
    if plan.asked is Asked.WHETHER:
        draft.items = [AnswerItem(label="disputed", value="disputed", status=Status.DISPUTED)]
    return draft


def _of_time(beside: Beside, row: Row, plan: Plan, point: str) -> Sides | None:
    """The sides of a dispute in which one has it at the time that is asked about."""
    sides = beside.answerer.sides(row.facts[0])
    period = plan.atoms[0].periods[0]
    return sides if sides and any(is_within(time, point, period) for time in sides.told(point)) else None
