"""What every request passes before anything else sees it: Host, Origin, token and size.

A web page elsewhere must not reach the graph through its reader's browser. A name that an attacker points at
127.0.0.1 fails the Host check, a form or script of a foreign page the Origin check. Only where the settings name an
origin may its pages read, and write if they have the token.
"""

from __future__ import annotations

import base64
import binascii
import hmac
from http import HTTPStatus
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.api.problems import problem
from app.errors import ClaimgraphError, Forbidden, Unauthorized, UnreadableDocument
from app.settings import Settings, variable

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
# Questions that may be too long for an address are asked with POST; they change nothing, so they need no token.
_READING_PATHS = frozenset({"/sparql", "/sparql/", "/ask", "/reconcile"})
_OPEN_PATHS = frozenset({"/health", "/health/live", "/health/ready"})


def writes(method: str, path: str) -> bool:
    """Whether a request may change the graph."""
    return method not in _SAFE_METHODS and path not in _READING_PATHS


class Guard:
    """ASGI middleware that refuses what must not reach the application."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self._hosts, self._is_loopback = settings.hosts, settings.is_loopback
        self._limits = {"/restore": ("max_restore_mb", settings.max_restore_mb)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with the problem."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _unsniffed(send)
        try:
            self._check(scope["method"], scope["path"], Headers(scope=scope))
        except ClaimgraphError as error:
            await problem(error)(scope, receive, send)
            return
        if scope["method"] not in _SAFE_METHODS:
            setting, megabytes = self._limits.get(scope["path"], ("max_body_mb", self._settings.max_body_mb))
            body = await _read(receive, Headers(scope=scope), megabytes * 1024 * 1024)
            if body is None:
                await _too_large(setting, megabytes)(scope, receive, send)
                return
            receive = _replay(body, receive)
        if scope["method"] == "HEAD":  # answered like GET; the server leaves the body out
            scope = {**scope, "method": "GET"}
        await self._app(scope, receive, send)

    def _check(self, method: str, path: str, headers: Headers) -> None:
        host = headers.get("host", "")
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() else host
        if name.lower() not in self._hosts:
            raise Forbidden(
                f"This server does not answer to the name {name!r}.",
                hint="Names are added with CLAIMGRAPH_ALLOWED_HOSTS.",
            )
        origin = headers.get("origin")
        # An old browser tells no origin with a form, and a new one also tells how far the page is.
        is_far = headers.get("sec-fetch-site", "none") in ("cross-site", "same-site")
        is_foreign = is_far or (origin is not None and urlsplit(origin).netloc != host)
        if method not in _SAFE_METHODS and is_foreign and not self._is_let_in(origin, method, path):
            raise Forbidden(
                f"A page of {origin or 'another site'} may not send this request.",
                hint="Send it from a program, or from our own pages.",
            )
        if self._settings.read_only and writes(method, path):
            raise Forbidden(
                "This server is read-only, and this request could change the graph.",
                hint="Send it to a server that was started without --read-only (CLAIMGRAPH_READ_ONLY).",
            )
        if writes(method, path) or (not self._is_loopback and path not in _OPEN_PATHS):
            self._check_token(headers.get("authorization", ""))

    def _is_let_in(self, origin: str | None, method: str, path: str) -> bool:
        """Whether the settings let an origin's pages do this; to write they need a token that they can show."""
        return origin in self._settings.cors_origins and (not writes(method, path) or self._settings.token is not None)

    def _check_token(self, authorization: str) -> None:
        token = self._settings.token
        if token is None:  # only on loopback: `create_app` refuses to serve further afield without one
            return
        given, expected = _given_token(authorization), token.get_secret_value()
        if not hmac.compare_digest(given.encode(), expected.encode()):
            raise Unauthorized(
                "This request needs the server's token." if not given else "This is not the server's token.",
                hint="Send the value of CLAIMGRAPH_TOKEN as `Authorization: Bearer ...` or as the password.",
            )


async def _read(receive: Receive, headers: Headers, limit: int) -> bytes | None:
    """The body, or None once it is larger than allowed."""
    announced = headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit:
        return None
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _too_large(setting: str, megabytes: int) -> ASGIApp:
    hint = f"Split it, or raise {variable(setting)}."
    error = UnreadableDocument(f"The body is larger than {megabytes} MB.", hint=hint)
    return problem(error, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


def _unsniffed(send: Send) -> Send:
    """A `send` that keeps browsers from taking an article's text for something that it can run."""

    async def send_marked(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), (b"x-content-type-options", b"nosniff")]
        await send(message)

    return send_marked


def _replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives the body that was read, then whatever still comes."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return waiting.pop() if waiting else await receive()

    return replay


def _given_token(authorization: str) -> str:
    """The token of a Bearer header, or the password of a Basic one."""
    scheme, _, value = authorization.partition(" ")
    if scheme.lower() == "bearer":
        return value.strip()
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(value, validate=True).decode().partition(":")[2]
    except (binascii.Error, UnicodeDecodeError):
        return ""
