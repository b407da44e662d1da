"""Adds relations that go without saying: "Acme people" are those who were there, "Acme Series B" is an investment."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from app.query.ask.grammar.covers import Cover, Item
from app.query.ask.grammar.filling import Filler
from app.query.ask.lexical.entries import Entry, Kind, Sense
from app.query.ask.lexical.matches import Match


def with_implied(cover: Cover, filler: Filler) -> Iterator[Cover]:
    """The cover, and those in which a word for people, a round or a title says of whom or what it is."""
    yield cover
    alone = not any(item.is_relation for item in cover.items)
    choices = [list(_as_relation(item, filler, alone=alone)) or [item] for item in cover.items]
    if any(choice != [item] for choice, item in zip(choices, cover.items, strict=True)):
        for items in product(*choices):
            yield replace(cover, items=items)


def _as_relation(item: Item, filler: Filler, *, alone: bool) -> Iterator[Item]:
    """The item with each noun that goes without saying beside it; rounds and titles where nothing else does."""
    match = item.match
    if match is None:
        return
    if item.kind is Kind.CLASS_NOUN and match.sense and not match.sense.entry.loose:
        for entry in filler.lexicon.entries:
            if _says_where(entry, filler, match.sense.entry.class_name):
                sense = Sense(entry, match.sense.base, plural=match.sense.plural)
                yield replace(item, match=Match(match.start, match.end, match.cost, sense=sense))
    for slot, terms in match.values if alone else ():
        implied = filler.lexicon.ignored.get(slot, frozenset())
        for entry in filler.lexicon.entries:
            round_ = entry.kind is Kind.NOUN and not entry.denotes and bool(implied & set(entry.forms))
            if round_ or (slot == "title" and entry.kind is Kind.TITLE):
                sense = Sense(entry, entry.forms[0])
                yield replace(
                    item, match=Match(match.start, match.end, match.cost, sense=sense), terms=((slot, terms),)
                )


def _says_where(entry: Entry, filler: Filler, name: str) -> bool:
    if entry.kind is not Kind.NOUN or not entry.open or entry.constants or entry.class_name:
        return False
    schema = filler.ontology.relations[entry.relation]
    return entry.denotes == schema.subject_slot and schema.subject_class == name
