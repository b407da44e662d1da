"""Facts with the bounds that follow from their order, where a client asks for these."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

from fastapi import Depends

from app.api.context import Assume, KnownNouns, Linked
from app.model import Fact
from app.resolution.linking import linked as linked_facts

Told = Callable[[Iterable[Fact]], list[Fact]]


def _linking(lookup: KnownNouns, linked: Linked = False, assume: Assume = False) -> Told:
    """No coroutine: what is linked may lie anywhere in the graph, so all facts are read."""
    if not (linked or assume):
        return list
    found = {fact.id: fact for fact in linked_facts(lookup.facts(), assume=assume)}
    return lambda facts: [found.get(fact.id, fact) for fact in facts]


Linking = Annotated[Told, Depends(_linking)]
"""Gives facts back, with narrower bounds if the request asks for what is linked or assumed."""
