"""What /update and /graphs share: one transaction at a time, on graphs that may be written."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar

from app.api.context import Context
from app.errors import Forbidden
from app.store.dialect import OWN

Made = TypeVar("Made")


async def write(context: Context, client: str, make: Callable[[], Made], *, rehearsed: str | None = None) -> Made:
    """Do what writes to the store. When this returns it is on disk, and every query that begins later sees it.

    `rehearsed` is an update that first has to come to its end on a copy; nothing else is written meanwhile. Who waits
    for the turn waits here and not in a thread, of which there are few, and reading needs them.

    Raises:
        ServerBusy: too many of this client wait already.
        ClaimgraphError: whatever making it raises.
    """
    loop = asyncio.get_running_loop()

    def work() -> Made:
        with context.writing:
            if rehearsed is not None:
                asyncio.run_coroutine_threadsafe(context.inspector.rehearse(rehearsed), loop).result()
            return make()

    with context.writers.place(client):
        async with context.turn:
            return await asyncio.to_thread(work)


def refuse_product_graph(context: Context, iri: str) -> None:
    """Refuse to write to a graph of the product.

    Raises:
        Forbidden: it is one.
    """
    if not context.plain and iri.lower().startswith((context.iris.base.lower(), OWN)):
        raise Forbidden(
            f"<{iri}> is a graph of the product: what articles say and what follows from it is never written by hand.",
            hint="Write to ?default, or to a graph of your own. Articles come and go at /articles.",
        )
