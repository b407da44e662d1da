"""Reads parts that ask more of the situation that the part before told: "and when", "who made it", "what was paid"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.ontology import Ontology
from app.query.ask.grammar.reading import Asked, Phrase, Reading, Situation, Tense
from app.query.ask.kinds.several.leaning import asking_slot, asking_where, asking_who
from app.query.ask.lexical.analyse import Analysis
from app.query.ask.lexical.entries import Entry, Kind
from app.query.ask.lexical.matches import Match
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.words import AUXILIARIES

_OF_IT: dict[tuple[str, ...], Asked] = {
    ("when",): Asked.WHEN,
    ("how", "much"): Asked.AMOUNT,
    ("for", "how", "much"): Asked.AMOUNT,
    ("what",): Asked.WHAT,
    ("who",): Asked.WHO,
}
_SMALL = AUXILIARIES | {"it", "that", "this", "they", "the", "its", "for", "of", "them", "'s", "worth", "did"}


def taken_up(analysis: Analysis, root: Situation, ontology: Ontology) -> Reading | None:
    """The reading of a second question that asks more of the first one's situation: "... and when", "... who made it".

    None for a question with a situation of its own.
    """
    if of_it := asked_of_it(analysis, root, ontology):
        aspect = of_it.aspect if of_it.asked is Asked.WHEN else None
        asked: Asked | None = of_it.asked
        placed = replace(root, aspect=aspect or root.aspect, requires=None if aspect else root.requires)
        if of_it.measure and not placed.filled(of_it.measure):
            size = Phrase("how much", asked=Asked.AMOUNT)
            placed = replace(placed, arguments=(*placed.arguments, (of_it.measure, size)))
    else:
        asked, placed = is_ellipsis(analysis.words), root
    situation: Situation | None = placed
    if asked is Asked.WHO:
        situation = asking_who(placed)
    if asked is Asked.WHERE:
        situation = asking_where(placed)
    return Reading(asked, None, situation, 0.0) if asked and situation else None


@dataclass(frozen=True)
class OfIt:
    """What the second question asks of the first one's situation: when or how much, and of which of its times."""

    asked: Asked
    aspect: str | None = None
    measure: str | None = None


def asked_of_it(analysis: Analysis, root: Situation, ontology: Ontology) -> OfIt | None:
    """What "and when was it completed", "and how much was paid for the deal" ask; None for any other question.

    Every word must speak of that situation: "the deal" and "it" do, whatever else is named does not.
    """
    words = analysis.words
    opener = next((length for length in (3, 2, 1) if tuple(words[:length]) in _OF_IT), 0)
    found = OfIt(_OF_IT[tuple(words[:opener])]) if opener else None
    position = opener
    while found is not None and position < len(words):
        if words[position] in _SMALL:
            position += 1
            continue
        step = max(_steps(analysis, position, root, ontology), key=lambda step: step[0], default=None)
        if step is None:
            return None
        position = step[0]
        found = replace(found, aspect=step[1] or found.aspect, measure=step[2] or found.measure)
    if found is None or opener == len(words):
        return None
    if found.asked is Asked.WHO:  # "who made it", and not "who paid"
        made = any(m.sense and m.sense.entry.kind is Kind.SUPPORT for i in range(len(words)) for m in analysis.at(i))
        return found if made else None
    worth = words[-1] == "worth" and not ("it" in words and "is" in words)  # "what is it worth": perhaps the company
    if found.measure is None and analysis.lexicon.measures.get(root.relation.name) != "amount" and "cost" in words:
        return None  # what a stake cost is no number of the stake
    priced = worth or found.measure is not None or any(True for _ in _costs(analysis, len(words) - 1))
    return found if found.asked is not Asked.WHAT else replace(found, asked=Asked.AMOUNT) if priced else None


