"""What looking beside the facts takes, and a plan with its first situation changed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.query.ask.answers.answer import Answerer
from app.query.ask.grammar.reading import Asked
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Names
from app.query.ask.plans.evaluate import Evaluator
from app.query.ask.plans.plan import Plan

LISTING = (Asked.WHO, Asked.WHAT, Asked.WHICH, Asked.LIST, Asked.COUNT)


@dataclass(frozen=True)
class Beside:
    """What is needed to look beside the facts: words, names, the graph, and a voice."""

    lexicon: Lexicon
    names: Names
    evaluator: Evaluator
    answerer: Answerer


def asks_who(plan: Plan) -> bool:
    """Whether the subject of the first situation is what is asked for."""
    atom = plan.atoms[0]
    return any(slot == atom.relation.subject_slot and term == plan.answer for slot, term in atom.arguments)


def with_first(plan: Plan, **changes: object) -> Plan:
    """The plan with its first situation changed."""
    first, *rest = plan.atoms
    return replace(plan, atoms=(replace(first, **changes), *rest))  # type: ignore[arg-type]
