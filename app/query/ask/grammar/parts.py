"""Sorts the elements of a clause by what they are, and reads its tense off its auxiliaries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.query.ask.grammar.elements import Element
from app.query.ask.grammar.reading import Phrase, Tense
from app.query.ask.lexical.entries import Kind, Sense
from app.query.ask.lexical.inflect import Form
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import BE, DO, GET, PRESENT_AUXILIARIES

_HAVE = frozenset({"has", "have", "had", "having"})
_FUTURE = frozenset({"will", "would"})
SLOPPY_COST, FRAGMENT_COST = 0.1, 0.1
GUESS_COST = 0.9
"""From here on a reading rests on words that nothing in the graph or the lexicon explains: it can only refuse."""
STATES = {
    "current": Tense.CURRENT,
    "former": Tense.FORMER,
    "planned": Tense.PLANNED,
    "new": Tense.NEW,
    "still": Tense.STILL,
    "ever": Tense.EVER,
}


@dataclass(frozen=True)
class Parts:
    """The elements sorted by what they are; `front` stands before an inverted auxiliary."""

    before: tuple[Phrase, ...]
    after: tuple[Phrase, ...]
    obliques: tuple[tuple[str, Phrase], ...]
    stranded: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    verb: Match | None
    tense: Tense
    periods: tuple[Period, ...]
    adverb: str | None
    there: bool
    question: bool
    order: str | None
    aspect: str | None
    earlier: tuple[tuple[str, Phrase | None], ...]

    @property
    def sense(self) -> Sense:
        """The verb's sense."""
        if self.verb is None or self.verb.sense is None:
            raise ValueError("a clause without a verb has no sense")
        return self.verb.sense

    @property
    def is_copula(self) -> bool:
        """Whether it has a form of "be"."""
        return any(word in BE for word in self.auxiliaries)

    @property
    def is_be(self) -> bool:
        """Whether a form of "be" goes with the verb, or of "get", which can stand for it there."""
        return any(word in BE | GET for word in self.auxiliaries)

    @property
    def passive(self) -> bool:
        """Whether the clause can be passive."""
        return self.verb is not None and Form.PARTICIPLE in self.sense.form and self.is_be


def sort_elements(elements: Sequence[Element]) -> Parts | None:
    """The elements by what they are; None where they cannot be one clause."""
    position = next((i for i, element in enumerate(elements) if element.verb), len(elements))
    phrases = [(i, e.phrase) for i, e in enumerate(elements) if e.phrase and not e.preposition and not e.earlier]
    adverbs = [element.adverb for element in elements if element.adverb]
    states = {element.state for element in elements if element.state}
    if len(adverbs) > 1 or len(states) > 1 or _only_helps(elements[position:]):
        return None
    auxiliaries = tuple(element.auxiliary for element in elements if element.auxiliary)
    first = elements[0]
    asked = any(e.phrase.asked for e in elements if e.phrase)
    return Parts(
        aspect=next((element.aspect for element in elements if element.aspect), None),
        order=next((element.order for element in elements if element.order), None),
        earlier=tuple((e.earlier, e.phrase) for e in elements if e.earlier),
        before=tuple(phrase for i, phrase in phrases if i < position),
        after=tuple(phrase for i, phrase in phrases if i > position),
        obliques=tuple((e.preposition, e.phrase) for e in elements if e.preposition and e.phrase),
        stranded=tuple(e.preposition for e in elements if e.preposition and e.phrase is None),
        auxiliaries=auxiliaries,
        verb=elements[position].verb if position < len(elements) else None,
        tense=STATES[states.pop() or ""] if states else Tense.ANY,
        periods=tuple(element.period for element in elements if element.period),
        adverb=adverbs[0] if adverbs else None,
        there=any(element.there for element in elements),
        question=first.auxiliary is not None or bool(adverbs) or asked,
    )


def _only_helps(rest: Sequence[Element]) -> bool:
    """Whether what was taken for the verb is an auxiliary: the "does" of "what job does X have"."""
    match = rest[0].verb if rest else None
    base = match.sense.base.partition("/")[0] if match and match.sense else ""
    return base in ("do", "have") and any(element.auxiliary and element.auxiliary != "got" for element in rest[1:])


def form_cost(parts: Parts) -> float | None:
    """What it costs to take the verb's form with these auxiliaries; None where that is no English."""
    sense, words = parts.sense, set(parts.auxiliaries)
    if sense.entry.kind is Kind.ADJECTIVE:
        return 0.0 if parts.is_be else FRAGMENT_COST
    if parts.aspect:
        return 0.0 if sense.form & (Form.ING | Form.BASE) else None
    if words & (DO | _FUTURE) or parts.tense is Tense.PLANNED:
        return 0.0 if Form.BASE in sense.form else SLOPPY_COST
    if parts.is_be:
        return 0.0 if sense.form & (Form.PARTICIPLE | Form.ING) else None
    if words & _HAVE:
        return 0.0 if sense.form & (Form.PARTICIPLE | Form.PAST) else None
    return 0.0 if sense.form & (Form.PRESENT | Form.PAST | Form.BASE) else FRAGMENT_COST


def tense_of(parts: Parts) -> Tense:
    """Present tense asks for what still holds."""
    if set(parts.auxiliaries) & _FUTURE:
        return Tense.PLANNED
    if parts.tense is not Tense.ANY:
        return parts.tense
    if set(parts.auxiliaries) & PRESENT_AUXILIARIES:
        return Tense.CURRENT
    if parts.verb is None or parts.auxiliaries:
        return Tense.ANY
    form = parts.sense.form
    return Tense.CURRENT if form & (Form.PRESENT | Form.BASE) and not form & Form.PAST else Tense.ANY
