"""Evaluates queries for the server: in worker processes where the store has snapshots, else in the store's own."""

from __future__ import annotations

import asyncio
from typing import Protocol

from app.query.sparql import SparqlRequest, SparqlResult, evaluate
from app.store.base import Snapshots, Store
from app.workers.limits import Limits
from app.workers.pool import Pool


class Reader(Protocol):
    """Evaluates queries from whoever asks."""

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:
        """Evaluate a query; `client` is whose turn it is. Raises any `ClaimgraphError`."""
        ...

    async def close(self) -> None:
        """Let go of everything."""
        ...


class DirectReader:
    """Asks a store that is a server of its own, and guards itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    async def run(self, request: SparqlRequest, client: str) -> SparqlResult:  # noqa: ARG002
        """See `Reader.run`."""
        return await asyncio.to_thread(evaluate, self._store, request)

    async def close(self) -> None:
        """See `Reader.close`."""


def reader_of(store: Store, limits: Limits) -> Reader:
    """The reader that fits a store."""
    return Pool(store, limits) if isinstance(store, Snapshots) else DirectReader(store)
