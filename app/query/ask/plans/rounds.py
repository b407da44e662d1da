"""Tells the size of a round from the part of one who was in it: articles give either beside the leader's name."""

from __future__ import annotations

import re

from app.model import Fact
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.words import content_words, name_words
from app.query.ask.plans.plan import Atom, OneOf, Plan
from app.query.lookup import Lookup

_OWN_PART = re.compile(
    r"\b(?:with|invest\w*|put\w*|contribut\w*|inject\w*|commit\w*|add(?:ed|ing|s)|pa(?:id|ying|ys?))\b"
    r"[^.;,\d]{0,30}\d",
    re.IGNORECASE,
)
"""How articles say that a sum is what one of several gave."""


def is_own_part(fact: Fact, lexicon: Lexicon, lookup: Lookup) -> bool:
    """Whether the number of a fact is what one of several gave."""
    return not leads(fact, lexicon) or gives_own_part(fact, lookup)


def leads(fact: Fact, lexicon: Lexicon) -> bool:
    """Whether somebody stands in the fact for a whole that others may be part of."""
    return any(fact.slots.get(slot) == ("true",) for slot in lexicon.wholes)


def gives_own_part(fact: Fact, lookup: Lookup) -> bool:
    """Whether an article says of a number that it is the part of the one who is named."""
    return any(_OWN_PART.search(text) for item in lookup.evidence(fact) for text in item.texts)


def measures_another(fact: Fact, plan: Plan, atom: Atom, lexicon: Lexicon, lookup: Lookup) -> bool:
    """Whether a number is the whole round's where a part is asked of, or a part where it bounds the whole from above.

    That somebody gave ten million says that the round came to no less, and nothing of how much more it came to.
    """
    if not lexicon.wholes.keys() & atom.relation.qualifiers:
        return False
    part = is_own_part(fact, lexicon, lookup)
    given = dict(atom.arguments)
    giver, taker = given.get(atom.relation.subject_slot), given.get(atom.relation.object_slot or "")
    as_leader = any(slot in given for slot in lexicon.wholes)
    if isinstance(giver, OneOf) or (giver is not None and giver == plan.answer):
        return not part and not as_leader
    upward = all(quantity.side in (">", ">=", "=") for _, quantity in atom.quantities)
    whole = set(lexicon.wholes.values()) & set(content_words(name_words(plan.words)))
    taken = taker is not None and taker == plan.answer
    return part and not upward and (bool(whole) or taken)
