"""Compares an answer with what a question's author expects; the rules stand at the head of the question files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from app.extraction.parsing.parse import pipeline
from app.extraction.values.edtf import parse_edtf_bounds
from app.model import Answer, AnswerItem, AnswerStatus, Entity
from app.query.ask.lexical.lexicon import Lexicon, load_lexicon
from app.query.ask.lexical.quantities import quantity_at
from app.query.ask.lexical.words import name_words, tokenize

Question = Mapping[str, Any]

_GIVING = (AnswerStatus.ANSWERED, AnswerStatus.PARTIAL)
_MONEY = re.compile(r"(\d+(?:\.\d+)?) ([A-Z]{3}|%)")
_DURATION = re.compile(r"P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?")
_DATE = re.compile(r"[\dX]{4}(-\d\d){0,2}~?(/[\dX]{4}(-\d\d){0,2})?")
_BARE = frozenset({"yes", "no"})
_POINTS = ("start", "end", "date", "announced")


@dataclass(frozen=True)
class Verdict:
    """How one answer fared. `wrong` gave a value that is not right, or one where none may be given.

    `incomplete` gave right values and not all of them.
    """

    question: Question
    answer: Answer
    right: bool
    wrong: bool
    unanswerable: bool
    incomplete: bool = False
    milliseconds: float = 0.0

    @property
    def recognised(self) -> bool:
        """Whether an unanswerable question got no value that it must not have."""
        return self.unanswerable and not self.wrong

    @property
    def gives(self) -> bool:
        """Whether the answer gives values."""
        return self.answer.status in _GIVING


@dataclass(frozen=True)
class Judge:
    """Judges answers over one graph: any name of an entity counts as that entity.

    `participants` gives, for the IRI of a fact, the ids of the entities in it: a deal counts by those who made it, too.
    `matters` are what the graph holds as services and topics: one that adjectives stand before ("careful labelling")
    is right where the bare thing is expected, since the article says it so. Of titles that would be another post.
    """

    entities: Sequence[Entity]
    lexicon: Lexicon = field(default_factory=load_lexicon)
    participants: Callable[[str], Iterable[str]] = lambda _: ()
    matters: frozenset[str] = frozenset()

    def judge(self, question: Question, answer: Answer, milliseconds: float = 0.0) -> Verdict:
        """How the answer fared."""
        allowed = statuses(question)
        gives = answer.status in _GIVING and bool(answer.answers)
        covered, sound = self._fit(question, answer) if answer.status in _GIVING else (True, True)
        return Verdict(
            question=question,
            answer=answer,
            right=answer.status in allowed and covered and sound,
            wrong=gives and not sound,
            incomplete=gives and sound and not covered,
            unanswerable="answered" not in allowed,
            milliseconds=milliseconds,
        )

    def _fit(self, question: Question, answer: Answer) -> tuple[bool, bool]:
        """Whether all that is expected is given, and nothing else is."""
        wanted, spare = list(question["answers"]), list(question.get("also", ()))
        if question["kind"] == "summary" or (question["kind"] == "parent" and not answer.answers):
            return all(self._is_said(text, answer.answer) for text in wanted), True
        if question["kind"] == "how-many" and all(text.isdigit() for text in wanted):
            counted = [str(len(answer.answers))] == wanted or [item.value for item in answer.answers] == wanted
            return counted, counted
        timed = any(_is_time(text) for text in wanted) or (not wanted and any(_is_time(text) for text in spare))
        only_times = timed and not any(not _is_time(text) for text in wanted)
        found = [list(self._facets(item, timed=timed, only_times=only_times)) for item in answer.answers]
        covered = all(any(self._same(text, facet) for facets in found for facet in facets) for text in wanted)
        sound = all(any(self._same(text, facet) for facet in facets for text in wanted + spare) for facets in found)
        return covered, sound

    # --- what an item gives ------------------------------------------------------------------------------------------

    def _facets(self, item: AnswerItem, *, timed: bool, only_times: bool) -> Iterator[object]:
        """What an item can be compared by: its label, its number, and where times are asked for its times."""
        if timed:
            yield from _times(item)
        if only_times and _times(item):
            return
        yield item.label
        if item.label in self.matters:
            yield from without_adjectives(item.label)
        taking_part = set(self.participants(item.iri)) if item.iri else set()
        yield from (entity.name for entity in self.entities if entity.id in taking_part)
        if item.value is not None and not _is_number(item.value):
            yield item.value
        elif item.value is not None:
            yield from _sized(item)
        if item.status is not None and item.label not in _BARE and item.iri is None:
            yield str(item.status)

    # --- when two values are the same -------------------------------------------------------------------------------

    def _same(self, text: str, facet: object) -> bool:
        if isinstance(facet, tuple):
            return facet in _expected(text)
        named = str(facet)
        words = self._words(text)
        return (
            text == named or (bool(words) and words == self._words(named)) or bool(self._who(text) & self._who(named))
        )

    def _words(self, text: str) -> frozenset[str]:
        return frozenset(self.lexicon.same(name_words(text)))

    def _who(self, name: str) -> set[str]:
        return {e.id for e in self.entities if name in (e.name, *e.aliases)}

    def _is_said(self, text: str, sentence: str) -> bool:
        names = {text} | {n for e in self.entities if text in (e.name, *e.aliases) for n in (e.name, *e.aliases)}
        folded = sentence.casefold()
        words = self._words(text)
        return any(name.casefold() in folded for name in names) or (bool(words) and words <= self._words(sentence))


def statuses(question: Question) -> list[str]:
    """What the answer may say of itself."""
    status = question["status"]
    return list(status) if isinstance(status, list) else [status]


@cache
def without_adjectives(phrase: str) -> tuple[str, ...]:
    """A noun phrase without its first adjective, its first two, and so on; a word with a hyphen counts as one.

    >>> without_adjectives("low-cost medical imaging"), without_adjectives("cloud storage")
    (('medical imaging', 'imaging'), ())
    """
    words = phrase.split()
    tags = [token.pos_ for token in pipeline()(" ".join(word.replace("-", "") for word in words))]
    found = []
    for position, word in enumerate(words[:-1]):
        if "-" not in word and (len(tags) != len(words) or tags[position] not in ("ADJ", "ADV")):
            break
        found.append(" ".join(words[position + 1 :]))
    return tuple(found)


def _is_time(text: str) -> bool:
    return bool(_DURATION.fullmatch(text) or _DATE.fullmatch(text))


def _is_number(text: str) -> bool:
    try:
        Decimal(text)
    except InvalidOperation:
        return False
    return not re.fullmatch(r"[12]\d{3}", text)


def _expected(text: str) -> set[tuple[object, ...]]:
    """A value of the question files as the tuples that an item's facets are."""
    if money := _MONEY.fullmatch(text):
        return {("size", Decimal(money[1]), money[2])}
    if _DURATION.fullmatch(text):
        return {("duration", *_length(text))}
    if _DATE.fullmatch(text):
        found: set[tuple[object, ...]] = {("edtf", text.rstrip("~"))}
        if "X" not in text and (bounds := parse_edtf_bounds(text.rstrip("~"))):
            found.add(("days", *bounds))
        return found
    return set()


