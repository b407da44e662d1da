"""Which articles are versions of each other: look-ups from one to those that it replaces and that replace it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode, Quad

from app.claims.terms import REPLACES, URL
from app.rulings import Version
from app.store.base import Pattern
from app.upkeep.reading import Reading
from app.vocab import TYPE, cg


def versions_around(reading: Reading, names: Iterable[Iterable[str]]) -> list[Version]:
    """The stored articles of any of these ids or addresses, and all that claims to replace links with them."""
    found: dict[str, Version] = {}
    seen: set[str] = set()
    ahead = {name for group in names for name in group}
    while ahead:
        seen |= ahead
        new = [version for version in _named(reading, ahead) if version.id not in found]
        found |= {version.id: version for version in new}
        ahead = {name for version in new for name in version.names()} - seen
    return list(found.values())


def _named(reading: Reading, names: Iterable[str]) -> list[Version]:
    """The articles that have one of the names, and those that say that they replace what has it."""
    iris, listed = reading.iris, list(names)
    patterns = [Pattern(None, predicate, Literal(name)) for name in listed for predicate in (URL, REPLACES)]
    patterns += [Pattern(iris.article(name), TYPE, cg("Article")) for name in listed if _may_be_id(name)]
    nodes = {quad.subject for quad in reading.store.matching(patterns) if _is_article(quad, reading)}
    return _versions(reading, (node for node in nodes if isinstance(node, NamedNode)))


def _may_be_id(name: str) -> bool:
    return name.isalnum() and name.isascii()


def _is_article(quad: Quad, reading: Reading) -> bool:
    """Whether a quad is an article's own word about itself."""
    iris = reading.iris
    if not isinstance(quad.subject, NamedNode):
        return False
    article = quad.subject.value.removeprefix(iris.article("").value)
    return quad.graph_name == iris.article_graph(article)


def _versions(reading: Reading, nodes: Iterable[NamedNode]) -> list[Version]:
    iris, listed = reading.iris, list(nodes)
    prefix = iris.article("").value
    ids = [node.value.removeprefix(prefix) for node in listed]
    patterns = [
        Pattern(node, predicate, None, iris.article_graph(id_))
        for node, id_ in zip(listed, ids, strict=True)
        for predicate in (URL, REPLACES, cg("published"))
    ]
    told = {(quad.subject, quad.predicate): quad.object for quad in reading.store.matching(patterns)}

    def said(node: NamedNode, predicate: NamedNode) -> str | None:
        value = told.get((node, predicate))
        return value.value if isinstance(value, Literal) else None

    return [
        Version(id_, said(node, URL), said(node, REPLACES), said(node, cg("published")))
        for node, id_ in zip(listed, ids, strict=True)
    ]
