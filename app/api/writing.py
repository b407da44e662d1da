"""What /update and /graphs share: one transaction at a time, on graphs that may be written."""

from __future__ import annotations

import asyncio

from app.api.context import Context
from app.errors import Forbidden
from app.store.dialect import OWN


async def write(context: Context, update: str) -> None:
    """Make an update. When this returns it is on disk, and every query that begins later sees it."""

    def make() -> None:
        with context.writing:
            context.store.update(update)

    await asyncio.to_thread(make)


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
