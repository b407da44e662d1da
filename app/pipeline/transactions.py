"""A change to what articles or people say, and the difference that it makes, as one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Quad

from app.graphs import LOG
from app.history import change_quads, fact_changes
from app.model import Change, Extraction
from app.store.base import Change as Transaction
from app.store.base import Store
from app.upkeep.record import record
from app.upkeep.swap import Swap
from app.vocab import COMMENT, XSD, Iris, prov


def engines(extractions: Iterable[Extraction]) -> set[str]:
    """The engines whose claims these are."""
    return {claim.engine for found in extractions for claim in found.claims}


@dataclass(frozen=True)
class Cause:
    """Why facts changed, and because of which articles, names or rulings."""

    phrase: str
    about: Sequence[str] = ()


def transact(
    store: Store,
    iris: Iris,
    based_on: int,
    swap: Swap,
    cause: Cause,
    noted: Swap | None = None,
    *,
    add: Sequence[Quad] = (),
    remove: Sequence[Quad] = (),
    drop: Sequence[NamedNode] = (),
) -> None:
    """Write what is new and the difference that it makes to the derived graphs, and nothing that stays the same.

    Nothing at all unless the store is still at the generation that all this was read at (`StoreChanged`).

    `noted` is what changes in the record of versions; by default, that there is one.
    """
    facts = fact_changes(swap.old, swap.new, iris)
    change = Change(at=_now(), cause=cause.phrase, about=tuple(cause.about), facts=facts)
    swap.take(noted or record(store, iris, ()))
    store.apply(
        Transaction(
            drop=drop,
            remove=[*remove, *sorted(swap.old - swap.new, key=str)],
            add=[*add, *sorted(swap.new - swap.old, key=str), *(change_quads(change, iris) if facts else ())],
            based_on=based_on,
        )
    )


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def log_quads(extraction: Extraction, iris: Iris) -> list[Quad]:
    """When and by what an article was read: the only place with a clock in it."""
    graph = iris.graph(LOG)
    run = iris.part(iris.article(extraction.article.id), "ingest")
    quads = [
        Quad(run, prov("used"), iris.article(extraction.article.id), graph),
        Quad(run, prov("endedAtTime"), Literal(_now().isoformat(), datatype=NamedNode(XSD + "dateTime")), graph),
    ]
    quads += [Quad(run, COMMENT, Literal(notice), graph) for notice in extraction.notices]
    for dropped in extraction.dropped:
        note = f"dropped {dropped.relation}: {dropped.reason}: {dropped.text}"
        quads.append(Quad(run, COMMENT, Literal(note), graph))
    return quads
