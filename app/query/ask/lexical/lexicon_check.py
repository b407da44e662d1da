"""Checks the lexicon against the ontology: every relation has words and a sentence, and no form two meanings unsaid."""

from __future__ import annotations

from collections import defaultdict

from app.ontology import Ontology, load_ontology
from app.query.ask.lexical.entries import ANYBODY, Kind
from app.query.ask.lexical.lexicon import Lexicon

_SIDES = (frozenset({Kind.VERB, Kind.ADJECTIVE}), frozenset({Kind.NOUN, Kind.TITLE}))


def shared_forms(lexicon: Lexicon) -> list[str]:
    """The base forms that stand for more than one relation, among verbs and adjectives or among nouns."""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for entry in lexicon.entries:
        for side, kinds in enumerate(_SIDES):
            for form in entry.forms if entry.kind in kinds and entry.relation else ():
                found[side, form.partition("/")[0]].add(entry.relation)
    return sorted({form for (_, form), relations in found.items() if len(relations) > 1})


def _undeclared(lexicon: Lexicon) -> list[str]:
    declared = {form for entry in lexicon.entries if entry.kind is Kind.SHARED for form in entry.forms}
    return [form for form in shared_forms(lexicon) if form not in declared]


def check_lexicon(lexicon: Lexicon, ontology: Ontology | None = None) -> list[str]:
    """What the lexicon lacks or gets wrong against the ontology, as sentences; none if all is well."""
    relations = (ontology or load_ontology()).relations
    faults = [f"{name} has no verb, adjective or noun" for name in relations if not lexicon.of_relation(name)]
    faults += [f"{name} has no sentence to answer in" for name in relations if name not in lexicon.templates]
    faults += [f"“{form}” stands for several relations and is not declared to" for form in _undeclared(lexicon)]
    for entry in lexicon.entries:
        if not entry.relation:
            continue
        schema = relations.get(entry.relation)
        if schema is None:
            faults.append(f"{entry.name} speaks of {entry.relation}, which the ontology does not have")
            continue
        siblings = [other for other in relations.values() if other.situation == schema.situation]
        known = {schema.subject_slot, schema.object_slot, *(slot for other in siblings for slot in other.qualifiers)}
        for frame in entry.frames:
            faults += [
                f"{entry.name} fills {slot}, which {schema.name} does not have"
                for slot in frame.slots
                if slot != ANYBODY and not known.issuperset(slot.split("|"))
            ]
    return faults
