"""Look-ups in the store as it was before a change, many at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.terms import Term
from app.graphs import ENTITIES, INDEX
from app.resolution.entities import LocalId
from app.store.base import Pattern, Store
from app.vocab import Iris, cg


class Reading:
    """Asks a store by what is known, never by scanning."""

    def __init__(self, store: Store, iris: Iris) -> None:
        self.store = store
        self.iris = iris
        self._index = iris.graph(INDEX)

    def about(self, nodes: Iterable[NamedNode], graph: NamedNode | None = None) -> dict[NamedNode, list[Quad]]:
        """The quads whose subject is each of the nodes; of the index unless another graph is named."""
        found: dict[NamedNode, list[Quad]] = defaultdict(list)
        for quad in self.store.matching(Pattern(subject=node, graph=graph or self._index) for node in nodes):
            if isinstance(quad.subject, NamedNode):
                found[quad.subject].append(quad)
        return found

    def leading(
        self, predicate: NamedNode, objects: Iterable[Term], graph: NamedNode | None = None
    ) -> dict[Term, list[NamedNode]]:
        """The nodes that have each of the objects as a value; in the index unless another graph is named."""
        found: dict[Term, list[NamedNode]] = {object_: [] for object_ in objects}
        patterns = (Pattern(None, predicate, object_, graph or self._index) for object_ in found)
        for quad in self.store.matching(patterns):
            # On disk, Oxigraph 0.5.13 answers for an integer whose last byte is 255 with some larger ones as well.
            subject, object_ = quad.subject, quad.object
            if isinstance(subject, NamedNode) and isinstance(object_, NamedNode | Literal) and object_ in found:
                found[object_].append(subject)
        return {object_: subjects for object_, subjects in found.items() if subjects}

    def values(
        self, nodes: Iterable[NamedNode], predicate: NamedNode, graph: NamedNode | None = None
    ) -> dict[NamedNode, Term]:
        """The one value that each of the nodes has of a property, if it has one."""
        patterns = (Pattern(node, predicate, None, graph or self._index) for node in nodes)
        return {
            quad.subject: quad.object
            for quad in self.store.matching(patterns)
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal)
        }

    def denoted(self, locals_: Iterable[LocalId]) -> dict[LocalId, str]:
        """The entities that local entities stood for."""
        nodes = {self.iris.local_entity(local.article, local.local): local for local in locals_}
        found = self.values(nodes, cg("denotes"), self.iris.graph(ENTITIES))
        return {
            nodes[node]: self.iris.local_name(entity) for node, entity in found.items() if isinstance(entity, NamedNode)
        }

    def local_id(self, node: NamedNode) -> LocalId:
        """The local entity of an IRI."""
        _, article, _, local = self.iris.local_name(node).split("/", 3)
        return LocalId(article, local)

    def articles_of(self, claim_ids: Iterable[str]) -> dict[str, str]:
        """By claim the id of the article that makes it; not of those that no article makes."""
        claims, articles = self.iris.claim("").value, self.iris.article("").value
        found = {}
        for quad in self.store.matching(Pattern(self.iris.claim(id_), cg("inArticle")) for id_ in claim_ids):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
                article = quad.object.value.removeprefix(articles)
                if quad.graph_name == self.iris.article_graph(article):  # and not a graph of somebody's own
                    found[quad.subject.value.removeprefix(claims)] = article
        return found

    def claims_about(self, locals_: Iterable[LocalId]) -> set[str]:
        """The ids of the claims that have any of the local entities as subject or object."""
        prefix = self.iris.claim("").value
        patterns = (
            Pattern(None, predicate, self.iris.local_entity(local.article, local.local), None)
            for local in locals_
            for predicate in (cg("subject"), cg("object"))
        )
        subjects = (quad.subject for quad in self.store.matching(patterns))
        return {
            subject.value.removeprefix(prefix)
            for subject in subjects
            if isinstance(subject, NamedNode) and subject.value.startswith(prefix)
        }
