"""Joins two situations by somebody whom they share: who is in the one is told by the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.goals import Goal, Goals, class_of
from app.query.ask.grammar.groups import Group
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Situation
from app.query.ask.grammar.tasks import Task


class Joiner:
    """Makes goals of two situations."""

    def __init__(self, filler: Filler, goals: Goals) -> None:
        self.filler = filler
        self.goals = goals

    def of(self, task: Task, root: int, built: list[Situation]) -> Iterator[Goal]:
        """What is asked of the situation `root`, with somebody in it whom the other one tells."""
        group, other = task.groups[root], task.groups[1 - root]
        asks = any(phrase.asked for _, phrase in built[root].arguments) or task.is_asked(group)
        found = self._described(other, built[1 - root], asks=asks)
        if found is None:
            return
        slot, described = found
        if described.relation == group.relation and slot in group.main_slots and not built[root].filled(slot):
            return  # "the maker of what the maker of Acme makes" says nothing more
        yield from self._told_of_asked(task, group, built[root], slot, described)
        yield from self._told_of_class(task, group, built[root], slot, described)
        if other.denotes == slot and _is_anchored(described):
            yield from self._told_by_noun(task, group, built[root], slot, described)

    def _described(self, group: Group, situation: Situation, *, asks: bool) -> tuple[str, Situation] | None:
        """The slot of whoever a situation describes, and the situation with a place kept for them."""
        if group.verb is None and group.denotes not in group.main_slots:
            return None  # "shares" say of nobody what they do
        if situation.order or any(phrase.asked for _, phrase in situation.arguments):
            return None
        free = [slot for slot in group.main_slots if not situation.filled(slot)]
        if group.denotes in group.main_slots:
            free = [slot for slot in free if slot == group.denotes]
        by_verb = asks and group.denotes not in group.main_slots  # "founders" alone tell nothing of investors
        if len(free) != 1 or not (_is_anchored(situation) or by_verb):
            return None
        return free[0], replace(situation, arguments=((free[0], HERE), *situation.arguments))

    def _told_of_asked(
        self, task: Task, group: Group, situation: Situation, slot: str, described: Situation
    ) -> Iterator[Goal]:
        """Of those who are asked for by a noun. What "who" does is said by one verb, or by two with "and"."""
        expected = class_of(described, slot)
        for own, phrase in situation.arguments:
            if phrase.asked is Asked.WHICH and own in group.main_slots:
                yield from self._with(
                    task, group, situation, phrase, self._narrowed(phrase, expected), (slot, described)
                )
        alone = not situation.arguments  # "owners" and "raised" say of nobody that they go together
        if task.is_asked(group) and group.denotes and not situation.filled(group.denotes) and not alone:
            for goal in self.goals.denoted(task, group, situation, group.denotes):
                narrowed = self._narrowed(goal.focus, expected) if goal.focus else None
                if narrowed is not None:
                    yield replace(goal, focus=narrowed.with_role(slot, described))

    def _told_of_class(
        self, task: Task, group: Group, situation: Situation, slot: str, described: Situation
    ) -> Iterator[Goal]:
        """Of somebody of whom only the class is said: "the company that makes Acme"."""
        for own, phrase in situation.arguments:
            if phrase.classes and not phrase.asked and own in group.main_slots:
                narrowed = self._narrowed(phrase, class_of(described, slot))
                yield from self._with(task, group, situation, phrase, narrowed, (slot, described))

    def _told_by_noun(
        self, task: Task, group: Group, situation: Situation, slot: str, described: Situation
    ) -> Iterator[Goal]:
        """Of somebody for whom a noun stands: "the seat of the maker of Acme"."""
        hidden = Phrase("", classes=(class_of(described, slot),), roles=((slot, described),))
        free = [own for own in group.main_slots if not situation.filled(own) and own != group.denotes]
        filled = self.filler.add(situation, free[0], hidden) if len(free) == 1 else None
        if filled is not None:
            yield from self.goals.of(task, group, filled)

    def _with(
        self, task: Task, group: Group, situation: Situation, phrase: Phrase, narrowed: Phrase | None,
        role: tuple[str, Situation],
    ) -> Iterator[Goal]:  # fmt: skip
        """What is asked with one more thing said of a phrase; nothing where it cannot be of that class."""
        if narrowed is not None:
            both = narrowed.with_role(*role)
            arguments = tuple((own, both if other is phrase else other) for own, other in situation.arguments)
            yield from self.goals.of(task, group, replace(situation, arguments=arguments))

    def _narrowed(self, phrase: Phrase, expected: str) -> Phrase | None:
        """Somebody of whom only the class is known, if they can be of another class too."""
        is_a = self.filler.ontology.is_a
        fits = any(is_a(name, expected) or is_a(expected, name) for name in phrase.classes)
        return phrase if fits else None


def _is_anchored(situation: Situation) -> bool:
    """Whether somebody in a situation is named."""
    return any(phrase.names or phrase.values for _, phrase in situation.arguments)
