"""Whether two results are the same: rows in any order, blank nodes by any name, numbers by their value."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    Store,
    Triple,
)

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float")}
Term = NamedNode | BlankNode | Literal | Triple
Row = Mapping[str, Term]


def by_value(term: Term) -> Term:
    """A term, its number written in one way."""
    if isinstance(term, Triple):
        return Triple(by_value(term.subject), term.predicate, by_value(term.object))  # type: ignore[arg-type]
    if isinstance(term, Literal) and term.datatype.value in _NUMBERS:
        try:
            number = Decimal(term.value)
        except InvalidOperation:
            return term
        text = format(number.normalize(), "f") if number.is_finite() else term.value
        # A double is what its bits say, not its digits.
        if term.datatype.value.endswith(("double", "float")):
            text = repr(float(term.value))
        return Literal(text, datatype=term.datatype)
    return term


def same_triples(left: Iterable[Triple | Quad], right: Iterable[Triple | Quad]) -> bool:
    """Whether two graphs say the same."""
    return _canonical(left) == _canonical(right)


def _canonical(triples: Iterable[Triple | Quad]) -> Dataset:
    # A store writes every literal of a type that it knows in one way.
    store = Store()
    store.extend(Quad(*(by_value(term) for term in (each.subject, each.predicate, each.object))) for each in triples)  # type: ignore[arg-type]
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def same_rows(left: Iterable[Row], right: Iterable[Row]) -> bool:
    """Whether two tables hold the same rows, as often."""
    return same_triples(_as_triples(left), _as_triples(right))


def _as_triples(rows: Iterable[Row]) -> list[Triple]:
    """A table as a graph: one blank node a row, one property a variable."""
    triples = []
    for number, row in enumerate(rows):
        node = BlankNode(f"row{number}")
        triples.append(Triple(node, NamedNode("urn:is"), Literal("row")))
        triples += [Triple(node, NamedNode(f"urn:var:{name}"), value) for name, value in row.items()]
    return triples


def rows_of(solutions: QuerySolutions) -> list[Row]:
    """A table's rows, each with what is bound in it."""
    names = [variable.value for variable in solutions.variables]
    return [{name: row[name] for name in names if row[name] is not None} for row in solutions]


def same_csv(left: str, right: str) -> bool:
    """CSV has no types: cells are compared as text, numbers included, blank nodes by where they stand."""
    return _csv(left) == _csv(right)


def _csv(text: str) -> list[list[tuple[str, str]]]:
    rows = csv.DictReader(io.StringIO(text, newline=""))
    return sorted(sorted((name, "_:" if cell.startswith("_:") else cell) for name, cell in row.items()) for row in rows)
