"""Quads looked up by node and property."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.terms import Term
from app.vocab import TYPE, cg


class NodeReader:
    """Quads of one graph, looked up by node and property."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._values: dict[Term, dict[NamedNode, list[Term]]] = {}
        self._by_class: dict[Term, list[NamedNode]] = defaultdict(list)
        for quad in quads:
            subject, object_ = quad.subject, quad.object
            # Our own graphs hold nothing else; what a user wrote into them with blank nodes is not ours to read.
            if not isinstance(subject, NamedNode) or not isinstance(object_, NamedNode | Literal):
                continue
            self._values.setdefault(subject, {}).setdefault(quad.predicate, []).append(object_)
            if quad.predicate == TYPE:
                self._by_class[object_].append(subject)

    def nodes(self, class_name: str) -> list[NamedNode]:
        """The nodes of a class, sorted by IRI."""
        return sorted(self._by_class[cg(class_name)], key=lambda node: node.value)

    def subjects(self, predicate: NamedNode) -> list[NamedNode]:
        """The nodes that have a property, sorted by IRI."""
        having = [node for node, values in self._values.items() if isinstance(node, NamedNode) and predicate in values]
        return sorted(having, key=lambda node: node.value)

    def predicates(self, node: Term) -> list[NamedNode]:
        """The properties that a node has, sorted by IRI."""
        return sorted(self._values.get(node, {}), key=lambda predicate: predicate.value)

    def terms(self, node: Term, predicate: NamedNode) -> list[Term]:
        """All values of a property, sorted."""
        return sorted(self._values.get(node, {}).get(predicate, ()), key=lambda term: term.value)

    def parts(self, node: Term, predicate: NamedNode) -> list[NamedNode]:
        """The nodes that a property points to, in the order of the number at the end of their IRI, if any."""
        found = [term for term in self.terms(node, predicate) if isinstance(term, NamedNode)]
        return sorted(found, key=_index)

    def text(self, node: Term, predicate: NamedNode) -> str | None:
        """The one value of a property, or None."""
        values = self._values.get(node, {}).get(predicate)
        return values[0].value if values else None

    def required(self, node: Term, predicate: NamedNode) -> str:
        """The one value of a property; `ValueError` if the graph is broken."""
        value = self.text(node, predicate)
        if value is None:
            raise ValueError(f"{node} has no {predicate}")
        return value

    def number(self, node: Term, predicate: NamedNode) -> int | None:
        """The one value of a property as an integer, or None."""
        value = self.text(node, predicate)
        return None if value is None else int(value)


def _index(part: NamedNode) -> int:
    tail = part.value.rsplit("-", 1)[-1]
    return int(tail) if tail.isdigit() else 0
