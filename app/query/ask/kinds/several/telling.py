"""Reads a detail of each thing told off the facts behind an answer: "shareholders with their percentages"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.model import AnswerItem, AnswerStatus, Fact
from app.query.ask.answers.answer import Answerer
from app.query.ask.answers.draft import Apiece, Draft
from app.query.ask.answers.sentences import join
from app.query.ask.answers.times import how_long_phrase, item_time, when_phrase
from app.query.ask.kinds.several.situations import detail
from app.query.ask.lexical.quantities import NUMBER_SLOTS

_POINTS = {"when": ("date", "start"), "started": ("start", "date"), "ended": ("end",), "announced": ("announced",)}


def things_told(told: Draft) -> list[AnswerItem]:
    """The items of an answer that can each have a detail: whom or what it names."""
    return [item for item in told.items if item.iri or (item.value and item.label not in ("yes", "no"))]


def about_each(asks: str, told: Draft, answerer: Answerer) -> Draft | None:
    """The earlier answer with a detail of each of its items, or of the one thing told; None where none is on record."""
    root = told.plan.root if told.plan else None
    facts = [fact for fact in told.facts if root is None or fact.type == root.relation.situation] or told.facts
    each = things_told(told)
    if len(each) < 2:
        details = list(_details(asks, facts, None, answerer))
        words = join([item.label for item in details])
        return _told(Draft, details, f"{asks.capitalize()}: {words}.", told) if details else None
    items: list[AnswerItem] = []
    said, silent = [], []
    for item in each:
        own = [fact for fact in facts if _is_of(fact, item, answerer)]
        found = list(_details(asks, own, item, answerer))
        timed = asks in _POINTS or asks == "how long"
        items += found if timed and found else [item, *found]
        words = join([_words(asks, one, own, answerer) for one in found])
        (said.append(f"{item.label}: {words}") if found else silent.append(item.label))
    if not said:
        return None
    draft = _told(Apiece, items, f"{'; '.join(said)}.", told)
    if silent:
        draft.status = AnswerStatus.PARTIAL
        draft.caveats.append(f"Not stated for {join(silent)}.")
    return draft


def _told(kind: type[Draft], items: list[AnswerItem], sentence: str, told: Draft) -> Draft:
    unique = list({(item.label, item.value, str(item.time)): item for item in items}.values())
    return kind(
        AnswerStatus.ANSWERED,
        sentence,
        unique,
        facts=list(told.facts),
        confidence=told.confidence,
        plan=told.plan,
    )


def _is_of(fact: Fact, item: AnswerItem, answerer: Answerer) -> bool:
    """Whether a fact is about whoever, or whatever, an item gives."""
    if item.iri:
        return item.iri in _taking_part(fact, answerer)
    return any(item.value in values for values in fact.slots.values())


def _taking_part(fact: Fact, answerer: Answerer) -> set[str]:
    return {answerer.lookup.iris.entity(value).value for values in fact.slots.values() for value in values
            if answerer.speaker.entity(value)}  # fmt: skip


def _details(asks: str, facts: Sequence[Fact], item: AnswerItem | None, answerer: Answerer) -> Iterator[AnswerItem]:
    """The detail as items: a date goes with the item that it is of, or stands for itself where there is none."""
    for fact in facts:
        if asks in _POINTS:
            words = _when(fact, asks, answerer)
            if words:
                yield _at(item, fact, words)
        elif asks == "how long":
            if span := how_long_phrase(fact):
                yield _at(item, fact, span)
        elif asks in NUMBER_SLOTS:
            sizes = answerer.speaker.measure(fact, asks)
            yield from (AnswerItem(label=label, value=value, status=fact.status) for label, value in sizes)
        else:
            slot = next((slot for slot in detail(asks) if fact.slots.get(slot)), None)
            values = fact.slots.get(slot, ()) if slot else ()
            labels = [(answerer.speaker.label(value), value) for value in values]
            yield from (AnswerItem(label=label, value=value, status=fact.status) for label, value in labels)


def _at(item: AnswerItem | None, fact: Fact, words: str) -> AnswerItem:
    time = item_time(fact.time)
    return item.model_copy(update={"time": time}) if item else AnswerItem(label=words, status=fact.status, time=time)


def _when(fact: Fact, asks: str, answerer: Answerer) -> str | None:
    differing = answerer.sides(fact)
    for point in _POINTS[asks]:
        if differing and (words := differing.phrase(point)):
            return words
        phrase = when_phrase(fact, point)
        if phrase.told and phrase.text:
            return phrase.text
    return None


def _words(asks: str, item: AnswerItem, facts: Sequence[Fact], answerer: Answerer) -> str:
    """A detail as it stands beside the name of whom it is of."""
    if asks in _POINTS:
        found = (_when(fact, asks, answerer) for fact in facts if item_time(fact.time) == item.time)
        return next((words for words in found if words), item.label)
    if asks == "how long":
        return next((s for f in facts if item_time(f.time) == item.time and (s := how_long_phrase(f))), item.label)
    return item.label
