"""Which corrections something rests on, said in a sentence each."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from app.claims.terms import REPLACES, URL
from app.query.lookup import Lookup
from app.query.nodes import is_article_graph
from app.store.base import Pattern
from app.vocab import TYPE, cg


def corrections(lookup: Lookup, claims: Iterable[str]) -> list[str]:
    """A sentence for each article of the claims that corrects an earlier version, naming that if it is on record."""
    iris, store = lookup.iris, lookup.store
    told = store.matching(Pattern(iris.claim(claim), cg("inArticle")) for claim in claims)
    articles = {quad.object for quad in told if isinstance(quad.object, NamedNode)}
    found = []
    for quad in store.matching(Pattern(article, REPLACES) for article in articles):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            article = _id(quad.subject, lookup)
            earlier = ", ".join(sorted(_named(quad.object.value, lookup) - {article}))
            of = f"article {earlier}, which is" if earlier else "an earlier version, which is not"
            found.append(f"Corrected: article {article} replaces {of} on record.")
    return sorted(found)


def _named(name: str, lookup: Lookup) -> set[str]:
    """The stored articles of an id or address."""
    quads = lookup.store.quads(None, URL, Literal(name))
    if name.isalnum() and name.isascii():
        quads += lookup.store.quads(lookup.iris.article(name), TYPE, cg("Article"))
    nodes = {quad.subject for quad in quads if is_article_graph(quad, lookup.iris)}
    return {_id(node, lookup) for node in nodes if isinstance(node, NamedNode)}


def _id(article: NamedNode, lookup: Lookup) -> str:
    return article.value.removeprefix(lookup.iris.article("").value)
