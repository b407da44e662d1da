from __future__ import annotations

import asyncio
import socket
import threading

import pytest

from app.workers.wire import Header, Line, packed, receive, send

JOB, BODY = {"job": "é" * 40_000}, b"x" * 300_000  # more than is received at once


def as_sent(header: Header, body: bytes) -> bytes:
    """An answer as a worker sends it."""
    ours, theirs = socket.socketpair()

    def answer() -> None:
        with theirs:
            send(theirs, header, body)

    thread = threading.Thread(target=answer)
    thread.start()
    with ours, ours.makefile("rb") as sent:
        everything = sent.read()
    thread.join()
    return everything


def received(everything: bytes, piece: int) -> tuple[Header, bytes]:
    """What a line makes of an answer that comes in pieces of so many bytes."""
    ours, theirs = socket.socketpair()

    def answer() -> None:
        with theirs:
            assert receive(theirs) == (JOB, BODY)
            for start in range(0, len(everything), piece):
                theirs.sendall(everything[start : start + piece])

    async def run() -> tuple[Header, bytes]:
        _, line = await asyncio.get_running_loop().create_unix_connection(Line, sock=ours)
        try:
            return await line.ask(packed(JOB, BODY))
        finally:
            line.close()

    thread = threading.Thread(target=answer)
    thread.start()
    try:
        return asyncio.run(run())
    finally:
        thread.join()


@pytest.mark.parametrize(("size", "piece"), [(0, 5), (1, 12), (300, 1), (70_000, 40), (3_000_000, 1 << 20)])
def test_an_answer_is_whole_however_it_comes(size: int, piece: int) -> None:
    header = {"media_type": "text/csv", "n": "x" * 20}
    body = (bytes(range(256)) * (size // 256 + 1))[:size]
    assert received(as_sent(header, body), piece) == (header, body)


def test_who_waits_for_a_process_that_ends_is_told() -> None:
    async def run() -> None:
        ours, theirs = socket.socketpair()
        _, line = await asyncio.get_running_loop().create_unix_connection(Line, sock=ours)
        asking = asyncio.create_task(line.ask(packed({"job": "none"})))
        await asyncio.sleep(0)
        theirs.close()
        with pytest.raises(ConnectionError):
            await asking
        with pytest.raises(ConnectionError):
            await line.ask(packed({"job": "another"}))

    asyncio.run(run())
