"""Tells the size of a round, and the part of one who was in it, where a question asks how much it was."""

from __future__ import annotations

from app.model import Fact
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.plans.evaluate import Found, Row
from app.query.ask.plans.plan import OneOf, Plan
from app.query.ask.plans.rounds import gives_own_part, is_own_part
from app.query.lookup import Lookup


def is_of_whole(fact: Fact, plan: Plan, lexicon: Lexicon, lookup: Lookup) -> bool:
    """Whether the number is that of the round that somebody led, and the question asks for the part of that one."""
    root, first = plan.root, plan.atoms[0]
    wholes = [word for slot, word in lexicon.wholes.items() if fact.slots.get(slot) == ("true",)]
    named = any(s == first.relation.subject_slot and isinstance(t, OneOf) for s, t in first.arguments)
    of_one = plan.measure in (None, lexicon.measures.get(first.relation.name)) and named
    if root is None or not wholes or not of_one or not root.verb or wholes[0] in root.verb.split():
        return False
    return not gives_own_part(fact, lookup)


def parts_of_round(found: Found, lexicon: Lexicon, lookup: Lookup) -> tuple[Row, ...]:
    """For the size of a round in which several put money: what tells it, or else all their parts.

    Nothing for any other question. What an article gives beside the leader's name is the size of the round, unless it
    says that this is his part.
    """
    plan, first = found.plan, found.plan.atoms[0]
    schema = first.relation
    usual = lexicon.measures.get(schema.name)
    given = dict(first.arguments)
    rounds = schema.qualifiers & lexicon.ignored.keys()
    giver = given.get(schema.subject_slot)
    whose = isinstance(giver, OneOf) or (giver is not None and giver == plan.answer)
    several = len({row.facts[0].slots.get(schema.subject_slot) for row in found.rows}) > 1
    plain = len(plan.atoms) == 1 and not plan.order and plan.measure in (None, usual)
    if whose or not (several and plain) or not any(isinstance(given.get(slot), OneOf) for slot in rounds):
        return ()
    sized = tuple(row for row in found.rows if row.facts[0].slots.get(usual or ""))
    return tuple(row for row in sized if not is_own_part(row.facts[0], lexicon, lookup)) or sized
