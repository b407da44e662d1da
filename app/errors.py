"""Every error that Claimgraph raises on purpose, with the HTTP status that it answers with.

    ClaimgraphError                 500  anything below
    ├── BadInput                    400  the caller gave something that cannot be used
    │   ├── UnreadableDocument      422  a file or body that is no article (empty, binary, wrong encoding, too large)
    │   ├── InvalidQuery            400  SPARQL that does not parse, or asks for what is refused
    │   │   ├── UpdateFailed        409  an update that cannot be made on the graph as it is
    │   │   ├── QueryFailed         422  a valid query that cannot be evaluated
    │   │   └── CallRefused         403  a query or update that would call a host on no list
    │   ├── InvalidDate             400  a date that is no EDTF / ISO 8601 date
    │   ├── UnknownFormat           406  an export or result format that does not exist
    │   ├── UnsupportedType         415  a body of a media type that cannot be read
    │   └── ResultTooLarge          422  an answer with more rows or bytes than are allowed
    ├── NotFound                    404  no such thing in this graph
    ├── Unauthorized                401  a write without the token
    ├── Forbidden                   403  a write that this server never accepts
    ├── ServerBusy                  503  as many queries as are allowed wait already
    ├── QueryTimeout                504  a query that took longer than is allowed
    ├── QueryTooCostly              507  a query that took more memory than is allowed
    ├── ClientGone                  408  whoever asked no longer waits for the answer
    └── StoreError                  500  the store failed
        ├── StoreBusy               503  another process holds the store
        ├── StoreChanged            503  another process wrote between reading and writing
        └── StoreOutdated           409  the store is of another version of schema or ontology

Commands turn every one of them into a message on stderr: exit code 2 for `BadInput` and `NotFound`, 1 for the rest.
"""

from __future__ import annotations

import shlex
import sys
from http import HTTPStatus


class ClaimgraphError(Exception):
    """Something went wrong that we can explain.

    `message` says what was wrong and where; `hint` says how to mend it.
    """

    http_status: HTTPStatus = HTTPStatus.INTERNAL_SERVER_ERROR
    exit_code: int = 1

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message


class BadInput(ClaimgraphError):
    """The caller gave something that cannot be used."""

    http_status = HTTPStatus.BAD_REQUEST
    exit_code = 2


class UnreadableDocument(BadInput):
    """A file or a request body that is not an article."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class InvalidQuery(BadInput):
    """SPARQL that does not parse, or that asks for something we refuse."""


class UpdateFailed(InvalidQuery):
    """An update that cannot be made on the graph as it is."""

    http_status = HTTPStatus.CONFLICT


class QueryFailed(InvalidQuery):
    """A valid query that cannot be evaluated, for it uses a function that there is not, say."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class CallRefused(InvalidQuery):
    """A valid query or update that would call a host on no list."""

    http_status = HTTPStatus.FORBIDDEN


class InvalidDate(BadInput):
    """A date that is neither EDTF nor ISO 8601."""


class UnknownFormat(BadInput):
    """An export or result format that does not exist."""

    http_status = HTTPStatus.NOT_ACCEPTABLE


class UnsupportedType(BadInput):
    """A body of a media type that cannot be read."""

    http_status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class ResultTooLarge(BadInput):
    """An answer with more rows or bytes than are allowed."""

    http_status = HTTPStatus.UNPROCESSABLE_ENTITY


class NotFound(ClaimgraphError):
    """The graph holds no such article, entity or fact."""

    http_status = HTTPStatus.NOT_FOUND
    exit_code = 2


class Unauthorized(ClaimgraphError):
    """A write without the token that this server asks for."""

    http_status = HTTPStatus.UNAUTHORIZED


class Forbidden(ClaimgraphError):
    """A request that this server never accepts, such as a write from a page of another origin."""

    http_status = HTTPStatus.FORBIDDEN


class ServerBusy(ClaimgraphError):
    """As many queries as are allowed wait already."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class QueryTimeout(ClaimgraphError):
    """A query took longer than is allowed, and was ended."""

    http_status = HTTPStatus.GATEWAY_TIMEOUT


class QueryTooCostly(ClaimgraphError):
    """A query took more memory than is allowed, and was ended."""

    http_status = HTTPStatus.INSUFFICIENT_STORAGE


class ClientGone(ClaimgraphError):
    """Whoever asked has gone; the answer reaches nobody, but the log and the counters name it."""

    http_status = HTTPStatus.REQUEST_TIMEOUT


class StoreError(ClaimgraphError):
    """The store failed."""


class StoreBusy(StoreError):
    """Another process holds the store and cannot be reached."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class StoreChanged(StoreError):
    """Somebody else wrote to the store after what a change builds on had been read; nothing was changed."""

    http_status = HTTPStatus.SERVICE_UNAVAILABLE


class StoreOutdated(StoreError):
    """The store is of a version whose graph this one does not read: an older one can be rebuilt, a newer one cannot."""

    http_status = HTTPStatus.CONFLICT


def not_installed(what: str, extra: str) -> BadInput:
    """That an extra is missing, and the command that adds it to this Python, which may be no other's on the path."""
    python = shlex.quote(sys.executable)
    return BadInput(f"{what} is not installed.", hint=f"Install it: {python} -m pip install 'claimgraph[{extra}]'.")
