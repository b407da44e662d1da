"""The graph read as nouns: articles, claims, entities and facts, by id, by filter, or by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions

from app.graphs import DERIVED, ENTITIES, FACT_GRAPHS, read_entities, read_facts
from app.model import AnswerEvidence, Article, Claim, Entity, Extraction, Fact, Status
from app.query import nodes
from app.query.checks import not_found, relation_term, scope_graphs, subclasses
from app.query.names import best_rank, fold
from app.store.base import Pattern, Store
from app.vocab import IS_REPLACED_BY, PREF_LABEL, TYPE, Iris, cg

_Filter = tuple[NamedNode, Sequence[NamedNode | Literal]]
_Place = tuple[NamedNode, NamedNode]


@dataclass(frozen=True)
class Lookup:
    """A store's graph as nouns. Holds no data of its own, so it is cheap to make and never stale.

    >>> from app.store.embedded import EmbeddedStore
    >>> Lookup(EmbeddedStore(), Iris()).articles()
    []
    """

    store: Store
    iris: Iris

    # --- articles and what they say ---------------------------------------------------------------------------------

    def articles(self) -> list[Article]:
        """All articles, by date of publication, title and id; undated ones first."""
        places = [
            (quad.subject, quad.graph_name)
            for quad in self._articles()
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode)
        ]
        return nodes.read_article_nodes(self.store, places, self.iris)

    def articles_by_id(self, article_ids: Iterable[str]) -> list[Article]:
        """The articles of the given ids, in the order of `articles`; an id that does not exist is passed over."""
        places = [
            (node, self.iris.article_graph(id_))
            for id_ in article_ids
            if (node := nodes.iri_or_none(self.iris.article, id_))
        ]
        return nodes.read_article_nodes(self.store, places, self.iris)

    def article_count(self) -> int:
        """How many articles there are."""
        return len(self._articles())

    def _articles(self) -> list[Quad]:
        told = self.store.quads(None, TYPE, cg("Article"))
        return [quad for quad in told if nodes.is_article_graph(quad, self.iris)]

    def article(self, article_id: str) -> Extraction:
        """An article with its entities and claims.

        Raises:
            NotFound: there is none of that id.
        """
        found = nodes.read_extraction(self.store, article_id, self.iris)
        if found is None:
            raise not_found("article", article_id, (article.id for article in self.articles()))
        return found

    def claims(
        self,
        *,
        article: str | None = None,
        entity: str | None = None,
        relation: str | None = None,
        status: Status | None = None,
    ) -> list[Claim]:
        """The claims that fit every given filter, by article, place in it, and id."""
        patterns = [f"?claim a {cg('Claim')}"]
        if article is not None:
            if (node := nodes.iri_or_none(self.iris.article, article)) is None:
                return []
            patterns.append(f"?claim {cg('inArticle')} {node}")
        if relation is not None:
            patterns.append(f"?claim {cg('relation')} {relation_term(relation)}")
        if status is not None:
            patterns.append(f"?claim {cg('status')} {Literal(str(status))}")
        where = f"GRAPH ?graph {{ {' . '.join(patterns)} }}"
        if entity is not None:
            if (node := nodes.iri_or_none(self.iris.entity, entity)) is None:
                return []
            where = (
                f"GRAPH {self.iris.graph(ENTITIES)} {{ ?local {cg('denotes')} {node} }} "
                f"GRAPH ?graph {{ ?claim {cg('subject')}|{cg('object')} ?local }} {where}"
            )
        found = nodes.read_claim_nodes(self.store, nodes.select_nodes(self.store, "claim", where), self.iris)
        return sorted(found, key=_place)

    def claim(self, claim_id: str) -> Claim:
        """One claim.

        Raises:
            NotFound: there is none of that id.
        """
        found = self.claims_by_id([claim_id])
        if not found:
            everything = nodes.select_nodes(self.store, "claim", f"GRAPH ?graph {{ ?claim a {cg('Claim')} }}")
            prefix = self.iris.claim("").value
            raise not_found("claim", claim_id, (node.value.removeprefix(prefix) for node in everything))
        return found[0]

    def claims_by_id(self, claim_ids: Iterable[str]) -> list[Claim]:
        """The claims of the given ids, in that order; an id that does not exist is passed over."""
        minted = (nodes.iri_or_none(self.iris.claim, claim_id) for claim_id in claim_ids)
        return nodes.read_claim_nodes(self.store, [node for node in minted if node], self.iris)

    # --- entities ---------------------------------------------------------------------------------------------------

    def entities(self, *, type: str | None = None) -> list[Entity]:  # noqa: A002  (it is what callers filter by)
        """The entities of a class and its subclasses, sorted by id; inferred classes such as DataVendor count."""
        graph = self.iris.graph(ENTITIES)
        if type is None:
            return read_entities(self.store.quads(graph=graph), self.iris)
        inferred = self.iris.graph(DERIVED)
        of_class = [
            Pattern(None, TYPE, cg(name), source) for name in subclasses(type, "entity") for source in (graph, inferred)
        ]
        found = {quad.subject for quad in self.store.matching(of_class) if isinstance(quad.subject, NamedNode)}
        return nodes.read_entity_nodes(self.store, found, graph, self.iris)

    def entity(self, entity_id: str) -> Entity:
        """One entity, by an id such as `organization/scale-ai`; one that was merged away leads to what it became.

        Raises:
            NotFound: there is none of that id.
        """
        graph = self.iris.graph(ENTITIES)
        node = nodes.iri_or_none(self.iris.entity, entity_id)
        seen: set[NamedNode] = set()
        while node is not None and node not in seen:
            seen.add(node)
            if found := nodes.read_entity_nodes(self.store, [node], graph, self.iris):
                return found[0]
            replaced = self.store.quads(node, IS_REPLACED_BY, None, graph)
            node = next((quad.object for quad in replaced if isinstance(quad.object, NamedNode)), None)
        known = (quad.subject for quad in self.store.quads(None, PREF_LABEL, None, graph))
        raise not_found(
            "entity", entity_id, (self.iris.local_name(node) for node in known if isinstance(node, NamedNode))
        )

    def entities_by_id(self, entity_ids: Iterable[str]) -> list[Entity]:
        """The entities of the given ids, sorted; an id that does not exist or was merged away is passed over."""
        minted = (nodes.iri_or_none(self.iris.entity, entity_id) for entity_id in entity_ids)
        wanted = [node for node in minted if node]
        return nodes.read_entity_nodes(self.store, wanted, self.iris.graph(ENTITIES), self.iris)

    def search(self, text: str, *, type: str | None = None, limit: int = 20) -> list[Entity]:  # noqa: A002
        """The entities whose names contain the text, best first; case and accents do not matter."""
        folded = fold(text)
        if not folded:
            return []
        ranked = [
            (rank, len(entity.name), entity.name, entity.id, entity)
            for entity in self.entities(type=type)
            if (rank := best_rank(folded, entity.name, entity.aliases)) is not None
        ]
        return [entity for *_, entity in sorted(ranked, key=lambda row: row[:4])[:limit]]

    # --- facts ------------------------------------------------------------------------------------------------------

    def facts(
        self,
        *,
        scope: str = "facts",
        type: str | None = None,  # noqa: A002
        relation: str | None = None,
        entity: str | Collection[str] | None = None,
        status: Status | None = None,
    ) -> list[Fact]:
        """The facts of a scope (`facts`, `reported`, `planned`, `all`) that fit every given filter, sorted by id.

        Of several entities, those of any.
        """
        graphs = [self.iris.graph(name) for name in scope_graphs(scope)]
        filters = list(_filters(type, relation, status))
        if entity is not None:
            found = self._named_by([entity] if isinstance(entity, str) else sorted(entity), graphs, filters)
        elif filters:
            found = self._fitting(graphs, filters)
        else:
            return read_facts(self.store.matching(Pattern(graph=graph) for graph in graphs), self.iris)
        return nodes.read_fact_nodes(self.store, found, self.iris)

    def shared_facts(self, entities: Sequence[str], *, scope: str = "facts") -> list[Fact]:
        """The facts of a scope that name all of the entities, sorted by id."""
        graphs = [self.iris.graph(name) for name in scope_graphs(scope)]
        naming = (dict.fromkeys(self._named_by([entity], graphs, ())) for entity in entities)
        first = next(naming, {})
        for places in naming:
            first = {place: None for place in first if place in places}
        return nodes.read_fact_nodes(self.store, first, self.iris)

    def facts_of_claims(self, claim_ids: Collection[str]) -> list[Fact]:
        """The facts, whichever graphs they lie in, that any of the claims supports or disputes, sorted by id."""
        claims = [node for id_ in claim_ids if (node := nodes.iri_or_none(self.iris.claim, id_))]
        graphs = [self.iris.graph(name) for name in FACT_GRAPHS]
        told = self._subjects(
            Pattern(None, cg(name), claim, graph)
            for name in ("supportedBy", "disputedBy")
            for claim in claims
            for graph in graphs
        )
        prefix = self.iris.fact("").value
        facts = [(node, graph) for node, graph in told if node.value.startswith(prefix) and "#" not in node.value]
        return nodes.read_fact_nodes(self.store, facts, self.iris)

    def _fitting(self, graphs: Iterable[NamedNode], filters: Iterable[_Filter]) -> list[_Place]:
        """Where the facts are that fit the filters."""
        patterns = [f"?fact {cg('realised')} [] ."]
        for number, (predicate, values) in enumerate(filters):
            patterns.append(
                f"VALUES ?value{number} {{ {' '.join(map(str, values))} }} ?fact {predicate} ?value{number} ."
            )
        among = f"VALUES ?graph {{ {' '.join(map(str, graphs))} }}"
        where = f"{among} GRAPH ?graph {{ {' '.join(patterns)} }}"
        rows = self.store.query(f"SELECT DISTINCT ?fact ?graph WHERE {{ {where} }}")
        assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
        return [(row["fact"], row["graph"]) for row in rows]

    def _named_by(
        self, entities: Iterable[str], graphs: Sequence[NamedNode], filters: Iterable[_Filter]
    ) -> list[_Place]:
        """Where the facts are that name any of the entities and fit the filters.

        Starts at the entities, as a query may not: of a pattern without a constant a planner does not know that it is
        the narrow one, and goes through all facts.
        """
        ends = [node for id_ in entities if (node := nodes.iri_or_none(self.iris.entity, id_))]
        found = self._subjects(Pattern(None, None, end, graph) for end in ends for graph in graphs)
        for predicate, values in filters:
            found = self._subjects(Pattern(node, predicate, value, graph) for node, graph in found for value in values)
        return found

    def _subjects(self, patterns: Iterable[Pattern]) -> list[_Place]:
        quads = self.store.matching(patterns)
        return [
            (quad.subject, quad.graph_name)
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.graph_name, NamedNode)
        ]

    def fact(self, fact_id: str) -> Fact:
        """One fact, whichever graph it lies in.

        Raises:
            NotFound: there is none of that id.
        """
        node = nodes.iri_or_none(self.iris.fact, fact_id)
        graphs = [self.iris.graph(name) for name in FACT_GRAPHS]
        found = nodes.read_fact_nodes(self.store, [(node, graph) for graph in graphs if node], self.iris)
        if not found:
            everything = self.store.matching(Pattern(None, cg("realised"), None, graph) for graph in graphs)
            prefix = self.iris.fact("").value
            subjects = (quad.subject for quad in everything)
            known = (node.value.removeprefix(prefix) for node in subjects if isinstance(node, NamedNode))
            raise not_found("fact", fact_id, known)
        return found[0]

    def facts_by_id(self, fact_ids: Iterable[str]) -> list[Fact]:
        """The facts of the given ids, whichever graphs they lie in, sorted; one that does not exist is passed over."""
        minted = [node for id_ in fact_ids if (node := nodes.iri_or_none(self.iris.fact, id_))]
        starts = [(node, self.iris.graph(name)) for node in minted for name in FACT_GRAPHS]
        return nodes.read_fact_nodes(self.store, starts, self.iris)

    def evidence(self, fact: Fact) -> list[AnswerEvidence]:
        """The sentences that a fact rests on: of the claims that support it, then of those that dispute it.

        Who only holds it possible comes after those who say so.
        """
        claims = {claim.id: claim for claim in self.claims_by_id([*fact.supported_by, *fact.disputed_by])}
        sides = (
            sorted((claims[id_] for id_ in claim_ids if id_ in claims), key=_place)
            for claim_ids in (fact.supported_by, fact.disputed_by)
        )
        open_ = (Status.POSSIBLE, Status.QUESTION)
        told = (claim for side in sides for claim in sorted(side, key=lambda claim: claim.status in open_))
        return list(AnswerEvidence.each_once(_evidence(claim) for claim in told if claim.evidence))


def _filters(type_: str | None, relation: str | None, status: Status | None) -> Iterator[_Filter]:
    """What facts of a class, of a relation and with a status have in common."""
    if type_ is not None:
        yield TYPE, [cg(name) for name in subclasses(type_, "fact")]
    if relation is not None:
        yield cg("relation"), [relation_term(relation)]
    if status is not None:
        yield cg("status"), [Literal(str(status))]


def _evidence(claim: Claim) -> AnswerEvidence:
    return AnswerEvidence(
        article=claim.article,
        start=claim.quote.start,
        end=claim.quote.end,
        text=claim.quote.text,
        attribution=claim.attribution,
        status=claim.status,
        context=claim.context,
    )


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.article, claim.evidence[0].start if claim.evidence else 0, claim.id
