"""Turns a reading into plans: which situations must exist, with which entities, and which variable is the answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice, product

from pyoxigraph import Literal, NamedNode

from app.ontology import Ontology, RelationSchema
from app.query.ask.grammar.filling import slot_class
from app.query.ask.grammar.reading import HERE, Asked, Phrase, Reading, Situation, Tense
from app.query.ask.lexical.apart import Apart
from app.query.ask.lexical.quantities import Quantity
from app.query.ask.lexical.values import Period

ANSWER = "answer"
_MOST_PLANS = 12


@dataclass(frozen=True)
class Variable:
    """Something to be found, of one of these classes if any are given."""

    name: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class OneOf:
    """Something known: one of these SPARQL terms."""

    terms: tuple[str, ...]


@dataclass(frozen=True)
class Atom:
    """One situation that must exist. `variable` is its name in the query."""

    variable: str
    relation: RelationSchema
    arguments: tuple[tuple[str, Variable | OneOf], ...]
    quantities: tuple[tuple[str, Quantity], ...] = ()
    aspect: str = "exists"
    requires: str | None = None
    tense: Tense = Tense.ANY
    periods: tuple[Period, ...] = ()
    excluded: tuple[tuple[str, OneOf], ...] = ()
    present: bool = False
    whole: bool = False
    by_now: bool = False
    past: bool = False


def point_of(atom: Atom, ontology: Ontology) -> str | None:
    """The point of a situation's time that a period is compared with; None where the whole of it is."""
    if atom.aspect == "announced":
        return "announced"
    if ontology.situation_of(atom.relation.name).point_in_time:
        return "date"
    return {"ended": "end", "started": "start"}.get(atom.requires or atom.aspect)


@dataclass(frozen=True)
class Plan:
    """What to look for. `missing` are phrases that the graph does not know, `names` the entities that were named."""

    asked: Asked
    atoms: tuple[Atom, ...]
    answer: Variable | None
    root: Situation | None
    measure: str | None = None
    order: str | None = None
    names: tuple[str, ...] = ()
    missing: tuple[Phrase, ...] = ()
    missing_values: tuple[Phrase, ...] = ()
    pronouns: tuple[str, ...] = ()
    open: bool = False
    definite: tuple[tuple[str, str], ...] = ()
    strict: bool = False
    complete: bool = True
    loose: tuple[tuple[str, str], ...] = ()  # what a word of a kind stands for, and the word
    answer_words: str = ""
    words: str = ""  # of the noun for situations that are themselves asked for
    apart: Apart = Apart.NOTHING


