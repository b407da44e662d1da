"""Finds what a filter means: an entity by id, name or alias; a text by its words."""

from __future__ import annotations

from datetime import date

from app.errors import BadInput
from app.graphs import is_entity_id
from app.model import Entity, Fact
from app.query.checks import nothing_named
from app.query.holding import holding
from app.query.lookup import Lookup
from app.query.names import best_rank, fold

# Of `best_rank`: the name is the text, or an alias is.
_SAME = 1
_CANDIDATES = 50


def entity_ids(lookup: Lookup, text: str) -> set[str]:
    """The entities that a filter means: the one of that id, else all of that name, else those that resemble it.

    Raises:
        NotFound: there is nothing of that id or name. What is there, and has nothing to show, is no error.
    """
    if is_entity_id(text):
        return {lookup.entity(text).id}
    found = _search(lookup, text, _CANDIDATES)
    folded = fold(text)
    same = {e.id for e in found if (rank := best_rank(folded, e.name, e.aliases)) is not None and rank <= _SAME}
    return same or {entity.id for entity in found}


def entity_named(lookup: Lookup, text: str) -> str:
    """The id of the one entity that somebody means who wants to change something: by its id, or by its very name.

    Raises:
        NotFound: there is none.
        BadInput: there are several of that name.
    """
    text = text.removeprefix(lookup.iris.base)
    if is_entity_id(text):
        return text
    folded = fold(text)
    ranked = [(best_rank(folded, e.name, e.aliases), e.id) for e in _search(lookup, text, _CANDIDATES)]
    for rank in range(_SAME + 1):  # a name before another's other name
        ids = sorted(id_ for found, id_ in ranked if found == rank)
        if len(ids) > 1:
            raise BadInput(f"{len(ids)} entities are called {text!r}.", hint=f"Give the id: {', '.join(ids)}.")
        if ids:
            return ids[0]
    raise nothing_named(text, (name for e in lookup.entities() for name in (e.name, *e.aliases)))


def spoken_of(lookup: Lookup, scope: str | None, as_of: date | None) -> set[str] | None:
    """The entities about which some fact of a scope holds, or may hold, on a day; None, for all, if neither is said.

    Raises:
        BadInput: there is no such scope.
    """
    facts = _facts(lookup, scope, as_of, otherwise="facts")
    if facts is None:
        return None
    return {value for fact in facts for values in fact.slots.values() for value in values if is_entity_id(value)}


def rested_on(lookup: Lookup, scope: str | None, as_of: date | None) -> set[str] | None:
    """The claims that such a fact rests on or is disputed by; None, for all, if neither is said.

    Raises:
        BadInput: there is no such scope.
    """
    facts = _facts(lookup, scope, as_of, otherwise="all")
    if facts is None:
        return None
    return {claim for fact in facts for claim in (*fact.supported_by, *fact.disputed_by)}


def _facts(lookup: Lookup, scope: str | None, as_of: date | None, *, otherwise: str) -> list[Fact] | None:
    """The facts of a scope, else of `otherwise`, that hold or may hold on a day; None if neither is said."""
    if scope is None and as_of is None:
        return None
    return holding(lookup.facts(scope=otherwise if scope is None else scope), as_of)


def root_of(lookup: Lookup, text: str | None) -> str | None:
    """The id of the entity that an export starts from, given as its id, its IRI, or a name (the best match counts).

    Raises:
        NotFound: there is none.
    """
    if text is None:
        return None
    text = text.removeprefix(lookup.iris.base)
    if is_entity_id(text):
        return lookup.entity(text).id
    return _search(lookup, text, 1)[0].id


def _search(lookup: Lookup, text: str, limit: int) -> list[Entity]:
    """The entities whose names contain the text; `NotFound`, with names that are like it, if there are none."""
    if found := lookup.search(text, limit=limit):
        return found
    raise nothing_named(text, (name for entity in lookup.entities() for name in (entity.name, *entity.aliases)))


def has_words(text: str | None, wanted: str) -> bool:
    """Whether every word that was asked for begins a word of the text; case and accents do not matter.

    >>> has_words("AI data operations", "data operation"), has_words("AI data operations", "data cleaning")
    (True, False)
    """
    words = fold(text or "").split()
    return all(any(word.startswith(part) for word in words) for part in fold(wanted).split())