def _steps(
    analysis: Analysis, position: int, root: Situation, ontology: Ontology
) -> Iterator[tuple[int, str | None, str | None]]:
    """Where words that speak of the situation, or of no more than a time or number of it, end; and which that is."""
    measure = analysis.lexicon.measures.get(root.relation.name)
    for match in analysis.at(position):
        entry = match.sense.entry if match.sense and not match.cost else None
        if entry is None:
            continue
        same, own = entry.relation == root.relation.name, entry.detail
        if entry.kind is Kind.SUPPORT and entry.detail == "subject":
            yield match.end, None, None
        elif entry.kind is Kind.ASPECT_VERB:
            yield match.end, entry.aspect, None
        elif entry.kind is Kind.SLOT_NOUN and (own in ("measure", measure) or own != "amount"):
            yield match.end, None, measure if own == "measure" else own
        elif (same and entry.kind is Kind.NOUN and not entry.denotes) or (
            _pays(entry, ontology) and measure == "amount"
        ):
            yield match.end, None, None


def _pays(entry: Entry, ontology: Ontology) -> bool:
    """Whether it is a verb of paying; "raised" asks for the money of all who gave some."""
    schema = ontology.relations.get(entry.relation)
    payer = schema.subject_slot if schema else None
    return entry.kind is Kind.VERB and any("amount" in f.slots and f.subject == payer for f in entry.frames)


def _costs(analysis: Analysis, position: int) -> Iterator[Match]:
    """The verb of "what did it cost"."""
    return (
        m for m in analysis.senses(position, Kind.ASPECT_VERB) if m.sense and m.sense.base.partition("/")[0] == "cost"
    )


def is_ellipsis(plan_words: Sequence[str]) -> Asked | None:
    """What a second question of nothing but "who" or "where" asks."""
    words = tuple(plan_words)
    if words in (("by", "whom"), ("by", "who"), ("who",)):  # "with whom" asks for somebody more
        return Asked.WHO
    return Asked.WHERE if words == ("where",) else None


_TIMES = {"when": None, "started": "started", "ended": "ended", "announced": "announced"}
_SLOTS: Mapping[str, tuple[str, ...]] = {
    "topic": ("topic", "scope", "service", "reason"),
    "service": ("service", "scope"),
    "title": ("title", "responsibility"),
    "why": ("reason",),
}


def asking_more(asks: str, root: Situation, ontology: Ontology) -> Iterator[Reading]:
    """The readings of a part of one noun or question word: more of the situation that was told, likeliest first."""
    if asks in _TIMES:
        aspect = _TIMES[asks]
        placed = replace(root, aspect=aspect or root.aspect, requires=None if aspect else root.requires)
        yield Reading(Asked.WHEN, None, placed, 0.0)
    elif asks in NUMBER_SLOTS:
        if not root.filled(asks):
            size = Phrase("how much", asked=Asked.AMOUNT)
            yield Reading(Asked.AMOUNT, None, replace(root, arguments=(*root.arguments, (asks, size))), 0.0)
    elif asks in ("who", "who before"):
        subject = root.relation.subject_slot
        other = tuple((slot, phrase) for slot, phrase in root.arguments if slot != subject)
        former = replace(root, tense=Tense.FORMER) if asks == "who before" else root
        if situation := asking_who(replace(former, arguments=other)):
            yield Reading(Asked.WHO, None, situation, 0.0)
    elif asks == "how long":
        yield Reading(Asked.HOW_LONG, None, root, 0.0)
    elif asks == "why":
        yield Reading(Asked.WHY, None, root, 0.0)
    elif asks == "where":
        if situation := asking_where(root):
            yield Reading(Asked.WHERE, None, situation, 0.0)
    else:
        known = slots_of(root, ontology)
        yield from (Reading(Asked.WHAT, None, asking_slot(root, slot), 0.0) for slot in detail(asks) if slot in known)


def detail(asks: str) -> tuple[str, ...]:
    """The slots that a noun may ask for."""
    return _SLOTS.get(asks, (asks,))


def slots_of(root: Situation, ontology: Ontology) -> frozenset[str]:
    """The details that situations of this kind can have."""
    same = (other for other in ontology.relations.values() if other.situation == root.relation.situation)
    return frozenset(slot for other in same for slot in other.qualifiers)
