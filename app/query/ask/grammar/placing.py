"""Puts the rest of a clause into a situation: its "in X" and "by Y", its tense, its times, what was before or after."""

from __future__ import annotations

from dataclasses import replace

from app.query.ask.grammar.filling import Filler
from app.query.ask.grammar.parts import Parts, tense_of
from app.query.ask.grammar.reading import PRESENT, Phrase, Situation, Tense

_WITHIN = frozenset({"in", "at", "within", "inside", "through", "for"})


_PAST = frozenset({"did", "was", "were", "had"})


class Placer:
    """Completes situations from the parts of their clause."""

    def __init__(self, filler: Filler) -> None:
        self.filler = filler

    def rest(self, situation: Situation, parts: Parts) -> Situation | None:
        """The situation with every "in X", "by Y"; None if one of them has no place."""
        filled: Situation | None = situation
        for preposition, phrase in parts.obliques:
            if filled is None:
                return None
            if preposition == "besides":
                filled = self.filler.exclude_answer(filled, phrase)
            elif preposition == "by" and parts.passive:
                filled = self.filler.add(filled, filled.frame.subject, phrase)
            else:
                plain = self.filler.add_oblique(filled, preposition, phrase)
                filled = plain or (self._in_part(filled, phrase) if preposition in _WITHIN else None)
        return filled

    def _in_part(self, situation: Situation, phrase: Phrase) -> Situation | None:
        """Read "which vendor does X use in its research unit" as the unit's own vendor."""
        for slot, whole in situation.arguments:
            part = self._part_of(phrase, whole) if whole.names else None
            fitted = self.filler.fit(part, situation.relation, slot) if part else None
            if fitted is not None:
                return replace(
                    situation, arguments=tuple((s, fitted if s == slot else p) for s, p in situation.arguments)
                )
        return None

    def _part_of(self, phrase: Phrase, whole: Phrase) -> Phrase | None:
        """The phrase as a part of a whole that its own words name or leave to a pronoun; None if it is none."""
        for index, (own, role) in enumerate(phrase.roles):
            schema = role.relation
            if schema.name not in self.filler.lexicon.transitive or own != schema.subject_slot:
                continue
            said = dict(role.arguments).get(schema.object_slot or "")
            if said is None or not (said.pronoun or set(said.names) == set(whole.names)):
                return None
            arguments = tuple((s, whole if p is said else p) for s, p in role.arguments)
            placed = (own, replace(role, arguments=arguments))
            return replace(phrase, roles=(*phrase.roles[:index], placed, *phrase.roles[index + 1 :]))
        return None

    def in_time(self, situation: Situation, parts: Parts) -> Situation | None:
        """The situation in the tense of the clause, with what it says of times and of earlier situations."""
        point = self.filler.ontology.situation_of(situation.relation.name).point_in_time
        tense = tense_of(parts)
        timeless = point or situation.aspect != "exists" or situation.relation.name in self.filler.lexicon.timeless
        if tense in PRESENT and timeless:
            tense = parts.tense
        if situation.tense is not Tense.ANY and not (situation.tense is Tense.NEW and tense is Tense.PLANNED):
            tense = situation.tense
        if tense is Tense.FORMER and situation.relation.name in self.filler.lexicon.timeless:
            tense = Tense.ANY
        order = parts.order or situation.order
        if "until" in situation.relation.qualifiers and parts.periods:
            situation = self.filler.until(situation, parts.periods)
            parts = replace(parts, periods=())
        if parts.aspect in ("ended", "started", "announced"):
            told = parts.adverb or parts.aspect == "announced"
            situation = replace(situation, aspect=parts.aspect, requires=None if told else parts.aspect)
            tense = Tense.ANY
        placed: Situation | None = replace(
            situation,
            tense=tense,
            periods=situation.periods + parts.periods,
            order=order,
            strict=parts.adverb == "what date",
            present=tense_of(parts) is Tense.CURRENT,
            past=bool(_PAST.intersection(parts.auxiliaries)),
            by_now=tense_of(parts) is Tense.CURRENT or bool({"has", "have"}.intersection(parts.auxiliaries)),
        )
        for word, phrase in parts.earlier:
            if placed is None or (word == "after" and phrase is None):
                return None
            if word == "before":
                placed = replace(placed, tense=Tense.FORMER)
            if phrase:
                placed = (
                    self.filler.exclude(placed, phrase)
                    if word == "before"
                    else self.filler.add_oblique(placed, word, phrase)
                )
        return placed

    def phrase_in_time(self, phrase: Phrase, parts: Parts) -> Phrase | None:
        """The phrase with its last situation in the tense of the clause."""
        if phrase.event:
            event = self.in_time(phrase.event, parts)
            return replace(phrase, event=event) if event else None
        if not phrase.roles:
            return phrase if not parts.periods and not parts.earlier and not parts.order else None
        slot, situation = phrase.roles[-1]
        placed = self.in_time(situation, parts)
        if placed is None:
            return None
        others = phrase.roles[:-1]
        if parts.verb is None and tense_of(parts) is Tense.CURRENT:  # "which directors are founders": those in office
            plain = replace(parts, periods=(), earlier=(), order=None)
            timed = [(own, self.in_time(role, plain)) for own, role in others]
            others = tuple((own, role) for own, role in timed if role is not None)
        return replace(phrase, roles=(*others, (slot, placed)))
