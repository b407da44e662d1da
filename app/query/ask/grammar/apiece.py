"""Tells apart two who are named together in a list of what each of them has: "acquisitions by Acme and Pelm"."""

from __future__ import annotations

from dataclasses import replace

from app.query.ask.grammar.reading import Asked, Phrase, Reading, Situation


def apiece(reading: Reading) -> tuple[Reading, ...]:
    """The list once for each of two who are named in it; nothing where it names no two, or both in one situation.

    "Chief executives of Acme and Pelm" are the one's and the other's: hardly anybody runs both.
    """
    phrase = reading.focus
    if reading.asked is not Asked.LIST or phrase is None or phrase.asked:
        return ()
    if phrase.event is not None:
        return tuple(replace(reading, focus=replace(phrase, event=one)) for one in _situations(phrase.event))
    if len(phrase.roles) != 1:
        return ()
    slot, role = phrase.roles[0]
    return tuple(replace(reading, focus=replace(phrase, roles=((slot, one),))) for one in _situations(role))


def _situations(situation: Situation) -> tuple[Situation, ...]:
    pairs = [(slot, phrase) for slot, phrase in situation.arguments if phrase.members]
    if len(pairs) != 1 or not all(_is_named(member) for member in pairs[0][1].members):
        return ()
    slot, pair = pairs[0]
    others = tuple((own, phrase) for own, phrase in situation.arguments if phrase is not pair)
    return tuple(replace(situation, arguments=(*others, (slot, member))) for member in pair.members)


def _is_named(phrase: Phrase) -> bool:
    return bool(phrase.names) and not phrase.roles
