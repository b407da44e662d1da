"""Takes an answer from plans that words alone suggest, only where the likeliest of them agree on one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.model import AnswerStatus
from app.query.ask.answers.beside.looking import Beside
from app.query.ask.answers.beside.unestablished import unconfirmed
from app.query.ask.answers.choosing import Choosing
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Reading
from app.query.ask.plans.evaluate import Evaluator, Found
from app.query.ask.plans.plan import Plan, plans

AS_LIKELY = 0.06
"""Plans that cost so little more than the cheapest one could be meant as well."""
_MOST_PLANS = 60
_TIMED = (Asked.WHEN, Asked.HOW_LONG)


class Agreement:
    """Runs the plans and holds their results against each other."""

    def __init__(self, evaluator: Evaluator, choice: Choosing) -> None:
        self.evaluator = evaluator
        self.choice = choice

    def of(self, readings: Sequence[Reading], wanted: Callable[[Plan], bool]) -> Draft | None:
        """The one answer of the cheapest readings; None where none of them finds any, or where it is no plain one."""
        likely = [reading for reading in readings if reading.cost <= readings[0].cost + AS_LIKELY] if readings else []
        filled: list[tuple[Reading, Found]] = []
        count = 0
        for reading in likely:
            for plan in plans(reading):
                if plan.missing or plan.missing_values or not wanted(plan):
                    continue
                count += 1
                if count > _MOST_PLANS:
                    return None
                found = self.evaluator.run(plan)
                filled += [(reading, found)] if found.rows else []
        if not filled:
            return None
        results = {self._result(found) for _, found in filled}
        if len(results) > 1:
            return None
        draft = self.choice.of(filled)
        open_sum = draft.status is AnswerStatus.NOT_STATED and draft.plan and draft.plan.asked is Asked.AMOUNT
        return draft if draft.answered or open_sum else None

    def unestablished(
        self, readings: Sequence[Reading], wanted: Callable[[Plan], bool], beside: Beside
    ) -> Draft | None:
        """What is only planned or reported, where the cheapest readings tell but one such thing, and nothing is so."""
        likely = [reading for reading in readings if reading.cost <= readings[0].cost + AS_LIKELY] if readings else []
        every = [plan for reading in likely for plan in plans(reading)]
        sure = [plan for plan in every if not (plan.missing or plan.missing_values) and plan.atoms and wanted(plan)]
        if not sure or len(sure) > _MOST_PLANS or any(self.evaluator.run(plan).rows for plan in sure):
            return None
        told = {draft.sentence: draft for plan in sure if (draft := unconfirmed(beside, plan)) is not None}
        return next(iter(told.values())) if len(told) == 1 else None

    def _result(self, found: Found) -> tuple[bool, frozenset[tuple[str, str]]]:
        """What a plan says: what it finds, and whether it tells that or its time."""
        draft = self.choice.answerer.found(found)
        return found.plan.asked in _TIMED, frozenset((item.label, str(item.value)) for item in draft.items)
