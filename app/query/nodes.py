"""Reads single nodes out of a store: each with its parts and what it names, and nothing else of the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad, QuerySolutions, Triple

from app.claims.reading import read_article, read_claims
from app.graphs import INDEX, read_entities, read_facts
from app.model import Article, Claim, Entity, Extraction, Fact
from app.store.base import Pattern, Store
from app.store.overtaken import reads_again
from app.vocab import Iris, cg


def iri_or_none(mint: Callable[[str], NamedNode], name: str) -> NamedNode | None:
    """The IRI of a name that a user gave, or None where it cannot be part of one ("scale ai")."""
    try:
        return mint(name)
    except ValueError:
        return None


def select_nodes(store: Store, variable: str, where: str) -> list[NamedNode]:
    """The distinct IRIs that a variable can take in a SPARQL pattern, sorted."""
    rows = store.query(f"SELECT DISTINCT ?{variable} WHERE {{ {where} }}")
    assert isinstance(rows, QuerySolutions)  # noqa: S101  (it is a SELECT)
    found = {row[variable] for row in rows}
    return sorted((node for node in found if isinstance(node, NamedNode)), key=lambda node: node.value)


def closure(
    store: Store, starts: Iterable[tuple[NamedNode, NamedNode]], follow: Callable[[Quad], bool]
) -> Iterator[Quad]:
    """The quads of nodes in graphs, and of the nodes there that they lead to by quads that are to be followed.

    The store is asked once for all that lie equally far away: a remote one is a round trip away.
    """
    ahead = dict.fromkeys(starts)
    seen = set(ahead)
    while ahead:
        found = store.matching(Pattern(subject=node, graph=graph) for node, graph in ahead)
        yield from found
        leads = (
            (quad.object, quad.graph_name) for quad in found if isinstance(quad.object, NamedNode) and follow(quad)
        )
        ahead = dict.fromkeys(
            (node, graph) for node, graph in leads if isinstance(graph, NamedNode) and (node, graph) not in seen
        )
        seen.update(ahead)


def leads_to_part(quad: Quad) -> bool:
    """Whether a quad's object exists only within its subject, or within what that is a part of."""
    whole = quad.subject.value.partition("#")[0] if isinstance(quad.subject, NamedNode) else None
    return whole is not None and isinstance(quad.object, NamedNode) and quad.object.value.startswith(f"{whole}#")


@reads_again
def read_article_nodes(store: Store, nodes: Collection[tuple[NamedNode, NamedNode]], iris: Iris) -> list[Article]:
    """The articles that lie at (node, graph), by date of publication, title and id; undated ones first."""
    told: dict[object, list[Quad]] = defaultdict(list)
    for quad in store.matching(Pattern(node, graph=graph) for node, graph in nodes):
        told[quad.subject].append(quad)
    read = (read_article(quads, iris).article for quads in told.values())
    return sorted(read, key=lambda article: (article.published or "", article.title or "", article.id))


@reads_again
def read_fact_nodes(store: Store, nodes: Collection[tuple[NamedNode, NamedNode]], iris: Iris) -> list[Fact]:
    """The facts that lie at (node, graph), sorted by id."""
    return read_facts(closure(store, nodes, leads_to_part), iris)


@reads_again
def read_entity_nodes(store: Store, nodes: Collection[NamedNode], graph: NamedNode, iris: Iris) -> list[Entity]:
    """The entities of the given nodes, with their names and members, sorted by id."""
    patterns = [
        pattern
        for node in nodes
        for pattern in (Pattern(node, None, None, graph), Pattern(None, cg("denotes"), node, graph))
    ]
    return read_entities(store.matching(patterns), iris)


@reads_again
def read_claim_nodes(store: Store, nodes: Sequence[NamedNode], iris: Iris) -> list[Claim]:
    """The claims of the given nodes that exist, in the order given."""
    quads = _claim_quads(store, nodes, iris, with_articles=False)
    by_id = {claim.id: claim for claim in read_claims(quads, iris)}
    prefix = iris.claim("").value
    wanted = (node.value.removeprefix(prefix) for node in nodes)
    return [by_id[claim_id] for claim_id in wanted if claim_id in by_id]


def claim_quads(store: Store, nodes: Iterable[NamedNode], iris: Iris) -> Iterator[Quad]:
    """Claims with their parts, their articles and the local entities that they name; of those that exist."""
    return _claim_quads(store, nodes, iris, with_articles=True)


def _claim_quads(store: Store, nodes: Iterable[NamedNode], iris: Iris, *, with_articles: bool) -> Iterator[Quad]:
    told = store.matching(Pattern(node, cg("inArticle")) for node in nodes)
    starts = [
        (quad.subject, quad.graph_name)
        for quad in told
        if is_article_graph(quad, iris)
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.graph_name, NamedNode)
    ]
    claims, articles = iris.claim("").value, iris.article("").value

    def belongs(quad: Quad) -> bool:
        assert isinstance(quad.subject, NamedNode)  # noqa: S101  (the graph is the product's own)
        assert isinstance(quad.object, NamedNode)  # noqa: S101  (`closure` asks of no other)
        subject, object_ = quad.subject.value, quad.object.value
        if subject.startswith(claims) and leads_to_part(quad):
            return True
        article, slash, _ = (
            object_.removeprefix(articles).partition("/") if object_.startswith(articles) else ("", "", "")
        )
        if slash:  # a local entity's mentions (entity/x#1-5) can be many, and no claim needs them
            return "#" not in object_
        return "#run" in article or (with_articles and bool(article))

    return closure(store, starts, belongs)


def read_extraction(store: Store, article_id: str, iris: Iris) -> Extraction | None:
    """All that one article says, or None if there is no such article."""
    graph = iri_or_none(iris.article_graph, article_id)
    quads = store.quads(graph=graph) if graph else []
    return read_article(quads, iris) if quads else None


def is_article_graph(quad: Quad, iris: Iris) -> bool:
    """Whether a quad lies in one of the graphs that hold articles (and not in one that a user wrote)."""
    graph = quad.graph_name
    return isinstance(graph, NamedNode) and graph.value.startswith(iris.article_graph("").value)


def description(store: Store, node: NamedNode, iris: Iris) -> Iterator[Triple]:
    """What the graph says of a node and of the parts that exist only within it; the index says nothing to anybody."""
    waiting, seen, index = [node], {node}, iris.graph(INDEX)
    while waiting:
        for quad in store.quads(waiting.pop()):
            if quad.graph_name == index:
                continue
            yield quad.triple
            part = quad.object
            if isinstance(part, NamedNode) and part.value.startswith(f"{node.value}#") and part not in seen:
                seen.add(part)
                waiting.append(part)
