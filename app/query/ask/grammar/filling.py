"""Puts phrases into the slots of situations, wherever their types allow it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.ontology import VALUE, Ontology, RelationSchema
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Situation, Tense
from app.query.ask.lexical.entries import ANYBODY, Frame
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Names
from app.query.ask.lexical.quantities import NUMBER_SLOTS
from app.query.ask.lexical.values import Period
from app.query.ask.lexical.words import POSSESSIVE_PRONOUNS, name_words

_YEAR = re.compile(r"\b[12]\d{3}\b")
_TEXT_CLASSES = frozenset({VALUE, "Topic"})


def _years(term: str) -> list[str]:
    return _YEAR.findall(term)


def slot_class(schema: RelationSchema, slot: str) -> str | None:
    """The class of the entities that a slot holds, or None where it holds text."""
    if slot == schema.subject_slot:
        return schema.subject_class
    if slot == schema.object_slot and schema.object_class not in _TEXT_CLASSES:
        return schema.object_class
    return None


def _without_repetition(phrase: Phrase, situation: Situation, slot: str) -> Phrase:
    """The phrase without a description that its place repeats: "which vendors does X use" asks for one situation."""
    kept = tuple((own, role) for own, role in phrase.roles if not role.is_repeated_by(situation, own, slot))
    return replace(phrase, roles=kept)


def _is_anybody(phrase: Phrase) -> bool:
    """Whether a phrase only names a kind of people: "staff", "engineers"."""
    bare = all(len(role.arguments) == 1 and not role.constants for _, role in phrase.roles)
    own = all(not p.words or p.words in POSSESSIVE_PRONOUNS for _, role in phrase.roles for _, p in role.arguments)
    titled = own and not phrase.definite
    return phrase.asked is None and phrase.classes == ("Person",) and not phrase.names and (bare or titled)


class Filler:
    """Decides what may fill a slot, by the ontology's classes and the values that the graph holds."""

    def __init__(self, ontology: Ontology, lexicon: Lexicon, names: Names) -> None:
        self.ontology = ontology
        self.lexicon = lexicon
        self.names = names

    def fit(self, phrase: Phrase, schema: RelationSchema, slot: str) -> Phrase | None:
        """The phrase as it fills the slot, with only the candidates that can; None if it cannot fill it."""
        if phrase.own or (phrase.people and schema.object_class == "Place"):  # they are not at home where the firm is
            return None
        if phrase.members:
            members = tuple(self.fit(member, schema, slot) for member in phrase.members)
            return replace(phrase, members=tuple(m for m in members if m)) if all(members) else None
        if slot in NUMBER_SLOTS:
            return self._fit_number(phrase, slot)
        expected = slot_class(schema, slot)
        if phrase.asked is Asked.WHERE and schema.aspect == "ended" and slot == schema.object_slot:
            return None  # where somebody went is not what they left
        return self._fit_text(phrase, schema, slot) if expected is None else self._fit_entity(phrase, expected)

    def _fit_number(self, phrase: Phrase, slot: str) -> Phrase | None:
        if phrase.measure not in (None, slot):
            return None
        if (
            phrase.asked
            and len(phrase.roles) == 1
            and phrase.roles[0][0] == slot
            and not phrase.roles[0][1].arguments[1:]
        ):
            return Phrase(phrase.words, asked=Asked.AMOUNT)  # "at what valuation"
        if phrase.event and (phrase.event.arguments or phrase.event.constants):
            return None  # "what share of X": it says more than that a number is asked for
        if phrase.asked in (Asked.AMOUNT, Asked.WHAT) and not phrase.classes:
            return replace(phrase, asked=Asked.AMOUNT)
        if phrase.quantity is None:
            return None
        is_share = phrase.quantity.currency == "%"
        return phrase if is_share == (slot == "percent") else None

    def _fit_entity(self, phrase: Phrase, expected: str) -> Phrase | None:
        if phrase.quantity or phrase.event or phrase.asked is Asked.AMOUNT:
            return None
        if phrase.names:
            kept = tuple(c for c in phrase.names if self.ontology.is_a(c.type, expected) or c.type == "Agent")
            return replace(phrase, names=kept) if kept else None
        if phrase.pronoun:
            return phrase
        if phrase.unknown:
            return phrase if phrase.owner is None else None
        if phrase.asked is Asked.WHAT and expected == "Person":
            return None
        if phrase.asked is Asked.WHERE and expected not in ("Place", "Organization"):
            return None
        if phrase.classes:
            return phrase if any(self._compatible(name, expected) for name in phrase.classes) else None
        return phrase if phrase.asked in (Asked.WHAT, Asked.WHERE) else None

    def _compatible(self, name: str, expected: str) -> bool:
        return self.ontology.is_a(name, expected) or self.ontology.is_a(expected, name)

    def _fit_text(self, phrase: Phrase, schema: RelationSchema, slot: str) -> Phrase | None:
        if phrase.quantity or phrase.event or phrase.pronoun:
            return None
        if found := dict(phrase.values).get(slot):
            return replace(phrase, names=(), values=((slot, found),), unknown=False)
        if phrase.names:
            return self._text_of_name(phrase, slot)
        if phrase.asked is Asked.WHERE:
            return phrase if slot in self.lexicon.place_slots else None
        if phrase.asked in (Asked.WHAT, Asked.WHICH) or (phrase.asked is Asked.COUNT and phrase.roles):
            named = any(own == slot and role.relation == schema for own, role in phrase.roles)
            return phrase if named or self._asks_for_text(phrase, slot) else None
        if phrase.asked is Asked.WHO and not phrase.roles:  # "who did she leave them for"
            return replace(phrase, classes=()) if slot in self.lexicon.place_slots else None
        if phrase.unknown or phrase.values or (phrase.classes == ("Product",) and not (phrase.asked or phrase.roles)):
            return replace(phrase, classes=(), values=(), unknown=True)
        anywhere = phrase.asked is None and not phrase.roles and set(phrase.classes) == {"Organization"}
        if anywhere and slot in self.lexicon.place_slots:  # "to another company"
            return replace(phrase, classes=())
        return None

    def _asks_for_text(self, phrase: Phrase, slot: str) -> bool:
        if slot in self.lexicon.ignored:  # nobody who asks "what" means the name of a round
            return False
        places = {"Topic", "Organization", "Company"} if slot in self.lexicon.place_slots else {"Topic"}
        return not phrase.classes or bool(places & set(phrase.classes))

    def _text_of_name(self, phrase: Phrase, slot: str) -> Phrase | None:
        wanted = {self.lexicon.same(name_words(c.label)) for c in phrase.names}
        wanted.add(self.lexicon.same(name_words(phrase.words)))
        terms = tuple(term for words in sorted(wanted) for term in self.names.terms(slot, words))
        if not terms and slot in self.lexicon.place_slots:  # it could stand there, and in no fact does
            could = any(self.ontology.is_a(candidate.type, "Organization") for candidate in phrase.names)
            return Phrase(phrase.words, unknown=True) if could else None
        return Phrase(phrase.words, values=((slot, terms),)) if terms else None

    def add(self, situation: Situation, slot: str, phrase: Phrase) -> Situation | None:
        """The situation with one more slot filled, and with whatever belongs to the phrase; None if it does not fit."""
        if slot == ANYBODY:
            return situation if _is_anybody(phrase) else None
        pair = situation.relation.symmetric and situation.relation.object_slot == slot
        if situation.filled(slot) and not (pair and sum(name == slot for name, _ in situation.arguments) < 2):
            return None
        if slot in dict(situation.constants):
            return None
        if (constants := self._as_constant(phrase, slot)) is not None:
            return self._add_constants(situation, constants)
        if (one := self._same_situation(phrase, situation, slot)) is not None:
            return one
        if phrase.event and self._is_same_round(phrase, situation, slot):
            return self._add_constants(situation, phrase.event)
        phrase, situation = self._same_post(phrase, situation, slot)
        fitted = self.fit(phrase, situation.relation, slot)
        if fitted is None:
            return None
        if len(fitted.members) == 2 and situation.relation.symmetric:
            return self._add_both(situation, fitted.members)
        # "In its Series C": whose it is goes without saying.
        spoken = fitted.owner is not None and not (fitted.owner.pronoun and not fitted.owner.names)
        named = {candidate for _, argument in situation.arguments for candidate in argument.names}
        said = fitted.owner is not None and bool(named & set(fitted.owner.names))
        owner = fitted.owner if spoken and not said and slot_class(situation.relation, slot) is None else None
        plain = replace(_without_repetition(fitted, situation, slot), owner=None)
        filled = replace(situation, arguments=(*situation.arguments, (slot, plain)))
        return self.attach(filled, owner) if owner else filled

    def _same_situation(self, phrase: Phrase, situation: Situation, slot: str) -> Situation | None:
        """For "which rounds of X did Y join": the round that is asked for is the one of this situation."""
        if slot_class(situation.relation, slot) is not None or len(phrase.roles) != 1:
            return None
        own, role = phrase.roles[0]
        if (
            phrase.asked not in (Asked.WHICH, Asked.COUNT)
            or own != slot
            or role.relation != situation.relation
            or slot not in situation.relation.qualifiers
        ):
            return None
        asked = replace(phrase, roles=(), classes=())
        result: Situation | None = replace(situation, arguments=(*situation.arguments, (slot, asked)))
        for other, argument in role.arguments:
            result = result if argument == HERE or result is None else self.add(result, other, argument)
        return result

    def _is_same_round(self, phrase: Phrase, situation: Situation, slot: str) -> bool:
        """For "who led Acme's funding round": the round is the very situation that its leader takes part in."""
        event = phrase.event
        plain = event is not None and event.relation == situation.relation and event.arguments and not event.order
        return bool(plain) and phrase.asked is None and phrase.measure is None and slot in self.lexicon.ignored

    def _same_post(self, phrase: Phrase, situation: Situation, slot: str) -> tuple[Phrase, Situation]:
        """For "which chief executives stepped down": the post that they had is the one that they left."""
        schema = situation.relation
        if schema.aspect != "ended" or slot != schema.subject_slot or len(phrase.roles) != 1 or phrase.names:
            return phrase, situation
        own, role = phrase.roles[0]
        bare = len(role.arguments) == 1 and role.tense is Tense.ANY
        if (
            phrase.asked not in (Asked.WHICH, Asked.COUNT)
            or own != slot
            or role.relation.situation != schema.situation
            or not role.constants
            or not bare
        ):
            return phrase, situation
        return replace(phrase, roles=()), replace(situation, constants=(*situation.constants, *role.constants))

    def _add_both(self, situation: Situation, members: tuple[Phrase, ...]) -> Situation | None:
        schema = situation.relation
        if situation.filled(schema.subject_slot) or (schema.object_slot and situation.filled(schema.object_slot)):
            return None
        both = zip((schema.subject_slot, schema.object_slot or ""), members, strict=True)
        return replace(situation, arguments=(*situation.arguments, *both))

    def _as_constant(self, phrase: Phrase, slot: str) -> Situation | None:
        """The description behind "as CEO of Meta", if the phrase is one."""
        found = [role for _, role in phrase.roles if slot in dict(role.constants)]
        return found[-1] if found and not phrase.names else None

    def _add_constants(self, situation: Situation, described: Situation) -> Situation | None:
        result: Situation | None = replace(situation, constants=(*situation.constants, *described.constants))
        for _, phrase in described.arguments:
            result = self.attach(result, phrase) if result and phrase.words else result
        return result

    def attach(self, situation: Situation, phrase: Phrase) -> Situation | None:
        """The situation with the phrase in the first free slot of the frame that it fits."""
        frame = situation.frame
        slots = [frame.subject, *([frame.object] if frame.object else []), *(slot for _, slot in frame.obliques)]
        for slot in dict.fromkeys(slots):
            if (filled := self.add(situation, slot, phrase)) is not None:
                return filled
        return None

    def add_oblique(self, situation: Situation, preposition: str, phrase: Phrase) -> Situation | None:
        """The situation with the phrase in the slot that the preposition leads to."""
        for prepositions, slot in situation.frame.obliques:
            if preposition in prepositions and (filled := self.add(situation, slot, phrase)) is not None:
                return filled
            shared = preposition != "by" and preposition in prepositions  # "by X" names who did it, and nobody beside
            if shared and slot == situation.frame.subject and situation.filled(slot):
                return self._beside(situation, slot, phrase)
        return None

    def between(self, situation: Situation, phrase: Phrase) -> Iterator[Situation]:
        """Two members of one phrase as the two sides, either way round: "the contract between X and Y"."""
        schema = situation.relation
        if len(phrase.members) != 2 or schema.symmetric or not schema.object_slot:
            return
        for subject, other in (phrase.members, phrase.members[::-1]):
            half = self.add(situation, schema.subject_slot, subject)
            if half and (filled := self.add(half, schema.object_slot, other)):
                yield filled

    def _beside(self, situation: Situation, slot: str, phrase: Phrase) -> Situation | None:
        """Somebody else who did the same: "founded it with X" makes two situations of one thing."""
        schema = situation.relation
        fitted = self.fit(phrase, schema, slot)
        thing = next((p for s, p in situation.arguments if s == schema.object_slot and p.words), None)
        if fitted is None or not (fitted.names or fitted.asked) or thing is None or schema.object_slot is None:
            return None
        other = replace(situation, arguments=((schema.object_slot, HERE), (slot, fitted)))
        if fitted.asked:  # "with whom": anybody but whoever is named
            own = tuple((s, p) for s, p in situation.arguments if s == slot and p.names)
            if not own:
                return None
            other = replace(other, excluded=own)
            both = thing.with_role(schema.object_slot, other)
            return replace(situation, arguments=tuple((s, both if p is thing else p) for s, p in situation.arguments))
        both = thing.with_role(schema.object_slot, other)
        arguments = tuple((s, both if p is thing else p) for s, p in situation.arguments)
        return replace(situation, arguments=arguments, excluded=(*situation.excluded, (slot, fitted)))

    def exclude(self, situation: Situation, phrase: Phrase) -> Situation | None:
        """The situation with anything but the phrase in the slot that it would fit: "before Meta"."""
        schema = situation.relation
        if phrase.roles and not phrase.names:  # "before she became finance director"
            posts = [
                (slot, terms) for slot, terms in phrase.roles[0][1].constants if slot in schema.qualifiers and terms
            ]
            other = tuple((slot, Phrase(phrase.words, values=((slot, terms),))) for slot, terms in posts)
            return replace(situation, excluded=(*situation.excluded, *other)) if other else None
        asked = next((s for s, p in situation.arguments if p.asked and s == schema.subject_slot), None)
        if (
            schema.aspect == "exists"
            and schema.subject_class != "Person"
            and asked
            and situation.names(schema.object_slot or "")
        ):
            return self.exclude_answer(situation, phrase)  # "who owned X before Y"
        # An office has one holder at a time, so "chief before Roe" is another holder; "joined before Roe" is not.
        slots = [schema.object_slot, *([schema.subject_slot] if situation.constants else [])]
        for slot in slots:
            fitted = self.fit(phrase, schema, slot) if slot and not situation.names(slot) else None
            if slot and fitted and fitted.names:
                return replace(situation, excluded=(*situation.excluded, (slot, fitted)))
        return None

    def exclude_answer(self, situation: Situation, phrase: Phrase) -> Situation | None:
        """The situation with anything but the phrase in the slot that is asked for: "who invested besides X"."""
        for slot, argument in situation.arguments:
            if argument.asked and (fitted := self.fit(phrase, situation.relation, slot)) and fitted.names:
                return replace(situation, excluded=(*situation.excluded, (slot, fitted)))
        return None

    def constants(self, pairs: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Constants of the lexicon as the graph's own values; a value that it does not have stays as it is."""
        return tuple((slot, self._terms(slot, values)) for slot, values in pairs)

    def standing_in(self, situation: Situation, stands_in: str) -> Situation:
        """The situation with the titles of those who hold its post for somebody else, in place of its own or too."""
        own = dict(situation.constants).get("title", ())
        acting = self.names.standing_in(own, self.lexicon) if stands_in else ()
        if not acting:
            return situation
        titles = acting if stands_in == "only" else (*own, *acting)
        return replace(
            situation, constants=tuple((s, titles if s == "title" else terms) for s, terms in situation.constants)
        )

    def _terms(self, slot: str, values: tuple[str, ...]) -> tuple[str, ...]:
        wanted = {self.lexicon.same(name_words(value)) for value in values}
        return tuple(term for words in sorted(wanted) for term in self.names.terms(slot, words))

    def until(self, situation: Situation, periods: Sequence[Period]) -> Situation:
        """The situation with those of the graph's "until 2007" that fit the periods, where it holds no other times."""
        values = self.names.values.get("until", {})
        spans = [(period.first[:4], period.last[:4]) for period in periods]
        fitting = [term for term in values if any(a <= year <= b for year in _years(term) for a, b in spans)]
        return replace(situation, constants=(*situation.constants, ("until", tuple(fitting))))

    def empty_frame(self, schema: RelationSchema) -> Frame:
        """A frame for a situation that no words describe."""
        return Frame(schema.subject_slot, schema.object_slot)