@dataclass
class _Builder:
    """Collects the atoms of one reading."""

    atoms: list[Atom] = field(default_factory=list)
    missing: list[Phrase] = field(default_factory=list)
    missing_values: list[Phrase] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    answer: Variable | None = None
    measure: str | None = None
    order: str | None = None
    pronouns: list[str] = field(default_factory=list)
    definite: list[tuple[str, str]] = field(default_factory=list)
    open: bool = False
    strict: bool = False
    complete: bool = True
    loose: list[tuple[str, str]] = field(default_factory=list)
    answer_words: str = ""
    count: int = 0

    def focus(self, phrase: Phrase) -> None:
        """The phrase that a question is about: a name, or what is to be found."""
        if phrase.pronoun:
            self.pronouns.append(phrase.words)
        self.names += [candidate.iri for candidate in phrase.names]
        named = tuple(str(NamedNode(c.iri)) for c in phrase.names)
        self.describe(phrase, OneOf(named) if named else self._variable(phrase))

    def term(self, phrase: Phrase, slot: str, situation: Situation) -> Variable | OneOf:
        """What stands in a slot for a phrase, once everything that describes the phrase has become atoms."""
        if phrase.pronoun:
            self.pronouns.append(phrase.words)
        if phrase.names:
            self.names += [candidate.iri for candidate in phrase.names]
            term: Variable | OneOf = OneOf(tuple(str(NamedNode(c.iri)) for c in phrase.names))
        elif phrase.values and not phrase.roles:
            term = OneOf(tuple(t for _, terms in phrase.values for t in terms))
        elif phrase.unknown:
            is_text = slot_class(situation.relation, slot) is None
            (self.missing_values if is_text else self.missing).append(phrase)
            term = OneOf((str(Literal(phrase.words)),))
        else:
            term = self._variable(phrase)
        self.describe(phrase, term)
        return term

    def _variable(self, phrase: Phrase) -> Variable:
        if phrase.asked and self.answer is None:
            self.answer = Variable(ANSWER, _narrow(phrase.classes))
            self.open = self.open or phrase.open
            self.answer_words = phrase.words
            if phrase.loose:
                self.loose.append((ANSWER, phrase.words))
            if phrase.definite:
                self.definite.append((ANSWER, phrase.words))
            return self.answer
        self.count += 1
        if phrase.loose:
            self.loose.append((f"x{self.count}", phrase.words))
        if phrase.definite:
            self.definite.append((f"x{self.count}", phrase.words))
        return Variable(f"x{self.count}", _narrow(phrase.classes))

    def describe(self, phrase: Phrase, term: Variable | OneOf) -> None:
        """Atoms for every situation that the phrase is said to take part in."""
        for slot, situation in phrase.roles:
            self.atom(situation, {slot: term})

    def atom(self, situation: Situation, here: dict[str, Variable | OneOf]) -> str:
        """An atom for the situation; returns its variable. What "A and B" do is a situation each."""
        for slot, phrase in situation.arguments:
            if phrase.members:
                return self._atoms(situation, slot, phrase, here)
        return self._atom(situation, here)

    def _atoms(self, situation: Situation, slot: str, phrase: Phrase, here: dict[str, Variable | OneOf]) -> str:
        shared = dict(here)
        for other, argument in situation.arguments:
            if other != slot and argument != HERE and not argument.members and not argument.quantity:
                shared[other] = self.term(argument, other, situation)
        others = tuple((s, HERE if s in shared else p) for s, p in situation.arguments if s != slot)
        made = [self._atom(replace(situation, arguments=(*others, (slot, m))), shared) for m in phrase.members]
        return made[0]

    def _atom(self, situation: Situation, here: dict[str, Variable | OneOf]) -> str:
        variable = f"fact{len(self.atoms) + 1}"
        self.atoms.append(Atom(variable, situation.relation, ()))
        index = len(self.atoms) - 1
        arguments: list[tuple[str, Variable | OneOf]] = []
        quantities = []
        for slot, phrase in situation.arguments:
            if phrase == HERE:
                arguments.append((slot, here[slot]))
            elif phrase.quantity:
                quantities.append((slot, phrase.quantity))
            elif phrase.asked is Asked.AMOUNT:
                self.measure = slot
            else:
                arguments.append((slot, self.term(phrase, slot, situation)))
        for slot, terms in situation.constants:
            if not terms:
                self.missing_values.append(Phrase(situation.verb or slot))
            arguments.append((slot, OneOf(terms or (str(Literal(situation.verb)),))))
        self.atoms[index] = Atom(
            variable, situation.relation, tuple(arguments), tuple(quantities), situation.aspect,
            situation.requires, situation.tense, situation.periods,
            tuple((slot, OneOf(_terms(slot, phrase))) for slot, phrase in situation.excluded),
            situation.present, situation.whole and not any(slot == "title" for slot, _ in arguments), situation.by_now,
            situation.past,
        )  # fmt: skip
        self.order = self.order or situation.order
        self.strict = self.strict or situation.strict
        self.open = self.open or situation.open
        given = {
            slot for slot, p in situation.arguments if p.words and not (p.asked is Asked.AMOUNT and p.words == "what")
        }
        self.complete = self.complete and situation.frame.required <= given
        return variable


def plans(reading: Reading) -> list[Plan]:
    """The plans for a reading: one for each choice among entities that share a name; none if its words need more."""
    found = (_plan(choice) for choice in islice(_choices(reading), _MOST_PLANS))
    return [plan for plan in found if plan.complete]


