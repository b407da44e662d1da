"""Which articles correct which, and which corrections something rests on, said in a sentence each."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field
from pyoxigraph import NamedNode

from app.claims.terms import REPLACES
from app.model import Noun, RulingKind
from app.query.lookup import Lookup
from app.rulings import Version, replacements
from app.store.base import Pattern
from app.upkeep.names import rulings_about
from app.upkeep.reading import Reading
from app.upkeep.versions import versions_around
from app.vocab import cg


class Lineage(Noun):
    """How an article stands to the other versions of it on record. A retracted one replaces nothing."""

    replaces: tuple[str, ...] = Field((), description="Ids of the earlier versions that it replaces")
    replaced_by: tuple[str, ...] = Field((), description="Ids of the versions that replace it")
    undecided: tuple[str, ...] = Field(
        (), description="Ids of the versions of which it cannot be told whether they came before it: all count"
    )
    missing: str | None = Field(
        None, description="What it says that it replaces, where no article on record has that id or URL"
    )


def lineage(lookup: Lookup, article_id: str) -> Lineage:
    """How an article of the graph stands to the other versions of it."""
    reading = Reading(lookup.store, lookup.iris)
    versions = {version.id: version for version in versions_around(reading, [[article_id]])}
    rulings = rulings_about(reading, versions)
    retracted = {about for ruling in rulings if ruling.kind is RulingKind.RETRACTED for about in ruling.about}
    replaced = replacements(version for version in versions.values() if version.id not in retracted)
    own = versions[article_id]
    earlier = replaced.get(article_id, set())
    later = {new for new, old in replaced.items() if article_id in old}
    named = _named(own, versions.values())
    naming = {version.id for version in versions.values() if own.id in _named(version, [own])}
    return Lineage(
        replaces=tuple(sorted(earlier)),
        replaced_by=tuple(sorted(later)),
        undecided=tuple(sorted((named | naming) - earlier - later - retracted)) if own.id not in retracted else (),
        missing=own.replaces if not named else None,
    )


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
    named = _named(new, versions)
    if earlier or not named:
        of = f"article {', '.join(sorted(earlier))}, which is" if earlier else "an earlier version, which is not"
        return f"Corrected: article {new.id} replaces {of} on record."
    others = ", ".join(sorted(named))
    return f"Article {new.id} says that it replaces article {others}; which came last cannot be told, so all count."


def _named(new: Version, versions: Iterable[Version]) -> set[str]:
    """The ids of the other versions that have the name of what one says it replaces."""
    if new.replaces is None:
        return set()
    return {old.id for old in versions if old.id != new.id and new.replaces in (old.id, old.url)}
