"""What a server and its worker processes say to each other: a header of JSON, then bytes."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import Mapping
from typing import Any, cast

from app import errors
from app.errors import ClaimgraphError

# JSON and not pickle: a worker that a query has broken must not be able to run code in the server.
_LENGTHS = struct.Struct("!IQ")
_SMALL = 1 << 16  # bytes that take less time to copy than to send apart
Header = dict[str, Any]


def packed(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """A message as it travels."""
    return _head(header, body) + body


def _head(header: Mapping[str, Any], body: bytes) -> bytes:
    text = json.dumps(header).encode()
    return _LENGTHS.pack(len(text), len(body)) + text


class Line(asyncio.Protocol):
    """The server's end: one message is sent, and one comes back. Streams would wake their reader for every part."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._parts: list[bytes] = []
        self._missing = 0  # bytes until more is known
        self._header: Header | None = None
        self._answer: asyncio.Future[tuple[Header, bytes]] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast(asyncio.Transport, transport)  # a socket's is one, also where its class does not say so

    async def ask(self, message: bytes) -> tuple[Header, bytes]:
        """What comes back for a message.

        Raises:
            ConnectionError: the other end has gone.
        """
        if self._transport is None or self._transport.is_closing():
            raise ConnectionResetError("The other end has gone.")
        self._parts, self._missing, self._header = [], _LENGTHS.size, None
        self._answer = asyncio.get_running_loop().create_future()
        self._transport.write(message)
        return await self._answer

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        self._parts.append(data)
        self._missing -= len(data)
        if self._missing > 0 or self._answer is None or self._answer.done():
            return
        whole = self._parts[0] if len(self._parts) == 1 else b"".join(self._parts)
        if self._header is None:
            header, body = _LENGTHS.unpack_from(whole)
            start = _LENGTHS.size + header
            if len(whole) < start:
                self._parts, self._missing = [whole], start - len(whole)
                return
            self._header, whole = json.loads(whole[_LENGTHS.size : start]), whole[start:]
            self._parts, self._missing = [whole], body - len(whole)
        if self._missing <= 0:
            self._answer.set_result((self._header, whole))

    def connection_lost(self, _: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(ConnectionResetError("The other end has gone."))

    def close(self) -> None:
        """Hang up."""
        if self._transport is not None:
            self._transport.close()


def send(connection: socket.socket, header: Header, body: bytes) -> None:
    """Send a message; its body is not copied for that."""
    head = _head(header, body)
    if len(body) < _SMALL:
        connection.sendall(head + body)
    else:
        connection.sendall(head)
        connection.sendall(body)


def receive(connection: socket.socket) -> tuple[Header, bytes] | None:
    """The next message, or None when the other end has gone. Nothing comes after it before it is answered."""
    message, size, start = bytearray(), _LENGTHS.size, 0
    while len(message) < size:
        part = connection.recv(1 << 18)
        if not part:
            return None
        message += part
        if not start and len(message) >= size:
            header, body = _LENGTHS.unpack_from(message)
            start = size + header
            size = start + body
    return json.loads(message[_LENGTHS.size : start]), bytes(message[start:])


def told(error: ClaimgraphError) -> Header:
    """An error as a header."""
    return {"error": type(error).__name__, "message": error.message, "hint": error.hint}


def raise_told(header: Header) -> None:
    """Raise the error that a header holds, if it holds one."""
    if "error" in header:
        kind = getattr(errors, str(header["error"]), ClaimgraphError)
        raise kind(str(header["message"]), hint=header["hint"])
