"""Runs plans on a store and brings back the answers with the facts that they rest on."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import Literal, NamedNode, QuerySolutions

from app.graphs import FACT_GRAPHS, PLAIN_GRAPHS, PLANNED, REPORTED, UNCONFIRMED
from app.model import Fact
from app.ontology import Ontology
from app.query.ask.grammar.reading import Tense
from app.query.ask.plans.compile import compile_plan
from app.query.ask.plans.plan import Plan
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
class Found:
    """What a plan gave, and the query that gave it."""

    plan: Plan
    query: str
    rows: tuple[Row, ...]


class Evaluator:
    """Runs plans on one store."""

    def __init__(
        self, lookup: Lookup, ontology: Ontology, as_of: datetime.date | None, newest: str | None = None
    ) -> None:
        """`newest` is the day of the newest article, by which things are present where no day is asked about."""
        self.lookup = lookup
        self.ontology = ontology
        self.as_of = as_of
        self.newest = newest
        self._facts: dict[NamedNode, Fact] = {}
        self._rows: dict[tuple[str, tuple[str, ...]], list[dict[str, object]]] = {}

    def run(self, plan: Plan, *, graphs: Sequence[str] = PLAIN_GRAPHS) -> Found:
        """The plan's rows, over the graphs that a plain query reads, unless plans are asked for or others are named."""
        if any(atom.tense is Tense.PLANNED for atom in plan.atoms):
            graphs = ALL_GRAPHS
        select = compile_plan(plan, self.ontology, as_of=self.as_of, newest=self.newest)
        query = str(select)
        if not plan.atoms or plan.missing:  # what the store does not name takes part in nothing
            return Found(plan, query, ())
        most = _MOST_ROWS if plan.order else MOST_TOLD
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
        return Found(plan, query, tuple(sorted(rows, key=_row_order)))

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


def _fact_nodes(plan: Plan, terms: Mapping[str, object]) -> list[NamedNode]:
    """The facts of a solution, one for each situation of the plan."""
    return [node for atom in plan.atoms if isinstance(node := terms.get(atom.variable), NamedNode)]


def _row_order(row: Row) -> tuple[str, tuple[str, ...]]:
    return str(row.term or ""), tuple(fact.id for fact in row.facts)
