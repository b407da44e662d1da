"""What was so at another time than the question is about: no longer, only later, for somebody else in the meantime."""

from __future__ import annotations

from dataclasses import replace

from app.model import AnswerItem, AnswerStatus
from app.query.ask.answers.beside.looking import LISTING, Beside, asks_who, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.answers.times import day_words, lies_outside, range_words, time_words
from app.query.ask.grammar.reading import PRESENT, Asked, Tense
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.makings import deeds
from app.query.ask.plans.plan import OneOf, Plan, Variable


def no_longer(beside: Beside, plan: Plan) -> Draft | None:
    """A yes/no question about the present, of what an article says has ended."""
    if plan.asked is not Asked.WHETHER or plan.atoms[0].tense not in (Tense.CURRENT, Tense.STILL):
        return None
    former = with_first(plan, tense=Tense.FORMER)
    found = beside.evaluator.run(former)
    found = found if found.rows else beside.evaluator.run(_for_another(beside, former) or former)
    if not found.rows:
        return None
    draft = beside.answerer.found(found)
    draft.sentence = f"No longer: {draft.sentence.removeprefix('Yes: ')}"
    draft.items = [item.model_copy(update={"label": "no", "value": "no"}) for item in draft.items]
    return draft


def lapsed(beside: Beside, plan: Plan) -> Draft | None:
    """What was to end on a day that is past by now, with no word on whether it did."""
    if plan.atoms[0].tense not in PRESENT or plan.asked not in (*LISTING, Asked.WHERE, Asked.WHETHER):
        return None
    found = beside.evaluator.run(with_first(plan, tense=Tense.ANY))
    rows = tuple(row for row in found.rows if beside.answerer.currency.is_due(row.facts[0]))
    if not rows:
        return None
    draft = beside.answerer.found(replace(found, rows=rows))
    last = beside.answerer.currency.last_stated([row.facts[0] for row in rows])
    end = rows[0].facts[0].time.end
    draft.sentence = (
        f"Last stated{f' on {day_words(last)}' if last else ''}: {draft.sentence.removeprefix('Yes: ')} "
        f"It was to end {range_words(end.earliest, end.latest)}, which is past; whether it did is not stated."
    )
    draft.status, draft.items = AnswerStatus.NOT_STATED, []
    return draft


def _for_another(beside: Beside, plan: Plan) -> Plan | None:
    """The plan with the titles of those who held the post for somebody else; None where there are none."""
    atom = plan.atoms[0]
    titles = next((t.terms for s, t in atom.arguments if s == "title" and isinstance(t, OneOf)), ())
    acting = beside.names.standing_in(titles, beside.lexicon)
    changed = tuple((s, OneOf(acting) if s == "title" else term) for s, term in atom.arguments)
    return with_first(plan, arguments=changed) if acting and not asks_who(plan) else None


def acting(beside: Beside, plan: Plan) -> Draft | None:
    """For the office of somebody who is named: that it was held for somebody else."""
    found = beside.evaluator.run(other) if (other := _for_another(beside, plan)) else None
    if found is None or not found.rows:
        return None
    draft = beside.answerer.found(found)
    draft.reserve("The office was held for somebody else, in the meantime.")
    return draft


def goes_on(beside: Beside, plan: Plan) -> Draft | None:
    """Whether somebody has left or is leaving, who an article says is still there.

    Who is leaving is still there, so that for "is leaving" only the newest article on them tells.
    """
    atom, currency = plan.atoms[0], beside.answerer.currency
    if plan.asked is not Asked.WHETHER or atom.requires != "ended" or not atom.by_now or atom.periods:
        return None
    there = replace(atom, aspect="exists", requires=None, whole=False, tense=Tense.CURRENT)
    found = beside.evaluator.run(
        replace(plan, atoms=(there, *plan.atoms[1:]), root=None)
    )  # not "X left", but what X is
    talked = any(aspect.name == "ended" for row in found.rows for aspect in row.facts[0].aspects)
    held = (row for row in found.rows if not talked and currency.holds(row.facts[0]))
    rows = tuple(row for row in held if not atom.present or currency.is_newest(row.facts[0]))
    return _no(beside, replace(found, rows=rows), "No") if rows else None


def outside(beside: Beside, plan: Plan) -> Draft | None:
    """Whether something was so in a time that it lies outside of, where it has but one time."""
    atom = plan.atoms[0]
    if plan.asked is not Asked.WHETHER or len(atom.periods) != 1 or len(plan.atoms) > 1 or not plan.names:
        return None
    timeless = with_first(plan, periods=(), tense=Tense.ANY)
    done = (deed for deed, _ in deeds(timeless, beside.lexicon, beside.evaluator.ontology))
    for each in (timeless, *done):
        relation = each.atoms[0].relation.name
        again = beside.evaluator.ontology.situation_of(relation).point_in_time and relation not in beside.lexicon.once
        found = beside.evaluator.run(each) if not again else None
        if found and found.rows and all(lies_outside(row.facts[0].time, atom.periods[0]) for row in found.rows):
            return _no(beside, found, "Not then")
    return None


def _no(beside: Beside, found: Found, opening: str) -> Draft:
    """A no, with the facts that speak against it."""
    draft = beside.answerer.found(found)
    when = next((words for row in found.rows if (words := time_words(row.facts[0].time))), "")
    bare = draft.sentence.removeprefix("Yes: ").removesuffix(".")
    draft.sentence = f"{opening}: {bare}{f', {when}' if when else ''}."
    draft.status = AnswerStatus.ANSWERED
    draft.items = [AnswerItem(label="no", value="no", status=found.rows[0].facts[0].status)]
    return draft


def once_new(beside: Beside, plan: Plan) -> Draft | None:
    """Who was named to a post that is over by now."""
    if plan.atoms[0].tense is not Tense.NEW:
        return None
    found = beside.evaluator.run(with_first(plan, tense=Tense.ANY))
    return beside.answerer.found(found) if found.rows and plan.atoms[0].aspect == "started" else None


def ahead(beside: Beside, plan: Plan) -> Draft | None:
    """A question about the future of what articles tell as a fact before it happens ("she succeeds him in May")."""
    if plan.atoms[0].tense is not Tense.PLANNED or plan.atoms[0].relation.name not in beside.lexicon.ahead:
        return None
    found = beside.evaluator.run(with_first(plan, tense=Tense.ANY))
    return beside.answerer.found(found) if found.rows else None


def came_from(beside: Beside, plan: Plan) -> Draft | None:
    """Where somebody was before, by what is said of where they came from."""
    atom, answer = plan.atoms[0], plan.answer
    for slot, base in beside.lexicon.earlier.items():
        here = dict(atom.excluded).get(base)
        asked = answer is not None and (base, answer) in atom.arguments
        siblings = [
            schema
            for schema in beside.evaluator.ontology.relations.values()
            if schema.situation == atom.relation.situation and slot in schema.qualifiers
        ]
        if here is None or not asked or answer is None or atom.tense is not Tense.FORMER or not siblings:
            continue
        kept = tuple((s, t) for s, t in atom.arguments if s != base)
        moved = replace(atom, relation=siblings[0], tense=Tense.ANY, excluded=(), requires=None)
        arguments = (*kept, (base, here), (slot, Variable(answer.name)))
        found = beside.evaluator.run(replace(plan, atoms=(replace(moved, arguments=arguments), *plan.atoms[1:])))
        if found.rows:
            return beside.answerer.found(found)
    return None
