"""Compiles a plan to SPARQL."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import combinations

from pyoxigraph import Literal, NamedNode

from app.ontology import Ontology
from app.query.ask.grammar.reading import PRESENT, Tense
from app.query.ask.lexical.apart import Apart
from app.query.ask.lexical.quantities import RANGE, SHARE, Quantity
from app.query.ask.lexical.values import Period
from app.query.ask.plans import sparql
from app.query.ask.plans.measuring import ELSEWHERE, UNSTATED
from app.query.ask.plans.plan import Atom, OneOf, Plan, Variable, point_of
from app.query.ask.plans.sparql import Compare, Exists, Group, In, Pattern, Select, Term, Triple, Values, Var
from app.vocab import CG, TYPE, XSD_DECIMAL, date_literal

_TRUE = Term(str(Literal(True)))


def compile_plan(
    plan: Plan, ontology: Ontology, *, as_of: datetime.date | None = None, newest: str | None = None
) -> Select:
    """The query for a plan. Its columns are the answer and every fact that it rests on.

    What is asked about the present holds on the day `as_of` or, without one, on that of the `newest` article.
    """
    compiler = _Compiler(ontology, as_of, newest, has_names=bool(plan.names))
    patterns: list[Pattern] = []
    for atom in plan.atoms:
        patterns += compiler.atom(atom)
    variables = {term.name: term for atom in plan.atoms for _, term in atom.arguments if isinstance(term, Variable)}
    for variable in variables.values():
        patterns += compiler.classes(variable, plan)
    patterns += _apart(plan, list(variables.values()))
    columns = [Var(atom.variable) for atom in plan.atoms]
    columns = [*map(Var, variables), *columns]
    return Select(tuple(columns), patterns)


class _Compiler:
    """Writes the patterns so that a store begins with the names, if there are any.

    To begin with all facts of a type, or with all that have a common title, takes a hundred times as long.
    """

    def __init__(self, ontology: Ontology, as_of: datetime.date | None, newest: str | None, *, has_names: bool) -> None:
        self.ontology = ontology
        self.has_names = has_names
        self.as_of = as_of.isoformat() if as_of else None
        self.today = self.as_of or newest
        self._count = 0

    def _fresh(self, stem: str) -> Var:
        self._count += 1
        return Var(f"{stem}{self._count}")

    def atom(self, atom: Atom) -> Iterator[Pattern]:
        """All patterns of one situation."""
        fact = Var(atom.variable)
        kind: list[Pattern] = [Triple(fact, (_term("type"),), _term(atom.relation.situation))]
        if _shares_slots(atom):
            kind.append(Triple(fact, (_term("relation"),), _term(atom.relation.name)))
        yield from self._arguments(fact, atom)
        yield from [Exists(Group(tuple(kind)))] if self.has_names and atom.arguments else kind
        for slot, quantity in atom.quantities:
            yield from self._quantity(fact, slot, quantity)
        if atom.requires:
            yield self._required(fact, atom.requires, atom.relation.aspect, atom.tense)
        yield from self._tense(fact, atom)
        if atom.whole and atom.tense is not Tense.PLANNED:
            yield from self._nothing_left(fact, atom)
        for slot, known in atom.excluded:
            for term in known.terms:
                yield Exists(Group((_triple(fact, slot, Term(term)),)), negated=True)
        for period in atom.periods:
            yield from self._period(fact, atom, period)
        if self.as_of:
            yield from self._known_by(fact)

    def _arguments(self, fact: Var, atom: Atom) -> Iterator[Pattern]:
        ends = (atom.relation.subject_slot, atom.relation.object_slot or "")
        swap = dict(zip(ends, reversed(ends), strict=True))
        terms: list[tuple[str, Var | Term]] = []
        texts: list[tuple[str, OneOf]] = []
        for slot, argument in atom.arguments:
            if isinstance(argument, Variable):
                terms.append((slot, Var(argument.name)))
            elif self.has_names and not argument.terms[0].startswith("<"):
                texts.append((slot, argument))
            elif len(argument.terms) == 1:
                terms.append((slot, Term(argument.terms[0])))
            else:
                variable = self._fresh(slot.split("|")[0])
                yield Values(variable, tuple(map(Term, argument.terms)))
                terms.append((slot, variable))
        ordered = [(slot, term) for slot, term in terms if slot in ends]
        others = [(slot, term) for slot, term in terms if slot not in ends]
        if atom.relation.symmetric and ends[0] != ends[1] and ordered:
            forward = Group(tuple(_triple(fact, slot, term) for slot, term in ordered))
            backward = Group(tuple(_triple(fact, swap[slot], term) for slot, term in ordered))
            yield sparql.Union((forward, backward))
        else:
            yield from (_triple(fact, slot, term) for slot, term in ordered)
            yield from _distinct([term for _, term in ordered] if ends[0] == ends[1] else [])
        yield from (_triple(fact, slot, term) for slot, term in others)
        for slot, known in texts:
            variable = self._fresh(slot.split("|")[0])
            yield _triple(fact, slot, variable)
            yield In(variable, tuple(map(Term, known.terms)))

    def _quantity(self, fact: Var, slot: str, quantity: Quantity) -> Iterator[Pattern]:
        value = self._fresh(slot)
        stated = Triple(fact, (_term(slot),), value)
        if quantity.side == UNSTATED:
            yield Exists(Group((stated,)), negated=True)
            return
        yield stated
        currency = Triple(fact, (_term("currency"),), Term(str(Literal(quantity.currency or ""))))
        if quantity.side == ELSEWHERE:
            yield Exists(Group((currency,)), negated=True)
            return
        ends = ((">=", quantity.amount), ("<=", quantity.most)) if quantity.side == RANGE else ()
        for sign, number in ends or ((quantity.side, quantity.amount),):
            yield Compare(value, sign, Term(str(Literal(f"{number:f}", datatype=XSD_DECIMAL))))
        if quantity.currency not in (None, SHARE):
            yield currency

    def _required(self, fact: Var, aspect: str, own: str, tense: Tense) -> Pattern:
        """That the aspect is so, on somebody's word; an end or a start may also be known without one."""
        part, status = self._fresh("aspect"), self._fresh("status")
        by_aspect = Group(
            (
                Triple(fact, (_term("hasAspect"),), part),
                Triple(part, (_term("name"),), Term(str(Literal(aspect)))),
                Triple(part, (_term("aspectStatus"),), status),
                Values(status, (Term('"asserted"'), Term('"stated"'), Term('"disputed"'))),
            )
        )
        if aspect == "ended" and tense is Tense.PLANNED:
            return Exists(by_aspect)
        if aspect == "ended":
            return Triple(fact, (_term("ended"),), _TRUE)
        if own == aspect:  # to join is more than to be there since a day that is known
            return Exists(by_aspect)
        dated = Group((Triple(fact, (_term("startEarliest"),), self._fresh("known")),))
        return Exists(Group((sparql.Union((by_aspect, dated)),)))

    def _tense(self, fact: Var, atom: Atom) -> Iterator[Pattern]:
        tense = atom.tense
        ended = Group((Triple(fact, (_term("ended"),), _TRUE),))
        if tense in PRESENT:
            if self.as_of is None:
                yield Exists(ended, negated=True)
            else:
                later = Group(self._bounded(fact, "endEarliest", ">", self.as_of))
                over = Group((*ended.patterns, Exists(later, negated=True)))
                yield Exists(over, negated=True)
            if self.today is not None:
                # An end that is known to lie before the day, though no source says in so many words that it ended.
                yield Exists(Group(self._bounded(fact, "endLatest", "<", self.today)), negated=True)
        elif tense is Tense.FORMER:
            yield Exists(ended)
        elif tense is Tense.PLANNED and atom.aspect == "ended":
            yield Exists(ended, negated=True)
        elif tense is Tense.PLANNED:
            yield Triple(fact, (_term("realised"),), Term(str(Literal(False))))

    def _nothing_left(self, fact: Var, atom: Atom) -> Iterator[Pattern]:
        """That no situation of the same two goes on: whoever was two things and gave up one has not left.

        The two are bound outside of NOT EXISTS, or a planner would begin within it, at any situation of anybody.
        """
        still = self._fresh("still")
        ends = dict.fromkeys((atom.relation.subject_slot, atom.relation.object_slot or atom.relation.subject_slot))
        pairs = [(end, self._fresh(end)) for end in ends]
        yield from (Triple(fact, (_term(end),), var) for end, var in pairs)
        same = [Triple(still, (_term(end),), var) for end, var in pairs]
        ended = Group((Triple(still, (_term("ended"),), _TRUE),))
        yield Exists(Group((*same, Exists(ended, negated=True))), negated=True)

    def _bounded(self, fact: Var, bound: str, sign: str, day: str) -> tuple[Pattern, ...]:
        variable = self._fresh(bound)
        return (Triple(fact, (_term(bound),), variable), Compare(variable, sign, Term(str(date_literal(day)))))

    def _known_by(self, fact: Var) -> Iterator[Pattern]:
        """What began or happened later than the day asked about was not yet so."""
        for bound in ("startEarliest", "dateEarliest"):
            yield Exists(Group(self._bounded(fact, bound, ">", self.as_of or "")), negated=True)

    def _period(self, fact: Var, atom: Atom, period: Period) -> Iterator[Pattern]:
        """Only what certainly lies in the period: an unknown day is in none."""
        point = point_of(atom, self.ontology)
        if point is None and period.side == "until" and not period.text.lower().startswith("by"):
            yield from self._ending(fact, period)
            return
        if point is None or period.side == "as of":
            yield from self._overlap(fact, period)
            return
        if period.side == "of" and point != "announced":  # "the round of May" was agreed or made known then
            points = (point, "announced")
            yield sparql.Union(tuple(Group(tuple(self._at_point(fact, each, period))) for each in points))
            return
        yield from self._at_point(fact, point, period)

    def _at_point(self, fact: Var, point: str, period: Period) -> Iterator[Pattern]:
        """That a point of the situation's time certainly lies in the period."""
        first, last = self._fresh("earliest"), self._fresh("latest")
        begin, end = Term(str(date_literal(period.first))), Term(str(date_literal(period.last)))
        if period.side in ("within", "of", "since", "after"):
            yield Triple(fact, (_term(f"{point}Earliest"),), first)
            yield Compare(first, ">" if period.side == "after" else ">=", end if period.side == "after" else begin)
        if period.side in ("within", "of", "until", "before"):
            yield Triple(fact, (_term(f"{point}Latest"),), last)
            yield Compare(last, "<" if period.side == "before" else "<=", begin if period.side == "before" else end)

    def _ending(self, fact: Var, period: Period) -> Iterator[Pattern]:
        """What lasted until then, and no longer: "who ran X until 2021"."""
        first, last = self._fresh("earliest"), self._fresh("latest")
        yield Triple(fact, (_term("endLatest"),), last)
        yield Compare(last, ">=", Term(str(date_literal(period.first))))
        yield Triple(fact, (_term("endEarliest"),), first)
        yield Compare(first, "<=", Term(str(date_literal(period.last))))

    def _overlap(self, fact: Var, period: Period) -> Iterator[Pattern]:
        """That a state certainly held at some time of the period; with "since", all along from its beginning."""
        start, end = self._fresh("start"), self._fresh("end")
        first, last = period.inner or (period.first, period.first if period.side == "until" else period.last)
        yield Triple(fact, (_term("startLatest"),), start)
        if period.side == "before":
            yield Compare(start, "<", Term(str(date_literal(period.first))))
            return
        if period.side != "after":  # what begins later is no less after it
            yield Compare(start, "<=", Term(str(date_literal(last))))
        still = Exists(Group((Triple(fact, (_term("ended"),), _TRUE),)), negated=True)
        begin = Term(str(date_literal(period.last if period.side == "after" else first)))
        over = self._fresh("over")
        gone = (Triple(fact, (_term("endLatest"),), over), Compare(over, "<", begin))
        yield Exists(Group(gone), negated=True)  # a planned end counts, once its day is past
        until = (Triple(fact, (_term("endEarliest"),), end), Compare(end, ">=", begin))
        yield sparql.Union((Group((Triple(fact, (_term("startLatest"),), start), still)), Group(until)))

    def classes(self, variable: Variable, plan: Plan) -> Iterator[Pattern]:
        """The class of a variable, where its slot does not already say as much."""
        wider = {
            cls
            for atom in plan.atoms
            for slot, term in atom.arguments
            if isinstance(term, Variable) and term.name == variable.name
            for cls in [_class_of(atom, slot)]
        }
        wanted = [name for name in variable.classes if name not in wider]
        if not wanted or None in wider:
            return
        names = {cls for cls in self.ontology.parents for name in wanted if name in self.ontology.ancestors(cls)}
        cls = self._fresh("class")
        fitting = (
            Values(cls, tuple(_term(name) for name in sorted(names | set(wanted)))),
            Triple(Var(variable.name), (_term("type"),), cls),
        )
        # Where names narrow the rows down, a class is looked up for each: there are far more entities of the class.
        yield from [Exists(Group(fitting))] if self.has_names else fitting


