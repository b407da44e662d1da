"""Tells apart what came about in a time and what was announced in it: a purchase agreed in May may close in July."""

from __future__ import annotations

from collections.abc import Sequence

from app.graphs import PLAIN_GRAPHS, PLANNED
from app.model import AnswerStatus, Fact
from app.query.ask.answers.beside.looking import LISTING, Beside, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.times import range_words
from app.query.ask.plans.plan import Plan


def with_announced(beside: Beside, draft: Draft) -> Draft:
    """For "companies acquired in May": beside them those whose purchase was announced then and not completed then."""
    if draft.answered and draft.plan is not None:
        draft.caveats += _told(beside, _announced(beside, draft.plan, {fact.id for fact in draft.facts}))
    return draft


def only_announced(beside: Beside, plan: Plan) -> Draft | None:
    """For what came about in a time, of what was only announced in it; None if nothing was."""
    facts = _announced(beside, plan, set())
    if not facts:
        return None
    sentence = " ".join(["Nothing of the kind is stated for that time.", *_told(beside, facts)])
    return Draft(AnswerStatus.PARTIAL, sentence, facts=facts, plan=plan, confidence=0.9)


def _announced(beside: Beside, plan: Plan, known: set[str]) -> list[Fact]:
    """What was announced in the time that a plan asks of, besides what is known to have come about in it."""
    atom = plan.atoms[0] if plan.atoms else None
    if atom is None or plan.asked not in LISTING or not atom.periods or plan.order or atom.aspect != "exists":
        return []
    schema = atom.relation
    of_deals = schema.name in beside.lexicon.measures
    if not of_deals or not beside.evaluator.ontology.situation_of(schema.name).point_in_time:
        return []
    found = beside.evaluator.run(with_first(plan, aspect="announced"), graphs=(*PLAIN_GRAPHS, PLANNED))
    facts = {row.facts[0].id: row.facts[0] for row in found.rows if row.facts[0].status.trusted}
    return [fact for id_, fact in facts.items() if id_ not in known]


def _told(beside: Beside, facts: Sequence[Fact]) -> list[str]:
    return [f"Announced then, {_outcome(fact)}: {beside.answerer.speaker.sentence(fact)}." for fact in facts]


def _outcome(fact: Fact) -> str:
    """What became of something that was announced."""
    if not fact.realised:
        return "and not known to have come about"
    day = fact.time.date
    return f"done {range_words(day.earliest, day.latest)}" if day.earliest else "on what day it was done is not stated"
