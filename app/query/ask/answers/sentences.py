"""Says facts as sentences, by the templates that the lexicon gives for each relation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from enum import StrEnum

from app.model import Fact, Status
from app.ontology import Ontology
from app.query.ask.answers.times import until_words
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.names import Candidate, Names
from app.resolution.support import ENDED, EXISTS
from app.vocab import Iris

_SLOT = re.compile(r"\{([^{}|]+)\}")
_TENSE = re.compile(r"\{([^{}|]+)\|([^{}|]+)\|([^{}|]+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))


def money_words(amount: str, currency: str | None) -> str:
    """An amount as news articles write it.

    >>> money_words("14300000000", "USD"), money_words("1500", "CHF")
    ('$14.3 billion', '1,500 CHF')
    """
    number = Decimal(amount)
    text = f"{number.normalize():,f}"
    for exponent, word in _SCALES:
        scaled = number.scaleb(-exponent)
        if scaled >= 1:
            text = f"{scaled.normalize():,f} {word}"
            break
    symbol = _SYMBOLS.get(currency or "")
    return f"{symbol}{text}" if symbol else f"{text} {currency}".strip() if currency else text


def percent_words(number: str) -> str:
    """A share without needless zeros.

    >>> percent_words("15.0")
    '15'
    """
    return f"{Decimal(number).normalize():f}"


def join(parts: Sequence[str], word: str = "and") -> str:
    """Words as a list in a sentence.

    >>> join(["A", "B", "C"])
    'A, B and C'
    """
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {word} {parts[-1]}" if parts else ""


def quotations(texts: Iterable[str]) -> str:
    """Quotations as the end of a sentence, with one full stop.

    >>> quotations(["We are done."])
    '“We are done.”'
    >>> quotations(["over", "We are done"])
    '“over” and “We are done”.'
    """
    said = join([f"“{text}”" for text in texts])
    return said if said.endswith((".”", "!”", "?”")) else f"{said}."


class _Tense(StrEnum):
    """How a fact is told."""

    PRESENT = "present"
    PAST = "past"
    TO_COME = "to come"
    PERHAPS = "perhaps"


def _verb(present: str, past: str, bare: str, tense: _Tense) -> str:
    """The verb of a template: what is planned is not told as if it had come about.

    >>> _verb("acquired", "acquired", "acquire", _Tense.TO_COME)
    'is to acquire'
    """
    match tense:
        case _Tense.PRESENT:
            return present
        case _Tense.PAST:
            return past
        case _Tense.PERHAPS:
            return f"may {bare}"
    return f"{'are' if present == 'are' else 'is'} to {bare}"


class Speaker:
    """Says facts in the names of one graph."""

    def __init__(self, lexicon: Lexicon, ontology: Ontology, names: Names, iris: Iris) -> None:
        self._lexicon = lexicon
        self._ontology = ontology
        self._names = names
        self._iris = iris

    def entity(self, value: str) -> Candidate | None:
        """The entity of an id or IRI, or None."""
        return self._names.labels.get(value) or self._names.labels.get(self._iris.base + value)

    def place(self, fact: Fact, text: str) -> Candidate | None:
        """The one organisation of the graph that a fact means by a text for where somebody went or came from."""
        if not any(text in fact.slots.get(slot, ()) for slot in self._lexicon.place_slots):
            return None
        known = self._names.find(text)
        return known if known is not None and self._ontology.is_a(known.type, "Organization") else None

    def label(self, value: str) -> str:
        """The name of an entity id or IRI; any other value as it is."""
        found = self.entity(value)
        return found.label if found else value

    def sentence(self, fact: Fact, relation: str | None = None) -> str:
        """A fact as a sentence without its full stop, in the wording of the given relation where its slots allow it."""
        values = self._values(fact)
        marked = [name for name in self._lexicon.wholes if fact.slots.get(name) == ("true",)]
        alone = self._lexicon.ends.get(fact.relation, ()) if relation and self.ends_alone(fact, relation) else ()
        if relation and (said := self._best(alone, values)):
            return self._fill(said, values, self._tense(fact, relation))
        for name in (*marked, relation, fact.relation, *self._siblings(fact)):
            if name and (said := self._best(self._lexicon.templates.get(name, ()), values)):
                text = self._fill(said, values, self._tense(fact, name))
                return text[:1].upper() + text[1:]
        known = join([f"{slot}: {text}" for slot, text in sorted(values.items())], ",")
        return f"{fact.relation} ({known})"

    def ends_alone(self, fact: Fact, relation: str) -> bool:
        """Whether a post is all that is told to end, where it is asked who left: no claim fills a slot of leaving."""
        asked, told = (self._ontology.relations.get(name) for name in (relation, fact.relation))
        if asked is None or told is None or asked.aspect != ENDED or told.aspect == ENDED:
            return False
        return not any(fact.slots.get(slot) for slot in asked.qualifiers - told.qualifiers)

    def _tense(self, fact: Fact, relation: str) -> _Tense:
        """How far along what a relation says of the fact is: "was", "is", "is to be", or "may be"."""
        schema = self._ontology.relations.get(relation)
        own = schema.aspect if schema is not None else EXISTS
        status = {aspect.name: aspect.status for aspect in fact.aspects}.get(own, fact.status)
        # Of an end that is told on trust, and of none that has come, only the plan is told.
        to_come = not fact.realised or (own == ENDED and not fact.time.ended and status.vouched)
        if to_come:
            return _Tense.TO_COME if status.trusted or status is Status.REPORTED else _Tense.PERHAPS
        return _Tense.PAST if fact.time.ended else _Tense.PRESENT

    def _siblings(self, fact: Fact) -> Iterable[str]:
        schema = self._ontology.relations.get(fact.relation)
        if schema is None:
            return ()
        return (name for name, other in self._ontology.relations.items() if other.situation == schema.situation
                and other.subject_slot == schema.subject_slot != "subject")  # fmt: skip

    def _values(self, fact: Fact) -> dict[str, str]:
        dates = self._lexicon.date_slots.get(fact.relation)
        values = {
            slot: join([self.label(value) for value in found], "or" if slot == dates else "and")
            for slot, found in fact.slots.items()
            if found
        }
        amounts, currency = fact.slots.get("amount", ()), fact.slots.get("currency", ())
        if amounts:
            unit = currency[0] if len(currency) == 1 else None
            values["money"] = join([money_words(amount, unit) for amount in amounts], "or")
        for slot in ("percent",):
            if shares := fact.slots.get(slot):
                values[slot] = join([percent_words(share) for share in shares], "or")
        if "until" not in values and (until := until_words(fact)):
            values["until"] = until
        return values

    def _best(self, templates: Sequence[str], values: dict[str, str]) -> str | None:
        """The template that says most of what is known; it must need nothing that is not."""
        fitting = [text for text in templates if set(_SLOT.findall(_OPTIONAL.sub("", text))) <= values.keys()]
        return max(fitting, key=lambda text: len(set(_SLOT.findall(text)) & values.keys()), default=None)

    def _fill(self, template: str, values: dict[str, str], tense: _Tense) -> str:
        def optional(match: re.Match[str]) -> str:
            return match[1] if set(_SLOT.findall(match[1])) <= values.keys() else ""

        text = _OPTIONAL.sub(optional, template)
        text = _TENSE.sub(lambda match: _verb(match[1], match[2], match[3], tense), text)
        return _SLOT.sub(lambda match: values[match[1]], text)

    def measure(self, fact: Fact, slot: str) -> list[tuple[str, str]]:
        """The values of a numeric slot: as words, and as the number; a valuation is in the currency of the deal."""
        currency = fact.slots.get("currency", ())
        unit = currency[0] if len(currency) == 1 else None
        return [
            (f"{percent_words(value)} percent" if slot == "percent" else money_words(value, unit), value)
            for value in fact.slots.get(slot, ())
        ]
