"""Sorts the items of a cover by what they do: words for situations, those who stand in them, what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.query.ask.grammar.covers import Cover, Item
from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.groups import Group, groups
from app.query.ask.grammar.reading import Asked, Phrase
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Kind
from app.query.ask.lexical.words import AUXILIARIES

TIMED = (Asked.WHEN, Asked.HOW_LONG, Asked.WHY)
"""What is asked of a situation as a whole."""
_MOST_SITUATIONS = 2
_NAMING = (Asked.WHAT, Asked.WHICH)


@dataclass(frozen=True)
class Task:
    """A cover that can be planned: its situations, who is to be put into them, and what asks."""

    cover: Cover
    groups: tuple[Group, ...]
    fillers: tuple[tuple[Item, Phrase], ...]
    asked: Asked | None = None
    measure: str | None = None  # the slot of a word for a number: "price"
    item: Item | None = None  # what asks, where that is a word of its own

    def is_asked(self, group: Group) -> bool:
        """Whether those are asked for whom a noun of the group stands for."""
        plain = self.asked in (None, *_NAMING) and not self.measure
        return plain and group.denotes in group.main_slots

    def asks_for(self, noun: Item) -> bool:
        """Whether a noun is what "which" and "what" ask for: the first behind them, or any where neither asks."""
        if self.asked not in _NAMING or self.item is None:
            return True
        nouns = [item.start for item in self.cover.of(Kind.NOUN, Kind.TITLE, Kind.CLASS_NOUN)]
        behind = [start for start in nouns if start >= self.item.end]
        return not behind or noun.start == min(behind)


class Sorter:
    """Makes tasks of covers."""

    def __init__(self, analysis: Analysis, filler: Filler) -> None:
        self.analysis = analysis
        self.filler = filler

    def task(self, cover: Cover) -> Task | None:
        """What a cover asks; None where it asks two things, or its words do not go together."""
        relations = [item for item in cover.items if item.is_relation]
        gathered = groups(relations, self.filler)
        asking = [item for item in cover.items if item.asked]
        measures = [item.sense.entry.detail for item in cover.of(Kind.SLOT_NOUN) if item.sense]
        if not 1 <= len(gathered) <= _MOST_SITUATIONS or len(asking) > 1 or len(measures) > 1:
            return None
        if cover.paired and any(group.verb and not group.relation.symmetric for group in gathered):
            return None  # who does what to whom, the order of two that are named together does not tell
        asked = asking[0].asked if asking else Asked.WHETHER if self.analysis.asks_whether else None
        several = any(item.sense.plural for item in relations if item.sense)
        if measures and (several or asked not in (None, *_NAMING, Asked.AMOUNT)):
            return None  # "the sum of the investments" would have to be worked out
        if not self._is_carried(cover, gathered) or not _is_ordered(cover):
            return None
        item = asking[0] if asking else None
        asked_for = self._asked_for(item, cover, gathered, measured=bool(measures))
        if asked_for is None:
            return None
        fillers = (*self._known(cover), *asked_for)
        return Task(cover, tuple(gathered), fillers, asked, measures[0] if measures else None, item)

    def _known(self, cover: Cover) -> Iterator[tuple[Item, Phrase]]:
        for item in cover.items:
            match = item.match
            if match and (match.names or match.values or match.quantity):
                words = self._text(item)
                yield item, Phrase(words, names=match.names, values=match.values, quantity=match.quantity)

    def _asked_for(
        self, item: Item | None, cover: Cover, gathered: Sequence[Group], *, measured: bool
    ) -> list[tuple[Item, Phrase]] | None:
        """Question words and words for classes as whom they ask for; None for a "which" that goes with nothing."""
        classes = cover.of(Kind.CLASS_NOUN)
        asked = item.asked if item else None
        wanted: Item | None = None
        own: list[tuple[Item, Phrase]] = []
        if item is None:
            wanted = classes[0] if classes and not measured else None
        elif asked is Asked.WHO:
            own = [(item, Phrase("who", classes=("Agent",), asked=asked))]
        elif asked is Asked.WHERE:
            own = [(item, Phrase("where", asked=asked))]
        elif asked in _NAMING:
            behind = [noun for noun in classes if noun.start >= item.end and self._is_one_phrase(item, noun)]
            by_noun = self._asks_by_noun(item, gathered, behind)
            wanted = behind[0] if behind and not by_noun else None
            if wanted is None and not by_noun and not measured:
                if asked is Asked.WHICH:
                    return None
                own = [(item, Phrase("what", asked=asked))]
        return [*own, *((noun, self._of_class(noun, Asked.WHICH if noun is wanted else None)) for noun in classes)]

    def _is_carried(self, cover: Cover, gathered: Sequence[Group]) -> bool:
        """Whether each verb that only carries a noun ("made an investment") has one to carry, and says no more."""
        carriers = [item.sense for item in cover.of(Kind.SUPPORT) if item.sense]
        nouns = [group for group in gathered if group.verb is None and group.denotes not in group.main_slots]
        timed = any(item.asked in TIMED for item in cover.items)
        plain = all(
            (timed or not sense.entry.aspect) and not self.filler.lexicon.is_plan(sense.base) for sense in carriers
        )
        return plain and len(carriers) <= len(nouns)

    def _text(self, item: Item) -> str:
        return self.analysis.text(item.start, item.end)

    def _of_class(self, item: Item, asked: Asked | None) -> Phrase:
        name = item.sense.entry.class_name if item.sense else ""
        return Phrase(self._text(item), classes=(name,), asked=asked)

    def _is_one_phrase(self, item: Item, noun: Item) -> bool:
        """Whether no auxiliary parts a question word from a noun: "what does the firm" asks for no firm."""
        return not AUXILIARIES.intersection(self.analysis.words[item.end : noun.start])

    def _asks_by_noun(self, item: Item, gathered: Sequence[Group], classes: Sequence[Item]) -> bool:
        """Whether "what" and "which" ask for what the first noun behind them stands for: "which investors"."""
        nouns = [
            (own, entry)
            for group in gathered
            for own, entry in zip(group.items, group.entries, strict=True)
            if (entry.denotes or entry.measures) and own.start >= item.end
        ]
        near = [
            own.start
            for own, entry in nouns
            if item.asked is Asked.WHICH or not entry.measures or self._is_one_phrase(item, own)
        ]
        verbs = [group.verb.start for group in gathered if group.verb and group.verb.start >= item.end]
        return bool(near) and all(min(near) < other for other in (*verbs, *(noun.start for noun in classes)))


def _is_ordered(cover: Cover) -> bool:
    """Whether each order word stands right before the noun that it orders: "last round"."""
    starts = {item.start for item in cover.of(Kind.NOUN, Kind.TITLE, Kind.CLASS_NOUN)}
    return all(item.end in starts for item in cover.of(Kind.ORDER))