def _length(duration: str) -> tuple[int, int]:
    match = _DURATION.fullmatch(duration)
    years, months, weeks, days = (int(group or 0) for group in match.groups()) if match else (0, 0, 0, 0)
    return years * 12 + months, weeks * 7 + days


def _times(item: AnswerItem) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = []
    if length := item.time.get("duration"):
        found.append(("duration", *_length(length)))
    points = {name: item.time[name] for name in _POINTS if name in item.time}
    for point in points.values():
        if edtf := point.get("edtf"):
            found.append(("edtf", str(edtf).rstrip("~")))
        if "earliest" in point and "latest" in point:
            found.append(("days", point["earliest"], point["latest"]))
    if "earliest" in points.get("start", {}) and "latest" in points.get("end", {}):
        found.append(("days", points["start"]["earliest"], points["end"]["latest"]))
    return found


def _sized(item: AnswerItem) -> Iterable[tuple[object, ...]]:
    number = Decimal(item.value or 0)
    quantity = quantity_at(tokenize(item.label.replace("percent", "%")), 0)
    if quantity and quantity[0].amount == number:
        yield "size", number, quantity[0].currency or ""
    else:  # a situation that carries its amount
        for position in range(len(tokens := tokenize(item.label))):
            if (found := quantity_at(tokens, position)) and found[0].amount == number:
                yield "size", number, found[0].currency or ""
