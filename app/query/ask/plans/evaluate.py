"""Runs plans on a store and brings back the answers with the facts that they rest on."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolutions

from app.graphs import FACT_GRAPHS, PLAIN_GRAPHS, PLANNED, REPORTED, UNCONFIRMED
from app.model import Fact
from app.ontology import Ontology
from app.query.ask.grammar.reading import Asked, Tense
from app.query.ask.lexical.lexicon import Lexicon
from app.query.ask.lexical.quantities import SHARE, Quantity
from app.query.ask.plans.compile import compile_plan
from app.query.ask.plans.measuring import ELSEWHERE, UNSTATED, Verdict, judged, nearby
from app.query.ask.plans.plan import Atom, Plan
from app.query.ask.plans.rounds import measures_another
from app.query.lookup import Lookup
from app.query.nodes import read_fact_nodes

_MOST_ROWS, MOST_TOLD = 500, 100
"""How many rows are compared for a superlative, and how many are read where each is an answer by itself."""
_TERMS = (NamedNode, Literal)
ALL_GRAPHS = (*PLAIN_GRAPHS, REPORTED, PLANNED, UNCONFIRMED)


@dataclass(frozen=True)
class Row:
    """One answer: the term itself, if the question asks for one, and the fact of each situation in the plan."""

    term: NamedNode | Literal | None
    facts: tuple[Fact, ...]
    bound: tuple[tuple[str, str], ...] = ()

    def value(self, variable: str) -> str | None:
        """What a variable of the plan was found to be."""
        return dict(self.bound).get(variable)


@dataclass(frozen=True)
class Aside:
    """What was held against a bound of the question and is neither sure to fit nor sure not to.

    `open` is known too loosely, sources differ on what is `disputed`, and `other` gives the number of another thing (of
    the round, where the part of one is asked of). So many are `elsewhere`, in other currencies, or `unstated`.
    """

    bound: Quantity
    open: tuple[Row, ...] = ()
    disputed: tuple[Row, ...] = ()
    other: tuple[Row, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    unstated: frozenset[str] = frozenset()
    cut: bool = False
    """Whether there were more than could be read."""

    @property
    def near(self) -> bool:
        """Whether any of it may fit."""
        return bool(self.open or self.disputed or self.other)

    def joined(self, more: Aside) -> Aside:
        """This and what was set aside of another plan with the same bound, each thing once."""
        return Aside(
            self.bound,
            _once(self.open, more.open),
            _once(self.disputed, more.disputed),
            _once(self.other, more.other),
            self.elsewhere | more.elsewhere,
            self.unstated | more.unstated,
            self.cut or more.cut,
        )


@dataclass(frozen=True)
class Found:
    """What a plan gave, the query that gave it, and what may fit besides."""

    plan: Plan
    query: str
    rows: tuple[Row, ...]
    aside: Aside | None = None


class Evaluator:
    """Runs plans on one store."""

    def __init__(
        self,
        lookup: Lookup,
        ontology: Ontology,
        lexicon: Lexicon,
        as_of: datetime.date | None,
        newest: str | None = None,
    ) -> None:
        """`newest` is the day of the newest article, by which things are present where no day is asked about."""
        self.lookup = lookup
        self.ontology = ontology
        self.lexicon = lexicon
        self.as_of = as_of
        self.newest = newest
        self._facts: dict[NamedNode, Fact] = {}
        self._rows: dict[tuple[str, tuple[str, ...]], list[dict[str, object]]] = {}

    def run(self, plan: Plan, *, graphs: Sequence[str] = PLAIN_GRAPHS) -> Found:
        """The plan's rows, over the graphs that a plain query reads, unless plans are asked for or others are named."""
        if any(atom.tense is Tense.PLANNED for atom in plan.atoms):
            graphs = ALL_GRAPHS
        query = self._query(plan)
        if not plan.atoms or plan.missing:  # what the store does not name takes part in nothing
            return Found(plan, query, ())
        bound = next((q for atom in plan.atoms for _, q in atom.quantities if q.compares), None)
        if bound is None or plan.order:
            return Found(plan, query, self._rows_of(plan, query, graphs, _MOST_ROWS if plan.order else MOST_TOLD))
        return self._measured(plan, query, bound, graphs)

    def _query(self, plan: Plan) -> str:
        return str(compile_plan(plan, self.ontology, as_of=self.as_of, newest=self.newest))

    def _rows_of(self, plan: Plan, query: str, graphs: Sequence[str], most: int) -> tuple[Row, ...]:
        """The rows of a query for a plan."""
        solutions = self._solutions(query, tuple(graphs))[:most]
        self._read(node for terms in solutions for node in _fact_nodes(plan, terms))
        rows = [
            Row(
                term if isinstance(term := terms.get(plan.answer.name) if plan.answer else None, _TERMS) else None,
                tuple(self._facts[node] for node in _fact_nodes(plan, terms)),
                tuple((name, value.value) for name, value in terms.items() if isinstance(value, _TERMS)),
            )
            for terms in solutions
        ]
        return tuple(sorted(rows, key=_row_order))

    # --- numbers held against a bound ---------------------------------------------------------------------------------

    def _measured(self, plan: Plan, query: str, bound: Quantity, graphs: Sequence[str]) -> Found:
        """The rows whose numbers are sure to be as the question wants them, and beside them what may be.

        The query that is shown compares the bare numbers; whatever comes near enough is read, and judged by its words.
        """
        near = with_bound(plan, nearby)
        kinds: dict[Verdict, list[Row]] = {verdict: [] for verdict in Verdict}
        other = []
        rows = self._rows_of(near, self._query(near), graphs, _MOST_ROWS)
        for row in rows:
            if any(measures_another(f, plan, a, self.lexicon, self.lookup) for a, f in _sized(plan, row)):
                other.append(row)
            else:
                kinds[self._judged(plan, row)].append(row)
        sure = kinds[Verdict.YES]
        if plan.asked is Asked.WHETHER:  # a dispute is what such a question is told
            sure = sure + kinds[Verdict.DISPUTED]
        money = bound.currency not in (None, SHARE)
        aside = Aside(
            bound,
            open=tuple(kinds[Verdict.OPEN]),
            disputed=tuple(kinds[Verdict.DISPUTED]) if plan.asked is not Asked.WHETHER or not sure else (),
            other=tuple(other),
            elsewhere=self._roots(with_bound(plan, lambda q: replace(q, side=ELSEWHERE)), graphs if money else ()),
            unstated=self._roots(with_bound(plan, lambda q: replace(q, side=UNSTATED)), graphs),
            cut=len(rows) >= _MOST_ROWS,
        )
        return Found(plan, query, tuple(sure), aside)

    def _judged(self, plan: Plan, row: Row) -> Verdict:
        """Whether all numbers of a row are as the question wants them."""
        verdicts = {
            judged(fact, slot, quantity, self.lookup.claims_by_id(fact.supported_by))
            for atom, fact in _sized(plan, row)
            for slot, quantity in atom.quantities
        }
        worst = (Verdict.NO, Verdict.DISPUTED, Verdict.OPEN, Verdict.YES)
        return next(verdict for verdict in worst if verdict in verdicts)

    def _roots(self, plan: Plan, graphs: Sequence[str]) -> frozenset[str]:
        """The facts that a plan's first situation can be, without reading them."""
        solutions = self._solutions(self._query(plan), tuple(graphs)) if graphs else ()
        return frozenset(node.value for terms in solutions for node in _fact_nodes(plan, terms)[:1])

    def _solutions(self, query: str, graphs: tuple[str, ...]) -> list[dict[str, object]]:
        """The rows of a query; readings that mean the same share them."""
        if (query, graphs) not in self._rows:
            defaults = [self.lookup.iris.graph(name) for name in graphs]
            solutions = self.lookup.store.query(query, default_graphs=defaults)
            assert isinstance(solutions, QuerySolutions)  # noqa: S101  (it is a SELECT)
            columns = [variable.value for variable in solutions.variables]
            rows = (dict(zip(columns, solution, strict=True)) for solution in islice(solutions, _MOST_ROWS))
            self._rows[query, graphs] = list(rows)
        return self._rows[query, graphs]

    def _read(self, nodes: Iterable[NamedNode]) -> None:
        """Read those facts that are not known yet, all at once."""
        new = dict.fromkeys(node for node in nodes if node not in self._facts)
        graphs = [self.lookup.iris.graph(name) for name in FACT_GRAPHS]
        for fact in read_fact_nodes(
            self.lookup.store, [(node, graph) for node in new for graph in graphs], self.lookup.iris
        ):
            self._facts[self.lookup.iris.fact(fact.id)] = fact


def _once(rows: Sequence[Row], more: Sequence[Row]) -> tuple[Row, ...]:
    return tuple({tuple(fact.id for fact in row.facts): row for row in (*rows, *more)}.values())


def _sized(plan: Plan, row: Row) -> list[tuple[Atom, Fact]]:
    """The situations of a plan that must have a certain size, with their facts."""
    return [(atom, fact) for atom, fact in zip(plan.atoms, row.facts, strict=False) if atom.quantities]


def with_bound(plan: Plan, change: Callable[[Quantity], Quantity]) -> Plan:
    """The plan with other bounds for its numbers."""
    return replace(
        plan,
        atoms=tuple(
            replace(a, quantities=tuple((slot, change(q) if q.compares else q) for slot, q in a.quantities))
            for a in plan.atoms
        ),
    )


def _fact_nodes(plan: Plan, terms: Mapping[str, object]) -> list[NamedNode]:
    """The facts of a solution, one for each situation of the plan."""
    return [node for atom in plan.atoms if isinstance(node := terms.get(atom.variable), NamedNode)]


def _row_order(row: Row) -> tuple[str, tuple[str, ...]]:
    return str(row.term or ""), tuple(fact.id for fact in row.facts)
