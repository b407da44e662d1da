"""Which corrections something rests on, said in a sentence each."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from app.claims.terms import REPLACES
from app.query.lookup import Lookup
from app.rulings import Version, replacements
from app.store.base import Pattern
from app.upkeep.reading import Reading
from app.upkeep.versions import versions_around
from app.vocab import cg


def corrections(lookup: Lookup, claims: Iterable[str]) -> list[str]:
    """A sentence for each article of the claims that corrects an earlier version, naming that if it is on record."""
    iris, store = lookup.iris, lookup.store
    told = store.matching(Pattern(iris.claim(claim), cg("inArticle")) for claim in claims)
    articles = {quad.object for quad in told if isinstance(quad.object, NamedNode)}
    prefix = iris.article("").value
    said = store.matching(Pattern(article, REPLACES) for article in articles)
    new = {quad.subject.value.removeprefix(prefix) for quad in said if isinstance(quad.subject, NamedNode)}
    versions = versions_around(Reading(store, iris), [new]) if new else []
    earlier = replacements(versions)
    return [
        _sentence(version, earlier.get(version.id, set()), versions)
        for version in sorted(versions, key=lambda version: version.id)
        if version.id in new
    ]


def _sentence(new: Version, earlier: set[str], versions: Iterable[Version]) -> str:
    named = {old.id for old in versions if old.id != new.id and new.replaces in (old.id, old.url)}
    if earlier or not named:
        of = f"article {', '.join(sorted(earlier))}, which is" if earlier else "an earlier version, which is not"
        return f"Corrected: article {new.id} replaces {of} on record."
    others = ", ".join(sorted(named))
    return f"Article {new.id} says that it replaces article {others}; which came last cannot be told, so all count."
