"""Says by which deed a state comes about: who has bought the whole of something owns it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.ontology import Ontology, RelationSchema
from app.query.ask.grammar.reading import Tense
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.plans.plan import Plan


def deeds(plan: Plan, lexicon: Lexicon, ontology: Ontology) -> Iterator[tuple[Plan, RelationSchema]]:
    """The plan with a deed in place of the state that it makes, and what deed that is."""
    atom = plan.atoms[0]
    state = atom.relation
    for name, made in lexicon.makes.items():
        done = ontology.relations[name]
        ends = {state.subject_slot: done.subject_slot, state.object_slot: done.object_slot or ""}
        if made != state.name or not all(slot in ends for slot, _ in atom.arguments):
            continue
        arguments = tuple((ends[slot], term) for slot, term in atom.arguments)
        moved = replace(atom, relation=done, arguments=arguments, aspect=done.aspect, tense=Tense.ANY)
        yield replace(plan, atoms=(moved, *plan.atoms[1:])), done
