"""A fact as a page shows it: a sentence with links, what else it says, when it held, and the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.api.explorer.wording import type_word
from app.api.views import EntityRef, EvidenceView, FactView
from app.model import Bounds, FactTime
from app.ontology import load_ontology
from app.query.ask.answers.sentences import money_words, percent_words
from app.query.ask.answers.times import duration_words, edtf_words, range_words

_POINTS = {"start": "began", "end": "ended", "date": "happened", "announced": "announced"}
_TO_COME = {"start": "to begin", "end": "to end", "date": "to happen"}
_TITLES = ("title", "responsibility")
_HIDDEN = frozenset({"role", "currency", "amount", "percent", *_TITLES})

Slots = Mapping[str, list[EntityRef | str]]


@dataclass(frozen=True)
class Piece:
    """Some words of a sentence; with the entity that they name, if they do."""

    text: str
    entity: str | None = None


@dataclass(frozen=True)
class Moment:
    """What is known of one point in time, and which constraints gave it."""

    name: str
    words: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class Statement:
    """A fact, ready to be shown."""

    fact: FactView
    pieces: tuple[Piece, ...]
    details: tuple[tuple[str, str], ...]
    moments: tuple[Moment, ...]
    evidence: tuple[EvidenceView, ...]

    @property
    def is_plain(self) -> bool:
        """Whether it is a fact, and no rumour, plan or denial."""
        return self.fact.realised and self.fact.status.trusted

    def claims_at(self, words: EvidenceView) -> list[str]:
        """The claims on the same side of the fact that rest on the same words."""
        return [each.claim for each in self.fact.evidence if _place(each) == _place(words)]


def statement(fact: FactView) -> Statement:
    """How a fact is shown."""
    return Statement(
        fact, tuple(_sentence(fact)), tuple(_details(fact)), tuple(_moments(fact)), tuple(_evidence(fact.evidence))
    )


def _sentence(fact: FactView) -> Iterable[Piece]:
    schema = load_ontology().relations[fact.relation]
    subject_slot, object_slot = schema.ends(fact.type)
    subjects, objects = fact.slots.get(subject_slot, []), fact.slots.get(object_slot or "", [])
    if subject_slot == object_slot:  # both partners share a slot
        subjects, objects = subjects[:1], objects[1:]
    yield from _named(subjects)
    planned = "" if fact.realised else " (planned)" if fact.status.trusted else f" ({fact.status})"
    yield Piece(f" {schema.label}{planned}" + (" " if objects else ""))
    yield from _named(objects)
    if roles := "; ".join(_texts(value for name in _TITLES for value in fact.slots.get(name, []))):
        yield Piece(f": {roles}")


def _named(values: list[EntityRef | str]) -> Iterable[Piece]:
    for index, value in enumerate(values):
        if index:
            yield Piece(" and ")
        yield Piece(value) if isinstance(value, str) else Piece(value.name, value.id)


def _details(fact: FactView) -> Iterable[tuple[str, str]]:
    """What else is known, as pairs of name and value."""
    slots = fact.slots
    if amounts := _texts(slots.get("amount", [])):
        currencies = _texts(slots.get("currency", []))
        unit = currencies[0] if len(currencies) == 1 else None
        yield "amount", " or ".join(money_words(amount, unit) for amount in amounts)
    if shares := _texts(slots.get("percent", [])):
        yield "share", " or ".join(f"{percent_words(share)} %" for share in shares)
    schema = load_ontology().relations[fact.relation]
    for name, values in slots.items():
        texts = [text for text in _texts(values) if text != "unstated"]
        if texts and name not in {*schema.ends(fact.type), *_HIDDEN}:
            yield type_word(name), ", ".join(texts)


def _texts(values: Iterable[EntityRef | str]) -> list[str]:
    return list(dict.fromkeys(value if isinstance(value, str) else value.name for value in values))


def _moments(fact: FactView) -> Iterable[Moment]:
    time: FactTime = fact.time
    if fact.relation == "foundingDate" and not time.text:
        return  # the sentence itself says when
    undated = {"date": time.date_edtf, "announced": time.announced_edtf}
    to_come = {} if fact.realised else _TO_COME
    to_come = to_come if time.ended else {**to_come, "end": _TO_COME["end"]}
    for point, verb in {**_POINTS, **to_come}.items():
        bounds: Bounds = getattr(time, point)
        words = range_words(bounds.earliest, bounds.latest) or edtf_words(undated.get(point) or "")
        if words:
            yield Moment(verb, words, bounds.because)
    if time.ended and not (time.end.earliest or time.end.latest):
        yield Moment("ended", "when is not stated", ())
    if time.duration:
        yield Moment("lasted", f"about {duration_words(time.duration)}", ())
    if time.text:
        yield Moment("as written", ", ".join(f"“{text}”" for text in time.text), ())


def _evidence(evidence: Iterable[EvidenceView]) -> Iterable[EvidenceView]:
    """One entry for each stretch of text on each side, though several claims may rest on it, with all its context."""
    found: dict[tuple[str, int, int, bool], EvidenceView] = {}
    for each in evidence:
        known = found.setdefault(_place(each), each)
        context = list(dict.fromkeys([*known.context, *each.context]))
        found[_place(each)] = known.model_copy(update={"context": context})
    return found.values()


def _place(words: EvidenceView) -> tuple[str, int, int, bool]:
    return words.article, words.start, words.end, words.supports
