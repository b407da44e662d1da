"""Attaches times, states and order words to the situation that they stand nearest to."""

from __future__ import annotations

from dataclasses import replace

from app.query.ask.grammar.covers import Item
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.groups import Group
from app.query.ask.grammar.parts import STATES
from app.query.ask.grammar.reading import PRESENT, Situation, Tense
from app.query.ask.grammar.tasks import TIMED, Task
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.words import AUXILIARIES, PRESENT_AUXILIARIES

_POINTS = frozenset({"announced", "started", "ended"})


class Nearness:
    """Puts situations into the times that are said of them."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.words = analysis.words
        self.filler = filler

    def in_time(self, situation: Situation, group: Group, task: Task) -> Situation | None:
        """The situation with what is nearest to it; None where that cannot be said of such a situation."""
        placed: Situation | None = situation
        point = self.filler.ontology.situation_of(group.relation.name).point_in_time
        timeless = point or situation.aspect != "exists" or group.relation.name in self.filler.lexicon.timeless
        for item in task.cover.items:
            if placed is None:
                return None
            if not item.is_relation and self._nearest(item, task) is group:
                placed = self._with(placed, item, group, task, timeless=timeless)
        if placed and placed.tense is Tense.ANY and not timeless and self._is_present(group, task):
            return replace(placed, tense=Tense.CURRENT, present=True, by_now=True)
        return placed

    def _with(self, situation: Situation, item: Item, group: Group, task: Task, *, timeless: bool) -> Situation | None:
        if item.match and item.match.period:
            dated = "until" in group.relation.qualifiers  # its times are texts
            return None if dated else replace(situation, periods=(*situation.periods, item.match.period))
        if item.sense is None:
            return situation
        detail = item.sense.entry.detail
        if item.kind in (Kind.STATE, Kind.PLAN):
            tense = STATES[detail] if item.kind is Kind.STATE else Tense.PLANNED
            fits = (not timeless or tense is Tense.PLANNED) and situation.tense in (Tense.ANY, tense)
            present = tense in PRESENT
            return replace(situation, tense=tense, present=present, by_now=present) if fits else None
        if item.kind is Kind.ORDER:
            return replace(situation, order=detail) if not situation.order else None
        if item.kind is Kind.ASPECT_VERB or (item.kind is Kind.SUPPORT and item.sense.entry.aspect):
            aspect = item.sense.entry.aspect or "exists"
            events = group.verb is None and group.denotes not in group.main_slots and task.asked in TIMED
            return replace(situation, aspect=aspect if aspect in _POINTS else situation.aspect) if events else None
        return situation

    def _nearest(self, item: Item, task: Task) -> Group:
        """The situation that an item says something of: of two as near, the one behind it."""
        return min(task.groups, key=lambda group: (group.distance(item), group.head.start < item.start))

    def _is_present(self, group: Group, task: Task) -> bool:
        """Whether its verb is in the present tense, or "is" and "are" stand nearest to it."""
        if self._is_of_today(group, task):
            return True
        form = group.verb.sense.form if group.verb and group.verb.sense else Form.NONE
        if form & (Form.PRESENT | Form.BASE) and not form & Form.PAST:
            return True
        holds = {"has", "have"} if group.verb is None else set()  # "Acme has which supplier"
        places = [i for i, word in enumerate(self.words) if word in PRESENT_AUXILIARIES | holds]
        return any(self._nearest(Item(place, place + 1), task) is group for place in places)

    def _is_of_today(self, group: Group, task: Task) -> bool:
        """Whether it is of whoever holds an office now: "Acme chief executive", with no word on time."""
        sense = group.head.sense
        office = group.verb is None and group.denotes in group.main_slots and sense is not None and not sense.plural
        adjective = group.verb is not None and group.verb.kind is Kind.ADJECTIVE
        timed = any((item.match and item.match.period) or item.kind is Kind.ORDER for item in task.cover.items)
        said = timed or task.asked in TIMED or AUXILIARIES.intersection(self.words)
        return (office or adjective) and not said
