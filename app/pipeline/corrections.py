"""What whoever sends a correction ought to know, where nothing is corrected by it."""

from __future__ import annotations

from collections.abc import Iterable

from app.model import Article
from app.rulings import Version
from app.store.base import Store
from app.upkeep.reading import Reading
from app.upkeep.versions import versions_around
from app.vocab import Iris


def corrects_nothing(store: Store, iris: Iris, article: Article, beside: Iterable[Article]) -> tuple[str, ...]:
    """A notice, if a new article says that it replaces what neither the store has nor what comes in beside it.

    That is no error: the earlier version may come later, and is replaced then.
    """
    name = article.replaces
    if name is None:
        return ()
    versions = [*map(Version.of, beside), *versions_around(Reading(store, iris), [[name]])]
    if any(name in (version.id, version.url) for version in versions if version.id != article.id):
        return ()
    return (
        f"It says that it replaces {name}, and no other article on record has that id or URL: nothing is corrected"
        " until one that has it is read.",
    )


def correction_lost(store: Store, iris: Iris, article: Article, before: Article | None = None) -> tuple[str, ...]:
    """A notice, if an article is on record already, and says only now that it replaces something.

    What it replaces is no part of what tells one article from another, and what is on record does not change. `before`
    is the article as it came in beside it.
    """
    if article.replaces is None:
        return ()
    kept = [Version.of(before)] if before else versions_around(Reading(store, iris), [[article.id]])
    if any(version.replaces == article.replaces for version in kept if version.id == article.id):
        return ()
    return (
        f"It is on record already, and that it replaces {article.replaces} was not said then: nothing is corrected."
        f" Remove article {article.id} and read it again, or retract what it replaces.",
    )
