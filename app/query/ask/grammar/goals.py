"""Says what a task asks of a situation: somebody, a number, a time, or the one place that is left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.groups import Group
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Situation
from app.query.ask.grammar.tasks import TIMED, Task
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.quantities import NUMBER_SLOTS

_MEASURE = "measure"


@dataclass(frozen=True)
class Goal:
    """What is asked, of a phrase or of a situation."""

    asked: Asked
    focus: Phrase | None = None
    situation: Situation | None = None


def class_of(situation: Situation, slot: str) -> str:
    """The class of those who stand in a main slot of a situation."""
    schema = situation.relation
    return (schema.subject_class if slot == schema.subject_slot else schema.object_class) or ""


class Goals:
    """Finds what is asked."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler
        self.lexicon = filler.lexicon

    def of(self, task: Task, group: Group, situation: Situation) -> Iterator[Goal]:
        """What is asked of a situation: by a question word, a word for a number, a noun, or the place left open."""
        inside = next((phrase for _, phrase in situation.arguments if phrase.asked), None)
        known = {slot for slot, _ in (*situation.arguments, *situation.constants)}
        denotes = group.denotes if group.denotes and not known.intersection(group.denotes.split("|")) else None
        if task.asked is Asked.WHETHER:
            if inside is None and all(map(situation.filled, group.main_slots)):
                yield Goal(Asked.WHETHER, situation=situation)
        elif task.asked in TIMED:
            if task.asked and inside is None and any(phrase.names for _, phrase in situation.arguments):
                until = task.item is not None and self.analysis.word(task.item.start) == "until"
                aspect = "ended" if until else situation.aspect
                yield Goal(task.asked, situation=replace(situation, aspect=aspect, requires=None))
        elif measure := self._measure(task, group, denotes):
            number = Phrase("how much", asked=Asked.AMOUNT)
            if inside is None and (sized := self.filler.add(situation, measure, number)):
                yield Goal(Asked.AMOUNT, situation=sized)
        elif task.asked is Asked.AMOUNT or task.measure:
            return
        elif inside is not None and inside.asked:
            yield Goal(inside.asked, situation=situation)
        elif denotes:
            yield from self.denoted(task, group, situation, denotes)
        elif task.asked is None:
            yield from self._open(group, situation)

    def denoted(self, task: Task, group: Group, situation: Situation, denotes: str) -> Iterator[Goal]:
        """For "which investors" and "investors": those whom the noun stands for."""
        head, schema = group.head, group.relation
        if not task.asks_for(head):
            return
        classes = {schema.subject_slot: schema.subject_class, schema.object_slot: schema.object_class}
        entry = next(entry for item, entry in zip(group.items, group.entries, strict=True) if item is head)
        name = entry.class_name or classes.get(denotes)
        phrase = Phrase(
            self.analysis.text(head.start, head.end), classes=(name,) if name and name != "value" else (),
            roles=((denotes, replace(situation, arguments=((denotes, HERE), *situation.arguments))),),
            asked=task.asked, open=entry.open, loose=entry.loose,
        )  # fmt: skip
        yield Goal(task.asked or Asked.LIST, phrase)

    def _measure(self, task: Task, group: Group, denotes: str | None) -> str | None:
        """The number that is asked for, if one is."""
        usual = self.lexicon.measures.get(group.relation.name)
        if task.measure and task.measure != _MEASURE:
            return task.measure if task.measure in group.relation.qualifiers & NUMBER_SLOTS else None
        entries = list(zip(group.items, group.entries, strict=True))
        if denotes in NUMBER_SLOTS and not task.measure:
            other = usual != denotes and any(entry.measures and entry.denotes != denotes for _, entry in entries)
            return None if other else denotes  # the price of shares is no number of shares
        measured = any(entry.measures and task.asks_for(item) for item, entry in entries)
        measured = measured and not (denotes and denotes in group.main_slots)
        plain = task.asked in (None, Asked.WHAT, Asked.WHICH)
        return usual if task.measure or task.asked is Asked.AMOUNT or (measured and plain) else None

    def _open(self, group: Group, situation: Situation) -> Iterator[Goal]:
        """For fragments ("Acme acquired by"): the one of those beside the verb of whom nothing is said."""
        free = [slot for slot in group.main_slots if not situation.filled(slot)]
        frames = [frame for item, frame in group.frames() if item is group.verb]
        beside = {slot for frame in frames for slot in (frame.subject, frame.object)}
        if len(free) != 1 or len(group.main_slots) != 2 or free[0] not in beside:
            return
        classes = () if class_of(situation, free[0]) in ("", "value", "Topic") else ("Agent",)
        asked = Asked.WHO if free[0] == group.relation.subject_slot else Asked.WHAT
        if (
            filled := self.filler.add(situation, free[0], Phrase(asked.value, classes=classes, asked=asked))
        ) is not None:
            yield Goal(asked, situation=filled)
