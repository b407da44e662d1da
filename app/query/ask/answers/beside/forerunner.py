"""Who held a post before somebody, where no article says so of the post, by whom that somebody succeeded."""

from __future__ import annotations

from dataclasses import replace

from pyoxigraph import Literal

from app.model import Fact
from app.query.ask.answers.beside.looking import Beside, asks_who, with_first
from app.query.ask.answers.draft import Draft
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.plans.plan import Atom, OneOf, Plan

_BY_SUCCESSION = "Told by who succeeded whom: the articles do not say more of the post."


def forerunner(beside: Beside, plan: Plan) -> Draft | None:
    """For "who was chief executive of X before Roe": whom Roe succeeded, who is known to have held that post."""
    atom = plan.atoms[0]
    schema = atom.relation
    holder = dict(atom.excluded).get(schema.subject_slot)
    succeeded = beside.evaluator.ontology.relations.get("succeeded")
    if holder is None or succeeded is None or not succeeded.object_slot or plan.answer is None or not asks_who(plan):
        return None
    own = tuple((slot, holder if slot == schema.subject_slot else term) for slot, term in atom.arguments)
    held = with_first(plan, arguments=own, excluded=(), tense=Tense.ANY, requires=None)
    post = replace(held, asked=Asked.WHETHER, answer=None, atoms=held.atoms[:1])
    if atom.periods or not beside.evaluator.run(post).rows:
        return None
    step = Atom("step", succeeded, ((succeeded.subject_slot, holder), (succeeded.object_slot, plan.answer)))
    found = beside.evaluator.run(replace(plan, atoms=(step,), root=None))
    rows = tuple(row for row in found.rows if _is_of_post(row.facts[0], atom, beside))
    if not rows:
        return None
    draft = beside.answerer.found(replace(found, rows=rows))
    draft.caveats.append(_BY_SUCCESSION)
    return draft


def _is_of_post(fact: Fact, atom: Atom, beside: Beside) -> bool:
    """Whether a succession names no other post and no other place than the question does."""
    named = {slot: term.terms for slot, term in atom.arguments if isinstance(term, OneOf)}
    titles = {str(Literal(title)) for title in fact.slots.get("title", ())}
    places = {name.casefold() for name in fact.slots.get("organization", ())}
    asked = {beside.answerer.speaker.label(term.strip("<>")).casefold() for term in named.get("organization", ())}
    return (not titles or "title" not in named or bool(titles & set(named["title"]))) and (
        not places or not asked or bool(places & asked)
    )
