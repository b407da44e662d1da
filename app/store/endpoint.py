"""A SPARQL 1.1 endpoint over HTTP: sends queries and updates as forms, logs in, and tries again while it is busy."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Generator, Mapping, Sequence
from urllib.parse import urlsplit, urlunsplit

import httpx

from app import __version__
from app.errors import BadInput, InvalidQuery, StoreBusy, StoreError
from app.store.access import Access

# A dump of a large graph takes minutes; an address where nobody listens is known in seconds.
_TIMEOUT = httpx.Timeout(600, connect=5)
_ATTEMPTS = 5
_FIRST_PAUSE, _LONGEST_PAUSE = 0.2, 10.0
_TURNED_AWAY = frozenset({429, 503})
_BUSY = _TURNED_AWAY | {502, 504}  # of these two, what stood behind may have done the work
_NOT_SENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
_REPOSITORY = re.compile(r"/repositories/[^/]+\Z")
Fields = Mapping[str, str | Sequence[str]]


class Endpoint:
    """Where queries and updates are sent. Safe to use from several threads."""

    def __init__(self, url: str, access: Access) -> None:
        """Nothing is sent yet.

        Raises:
            BadInput: an address cannot be used.
        """
        self.url, guessed = _addresses(url)
        self.update_url = _checked(access.update_url) if access.update_url else guessed
        headers = {"User-Agent": f"claimgraph/{__version__}"}
        if access.token:
            headers["Authorization"] = f"Bearer {access.token}"
        login = _Login(access.user, access.password or "") if access.user else None
        # The environment is read in one place, and that is not here: no proxy comes in by it.
        self._http = httpx.Client(headers=headers, auth=login, timeout=_TIMEOUT, trust_env=False)

    def query(self, fields: Fields, accept: str) -> httpx.Response:
        """Send a query with its dataset.

        Raises:
            InvalidQuery: the endpoint cannot make sense of it.
            StoreBusy: the endpoint does not answer.
            StoreError: it refuses, or fails.
        """
        response = self._send(self.url, fields, accept)
        if response.status_code in (400, 422):
            raise InvalidQuery(f"The query is not valid SPARQL: {_said(response)}")
        return self._done(response)

    def update(self, text: str, *, repeatable: bool = True) -> None:
        """Send an update; one that may be repeated reaches the endpoint again if the answer to it is lost.

        Raises:
            InvalidQuery: the endpoint cannot make sense of it.
            StoreBusy: the endpoint does not answer.
            StoreError: it refuses, or fails.
        """
        response = self._send(self.update_url, {"update": text}, "*/*", repeatable=repeatable)
        if response.status_code in (400, 422):
            raise InvalidQuery(f"The update is not valid SPARQL: {_said(response)}")
        self._done(response)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def _send(self, url: str, fields: Fields, accept: str, *, repeatable: bool = True) -> httpx.Response:
        pause = _FIRST_PAUSE
        left = _ATTEMPTS
        while True:
            left -= 1
            asked_for = 0.0
            try:
                response = self._http.post(url, data=fields, headers={"Accept": accept})
                if response.status_code not in (_BUSY if repeatable else _TURNED_AWAY) or not left:
                    return response
                asked_for = _retry_after(response)
            except httpx.TransportError as error:
                # An endpoint that has the request and is slow would only get more to do.
                again = isinstance(error, _NOT_SENT) or (repeatable and not isinstance(error, httpx.ReadTimeout))
                if not (again and left):
                    raise _unreachable(url, error) from error
            # Not all at once: those who were turned away together would come back together.
            time.sleep(min(_LONGEST_PAUSE, max(asked_for, pause * random.uniform(0.5, 1))))  # noqa: S311
            pause *= 2

    def _done(self, response: httpx.Response) -> httpx.Response:
        url, status = response.url, response.status_code
        if response.is_success:
            return response
        if status in (401, 403):
            raise StoreError(
                f"The store at {url} does not let us in ({status}).",
                hint="Set CLAIMGRAPH_STORE_USER and CLAIMGRAPH_STORE_PASSWORD, or CLAIMGRAPH_STORE_TOKEN.",
            )
        if status in _BUSY:
            raise StoreBusy(f"The store at {url} is busy ({status}): {_said(response)}", hint="Try again later.")
        if status in (404, 405, 415) or response.is_redirect:
            raise StoreError(
                f"There is no SPARQL endpoint at {url} ({status}).",
                hint="Give the address that queries go to, and that of updates in CLAIMGRAPH_STORE_UPDATE.",
            )
        raise StoreError(f"The store at {url} failed ({status}): {_said(response)}")


class _Login(httpx.Auth):
    """Basic or Digest, whichever the endpoint asks for: a password is not sent in the clear to one that hashes."""

    def __init__(self, user: str, password: str) -> None:
        self._user, self._password = user, password
        self._scheme: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._scheme is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            kind = response.headers.get("www-authenticate", "").partition(" ")[0].lower()
            scheme = httpx.DigestAuth if kind == "digest" else httpx.BasicAuth
            self._scheme = scheme(self._user, self._password)
        yield from self._scheme.auth_flow(request)


def _addresses(url: str) -> tuple[str, str]:
    """Where queries and updates go, by the customs of the servers that have two addresses."""
    parts = urlsplit(_checked(url))
    path, update = parts.path.rstrip("/"), parts.path
    if not path:  # an address alone is taken for Oxigraph's server
        path, update = "/query", "/update"
    elif path.endswith("/query"):  # Oxigraph, Fuseki
        update = path.removesuffix("query") + "update"
    elif _REPOSITORY.search(path):  # RDF4J, GraphDB
        update = f"{path}/statements"
    else:
        path = parts.path
    return urlunsplit(parts._replace(path=path)), urlunsplit(parts._replace(path=update))


def _checked(url: str) -> str:
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 0) >= 0
    except ValueError:
        parts, usable = urlsplit(""), False
    if not usable or parts.fragment:
        raise BadInput(f"{url} is no address of a SPARQL endpoint.", hint="Give one such as http://127.0.0.1:7878.")
    if parts.username or parts.password:
        raise BadInput(
            "The store's address holds a user name, which would end up in logs.",
            hint="Set CLAIMGRAPH_STORE_USER and CLAIMGRAPH_STORE_PASSWORD instead.",
        )
    return url


def _unreachable(url: str, error: httpx.TransportError) -> StoreBusy:
    if isinstance(error, httpx.ReadTimeout):
        return StoreBusy(f"The store at {url} did not answer within {_TIMEOUT.read:.0f} seconds.")
    why = str(error) or type(error).__name__
    return StoreBusy(f"The store at {url} cannot be reached: {why}.", hint="Start it, or check the address.")


def _retry_after(response: httpx.Response) -> float:
    value = response.headers.get("retry-after", "")
    return float(value) if value.isdecimal() else 0.0


def _said(response: httpx.Response) -> str:
    """The beginning of what the endpoint says, which can be a page or the whole query."""
    text = " ".join(response.text.split())
    return (text[:300] + "…" if len(text) > 300 else text) or response.reason_phrase
