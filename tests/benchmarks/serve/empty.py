"""An ASGI application that gives every request the same short answer: `python -m tests.benchmarks.serve.empty PORT`."""

from __future__ import annotations

import sys

import uvicorn
from starlette.types import Receive, Scope, Send

_BODY = b"x" * 333  # as long as the answer to a look-up
_HEADERS = [(b"content-type", b"application/sparql-results+json"), (b"content-length", b"333")]


async def _answer(scope: Scope, receive: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": _HEADERS})
    await send({"type": "http.response.body", "body": _BODY})


if __name__ == "__main__":
    uvicorn.run(_answer, port=int(sys.argv[1]), log_config=None, access_log=False, lifespan="off")
