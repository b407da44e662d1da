"""Tells where in a situation somebody may stand, by preposition, possessive and word order, and at what cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.query.ask.grammar.covers import Item
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.groups import Group, is_passive
from app.query.ask.grammar.reading import Asked, Phrase
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.words import AUXILIARIES, BE, QUESTION_WORDS


@dataclass(frozen=True)
class Weights:
    """What it costs to read items as belonging together; see each field."""

    base: float = 0.2  # any plan that is found by its words alone, beside one that the grammar explains
    marked: float = 0.0  # a preposition of the word's own frame leads to the slot, or word order does
    unmarked: float = 0.02  # nothing leads to the slot, and it is the only one that it can be
    foreign: float = 0.06  # a preposition that the word does not take
    second: float = 0.08  # beside a noun for a number, whoever is not its owner: "Acme Pelm price"
    misplaced: float = 0.1  # right before a verb whose subject it cannot be
    chain: float = 0.06  # two situations that share somebody
    apart: float = 0.01  # each word that lies between an item and its situation, beyond the third
    crossing: float = 0.08  # another situation's word lies nearer


WEIGHTS = Weights()
_NEAR = 3
_TELLING = frozenset({"over", "about"})
Ways = list[tuple[list[str], float]]
"""Slots that something leads to, and what it costs to follow."""


class Slots:
    """Which slots of a group an item can fill."""

    def __init__(self, words: Sequence[str], filler: Filler) -> None:
        self.words = list(words)
        self.filler = filler

    def of(self, item: Item, phrase: Phrase, group: Group, others: Sequence[Item]) -> dict[str, float]:
        """The slots, each with what it costs to put the item there; `others` stand between words too."""
        fitting = [slot for slot in self._known(group) if self.filler.fit(phrase, group.relation, slot) is not None]
        if phrase.values and not phrase.names:
            fitting = [slot for slot in fitting if slot in dict(phrase.values)]
        if not fitting:
            return {}
        found: dict[str, float] = {}
        for slots, cost in self._led(item, phrase, group, fitting, others):
            for slot in slots:
                if slot in fitting:
                    found[slot] = min(found.get(slot, 9.0), cost)
        far = WEIGHTS.apart * max(0, group.distance(item) - _NEAR)
        return {slot: cost + far for slot, cost in found.items()}

    def _known(self, group: Group) -> list[str]:
        joint = [slot for _, frame in group.frames() for slot in frame.slots if "|" in slot]
        slots = [*group.main_slots, *sorted(group.relation.qualifiers), *dict.fromkeys(joint)]
        return [slot for slot in slots if slot not in dict(group.constants)]

    def _led(self, item: Item, phrase: Phrase, group: Group, fitting: Sequence[str], others: Sequence[Item]) -> Ways:
        """What leads to slots: prepositions of the frames, then nouns and word order, or that there is one place."""
        marked = self._by_mark(item, group)
        if any(slot in fitting for slots, _ in marked for slot in slots):
            return marked
        ends = [slot for slot in group.main_slots if slot in fitting]
        either = len(ends) > 1 and not group.relation.symmetric
        told = bool(phrase.values) and not phrase.names and len(fitting) == 1  # "at Series A" is that round
        if item.mark and item.mark != "'s" and not told and (either or marked or item.mark in _TELLING):
            return []  # what it leads to is something else
        cost = WEIGHTS.foreign if item.mark else WEIGHTS.unmarked
        if group.head.mark == "as" and item.end <= group.head.start and group.denotes in ends and not item.asked:
            near = group.distance(item) <= _NEAR  # "have Acme as a client"
            return [([group.denotes or ""] if near and phrase.names else [s for s in ends if s != group.denotes], cost)]
        if item.asked and group.denotes in ends:
            return [([group.denotes or ""], cost)]
        if either and group.denotes in ends:  # "the founders of Acme": it did not found, whatever the order
            return [([slot for slot in ends if slot != group.denotes], cost)]
        if either and group.denotes and group.verb is None:
            owners = [frame.subject for own, frame in group.frames() if own is group.head]
            return [(owners, cost), ([slot for slot in ends if slot not in owners], cost + WEIGHTS.second)]
        voiced = group.verb is not None and group.verb.kind is Kind.VERB and is_passive(group.verb, self.words, BE)
        if (either and group.verb is not None) or (voiced and ends and not item.mark):
            ordered = self._by_order(item, group, ends if either else group.main_slots, others)
            measure = self.filler.lexicon.measures.get(group.relation.name, "")
            return [*ordered, ([measure], cost)] if phrase.asked is Asked.WHAT else ordered
        return [(list(fitting), cost + WEIGHTS.misplaced * self._is_misplaced(item, group, ends, others))]

    def _by_mark(self, item: Item, group: Group) -> Ways:
        found: Ways = []
        for own, frame in group.frames():
            if item.mark == "'s":
                found += [([frame.subject], WEIGHTS.marked)] if own.kind in (Kind.NOUN, Kind.TITLE) else []
                continue
            if item.mark == "by" and own.kind is Kind.VERB and is_passive(own, self.words, BE):
                found.append(([frame.subject], WEIGHTS.marked))
            found += [([slot], WEIGHTS.marked) for words, slot in frame.obliques if item.mark in words]
        return found

    def _is_misplaced(self, item: Item, group: Group, ends: Sequence[str], others: Sequence[Item]) -> bool:
        """Whether it stands where the subject of a verb stands, and cannot be that: "Acme started" has not joined."""
        verb = group.verb
        if verb is None or verb.kind is not Kind.VERB or item.mark or item.end > verb.start or not ends:
            return False
        nearer = any(item.end <= other.start and other.end <= verb.start for other in others)
        return not nearer and not any(frame.subject in ends for own, frame in group.frames() if own is verb)

    def _by_order(self, item: Item, group: Group, ends: Sequence[str], others: Sequence[Item]) -> Ways:
        """By active or passive order, of two places that would both do: who stands right before the verb, does it."""
        found: Ways = []
        for own, frame in group.frames():
            if own is group.verb:
                rest = [slot for slot in ends if slot != frame.subject]
                patient = [frame.object] if frame.object in rest else rest if frame.obliques else []
                found.append((self._place(item, own, others, [frame.subject], patient), WEIGHTS.marked))
        return found

    def _place(
        self, item: Item, verb: Item, others: Sequence[Item], subject: list[str], patient: list[str]
    ) -> list[str]:
        """The place that an item has before or after a verb; none where order does not tell."""
        passive = is_passive(verb, self.words, BE)
        if passive and not patient:
            return []
        if item.start >= verb.end:
            return [*subject, *patient] if item.asked else [] if passive else patient
        nearer = any(item.end <= other.start and other.end <= verb.start for other in others)
        if not nearer:
            either = self._may_be_passive(verb, others)
            return patient if passive else [*subject, *patient] if either else subject
        by = self.words[verb.end : verb.end + 1] == ["by"]
        return patient if not passive else subject if by else []

    def _may_be_passive(self, verb: Item, others: Sequence[Item]) -> bool:
        """Whether "Acme founded when" may be short for "Acme was founded": with no auxiliary, and nobody behind it."""
        participle = verb.sense is not None and Form.PARTICIPLE in verb.sense.form
        behind = any(other.start >= verb.end and not other.asked for other in others)
        asks = bool(QUESTION_WORDS.intersection(self.words))
        return participle and asks and not behind and not AUXILIARIES.intersection(self.words)
