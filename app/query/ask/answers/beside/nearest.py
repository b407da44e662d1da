"""Says that nothing is stated, and what comes nearest; and what may belong to an answer at a time not stated."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from app.model import AnswerStatus, Bounds, Fact
from app.query.ask.answers import refusals
from app.query.ask.answers.beside.earlier import unlinked
from app.query.ask.answers.beside.looking import LISTING, Beside, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.lexical.apart import Apart
from app.query.ask.lexical.values import Period
from app.query.ask.plans.evaluate import Found
from app.query.ask.plans.plan import OneOf, Plan, Variable, point_of

_MOST_NEAREST = 3


def not_stated(beside: Beside, refused: Sequence[Found]) -> Draft:
    """That nothing is stated, in how many articles, and what comes nearest."""
    if all(atom.tense is Tense.PLANNED and not atom.past for found in refused for atom in found.plan.atoms[:1]):
        draft = Draft(AnswerStatus.OUT_OF_SCOPE, refusals.FUTURE, queries=[refused[0].query])
    else:
        many = beside.evaluator.lookup.article_count()
        articles = f"{many} article{'' if many == 1 else 's'}"
        whether = refused[0].plan.asked is Asked.WHETHER
        sentence = f"There is no evidence for that in {articles}." if whether else f"That is not stated in {articles}."
        draft = Draft(AnswerStatus.NOT_STATED, sentence, queries=[refused[0].query])
    if told := next((told for found in refused if (told := unlinked(beside, found.plan))), ""):
        draft.sentence = f"{told} {draft.sentence}"
    for found in refused:
        if _add_nearest(beside, draft, found.plan):
            break
    return draft


def perhaps_more(beside: Beside, draft: Draft) -> Draft:
    """For "who joined in June": in part only, where others are told in that time with no word on when it was."""
    plan = draft.plan
    atom = plan.atoms[0] if plan and plan.atoms else None
    if plan is None or atom is None or plan.asked not in LISTING or len(atom.periods) != 1 or plan.order:
        return draft
    point = point_of(atom, beside.evaluator.ontology)
    period = atom.periods[0]
    if point is None or period.side != "within":
        return draft
    known = {fact.id for fact in draft.facts}
    rows = beside.evaluator.run(with_first(plan, periods=())).rows
    told = {item.iri for item in draft.items if item.iri}
    others = [row.facts[0] for row in rows if row.facts[0].id not in known and not _is_of(row.facts[0], told, beside)]
    undated = [fact for fact in others if _is_told_in(getattr(fact.time, point), period)]
    if not undated:
        return draft
    sentences = list(dict.fromkeys(beside.answerer.speaker.sentence(fact) for fact in undated))
    draft.status, draft.items = AnswerStatus.PARTIAL, []
    draft.sentence = f"For certain: {draft.sentence} At a time that is not stated: {'; '.join(sentences)}."
    draft.facts += undated
    return draft


def _is_of(fact: Fact, told: Collection[str], beside: Beside) -> bool:
    """Whether somebody takes part in it who is an answer already: that they did more then adds nobody."""
    iris = beside.evaluator.lookup.iris
    return any(iris.entity(value).value in told for values in fact.slots.values() for value in values if "/" in value)


def _add_nearest(beside: Beside, draft: Draft, plan: Plan) -> bool:
    """The facts that one condition less would let through."""
    for relaxed in _relaxed(plan):
        found = beside.evaluator.run(relaxed)
        if found.rows:
            facts = list({row.facts[0].id: row.facts[0] for row in found.rows}.values())[:_MOST_NEAREST]
            sentences = [beside.answerer.speaker.sentence(fact) for fact in facts]
            draft.alternatives += [f"{text}." for text in sentences]
            draft.sentence += f" Nearest known: {'; '.join(sentences)}."
            draft.facts += facts
            return True
    return _add_between(beside, draft, plan)


def _add_between(beside: Beside, draft: Draft, plan: Plan) -> bool:
    """For two who are named: what else is known of both."""
    if len(plan.names) != 2 or plan.asked is not Asked.WHETHER:
        return False
    facts = beside.answerer.between(plan.names)[:_MOST_NEAREST]
    sentences = [beside.answerer.speaker.sentence(fact) for fact in facts]
    draft.alternatives += [f"{text}." for text in sentences]
    draft.sentence += f" What is known of both: {'; '.join(sentences)}." if sentences else ""
    draft.facts += facts
    return bool(facts)


def _is_told_in(bounds: Bounds, period: Period) -> bool:
    """Whether nothing but the day of an article bounds the point, and that day lies in the time."""
    return bounds.earliest is None and bounds.latest is not None and period.first <= bounds.latest <= period.last


def _relaxed(plan: Plan) -> Iterator[Plan]:
    """The plan with one condition of its first situation dropped, the least telling one first."""
    first = plan.atoms[0]
    if plan.apart is not Apart.NOTHING:
        yield replace(plan, apart=Apart.NOTHING)
    if first.tense is not Tense.ANY:
        yield with_first(plan, tense=Tense.ANY)
    for name, empty in (("periods", ()), ("quantities", ()), ("requires", None), ("excluded", ())):
        if getattr(first, name):
            yield with_first(plan, **{name: empty, "tense": Tense.ANY})
    ends = (first.relation.subject_slot, first.relation.object_slot)
    kept = tuple((slot, term) for slot, term in first.arguments if isinstance(term, Variable) or slot in ends)
    if len(kept) < len(first.arguments) and any(isinstance(term, OneOf) for _, term in kept):
        yield with_first(plan, arguments=kept, tense=Tense.ANY, requires=None)
    if plan.asked is Asked.WHETHER:
        for index, (slot, term) in enumerate(first.arguments):
            if isinstance(term, OneOf) and slot == first.relation.object_slot:
                arguments = [*first.arguments]
                arguments[index] = (slot, Variable(f"other{index}"))
                yield with_first(plan, arguments=tuple(arguments), requires=None, tense=Tense.ANY)
