"""Who waits for a worker: so many from each client, and who has fewest at work comes first."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Generic, TypeVar

from app.errors import ServerBusy

Served = TypeVar("Served")


class Queue(Generic[Served]):
    """Clients that wait for something of which there are few."""

    def __init__(self, per_client: int, *, lost: Callable[[Served], None], clients: int = 8) -> None:
        """So many requests from each client, and so many times that from all of them, may be under way.

        `lost` takes what was given to a client that has gone meanwhile.
        """
        self._lost = lost
        self._per_client = per_client
        self._most = per_client * clients
        self._under_way: dict[str, int] = {}
        self._waiting: dict[str, deque[asyncio.Future[Served]]] = {}

    @contextmanager
    def place(self, client: str) -> Iterator[None]:
        """A client's request, for as long as it is under way.

        Raises:
            ServerBusy: too many are.
        """
        own = self._under_way.get(client, 0)
        if own >= self._per_client or sum(self._under_way.values()) >= self._most:
            whose = "yours" if own >= self._per_client else "of all clients"
            raise ServerBusy(f"Too many queries wait already ({whose}).", hint="Send it again in a moment.")
        self._under_way[client] = own + 1
        try:
            yield
        finally:
            self._under_way[client] -= 1
            if not self._under_way[client]:
                del self._under_way[client]

    async def wait(self, client: str, seconds: float) -> Served:
        """What `serve` gives to this client when its turn comes.

        Raises:
            ServerBusy: it does not come in time.
        """
        turn: asyncio.Future[Served] = asyncio.get_running_loop().create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        try:
            await asyncio.wait({turn}, timeout=seconds)
        except asyncio.CancelledError:
            if not turn.cancel():
                self._lost(turn.result())
            raise
        if not turn.done():
            turn.cancel()
            raise ServerBusy(f"No worker was free within {seconds:g} seconds.", hint="Send it again in a moment.")
        return turn.result()

    def serve(self, thing: Served) -> bool:
        """Give something to whoever is next; False if nobody waits."""
        self._drop_gone()
        if not self._waiting:
            return False
        client = min(self._waiting, key=self._at_work)
        turns = self._waiting.pop(client)
        turns.popleft().set_result(thing)
        if turns:  # behind all others that have as many at work
            self._waiting[client] = turns
        return True

    def _at_work(self, client: str) -> int:
        return self._under_way.get(client, 0) - len(self._waiting[client])

    def _drop_gone(self) -> None:
        """Forget who has given up waiting."""
        for client, turns in [*self._waiting.items()]:
            left = deque(turn for turn in turns if not turn.done())
            if left:
                self._waiting[client] = left
            else:
                del self._waiting[client]
