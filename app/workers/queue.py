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
        loop = asyncio.get_running_loop()
        turn: asyncio.Future[Served] = loop.create_future()
        self._waiting.setdefault(client, deque()).append(turn)
        timer = loop.call_later(seconds, _give_up, turn, seconds)
        try:
            return await turn
        except asyncio.CancelledError:
            if not turn.cancelled() and turn.exception() is None:  # it was given something, and is gone
                self._lost(turn.result())
            raise
        finally:
            timer.cancel()

    def serve(self, thing: Served) -> bool:
        """Give something to whoever is next; False if nobody waits."""
        while self._waiting:
            client = min(self._waiting, key=self._at_work)
            turns = self._waiting.pop(client)
            turn = turns.popleft()
            if turns:  # behind all others that have as many at work
                self._waiting[client] = turns
            if not turn.done():  # else it has given up
                turn.set_result(thing)
                return True
        return False

    def _at_work(self, client: str) -> int:
        return self._under_way.get(client, 0) - len(self._waiting[client])


def _give_up(turn: asyncio.Future[Served], seconds: float) -> None:
    if not turn.done():
        turn.set_exception(
            ServerBusy(f"No worker was free within {seconds:g} seconds.", hint="Send it again in a moment.")
        )
