"""Reads questions by what their words are: every plan that uses them all, where no rule of the grammar joins them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from app.query.ask.grammar.covers import covers, is_statement
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.goals import Goal, Goals
from app.query.ask.grammar.groups import Group
from app.query.ask.grammar.implied import with_implied
from app.query.ask.grammar.joins import Joiner
from app.query.ask.grammar.nearness import Nearness
from app.query.ask.grammar.reading import Phrase, Reading, Situation, Tense
from app.query.ask.grammar.slots import WEIGHTS, Slots
from app.query.ask.grammar.tasks import Sorter, Task
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind

_MOST_READINGS, _MOST_PLACINGS = 60, 200
Arguments = Sequence[tuple[str, Phrase]]


class Enumerator:
    """Enumerates the plans of one question."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler
        self._sorter = Sorter(analysis, filler)
        self._slots = Slots(analysis.words, filler)
        self._nearness = Nearness(analysis, filler)
        self._goals = Goals(analysis, filler)
        self._joiner = Joiner(filler, self._goals)

    def readings(self) -> list[Reading]:
        """Every plan as a reading, cheapest first; none for questions that ask whether something is so."""
        if is_statement(self.analysis):
            return []
        found: dict[Reading, None] = {}
        for cover in covers(self.analysis):
            if len({item.sense.entry.detail for item in cover.of(Kind.SLOT_NOUN) if item.sense}) > 1:
                continue  # the price of shares is no share
            for each in with_implied(cover, self.filler):
                if (task := self._sorter.task(each)) is not None:
                    found |= dict.fromkeys(self._of(task))
        return sorted(found, key=lambda reading: reading.cost)[:_MOST_READINGS]

    def _of(self, task: Task) -> Iterator[Reading]:
        said = (self.analysis.text(item.start, item.end) for item in task.cover.items if not item.asked)
        note = f"Read by what the words are, and not by their order: {', '.join(said)}."
        found = list(self._placings(task))
        for arguments, placed in found:
            if any(
                self._is_undecided(task, k, arguments[k], [other[k] for other, _ in found])
                for k in range(len(arguments))
            ):
                continue
            for goal, joined in self._planned(task, arguments):
                goal = self._of_now(goal)
                cost = round(WEIGHTS.base + task.cover.cost + placed + joined, 4)
                yield Reading(goal.asked, goal.focus, goal.situation, cost, (note,))

    def _of_now(self, goal: Goal) -> Goal:
        """For "since when Acme chair", which names nobody: whoever is it now."""
        situation = goal.situation
        unnamed = situation is not None and not situation.filled(situation.relation.subject_slot)
        if situation is None or self.analysis.words[:2] != ["since", "when"] or not unnamed:
            return goal
        return replace(goal, situation=replace(situation, tense=Tense.CURRENT))

    def _placings(self, task: Task) -> Iterator[tuple[list[Arguments], float]]:
        """Every way to put each of those who take part into one slot of one situation, and what that costs."""
        choices = []
        for item, phrase in task.fillers:
            others = [other for other, _ in task.fillers if other is not item]
            ways = []
            for index, group in enumerate(task.groups):
                nearer = any(other.distance(item) < group.distance(item) for other in task.groups)
                for slot, cost in self._slots.of(item, phrase, group, others).items():
                    ways.append((index, slot, phrase, cost + WEIGHTS.crossing * nearer))
            choices.append(ways)
        for count, chosen in enumerate(product(*choices)):
            if count > _MOST_PLACINGS:
                return
            own = [[(slot, phrase) for i, slot, phrase, _ in chosen if i == k] for k in range(len(task.groups))]
            if all(_is_free(group, arguments) for group, arguments in zip(task.groups, own, strict=True)):
                yield list(own), sum(cost for *_, cost in chosen)

    def _is_undecided(self, task: Task, index: int, own: Arguments, others: Sequence[Arguments]) -> bool:
        """Whether two who are named could as well change places, though a verb tells who does what to whom."""
        group = task.groups[index]
        verbs = (match for item in group.items for match in self.analysis.senses(item.start, Kind.VERB))
        words = [match for match in verbs if match.sense and match.sense.entry.relation == group.relation.name]
        told = bool(words) or group.verb is not None or bool(task.cover.of(Kind.SUPPORT))
        named = [(slot, phrase.words) for slot, phrase in own if phrase.names or phrase.values]
        if not told or group.relation.symmetric:
            return False
        swapped = [{(one[0], other[1]), (other[0], one[1])} for one, other in combinations(named, 2)]
        placed = [{(slot, phrase.words) for slot, phrase in each} for each in others]
        return any(pair <= each for pair in swapped for each in placed)

    def _planned(self, task: Task, arguments: Sequence[Arguments]) -> Iterator[tuple[Goal, float]]:
        """What is asked of the situations, joined by somebody whom they share, and what that costs."""
        built = []
        for group, own in zip(task.groups, arguments, strict=True):
            situation = self._filled(group, own) if _is_told(task, group, own) else None
            situation = self._nearness.in_time(situation, group, task) if situation else None
            if situation is None:
                return
            built.append(situation)
        if len(built) == 1:
            yield from ((goal, 0.0) for goal in self._goals.of(task, task.groups[0], built[0]))
        else:
            yield from ((goal, WEIGHTS.chain) for root in (0, 1) for goal in self._joiner.of(task, root, built))

    def _filled(self, group: Group, arguments: Arguments) -> Situation | None:
        situation = group.situation(arguments)
        for slot, phrase in arguments:
            situation = self.filler.add(situation, slot, phrase) if situation else None
        return situation


def _is_free(group: Group, arguments: Arguments) -> bool:
    """Whether no two stand in one place; of what is mutual, both sides have the same name."""
    slots = [slot for slot, _ in arguments]
    mutual = group.main_slots[0] if len(group.main_slots) == 1 else None
    return all(slots.count(slot) <= (2 if slot == mutual else 1) for slot in slots)


def _is_told(task: Task, group: Group, arguments: Arguments) -> bool:
    """Whether enough is said of a situation: somebody in it is named, or somebody is told by the other situation."""
    asked = any(phrase.asked for _, phrase in arguments)
    if asked and group.denotes in group.main_slots and group.denotes not in dict(arguments):
        return False  # "who is chief executive" does not ask where
    if any(phrase.names or phrase.values for _, phrase in arguments):
        return True
    if group.denotes in group.main_slots and all(phrase.asked for _, phrase in arguments):
        return len(task.groups) > 1  # "the founders' employer": those whom the other noun stands for
    described = any(phrase.classes and not phrase.asked for _, phrase in arguments)
    return len(task.groups) > 1 and task.item is not None and described
