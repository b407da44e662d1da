"""Asks the HTTP interface, in this process or at the server that holds the store, and tells its errors to an agent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from http import HTTPStatus
from typing import Any

import httpx
from anyio import Lock
from mcp.server.mcpserver.exceptions import ToolError

from app.errors import ClaimgraphError

Connect = Callable[[], AbstractAsyncContextManager[httpx.AsyncClient]]
"""Gives a client of the interface for one tool's work, and lets go of the store after it."""

MAX_BYTES = 400_000
"""The most that one answer may hold: an agent's memory is small."""


class Missing(ToolError):
    """There is nothing of that id or name."""


class Reading:
    """The interface's resources, one tool at a time, so that two never open the same store at once."""

    def __init__(self, connect: Connect) -> None:
        """Nothing is asked yet."""
        self._connect = connect
        self._one = Lock()

    async def get(self, path: str, **parameters: object) -> Any:
        """What a resource holds; parameters that are None are left out.

        Raises:
            Missing: there is no such thing.
            ToolError: it cannot be had; it says why and what to do.
        """
        given = {name.rstrip("_"): str(value) for name, value in parameters.items() if value is not None}
        return (await self._send([("GET", path, {"params": given})]))[0]

    async def get_each(self, paths: Iterable[str]) -> list[Any]:
        """What several resources hold, at the cost of opening the store once. `ToolError` as for `get`.

        However long they are: it is for the caller to pass on no more than an agent can hold.
        """
        return await self._send([("GET", path, {}) for path in paths], most=None)

    async def post(self, path: str, form: Mapping[str, str]) -> Any:
        """The answer to a form. `ToolError` as for `get`."""
        return (await self._send([("POST", path, {"data": form})]))[0]

    async def _send(
        self, requests: Sequence[tuple[str, str, Mapping[str, Any]]], most: int | None = MAX_BYTES
    ) -> list[Any]:
        if not requests:
            return []
        try:
            async with self._one, self._connect() as client:
                return [_read(await client.request(method, path, **parts), most) for method, path, parts in requests]
        except ClaimgraphError as error:
            raise ToolError(str(error)) from error
        except httpx.TransportError as error:
            raise ToolError(f"The server that holds the store does not answer: {error}. Try again later.") from error


def _read(response: httpx.Response, most: int | None) -> Any:
    if response.is_error:
        kind = Missing if response.status_code == HTTPStatus.NOT_FOUND else ToolError
        raise kind(_problem(response))
    if most is not None and len(response.content) > most:
        raise ToolError("The answer is too large. Ask for less: a narrower filter, or a LIMIT in the query.")
    return response.json()


def _problem(response: httpx.Response) -> str:
    try:
        problem = response.json()
        return " ".join(filter(None, (str(problem["detail"]), problem.get("hint"))))
    except (ValueError, KeyError, TypeError, AttributeError):
        return f"The server answered {response.status_code}."
