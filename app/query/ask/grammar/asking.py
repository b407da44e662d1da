"""Says what a clause asks: the reading that its adverb, its question word or its lack of both makes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from app.query.ask.grammar.clauses import described
from app.query.ask.grammar.parts import FRAGMENT_COST
from app.query.ask.grammar.reading import Asked, Phrase, Reading, Situation
from app.query.ask.grammar.verbs import Clause

_ADVERBS = {
    "when": Asked.WHEN,
    "since when": Asked.WHEN,
    "until when": Asked.WHEN,
    "how long": Asked.HOW_LONG,
    "why": Asked.WHY,
    "how": Asked.HOW,
    "how often": Asked.COUNT,
    "what date": Asked.WHEN,
}
_POINTS = {"since when": "started", "until when": "ended"}


def reading_of(clause: Clause) -> Reading | None:
    """What a clause asks."""
    situation, phrase = clause.situation, clause.phrase
    if clause.adverb:
        asked = _ADVERBS[clause.adverb]
        if situation is None and phrase is not None:
            situation = phrase.event if phrase.event and not phrase.asked else described(phrase)
        if situation is None or asked_in(situation) is not None:
            return None
        if point := _POINTS.get(clause.adverb):
            situation = replace(situation, aspect=point)
        return Reading(asked, None, situation, clause.cost, clause.notes)
    if situation is not None:
        asked_phrase = asked_in(situation)
        if asked_phrase is None and not clause.is_question:
            return _statement(situation, clause)
        asked = asked_phrase.asked if asked_phrase and asked_phrase.asked else Asked.WHETHER
        return Reading(asked, None, situation, clause.cost, clause.notes)
    if phrase is None or phrase.own:
        return None
    return _phrase_reading(phrase, clause)


def _statement(situation: Situation, clause: Clause) -> Reading | None:
    """What "Acme bought Pelm" asks, which is whether, and "Acme purchase", "head Pelm", which is what or who.

    A noun can be spelt as its verb is: what lacks a side is no statement that could be true.
    """
    schema, frame = situation.relation, situation.frame
    sides = [(schema.subject_slot, Asked.WHO), *([(schema.object_slot, Asked.WHAT)] if schema.object_slot else [])]
    filled = Counter(slot for slot, _ in situation.arguments)
    missing = [
        (slot, asked) for i, (slot, asked) in enumerate(sides) if filled[slot] <= sum(s == slot for s, _ in sides[:i])
    ]
    bare = len(missing) == len(sides)  # "the partnership is over"
    if not missing or (clause.finite and (bare or (frame.object is None and situation.filled(frame.subject)))):
        return Reading(Asked.WHETHER, None, situation, clause.cost, clause.notes)
    if bare:
        return None
    slot, asked = missing[0]
    classes = ("Agent",) if asked is Asked.WHO else ()
    wanted = Phrase(asked.value, classes=classes, asked=asked)
    asking = replace(situation, arguments=(*situation.arguments, (slot, wanted)))
    return Reading(asked, None, asking, clause.cost + FRAGMENT_COST, clause.notes)


def _phrase_reading(phrase: Phrase, clause: Clause) -> Reading | None:
    if phrase.asked and not (phrase.roles or phrase.event or phrase.names or phrase.unknown):
        return None
    if phrase.asked:
        return Reading(phrase.asked, phrase, None, clause.cost, clause.notes)
    described = [situation for _, situation in phrase.roles] + ([phrase.event] if phrase.event else [])
    inner = next((found for situation in described if (found := asked_in(situation))), None)
    if inner is not None and inner.asked:
        return Reading(inner.asked, phrase, phrase.event, clause.cost, clause.notes)
    if phrase.names:  # "the analyst Ann Roe" does not ask whether she is one
        asked = Asked.WHETHER if phrase.roles and (clause.is_question or clause.finite) else Asked.SUMMARY
        return Reading(asked, phrase, None, clause.cost, clause.notes)
    if phrase.event and clause.is_question:
        return Reading(Asked.WHETHER, None, phrase.event, clause.cost, clause.notes)
    if phrase.values and phrase.roles and clause.is_question:
        return Reading(Asked.WHETHER, phrase, None, clause.cost, clause.notes)
    if phrase.event and phrase.measured and _are_both_named(phrase.event):  # "Acme Pelm stake"
        return Reading(Asked.AMOUNT, replace(phrase, asked=Asked.AMOUNT), None, clause.cost, clause.notes)
    if phrase.event and not phrase.unknown:
        phrase = replace(phrase, event=_come_about(phrase.event))
    if phrase.roles or phrase.event or phrase.unknown:
        return Reading(Asked.LIST if not phrase.unknown else Asked.SUMMARY, phrase, None, clause.cost, clause.notes)
    return None


def _are_both_named(situation: Situation) -> bool:
    """Whether both sides of a situation are told, so that only its number is left to be asked."""
    schema = situation.relation
    sides = (schema.subject_slot, schema.object_slot or "")
    return all(map(situation.names, sides)) and not any(phrase.quantity for _, phrase in situation.arguments)


def _come_about(situation: Situation) -> Situation:
    """What a noun for a beginning or an end lists: "departures from Acme" are of those who have left."""
    aspect = situation.relation.aspect
    return replace(situation, requires=aspect) if aspect in ("started", "ended") else situation


def asked_in(situation: Situation | None) -> Phrase | None:
    """The phrase that is asked for, however deep it lies."""
    if situation is None:
        return None
    for _, phrase in situation.arguments:
        if phrase.asked:
            return phrase
        for inner in (*(s for _, s in phrase.roles), phrase.event):
            if found := asked_in(inner):
                return found
    return None