def _apart(plan: Plan, variables: list[Variable]) -> Iterator[Pattern]:
    """That whatever is found is none of those named, and, for "another", that no two of them are one."""
    if plan.apart is Apart.NOTHING:
        return
    for variable in variables:
        for name in plan.names:
            yield Compare(Var(variable.name), "!=", Term(str(NamedNode(name))))
    for left, right in combinations(variables, 2) if plan.apart is Apart.OTHERS else ():
        yield Compare(Var(left.name), "!=", Var(right.name))


def _term(name: str) -> Term:
    """A term of the ontology, by a name that was read from the ontology's file."""
    return Term(str(TYPE)) if name == "type" else Term(str(NamedNode(CG + name)))


def _triple(fact: Var, slot: str, term: Var | Term) -> Triple:
    return Triple(fact, tuple(_term(name) for name in slot.split("|")), term)


def _distinct(terms: list[Var | Term]) -> Iterator[Pattern]:
    if len(terms) == 2 and any(isinstance(term, Var) for term in terms):
        left, right = terms if isinstance(terms[0], Var) else reversed(terms)
        if isinstance(left, Var):
            yield Compare(left, "!=", right)


def _shares_slots(atom: Atom) -> bool:
    """Whether the situation's slots are neutral, so that only cg:relation tells its relations apart."""
    return atom.relation.subject_slot == "subject"


def _class_of(atom: Atom, slot: str) -> str | None:
    if slot == atom.relation.subject_slot:
        return atom.relation.subject_class
    return atom.relation.object_class if slot == atom.relation.object_slot else None
