"""What a server and its worker processes say to each other: a header of JSON, then bytes."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from typing import Any

from app import errors
from app.errors import ClaimgraphError

# JSON and not pickle: a worker that a query has broken must not be able to run code in the server.
_LENGTHS = struct.Struct("!IQ")
Header = dict[str, Any]


def packed(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A message as it travels."""
    text = json.dumps(header).encode()
    return _LENGTHS.pack(len(text), len(body)) + text + body


async def read(stream: asyncio.StreamReader) -> tuple[Header, bytes]:
    """The next message.

    Raises:
        asyncio.IncompleteReadError: the other end has gone.
    """
    header, body = _LENGTHS.unpack(await stream.readexactly(_LENGTHS.size))
    text = await stream.readexactly(header)
    return json.loads(text), await stream.readexactly(body) if body else b""


def receive(connection: socket.socket) -> tuple[Header, bytes] | None:
    """The next message, or None when the other end has gone."""
    lengths = _exactly(connection, _LENGTHS.size)
    if lengths is None:
        return None
    header, body = _LENGTHS.unpack(lengths)
    text, content = _exactly(connection, header), _exactly(connection, body)
    return None if text is None or content is None else (json.loads(text), content)


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        part = connection.recv(min(size - len(parts), 1 << 20))
        if not part:
            return None
        parts += part
    return bytes(parts)


def told(error: ClaimgraphError) -> Header:
    """An error as a header."""
    return {"error": type(error).__name__, "message": error.message, "hint": error.hint}


def raise_told(header: Header) -> None:
    """Raise the error that a header holds, if it holds one."""
    if "error" in header:
        kind = getattr(errors, str(header["error"]), ClaimgraphError)
        raise kind(str(header["message"]), hint=header["hint"])