def _plan(reading: Reading) -> Plan:
    builder = _Builder()
    situation, focus = reading.situation, reading.focus
    if situation is not None:
        event = Variable(builder.atom(situation, {}))
        answer = builder.answer or (event if reading.asked is Asked.COUNT else None)
    elif focus is not None and focus.event is not None:
        situation = focus.event
        answer = Variable(builder.atom(situation, {}))
        builder.measure = focus.measure or builder.measure
    else:
        focus = focus or Phrase("")
        if focus.unknown:
            builder.missing.append(focus)
        else:
            builder.focus(focus if focus.asked or focus.names else replace(focus, asked=Asked.LIST))
        answer = builder.answer
        situation = focus.roles[0][1] if focus.roles else None
        if focus.asked is Asked.AMOUNT and focus.roles:  # "the value of Acme" is a number of its own
            builder.measure = focus.roles[0][0]
    return Plan(
        asked=Asked.AMOUNT if builder.measure and reading.asked is not Asked.WHETHER else reading.asked,
        atoms=_in_one_place(builder.atoms),
        answer=answer,
        root=situation,
        measure=builder.measure,
        order=builder.order,
        names=tuple(dict.fromkeys(builder.names)),
        missing=tuple(builder.missing),
        missing_values=tuple(builder.missing_values),
        pronouns=tuple(builder.pronouns),
        definite=tuple(builder.definite),
        loose=tuple(builder.loose),
        answer_words=builder.answer_words,
        strict=builder.strict,
        complete=builder.complete,
        open=builder.open,
        apart=reading.apart,
        words=focus.words if focus is not None and focus.event is not None else "",
    )


def _in_one_place(atoms: Sequence[Atom]) -> tuple[Atom, ...]:
    """The situations; of "chief executive before Roe", without a company, the post at a place where Roe had it."""
    if not atoms:
        return ()
    first = atoms[0]
    schema, ends = first.relation, dict(first.arguments)
    holder, place = dict(first.excluded).get(schema.subject_slot), ends.get(schema.object_slot or "")
    if holder is None or not schema.object_slot or isinstance(place, OneOf) or "title" not in ends:
        return tuple(atoms)
    here = place or Variable("place")
    kept = tuple(
        (slot, term) for slot, term in first.arguments if slot not in (schema.subject_slot, schema.object_slot)
    )
    there = replace(first, arguments=(*first.arguments, *(() if place else ((schema.object_slot, here),))))
    own = Atom("holder", schema, ((schema.subject_slot, holder), (schema.object_slot, here), *kept))
    return (there, *atoms[1:], own)


def _terms(slot: str, phrase: Phrase) -> tuple[str, ...]:
    """What a phrase stands for: the entities that it names, or the texts of a slot."""
    return tuple(str(NamedNode(c.iri)) for c in phrase.names) or dict(phrase.values).get(slot, ())


def _narrow(classes: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in classes if name not in ("Agent", "Topic"))


# --- a name that several entities bear --------------------------------------------------------------------------------


def _choices(reading: Reading) -> Iterator[Reading]:
    for situation, focus in product(
        _situations(reading.situation) if reading.situation else [None],
        _phrases(reading.focus) if reading.focus else [None],
    ):
        yield replace(reading, situation=situation, focus=focus)


def _phrases(phrase: Phrase) -> Iterator[Phrase]:
    names = [phrase.names] if phrase.every or not phrase.names else [(name,) for name in phrase.names]
    slots = [slot for slot, _ in phrase.roles]
    roles = [list(_situations(situation)) for _, situation in phrase.roles]
    events = list(_situations(phrase.event)) if phrase.event else [None]
    for name, event, chosen in product(names, events, product(*roles)):
        yield replace(phrase, names=name, event=event, roles=tuple(zip(slots, chosen, strict=True)))


def _situations(situation: Situation) -> Iterator[Situation]:
    slots = [slot for slot, _ in situation.arguments]
    for chosen in product(*(list(_phrases(phrase)) for _, phrase in situation.arguments)):
        yield replace(situation, arguments=tuple(zip(slots, chosen, strict=True)))
