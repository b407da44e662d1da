"""Gathers the words for relations in a cover into situations: "lead investor" and "round" speak of one investment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.ontology import RelationSchema
from app.query.ask.grammar.covers import Item
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import STATES
from app.query.ask.grammar.reading import Phrase, Situation, Tense
from app.query.ask.lexical.entries import Entry, Frame, Kind
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.quantities import NUMBER_SLOTS

_VERBAL = (Kind.VERB, Kind.ADJECTIVE)
Constants = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Group:
    """Words that speak of one situation: what they say of it together, and the slot that one of them stands for."""

    relation: RelationSchema
    items: tuple[Item, ...]
    entries: tuple[Entry, ...]
    constants: Constants = ()
    denotes: str | None = None
    words: str = ""

    @property
    def head(self) -> Item:
        """The word that the situation is spoken of by; for one with a noun for a slot, that noun."""
        nouns = (i for i, e in zip(self.items, self.entries, strict=True) if e.denotes and e.denotes == self.denotes)
        return next(nouns, self.items[0])

    @property
    def verb(self) -> Item | None:
        """The verb among its words, if there is one."""
        return next((item for item in self.items if item.kind in _VERBAL), None)

    @property
    def main_slots(self) -> tuple[str, ...]:
        """Those who take part."""
        slots = (self.relation.subject_slot, self.relation.object_slot)
        return tuple(dict.fromkeys(slot for slot in slots if slot))

    def distance(self, item: Item) -> int:
        """How many words lie between an item and the nearest word for this situation."""
        return min(max(own.start - item.end, item.start - own.end, 0) for own in self.items)

    def frames(self) -> Iterator[tuple[Item, Frame]]:
        """Each of its words with each of its frames."""
        for item, entry in zip(self.items, self.entries, strict=True):
            yield from ((item, frame) for frame in entry.frames)

    def situation(self, arguments: Sequence[tuple[str, Phrase]]) -> Situation | None:
        """The situation, without anybody in it yet; None where words need somebody in a slot that is left empty."""
        filled = {slot for slot, _ in arguments} | {slot for slot, _ in self.constants}
        frames = [frame for _, frame in self.frames() if frame.required <= filled]
        first, verb = self.entries[0], self.verb
        if not frames:
            return None
        aspect = next((entry.aspect for entry in self.entries if entry.aspect), None) or self.relation.aspect
        required = aspect if verb and aspect in ("started", "ended") else None
        tenses = (STATES[entry.detail] for entry in self.entries if entry.detail in STATES)
        base = self.items[0].sense.base if self.items[0].sense else ""
        return Situation(
            self.relation, (), frames[0], self.constants, aspect, requires=required, tense=next(tenses, Tense.ANY),
            verb=base, open=first.open, whole=any(entry.whole for entry in self.entries if verb),
        )  # fmt: skip


def is_passive(item: Item, words: Sequence[str], be: frozenset[str]) -> bool:
    """Whether a verb can be passive: a participle with a form of "be" before it, or with "by" behind it."""
    sense = item.sense
    if sense is None or Form.PARTICIPLE not in sense.form:
        return False
    return words[item.end : item.end + 1] == ["by"] or bool(be.intersection(words[: item.start]))


def groups(items: Sequence[Item], filler: Filler) -> list[Group]:
    """The situations that words for relations speak of, each with all its words."""
    found: list[Group] = []
    for item in items:
        own = _of(item, filler)
        merged = ((i, both) for i, group in enumerate(found) if (both := _joined(group, own)) is not None)
        place, both = next(merged, (len(found), own))
        found[place : place + 1] = [both]
    return found


def _of(item: Item, filler: Filler) -> Group:
    sense = item.sense
    if sense is None:
        raise ValueError("only a word of the lexicon speaks of a relation")
    entry = sense.entry
    own = entry.constants if entry.kind is not Kind.TITLE or item.terms else (("title", (sense.base,)),)
    constants = (*filler.constants(own), *item.terms)
    return Group(
        filler.ontology.relations[entry.relation], (item,), (entry,), constants, entry.denotes,
        words=sense.base,
    )  # fmt: skip


def _joined(one: Group, other: Group) -> Group | None:
    """Both as one situation; None where they speak of two."""
    relation = _common(one, other)
    constants = _both(one.constants, other.constants)
    if relation is None or constants is None or set(one.entries) & set(other.entries):
        return None
    if one.verb is not None and other.verb is not None:
        return None  # two things are said
    people = [group for group in (one, other) if group.denotes in one.main_slots]
    if len(people) == 2:
        return None  # "the employer of the chief executive", "the units of its subsidiaries"
    numbers = [group for group in (one, other) if group.denotes in NUMBER_SLOTS]  # "the valuation in the round"
    leading = (*people, *numbers, one if one.denotes else other)[0]
    return replace(
        one, relation=relation, items=(*one.items, *other.items), entries=(*one.entries, *other.entries),
        constants=constants, denotes=leading.denotes, words=leading.words,
    )  # fmt: skip


def _common(one: Group, other: Group) -> RelationSchema | None:
    """The relation that the words of both speak of: the same, or of one kind of situation, the more telling one."""
    mine, others = one.relation, other.relation
    if mine == others:
        return mine
    neutral = mine.subject_slot == "subject" or others.subject_slot == "subject"
    if mine.situation != others.situation or neutral:
        return None
    telling = [r for r in (mine, others) if r.aspect != "exists"]
    if len(telling) == 2:
        return None
    return telling[0] if telling else min(mine, others, key=lambda relation: relation.precedence)


def _both(one: Constants, other: Constants) -> Constants | None:
    """The constants of both; None where they differ."""
    mine, others = dict(one), dict(other)
    for slot in mine.keys() & others.keys():
        if not set(mine[slot]) & set(others[slot]):
            return None
        mine[slot] = others[slot] = tuple(term for term in mine[slot] if term in others[slot])
    return tuple({**mine, **others}.items())
