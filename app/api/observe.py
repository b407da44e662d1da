"""The outermost layer: every request gets an id, a line in the log, its place in the counters, and the safe headers."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import time
from dataclasses import dataclass
from http import HTTPStatus

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.headers import secured
from app.api.logs import REQUEST_ID, event
from app.api.metrics import Metrics
from app.api.problems import problem
from app.errors import ClaimgraphError, ServerBusy

REQUEST_ID_HEADER = "X-Request-ID"
_RAW_HEADER = REQUEST_ID_HEADER.lower().encode()

_LOG = logging.getLogger("claimgraph.http")
# What a proxy may give as an id; anything else could forge lines of the log.
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_QUIET = frozenset({"/health", "/health/live", "/health/ready", "/metrics"})
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"})


@dataclass
class _Answer:
    """What is known of an answer while it is sent."""

    status: int = 0
    size: int = 0


class Observed:
    """ASGI middleware around everything else. What nobody expected becomes a problem, and a traceback in the log.

    So does what the HTTP server cancels because it stops: it would be answered with a 500 that says nothing.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and take down what became of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id, answer, begun = _request_id(Headers(scope=scope)), _Answer(), time.perf_counter()
        token = REQUEST_ID.set(request_id)
        send = _marked(send, request_id, answer)
        self._metrics.in_progress.inc()
        try:
            await self._app(scope, receive, send)
        except asyncio.CancelledError:
            if answer.status:
                raise
            stopping = ServerBusy(
                "The server is stopping, and does not wait for this to end.",
                hint="Send it again once the server is back; if it writes, look first whether it was made.",
            )
            await problem(stopping)(scope, receive, send)
        except Exception:
            # The API's edge: a bug of ours. The log has the traceback; the answer says nothing of our insides.
            _LOG.exception("the server failed")
            if answer.status:  # too late for another answer: the connection breaks, so that nobody takes half for all
                raise
            error = ClaimgraphError("The server failed.", hint=f"Its log says why, under request_id {request_id}.")
            await problem(error)(scope, receive, send)
        finally:
            self._metrics.in_progress.dec()
            self._note(scope, answer, time.perf_counter() - begun)
            REQUEST_ID.reset(token)

    def _note(self, scope: Scope, answer: _Answer, seconds: float) -> None:
        route = getattr(scope.get("route"), "path", None) or "unmatched"
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.count(method, route, answer.status, seconds)
        level = logging.DEBUG if route in _QUIET else logging.INFO
        event(
            _LOG,
            logging.ERROR if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR else level,
            "request",
            method=scope["method"],
            route=route,
            path=scope["path"],
            status=answer.status,
            milliseconds=round(seconds * 1000, 1),
            bytes=answer.size,
            client=(scope.get("client") or ("",))[0],
        )


def _request_id(headers: Headers) -> str:
    given = headers.get(REQUEST_ID_HEADER, "")
    return given if _ID.fullmatch(given) else os.urandom(16).hex()


def _marked(send: Send, request_id: str, answer: _Answer) -> Send:
    """A `send` that adds the headers and notes what it sends."""

    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            message["headers"] = [*secured(message.get("headers", ())), (_RAW_HEADER, request_id.encode())]
        elif message["type"] == "http.response.body":
            answer.size += len(message.get("body", b""))
        await send(message)

    return send_marked
